/** The surface where nothing is written: a caret to select and comment with, and nothing that changes the text. */

import type { Pen } from './pen.ts'

/**
 * Where a person may only read they still have a caret, so that words can be selected, copied and commented on with the
 * keyboard alone; nothing that would change the text gets past this.
 */
export function refuseKey(event: KeyboardEvent, pen: Pen): boolean {
  const { key, ctrlKey, metaKey, altKey } = event
  const isLetter = key.length === 1 && !ctrlKey && !metaKey && !altKey
  if (!isLetter && !changing.has(key)) return false
  event.preventDefault()
  if (isLetter) pen.keep(key)
  else if (key === 'Backspace') pen.takeBack()
  else pen.refuse()
  return true
}

const changing: ReadonlySet<string> = new Set(['Enter', 'Backspace', 'Delete'])

/** As `refuseKey`, for what comes without a key: from an input method, a dictation, the menu of the browser. */
export function refuseInput(event: InputEvent, pen: Pen): boolean {
  event.preventDefault()
  if (event.inputType === 'insertText' && event.data !== null) pen.keep(event.data)
  return true
}
