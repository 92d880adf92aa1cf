/** The command line, as scripts call it. */

import { DatabaseSync } from 'node:sqlite'
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CLAUSE, join as joinRoom, until } from '../../trial/client.ts'
import { travaux } from '../../trial/command.ts'
import { startTrial, TEXT, type Trial } from '../../trial/server.ts'

let trial: Trial
beforeAll(async () => {
  trial = await startTrial()
})
afterAll(() => trial.stop())

describe('beside a server at work', () => {
  it('lists members and texts', async () => {
    const members = await travaux(trial.data, 'members', '--json')
    expect(JSON.parse(members.out[0] ?? '')).toHaveLength(11)
    expect((await travaux(trial.data, 'texts')).out.join('\n')).toContain('framework-v1  version 1')
  })

  it('makes links and tokens, for a member by id or by name', async () => {
    const link = await travaux(trial.data, 'link', '--member', 'Oona Fairlight')
    expect(link.out[0]).toMatch(/^http:\/\/localhost:\d+\/sign-in\?token=[\w-]{43}$/)
    const token = await travaux(trial.data, 'token', '--member', 'chair')
    const headers = { authorization: `Bearer ${token.out[0]}` }
    expect((await fetch(`${trial.url}/api/me`, { headers })).status).toBe(200)
  })

  it('imports through it, exports, and compares', async () => {
    await writeFile(join(trial.data, 'draft.md'), '# A title\n\n## Article 1\n\n1. Each State shall act.\n')
    const [id] = (await travaux(trial.data, 'import', 'draft.md', '--title', 'Imported')).out
    expect(id).toMatch(/^imported-/)
    expect((await travaux(trial.data, 'export', id ?? '', '--to', 'out.md')).code).toBe(0)
    expect(await readFile(join(trial.data, 'out.md'), 'utf8')).toContain('Each State shall act.')
    const same = await travaux(trial.data, 'compare', id ?? '', 'out.md', '--json')
    expect(JSON.parse(same.out[0] ?? '')).toMatchObject({ summary: { amended: 0, added: 0, deleted: 0 } })
    const where = ['--server', trial.url, '--token', trial.token('secretariat')]
    const over = await travaux(trial.data, 'import', 'draft.md', ...where)
    expect(over.code).toBe(0)
  })

  it('says how many struck words an imported file had', async () => {
    const source = '<h1>A title</h1><p>Article 1</p><p>1. Each State <del>may </del><ins>shall </ins>act.</p>'
    await writeFile(join(trial.data, 'tracked.html'), source)
    const { out, notes } = await travaux(trial.data, 'import', 'tracked.html', '--json')
    expect(JSON.parse(out[0] ?? '')).toMatchObject({ title: 'A title', struck: 1 })
    expect(notes).toEqual(['tracked.html: 1 word struck out, or deleted as a tracked change, was left out'])
    expect((await travaux(trial.data, 'compare', 'tracked.html', 'draft.md')).notes).toHaveLength(1)
  })

  it('writes reports of a comparison, and counts', async () => {
    const sides = ['framework-v1', TEXT]
    const { out } = await travaux(trial.data, 'compare', ...sides, '--stat', '--html', 'r.html', '--md', 'r.md')
    expect(out).toEqual([expect.stringMatching(/^(\d+ [a-z]+(, )?)+$/)])
    const html = await readFile(join(trial.data, 'r.html'), 'utf8')
    expect(html).toMatch(/^<!doctype html>[^]*<dd[^>]*>framework-v1<\/dd>[^]*<ins>/)
    expect(await readFile(join(trial.data, 'r.md'), 'utf8')).toMatch(/^# Comparison: /)
    const json = JSON.parse((await travaux(trial.data, 'compare', ...sides, '--json')).out[0] ?? '') as object
    expect(json).toMatchObject({ summary: { amended: expect.any(Number) }, pairs: expect.any(Array) })
  })

  it('names in a report who changed what since a version of the text', async () => {
    await trial.command('secretariat', { type: 'version.issue', version: 'before-edit', label: 'Before', symbol: '' })
    const page = await joinRoom(trial, 'chair')
    page.type('Reported ')
    const draft = async () => JSON.stringify((await trial.ask('chair', `/api/texts/${TEXT}/draft`)).body)
    await expect.poll(draft).toContain('Reported')
    page.leave()
    await travaux(trial.data, 'compare', 'before-edit', TEXT, '--md', 'who.md')
    expect(await readFile(join(trial.data, 'who.md'), 'utf8')).toMatch(/## Who changed what[^]*\(Chair\)/)
  })

  it('does not start a second server on the folder', async () => {
    const second = await travaux(trial.data, 'serve')
    expect(second).toMatchObject({ code: 2, notes: [expect.stringContaining('A server is at work on')] })
  })
})

describe('asked wrongly', () => {
  it.each([
    [['frobnicate'], /unknown command/],
    [['link'], /required option/],
    [['link', '--member', 'nobody'], /no member nobody/],
    [['export', 'nothing', '--to', 'x.md'], /no file, text or version named nothing/],
    [['export', 'framework', '--to', 'x.pdf'], /\.pdf cannot be written/],
    [['compare', 'framework', 'zero-draft', '--docx', 'x.docx'], /Word files are not written yet/],
    [['compare', 'framework', 'missing.md'], /There is no file missing\.md/],
    [['compare', 'framework', 'zero-draft', '--html', 'no/such/r.html'], /no\/such\/r\.html cannot be written/],
    [['import', 'missing.md'], /missing\.md cannot be read/],
    [['verify', 'nothing'], /no file or text named nothing/],
    [['texts', '--server', 'http://127.0.0.1:1'], /--token/],
  ])('%j ends with 2 and a sentence', async (words, sentence) => {
    const { code, notes } = await travaux(trial.data, ...words)
    expect([code, notes.join('\n')]).toEqual([2, expect.stringMatching(sentence)])
  })

  it('an empty folder is told to be empty', async () => {
    const empty = await mkdtemp(join(tmpdir(), 'travaux-'))
    expect(await travaux(empty, 'texts')).toMatchObject({ code: 2, notes: [expect.stringContaining('no body')] })
    await rm(empty, { recursive: true })
  })
})

/** A copy of the trial's record, for a test to spoil. */
async function copyOfRecord(): Promise<{ data: string; db: DatabaseSync }> {
  const data = await mkdtemp(join(tmpdir(), 'travaux-'))
  const whole = new DatabaseSync(join(trial.data, 'record.db'))
  whole.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  whole.close()
  await copyFile(join(trial.data, 'record.db'), join(data, 'record.db'))
  return { data, db: new DatabaseSync(join(data, 'record.db')) }
}

describe('verify', () => {
  const flipped = 'CAST(substr(body, 1, 5) || char(unicode(substr(body, 6, 1)) + 1) || substr(body, 7) AS BLOB)'

  it('finds a record sound', async () => {
    const page = await joinRoom(trial, 'chair')
    page.type('Verified ')
    await trial.command('chair', { type: 'baseline.pin', text: 'framework', version: 'framework-v1' })
    await until(() => page.words(CLAUSE).startsWith('Verified'))
    page.leave()
    expect(await travaux(trial.data, 'verify')).toMatchObject({ code: 0 })
    const one = await travaux(trial.data, 'verify', TEXT, '--json')
    expect(JSON.parse(one.out[0] ?? '')).toMatchObject({ text: TEXT, kind: 'sound' })
  })

  it.each([
    [
      'one altered byte',
      `UPDATE entries SET body = ${flipped} WHERE text = '${TEXT}' AND seq = 14`,
      'entry 14 does not',
    ],
    ['another name', `UPDATE entries SET actor = 'chair' WHERE text = '${TEXT}' AND seq = 15`, 'entry 15 does not'],
    ['another time', `UPDATE entries SET at = at + 1 WHERE text = '${TEXT}' AND seq = 15`, 'entry 15 does not'],
    ['a missing entry', `DELETE FROM entries WHERE text = '${TEXT}' AND seq = 16`, 'entry 16 is missing'],
    [
      'a missing end',
      `DELETE FROM entries WHERE text = '${TEXT}' AND seq = (SELECT max(seq) FROM entries WHERE text = '${TEXT}')`,
      'but was known to reach',
    ],
  ])('finds %s', async (_name, spoil, sentence) => {
    const { data, db } = await copyOfRecord()
    db.exec(spoil)
    db.close()
    const { code, out } = await travaux(data, 'verify', TEXT)
    expect([code, out[0]]).toEqual([1, expect.stringContaining(sentence)])
    await rm(data, { recursive: true })
  })
})
