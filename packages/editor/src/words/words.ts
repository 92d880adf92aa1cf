/** The words of the interface: message files by language, English complete, the others loaded when asked for. */

import i18next, { type i18n, type Resource } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { setApart } from './apart.ts'
import en from './en.json' with { type: 'json' }

/** The languages the interface speaks, by their own names. */
export const languages = { en: 'English', fr: 'Français', ar: 'العربية' } as const
export type Language = keyof typeof languages

const KEPT_AS = 'travaux:language'
const rightToLeft: ReadonlySet<string> = new Set(['ar', 'fa', 'he', 'ur'])

const loaders: Readonly<Record<Exclude<Language, 'en'>, () => Promise<{ default: Resource[string][string] }>>> = {
  fr: () => import('./fr.json', { with: { type: 'json' } }),
  ar: () => import('./ar.json', { with: { type: 'json' } }),
}

/** Which way a language is written. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return rightToLeft.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr'
}

/** Opens the words in the language chosen here before, or else the browser's. */
export async function openWords(): Promise<i18n> {
  await i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    resources: { en: { translation: en } },
    // React escapes what it shows. What is put into a message is set apart from it instead.
    interpolation: { escape: (value) => setApart(value, directionOf(i18next.language)) },
  })
  await speak(chosenLanguage())
  return i18next
}

/** Changes the language of the whole interface; a file that cannot be loaded leaves the one spoken before. */
export async function speak(language: Language): Promise<void> {
  if (language !== 'en' && !i18next.hasResourceBundle(language, 'translation')) {
    const loaded = await loaders[language]().catch(() => null)
    if (loaded === null) return
    i18next.addResourceBundle(language, 'translation', loaded.default)
  }
  localStorage.setItem(KEPT_AS, language)
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
  document.documentElement.dir = directionOf(language)
}

function chosenLanguage(): Language {
  const wanted = [localStorage.getItem(KEPT_AS), ...navigator.languages].map((tag) => tag?.split('-')[0] ?? '')
  return wanted.find(isLanguage) ?? 'en'
}

export function isLanguage(tag: string): tag is Language {
  return Object.hasOwn(languages, tag)
}
