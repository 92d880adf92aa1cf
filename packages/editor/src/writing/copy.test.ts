/** What a text makes of references that were copied in another one. */

import { referenceTo } from '@travaux/core'
import { Fragment, Slice } from 'prosemirror-model'
import { expect, test } from 'vitest'
import { sayings, schema, wordsOfNodes } from '../binding/schema.ts'
import { two } from '../binding/trial.ts'
import { withKnownReferences } from './copy.ts'

test('a reference whose clause the text does not have becomes the words it said, and others stay live', () => {
  const [ana] = two()
  const [own, strange] = ['p1', 'elsewhere'].map((clause) => schema.node('embed', { value: referenceTo(clause) }))
  if (!own || !strange) throw new Error('two references were made')
  sayings.set(strange, 'article 7')
  const slice = new Slice(Fragment.from([schema.text('see '), own, strange]), 0, 0)
  expect(wordsOfNodes(withKnownReferences(slice, ana.doc).content.content)).toEqual([
    { insert: 'see ' },
    { insert: referenceTo('p1') },
    { insert: 'article 7' },
  ])
})

test('a reference whose clause comes with it stays live', () => {
  const [ana] = two()
  const reference = schema.node('embed', { value: referenceTo('elsewhere') })
  sayings.set(reference, 'article 7')
  const slice = new Slice(Fragment.from(reference), 0, 0)
  const read = withKnownReferences(slice, ana.doc, new Set(['elsewhere']))
  expect(wordsOfNodes(read.content.content)).toEqual([{ insert: referenceTo('elsewhere') }])
})
