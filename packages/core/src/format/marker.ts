/** Numbers and bullets at the start of a provision, as drafters of many bodies type them. */

import { romanValue } from '../clause/ordinal.ts'
import { letterValue, westernDigits } from './numeral.ts'

/** How a marker counts. Provisions that count alike one after the other are siblings. */
export type MarkerStyle =
  | 'decimal'
  | 'bracketed'
  | 'dotted'
  | 'letter'
  | 'roman'
  | 'capital'
  | 'capitalRoman'
  | 'bullet'

/** One way to read a marker: `(i)` is the ninth letter or the first Roman digit. */
export interface Reading {
  readonly style: MarkerStyle
  readonly value: number
}

const bullet = /^[-*+•·▪–—](?=\s)|^[–—•▪](?=\S)/u
const dotted = /^(?:–?\d{1,3}|[A-Z])(?:\.\d{1,3})+[.)]?(?=\s|\p{Lu})/u
const decimal = /^–?\d{1,3}(?:\s?(?:bis|ter|quater|quinquies))?(?:[.)]|\s?°[).]*)(?=\s|\p{L}|["“«‘'[(])/u
const section = /^§+\s?\d{1,3}(?:er)?[.)]?(?=\s)/u
const bracketed = /^\(–?\d{1,3}(?:\s?(?:bis|ter|quater))?\)/u
const lettered = /^\(?–?(?:[a-z]{1,2}|[ivxl]{1,7}|[A-Z]|[IVXL]{2,6})(?:\s?(?:bis|ter|quater))?\)/u
/** `(أ)`, `1-` and `٢-` before words in Arabic, `б)` in Russian. */
const arabic =
  /^(?:\((?:هـ?|[أا-غف-ي]|[٠-٩]{1,3})\)|(?:هـ?|[أا-غف-ي])(?:\)|\s?[-–](?=\s))|[\d٠-٩]{1,3}\s?[-–.)](?=\s*["«([]?\p{Script=Arabic}))/u
const cyrillic = /^\(?[а-я]\)/u
const stopped = /^(?:[a-z]|[ivx]{1,6}|[A-Z])\.(?=\s|\p{Lu}\p{Ll})/u

/** The marker that a line starts with, or ''. */
export function markerOf(line: string): string {
  // A number with a minus sign, which stands before the first, is no item of a list.
  for (const shape of [dotted, decimal, section, bracketed, lettered, arabic, cyrillic, bullet]) {
    const found = shape.exec(line)
    if (found) return found[0]
  }
  return initials.test(line) ? '' : (stopped.exec(line)?.[0] ?? '')
}

/** The number that a heading opens with, which needs no full stop: `1 Introduction`, `2.1`, `A. Scope`. */
export function headingMarkerOf(line: string): string {
  return (
    /^(?:\d{1,3}|[A-Z](?=\.\d))(?:\.\d{1,3})*(?=\s|$)/u.exec(line)?.[0] ?? numeral.exec(line)?.[0] ?? markerOf(line)
  )
}

const numeral = /^(?:[IVX]{1,6}|[A-Z])\.(?=\s)/u

/** `A. B. Smith` and `U.S.` are names, not provisions. */
const initials = /^[A-Z]\.\s?(?:[A-Z]\.|\p{Lu}\p{Ll}+$)/u

/** What a marker can mean, the likelier reading first where nothing stands before it. */
export function readingsOf(marker: string): readonly Reading[] {
  const bare = westernDigits(bareMarker(marker)).replace(/(?<=\d)er$/u, '')
  if (/^\(?–[\p{L}\p{N}]/u.test(marker))
    return readingsOf(bare).map((reading) => ({ ...reading, value: reading.value - 1 }))
  if (bare === '') return [{ style: 'bullet', value: 0 }]
  if (/^\d+$/u.test(bare)) return [{ style: marker.startsWith('(') ? 'bracketed' : 'decimal', value: Number(bare) }]
  if (bare.includes('.')) return [{ style: 'dotted', value: Number(bare.slice(bare.lastIndexOf('.') + 1)) }]
  return readLetters(bare)
}

function readLetters(bare: string): readonly Reading[] {
  const small = bare.toLowerCase()
  const capital = small !== bare
  const letter: Reading = { style: capital ? 'capital' : 'letter', value: letterValue(small) }
  const value = romanValue(small)
  if (value === undefined) return [letter]
  const roman: Reading = { style: capital ? 'capitalRoman' : 'roman', value }
  return bare.length > 1 || value === 1 ? [roman, letter] : [letter, roman]
}

/** A marker without brackets, full stops and Latin suffixes: `(a)` gives `a`, `4.1.` gives `4.1`, `-` gives ''. */
export function bareMarker(marker: string): string {
  return marker.replace(/\s*(?:bis|ter|quater|quinquies)\b/u, '').replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
}
