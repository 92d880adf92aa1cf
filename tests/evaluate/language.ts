/** The prose of the hard cases, in English and in French: sentences, short items, definitions, headings. */

import { heading, sentence } from './prose.ts'
import type { Random } from './random.ts'

/** What a generator of texts asks of a language. */
export interface Language {
  readonly code: 'en' | 'fr'
  readonly sentence: (random: Random) => string
  readonly heading: (random: Random) => string
  /** A point of three to six words, as lists have them. */
  readonly item: (random: Random) => string
  /** Points that have nothing in common with the others. */
  readonly services: readonly string[]
  /** A definition: most of its words stand in every other definition too. */
  readonly definition: (random: Random, term: string) => string
  readonly terms: readonly string[]
  /** A term that is not among them. */
  readonly newTerm: string
}

const goods = list(
  'thumb cuffs|leg irons|spiked batons|weighted gloves|restraint chairs|shackle boards|stun belts|body-worn shock devices|chemical irritants|acoustic devices|whips|sjamboks|gang chains|spit guards|cage beds|electric shields|kinetic impact projectiles|millimetre wave devices|lethal injection systems|guillotine blades|prisoner hoods|bar fetters',
)
const verbs = list(
  'ordinary handcuffs|spare parts and components|training manuals|the storage of|the marking of|the transit of|the disposal of|the display of|the repair of|the brokering of|the insurance of|advertising for|the return of|the loan of|the design of',
)
const genera = list(
  'any device|any equipment|every substance|an instrument|any assembly|all material|every component|a mechanism|any activity|a transaction',
)
const traits = list(
  'designed to cause pain|capable of restraining a person|intended for the execution of sentences|worn on the body|discharged at a distance|fixed to a wall or floor|controlled by a remote operator|emitting sound or light|releasing an irritant|made of metal or leather|traded across a border|offered to the public|stored under seal|used by law enforcement',
)
const terms = list(
  'Transfer|Broker|Device|Restraint|Authority|Licence|End user|Transit|Component|Assistance|Importer|Exporter|Register|Denial|Inspection|Custody|Marking|Depositary|Observer|Recipient',
)

export const english: Language = {
  code: 'en',
  services: list(
    'remote maintenance by contract|legal advice to buyers|freight and warehousing|software updates|third-party payments',
  ),
  sentence,
  heading,
  item: (random) => `${random.pick(verbs)} ${random.pick(goods)}`,
  definition: (random, term) =>
    `"${term}" means, for the purposes of this Convention, ${random.pick(genera)} ${random.pick(traits)}`,
  terms,
  newTerm: 'Intermediary',
}

const sujets = list(
  "Chaque État partie|La Conférence des Parties|Le secrétariat|L'autorité compétente|L'État exportateur|L'État importateur|Le Comité|L'organe subsidiaire|Le dépositaire|L'État de transit|Le Conseil exécutif|Toute organisation observatrice|Le registre national|L'expert désigné|Le bureau d'enquête|La commission de recours",
)
const modaux = list('est tenu de|doit|peut|veille à|est encouragé à|ne peut|s’engage à|continue de|devrait')
const actions = list(
  'adopter|tenir à jour|publier|examiner|notifier|interdire|autoriser|inspecter|enregistrer|transmettre|suspendre|révoquer|financer|coordonner|évaluer|certifier|archiver|retirer|harmoniser|contrôler|divulguer',
)
const objets = list(
  "un rapport annuel|la liste nationale de contrôle|les mesures contre le détournement|le certificat d'utilisateur final|l'inventaire des transferts|une évaluation des risques|la liste des biens prohibés|les sanctions pénales|les programmes d'assistance technique|l'autorisation d'exportation|la déclaration en douane|le registre public des courtiers|les visites d'inspection|la formation des agents|les données confidentielles|le rejet d'une demande|les prévisions budgétaires|le règlement intérieur|la procédure de plainte|l'expertise médico-légale|le matériel médical|les documents d'expédition|les installations de stockage|les statistiques trimestrielles|le règlement des différends",
)
const conditions = list(
  "dans un délai de quatre-vingt-dix jours|conformément à son droit interne|à la demande d'une autre Partie|après consultation de la société civile|sans retard injustifié|lorsqu'il existe des motifs raisonnables|dans la limite des ressources disponibles|au moins tous les cinq ans|à la majorité des deux tiers|de bonne foi|par la voie diplomatique|sur la base de la réciprocité|eu égard aux droits de l'homme|sauf convention contraire|par écrit et avec motifs|avant toute autorisation|pour une durée de dix ans",
)
const buts = list(
  "afin de prévenir la torture|en vue de protéger les victimes|pour faciliter le commerce licite|aux fins de la transparence|pour permettre la vérification|pour éviter les doubles emplois|dans l'intérêt de la sécurité publique|afin de renforcer la confiance|à des fins humanitaires|pour rendre possible un contrôle indépendant|dans le respect de la vie privée|en vue d'une adhésion universelle",
)
const themes = list(
  "Champ d'application|Délivrance des licences|Courtage|Transit|Tenue des dossiers|Rapports|Sanctions|Coopération|Réparations|Examen|Secrétariat|Définitions|Marquage|Stockage|Destruction|Inspection|Formation|Amendements|Dénonciation|Notification|Transparence|Financement|Recours|Douanes|Recherche|Confidentialité|Observateurs|Langues|Dépôt",
)
const biens = list(
  'poucettes|fers à entraver|matraques à pointes|gants lestés|chaises de contention|planches à entraves|ceintures à décharge|agents irritants|dispositifs acoustiques|fouets|chaînes collectives|cagoules|lits-cages|boucliers électriques|projectiles à impact|systèmes d’injection létale|barres à fers|masques anti-crachats',
)
const gestes = list(
  "le stockage des|le marquage des|le transit des|la destruction des|l'exposition des|la réparation des|le courtage des|l'assurance des|la publicité pour les|le retour des|le prêt des|la conception des|les pièces de rechange des",
)
const genres = list(
  'tout dispositif|tout équipement|toute substance|un instrument|tout assemblage|un mécanisme|toute activité|une opération',
)
const qualites = list(
  "conçu pour causer une douleur|capable d'immobiliser une personne|destiné à l'exécution de peines|porté à même le corps|déclenché à distance|fixé au mur ou au sol|émettant un son ou une lumière|libérant un irritant|fait de métal ou de cuir|offert au public|conservé sous scellés|employé par les forces de l'ordre",
)
const termes = list(
  'Transfert|Courtier|Dispositif|Contention|Autorité|Licence|Utilisateur final|Transit|Composant|Assistance|Importateur|Exportateur|Registre|Refus|Inspection|Garde|Marquage|Dépositaire',
)

export const french: Language = {
  code: 'fr',
  services: list(
    'entretien à distance sous contrat|conseil juridique aux acheteurs|fret et entreposage|mises à jour logicielles|paiements par un tiers',
  ),
  sentence: (random) => {
    const core = `${random.pick(sujets)} ${random.pick(modaux)} ${random.pick(actions)} ${random.pick(objets)}`
    const more = random.next() < 0.5 ? ` et ${random.pick(actions)} ${random.pick(objets)}` : ''
    const tail = random.next() < 0.7 ? `, ${random.pick(conditions)}` : ''
    return `${core}${more} ${random.pick(conditions)} ${random.pick(buts)}${tail}.`
  },
  heading: (random) =>
    random.next() < 0.3 ? `${random.pick(themes)} et ${random.pick(themes).toLowerCase()}` : random.pick(themes),
  item: (random) => `${random.pick(gestes)} ${random.pick(biens)}`,
  definition: (random, term) =>
    `L'expression "${term}" désigne, aux fins de la présente Convention, ${random.pick(genres)} ${random.pick(qualites)}`,
  terms: termes,
  newTerm: 'Intermédiaire',
}

function list(line: string): readonly string[] {
  return line.split('|')
}
