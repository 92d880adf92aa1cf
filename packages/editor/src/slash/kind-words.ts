/** What drafters call the kinds of clauses in the language of their text, whatever the interface speaks. */

import type { Kind } from '@travaux/core'
import { matching } from './choices.ts'

type Words = Readonly<Partial<Record<Kind, readonly string[]>>>

const byLanguage: Readonly<Record<string, Words>> = {
  en: {
    title: ['title'],
    preamble: ['preamble'],
    recital: ['recital'],
    part: ['part'],
    chapter: ['chapter'],
    article: ['article'],
    paragraph: ['paragraph'],
    point: ['point', 'subparagraph'],
    text: ['text'],
    annex: ['annex'],
    entry: ['entry', 'item'],
  },
  fr: {
    title: ['titre'],
    preamble: ['préambule'],
    recital: ['considérant'],
    part: ['partie'],
    chapter: ['chapitre'],
    article: ['article'],
    paragraph: ['paragraphe'],
    point: ['alinéa', 'point'],
    text: ['texte'],
    annex: ['annexe'],
    entry: ['élément'],
  },
  es: {
    title: ['título'],
    preamble: ['preámbulo'],
    recital: ['considerando'],
    part: ['parte'],
    chapter: ['capítulo'],
    article: ['artículo'],
    paragraph: ['párrafo'],
    point: ['apartado', 'inciso'],
    text: ['texto'],
    annex: ['anexo'],
    entry: ['elemento'],
  },
  ru: {
    title: ['заголовок'],
    preamble: ['преамбула'],
    recital: ['абзац преамбулы'],
    part: ['часть'],
    chapter: ['глава'],
    article: ['статья'],
    paragraph: ['пункт'],
    point: ['подпункт'],
    text: ['текст'],
    annex: ['приложение'],
    entry: ['позиция'],
  },
  zh: {
    title: ['标题'],
    preamble: ['序言'],
    recital: ['序言段'],
    part: ['部分', '编'],
    chapter: ['章'],
    article: ['条', '第条'],
    paragraph: ['款', '段'],
    point: ['项', '分段'],
    text: ['案文'],
    annex: ['附件'],
    entry: ['条目'],
  },
  ar: {
    title: ['عنوان', 'العنوان'],
    preamble: ['ديباجة', 'الديباجة'],
    recital: ['حيثية', 'فقرة الديباجة'],
    part: ['جزء', 'الجزء', 'باب', 'الباب'],
    chapter: ['فصل', 'الفصل'],
    article: ['مادة', 'المادة'],
    paragraph: ['فقرة', 'الفقرة'],
    point: ['فقرة فرعية', 'الفقرة الفرعية', 'بند'],
    text: ['نص', 'النص'],
    annex: ['مرفق', 'المرفق'],
    entry: ['عنصر'],
  },
}

/** The words for a kind in a language, by its BCP 47 tag; none where there is no word or the language is not known. */
export function kindWords(language: string, kind: Kind): readonly string[] {
  return byLanguage[language.split('-')[0] ?? '']?.[kind] ?? []
}

/** The choices that match by their names, then those that match by what else they are called. */
export function matchingAlso<T extends { readonly name: string; readonly called: readonly string[] }>(
  choices: readonly T[],
  typed: string,
): T[] {
  const named = matching(choices, typed)
  const isCalled = ({ called }: T): boolean =>
    matching(
      called.map((name) => ({ name })),
      typed,
    ).length > 0
  return [...named, ...choices.filter((one) => !named.includes(one) && isCalled(one))]
}
