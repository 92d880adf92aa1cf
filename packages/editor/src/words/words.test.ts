/** The message files: every language says all that English says, in all its forms, with the same values and tags in it. */

import { describe, expect, test } from 'vitest'
import ar from './ar.json' with { type: 'json' }
import en from './en.json' with { type: 'json' }
import fr from './fr.json' with { type: 'json' }

type Messages = { readonly [key: string]: string | Messages }

const PLURAL = /_(?:zero|one|two|few|many|other)$/

/** `{ a: { b_one: 'x' } }` gives `a.b`, and of it `{ _one: 'x' }`; a message without a plural has the form ''. */
function flat(messages: Messages, path = ''): Map<string, ReadonlyMap<string, string>> {
  const out = new Map<string, ReadonlyMap<string, string>>()
  for (const [key, value] of Object.entries(messages)) {
    const [form = ''] = PLURAL.exec(key) ?? []
    const name = `${path}${key.slice(0, key.length - form.length)}`
    if (typeof value === 'string') out.set(name, new Map([...(out.get(name) ?? []), [form, value]]))
    else for (const [inner, forms] of flat(value, `${name}.`)) out.set(inner, forms)
  }
  return out
}

/** The forms that what can be counted in a text takes: a million is left out, for which French has one of its own. */
function counted(language: string): string[] {
  const rules = new Intl.PluralRules(language)
  return [...new Set(Array.from({ length: 1000 }, (_, count) => `_${rules.select(count)}`))]
}

/** Values put into a message and tags in it. */
function parts(message = ''): string[] {
  return [...new Set(message.match(/\{\{\s*\w+|<\/?\w+/g))].sort()
}

/** One and two may be words (`شخصان`), and of nothing there is nothing to name. */
function wantedParts(form: string, whole: readonly string[]): readonly string[] {
  return form === '_one' || form === '_two' ? whole.filter((part) => part !== '{{count') : whole
}

const english = flat(en)

describe.each([
  ['en', en],
  ['fr', fr],
  ['ar', ar],
])('%s', (language, messages: Messages) => {
  const said = flat(messages)

  test('says what English says, and nothing else', () => {
    expect([...said.keys()].sort()).toEqual([...english.keys()].sort())
  })

  test('has all forms of it, each with all the values and tags', () => {
    for (const [key, forms] of english) {
      const own = said.get(key) ?? new Map<string, string>()
      const wanted = forms.has('') ? [''] : [...new Set([...forms.keys(), ...counted(language)])]
      expect([...own.keys()].sort(), key).toEqual(wanted.sort())
      const whole = parts(forms.get('') ?? forms.get('_other'))
      for (const [form, message] of own) {
        if (form !== '_zero')
          expect(parts(message), key + form).toEqual(expect.arrayContaining([...wantedParts(form, whole)]))
        expect(whole, key + form).toEqual(expect.arrayContaining(parts(message)))
      }
    }
  })
})

test('French is set as French is: no line begins with a sign, and an apostrophe is one', () => {
  for (const [key, forms] of flat(fr))
    for (const message of forms.values()) expect(message, key).not.toMatch(/'|« | [:;?!»]/)
})

test('a clause is a disposition in French, and never also something else', () => {
  for (const [key, forms] of flat(fr))
    for (const message of forms.values()) expect(message, key).not.toMatch(/(?<!\{\{)clause/i)
})
