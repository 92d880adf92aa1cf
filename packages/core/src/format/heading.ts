/** Headings that say what they are: `Article 5`, `CHAPITRE II`, `Annex A`, `Préambule`, in the languages treaties come in. */

/** What a named heading opens. `section` stands above or beneath articles, as the document has it. */
export type Division = 'preamble' | 'annex' | 'part' | 'chapter' | 'section' | 'article'

export interface NamedHeading {
  readonly division: Division
  /** Name and number as typed, such as `ARTICLE  I` or `Preamble`. */
  readonly label: string
  /** Where the title after the number starts, in characters. */
  readonly rest: number
}

const names: Readonly<Record<Division, string>> = {
  preamble: 'preamble|préambule|preámbulo|preambolo|preâmbulo|präambel|preambule|преамбула|الديباجة|ديباجة|序言',
  annex:
    'annex|annexe|appendix|appendice|schedule|anexo|apéndice|anhang|anlage|bijlage|allegato|приложение|المرفق|مرفق|الملحق|ملحق',
  part: 'part|partie|parte|teil|deel|book|livre|libro|title|titre|título|titolo|titel|часть|раздел|الجزء|جزء|الباب|باب',
  chapter: 'chapter|chapitre|capítulo|capitolo|kapitel|hoofdstuk|глава|الفصل|فصل',
  section: 'section|sous-section|sección|sezione|seção|abschnitt|afdeling|paragraphe',
  article:
    'article|artículo|articolo|artigo|artikel|art\\.|rule|principle|regulation|clause|guideline|règle|principe|canon|статья|المادة|مادة',
}

const divisionOf = new Map(
  Object.entries(names).flatMap(([division, list]) =>
    list.split('|').map((name) => [name.replace('\\', ''), division as Division] as const),
  ),
)

const name = Object.values(names).join('|')
const latin = 'premier|première|1er|1re|1ère|Ier|Ire|unique|preliminar|préliminaire|liminaire|primero|único|primo'
const arabic =
  'الأولى|الأول|(?:الحادي|الثاني|الثالث|الرابع|الخامس|السادس|السابع|الثامن|التاسع|العاشر)ة?(?: عشرة?)?|[٠-٩]+'
const ordinal = `${latin}|${arabic}`
const suffix = '(?:[\\s-]?(?:bis|ter|quater|quinquies|sexies)\\b)?'
const number = `(?:(?:${ordinal})(?![\\p{L}\\p{N}])|[LRD]\\.\\s?[\\d-]+|–?\\d+(?:[.-]\\d+)*(?:er|e)?[A-Za-z]?(?![\\p{L}\\p{N}])|–?[IVXLC]+(?![\\p{L}\\p{N}'’])|[A-Z](?![\\p{L}\\p{N}'’]))${suffix}`
const after = '[\\s.:–—-]*'
const numbered = new RegExp(`^(${name})\\s+(${number})(${after})`, 'iu')
const bare = new RegExp(`^(${names.annex}|${names.preamble})(?:\\s*[:.–—-]+\\s*|\\s*$)`, 'iu')

/** `第三条`, `附件一`: the number stands before the name, or next to it. */
const chinese =
  /^(?:第\s*[一二三四五六七八九十百零〇\d]+\s*(条|條|章|部分|编|节|節)|(附件)(?:\s*[一二三四五六七八九十\d]+|\s*$))([\s:：.、–—-]*)/u
const chineseUnits: Readonly<Record<string, Division>> = {
  条: 'article',
  條: 'article',
  章: 'chapter',
  部分: 'part',
  编: 'part',
  节: 'section',
  節: 'section',
  附件: 'annex',
}

function chineseHeading(text: string): NamedHeading | undefined {
  const [all = '', unit = '', annex = '', tail = ''] = chinese.exec(text) ?? []
  const division = chineseUnits[unit || annex]
  return division && { division, label: all.slice(0, all.length - tail.length), rest: all.length }
}

/** Reads the text of a heading that names its division, or undefined where it does not. */
export function namedHeading(text: string): NamedHeading | undefined {
  if (/^[第附]/u.test(text)) return chineseHeading(text)
  const found = numbered.exec(text)
  const [, word = '', count = '', tail = ''] = found ?? []
  if (found && isNumber(count)) return headingOf(word, found[0].length - tail.length, found[0].length)
  const alone = bare.exec(text)
  return alone ? headingOf(alone[1] ?? '', alone[1]?.length ?? 0, alone[0].length) : undefined

  function headingOf(typed: string, end: number, rest: number): NamedHeading | undefined {
    const division = divisionOf.get(typed.toLowerCase())
    return division && { division, label: text.slice(0, end), rest }
  }
}

/** The pattern ignores case for names and ordinals; Roman and letter numbers are capitals all the same. */
function isNumber(count: string): boolean {
  return /^(?:–?\d|–?[IVXLC]+\b|[A-Z]\b|[LRD]\.)/u.test(count) || new RegExp(`^(?:${ordinal})`, 'iu').test(count)
}

/**
 * Reads a paragraph that is a heading by its form alone: it starts with a capital, and its number ends the line or is
 * set off from what follows. `Article 5 of the Convention applies` is no heading.
 */
export function plainHeading(text: string): NamedHeading | undefined {
  if (!/^[\p{Lu}\p{Lo}]/u.test(text)) return undefined
  const found = namedHeading(text)
  if (!found) return undefined
  const tail = text.slice(found.label.length, found.rest)
  // A script without spaces between words has one only where something ends.
  const isParted = tail !== '' && /^\p{Script=Han}/u.test(text)
  const isSetOff = found.rest === text.length || isParted || /[.:–—\n-]/u.test(tail) || isTitle(text.slice(found.rest))
  return isSetOff ? found : undefined
}

/** `(Definitions)`, or a few words that begin with a capital and end no sentence: what stands in one line with a number. */
function isTitle(rest: string): boolean {
  if (/^\([^()]+\)$/u.test(rest)) return true
  return /^\p{Lu}/u.test(rest) && !/[.;:,]$/u.test(rest) && rest.split(/\s+/u).length <= 8
}

/** Whether a line of plain text can only be a heading: a name, a number and nothing after it, or a set-off title. */
export function startsHeading(line: string): boolean {
  const found = plainHeading(line)
  return found !== undefined && line.slice(found.rest).split(/\s+/u).length <= 12
}

/** Words that end no title. */
const goesOn =
  /(?:^|\s)(?:an?|and|as|at|by|for|from|in|of|on|or|the|to|under|with|au|aux|avec|dans|de|des|du|en|et|la|le|les|ou|par|pour|sur|à|al|con|del|el|los|por|y)$/u

/** Whether a line reads as a title: a few words that begin with a capital and end no sentence, and do not go on either. */
export function readsAsTitle(line: string): boolean {
  if (!/^[\p{Lu}\p{Lo}]/u.test(line) || /[.;:,؛،。；：，]["”’)]*$/u.test(line) || goesOn.test(line)) return false
  return line.length <= 150 && line.split(/\s+/u).length <= 15
}
