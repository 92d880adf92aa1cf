/** How large the type on a room's screen is, as a multiple of the page's own; kept on the computer that shows it. */

const KEPT_AS = 'travaux:present:size'
const steps = [1, 1.25, 1.5, 1.75, 2, 2.5, 3] as const
const USUAL = 1.75

/** The size last chosen here. */
export function readSize(store: Pick<Storage, 'getItem'>): number {
  const kept = Number(store.getItem(KEPT_AS))
  return steps.find((step) => step === kept) ?? USUAL
}

export function writeSize(store: Pick<Storage, 'setItem'>, size: number): void {
  store.setItem(KEPT_AS, String(size))
}

/** The next larger size, or the same where there is none. */
export function larger(size: number): number {
  return steps.find((step) => step > size) ?? size
}

/** The next smaller size, or the same where there is none. */
export function smaller(size: number): number {
  return steps.findLast((step) => step < size) ?? size
}
