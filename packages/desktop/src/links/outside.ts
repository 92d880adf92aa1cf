/** Links that leave the application. Pure. */

/** An address that may be opened outside: http, https or mail, without a password in it. Undefined for all others. */
export function outsideAddress(url: string): string | undefined {
  if (url.length > 2000 || !URL.canParse(url)) return undefined
  const parsed = new URL(url)
  if (!['http:', 'https:', 'mailto:'].includes(parsed.protocol) || parsed.username || parsed.password) return undefined
  return parsed.href
}
