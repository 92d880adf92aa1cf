/** Sample comment threads on the zero draft. The opening comment of each says that it is a sample. */

/** One thread: where it points, what was said in order, and who resolved it, if anyone did. */
export interface Remark {
  readonly id: string
  readonly clause: string
  /** Words that occur exactly once in the clause. */
  readonly quote: string
  /** `by` is the id of a member. */
  readonly comments: readonly { readonly by: string; readonly words: string }[]
  readonly resolvedBy?: string
}

export const remarks: readonly Remark[] = [
  {
    id: 'remark-standards',
    clause: 'rec-standards',
    quote: 'Nelson Mandela Rules',
    comments: [
      {
        by: 'expert-african',
        words:
          '[Sample] Should the recital give the resolution by which the Rules were adopted? Two other sets of standard minimum rules have similar titles.',
      },
      {
        by: 'secretariat',
        words:
          'They were adopted as revised by General Assembly resolution 70/175. Usage is to name them in the preamble without the resolution, and to give it in a footnote when the text is issued.',
      },
      { by: 'expert-african', words: 'A footnote answers my concern.' },
    ],
    resolvedBy: 'expert-african',
  },
  {
    id: 'remark-inherent-risk',
    clause: 'art2-t1-c',
    quote: 'unacceptable risk',
    comments: [
      {
        by: 'expert-grulac',
        words:
          '[Sample] The second limb carries goods that have some conceivable use but cannot be used safely, such as ammunition that releases many projectiles at once. If it goes, half of annex I loses its footing in the definition.',
      },
      {
        by: 'norland',
        words:
          'Our difficulty is who decides what is unacceptable. We could look at wording that ties the second limb to a test the expert group applies item by item.',
      },
      {
        by: 'expert-grulac',
        words:
          'The question in the article on review of the annexes, whether other goods would serve with less risk, might be that test. I will try a cross-reference.',
      },
    ],
  },
  {
    id: 'remark-transit',
    clause: 'art10-p1',
    quote: 'shall, where feasible,',
    comments: [
      {
        by: 'meridia',
        words:
          '[Sample] Our ports handle sealed containers that are never opened under our law. We accept the aim, but an obligation of result for goods we cannot see is one we would be in breach of from the first day.',
      },
      {
        by: 'arcadia',
        words:
          'The prohibition binds the trader; detection is a matter of means. We would keep an unqualified prohibition and put the qualification into paragraph 2, where customs authorities are addressed.',
      },
      {
        by: 'expert-asia-pacific',
        words:
          'That separation seems workable to me. Paragraph 3, on assistance to States that lack the means, could then be shorter.',
      },
    ],
  },
  {
    id: 'remark-vulnerable',
    clause: 'art16-vulnerable',
    quote: 'other persons at particular risk of harm',
    comments: [
      {
        by: 'expert-weog',
        words:
          '[Sample] I would avoid a closed list. As it stands, are older persons and persons with heart conditions covered? Both matter for electric shock and for irritants.',
      },
      {
        by: 'expert-eastern-european',
        words:
          'The closing words leave the list open, and both groups fall within them. A longer list invites the question of who is missing.',
      },
      {
        by: 'expert-weog',
        words: 'Agreed. The words can stay, and the guidance of the expert group can name further groups.',
      },
    ],
    resolvedBy: 'expert-weog',
  },
  {
    id: 'remark-information',
    clause: 'art30-p2',
    quote: 'Any person or organization',
    comments: [
      {
        by: 'lantern',
        words:
          '[Sample] In the baseline this paragraph stood in the article on remedy and covered every transaction. Beneath risk assessment it could be read as limited to pending applications, although it still says “completed”.',
      },
      {
        by: 'secretariat',
        words:
          'The move was made so that information reaches the licensing officer before the decision. No narrowing was intended.',
      },
      {
        by: 'chair',
        words:
          'I suggest that we keep it here and add a reference to it in the article on suspension and revocation, where later information counts.',
      },
    ],
  },
  {
    id: 'remark-threshold',
    clause: 'art17-threshold-o3',
    quote: 'an overriding risk',
    comments: [
      {
        by: 'arcadia',
        words:
          '[Sample] Overriding what? The term suggests that a known risk of torture may be outweighed by some other interest. The prohibition is absolute, so there is nothing to put in the other pan of the scale. We cannot accept Option 3.',
      },
      {
        by: 'norland',
        words:
          'The balance we have in mind is between the risk and the measures that reduce it, not between the risk and commercial gain. We can consider “a risk that remains substantial after any measure to reduce it”.',
      },
      {
        by: 'expert-eastern-european',
        words:
          'That would bring Option 3 close to the second bracket of Option 2. May I draft a merged Option 2 for the next reading?',
      },
    ],
  },
  {
    id: 'remark-capital',
    clause: 'art24-p1',
    quote: 'each State party:',
    comments: [
      {
        by: 'chair',
        words:
          '[Sample] Four options follow here, and the brackets around annex III, the definition in article 2 and paragraph 1 (c) of article 4 depend on the choice. I propose to take them together at the end, and meanwhile to leave all of them untouched.',
      },
      { by: 'arcadia', words: 'We agree on the order of work, without prejudice to our preference for Option 1.' },
      {
        by: 'norland',
        words:
          'We agree on the same understanding, without prejudice to our position that the matter lies outside the mandate.',
      },
    ],
  },
  {
    id: 'remark-records',
    clause: 'art28-p1',
    quote: '[five] [ten] years',
    comments: [
      {
        by: 'expert-eastern-european',
        words:
          '[Sample] Ten years seems right: complaints of torture are often made long after the event, and a record destroyed after five years cannot show where the goods came from.',
      },
      {
        by: 'meridia',
        words:
          'For small administrations the cost is real if it means paper files. We could join ten years if electronic records suffice.',
      },
      {
        by: 'expert-eastern-european',
        words: 'Nothing here requires paper. I would be glad to say so in an explanatory note.',
      },
    ],
  },
  {
    id: 'remark-same-transaction',
    clause: 'art32-p2',
    quote: 'essentially the same',
    comments: [
      {
        by: 'norland',
        words:
          '[Sample] A licensing officer needs to know what is compared. Is it the goods, the end user, or both? A different quantity for the same prison should not count as a different transaction.',
      },
      {
        by: 'expert-asia-pacific',
        words:
          'Goods meeting the same entry, for the same end user, whatever the quantity: the expert group could say so in its guidance, without another definition in article 2.',
      },
      { by: 'norland', words: 'Guidance is enough for us.' },
    ],
    resolvedBy: 'norland',
  },
  {
    id: 'remark-lathis',
    clause: 'annex1-2-6',
    quote: 'Lathis',
    comments: [
      {
        by: 'meridia',
        words:
          '[Sample] This entry was moved from annex I at our request. In our service the lathi is a light cane carried by all officers, who are trained and supervised as annex II presupposes.',
      },
      {
        by: 'lantern',
        words:
          'What we have documented is a heavy stick, swung overarm at crowds. The name covers both, which is the trouble with listing by name.',
      },
      {
        by: 'expert-asia-pacific',
        words:
          'Article 4 says that goods are listed by design and effect. A description by weight, length and material would let each of the two fall into the right annex.',
      },
    ],
  },
]
