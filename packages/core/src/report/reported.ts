/** What a report is made of: a comparison, the names of its sides, and what is known of who changed what. */

import type { Comparison } from '../compare/comparison.ts'

/** A side of the comparison, as the report calls it. */
export interface ReportedSide {
  /** Such as `Version 2: Revised draft (A/AC.300/CRP.2)`, or the name of a file. */
  readonly name: string
  /** Title of the text. */
  readonly title: string
  /** BCP 47 tag of its words. */
  readonly language: string
}

/** Languages that a report speaks itself; its clauses keep their own. */
export type ReportLanguage = 'en' | 'fr'

export interface Reported {
  readonly comparison: Comparison
  readonly old: ReportedSide
  readonly new: ReportedSide
  /** Who changed a clause of the new text, by the clause's id; left out where it is not known. */
  readonly who?: ReadonlyMap<string, readonly string[]>
  /** When the report is made, in words for its head; left out, the head says nothing of it. */
  readonly made?: string
  /** English where it is left out. */
  readonly language?: ReportLanguage
}
