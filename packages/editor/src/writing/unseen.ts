/** What a page holds and does not show, or shows to be pressed and filled in: no words of what is copied from it. */

/** Never drawn: the hidden elements of the HTML standard, and what stands in for a player or a frame that cannot be shown. */
const hidden =
  '[hidden], area, base, basefont, datalist, head, link, meta, noembed, noframes, param, rp, script, style, template, title, noscript, iframe, audio, video, canvas'

const controls = 'select, button, textarea, input, meter, progress'

/** Takes out of a page what is not seen in it, and its controls, which part the words around them. */
export function dropUnseen(body: HTMLElement): void {
  for (const element of body.querySelectorAll(hidden)) element.remove()
  for (const element of body.querySelectorAll<HTMLElement>('[style]')) if (isUnseen(element)) element.remove()
  for (const element of body.querySelectorAll(controls)) element.replaceWith(' ')
}

/** Word says `mso-hide:all` of words and marks that it hides. */
function isUnseen(element: HTMLElement): boolean {
  const { display, visibility } = element.style
  if (display === 'none' || /mso-hide:\s*all/i.test(element.getAttribute('style') ?? '')) return true
  return visibility === 'hidden' || visibility === 'collapse'
}
