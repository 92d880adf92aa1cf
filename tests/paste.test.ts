/** What is copied in Word, in Google Docs or as plain text comes in with its structure and words and none of its styling. */

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, signIn } from './support/browser.ts'
import { startServer, type RunningServer } from './support/server.ts'
import { createText, openText, paste, shownClauses, simpleDraft } from './support/text.ts'

let server: RunningServer
let browser: Browser
let page: Page

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  page = (await signIn(browser, server, 'expert-african')).page
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

async function pasteInto(html: string, text: string): Promise<void> {
  await openText(page, server, await createText(server, simpleDraft('Paste', { Object: [''] })))
  await page.locator('.travaux-text .clause').nth(1).click()
  await pasteHere(html, text)
}

const pasteHere = (html: string, plain: string, into?: string): Promise<void> =>
  paste(page, { html, plain, ...(into !== undefined && { into }) })

/** Numbers and words of the clauses, a line each. */
async function shown(): Promise<string[]> {
  const numbers = await page
    .locator('.travaux-text .clause')
    .evaluateAll((clauses) => clauses.map((clause) => (clause as HTMLElement).dataset['label'] ?? ''))
  const words = await shownClauses(page)
  return numbers.map((number, index) => `${number} ${words[index]}`)
}

const expected = [
  'Article 1 Object',
  '1. Each State Party shall:',
  '(a) prohibit the export, in particular:',
  '(i) of chairs;',
  '(ii) of cuffs;',
  '(b) license the rest.',
  '2. It shall keep records.',
]

const wordItem = (level: number, number: string, words: string): string =>
  `<p class=MsoListParagraph style='margin-left:36pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${number}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>${words}<o:p></o:p></p>`

test('from Word', async () => {
  const items = [
    wordItem(1, '1.', 'Each <b>State</b> Party shall:'),
    wordItem(2, '(a)', '<span style="font-family:Arial;color:red">prohibit the export</span>, in particular:'),
    wordItem(3, '(i)', 'of chairs;'),
    wordItem(3, '(ii)', 'of cuffs;'),
    wordItem(2, '(b)', 'license the rest.'),
    wordItem(1, '2.', 'It shall keep <i>records</i>.'),
  ]
  await pasteInto(
    `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body lang=EN-GB><!--StartFragment-->${items.join('')}<!--EndFragment--></body></html>`,
    '',
  )
  await expect.poll(shown).toEqual(expected)
  expect(await page.locator('.travaux-text strong').allInnerTexts()).toEqual(['State'])
  expect(await page.locator('.travaux-text em').allInnerTexts()).toEqual(['records'])
  expect(await page.locator('.travaux-text [style*="color"]').count()).toBe(0)
})

test('footnotes from Word come in as footnotes, and leave the end of the page', async () => {
  const sign = `<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]><span class=MsoFootnoteReference>[1]</span><![endif]></span></span></a>`
  const back = sign.replace('href="#_ftn1" name="_ftnref1"', 'href="#_ftnref1" name="_ftn1"')
  const note = `<div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all><hr align=left size=1 width="33%"><![endif]><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText>${back} See the <i>travaux</i>.<o:p></o:p></p></div></div>`
  await pasteInto(
    `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body>${wordItem(1, '1.', `Each State${sign} shall act.`)}${wordItem(1, '2.', 'It shall report.')}${note}</body></html>`,
    '',
  )
  await expect.poll(shown).toEqual(['Article 1 Object', '1. Each State1 shall act.', '2. It shall report.'])
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+c')
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied.split(/\s*\n\s*/).at(-1)).toBe('¹ See the travaux.')
})

const raised = (n: number) =>
  `<span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]><span class=MsoFootnoteReference>[${n}]</span><![endif]></span></span>`

/** What a browser makes of the page's own addresses where it cleans what is copied. */
const clip = 'file:///C:/Users/A/AppData/Local/Temp/msohtmlclip1/01/clip.htm'

const wordSign = (n: number): string =>
  `<a style='mso-footnote-id:ftn${n}' href="${clip}#_ftn${n}" name="_ftnref${n}" title="">${raised(n)}</a>`

const wordNote = (n: number, first: string, more = ''): string =>
  `<div style='mso-element:footnote' id=ftn${n}><p class=MsoFootnoteText><a style='mso-footnote-id:ftn${n}' href="${clip}#_ftnref${n}" name="_ftn${n}" title="">${raised(n)}</a> ${first}<o:p></o:p></p>${more}</div>`

const wordClip = (fragment: string, behind: string): string =>
  `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><!--StartFragment-->${fragment}<!--EndFragment-->${behind}</body></html>`

test('footnotes behind the fragment of Word come whole, and what has no words leaves no number', async () => {
  const said = page.getByRole('region', { name: 'What was pasted' })
  const fragment = wordItem(1, '1.', `Each State${wordSign(1)} shall act${wordSign(2)}.`)
  const notes = `<div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all><hr><![endif]>${wordNote(1, 'See the <i>travaux</i>.', '<p class=MsoFootnoteText>And more.</p>')}</div>`
  await pasteInto(wordClip(fragment, notes), '')
  await expect.poll(shown).toEqual(['Article 1 Object', '1. Each State1 shall act.'])
  await said.getByText('1 footnote did not come with what you pasted').waitFor()
  await page.locator('.travaux-text .footnote').hover()
  await page.getByText('See the travaux. And more.').waitFor()
  await pasteInto(wordClip(`<p class=MsoNormal>Each State${wordSign(1)} shall act.</p>`, ''), '')
  await expect.poll(shown).toEqual(['Article 1 Object', '1. Each State shall act.'])
  await said.getByText('1 footnote did not').waitFor()
})

const docsItem = (words: string): string =>
  `<li dir="ltr"><p dir="ltr" style="line-height:1.38"><span style="font-size:11pt">${words}</span></p></li>`

test('from Google Docs', async () => {
  const html = `<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><ol>${docsItem('Each State Party shall:')}<ol>${docsItem('prohibit the export, in particular:')}<ol>${docsItem('of chairs;')}${docsItem('of cuffs;')}</ol>${docsItem('license the rest.')}</ol>${docsItem('It shall keep records.')}</ol></b>`
  await pasteInto(html, '')
  await expect.poll(shown).toEqual(expected)
  expect(await page.locator('.travaux-text strong').count()).toBe(0)
})

test('from plain numbered text', async () => {
  const text = [
    '1. Each State Party shall:',
    '(a) prohibit the export, in particular:',
    '(i) of chairs;',
    '(ii) of cuffs;',
    '(b) license the rest.',
    '2. It shall keep records.',
  ]
  await pasteInto('', text.join('\n'))
  await expect.poll(shown).toEqual(expected)
  await page.keyboard.press('Control+z')
  await expect.poll(shown).toEqual(['Article 1 Object', '1. '])
  await page.keyboard.press('Control+a')
  await pasteHere('', ['1. It shall instead:', '(a) report.'].join('\n'))
  await expect.poll(shown).toEqual(['1. It shall instead:', '(a) report.'])
})

test('into a text that stands: no articles from lists, no title, and the lines of a page as sentences', async () => {
  const html = `<b style="font-weight:normal;" id="docs-internal-guid-2"><ol>${docsItem('Thumb-cuffs')}<ol>${docsItem('of steel')}</ol>${docsItem('Leg irons')}</ol></b>`
  await pasteInto(html, '')
  await expect.poll(shown).toEqual(['Article 1 Object', '1. Thumb-cuffs', '(a) of steel', '2. Leg irons'])
  await pasteInto('', '1. Thumb-cuffs')
  await expect.poll(shown).toEqual(['Article 1 Object', '1. Thumb-cuffs'])
  await page.keyboard.type(' and ')
  await pasteHere('', 'the other means of con-\nstraint that the Annex has')
  await expect
    .poll(shown)
    .toEqual(['Article 1 Object', '1. Thumb-cuffs and the other means of constraint that the Annex has'])
  await pasteInto('', 'Thumb-cuffs\nLeg irons\nChains')
  await expect.poll(shown).toEqual(['Article 1 Object', '1. Thumb-cuffs', '2. Leg irons', '3. Chains'])
})

test('what is struck out or deleted as a tracked change stays out, and that is said', async () => {
  const said = page.getByRole('region', { name: 'What was pasted' })
  const items = [
    wordItem(
      1,
      '1.',
      'Kept <ins cite="mailto:Ann" datetime="2026-01-01T10:00">new </ins><del cite="mailto:Ann" datetime="2026-01-01T10:00">old words </del>end.',
    ),
    wordItem(1, '2.', '<span class=msoDel><del cite="mailto:Ann">Gone.</del></span>'),
    wordItem(1, '3.', 'Red <s>struck</s> <span style="text-decoration:line-through">struck</span> text.'),
  ]
  await pasteInto(`<html><body>${items.join('')}</body></html>`, '')
  await expect.poll(shown).toEqual(['Article 1 Object', '1. Kept new end.', '2. Red text.'])
  await said.getByText('5 words that were struck out, or deleted as tracked changes, were left out').waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => said.count()).toBe(0)
  await pasteInto(
    '<b style="font-weight:normal"><span style="text-decoration:line-through">by suggestion</span><span>ke&shy;pt&#173;s</span></b>',
    '',
  )
  await expect.poll(shown).toEqual(['Article 1 Object', '1. kepts'])
  await said.getByText('2 words').waitFor()
})

test.each<[what: string, html: string, expected: string[]]>([
  [
    'a table with a caption and headings',
    '<table><caption>Goods</caption><tr><th>Code</th><th>Name</th></tr><tr><td>A1</td><td>Whips</td></tr></table>',
    ['Goods', 'Code | Name', 'A1 | Whips'],
  ],
  [
    'definitions and quotations',
    '<p>Intro</p><dl><dt>Goods</dt><dd>means any equipment</dd></dl><blockquote>First.</blockquote><blockquote>Second.</blockquote>',
    ['Intro', 'Goods', 'means any equipment', 'First.', 'Second.'],
  ],
  [
    'sections',
    '<p>Intro</p><header>Head</header><main><section>One</section><article>Two</article><aside>Three</aside></main><nav>Four</nav><footer>Foot</footer>',
    ['Intro', 'Head', 'One', 'Two', 'Three', 'Four', 'Foot'],
  ],
  [
    'what opens and what is filled in',
    '<details><summary>Sum</summary>Open</details><form><fieldset><legend>Legend</legend>Set</fieldset></form><address>Place</address>',
    ['Sum', 'Open', 'Legend', 'Set', 'Place'],
  ],
  [
    'figures and lines',
    '<figure>Figure<figcaption>Caption</figcaption></figure>One<hr>Two<pre>Three</pre>Four',
    ['Figure', 'Caption', 'One', 'Two', 'Three', 'Four'],
  ],
])('the blocks of a page are not glued: %s', async (_what, html, expected) => {
  await pasteInto(html, '')
  await expect.poll(async () => (await shownClauses(page)).slice(1)).toEqual(expected)
})

test('an item whose paragraph stands on a line of its own keeps its number', async () => {
  await pasteInto(
    '<ol>\n<li>\n<p>One is here.</p>\n<p>More of it.</p>\n</li>\n<li><p></p><p>Two is here.</p></li>\n</ol>',
    '',
  )
  await expect.poll(shown).toEqual(['Article 1 Object', '1. One is here.', ' More of it.', '2. Two is here.'])
})

const remarkSign = (n: number): string =>
  `<span class=MsoCommentReference><span style='font-size:8.0pt'><![if !supportAnnotations]><a class=msocomanchor id="_anchor_${n}" href="${clip}#_msocom_${n}" name="_msoanchor_${n}">[AB${n}]</a><![endif]><span style='mso-special-character:comment'>&nbsp;</span></span></span>`

const remark = (n: number, words: string): string =>
  `<div style='mso-element:comment'><div id="_com_${n}" class=msocomtxt><p class=MsoCommentText>${remarkSign(n).replace(`#_msocom_${n}" name="_msoanchor_${n}`, `#_msoanchor_${n}" name="_msocom_${n}`)}${words}</p></div></div>`

const remarks = `<div style='mso-element:comment-list'><![if !supportAnnotations]><hr class=msocomoff><![endif]>${remark(1, 'Our capital is against it.')}${remark(2, 'Secret.')}</div>`

test("Word's comments stay out, the words that they are about do not, and that is said", async () => {
  const said = page.getByRole('region', { name: 'What was pasted' })
  const about = `<a style='mso-comment-reference:AB_1;mso-comment-date:20260101T1000'>these words</a>${remarkSign(1)}`
  const behind = '<span class=MsoCommentReference><span style="font-size:8.0pt">, and these,</span></span>'
  const words = `Kept are ${about}${behind} and more${remarkSign(2)}.`
  await pasteInto(wordClip(`<p class=MsoNormal>${words}</p><p class=MsoNormal>End.</p>`, remarks), '')
  await expect
    .poll(async () => (await shownClauses(page)).slice(1))
    .toEqual(['Kept are these words, and these, and more.', 'End.'])
  await said.getByText('2 comments were left out of what you pasted.').waitFor()
  await pasteInto(wordClip(`<span lang=EN-GB>Kept are ${about}.</span>`, ''), '')
  await expect.poll(shown).toEqual(['Article 1 Object', '1. Kept are these words.'])
  await said.getByText('1 comment was left out of what you pasted.').waitFor()
})

const unseen =
  'Seen <span style="display: none">a </span><span hidden>b </span><span style="mso-hide:all">c </span><span style="visibility:hidden">d </span><template>e </template><script>f</script><style>g</style><noscript>h </noscript>'
const controls =
  'wor<span style="display:none">x</span>ds: <select><option>i</option><option>j</option></select><button>k</button><textarea>l</textarea><input value="m"> here<button>n</button>and <span aria-hidden="true">there</span>.'

test.each([
  ['in a paragraph', ''],
  ['in several', '<p>More.</p><p style="display:none">Less.</p>'],
])('what a page does not show, and its controls, stay out: %s', async (_where, more) => {
  await pasteInto(`<p>${unseen}${controls}</p>${more}`, '')
  const expected = ['Seen words: here and there.', ...(more === '' ? [] : ['More.'])]
  await expect.poll(async () => (await shownClauses(page)).slice(1)).toEqual(expected)
})

const chosen = '10\u00A0% «\u202Fof\u2009»'

test.each([
  ['in a paragraph', ''],
  ['in several', '<p>More.</p>'],
])('spaces that a writer chose stay, and those of a layout are plain: %s', async (_where, more) => {
  const layout =
    'Mr\u00A0X<span>\u00A0</span><b>is</b><span class="Apple-converted-space">\u00A0</span>here<span style="mso-spacerun:yes">\u00A0</span>and<span style="mso-tab-count:1">\u00A0\u00A0 </span>there,\u00A0 now'
  await pasteInto(`<p>${chosen} ${layout}</p>${more}`, '')
  const expected = [`${chosen} Mr\u00A0X is here and there, now`, ...(more === '' ? [] : ['More.'])]
  await expect.poll(async () => (await shownClauses(page)).slice(1)).toEqual(expected)
})

test('spaces that a writer chose stay in plain text', async () => {
  await pasteInto('', chosen)
  await expect.poll(async () => (await shownClauses(page)).slice(1)).toEqual([chosen])
  await pasteInto('', `1. ${chosen}\n2. ${chosen}`)
  await expect.poll(async () => (await shownClauses(page)).slice(1)).toEqual([chosen, chosen])
})

test('options that are copied stay options of one another', async () => {
  const { clauses, ...draft } = simpleDraft('Rivals', { Object: ['One wording.', 'Another wording.', 'Last.'] })
  const offered = clauses.map((clause) => (clause.id === 'article-0-1' ? { ...clause, option: 'article-0-0' } : clause))
  await openText(page, server, await createText(server, { ...draft, clauses: offered }))
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.locator('.travaux-text .clause').nth(1).click()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+c')
  const expected = ['1. Option 1 One wording.', '1. Option 2 Another wording.', '2. Last.']
  await openText(page, server, await createText(server, simpleDraft('Into', { Scope: ['Tail.'] })))
  await page.locator('.travaux-text .clause').nth(1).click()
  await page.keyboard.press('End')
  await page.keyboard.press('Control+v')
  await expect.poll(shown).toEqual(['Article 1 Scope', '1. Tail.', 'Article 2 Object', ...expected])
  await page.keyboard.press('Control+z')
  await expect.poll(shown).toEqual(['Article 1 Scope', '1. Tail.'])
})

/** Numbers and words of the clauses behind the first, line breaks as bars. */
async function shownLines(): Promise<string[]> {
  return page.locator('.travaux-text .clause').evaluateAll((clauses) =>
    clauses.slice(1).map((clause) => {
      const copy = clause.cloneNode(true) as HTMLElement
      for (const end of copy.querySelectorAll('br:not(.ProseMirror-trailingBreak)')) end.replaceWith('|')
      return `${(clause as HTMLElement).dataset['label'] ?? ''} ${copy.textContent ?? ''}`
    }),
  )
}

test.each<[what: string, html: string, expected: string[]]>([
  ['a line break', '<p>First line<br>second line</p><p>Next.</p>', [' First line|second line', ' Next.']],
  [
    'a message',
    'Dear all,<br><br>we propose:<br>1. Each Party shall act.<br>2. Each Party shall report.<br>',
    [' Dear all,', ' we propose:', '1. Each Party shall act.', '2. Each Party shall report.'],
  ],
  [
    'numbered lines as they were typed',
    '<pre><code>1. First line\n<span>(a) second</span>\n2. Third\n</code></pre>',
    ['1. First line', '(a) second', '2. Third'],
  ],
  ['one paragraph of such lines', '<pre>First line\nsecond line\n</pre>', ['1. First line|second line']],
  [
    'lines that a style shows',
    '<div style="white-space:pre-wrap">\n<p>One</p>\n<p>Two\nlines</p>\n</div>',
    [' One', ' Two|lines'],
  ],
])('lines of a page are read as lines: %s', async (_what, html, expected) => {
  await pasteInto(html, '')
  await expect.poll(shownLines).toEqual(expected)
})

test('in a footnote a page is one line of words', async () => {
  await openText(page, server, await createText(server, simpleDraft('Note', { Object: ['Each State shall act.'] })))
  await page.locator('.travaux-text .clause').nth(1).click()
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+c')
  await page.locator('.travaux-text .clause').nth(1).click()
  await page.keyboard.press('End')
  const items = [
    wordItem(1, '1.', `<b>First</b> paragraph${remarkSign(1)}.`),
    wordItem(2, '(a)', 'a <del>struck</del> point&nbsp;%,'),
  ]
  const table = '<table><tr><th>Code</th><th>Goods<br>listed</th></tr></table><p hidden>Gone.</p>'
  await page.keyboard.press('Control+Alt+n')
  await page.keyboard.type('See ')
  await pasteHere(`<html><body>${items.join('')}${table}</body></html>`, '', ':focus')
  await page.keyboard.type(' and ')
  await page.keyboard.press('Control+v')
  const field = page.locator(':focus')
  const expected =
    'See 1. First paragraph. (a) a point\u00A0%, Code | Goods listed and Article 1 Object 1. Each State shall act.'
  await expect.poll(() => field.evaluate((element) => element.textContent)).toBe(expected)
  expect(await field.locator('strong').allInnerTexts()).toEqual(['First'])
})

const manyLines = (name: string): string =>
  Array.from({ length: 1200 }, (_, nth) => `${(nth % 900) + 1}. ${name} ${nth}.`).join('\n')

test('of much that is pasted it is said that it is being pasted, and what is typed at once comes behind it', async () => {
  await pasteInto('', '1. First.')
  await page.evaluate(() => {
    const told: string[] = []
    new MutationObserver(() => {
      const status = document.querySelector('section[aria-label="What was pasted"] output')?.textContent
      if (status !== undefined && status !== told.at(-1)) told.push(status ?? '')
    }).observe(document.body, { childList: true, subtree: true })
    Object.assign(window, { told })
  })
  await pasteHere('', manyLines('Provision'))
  await page.getByText('Provision 1199.').waitFor()
  const status = page.getByRole('status').filter({ hasText: 'Pasting' })
  await expect.poll(() => status.count()).toBe(0)
  expect(await page.evaluate(() => (window as unknown as { told: string[] }).told)).toEqual([
    'Pasting 1200 paragraphs …',
  ])
  await pasteHere('', manyLines('Clause'))
  await page.keyboard.type(' Typed')
  await expect.poll(async () => (await shownClauses(page)).at(-1)).toBe('Clause 1199. Typed')
  expect(await page.locator('.travaux-text .clause').count()).toBe(2402)
})

/** Kinds and words of the clauses in their tree, a line each. */
async function shownTree(): Promise<string[]> {
  const places = await page.locator('.travaux-text .clause').evaluateAll((clauses) =>
    clauses.map((clause) => {
      const { kind = '', depth = '0' } = (clause as HTMLElement).dataset
      return `${'  '.repeat(Number(depth))}${kind}`
    }),
  )
  const words = await shownClauses(page)
  return places.map((place, index) => `${place} ${words[index]}`.trimEnd())
}

const [paragraphOne, paragraphTwo] = ['  paragraph Each State shall act.', '  paragraph It shall report.']

test('a whole instrument goes behind the article of the caret, and nothing in it stands beneath its title', async () => {
  const lines = ['DRAFT CONVENTION', 'The States Parties to this Convention,', 'Recalling the Charter,', 'Chapter I\nGeneral', 'Article 1\nObject', '1. Each Party shall act.', 'Annex I\nGoods', '1. Chairs'] // oxfmt-ignore
  const articles = { First: ['Each State shall act.', 'It shall report.'], Second: ['End.'] }
  await openText(page, server, await createText(server, simpleDraft('Instrument', articles)))
  await page.locator('.travaux-text .clause').nth(1).click()
  await page.keyboard.press('Home')
  for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowRight')
  const before = ['article First', paragraphOne, paragraphTwo, 'article Second', '  paragraph End.']
  await pasteHere('', lines.join('\n\n'))
  const after = [
    ...before.slice(0, 3),
    'text DRAFT CONVENTION',
    'preamble',
    '  text The States Parties to this Convention,',
    '  recital Recalling the Charter,',
    'chapter General',
    '  article Object',
    '    paragraph Each Party shall act.',
    ...before.slice(3),
    'annex Goods',
  ]
  await expect.poll(async () => (await shownTree()).slice(0, -1)).toEqual(after)
  await page.getByRole('status').filter({ hasText: 'Pasted after Article 1.' }).waitFor()
  await page.keyboard.press('Control+z')
  await expect.poll(shownTree).toEqual(before)
})

test.each<[where: string, pasted: string, after: string[]]>([
  [
    'a word, by paragraphs',
    '1. First.\n2. Second.',
    ['article Object', '  paragraph Each', '  paragraph First.', '  paragraph Second.', '  paragraph  shall act.'],
  ],
  [
    'a word, by an article',
    'Article 7\nTrade\n\n1. First.',
    ['article Object', '  paragraph Each  shall act.', paragraphTwo, 'article Trade', '  paragraph First.'],
  ],
  ['a word, by lines', 'First\nSecond', ['article Object', '  paragraph Each First', '  paragraph Second shall act.']],
])('one undo takes back what was pasted over %s, and one redo brings it', async (_where, pasted, after) => {
  const draft = simpleDraft('Over', { Object: ['Each State shall act.', 'It shall report.'] })
  await openText(page, server, await createText(server, draft))
  await page.locator('.travaux-text .clause').nth(1).click()
  await page.keyboard.press('Home')
  for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowRight')
  for (let step = 0; step < 5; step++) await page.keyboard.press('Shift+ArrowRight')
  const before = ['article Object', paragraphOne, paragraphTwo]
  await pasteHere('', pasted)
  await expect.poll(async () => (await shownTree()).slice(0, after.length)).toEqual(after)
  const all = await shownTree()
  await page.keyboard.press('Control+z')
  await expect.poll(shownTree).toEqual(before)
  await page.keyboard.press('Control+y')
  await expect.poll(shownTree).toEqual(all)
})

test('one undo takes back what was pasted over words of several clauses', async () => {
  const draft = simpleDraft('Across', { Object: ['Each State shall act.', 'It shall report.'] })
  await openText(page, server, await createText(server, draft))
  await page.locator('.travaux-text .clause').nth(1).click()
  await page.keyboard.press('Home')
  for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Shift+ArrowDown')
  const before = ['article Object', paragraphOne, paragraphTwo]
  await pasteHere('', '1. First.\n2. Second.')
  await expect.poll(shownTree).toContain('  paragraph First.')
  await page.keyboard.press('Control+z')
  await expect.poll(shownTree).toEqual(before)
})

const excel = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table border=0><!--StartFragment--><col width=64 span=3><tr height=20><td class=xl65>Item</td><td>Name</td><td>Qty</td></tr><tr><td align=right>1.1</td><td>Chair, <b>metal</b></td><td>5</td></tr><tr><td>1.2</td><td></td><td>7</td></tr><tr><td></td><td></td><td></td></tr><!--EndFragment--></table></body></html>`

test.each<[what: string, html: string, tables: number, expected: string[]]>([
  [
    'cells of a sheet, the empty ones among them',
    excel,
    1,
    ['Item | Name | Qty', '1.1 | Chair, metal | 5', '1.2 | | 7'],
  ],
  ['one row', '<table><tr><td>A1</td><td><p>Whips<br>and lashes</p></td></tr></table>', 1, ['A1 | Whips and lashes']],
  [
    'cells that reach over others',
    '<table><tr><th colspan=3>Goods</th></tr><tr><td rowspan=2>A</td><td>1</td><td>x</td></tr><tr><td colspan=2>2</td></tr><tr><td>B</td><td>3</td><td>y</td></tr></table>',
    1,
    ['Goods', 'A | 1 | x', '| 2 |', 'B | 3 | y'],
  ],
  [
    'what a layout sets side by side',
    '<table><tr><td>Left</td><td><ul><li>one</li></ul></td></tr></table><table><tr><td>First</td></tr><tr><td>Second</td></tr></table>',
    0,
    ['Left', 'one', 'First', 'Second'],
  ],
])('a table comes as lines, and that is said: %s', async (_what, html, tables, expected) => {
  await pasteInto(html, '')
  await expect.poll(async () => (await shownClauses(page)).slice(1)).toEqual(expected)
  const said = page.getByText('1 table came as lines: a clause for each row, its cells parted by |.')
  await expect.poll(() => said.count()).toBe(tables)
  await page.keyboard.press('Control+z')
  await expect.poll(shown).toEqual(['Article 1 Object', '1. '])
})

test('of a subscript it is said that it came as plain characters', async () => {
  await pasteInto('<p>Water is H<sub>2</sub>O.</p>', '')
  await expect.poll(shown).toEqual(['Article 1 Object', '1. Water is H2O.'])
  await page.getByText('1 subscript came as plain characters: a text has none.').waitFor()
})
