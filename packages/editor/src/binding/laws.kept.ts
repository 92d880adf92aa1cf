/** Scripts by which the laws of the binding (`laws.test.ts`) once broke, played each time. */

/** One thing that somebody does: its name, and two numbers by which its place is chosen. */
export interface KeptMove {
  readonly act: string
  readonly who: number
  readonly nth: number
  readonly at: number
}

/** By which undo took back more than one did, or less, amid what another did: Ana's client, and what was done. */
export const keptAmid: readonly [KeptMove[], number][] = [
  '10: his split 0 0, deliverAll 0 0, bracketSome 22 2, shiftSome 25 17, his merge 14 0, cut 15 0',
  '10: his remove 0 0, turn 9 3, deliverAll 0 0, his indentSome 2 18, his turn 4 15',
  '30: move 29 0, undo 0 0, split 19 1, his shift 21 49, his move 20 31',
  '10: merge 25 0, his note 25 1, deliver 0 1, replace 1 0',
  '10: insert 1 0, undo 0 0, adoptPlace 14 0, undo 0 0, redo 0 0, refer 0 0, his turn 1 3',
  '10: his shiftSome 1 2, offer 17 0, his bracket 10 1, shiftSome 16 29, removeRange 28 0, undo 0 0, deliverAll 0 0, redo 0 0, keep 29 0',
  '10: his shift 23 13, outdent 4 0, deliverAll 0 0, his move 28 29, split 0 0, his deliver 0 1, his cutAndPaste 25 57',
  '10: his remove 27 0, move 12 11, refer 19 0, merge 9 0, deliverAll 0 0, insert 0 0, his deliver 0 1, his shiftSome 5 3, restore 27 0',
  '10: his split 1 50, deliverAll 0 0, split 29 45, refer 0 13, removeRange 2 0',
  '10: move 19 42, his carry 7 2, deliverAll 0 0, his indent 11 0, cut 27 0, deliverAll 0 0, his move 10 28, his split 27 1, move 21 28',
  '10: remove 2 0, bracket 8 1, his merge 1 0, move 0 10',
  '10: sign 6 1, split 30 1, deliverAll 0 0, his remove 24 0',
  '10: cutAndPaste 5 59, removeRange 20 1, his merge 21 0',
  '10: refer 20 0, his carry 23 0, his deliver 0 1, his split 11 17, his carry 2 0',
  '10: his split 27 1, dragNatively 27 22, refer 21 0, removeRange 13 1',
  '10: merge 2 0, his remove 0 0, his remove 0 0, bold 6 0, split 0 0, deliverAll 0 0, removeRange 4 1, his merge 28 0, refer 24 2',
  '10: insert 0 13, his merge 25 0, deliver 0 1, his remove 3 0, cutAndPaste 28 1, his split 8 1, his deliver 0 1, his kind 18 0',
  '10: his merge 11 0, remove 5 0, removeRange 0 0, his deliver 0 1, his split 0 0, refer 0 0, deliver 0 2, his split 22 1, carry 24 0, remove 3 0',
  '10: insert 9 0, outdentSome 21 2, deliverAll 0 0, turn 13 39, his split 27 1',
  '10: removeRange 0 0, deliverAll 0 0, turn 20 39, offer 13 0, his split 27 1, removeRange 0 0, deliverAll 0 0, his merge 9 0, his turn 26 25',
  '10: split 2 1, shift 11 0, dragNatively 6 0, split 24 1, his offer 1 0, his move 21 0',
  '10: shift 29 7, deliverAll 0 0, his shift 7 3, move 3 0, deliverAll 0 0, remove 6 0, turn 4 27, deliverAll 0 0, undo 0 0, his split 19 1',
  '10: his carry 23 2, insert 2 3, his merge 13 0, deliverAll 0 0, merge 2 0, his carry 22 23, his split 5 1, carry 13 0, shiftSome 2 52, his shift 21 45',
  '10: his remove 0 0, merge 5 0, his outdentSome 2 6, his merge 1 0, carry 24 0, offer 25 0, deliverAll 0 0, offer 0 0, his cutAndPaste 14 0, merge 3 0, shift 19 0, cutAndPaste 7 0',
  '10: his kind 20 39, remove 0 0, his split 20 2, offer 0 0, split 11 46',
  '30: bracketSome 11 39, split 5 45, his split 29 43',
  '10: merge 22 0, his refer 0 45, merge 26 0, his remove 17 0, deliver 0 2, split 18 15',
  '10: refer 0 13, removeRange 28 0, his split 4 1',
  '10: offer 5 0, carry 22 0, his refer 0 26, beginArticle 13 0, his deliver 0 3, removeRange 1 0, his carry 0 27, his split 0 0, his split 25 8',
  '10: removeRange 30 0, his refer 0 39, offer 22 0, his deliver 0 2, his merge 15 0',
  '10: merge 2 0, his remove 3 0, his refer 0 2, his merge 22 0',
  '10: his split 1 22, his split 0 1, removeRange 0 0, his refer 0 12',
  '10: refer 0 15, his merge 9 0, shift 26 0, offer 19 0, carry 7 46, deliverAll 0 0, his offer 25 0, his remove 5 0, deliver 0 2, merge 20 0, offer 8 0, deliverAll 0 0, his merge 4 0',
  '10: merge 2 0, merge 2 0, his refer 0 31, his bracket 15 1, shift 29 3, offer 10 0, merge 18 0, refer 10 0, split 21 1',
  '10: outdentSome 21 7, his deliver 0 1, his indentSome 21 37, removeRange 0 0, remove 0 0, deliverAll 0 0, his outdent 7 0',
  '10: merge 3 0, removeRange 1 0, his remove 3 0',
  '10: outdentSome 12 7, offer 2 0, move 5 0, his outdentSome 3 37',
  '10: his remove 3 0, bold 9 0, refer 16 0, removeRange 25 0, his sign 9 0, undo 0 0, redo 0 0',
].map(readScript)

/** By which what one did while nothing was on its way was not what all read: who did what. */
export const keptSettled: readonly [KeptMove[]][] = [
  '0 indent 13 0, 0 splitNatively 1 24, 1 insert 10 0, 0 redo 0 0, 1 removeRange 0 0, 0 merge 30 0, 1 splitNatively 18 0, 1 merge 2 0, 0 undo 0 0, 0 dragNatively 17 38, 0 split 28 1',
  '0 split 9 1, 0 removeRange 2 0, 0 deleteNatively 2 0, 0 insert 1 0, 0 removeRange 3 0, 0 split 22 2, 0 merge 15 0, 0 merge 4 0, 0 merge 11 0, 0 remove 3 0, 1 split 8 5',
  '0 remove 3 0, 0 removeRange 8 0, 0 undo 0 0, 0 joinNatively 2 0, 0 removeRange 9 9, 0 joinNatively 2 0, 0 move 0 2, 0 split 0 22, 0 joinNatively 15 0, 0 adoptPlace 2 0, 1 split 6 8',
  '0 split 19 2, 0 shift 12 0, 0 move 11 38, 0 split 0 0, 0 offer 12 0, 1 split 20 1, 0 split 8 1',
  '0 joinNatively 0 0, 0 joinNatively 0 0, 0 removeRange 9 0, 1 adopt 30 0, 0 type 28 0, 1 undo 0 0, 0 carry 19 0, 1 split 14 1',
  '0 joinNatively 0 0, 0 deleteNatively 1 0, 0 removeRange 1 0, 0 joinNatively 1 0, 0 split 29 1, 1 merge 1 0, 0 carry 23 0, 1 split 22 22',
  '0 remove 0 0, 0 deleteNatively 0 0, 0 remove 1 0, 0 joinNatively 0 0, 0 cut 13 0, 1 turn 5 3, 0 merge 26 0, 0 split 10 1',
].map((line) => [line.split(', ').map((move) => ({ ...readMove(move.slice(2)), who: Number(move[0]) }))])

function readScript(line: string): [KeptMove[], number] {
  const [client = '', acts = ''] = line.split(': ')
  return [acts.split(', ').map(readMove), Number(client)]
}

function readMove(written: string): KeptMove {
  const [, act = '', nth, at] = /^(.+) (\d+) (\d+)$/u.exec(written) ?? []
  return { act, who: 0, nth: Number(nth), at: Number(at) }
}
