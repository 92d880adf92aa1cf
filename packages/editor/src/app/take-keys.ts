/** Keys that go to a field from the moment it is there, and back from the moment it is gone. */

/**
 * A reference for the field of something that a key opens. Whoever types on is not waited for: the next key may come
 * before any timer and any frame, and would be written into the text. So nothing that takes this may open by a
 * transition.
 */
export function takeKeys(field: HTMLElement | null): (() => void) | undefined {
  if (!field) return undefined
  const before = document.activeElement
  const around = field.closest('[role="dialog"]') ?? field
  field.focus({ preventScroll: true })
  return () => {
    const now = document.activeElement
    const isLeft = now !== document.body && !around.contains(now)
    if (!isLeft && before instanceof HTMLElement) before.focus({ preventScroll: true })
  }
}

/** What a dialog of the library is told for `takeKeys`: it opens and closes at once, and leaves the focus to it. */
export const atOnce = { transitionProps: { duration: 0 }, returnFocus: false } as const
