/** Which language words are in, as far as their letters tell: enough for a voice, a font and a spelling checker. */

/** A language for each script that negotiated texts come in; Latin letters alone do not say which. */
const scripts = [
  ['ar', /\p{Script=Arabic}/gu, /^(?:ar|fa|ur)\b/u],
  ['ru', /\p{Script=Cyrillic}/gu, /^(?:ru|uk|bg|sr|be|mk|kk|mn)\b/u],
  ['zh', /\p{Script=Han}/gu, /^(?:zh|ja|ko)\b/u],
  ['he', /\p{Script=Hebrew}/gu, /^(?:he|yi)\b/u],
  ['el', /\p{Script=Greek}/gu, /^el\b/u],
  ['und-Latn', /\p{Script=Latin}/gu, undefined],
] as const

/** More words than this are not looked at. */
const LOOKED_AT = 120

/**
 * The language of words that are plainly not in the language of their text: two thirds of their letters are of a script
 * that it is not written in. Undefined for all others.
 */
export function foreignLanguage(words: string, language: string): string | undefined {
  const head = words.slice(0, LOOKED_AT)
  const letters = head.match(/\p{L}/gu)?.length ?? 0
  const written = ([, script]: Script): boolean => (head.match(script)?.length ?? 0) * 3 >= letters * 2
  const own = scriptOf(language)
  if (letters < 2 || (own && written(own))) return undefined
  return scripts.find(written)?.[0]
}

type Script = (typeof scripts)[number]

function scriptOf(language: string): Script | undefined {
  return scripts.find(([, , languages]) => languages === undefined || languages.test(language))
}
