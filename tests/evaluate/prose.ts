/** Provisions that read like those of treaties, made of our own words: the generator's prose. */

import type { Random } from './random.ts'

const subjects = words(
  'Each State Party|The Conference of the Parties|The Secretariat|The competent authority|An exporting State|An importing State|The Committee|Every licensing officer|The depositary|A transit State|The Executive Council|Any observer organization|The national registry|A contracting authority',
)
const modals = words('shall|shall|shall|may|should|shall not|is encouraged to')
const verbs = words(
  'adopt|maintain|publish|review|notify|prohibit|license|inspect|register|transmit|examine|suspend|revoke|finance|coordinate|evaluate|certify|archive|withdraw|harmonize|supervise|disclose',
)
const objects = words(
  'an annual report|the national control list|measures against diversion|the end-use certificate|records of every transfer|a risk assessment|the list of prohibited goods|criminal penalties|technical assistance programmes|an export licence|the customs declaration|a public register of brokers|inspection visits|training of officials|confidential data|the denial of an application|budget estimates|the rules of procedure|a complaint mechanism|forensic expertise|medical equipment|shipping documents|storage facilities|quarterly statistics|the settlement of claims',
)
const conditions = words(
  'within ninety days|in accordance with its national law|upon request of another Party|after consulting civil society|without undue delay|where it has reasonable grounds|subject to the availability of resources|at least every five years|by a majority of two thirds|in good faith|through diplomatic channels|on the basis of reciprocity|having regard to human rights|unless otherwise agreed|in writing and with reasons|before any authorization is granted|in cooperation with regional bodies|for a period of ten years',
)
const purposes = words(
  'with a view to preventing torture|so as to protect victims|in order to facilitate lawful trade|to ensure transparency|for the purpose of verification|to avoid duplication of work|in the interest of public safety|to strengthen mutual confidence|for humanitarian purposes|to enable independent monitoring|with due respect for privacy|to promote universal adherence',
)
const themes = words(
  'Control lists|Licensing|Brokering|Transit|Records|Reporting|Penalties|Cooperation|Remedies|Review|Secretariat|Definitions|Marking|Storage|Disposal|Inspection|Training|Amendments|Withdrawal|Notification|Transparency|Financing|Appeals|Customs|Marketing|Research|Confidentiality|Observers|Languages|Deposit',
)

function words(list: string): readonly string[] {
  return list.split('|')
}

/** A sentence of a dozen to three dozen words. */
export function sentence(random: Random): string {
  const core = `${random.pick(subjects)} ${random.pick(modals)} ${random.pick(verbs)} ${random.pick(objects)}`
  const more = random.next() < 0.5 ? ` and ${random.pick(verbs)} ${random.pick(objects)}` : ''
  const tail = random.next() < 0.7 ? `, ${random.pick(conditions)}` : ''
  return `${core}${more} ${random.pick(conditions)} ${random.pick(purposes)}${tail}.`
}

/** One to four sentences. */
export function provision(random: Random): string {
  return Array.from({ length: 1 + random.below(4) }, () => sentence(random)).join(' ')
}

export function heading(random: Random): string {
  return random.next() < 0.3 ? `${random.pick(themes)} and ${random.pick(themes).toLowerCase()}` : random.pick(themes)
}

/** The text with this share of its words replaced by those of fresh sentences, spread as a redraft spreads them: in phrases. */
export function rewrite(random: Random, text: string, share: number, fresh = sentence): string {
  const out = text.split(' ')
  const target = Math.round(out.length * share)
  const words = Array.from({ length: Math.ceil(target / 8) + 2 }, () => fresh(random))
    .join(' ')
    .split(' ')
  for (let changed = 0; changed < target;) {
    const size = Math.min(target - changed, 1 + random.below(4))
    const at = random.below(Math.max(1, out.length - size))
    for (let step = 0; step < size; step++) out[at + step] = words[(changed + step) % words.length] ?? 'the'
    changed += size
  }
  return out.join(' ')
}

/** A near-duplicate, as drafters make them: the same sentences for another actor or object. */
export function nearDuplicate(random: Random, text: string): string {
  const actor = random.pick(subjects)
  const first = subjects.find((subject) => text.startsWith(subject)) ?? ''
  return first === '' || first === actor ? rewrite(random, text, 0.15) : actor + text.slice(first.length)
}
