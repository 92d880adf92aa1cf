/** The colours of the sample body's delegations. */

import { expect, test } from 'vitest'
import { meet, openHues } from '../packages/editor/src/people/hue.ts'
import { fictionalStates, members } from '../packages/server/src/sample/people.ts'

test('the delegations of the sample body all differ, and so do the States that its texts name', () => {
  const hues = openHues()
  const body = members.map(({ delegation }) => delegation)
  meet(body, hues)
  expect(new Set(body.map(hues)).size).toBe(body.length)
  expect(new Set(fictionalStates.map(hues)).size).toBe(fictionalStates.length)
})
