/** How much of the computer something takes, for people. */

const units = ['kilobyte', 'megabyte', 'gigabyte'] as const

/** Such as `1.2 MB`, with at most one digit behind the point. */
export function sizeIn(bytes: number, language: string): string {
  const at = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1000, bytes)) / 3) - 1)
  const unit = units[at] ?? 'kilobyte'
  const format = new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: 1 })
  return format.format(bytes / 1000 ** (at + 1))
}
