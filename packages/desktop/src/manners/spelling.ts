/**
 * Spelling in the language of the text in front. Dictionaries of the system are used where it has them; others are
 * fetched only from where the person, or who installed the application, has said.
 */

import type { Session } from 'electron'

export interface Speller {
  readonly window: { readonly webContents: { readonly session: Session }; readonly isFocused: () => boolean }
}

export interface Spelling {
  /** The text in a window is in this language. */
  readonly set: (shown: Speller, language: string) => void
  /** A window came to the front: the spelling follows its text. */
  readonly focus: (shown: Speller) => void
}

export interface SpellingOptions {
  readonly platform: NodeJS.Platform
  /** Address that dictionaries are fetched from; without one, nothing is fetched. */
  readonly dictionaries: string | undefined
}

export function openSpelling({ platform, dictionaries }: SpellingOptions): Spelling {
  const languages = new WeakMap<object, string>()
  const apply = ({ window }: Speller): void => {
    const { session } = window.webContents
    const language = languages.get(window)
    // A Mac knows the language of what it reads by itself.
    if (platform === 'darwin' || language === undefined) return
    if (dictionaries !== undefined) session.setSpellCheckerDictionaryDownloadURL(dictionaries)
    const found = bestOf(language, session.availableSpellCheckerLanguages)
    const ready = dictionaries !== undefined && found !== undefined
    session.setSpellCheckerEnabled(ready)
    if (ready) session.setSpellCheckerLanguages([found])
  }
  return {
    set: (shown, language) => {
      languages.set(shown.window, language)
      if (shown.window.isFocused()) apply(shown)
    },
    focus: apply,
  }
}

/** The dictionary for a language: its own, else that of any region of it. */
export function bestOf(language: string, available: readonly string[]): string | undefined {
  const wanted = language.toLowerCase()
  const [base = ''] = wanted.split('-')
  return (
    available.find((one) => one.toLowerCase() === wanted) ??
    available.find((one) => one.toLowerCase() === base) ??
    available.find((one) => one.toLowerCase().startsWith(`${base}-`))
  )
}
