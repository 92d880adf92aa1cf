/** Which keys a card over the text keeps to itself; all others are for the text beneath it. */

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'target' | 'getModifierState'>

/** Closing, walking, and what does nothing by itself. */
const own = /^(Escape|Tab|Shift|Control|Alt|AltGraph|Meta|CapsLock|ContextMenu|F\d+)$/
const pressing: ReadonlySet<string> = new Set(['Enter', ' '])
/** Letters that with Ctrl change what is written; with the others one copies, or calls for something else. */
const writing: ReadonlySet<string> = new Set(['z', 'y', 'v', 'b', 'i', 'u'])

export function isOwnKey(event: Key): boolean {
  const { key, target } = event
  if (pressing.has(key) && target instanceof HTMLButtonElement) return true
  return own.test(key) || (key.length === 1 && isCommand(event) && !writing.has(key.toLowerCase()))
}

/** A letter typed by AltGr, which Windows tells as Ctrl and Alt, is typed. */
function isCommand(event: Key): boolean {
  const { ctrlKey, metaKey, altKey } = event
  return (ctrlKey || metaKey || altKey) && !event.getModifierState('AltGraph')
}
