/** Which language words are in, as far as their letters tell: enough for a voice, a font and a spelling checker. */

/** A script that negotiated texts come in. */
interface Script {
  /** A language of it; Latin letters alone do not say which. */
  readonly language: string
  /** All languages of it that texts are in; undefined where it is that of all others. */
  readonly languages: RegExp | undefined
  readonly letter: RegExp
  readonly otherLetter: RegExp
}

const script = (language: string, name: string, languages?: RegExp): Script => ({
  language,
  languages,
  letter: new RegExp(String.raw`\p{Script=${name}}`, 'gu'),
  otherLetter: new RegExp(String.raw`(?!\p{Script=${name}})\p{L}`, 'u'),
})

const scripts: readonly Script[] = [
  script('ar', 'Arabic', /^(?:ar|fa|ur)\b/u),
  script('ru', 'Cyrillic', /^(?:ru|uk|bg|sr|be|mk|kk|mn)\b/u),
  script('zh', 'Han', /^(?:zh|ja|ko)\b/u),
  script('he', 'Hebrew', /^(?:he|yi)\b/u),
  script('el', 'Greek', /^el\b/u),
  script('und-Latn', 'Latin'),
]

/** More words than this are not looked at. */
const LOOKED_AT = 120

/**
 * Tells the language of words that are plainly not in the language of their text: two thirds of their letters are of a
 * script that it is not written in. Undefined for all others.
 */
export function foreignTo(language: string): (words: string) => string | undefined {
  const own = scripts.find(({ languages }) => languages === undefined || languages.test(language))
  return (words) => {
    const head = words.slice(0, LOOKED_AT)
    if (own?.otherLetter.test(head) !== true) return undefined
    const letters = head.match(/\p{L}/gu)?.length ?? 0
    const isWritten = ({ letter }: Script): boolean => (head.match(letter)?.length ?? 0) * 3 >= letters * 2
    return letters < 2 || isWritten(own) ? undefined : scripts.find(isWritten)?.language
  }
}
