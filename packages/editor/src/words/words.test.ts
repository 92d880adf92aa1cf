/** The message files: every translation says something that English says, with the same values in it. */

import { expect, test } from 'vitest'
import ar from './ar.json' with { type: 'json' }
import en from './en.json' with { type: 'json' }
import fr from './fr.json' with { type: 'json' }

type Messages = { readonly [key: string]: string | Messages }

const PLURAL = /_(zero|one|two|few|many|other)$/

/** `{ a: { b_one: 'x' } }` gives `a.b` with all its forms. */
function flat(messages: Messages, path = ''): Map<string, string[]> {
  const out = new Map<string, string[]>()
  for (const [key, value] of Object.entries(messages)) {
    const name = `${path}${key.replace(PLURAL, '')}`
    if (typeof value === 'string') out.set(name, [...(out.get(name) ?? []), value])
    else for (const [inner, forms] of flat(value, `${name}.`)) out.set(inner, forms)
  }
  return out
}

/** The values put into a message; `count` may be left to the words (`one`, `two`). */
const values = (forms: readonly string[] = []): string[] =>
  [...new Set(forms.join(' ').match(/\{\{\w+/g))].filter((value) => value !== '{{count').sort()

const english = flat(en)

test.each([
  ['fr', fr],
  ['ar', ar],
])('%s says nothing that English does not, and loses no value', (_language, messages: Messages) => {
  for (const [key, forms] of flat(messages)) {
    expect(english.has(key), key).toBe(true)
    expect(values(forms), key).toEqual(values(english.get(key)))
  }
})
