/** The number on the application's icon: what is unread at all servers together. */

export interface Badge {
  /** What is unread at one server. */
  readonly set: (key: string, unread: number) => void
}

/** `show` puts a number on the icon; 0 takes it away. */
export function openBadge(show: (unread: number) => void): Badge {
  const unread = new Map<string, number>()
  return {
    set: (key, count) => {
      unread.set(key, count)
      show([...unread.values()].reduce((sum, one) => sum + one, 0))
    },
  }
}
