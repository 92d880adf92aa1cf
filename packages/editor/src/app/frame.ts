/** What can wait until the person has seen what they did. */

/** Milliseconds to wait at most: of a page behind others no frame is drawn. */
const UNSEEN = 300

/** Runs something once the frame that is being made has been drawn. @returns calls it off */
export function behindFrame(run: () => void): () => void {
  if (typeof requestAnimationFrame !== 'function') {
    const timer = setTimeout(run)
    return () => clearTimeout(timer)
  }
  const once = (): void => {
    cancelAnimationFrame(frame)
    run()
  }
  let timer = setTimeout(once, UNSEEN)
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer)
    timer = setTimeout(run)
  })
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}
