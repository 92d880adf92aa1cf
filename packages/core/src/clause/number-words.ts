/** What numbers are called in the languages of the United Nations; the ordinals themselves are the same in all. */

import { letter } from './ordinal.ts'

/** Patterns with `{n}` for the ordinal. */
export interface NumberWords {
  readonly article: string
  readonly part: string
  readonly chapter: string
  readonly annex: string
  readonly preamble: string
  readonly option: string
  readonly title: string
  /** An unnumbered paragraph within a provision. */
  readonly subparagraph: string
  /** An unnumbered paragraph by itself. */
  readonly text: string
  /** A point or sub-point, as it stands in the margin. */
  readonly point: string
  /** What stands in place of a clause whose number is kept free. */
  readonly deleted: string
  /** What stands there where the clause went elsewhere: `{n}` for its citation. */
  readonly movedTo: string
  /** The letters that count points. */
  readonly letter: (ordinal: number) => string
}

const english: NumberWords = {
  article: 'Article {n}',
  part: 'Part {n}',
  chapter: 'Chapter {n}',
  annex: 'Annex {n}',
  preamble: 'Preamble',
  option: 'Option {n}',
  title: 'Title',
  subparagraph: 'subparagraph {n}',
  text: 'Text {n}',
  point: '({n})',
  deleted: '[deleted]',
  movedTo: '[moved to {n}]',
  letter,
}

const french: NumberWords = {
  ...english,
  part: 'Partie {n}',
  chapter: 'Chapitre {n}',
  annex: 'Annexe {n}',
  preamble: 'Préambule',
  title: 'Titre',
  subparagraph: 'alinéa {n}',
  text: 'Texte {n}',
  point: '{n})',
  deleted: '[supprimé]',
  movedTo: '[déplacé : {n}]',
}

const spanish: NumberWords = {
  ...english,
  article: 'Artículo {n}',
  part: 'Parte {n}',
  chapter: 'Capítulo {n}',
  annex: 'Anexo {n}',
  preamble: 'Preámbulo',
  option: 'Opción {n}',
  title: 'Título',
  subparagraph: 'párrafo {n}',
  text: 'Texto {n}',
  point: '{n})',
  deleted: '[suprimido]',
  movedTo: '[trasladado: {n}]',
}

const russian: NumberWords = {
  ...english,
  article: 'Статья {n}',
  part: 'Часть {n}',
  chapter: 'Глава {n}',
  annex: 'Приложение {n}',
  preamble: 'Преамбула',
  option: 'Вариант {n}',
  title: 'Название',
  subparagraph: 'абзац {n}',
  text: 'Текст {n}',
  point: '{n})',
  deleted: '[исключено]',
  movedTo: '[перенесено: {n}]',
}

const chinese: NumberWords = {
  ...english,
  article: '第{n}条',
  part: '第{n}部分',
  chapter: '第{n}章',
  annex: '附件{n}',
  preamble: '序言',
  option: '备选案文{n}',
  title: '标题',
  subparagraph: '第{n}段',
  text: '案文{n}',
  deleted: '[删除]',
  movedTo: '[移至{n}]',
}

/** The letters of Arabic lists, in their traditional order; after the last, two at a time. */
export const abjad: readonly string[] = 'أ ب ج د هـ و ز ح ط ي ك ل م ن س ع ف ص ق ر ش ت ث خ ذ ض ظ غ'.split(' ')

const arabic: NumberWords = {
  ...english,
  article: 'المادة {n}',
  part: 'الجزء {n}',
  chapter: 'الفصل {n}',
  annex: 'المرفق {n}',
  preamble: 'الديباجة',
  option: 'الخيار {n}',
  title: 'العنوان',
  subparagraph: 'الفقرة الفرعية {n}',
  text: 'النص {n}',
  deleted: '[محذوف]',
  movedTo: '[نُقل إلى {n}]',
  letter: (ordinal) =>
    `${abjad[Math.floor((ordinal - 1) / abjad.length) - 1] ?? ''}${abjad[(ordinal - 1) % abjad.length] ?? ''}`,
}

const byLanguage: Readonly<Record<string, NumberWords>> = {
  en: english,
  fr: french,
  es: spanish,
  ru: russian,
  zh: chinese,
  ar: arabic,
}

/** The words of every language there are any for. */
export const allNumberWords: readonly NumberWords[] = Object.values(byLanguage)

/** The words for a BCP 47 language tag; English for others. */
export function numberWords(language: string): NumberWords {
  return byLanguage[language.split('-')[0] ?? 'en'] ?? english
}

/** Puts an ordinal in its place in a pattern. */
export function written(pattern: string, ordinal: string): string {
  return pattern.replace('{n}', ordinal)
}
