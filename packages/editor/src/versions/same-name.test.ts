/** A name that a version has is known again, however it is typed. */

import type { api } from '@travaux/core'
import { expect, test } from 'vitest'
import { sameName } from './same-name.ts'

const version = (number: number, label: string): api.Version => ({
  id: `v${number}`,
  text: 't',
  number,
  label,
  symbol: '',
  at: 0,
  by: 'sec',
  seq: number,
  sha256: '',
})
const versions = [version(1, 'Zero draft'), version(2, 'Revised  draft'), version(3, 'Zero Draft')]

test.each([
  ['Zero draft', 3],
  [' zero  DRAFT ', 3],
  ['Revised draft', 2],
  ['Draft', undefined],
  ['Zero draft 2', undefined],
  ['  ', undefined],
])('%j is the name of version %s', (label, number) => {
  expect(sameName(label, versions)?.number).toBe(number)
})
