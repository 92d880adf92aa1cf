/** Ours and the word diffs it is measured beside, each as one function; loaded only where it is measured. */

import { wholeText, type Texts } from './texts.ts'

/** Compares two texts, as a program that uses the tool would. */
export type Compare = () => unknown

/** Prepares a comparison: what is not the tool's own work is done before the clock starts. */
type Tool = (texts: Texts) => Promise<Compare>

/** By name, ours first. The peers are given the whole text, and find neither clauses nor moves in it. */
export const tools: Readonly<Record<string, Tool>> = {
  Travaux: async (texts) => {
    const { compare } = await import('@travaux/core')
    return () => compare(texts.old, texts.new)
  },
  'Travaux, ids kept': async (texts) => {
    const { compare } = await import('@travaux/core')
    return () => compare(texts.old, texts.edited)
  },
  diff: async (texts) => {
    const { diffWordsWithSpace } = await import('diff')
    const [old, now] = whole(texts)
    return () => diffWordsWithSpace(old, now)
  },
  'diff-match-patch, gives up after 1 s': (texts) => matchPatch(texts, 1),
  'diff-match-patch, no limit': (texts) => matchPatch(texts, 0),
  'fast-myers-diff': async (texts) => {
    const { diff } = await import('fast-myers-diff')
    const [old, now] = whole(texts)
    return () => [...diff(wordsOf(old), wordsOf(now))]
  },
}

function whole(texts: Texts): readonly [old: string, now: string] {
  return [wholeText(texts.old), wholeText(texts.new)]
}

/** Words, runs of white space and signs: what `diff` compares too. */
function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+|\s+|[^\p{L}\p{N}\s]/gu) ?? []
}

/** By letters, as it comes, then made readable; it silently settles for less when its time is over. */
async function matchPatch(texts: Texts, seconds: number): Promise<Compare> {
  const { default: DiffMatchPatch } = await import('diff-match-patch')
  const [old, now] = whole(texts)
  const engine = new DiffMatchPatch()
  engine.Diff_Timeout = seconds
  return () => {
    const parts = engine.diff_main(old, now)
    engine.diff_cleanupSemantic(parts)
    return parts
  }
}
