/** What a report says by itself, in the languages it speaks. */

import type { Change, Reason } from '../compare/comparison.ts'
import type { ReportLanguage } from './reported.ts'

/** The kinds of change that a report counts, in its order. */
export const counted = [
  'amended',
  'added',
  'deleted',
  'moved',
  'split',
  'merged',
  'renumbered',
  'same',
] as const satisfies readonly Change[]

export interface ReportWords {
  readonly comparison: string
  readonly from: string
  readonly to: string
  readonly made: string
  readonly summary: string
  readonly kinds: Readonly<Record<Change, string>>
  readonly typographic: string
  readonly moves: string
  readonly was: string
  readonly is: string
  readonly longest: string
  readonly clause: string
  readonly characters: string
  readonly who: string
  readonly by: string
  readonly unsure: string
  readonly unsureMeaning: string
  readonly sure: string
  readonly reasons: Readonly<Record<Reason, string>>
  readonly text: string
  readonly legend: string
  readonly inserted: string
  readonly deleted: string
  readonly end: string
  readonly nothing: string
  readonly movedFrom: (old: string) => string
  /** Where it has the number it had. */
  readonly movedKept: string
  readonly wasNumber: (old: string) => string
  readonly splitInto: (old: string, now: string) => string
  readonly mergedInto: (old: string, now: string) => string
}

export const reportWords: Readonly<Record<ReportLanguage, ReportWords>> = {
  en: {
    comparison: 'Comparison',
    from: 'From',
    to: 'To',
    made: 'Made',
    summary: 'Summary',
    kinds: {
      amended: 'Amended',
      added: 'Added',
      deleted: 'Deleted',
      moved: 'Moved',
      split: 'Split',
      merged: 'Merged',
      renumbered: 'Renumbered',
      same: 'Unchanged',
    },
    typographic: 'Typography only',
    moves: 'Moved and renumbered',
    was: 'Was',
    is: 'Is',
    longest: 'Longest changes',
    clause: 'Clause',
    characters: 'Characters changed',
    who: 'Who changed what',
    by: 'By',
    unsure: 'To be checked by a reader',
    unsureMeaning: 'These clauses were paired on weaker evidence than the others.',
    sure: 'Certainty',
    reasons: {
      given: 'paired by a person',
      lineage: 'the same clause throughout',
      identical: 'the same words',
      similar: 'words in common',
      contained: 'one holds the words of the other',
      beneath: 'the clauses beneath them belong together',
      place: 'the same place and number',
      alone: 'nothing to pair it with',
    },
    text: 'The text with its changes',
    legend: 'Inserted words are underlined, deleted words are struck through.',
    inserted: 'inserted:',
    deleted: 'deleted:',
    end: 'end',
    nothing: 'Nothing differs between the two sides.',
    movedFrom: (old) => `moved from ${old}`,
    movedKept: 'moved to another place, its number kept',
    wasNumber: (old) => `was ${old}`,
    splitInto: (old, now) => `${old} split into ${now}`,
    mergedInto: (old, now) => `${old} merged into ${now}`,
  },
  fr: {
    comparison: 'Comparaison',
    from: 'De',
    to: 'À',
    made: 'Établie',
    summary: 'Résumé',
    kinds: {
      amended: 'Modifiées',
      added: 'Ajoutées',
      deleted: 'Supprimées',
      moved: 'Déplacées',
      split: 'Scindées',
      merged: 'Fusionnées',
      renumbered: 'Renumérotées',
      same: 'Inchangées',
    },
    typographic: 'Typographie seulement',
    moves: 'Dispositions déplacées et renumérotées',
    was: 'Ancien numéro',
    is: 'Nouveau numéro',
    longest: 'Changements les plus longs',
    clause: 'Disposition',
    characters: 'Caractères changés',
    who: 'Qui a changé quoi',
    by: 'Par',
    unsure: 'À vérifier par un lecteur',
    unsureMeaning: 'Ces dispositions ont été rapprochées sur des indices plus faibles que les autres.',
    sure: 'Certitude',
    reasons: {
      given: 'rapprochées par une personne',
      lineage: 'la même disposition depuis le début',
      identical: 'les mêmes mots',
      similar: 'des mots communs',
      contained: 'l’une contient les mots de l’autre',
      beneath: 'les dispositions qu’elles contiennent vont ensemble',
      place: 'la même place et le même numéro',
      alone: 'rien à en rapprocher',
    },
    text: 'Le texte avec ses changements',
    legend: 'Les mots insérés sont soulignés, les mots supprimés sont barrés.',
    inserted: 'inséré :',
    deleted: 'supprimé :',
    end: 'fin',
    nothing: 'Rien ne diffère entre les deux côtés.',
    movedFrom: (old) => `déplacé de ${old}`,
    movedKept: 'déplacé, avec le même numéro',
    wasNumber: (old) => `auparavant ${old}`,
    splitInto: (old, now) => `${old} scindé en ${now}`,
    mergedInto: (old, now) => `${old} fusionnés en ${now}`,
  },
}
