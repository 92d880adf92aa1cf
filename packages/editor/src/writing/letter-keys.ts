/** Keys of letters with Ctrl or Cmd, which do the same whether Caps Lock is on or not. */

import { keydownHandler } from 'prosemirror-keymap'
import type { Command } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey'>

/**
 * The key that is meant: with Ctrl or Cmd a letter is a capital where Shift is held, and only there. Caps Lock turns that
 * around in what the browser tells.
 */
export function meantKey({ key, ctrlKey, metaKey, shiftKey }: Key): string {
  if (key.length !== 1 || !(ctrlKey || metaKey)) return key
  const letter = shiftKey ? key.toUpperCase() : key.toLowerCase()
  return letter.length === 1 ? letter : key
}

/** What `keydownHandler` makes of keys, whatever Caps Lock makes of them. */
export function handlerOf(
  keys: Readonly<Record<string, Command>>,
): (view: EditorView, event: KeyboardEvent) => boolean {
  const handle = keydownHandler({ ...keys })
  return (view, event) => handle(view, withKey(event, meantKey(event)))
}

/** The same event with another key; its properties can be read of itself alone. */
function withKey(event: KeyboardEvent, key: string): KeyboardEvent {
  return new Proxy(event, {
    get: (pressed, name): unknown => (name === 'key' ? key : Reflect.get(pressed, name)),
  })
}
