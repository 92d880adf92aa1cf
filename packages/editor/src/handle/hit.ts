/** Finding the clause that is drawn at a height of the window. */

/** Pixels up and down that are looked at where a margin between clauses is hit. */
const around = [0, -10, 10, -22, 22, -38, 38]

/** Looks in the middle of the column; undefined beyond the text and where something covers it. */
export function clauseAt(mount: HTMLElement, y: number): HTMLElement | undefined {
  const { left, width } = mount.getBoundingClientRect()
  for (const off of around) {
    const clause = document.elementFromPoint(left + width / 2, y + off)?.closest<HTMLElement>('.clause')
    if (clause && mount.contains(clause)) return clause
  }
  return undefined
}
