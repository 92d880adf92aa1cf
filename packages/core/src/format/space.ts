/** White space of sources. */

/** Spaces that a writer chose: non-breaking, of a figure's width, thin, and thin and non-breaking. */
const chosen = /^[\u00A0\u2007\u2009\u202F]$/u

/** White space as one plain space each, but a chosen one that stands by itself: a row of them is layout. */
export function plainSpaces(text: string): string {
  return text.replace(/\s+/gu, (space) => (chosen.test(space) ? space : ' '))
}
