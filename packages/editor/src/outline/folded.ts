/** Which rows of a text's outline are folded, kept on this computer. */

import { z } from 'zod'

const foldedSchema = z.array(z.string())

const keyOf = (text: string): string => `travaux:folded:${text}`

/** What was folded when the text was last read here; anything else that stands there counts as nothing. */
export function readFolded(store: Pick<Storage, 'getItem'>, text: string): ReadonlySet<string> {
  try {
    return new Set(foldedSchema.parse(JSON.parse(store.getItem(keyOf(text)) ?? '[]')))
  } catch {
    return new Set()
  }
}

export function writeFolded(store: Pick<Storage, 'setItem'>, text: string, folded: ReadonlySet<string>): void {
  store.setItem(keyOf(text), JSON.stringify([...folded]))
}
