/** The Framework baseline of the demonstration body: a working paraphrase of essential elements, in our own words. */

import type { Draft } from '@travaux/core'
import {
  annex,
  article,
  draft,
  entry,
  named,
  outline,
  paragraph,
  part,
  point,
  preamble,
  recital,
  text,
} from './outline.ts'

const notice = named(
  'notice',
  text(
    'Sample text for demonstration. This is a working paraphrase of the essential elements of the Anti-Torture Trade Framework that Amnesty International and the Omega Research Foundation published in December 2020. It is not the Framework itself, has no standing, and carries an invented symbol; whoever needs the Framework should read the published original.',
  ),
)

const opening = preamble(
  'Preamble',
  text('The States parties to this instrument,'),
  recital(
    'Reaffirming that freedom from torture is protected by a peremptory norm of general international law, which binds every State and yields neither to war, nor to public emergency, nor to any threat to security, and that other ill-treatment is likewise forbidden at all times,',
  ),
  recital(
    'Recalling that the parties to the Convention against Torture have bound themselves to act effectively to prevent torture, and considering that a State which lets the means of torture be made and sold within its reach falls short of that duty,',
  ),
  recital(
    'Noting with concern that the absence of common international standards allows tools of torture to be produced in one State, brokered in a second and delivered to a third, and is thereby a contributing factor in the commission of torture,',
  ),
  recital(
    'Affirming that standards on such goods are meant to be no barrier to other trade, and in particular to the supply of goods for medicine, rescue, sport and lawful policing,',
  ),
  recital(
    'Welcoming the controls that have been adopted at regional and national level, and desiring to build on what has been learned in applying them,',
  ),
  recital(
    'Acknowledging the part that survivors, health professionals, independent monitors and other members of civil society have played in bringing this trade to light,',
  ),
  text('Have agreed as follows:'),
)

const principles = part(
  'Principles and scope',
  article(
    'Object and purpose',
    text(
      'The object of this instrument is to contribute to the prevention of torture and other ill-treatment by means of common international standards which:',
      point('bring to an end the production of, trade in and use of prohibited goods;'),
      point(
        'place the trade in controlled goods under authorization, given only after the risk of abuse has been assessed;',
      ),
      point('keep goods for capital punishment from being supplied for that purpose;'),
      point('foster transparency and cooperation among States parties in the control of this trade.'),
    ),
  ),
  article(
    'Definitions',
    text(
      'For the purposes of this instrument:',
      point(
        '“torture” has the meaning that article 1 of the Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment (“the Convention against Torture”) gives to it, and wider protection under other law is not affected;',
      ),
      point(
        '“other ill-treatment” means cruel, inhuman or degrading treatment or punishment that does not amount to torture;',
      ),
      point(
        '“prohibited goods” means the goods described in annex {annex1}, which in law enforcement serve no practical purpose but torture or other ill-treatment, or cannot be used without an unacceptable risk of it;',
      ),
      point(
        '“controlled goods” means the goods described in annex {annex2}, which have a legitimate use in law enforcement but lend themselves to torture or other ill-treatment;',
      ),
      point('“goods for capital punishment” means the equipment and chemicals described in annex {annex3};'),
      point(
        '“listed goods” means prohibited goods, controlled goods and goods for capital punishment, together with components and accessories specially designed for them;',
      ),
      point('“production” means manufacture and assembly, and design and development that lead to them;'),
      point('“export” means the departure of goods from the customs territory of a State party, including re-export;'),
      point(
        '“import” means the entry of goods into the customs territory of a State party, including a free zone, other than in transit;',
      ),
      point(
        '“transit” means the passage of goods through the territory of a State party on a journey that begins and ends outside it, and “transshipment” means their transfer from one means of transport to another in the course of that passage;',
      ),
      point('“transfer” means import, export, transit or transshipment;'),
      point(
        '“brokering” means either of the following, in respect of goods that are to move from one foreign State to another:',
        point('negotiating or arranging their sale or supply on behalf of others;'),
        point('buying or selling them on one’s own account;'),
      ),
      point(
        '“technical assistance” means technical support for making, assembling, testing, repairing or improving goods, including the passing on of working knowledge by electronic means;',
      ),
      point('“training” means instruction of any person in the use of goods on human beings;'),
      point(
        '“marketing” means offering or promoting goods in print, in broadcasts, online, or at an exhibition or trade fair;',
      ),
      point('“licence” means written permission given by a competent authority to a named applicant;'),
      point(
        '“general authorization” means published permission under article {art21}, open to all who meet its terms;',
      ),
      point('“authorization” means a licence or a general authorization;'),
      point('“end user” means the person or body that is finally to hold and use the goods;'),
      point('“diversion” means the passing of goods to an end user, use or destination that was not authorized;'),
      point(
        '“law enforcement agency” means any public authority that exercises powers of policing, custody or border control, and any private body that exercises such powers on behalf of a public authority;',
      ),
      point('“competent authority” means an authority designated under article {art26}.'),
    ),
  ),
  article(
    'Guiding principles',
    text(
      'In carrying out this instrument, States parties shall be guided by the following principles:',
      point(
        'the prohibition of torture and other ill-treatment is absolute, and nothing in this instrument permits what that prohibition forbids;',
      ),
      point(
        'the duty to prevent torture is owed to persons at risk beyond the borders of the State from which goods are supplied, as well as within them;',
      ),
      point(
        'every State may equip its law enforcement agencies for their lawful tasks, provided that goods are used in accordance with the requirements of legality, necessity, proportionality, precaution, non-discrimination and accountability;',
      ),
      point(
        'controls are to be applied objectively, and in the same way to all destinations of which the same is known;',
      ),
      point(
        'those who produce or trade in goods have a responsibility of their own to respect human rights, which State control does not replace.',
      ),
    ),
  ),
  article(
    'Scope of goods',
    paragraph(
      'This instrument applies to listed goods, in three categories:',
      point('prohibited goods, which are described in annex {annex1} and governed by part {part2};'),
      point('controlled goods, which are described in annex {annex2} and governed by part {part3};'),
      point('goods for capital punishment, which are described in annex {annex3} and governed by part {part4}.'),
    ),
    paragraph(
      'Goods are listed according to their design and effect. Neither a trade name, nor a choice of materials, nor a declared purpose removes goods from a description that they meet.',
    ),
    paragraph('Goods that meet more than one description are subject to the strictest of the provisions concerned.'),
    paragraph('A State party may apply the measures required by this instrument to further goods.'),
  ),
  article(
    'Scope of activities',
    paragraph(
      'This instrument applies to the following activities, to the extent that parts {part2} to {part5} provide:',
      point('production;'),
      point('import;'),
      point('export;'),
      point('transit and transshipment;'),
      point('brokering;'),
      point('technical assistance;'),
      point('training;'),
      point('marketing;'),
      point('use by law enforcement agencies.'),
    ),
    paragraph(
      'It applies whether the activity is carried on by a public authority or by a private person, and whether or not for payment. Gifts, loans and supplies under a programme of assistance are included.',
    ),
    paragraph(
      'Each State party shall apply articles {art11}, {art12} and {art20} to activities carried on in its territory and to activities carried on elsewhere by its nationals or by legal persons established under its law.',
    ),
  ),
  article(
    'Lawful trade, medicine and museums',
    paragraph(
      'Nothing in this instrument restricts lawful trade in goods to which it does not apply, and no measure taken under it may serve as a pretext for protecting a domestic industry.',
    ),
    paragraph(
      'Parts {part2} and {part3} do not apply to medical devices that are designed for treatment and supplied for use by health professionals in the interest of the patient.',
    ),
    paragraph(
      'A competent authority may license the transfer of prohibited goods, or of equipment described in annex {annex3}, for public display on account of their historical value, if it is satisfied that:',
      point('the recipient is a museum open to the public;'),
      point('the goods have been made unfit for use, or will be held so that they cannot be used;'),
      point('the recipient has undertaken in writing not to part with the goods without the consent of the authority.'),
    ),
  ),
)

const prohibited = part(
  'Prohibited goods',
  article(
    'Production',
    paragraph(
      'Each State party shall prohibit the production of prohibited goods in any place under its jurisdiction or control.',
    ),
    paragraph(
      'The prohibition includes the grant of rights in a design, patent or process for the purpose of producing prohibited goods elsewhere.',
    ),
    paragraph(
      'A State party in whose territory prohibited goods are being produced when this instrument enters into force for it shall:',
      point('bring that production to an end within one year;'),
      point('secure or destroy tools and moulds specially made for it;'),
      point('consider assistance to the workers and undertakings affected in turning to other production.'),
    ),
  ),
  article(
    'Import',
    text(
      'Each State party shall prohibit the import of prohibited goods, whatever their origin and whoever is to receive them, save as permitted by paragraph {art6-p3} of article {art6}.',
    ),
  ),
  article(
    'Export',
    paragraph(
      'Each State party shall prohibit the export of prohibited goods to any destination, save as permitted by paragraph {art6-p3} of article {art6}.',
    ),
    paragraph(
      'The prohibition extends to samples, to items lent for demonstration and to goods carried by travellers or sent by post.',
    ),
  ),
  article(
    'Transit and transshipment',
    paragraph(
      'Each State party shall prohibit the transit and transshipment of prohibited goods through its territory, including its ports, airports and free zones, save as permitted by paragraph {art6-p3} of article {art6}.',
    ),
    paragraph(
      'Where customs authorities discover prohibited goods in transit, they shall:',
      point('detain the goods;'),
      point('inform the States of departure and of destination without delay;'),
      point('have the goods destroyed as provided in article {art14}, once they are no longer needed as evidence.'),
    ),
    paragraph(
      'A carrier that neither knew nor ought to have known the nature of the goods incurs no penalty under this article.',
    ),
  ),
  article(
    'Brokering',
    paragraph('Each State party shall prohibit the brokering of prohibited goods.'),
    paragraph('The prohibition applies wherever the goods are, and whether or not they have yet been produced.'),
    paragraph(
      'Carriage, insurance, finance and general advertising are not brokering, but a person who provides them in the knowledge that they serve a prohibited transaction shall be treated as a participant in it.',
    ),
  ),
  article(
    'Technical assistance and training',
    paragraph('Each State party shall prohibit technical assistance relating to prohibited goods.'),
    paragraph(
      'Each State party shall prohibit training in the use of prohibited goods, and in any technique of torture or other ill-treatment with whatever goods.',
    ),
    paragraph(
      'Instruction that enables health professionals, investigators or independent monitors to recognize, document or treat the effects of prohibited goods is not affected by this article.',
    ),
  ),
  article(
    'Advertising and trade fairs',
    paragraph(
      'Each State party shall prohibit the marketing of prohibited goods, and in particular:',
      point('their display or offer at an exhibition or trade fair;'),
      point('their advertisement in print or in broadcasts;'),
      point('their advertisement or offer for sale online.'),
    ),
    paragraph(
      'Each State party shall require the organizers of trade fairs for security and law enforcement goods held in its territory to:',
      point('make the prohibition a term of their contracts with exhibitors;'),
      point('inspect stands and promotional material;'),
      point('remove what infringes the prohibition, and report it to the competent authority.'),
    ),
    paragraph(
      'Each State party shall require providers of online services under its jurisdiction to remove offers of prohibited goods on notice from the competent authority.',
    ),
  ),
  article(
    'Existing stocks',
    paragraph(
      'Within one year of the entry into force of this instrument for it, each State party shall:',
      point(
        'make an inventory of the prohibited goods held by its law enforcement agencies and by private persons authorized to hold them;',
      ),
      point('withdraw those goods from use;'),
      point('destroy them, or make them permanently unfit for use.'),
    ),
    paragraph(
      'Pending destruction, stocks shall be kept secure and shall not be handed to any other agency, person or State.',
    ),
    paragraph(
      'Destruction shall be witnessed and recorded. Items needed as evidence, or for display under paragraph {art6-p3} of article {art6}, may be retained.',
    ),
  ),
)

const controlled = part(
  'Controlled goods',
  article(
    'Requirement of a licence',
    paragraph(
      'Each State party shall require an authorization for every export of controlled goods. Except where a general authorization applies, the authorization shall be a licence.',
    ),
    paragraph(
      'An application for a licence shall state:',
      point('the nature and quantity of the goods and the entry of annex {annex2} that describes them;'),
      point('the consignee, every intermediary and the end user;'),
      point('the intended use and the place of use;'),
      point('the route, so far as it is known.'),
    ),
    paragraph(
      'A licence shall be limited to the goods, end user and period stated in it, and may be made subject to conditions. It may not be transferred.',
    ),
    paragraph(
      'A State party shall prevent the transit or transshipment of controlled goods through its territory where it has information that their export was not authorized.',
    ),
  ),
  article(
    'Risk assessment',
    paragraph(
      'Before deciding on an application, the competent authority shall assess, objectively and case by case, the risk that the goods would be used for torture or other ill-treatment, whether by the end user or after diversion.',
    ),
    paragraph(
      'The competent authority shall take into account all relevant information, including:',
      point('judgments of international and regional courts;'),
      point(
        'findings of international and regional bodies, among them:',
        point(
          'treaty bodies, and in particular the Committee against Torture and the Subcommittee on Prevention of Torture;',
        ),
        point('special procedures and commissions of inquiry;'),
        point('regional bodies for the prevention of torture;'),
      ),
      point(
        'reports of national human rights institutions, national preventive mechanisms and civil society organizations;',
      ),
      point('the past conduct of the end user, and the unit or place of detention in which the goods would be used;'),
      point(
        'the law, rules and training that govern use of the goods at destination, and whether abuse is investigated and punished;',
      ),
      point('whether the type and quantity of the goods fit the needs of the end user;'),
      point('the risk of diversion.'),
    ),
    paragraph(
      'Lack of information shall not be taken as proof that there is no risk. Where information is wanting, the competent authority shall ask for it before deciding.',
    ),
    paragraph(
      'Measures to reduce the risk may be taken into account only to the extent that they are specific, can be verified and are likely to be effective.',
    ),
  ),
  article(
    'Threshold for refusal',
    paragraph(
      'The competent authority shall refuse a licence where, having made the assessment required by article {art16}, it has reasonable grounds to believe that the goods:',
      point('would be used for torture or other ill-treatment;'),
      point('would be used to carry out capital punishment;'),
      point('would be diverted to such use.'),
    ),
    paragraph('Commercial, industrial or diplomatic interests shall not be weighed against such a risk.'),
    paragraph(
      'The applicant shall be given the reasons for a refusal, so far as the protection of sources allows, and may seek review by an independent body.',
    ),
  ),
  article(
    'End-use assurances',
    paragraph(
      'Before a licence is granted, the competent authority shall obtain a written assurance, signed by or on behalf of the end user, which:',
      point('identifies the end user, the goods, and the use and place of use;'),
      point(
        'undertakes that the goods will not be used for torture or other ill-treatment or to carry out capital punishment;',
      ),
      point('undertakes that the goods will not be passed on without the consent of the competent authority;'),
      point('accepts that their use may be verified after delivery.'),
    ),
    paragraph(
      'Where goods are supplied to a dealer for stock, the assurance shall be given by the dealer, who shall also undertake to obtain a like assurance from each person supplied.',
    ),
    paragraph('An assurance informs the assessment required by article {art16} but does not take its place.'),
  ),
  article(
    'Diversion',
    paragraph(
      'States parties involved in a transfer of controlled goods shall take measures to prevent diversion, which shall include:',
      point('examining the parties to the transaction and the proposed route;'),
      point('requiring that goods bear the mark of the producer and, where practicable, a serial number;'),
      point('requiring proof of delivery to the end user.'),
    ),
    paragraph(
      'A State party that detects a diversion shall act at once to stop it and shall investigate how it came about, and shall inform the other States parties concerned.',
    ),
    paragraph(
      'A State party into which controlled goods have been imported shall not permit their re-export in breach of an assurance given under article {art18}.',
    ),
  ),
  article(
    'Services',
    paragraph(
      'Each State party shall require a licence for brokering, technical assistance and training in respect of controlled goods. Articles {art16}, {art17} and {art18} apply to such services as they apply to exports.',
    ),
    paragraph(
      'Before licensing training, the competent authority shall examine the content of the course, the record of the trainers, and whether the course teaches the limits that human rights law sets to the use of force.',
    ),
    paragraph(
      'No licence is needed for technical assistance that is confined to safe use or basic upkeep and accompanies an authorized export.',
    ),
  ),
  article(
    'General authorizations',
    paragraph(
      'A State party may publish a general authorization for exports of controlled goods that present a negligible risk, such as:',
      point('the return of goods to their owner after repair, trial or exhibition;'),
      point('supplies to a mission of the United Nations, or to personnel of the State party on duty abroad;'),
      point(
        'supplies to the law enforcement agencies of another State party that applies equivalent controls and standards of use.',
      ),
    ),
    paragraph(
      'Users of a general authorization shall register before first use and shall report each year on what they have exported under it.',
    ),
    paragraph(
      'A general authorization does not cover goods that the exporter knows, or has been told by the competent authority, may be put to a use described in paragraph {art17-p1} of article {art17}.',
    ),
    paragraph(
      'Each general authorization shall be reviewed every two years, and sooner if circumstances in a destination change.',
    ),
  ),
  article(
    'Suspension and revocation',
    paragraph(
      'The competent authority shall suspend an authorization without delay where:',
      point('it receives information which, had it been known, might have led to refusal;'),
      point('a condition or an end-use assurance has been breached;'),
      point('the authorization was obtained by a false or incomplete statement.'),
    ),
    paragraph('It shall then make a new assessment and shall revoke, amend or restore the authorization accordingly.'),
    paragraph(
      'While an authorization is suspended, goods that have not yet left the territory shall be held, and the State party shall seek the return or detention of goods under way.',
    ),
  ),
  article(
    'Catch-all control',
    paragraph(
      'Each State party shall require a licence for the export of goods that are not listed where the competent authority has given the exporter notice that they appear to be destined for torture or other ill-treatment.',
    ),
    paragraph(
      'An exporter who knows or has reason to suspect that goods which are not listed are so destined shall inform the competent authority and shall not export them until it has decided whether a licence is required.',
    ),
    paragraph(
      'Articles {art16}, {art17}, {art18} and {art22} apply to goods for which a licence is required under this article.',
    ),
    paragraph(
      'A State party that has twice refused a licence under this article for goods of the same kind shall consider proposing that they be listed, in accordance with article {art34}.',
    ),
  ),
)

const capital = part(
  'Goods for capital punishment',
  article(
    'Equipment',
    paragraph(
      'Each State party shall prohibit the transfer, brokering and marketing of equipment described in entry {annex3-1} of annex {annex3}, save as permitted by paragraph {art6-p3} of article {art6}.',
    ),
    paragraph('Each State party shall prohibit technical assistance and training relating to such equipment.'),
    paragraph('Nothing in this part may be invoked to justify or to delay the abolition of capital punishment.'),
  ),
  article(
    'Chemicals',
    paragraph(
      'Each State party shall require an authorization for the export of chemicals described in entry {annex3-2} of annex {annex3}, and shall refuse it where there are reasonable grounds to believe that they would be used to carry out capital punishment.',
    ),
    paragraph(
      'The supply of such chemicals for medical, veterinary or research purposes shall not be impeded. To that end a State party:',
      point('shall decide without delay on applications for supply to hospitals and other health services;'),
      point(
        'may publish a general authorization for exports to States that have abolished capital punishment for all crimes;',
      ),
      point(
        'shall encourage producers to include in their contracts of distribution a term against resale for capital punishment.',
      ),
    ),
    paragraph('Articles {art18}, {art19} and {art22} apply to exports under this article.'),
  ),
)

const implementation = part(
  'National implementation',
  article(
    'Control system',
    paragraph(
      'Each State party shall adopt the laws and other measures that are needed to carry out this instrument, and shall designate one or more competent authorities with sufficient powers, staff and means.',
    ),
    paragraph(
      'Each State party shall maintain and publish a national list that covers at least the goods described in the annexes.',
    ),
    paragraph(
      'Each State party shall inform the secretariat of its competent authorities and of a contact point for matters under this instrument.',
    ),
    paragraph(
      'Each State party shall ensure that its law enforcement agencies use controlled goods only:',
      point('under published rules that conform to human rights law;'),
      point('after training and under supervision;'),
      point('subject to reporting of each use, and to independent inquiry into allegations of abuse.'),
    ),
  ),
  article(
    'Customs cooperation',
    paragraph(
      'Each State party shall ensure that its customs authorities:',
      point('have power to stop, examine and detain goods in order to enforce this instrument;'),
      point('are trained to recognize listed goods, including goods that are wrongly described;'),
      point('use risk profiles that take account of notifications made under article {art32}.'),
    ),
    paragraph('A declarant who cannot produce a required authorization shall bear the cost of detention.'),
    paragraph(
      'Customs authorities of States parties shall assist one another directly, by exchanging information on consignments and on methods of concealment.',
    ),
  ),
  article(
    'Records',
    paragraph(
      'Each State party shall keep, for at least ten years, records of:',
      point('applications, assessments and decisions, with the reasons for them;'),
      point('exports made, and proof of delivery;'),
      point('end-use assurances;'),
      point('goods detained, confiscated or destroyed.'),
    ),
    paragraph(
      'Each State party shall require persons who produce, trade in or broker listed goods to keep, for the same period, records from which each transaction can be traced.',
    ),
    paragraph('Records shall be open to inspection by the competent authority and by the courts.'),
  ),
  article(
    'Penalties',
    paragraph(
      'Each State party shall make the following acts offences, punishable by penalties that reflect their gravity and suffice to deter:',
      point('engaging in an activity that this instrument requires to be prohibited;'),
      point('engaging without authorization in an activity for which one is required;'),
      point('obtaining an authorization by a false statement or by concealment;'),
      point('taking part in an arrangement that has evasion of this instrument as its object or effect.'),
    ),
    paragraph(
      'Legal persons shall be liable for such offences, without prejudice to the liability of the individuals who committed them.',
    ),
    paragraph(
      'Each State party shall establish its jurisdiction over such offences when they are committed in its territory or by its nationals.',
    ),
    paragraph('A person who in good faith reports an offence to the authorities shall be protected against reprisal.'),
  ),
  article(
    'Remedy',
    paragraph(
      'Each State party shall ensure that a person who has suffered torture or other ill-treatment by means of goods supplied in breach of its obligations under this instrument has access to an effective remedy, including rehabilitation.',
    ),
    paragraph(
      'Any person or organization may lay information before the competent authority concerning a planned or completed transaction. The authority shall consider it and state what it has done.',
    ),
    paragraph('Proceeds confiscated under this instrument may be applied to the rehabilitation of victims of torture.'),
  ),
)

const transparency = part(
  'Transparency and cooperation',
  article(
    'Annual report',
    paragraph(
      'Each State party shall submit to the secretariat, by 30 June each year, a report for the preceding calendar year on:',
      point('applications received, by type and quantity of goods, end user and destination;'),
      point('authorizations granted, refused, suspended and revoked, with a summary of the reasons;'),
      point('production brought to an end and stocks destroyed;'),
      point('changes in its law, national list and competent authorities.'),
    ),
    paragraph('The secretariat shall publish the reports.'),
    paragraph(
      'Information may be withheld only where commercial confidence or the safety of a person so requires. A report shall show that something has been withheld, and shall in every case name the goods and the destination.',
    ),
  ),
  article(
    'Notification of denials and consultation',
    paragraph(
      'A State party that refuses or revokes an authorization shall notify the other States parties within thirty days, naming the goods, the end user, the destination and the grounds.',
    ),
    paragraph(
      'A State party that is minded to authorize, within three years of such a notification, a transaction that is essentially the same shall first consult the State party that made it.',
    ),
    paragraph(
      'If it then grants the authorization, it shall inform that State party of its decision and of its reasons.',
    ),
    paragraph('States parties shall treat notifications and consultations under this article as confidential.'),
  ),
  article(
    'Cooperation and assistance',
    paragraph(
      'States parties shall help one another, as fully as their law allows, to investigate and prosecute offences under article {art29}.',
    ),
    paragraph(
      'A State party in a position to do so shall, on request, assist another in:',
      point('preparing legislation and setting up a control system;'),
      point('training licensing and customs officers;'),
      point('destroying stocks;'),
      point('turning production to other goods.'),
    ),
    paragraph(
      'States parties shall cooperate with national preventive mechanisms and with civil society organizations that study the trade in listed goods.',
    ),
    paragraph('A voluntary trust fund shall be established to support assistance under this article.'),
  ),
)

const institutions = part(
  'Lists and institutions',
  article(
    'Review of the annexes',
    paragraph(
      'The conference of States parties shall review the annexes at least once every two years in the light of developments in goods, in their use and in their trade.',
    ),
    paragraph(
      'Any State party and the expert group may propose an amendment to an annex, with reasons. Proposals shall be circulated to the States parties at least six months before they are considered.',
    ),
    paragraph(
      'In considering a proposal, the conference shall ask:',
      point(
        'for annex {annex1}, whether the goods serve any practical purpose in law enforcement that other goods could not serve with less risk of torture or other ill-treatment;',
      ),
      point(
        'for annex {annex2}, whether there is credible evidence that the goods have been, or could readily be, used for torture or other ill-treatment;',
      ),
      point('for annex {annex3}, whether the goods have been used or approved for carrying out capital punishment.'),
    ),
    paragraph(
      'An amendment shall be adopted by consensus or, where every effort to reach consensus has failed, by a majority of two thirds of the States parties present and voting. It takes effect one hundred and eighty days later for every State party that has not by then given notice that it cannot accept it.',
    ),
  ),
  article(
    'Expert group',
    paragraph(
      'An expert group of ten members shall be elected by the conference of States parties for terms of four years. Members shall serve in their personal capacity and shall together command knowledge of medicine, policing, export control, engineering and human rights law. Account shall be taken of fair geographical distribution and of gender balance.',
    ),
    paragraph(
      'The expert group shall:',
      point('keep developments in listed goods and in similar goods under study;'),
      point('recommend amendments to the annexes;'),
      point('draw up guidance on the assessment required by article {art16};'),
      point('advise a State party, at its request, whether particular goods are listed.'),
    ),
    paragraph('The expert group may receive information from any source, and shall publish its recommendations.'),
  ),
  article(
    'Conference of States parties and secretariat',
    paragraph(
      'The conference of States parties shall meet for the first time within one year of the entry into force of this instrument, and every two years thereafter.',
    ),
    paragraph(
      'The conference shall:',
      point('review how this instrument is carried out and consider the reports submitted under article {art31};'),
      point('review the annexes and elect the expert group;'),
      point('adopt its rules of procedure and decide how costs are to be met.'),
    ),
    paragraph(
      'The United Nations and its agencies, regional organizations, national human rights institutions, national preventive mechanisms and civil society organizations may attend as observers.',
    ),
    paragraph(
      'The Secretary-General of the United Nations shall provide the secretariat, which shall serve the conference and the expert group, publish reports and keep a register of national lists and contact points.',
    ),
  ),
)

const final = part(
  'Final provisions',
  article(
    'Signature, entry into force, amendment and withdrawal',
    paragraph(
      'This instrument shall be open to all States for signature at United Nations Headquarters, and thereafter for accession. It is subject to ratification, acceptance or approval. The Secretary-General of the United Nations is the depositary.',
    ),
    paragraph(
      'This instrument shall enter into force on the ninetieth day after the deposit of the twentieth instrument of ratification, acceptance, approval or accession.',
    ),
    paragraph(
      'For a State that consents to be bound after that deposit, it shall enter into force on the ninetieth day after the deposit of the instrument of that State.',
    ),
    paragraph(
      'Amendments other than to the annexes shall be adopted by the conference by a majority of two thirds of the States parties present and voting, and shall enter into force, for the States parties that have accepted them, when two thirds of all States parties have done so.',
    ),
    paragraph(
      'A State party may withdraw by written notice to the depositary, with effect one year after receipt. Withdrawal does not affect obligations in respect of transfers that took place before it took effect.',
    ),
  ),
  article(
    'Reservations, other agreements and authentic texts',
    paragraph('No reservation may be made to this instrument.'),
    paragraph(
      'This instrument does not affect obligations under the Convention against Torture or under any agreement that gives greater protection, and States parties shall not agree among themselves to derogate from it.',
    ),
    paragraph(
      'The Arabic, Chinese, English, French, Russian and Spanish texts of this instrument are equally authentic.',
    ),
  ),
)

const annexes = [
  annex(
    'Prohibited goods',
    text(
      'The descriptions in this annex do not include goods that are outside this instrument by virtue of paragraph {art6-p2} of article {art6}.',
    ),
    entry(
      'Goods for restraint',
      entry('Restraint chairs fitted with shackles or other metal restraints'),
      entry('Thumb-cuffs and finger-cuffs, including thumb-screws'),
      entry('Bar fetters: ankle restraints joined by a rigid bar'),
      entry('Rigid-bar combination cuffs, which hold wrists and ankles, or neck and limbs, by a rigid bar'),
      entry('Gang chains that join two or more persons'),
      entry('Weighted restraints for hands or legs'),
      entry('Fixed restraints, made to be anchored to a wall, floor, ceiling or other immovable object'),
      entry('Cage beds and net beds, in which a person is enclosed by bars or netting'),
      entry('Hoods and blindfolds made for use on persons in custody'),
      entry('Spit hoods'),
    ),
    entry(
      'Goods for striking',
      entry('Batons with spikes or barbs'),
      entry('Shields and body armour with spikes or barbs on an outer surface'),
      entry('Weighted batons and weighted gloves'),
      entry('Whips', entry('Whips with several tails'), entry('Whips to which hooks, spikes or the like are attached')),
      entry('Sjamboks'),
      entry('Lathis'),
    ),
    entry(
      'Kinetic ammunition and launchers',
      entry('Ammunition that releases multiple kinetic projectiles when fired'),
      entry('Automatic launchers of kinetic projectiles'),
      entry('Multi-barrel launchers that can fire at random into a group of persons'),
    ),
    entry(
      'Electric shock and directed energy',
      entry('Body-worn shock devices, such as belts, sleeves and cuffs'),
      entry('Direct-contact shock weapons, such as stun batons, stun shields and stun gloves'),
      entry('Millimetre-wave weapons that cause pain by heating the skin'),
    ),
  ),
  annex(
    'Controlled goods',
    text('The descriptions in this annex do not include goods that are described in annex {annex1}.'),
    entry('Restraints', entry('Ordinary handcuffs, of metal or textile'), entry('Ordinary leg restraints')),
    entry('Striking weapons', entry('Ordinary batons, including side-handle and telescopic batons')),
    entry(
      'Chemical irritants',
      entry('Hand-held devices that spray or squirt a chemical irritant'),
      entry(
        'Tear gas and similar irritants for use against groups of persons',
        entry('Grenades and cartridges'),
        entry('Launchers'),
        entry('Fixed and vehicle-mounted dispensers'),
      ),
    ),
    entry('Electric shock', entry('Projectile shock weapons, and cartridges for them')),
    entry('Kinetic projectiles', entry('Single-projectile launchers, and single blunt projectiles for them')),
    entry(
      'Other goods for crowd control',
      entry('Dazzling weapons, not being weapons designed to blind'),
      entry('Water cannon'),
    ),
  ),
  annex(
    'Goods for capital punishment',
    entry(
      'Equipment designed for the execution of human beings',
      entry('Gallows, complete or in parts'),
      entry('Guillotines and their blades'),
      entry('Electric chairs'),
      entry('Gas chambers, complete or in parts'),
      entry('Automatic injection systems made to deliver a lethal dose'),
    ),
    entry(
      'Anaesthetic chemicals: barbiturates of short or intermediate action, including the following and their sodium salts',
      entry('Amobarbital'),
      entry('Pentobarbital'),
      entry('Secobarbital'),
      entry('Thiopental'),
    ),
  ),
]

/** The outline of the baseline, with references still unresolved: what the zero draft grows from. */
export const frameworkOutline = outline(
  notice,
  opening,
  principles,
  prohibited,
  controlled,
  capital,
  implementation,
  transparency,
  institutions,
  final,
  ...annexes,
)

/** The Framework baseline as a draft: 6 recitals, 38 articles in eight parts, three annexes. */
export const framework: Draft = draft(
  'Anti-Torture Trade Framework: working paraphrase of essential elements (sample)',
  'A/AC.300/INF/1',
  frameworkOutline,
)
