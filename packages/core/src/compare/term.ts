/** What a clause defines: the quoted words that a definition begins with. */

const definition = /^(?:\p{L}+['’]?\s?){0,3}["“”„«‘]\s?([^"“”„«»‘’]{2,80}?)\s?["“”»’]/u

/** The term that a text defines, in lower case, or '' where it begins with no quoted words. */
export function termOf(text: string): string {
  return definition.exec(text)?.[1]?.toLowerCase() ?? ''
}
