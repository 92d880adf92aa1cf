/** The door of `core`: what a treaty text is. Pure: no network, no disk, no DOM, no clock. */

export { kinds, shownKind, isHeading, type Kind } from './clause/kind.ts'
export {
  EMBED,
  plainWords,
  readableText,
  textOf,
  normalWords,
  type Marks,
  type Run,
  type Words,
} from './clause/words.ts'
export { foreignTo } from './clause/script.ts'
export { countWords } from './clause/count.ts'
export type { Clause, Draft, Frozen, FrozenKinds, Joined, Point } from './clause/clause.ts'
export { canonicalJson, draftHash } from './clause/canonical.ts'
export { footnoteOf, readEmbed, referenceTo, type Embed, type ReferenceForm } from './embed/embed.ts'
export { citer, citerOf, opensSentence, type Citer, type ReferenceStanding } from './embed/cite.ts'
export { withReferences } from './embed/rename.ts'
export { footnoteSign, footnotesIn, type Footnote } from './embed/notes.ts'
export { checkText, findingKinds, type Finding, type FindingKind } from './check/check.ts'
export { definedIn, definitionsOf, type Definition } from './term/define.ts'
export { glossaryOf, type Glossary, type Use } from './term/use.ts'
export { shownTexts, type ShownText } from './draft/shown.ts'
export { hasEmbeds, referencesIn, spelledDraft, spelledWords, type Says } from './embed/spell.ts'
export { freezeNumbers, numberClauses, numberDraft, type ClauseNumber } from './clause/number.ts'
export { freedNumbers, saidOfFreed, type Freed } from './clause/freed.ts'
export { letter, roman } from './clause/ordinal.ts'
export { frozenIn } from './yjs/frozen.ts'
export { shownFrozen, waitingIn } from './yjs/waiting.ts'
export { joinedTo } from './draft/joined.ts'
export { headingOf, bareClauses, placedClauses, readClauses } from './yjs/read.ts'
export { encodeHead, HEAD, isLong } from './draft/head.ts'
export { readDraft } from './draft/read.ts'
export {
  clausesOf,
  metaOf,
  placeOf,
  textIn,
  textOfStored,
  clauseIdOf,
  sliceOf,
  goneOf,
  isHidden,
  isNoteKey,
  wordsOf,
  type Gone,
  type Place,
  type YClause,
  type YClauses,
} from './yjs/stored.ts'
export { newClause, writeDraft } from './yjs/write.ts'
export { insertWords, typeWords } from './yjs/insert.ts'
export { caretAt } from './yjs/run.ts'
export { changedWords, newDocument, type WordsChange } from './yjs/heard.ts'
export { isStanding, standings, spansBetween, type Span, type StandingSpan } from './yjs/items.ts'
export { placeAfter } from './edit/order.ts'
export { isCopyKey } from './edit/copies.ts'
export { whereCarried } from './edit/journeys.ts'
export { settleCopies } from './edit/settle.ts'
export { carryOwnWords } from './edit/carry.ts'
export { followMoved, reorderParts } from './edit/reorder.ts'
export { rememberStruck } from './edit/struck.ts'
export type { Hand } from './edit/hand.ts'
export { addFirst, splitClause, startAt } from './edit/split.ts'
export { mergeClause } from './edit/merge.ts'
export { removeClauses, removeEmpty, removeRange, restoreClause, restoreClauses } from './edit/remove.ts'
export { chooseOption, dropOption, hasOptions, leaveOptions, offerOption } from './edit/option.ts'
export { readOptions, type Option } from './clause/option.ts'
export {
  indentClause,
  indentClauses,
  moveClause,
  outdentClause,
  outdentClauses,
  setKind,
  shiftClause,
  shiftClauses,
} from './edit/move.ts'
export { endOf, treeOf, type Spot, type TreeClause } from './edit/tree.ts'
export { dropGaps, moveClauses, type DropSpot, type Gap } from './edit/drop.ts'
export { beginArticle, kindsFor, turnClause } from './edit/turn.ts'
export {
  bracketAround,
  isSponsor,
  namingAt,
  readBrackets,
  sponsorsIn,
  type Bracket,
  type Brackets,
  type Named,
  type Naming,
} from './bracket/read.ts'
export { isChoiceKey, reopenChoices } from './bracket/choice.ts'
export { attributeBracket, bracketRange, bracketRanges, keepRival, liftBracket, type Stretch } from './bracket/edit.ts'
export { boardOf, type Board, type OpenCounts, type OpenPlace, type OpenProvision } from './bracket/board.ts'
export { Tally } from './bracket/tally.ts'
export { cutClause, pasteCut, restoreCut, type CutClause } from './edit/cut.ts'
export { insertLines } from './edit/lines.ts'
export { insertPart } from './edit/part.ts'
export { insertClauses, insertClausesAt } from './edit/insert.ts'
export { insertPiece } from './edit/piece.ts'
export { deletions, type DeletedClause, type Deletion } from './draft/deleted.ts'
export { keepNumbers, setFrozen } from './edit/freeze.ts'
export { adoptClause, adoptPlace } from './edit/adopt.ts'
export { findWords, type SearchResult, type Match, type Search } from './find/find.ts'
export { replaceWords, type Replaced } from './find/replace.ts'
export { Undo, type UndoStep } from './edit/undo.ts'
export { makeAnchor, resolveAnchor, type Anchored } from './anchor/anchor.ts'
export { roles, rights, allows, type Actor, type Role, type Right } from './rights/role.ts'
export { closeReasons, closeReason, type Advice, type CloseName, type CloseReason } from './api/close.ts'
export * as api from './api/index.ts'
export { genesisHash, chain, chainFault, type Entry, type NewEntry } from './record/entry.ts'
export { UPDATE, bodyJson, readAct, writeAct, type Act } from './record/act.ts'
export {
  isResolved,
  noActs,
  readActs,
  replay,
  writeActs,
  type Acts,
  type Placed as PlacedEntry,
  type RecordedThread,
  type RecordedVersion,
} from './record/acts.ts'
export { Ledger, type Signature } from './history/ledger.ts'
export { lookAt, type Look } from './history/look.ts'
export { blameFrom, entriesToQuote, traceClauses, type TracedClause } from './history/blame.ts'
export { clausesTouched } from './history/touched.ts'
export { joinRows, rowOf, type Row } from './history/rows.ts'
export { refusal, sees } from './record/refusal.ts'
export { importFile, importExtensions, extensionOf, type ImportOptions, type Imported } from './format/import.ts'
export { rowAttribute } from './format/html.ts'
export { withoutSoftHyphens } from './format/hyphen.ts'
export { readPiece, type Piece, type Pieced } from './format/piece.ts'
export { copyOut, type Copied } from './format/write-clipboard.ts'
export { exportDraft, exportExtensions } from './format/export.ts'
export { checkFidelity, type Fidelity } from './format/fidelity.ts'
export { escapeHtml } from './format/write-html.ts'
export {
  changes,
  type Change,
  type Comparison,
  type Pair,
  type Reason,
  type Side,
  type WordOp,
} from './compare/comparison.ts'
export { compare, type CompareOptions } from './compare/compare.ts'
export { correctionsOf, optionsFrom, type Correction, type SidesCompared } from './compare/correct.ts'
export { reportHtml } from './report/html.ts'
export { reportMarkdown } from './report/markdown.ts'
export { reportJson } from './report/json.ts'
export { changedBy } from './report/who.ts'
export { changeSize, excerptOf, type Excerpt } from './report/excerpt.ts'
export { leastSure } from './report/summary.ts'
export type { Reported, ReportedSide, ReportLanguage } from './report/reported.ts'
