/** Preambles: recitals that open with a participle, often run together in one paragraph. */

import { textOf, type Words } from '../clause/words.ts'
import { wordsFrom, wordsUpTo } from './block.ts'

export interface Segment {
  readonly kind: 'recital' | 'text'
  readonly words: Words
}

const english =
  'Aware|Mindful|Conscious|Bearing in mind|Determined|Resolved|Convinced|Guided|Concerned|Alarmed|Inspired|Encouraged|Disturbed|Motivated|Persuaded|Moved|Anxious|Desirous|Cognizant|Firmly|Deeply|Gravely|Fully|Further|Also|Keenly|Strongly|In accordance with|Whereas'
const french =
  'Conscient|Désireux|Soucieux|Convaincu|Résolu|Déterminé|Préoccupé|Considérant|Ayant|Gardant|Animé|Guidé|Persuadé|Inquiet|Profondément|Vivement|Vu'
const spanish =
  'Consciente|Deseos|Convencid|Resuelt|Decidid|Preocupad|Animad|Guiad|Teniendo|Habiendo|Alarmad|Profundamente'
const arabic =
  'و?[إا]ذ(?=\\s)|و?(?:رغب|اقتناع|إدراك|وعي|إيمان|تصميم|حرص|تسليم|شعور|اعتراف|إقرار|عزم|سعي|تأكيد)(?:ةً?|ًا|اً|ا)\\s+من(?:ها|هم|هما)(?!\\p{L})'
const russian =
  'Ссылаясь|Напоминая|Принимая|Признавая|Учитывая|Сознавая|Осознавая|Будучи|Подтверждая|Вновь|Отмечая|Желая|Считая|Полагая|Руководствуясь|Памятуя|Помня|Стремясь|Выражая|Подчеркивая|Подчёркивая|Исходя|Имея|Приветствуя|Рассмотрев|Рассматривая|Констатируя|Убежден|Убеждён|Преисполнен|Обеспокоен|Встревожен|Глубоко'
/** What opens a recital only where a line begins with it: elsewhere it stands within one as well. */
const inFront = `(?:${russian.toLowerCase()})\\p{L}*(?!\\p{L})|و?(?:مصممة|مدركة|مقتنعة|مسترشدة|راغبة|واضعة|مشيرة|مؤكدة|آخذة|ملاحظة|معترفة|مسلّ?مة)[\\u064B-\\u0652]*(?=\\s)|[又还并]?(?:再次|深切|严重|充分)?(?:回顾|忆及|铭记|重申|考虑到|注意到|认识到|意识到|确认|承认|深信|相信|决心|希望|渴望|关切|震惊|强调|着重|欢迎|鉴于|念及|遵循|赞赏|愿)`
const opening = `(?:(?:${english})\\b|(?:${french}|${spanish}|${russian})\\p{L}*(?!\\p{L})|(?:${arabic})|\\p{Lu}\\p{Ll}+ing\\b|\\p{Lu}\\p{Ll}+(?:ant|ando|iendo|endo)(?!\\p{L}))`
const closing =
  '(?:Have(?: therefore| hereby)? (?:agreed|resolved|decided|adopted)|Hereby|(?:Sont|Ont)(?: en conséquence)? (?:convenu|adopté|décidé|résolu)|Est convenu|Han convenido|Proclaim|(?:[وف]?قد )?(?:اتفقت|اتفقوا|اتفقتا)(?!\\p{L})|[Сс]огласились|[Дд]оговорились|(?:兹|现)?(?:议定|协议|商定)如下)'
const opens = new RegExp(`^(?:${opening}|${inFront})`, 'u')
const closes = new RegExp(`^${closing}`, 'u')
const seam = new RegExp(`(?<=[,;،؛]\\s?)(?=${opening}|${closing})|(?<=[,;]\\s(?:and|et|y|и)\\s)(?=${opening})`, 'gu')

/** Whether a paragraph opens as a recital does. Only of use where a preamble can stand: `During` opens many a sentence. */
export function opensRecital(text: string): boolean {
  return opens.test(text) && !/[.!?؟。！？]$/u.test(text.trimEnd())
}

/** `The Parties to this Treaty, Considering ...`: those who agree, and at least one reason. */
export function opensPreamble(words: Words): boolean {
  return namesParties(textOf(words)) && splitRecitals(words).some(({ kind }) => kind === 'recital')
}

/** Whether a paragraph begins with those who agree: `The States Parties to this Treaty`. */
export function namesParties(text: string): boolean {
  return parties.test(text)
}

/** Whether a line is `The Parties to this Treaty,` and no more. */
export function isOfParties(line: string): boolean {
  return namesParties(line) && /^[^,،，]+[,،，]\s*$/u.test(line)
}

/** Whether a paragraph before the articles is of a preamble: recitals, or words that the recitals of the next one go on from. */
export function beginsPreamble(words: Words, next: string): boolean {
  const text = textOf(words)
  const goesOn = /[,،，]$/u.test(text) && opensRecital(next)
  return splitRecitals(words).length > 2 || opensRecital(text) || opensPreamble(words) || goesOn
}

const parties =
  /^[إا]ن[\u064B-\u0652]*\s.{0,80}?(?:الدول|الأطراف|الحكومات|الأعضاء|المؤتمر|الجمعية)|^Государства(?!\p{L})|^(?:The|Les|Le|La|L['’]|Los|El)\s?.{0,80}?\b(?:States?|Part(?:y|ies)|Governments?|Members?|Conference|Assembly|[EÉ]tats?|Gouvernements?|Membres|Conférence|Assemblée|Partes?|Estados?|Gobiernos?)\b/u

/** Whether a paragraph is the formula between the preamble and the articles. */
export function closesPreamble(text: string): boolean {
  return closes.test(text)
}

/**
 * Takes a run-together preamble apart at the participles. Nothing is dropped: the segments in order are the words.
 * A paragraph without recitals comes back as one text.
 */
export function splitRecitals(words: Words): readonly Segment[] {
  const text = textOf(words)
  const starts = [0, ...Array.from(text.matchAll(seam), ({ index }) => index).filter((index) => index > 0)]
  return starts.map((start, at) => segment(wordsFrom(wordsUpTo(words, starts[at + 1] ?? text.length), start)))
}

/** The words before the formula that closes a preamble, and the formula where it stands at the end. */
export function splitOffClosing(words: Words): readonly Words[] {
  const at = textOf(words).search(new RegExp(`(?<=[,;،؛，；]\\s?)(?=${closing})`, 'u'))
  return at < 0 ? [words] : [wordsUpTo(words, at), wordsFrom(words, at)]
}

function segment(words: Words): Segment {
  return { kind: opens.test(textOf(words)) ? 'recital' : 'text', words }
}
