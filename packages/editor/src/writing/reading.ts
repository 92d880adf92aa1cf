/** The surface for those who may only read: a caret to select and comment with, and nothing that changes the text. */

/**
 * Where a person may only read they still have a caret, so that words can be selected, copied and commented on with the
 * keyboard alone; nothing that would change the text gets past this.
 */
export function refuseKey(event: KeyboardEvent, refused: () => void): boolean {
  const { key, ctrlKey, metaKey, altKey } = event
  const types = changing.has(key) || (key.length === 1 && !ctrlKey && !metaKey && !altKey)
  if (!types) return false
  event.preventDefault()
  refused()
  return true
}

const changing: ReadonlySet<string> = new Set(['Enter', 'Backspace', 'Delete'])

/** Refuses whatever else would change the text: input methods, dictation, the menus of the browser. */
export function refuseInput(event: Event): boolean {
  event.preventDefault()
  return true
}
