/** How references are written in the languages of the United Nations. */

/** Patterns with `{n}` for the number. Units are what references begin at; the rest stands beneath a unit. */
export interface ReferenceWords {
  readonly article: string
  readonly part: string
  readonly chapter: string
  readonly annex: string
  readonly recital: string
  readonly preamble: string
  readonly title: string
  /** The article and the annex that the reference stands in itself. */
  readonly thisArticle: string
  readonly thisAnnex: string
  readonly paragraph: string
  /** A point by itself. */
  readonly point: string
  /** A point behind a paragraph, a sub-point behind a point; the last pattern serves all further levels. */
  readonly tails: readonly string[]
  readonly entry: string
  readonly option: string
  /** An unnumbered paragraph. */
  readonly text: string
  /** A provision of another unit: `{unit}` and `{inner}`. */
  readonly joined: string
  /** Units within `joined`, where they are inflected. */
  readonly of: Readonly<Partial<Record<'article' | 'part' | 'chapter' | 'annex', string>>>
  /** Whether a paragraph of another article follows in brackets: `article 5(2)(a)`. */
  readonly compact: boolean
  /** A reference whose clause is not in the text. */
  readonly broken: string
  /** A reference whose clause is in the older of two texts only; `{n}` is how that one cites it. */
  readonly gone: string
  /** A footnote written out within a line. */
  readonly footnote: string
}

const english: ReferenceWords = {
  article: 'article {n}',
  part: 'part {n}',
  chapter: 'chapter {n}',
  annex: 'annex {n}',
  recital: 'preambular paragraph {n}',
  preamble: 'preamble',
  title: 'title',
  thisArticle: 'this article',
  thisAnnex: 'this annex',
  paragraph: 'paragraph {n}',
  point: 'subparagraph ({n})',
  tails: ['({n})'],
  entry: 'item {n}',
  option: 'option {n}',
  text: 'subparagraph {n}',
  joined: '{unit}, {inner}',
  of: {},
  compact: true,
  broken: '[reference to a deleted clause]',
  gone: '{n} [deleted]',
  footnote: '[footnote: {n}]',
}

const french: ReferenceWords = {
  ...english,
  part: 'partie {n}',
  chapter: 'chapitre {n}',
  annex: 'annexe {n}',
  recital: 'alinéa {n} du préambule',
  preamble: 'préambule',
  title: 'titre',
  thisArticle: 'présent article',
  thisAnnex: 'présente annexe',
  paragraph: 'paragraphe {n}',
  point: 'alinéa {n})',
  tails: [' {n})'],
  entry: 'rubrique {n}',
  text: 'alinéa {n}',
  compact: false,
  broken: '[renvoi à une disposition supprimée]',
  gone: '{n} [supprimé]',
  footnote: '[note : {n}]',
}

const spanish: ReferenceWords = {
  ...english,
  article: 'artículo {n}',
  part: 'parte {n}',
  chapter: 'capítulo {n}',
  annex: 'anexo {n}',
  recital: 'párrafo {n} del preámbulo',
  preamble: 'preámbulo',
  title: 'título',
  thisArticle: 'presente artículo',
  thisAnnex: 'presente anexo',
  paragraph: 'párrafo {n}',
  point: 'apartado {n})',
  tails: [' {n})'],
  entry: 'rubro {n}',
  option: 'opción {n}',
  text: 'párrafo {n}',
  compact: false,
  broken: '[remisión a una cláusula suprimida]',
  gone: '{n} [suprimido]',
  footnote: '[nota: {n}]',
}

const russian: ReferenceWords = {
  ...english,
  article: 'статья {n}',
  part: 'часть {n}',
  chapter: 'глава {n}',
  annex: 'приложение {n}',
  recital: 'пункт {n} преамбулы',
  preamble: 'преамбула',
  title: 'название',
  thisArticle: 'настоящая статья',
  thisAnnex: 'настоящее приложение',
  paragraph: 'пункт {n}',
  point: 'подпункт {n})',
  tails: [' {n})'],
  entry: 'позиция {n}',
  option: 'вариант {n}',
  text: 'абзац {n}',
  joined: '{inner} {unit}',
  of: { article: 'статьи {n}', part: 'части {n}', chapter: 'главы {n}', annex: 'приложения {n}' },
  compact: false,
  broken: '[ссылка на исключенное положение]',
  gone: '{n} [исключено]',
  footnote: '[сноска: {n}]',
}

const chinese: ReferenceWords = {
  ...english,
  article: '第{n}条',
  part: '第{n}部分',
  chapter: '第{n}章',
  annex: '附件{n}',
  recital: '序言部分第{n}段',
  preamble: '序言',
  title: '标题',
  thisArticle: '本条',
  thisAnnex: '本附件',
  paragraph: '第{n}款',
  point: '({n})项',
  tails: ['({n})项', '({n})目'],
  entry: '第{n}项',
  option: '备选案文{n}',
  text: '第{n}段',
  joined: '{unit}{inner}',
  compact: false,
  broken: '[指向已删除条款]',
  gone: '{n}[已删除]',
  footnote: '[脚注：{n}]',
}

const arabic: ReferenceWords = {
  ...english,
  article: 'المادة {n}',
  part: 'الجزء {n}',
  chapter: 'الفصل {n}',
  annex: 'المرفق {n}',
  recital: 'الفقرة {n} من الديباجة',
  preamble: 'الديباجة',
  title: 'العنوان',
  thisArticle: 'هذه المادة',
  thisAnnex: 'هذا المرفق',
  paragraph: 'الفقرة {n}',
  point: 'الفقرة الفرعية ({n})',
  tails: [' ({n})'],
  entry: 'البند {n}',
  option: 'الخيار {n}',
  text: 'الفقرة الفرعية {n}',
  joined: '{inner} من {unit}',
  compact: false,
  broken: '[إحالة إلى بند محذوف]',
  gone: '{n} [محذوف]',
  footnote: '[حاشية: {n}]',
}

const byLanguage: Readonly<Record<string, ReferenceWords>> = {
  en: english,
  fr: french,
  es: spanish,
  ru: russian,
  zh: chinese,
  ar: arabic,
}

/** The words for a BCP 47 language tag; English for others. */
export function referenceWords(language: string): ReferenceWords {
  return byLanguage[language.split('-')[0] ?? 'en'] ?? english
}
