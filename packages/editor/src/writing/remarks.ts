/** Comments that Word copies along with the words they are about: no words of the text that those are pasted into. */

/** What Word sets aside for comments at the end of a page; browsers that clean a page leave the class of their words. */
const aside = '[style*="mso-element:comment"]'
const remark = `${aside}:not([style*="mso-element:comment-list"]), .msocomtxt`
const sign = '.msocomanchor, a[href*="#_msocom_"]'

/** What has the style of a sign. Words may have it too, for it goes on behind a sign that one writes behind. */
const styled = '.MsoCommentReference'

/**
 * Takes the comments and their signs out of a page. The words that they are about stay.
 * @returns how many comments there were
 */
export function dropRemarks(body: HTMLElement): number {
  const remarks = outermost(body, remark).length
  for (const element of body.querySelectorAll(`${aside}, ${remark}`)) element.remove()
  const signs = body.querySelectorAll(sign).length
  for (const element of body.querySelectorAll(`${sign}, [style*="mso-special-character:comment"]`)) element.remove()
  const bare = outermost(body, styled).filter(({ textContent }) =>
    /^\s*(?:\[\p{L}+\d+\]\s*)?$/u.test(textContent ?? ''),
  )
  for (const element of bare) element.remove()
  return Math.max(remarks, signs, bare.length > 0 ? 1 : 0)
}

function outermost(body: HTMLElement, selector: string): Element[] {
  return [...body.querySelectorAll(selector)].filter((element) => !element.parentElement?.closest(selector))
}
