/** How deep a plain value is nested: what is nested without bound can exhaust the stack of whoever reads it. */

/** Whether a value holds others more than so many levels deep. Never goes deeper itself. */
export function deeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((part) => deeperThan(levels - 1, part))
}
