/** The zero draft of the demonstration body, grown from the Framework baseline by a list of readable edits. */

import type { Draft } from '@travaux/core'
import {
  bracket,
  edited,
  insertAfter,
  insertBeneath,
  merge,
  moveAfter,
  moveBeneath,
  remove,
  reword,
  rewrite,
  split,
  type Edit,
} from './edit.ts'
import { frameworkOutline } from './framework.ts'
import { alternative, article, draft, entry, named, paragraph, point, recital, text } from './outline.ts'

const opening: readonly Edit[] = [
  rewrite(
    'notice',
    'Sample text for demonstration. This zero draft was grown from the working paraphrase of the Anti-Torture Trade Framework in A/AC.300/INF/1. The body, its symbols and every State named in square brackets are fictional; no position shown here is that of a real Government.',
  ),
  insertAfter(
    'notice',
    'note-form',
    text(
      'Note on form: whether the outcome is to be [a legally binding instrument] [non-binding principles] [reference standards] [a political declaration] remains open. Until that is settled, “shall”, “should” and “is encouraged to” are used without prejudice, and “State party” stands also for “State”.',
    ),
  ),
  reword(
    'rec1',
    'which binds every State and yields neither to war, nor to public emergency, nor to any threat to security, and that other ill-treatment is likewise forbidden at all times,',
    'which binds every State and from which no circumstance whatever releases it, and that other ill-treatment is likewise forbidden at all times and in all places,',
  ),
  insertAfter(
    'rec2',
    'rec-standards',
    recital(
      'Guided by the United Nations Standard Minimum Rules for the Treatment of Prisoners (the Nelson Mandela Rules) and by other standards on the use of force and of restraints in law enforcement,',
    ),
  ),
  reword(
    'rec3',
    'is thereby a contributing factor in',
    '[is thereby a contributing factor in] [Norland: may thereby contribute to]',
  ),
  reword(
    'rec4',
    'medicine, rescue, sport and lawful policing,',
    'medicine, rescue, sport, [Norland: personal protection,] and lawful policing,',
  ),
  reword('rec5', 'regional and national level', 'regional, subregional and national level'),
]

const principles: readonly Edit[] = [
  reword('art1-t1', 'common international standards which:', 'common international [legally binding] standards which:'),
  reword(
    'art1-t1-a',
    'bring to an end the production of, trade in and use of prohibited goods;',
    '[prohibit] [Meridia: phase out] the production of prohibited goods, and prohibit trade in them and their use;',
  ),
  bracket('art1-t1-c', 'Arcadia, Tavaria'),
  reword('art2-t1-c', 'serve no practical purpose but', 'serve no practical purpose other than'),
  reword(
    'art2-t1-c',
    'or cannot be used without an unacceptable risk of it;',
    '[or cannot be used without an unacceptable risk of it] [Norland: and have been found by consensus to be such];',
  ),
  bracket('art2-t1-e', 'Arcadia, Tavaria'),
  bracket('art2-t1-o', '', ', online,'),
  insertAfter(
    'art2-t1-v',
    'art2-mechanism',
    point(
      '“national preventive mechanism” means a body that a State maintains or has designated under the Optional Protocol to the Convention against Torture.',
    ),
  ),
  reword('art2-t1-v', 'article {art26}.', 'article {art26};'),
  reword('art3-t1-b', 'is owed to persons at risk', '[is owed to] [Solanda: should have regard to] persons at risk'),
  remove('art3-t1-e'),
  reword('art3-t1-d', 'of which the same is known;', 'of which the same is known.'),
  reword('art4-p2', 'removes goods from a description', 'takes goods out of a description'),
  bracket('art4-p1-c'),
  remove('art4-p4'),
  bracket('art5-p1-a', 'Arcadia, Meridia'),
  reword('art5-p1-d', 'transit and transshipment;', 'transit and transshipment[, where feasible];'),
  reword('art5-p1-h', 'marketing;', '[marketing [Arcadia: by any means, including online];]'),
  reword(
    'art5-p3',
    'by its nationals or by',
    'by its nationals[, by persons habitually resident in its territory] or by',
  ),
  reword(
    'art6-p1',
    'Nothing in this instrument restricts',
    'Nothing in this instrument shall be interpreted as restricting',
  ),
  moveAfter('art12-p3', 'art6-p2'),
  reword('art12-p3', 'is not affected by this article.', 'is not affected by article {art12}.'),
]

const prohibited: readonly Edit[] = [
  reword(
    'art7-p1',
    'shall prohibit the production of prohibited goods',
    '[shall prohibit] [Meridia, Solanda: shall[, within [n] years,] phase out] [Norland: is encouraged to end] the production of prohibited goods',
  ),
  remove('art7-p2'),
  reword('art7-p3-a', 'within one year;', 'within [one year] [Solanda: three years];'),
  reword('art9-p2', 'to samples, to items', 'to samples, prototypes, items'),
  reword('art10-p1', 'shall prohibit', '[shall] [Meridia, Solanda: shall, where feasible,] prohibit'),
  reword('art10-p2-b', 'without delay;', '[without delay] [within [X] hours];'),
  insertAfter(
    'art10-p2',
    'art10-means',
    paragraph(
      '[Meridia: A State party that lacks the technical means to examine goods in transit shall be held to this article only to the extent that assistance requested under article {art33} has been provided.]',
    ),
  ),
  merge('art11-p1', 'art11-p2', { joint: ', wherever', dropping: 'The prohibition applies wherever' }),
  reword('art11-p3', 'in the knowledge that they serve', 'knowing that they serve'),
  bracket('art12-p2', '', ', and in any technique of torture or other ill-treatment with whatever goods'),
  bracket('art13-p1-c', 'Arcadia, Tavaria'),
  bracket('art13-p3', 'Arcadia'),
]

const controlled: readonly Edit[] = [
  split('art15-p1', 'art15-licence', { at: '. Except where', opening: 'Except where' }),
  insertAfter(
    'art15-p2',
    'art15-time',
    paragraph(
      'The competent authority shall decide on a complete application within [sixty] [ninety] days. An application that has not been decided in that time is not thereby granted.',
    ),
  ),
  reword(
    'art15-p3',
    'end user and period stated in it,',
    'end user and period stated in it, which shall not exceed [twelve] [twenty-four] months,',
  ),
  moveBeneath('art15-p4', 'art19'),
  reword(
    'art16-p1',
    'objectively and case by case,',
    'objectively, case by case and in accordance with paragraph {art16-p2},',
  ),
  reword('art16-p2-c', 'reports of', '[credible] reports of'),
  insertAfter(
    'art16-p2-e',
    'art16-vulnerable',
    point(
      'whether the goods are likely to be used on children, pregnant women, persons with disabilities or other persons at particular risk of harm;',
    ),
  ),
  bracket('art16-p3', 'Arcadia, Tavaria', 'Lack of information shall not be taken as proof that there is no risk.'),
  moveAfter('art30-p2', 'art16-p4'),
  rewrite(
    'art17-p1',
    'The competent authority shall refuse a licence where, having made the assessment required by article {art16}, it finds that the threshold set by paragraph {art17-threshold} is met for one of the following uses:',
  ),
  rewrite('art17-p1-a', 'use of the goods for torture or other ill-treatment;'),
  rewrite('art17-p1-b', '[use of the goods to carry out capital punishment;]'),
  rewrite('art17-p1-c', 'diversion of the goods to such use.'),
  insertAfter(
    'art17-p1',
    'art17-threshold',
    paragraph(
      'The threshold is met where there:',
      alternative('are reasonable grounds to believe that the goods would be put to such use.'),
      alternative('is [a real] [a substantial] risk that the goods would be put to such use.'),
      alternative(
        '[Norland, Solanda: is an overriding risk that the goods would be put to such use, having regard to any measure by which it could be reduced.]',
      ),
    ),
  ),
  bracket('art17-p2'),
  insertAfter(
    'art17-p2',
    'art17-doubt',
    paragraph('[Arcadia: In case of doubt as to whether the threshold is met, the licence shall be refused.]'),
  ),
  reword(
    'art18-p1-d',
    'accepts that their use may be verified after delivery.',
    '[accepts that their use may be verified after delivery] [Norland: undertakes to answer inquiries about their use after delivery].',
  ),
  split('art19-p2', 'art19-inform', { at: ', and shall inform', opening: 'It shall inform' }),
  reword(
    'art19-inform',
    'the other States parties concerned',
    'the other States parties concerned and the expert group',
  ),
  reword(
    'art20-p3',
    'No licence is needed',
    '[Unless the competent authority directs otherwise,] no licence is needed',
  ),
  reword('art21-p1-c', 'equivalent controls', '[equivalent] [comparable] controls'),
  remove('art21-p4'),
  reword(
    'art22-p1',
    'shall suspend an authorization without delay',
    '[shall] [Solanda: may] suspend an authorization without delay',
  ),
  bracket('art23-p1', 'Arcadia, Tavaria'),
  remove('art23-p4'),
]

const capital: readonly Edit[] = [
  bracket('part4'),
  rewrite('art24-p1', 'With regard to equipment described in entry {annex3-1} of annex {annex3}, each State party:'),
  ...insertBeneath(
    'art24-p1',
    named(
      'art24-equal',
      alternative(
        '[Arcadia: shall apply part {part2} and article {art14} as though such equipment were prohibited goods.]',
      ),
    ),
    named(
      'art24-separate',
      alternative(
        'shall prohibit its transfer, brokering and marketing, save as permitted by paragraph {art6-p3} of article {art6}.',
      ),
    ),
    named(
      'art24-protocol',
      alternative(
        '[Meridia: that is a party to the optional protocol [to be drafted] shall take the measures which that protocol requires.]',
      ),
    ),
    named(
      'art24-excluded',
      alternative('[Norland, Solanda: retains full discretion, this instrument not extending to capital punishment.]'),
    ),
  ),
  bracket('art24-p3', 'Arcadia, Tavaria'),
  reword(
    'art25-p1',
    'where there are reasonable grounds to believe that they would be used to carry out capital punishment.',
    'where the threshold set by paragraph {art17-threshold} of article {art17} is met for their use to carry out capital punishment.',
  ),
  reword('art25-p2-b', 'for all crimes;', 'for [all] [ordinary] crimes;'),
]

const implementation: readonly Edit[] = [
  reword(
    'art26-p1',
    'with sufficient powers, staff and means.',
    'with sufficient powers, staff and means[, in accordance with its national capacity].',
  ),
  merge('art26-p2', 'art26-p3', {
    joint: ', and shall inform the secretariat of that list, of',
    dropping: 'Each State party shall inform the secretariat of',
  }),
  insertAfter('art26', 'art-use', article('Use by law enforcement agencies')),
  moveBeneath('art26-p4', 'art-use'),
  ...insertBeneath(
    'art-use',
    named(
      'art-use-p2',
      paragraph(
        'Each State party shall publish, [every year] [on request], how often and in what circumstances each type of controlled goods has been used.',
      ),
    ),
    named(
      'art-use-p3',
      paragraph(
        '[Norland: This article does not apply to armed forces engaged in an armed conflict, to whose conduct international humanitarian law applies.]',
      ),
    ),
  ),
  reword('art26-p4', 'use controlled goods only:', '[cease to use prohibited goods and] use controlled goods only:'),
  moveAfter('art14', 'art-use'),
  reword('art14-p1', 'Within one year', 'Within [one year] [two years] [[n] years]'),
  remove('art27-p2'),
  reword('art29-p1', 'punishable by penalties', 'punishable by criminal [or administrative] penalties'),
  reword(
    'art29-p3',
    'or by its nationals.',
    'or by its nationals [Arcadia: or when the offender is present there and is not extradited].',
  ),
  insertAfter(
    'art29',
    'art-business',
    article(
      'Responsibility of business',
      paragraph(
        'Each State party shall require persons who produce or trade in controlled goods to identify, prevent and account for the harm to human rights to which their business may contribute.',
      ),
      paragraph(
        '[Tavaria: Public bodies shall not buy from, lend to or insure persons who have been convicted of an offence under article {art29}.]',
      ),
    ),
  ),
  bracket('art30-p1', '', ', including rehabilitation'),
]

const transparency: readonly Edit[] = [
  moveAfter('art28', 'art31'),
  reword('art28-p1', 'for at least ten years,', 'for at least [five] [ten] years,'),
  reword(
    'art28-p3',
    'by the competent authority and by the courts.',
    'by the competent authority[, by the national preventive mechanism] and by the courts.',
  ),
  reword(
    'art31-p1',
    'shall submit to the secretariat, by 30 June each year, a report for the preceding calendar year on:',
    '[shall] [is encouraged to] submit to the secretariat, by [date] [each year] [every two years], a report for the preceding [calendar year] [two calendar years] on:',
  ),
  rewrite(
    'art31-p2',
    'The reports shall be [published by the secretariat] [Norland, Meridia: made available to States parties only[, unless the State party concerned consents to publication]].',
  ),
  insertAfter(
    'art31-p1',
    'art31-nil',
    paragraph('A State party that has authorized and refused nothing in the period shall say so.'),
  ),
  reword('art32-p1', 'within thirty days,', 'within [thirty] [ninety] days,'),
  merge('art32-p2', 'art32-p3', {
    joint: ' and, if it then grants the authorization, shall',
    dropping: 'If it then grants the authorization, it shall',
  }),
  remove('art33-p4'),
  insertAfter(
    'art33-p2',
    'art33-technology',
    paragraph(
      '[Meridia, Solanda: Assistance shall include access, on fair terms, to equipment and methods that reduce the need for force and restraint.]',
    ),
  ),
]

const institutions: readonly Edit[] = [
  reword(
    'art34-p1',
    'The conference of States parties shall review the annexes at least once every two years',
    '[The conference of States parties] [The expert group] [Solanda: Each State party, for its national list,] shall review the annexes at least once every [two] [n] years',
  ),
  split('art34-p4', 'art34-effect', {
    at: '. It takes effect one hundred and eighty days later',
    opening: 'It takes effect one hundred and eighty days after its adoption',
  }),
  reword(
    'art34-p4',
    'or, where every effort to reach consensus has failed, by a majority',
    '[or, where every effort to reach consensus has failed, by a majority',
  ),
  reword('art34-p4', 'present and voting.', 'present and voting].'),
  split('art35-p1', 'art35-members', { at: '. Members shall serve', opening: 'Members shall serve' }),
  reword('art35-p1', 'of ten members', 'of [ten] [fifteen] members'),
  reword('art35-p2-d', 'advise a State party, at its request,', 'advise a State party or a producer, on request,'),
  reword('art36-p2-b', 'review the annexes and elect the expert group;', 'elect the expert group;'),
  reword(
    'art36-p4',
    'The Secretary-General of the United Nations',
    '[The Secretary-General of the United Nations] [The Office of the United Nations High Commissioner for Human Rights]',
  ),
]

const final: readonly Edit[] = [
  split('art37-p1', 'art37-consent', { at: '. It is subject to', opening: 'This instrument is subject to' }),
  reword(
    'art37-p1',
    'shall be open to all States for signature',
    'shall be open to all States [and regional integration organizations] for signature from [date]',
  ),
  reword('art37-p2', 'of the twentieth instrument', 'of the [twentieth] [thirtieth] [fiftieth] instrument'),
  insertAfter(
    'art37-p3',
    'art37-provisional',
    paragraph(
      '[Arcadia: A State may declare, on signature or later, that it will apply parts {part2} and {part3} provisionally until this instrument enters into force for it.]',
    ),
  ),
  insertAfter(
    'art37',
    'art-disputes',
    article(
      'Settlement of disputes',
      paragraph(
        'States parties shall settle disputes on the interpretation or application of this instrument by consultation or by other peaceful means of their choice.',
      ),
      paragraph(
        '[Tavaria: A dispute not so settled within [n] months may be referred by either party to the International Court of Justice.]',
      ),
    ),
  ),
  rewrite(
    'art38-p1',
    '[No reservation may be made to this instrument.] [Norland, Solanda: A State may make reservations, provided that they are compatible with the object and purpose of this instrument.]',
  ),
]

const annexes: readonly Edit[] = [
  bracket('annex1-1-10', 'Arcadia'),
  reword('annex1-1-9', 'made for use on persons in custody', 'made for use on persons deprived of liberty'),
  moveAfter('annex1-2-6', 'annex2-2-1'),
  reword('annex1-2-6', 'Lathis', '[Meridia: Lathis]'),
  reword(
    'annex1-3-3',
    ' that can fire at random into a group of persons',
    ' [that can fire at random into a group of persons]',
  ),
  bracket('annex1-4-3', 'Tavaria'),
  insertAfter(
    'annex2-1-2',
    'annex2-boards',
    entry('[Restraint chairs and boards fitted with straps of textile or leather only]'),
  ),
  insertAfter('annex2-6-2', 'annex2-acoustic', entry('[Arcadia: Acoustic devices for crowd control]')),
  bracket('annex3'),
]

/** Every edit that leads from the baseline to the zero draft, in order. */
export const zeroEdits: readonly Edit[] = [
  ...opening,
  ...principles,
  ...prohibited,
  ...controlled,
  ...capital,
  ...implementation,
  ...transparency,
  ...institutions,
  ...final,
  ...annexes,
]

/** The outline of the zero draft, with references still unresolved. */
export const zeroOutline = edited(frameworkOutline, zeroEdits)

/** The zero draft: clauses that continue from the baseline keep its ids. */
export const zero: Draft = draft(
  'Zero draft: common international standards on the trade in tools of torture (sample)',
  'A/AC.300/CRP.1',
  zeroOutline,
)
