/** The people of the demonstration body, all invented, and the fictional States that its zero draft names. */

import type { api } from '@travaux/core'

export const bodyName = 'Sample body: group of experts on common standards for the trade in tools of torture'

/** Every State named in the sample texts. None exists; the last two have no delegate in the body. */
export const fictionalStates = ['Arcadia', 'Norland', 'Meridia', 'Tavaria', 'Solanda'] as const

type Person = Omit<api.Member, 'sample'>

const secretariat: Person = {
  id: 'secretariat',
  name: 'Inès Valcourt',
  delegation: 'Secretariat',
  code: 'SEC',
  role: 'secretariat',
}

const chair: Person = { id: 'chair', name: 'Samira Halvorsen', delegation: 'Chair', code: 'CHAIR', role: 'chair' }

const experts: readonly Person[] = [
  { id: 'expert-african', name: 'Kwabena Tsegaye', delegation: 'African Group expert', code: 'AFR', role: 'drafter' },
  {
    id: 'expert-asia-pacific',
    name: 'Rinchen Wasantha',
    delegation: 'Asia-Pacific Group expert',
    code: 'APG',
    role: 'drafter',
  },
  {
    id: 'expert-eastern-european',
    name: 'Milena Karvash',
    delegation: 'Eastern European Group expert',
    code: 'EEG',
    role: 'drafter',
  },
  { id: 'expert-grulac', name: 'Joaquín Ibarluz', delegation: 'GRULAC expert', code: 'LAC', role: 'drafter' },
  { id: 'expert-weog', name: 'Oona Fairlight', delegation: 'WEOG expert', code: 'WEOG', role: 'drafter' },
]

const delegates: readonly Person[] = [
  { id: 'arcadia', name: 'Dario Penhallis', delegation: 'Arcadia', code: 'ARC', role: 'delegate' },
  { id: 'norland', name: 'Sunniva Brekkedal', delegation: 'Norland', code: 'NRL', role: 'delegate' },
  { id: 'meridia', name: 'Lucía Tamarind', delegation: 'Meridia', code: 'MER', role: 'delegate' },
]

const observer: Person = {
  id: 'lantern',
  name: 'Yusuf Callory',
  delegation: 'Lantern Observatory',
  code: 'LAN',
  role: 'observer',
}

/** Secretariat, chair, an expert for each regional group, three delegates of fictional States and an observer. */
export const members: readonly api.Member[] = [secretariat, chair, ...experts, ...delegates, observer].map(sampled)

function sampled(person: Person): api.Member {
  return { ...person, sample: true }
}
