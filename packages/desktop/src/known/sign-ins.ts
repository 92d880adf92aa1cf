/** Which servers said that the member is signed out, as far as their last answers tell. */

export interface SignIns {
  readonly isOut: (key: string) => boolean
  /** The server answered a member, or a stranger. */
  readonly note: (key: string, isIn: boolean) => void
}

export function openSignIns(changed: () => void): SignIns {
  const out = new Set<string>()
  return {
    isOut: (key) => out.has(key),
    note: (key, isIn) => {
      if (isIn === !out.has(key)) return
      if (isIn) out.delete(key)
      else out.add(key)
      changed()
    },
  }
}
