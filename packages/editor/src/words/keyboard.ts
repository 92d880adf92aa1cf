/** The names of keys as they stand on the keyboards of a language. */

const names: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  fr: { Shift: 'Maj', Enter: 'Entrée', Esc: 'Échap', Backspace: 'Retour arrière' },
}

/** `Ctrl+Shift+Enter` is `Ctrl+Maj+Entrée` in French; what a language has no name of its own for stays as it is. */
export function keysIn(language: string, keys: string): string {
  const known = names[language.split('-')[0] ?? '']
  return keys.replaceAll(/[A-Z][a-z]+/g, (key) => known?.[key] ?? key)
}
