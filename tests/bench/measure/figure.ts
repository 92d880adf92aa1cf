/** What a measure yields: one number per server, and which way is better. */

export interface Figure {
  readonly name: string
  readonly unit: string
  readonly better: 'more' | 'less'
  /** By the server's name; undefined where it could not be measured, with the reason in `notes`. */
  readonly values: Readonly<Record<string, number | undefined>>
  readonly notes?: string
}

/** How many times better ours is than another's figure; undefined where either is missing. */
export function ratio({ better, values }: Figure, ours: string, other: string): number | undefined {
  const [own, theirs] = [values[ours], values[other]]
  if (own === undefined || theirs === undefined) return undefined
  const [top, bottom] = better === 'more' ? [own, theirs] : [theirs, own]
  return bottom === 0 ? (top === 0 ? 1 : Infinity) : top / bottom
}

/** One measure after another, each on every server in turn, a fresh process each time. */
export type Section = () => Promise<readonly Figure[]>
