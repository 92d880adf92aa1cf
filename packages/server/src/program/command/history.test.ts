/** Looking back from the command line, and checking a record's file with nothing but its format. */

import { createHash } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { api } from '@travaux/core'
import { CLAUSE, join as joinRoom, until } from '../../trial/client.ts'
import { travaux } from '../../trial/command.ts'
import { startTrial, temporaryFolder, TEXT, type Trial } from '../../trial/server.ts'

let trial: Trial
beforeAll(async () => {
  trial = await startTrial()
  const [writer, reader] = [await joinRoom(trial, 'expert-weog'), await joinRoom(trial, 'chair')]
  writer.type('Afresh. ')
  await until(() => reader.words().startsWith('Afresh. '))
  writer.leave()
  reader.leave()
})
afterAll(() => trial.stop())

describe('looking back', () => {
  it('writes a text as it stood, to a file or as Markdown', async () => {
    const now = await travaux(trial.data, 'at', TEXT, '--time', '2999-01-01')
    const then = await travaux(trial.data, 'at', TEXT, '--seq', '2')
    expect([now.out.join().includes('Afresh.'), then.out.join().includes('Afresh.')]).toEqual([true, false])
    expect((await travaux(trial.data, 'at', TEXT, '--seq', '2', '--to', 'then.json')).code).toBe(0)
    expect(await readFile(join(trial.data, 'then.json'), 'utf8')).not.toContain('Afresh.')
  })

  it('tells who wrote what, in the folder as through the server', async () => {
    const where = ['--server', trial.url, '--token', trial.token('lantern')]
    const local = await travaux(trial.data, 'blame', TEXT, '--clause', CLAUSE, '--json')
    const remote = await travaux(trial.data, 'blame', TEXT, '--clause', CLAUSE, '--json', ...where)
    expect(api.blameSchema.parse(JSON.parse(local.out[0] ?? ''))).toEqual(JSON.parse(remote.out[0] ?? ''))
    expect((await travaux(trial.data, 'blame', TEXT, '--clause', CLAUSE)).out.join('\n')).toMatch(
      /Z .+ \(.+\): Afresh\. $/m,
    )
  })

  it.each([
    [['at', TEXT], /either --seq or --time/],
    [['at', TEXT, '--seq', 'x'], /not the number of an entry/],
    [['at', TEXT, '--time', 'noon'], /not a time/],
    [['at', 'nothing', '--seq', '1'], /no text nothing/],
    [['blame', TEXT, '--clause', 'nothing'], /no clause nothing/],
    [['record', 'nothing', '--to', 'x.jsonl'], /no text nothing/],
  ])('%j ends with a sentence', async (words, says) => {
    expect(await travaux(trial.data, ...words)).toMatchObject({ code: 2, notes: [expect.stringMatching(says)] })
  })
})

function sha256(...parts: (string | Buffer)[]): Buffer {
  return parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()
}

/** A verifier written from `docs/protocol.md` alone: the first fault of a record's file, or undefined. */
function faultIn(file: string): string | undefined {
  const [first = '', ...lines] = file.trimEnd().split('\n')
  const title = JSON.parse(first) as { format: string; text: string; entries: number; hash: string }
  if (title.format !== 'travaux-record-1') return 'format'
  let hash = sha256(`travaux record 1\n${title.text}`)
  for (const [index, line] of lines.entries()) {
    const entry = JSON.parse(line) as Record<'actor' | 'delegation' | 'kind' | 'room' | 'body' | 'hash', string> &
      Record<'seq' | 'at', number>
    const { seq, at, actor, delegation, kind, room } = entry
    if (seq !== index + 1) return `seq ${seq}`
    const head = JSON.stringify([seq, at, actor, delegation, kind, room])
    hash = sha256(hash, `${head}\n`, Buffer.from(entry.body, 'base64'))
    if (hash.toString('hex') !== entry.hash) return `hash ${seq}`
  }
  return lines.length === title.entries && hash.toString('hex') === title.hash ? undefined : 'end'
}

const recordFile = (): string => join(trial.data, 'record.jsonl')

describe('a record in a file', () => {
  beforeAll(async () => {
    expect((await travaux(trial.data, 'record', TEXT, '--to', 'record.jsonl')).code).toBe(0)
  })

  it('is verified by a program that knows only the format', async () => {
    expect(faultIn(await readFile(recordFile(), 'utf8'))).toBeUndefined()
  })

  it('is verified without the body it came from', async () => {
    const elsewhere = await temporaryFolder()
    const { code, out } = await travaux(elsewhere, 'verify', recordFile())
    expect([code, out[0]]).toEqual([0, expect.stringContaining(`The record of ${TEXT} is sound: 48 entries`)])
    await rm(elsewhere, { recursive: true })
  })

  const spoil: Record<string, (lines: string[]) => string[]> = {
    'another time': (lines) => lines.map((line, at) => (at === 7 ? line.replace(/"at":1/, '"at":2') : line)),
    'another actor': (lines) => lines.map((line, at) => (at === 7 ? line.replace(/"actor":"[^"]*"/, '"actor":"x"') : line)),
    'other words': (lines) => lines.map((line, at) => (at === 2 ? line.replace(/"body":"..../, '"body":"AAAA') : line)),
    'an entry left out': (lines) => lines.toSpliced(9, 1),
    'two entries exchanged': (lines) => lines.with(8, lines[9] ?? '').with(9, lines[8] ?? ''),
    'its end cut off': (lines) => lines.slice(0, -1),
    'another text’s name': (lines) => lines.with(0, (lines[0] ?? '').replace(TEXT, 'other')),
    'a line that is none': (lines) => lines.with(5, '{'),
  } // oxfmt-ignore
  it.each(Object.entries(spoil))('with %s is found out, by both', async (_name, change) => {
    const lines = (await readFile(recordFile(), 'utf8')).trimEnd().split('\n')
    const spoilt = `${change(lines).join('\n')}\n`
    await writeFile(join(trial.data, 'spoilt.jsonl'), spoilt)
    expect((await travaux(trial.data, 'verify', 'spoilt.jsonl')).code).toBe(1)
    expect(() => {
      const fault = faultIn(spoilt)
      if (fault !== undefined) throw new Error(fault)
    }).toThrow()
  })
})
