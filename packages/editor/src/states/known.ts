/** The names a wording can be attributed to: the delegations of the body, the Member States, groups of them. */

export interface KnownName {
  readonly name: string
  /** The delegation's own code, or the ISO 3166-1 code of a State; '' for a group. */
  readonly code: string
}

const languages = ['en', 'fr', 'es', 'ru', 'ar', 'zh']

/** Groups that speak for their members, as English texts write them. */
const groups = [
  'African Group',
  'Asia-Pacific Group',
  'Eastern European Group',
  'EU',
  'G77 and China',
  'GRULAC',
  'WEOG',
].map((name) => ({ name, code: '' }))

/** Groups and Member States as texts in a language name them; in English where it is none of the six. */
export async function statesIn(language: string): Promise<readonly KnownName[]> {
  const { states } = await import('./names.ts')
  const column = Math.max(0, languages.indexOf(language.split('-')[0] ?? ''))
  const named = states.split('\n').map((line) => {
    const [code = '', ...names] = line.split('|')
    return { name: names[column] ?? '', code }
  })
  return [...(column === 0 ? groups : []), ...named.toSorted((a, b) => a.name.localeCompare(b.name, language))]
}

function plain(words: string): string {
  return words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** Whether one of the names is this one, whatever its case and accents. */
export function isKnown(known: readonly KnownName[], name: string): boolean {
  return known.some((one) => plain(one.name) === plain(name))
}

/**
 * At most `most` names that begin so, then names with a word that does, then those whose code it is; in the order given.
 * A name that is typed to its end is not among them: there is nothing left to offer.
 */
export function matching(known: readonly KnownName[], typed: string, most = 8): readonly KnownName[] {
  const wanted = plain(typed)
  const ranks = known.map((one) => ({ one, rank: rankOf(one, wanted) })).filter(({ rank }) => rank < 3)
  return ranks
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ one }) => one)
}

/** The name that is meant by what was typed: one that reads so, or the only one that begins so; else what was typed. */
export function meant(known: readonly KnownName[], typed: string): string {
  const wanted = plain(typed)
  const begun = known.filter(({ name }) => plain(name).startsWith(wanted))
  const whole = begun.find(({ name }) => plain(name) === wanted)
  return (whole ?? (begun.length === 1 ? begun[0] : undefined))?.name ?? typed
}

function rankOf({ name, code }: KnownName, wanted: string): number {
  const words = plain(name)
  if (words === wanted) return 3
  if (words.startsWith(wanted)) return 0
  if ([' ', '(', '-'].some((before) => words.includes(before + wanted))) return 1
  return code !== '' && plain(code) === wanted ? 2 : 3
}
