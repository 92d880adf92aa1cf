/** What can wait until the person has seen what they did. */

/** No frame is drawn of a page behind others: then this many milliseconds are enough. */
const UNSEEN = 300

/** Runs something once the frame that is being made has been drawn; call what it gives to have it not run. */
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
