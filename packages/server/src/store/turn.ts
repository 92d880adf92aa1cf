/** Giving way: long work in small pieces lets whoever else waits have its turn between them. */

/** Resolves once everything that has arrived meanwhile has been taken. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve)
  })
}
