/** A value that stays the same object for as long as it says the same, so that nothing is drawn again for its sake. */

import { useState } from 'react'

export function useSame<T extends object>(value: T, says: (before: T, now: T) => boolean): T {
  const [kept, keep] = useState(value)
  if (kept === value || says(kept, value)) return kept
  keep(value)
  return value
}
