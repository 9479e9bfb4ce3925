import { truthOf } from '../../eligibility/truth.ts'
import { tokens } from '../../vocabulary/fold.ts'
import type { Vocabulary } from '../../vocabulary/concept.ts'
import { isTreatment, withoutSuffix } from '../patient/medicine-name.ts'
import type { Evidence, Patient } from '../patient/patient.ts'
import { aboutAllergy } from './allergic.ts'
import { type AskedMedicine, isSaidTaken, medicinesAsked, relation } from './medicines.ts'
import { diseasesAsked } from './diseases-asked.ts'
import { areasAsked, areasOf, diseasesOf, diseasesOfScore } from './areas-of.ts'
import { factsOf, kindOfWhat, knownOf } from './facts-of.ts'
import { countedNear } from './counted.ts'
import type { Case } from './judgement.ts'
import { valuesAsked } from './measures-asked.ts'
import { nearEvents } from './near-events.ts'
import { nearFamily } from './near-family.ts'
import { nearInitials } from './near-initials.ts'
import { nearKin } from './near-kin.ts'
import { nearMeasures } from './near-measures.ts'
import { nearMedicines } from './near-medicines.ts'
import { nearTumours } from './near-tumours.ts'
import { nearTellings } from './near-tellings.ts'
import { nearIllness } from './near-illness.ts'
import { nearCodes } from './near-codes.ts'
import { nearPhrases } from './near-phrases.ts'
import { nearTests } from './near-tests.ts'
import { nearCare } from './near-care.ts'
import { nearOperations } from './near-operations.ts'
import { nearStates } from './in-state.ts'
import { onceAPatient } from './once-a-patient.ts'
import { askedWords, withoutParts } from './words.ts'

/**
 * What a record holds that touches a criterion without deciding it: a value of the same measure, the same disease or one
 * above or below it, the same medicine or an allergy to it, whatever was not understood and shares its words, and all
 * that is of the same area of medicine. Where there is any, silence is no answer. Rule `touches@7`.
 */
export function touching(one: Case): readonly Evidence[] {
  const found = [
    ...byAge(one),
    ...nearMeasures(one),
    ...countedNear(one),
    ...byDisease(one),
    ...byTreated(one),
    ...byOwnTumour(one),
    ...bySmoking(one),
    ...byDrug(one),
    ...byStem(one),
    ...nearOperations(one),
    ...nearCare(one),
    ...byUnread(one),
    ...nearCodes(one),
    ...nearFamily(one),
    ...nearStates(one),
    ...nearPhrases(one),
    ...nearTellings(one),
    ...nearKin(one),
    ...nearInitials(one),
    ...nearTumours(one),
    ...nearMedicines(one),
    ...nearTests(one),
    ...nearEvents(one),
    ...byArea(one),
    ...nearIllness(one),
    ...byUnnamed(one),
  ]
  return [...new Map(found.map((evidence) => [keyOf(evidence), evidence])).values()].slice(0, most)
}

const most = 4

function keyOf({ resource, start, text }: Evidence): string {
  return `${resource ?? start ?? ''} ${text}`
}

/** An age that the criterion gives and the person's own does not settle: "Children" and twelve years. */
function byAge({ text, patient, vocabulary }: Case): Evidence[] {
  const { age } = patient
  if (!age) return []
  const ages = valuesAsked(text, patient).filter(({ type }) => type === 'age')
  if (ages.length === 0) return []
  const known = factsOf(patient, [], vocabulary)
  const isOpen = ages.some((reading) =>
    known.some((facts) => truthOf(reading, facts) !== 'not met'),
  )
  return isOpen ? [age.evidence] : []
}

const stillOpen =
  /(?<!\p{L})(?:repeat\p{L}*|to be (?:re)?checked|recheck\p{L}*|pending|awaited|requested|booked|à (?:refaire|recontrôler|contrôler|répéter)|demandée?s?|en attente)(?!\p{L})/iu

function byDisease({ text, patient, vocabulary }: Case): Evidence[] {
  return diseasesAsked(text, vocabulary).flatMap(({ term }) => {
    const known = knownOf(term, patient, vocabulary)
    const own = known.related && known.state !== 'absent' && known.evidence ? [known.evidence] : []
    // What is neither so nor not so: to come, asked, with a time that cannot be, or a denial of before that is still to be repeated.
    const open = patient.findings.filter(
      (one) =>
        (one.presence === 'mentioned' ||
          (one.presence === 'absent' && stillOpen.test(one.evidence.text))) &&
        one.of === 'patient' &&
        isOneAbove(term, one.term, vocabulary),
    )
    return [...own, ...open.map(({ evidence }) => evidence)]
  })
}

/** A medicine that is given for the disease, or a score that asks after it: "levothyroxine" and "thyroid disease". */
function byTreated({ text, patient, vocabulary }: Case): Evidence[] {
  const given = patient.treatments.filter(({ presence }) => presence === 'present')
  const pointing = [
    ...given.map((one) => ({ terms: diseasesOf(one), evidence: one.evidence })),
    ...patient.measures.map(({ what, evidence }) => ({ terms: diseasesOfScore(what), evidence })),
  ].filter(({ terms }) => terms.length > 0)
  if (pointing.length === 0) return []
  const asked = diseasesAsked(text, vocabulary).map(({ term }) => term)
  return pointing
    .filter(({ terms }) =>
      asked.some((term) => terms.some((other) => isOneAbove(term, other, vocabulary))),
    )
    .map(({ evidence }) => evidence)
}

function isOneAbove(term: string, other: string, vocabulary: Vocabulary): boolean {
  if (term === other) return true
  return (
    kindOfWhat(other, vocabulary).includes(term) || kindOfWhat(term, vocabulary).includes(other)
  )
}

/** The stage, the spread or the kind of a tumour, where the person has one: a note that does not say it does not deny it. */
function byOwnTumour({ text, patient, vocabulary }: Case): Evidence[] {
  if (!ofTumours.test(text)) return []
  return patient.findings
    .filter(({ term, presence, of }) => {
      if (presence === 'absent' || presence === 'mentioned' || of !== 'patient') return false
      return vocabulary.byName(term)?.trees.some((tree) => /^C04(?:\.|$)/.test(tree)) ?? false
    })
    .map(({ evidence }) => evidence)
}

const ofTumours =
  /\b(?:stage|metasta\w*|visceral|crisis|spread|disseminat\w*|recurren\w*|relapsed|HER-?2\S*|[A-Z0-9]+[- ](?:mutation|rearrangement|amplification|fusion)s?|(?:(?:hormone|estrogen|progesterone) )?receptor\w*|(?:positive|negative|advanced|bulky|measurable|residual|progressive|un?resectable|in?operable|bilateral|multifocal) (?:disease|tumou?rs?))\b/i

function bySmoking({ text, patient: { smoking } }: Case): Evidence[] {
  return smoking &&
    smoking.value !== 'never' &&
    /\bsmok|tobacco|cigarette|tabac|tabagi|fumeu/i.test(text)
    ? [smoking.evidence]
    : []
}

function byDrug({ text, patient }: Case): Evidence[] {
  const asked = medicinesAsked(text)
  const isOfAllergy = aboutAllergy.test(text)
  const allergies = patient.allergies.filter(
    (allergy) =>
      allergy.presence !== 'absent' &&
      (isOfAllergy || asked.some((item) => relation(item, allergy) !== 'not')),
  )
  const taken =
    !isOfAllergy && asksOfSomeKind(text, asked)
      ? patient.treatments.filter(
          (one) =>
            one.drugs && one.presence === 'present' && one.when === 'now' && isSaidTaken(one),
        )
      : []
  // Only ordered, only spoken of: neither taken nor not taken.
  const open = patient.treatments.filter(
    (one) =>
      (one.presence === 'mentioned' ||
        one.presence === 'possible' ||
        notRecalled.test(one.evidence.text)) &&
      asked.some((item) => relation(item, one) !== 'not'),
  )
  return [...taken, ...allergies, ...open].map(({ evidence }) => evidence)
}

/** "Does not remember whether he ever took abacavir" denies nothing. */
const notRecalled =
  /(?<!\p{L})(?:(?:not|n['’]t|cannot|ne) (?:remember|recall|know|sure|certain)|unsure|uncertain|unknown|ne (?:sait|se souvient)(?: pas| plus)?|inconnue?s?)(?!\p{L})/iu

/** "Sacituzumab govitecan" and "sacituzumab", "newzibumab-aaaa" and "newzibumab": the first word of both is one. */
function byStem({ text, patient }: Case): Evidence[] {
  const stems = stemsOf(patient)
  if (stems.length === 0) return []
  const words = new Set(text.toLowerCase().match(firstWords)?.map(withoutSuffix))
  return stems
    .filter(({ firsts }) => firsts.some((first) => words.has(first)))
    .map(({ evidence }) => evidence)
}

/** The treatments of a record with the first words of their names that may be the whole name elsewhere. */
const stemsOf = onceAPatient(({ treatments }: Patient) =>
  treatments.flatMap(({ name, drugs = [], presence, evidence }) => {
    const names = presence === 'absent' ? [] : [name, ...drugs]
    const firsts = [
      ...names
        .map((each) => withoutSuffix(each.split(' ')[0] ?? ''))
        .filter((each) => isTreatment(each)),
      ...names.flatMap((each) => beforeGreek.exec(each)?.[1] ?? []),
    ]
    return firsts.length > 0 ? [{ firsts, evidence }] : []
  }),
)

const beforeGreek = /^(\p{L}{6,}) (?:al(?:f|ph)a|beta|gamma|pegol)(?!\p{L})/u
const firstWords = /\p{L}{6,}(?:-\p{L}{4}(?!\p{L}))?/gu

/** Medicines of a kind that no list of ours has ("CYP3A4 inhibitors", "drugs that prolong QT"): any of the person's may be one. */
function asksOfSomeKind(text: string, asked: readonly AskedMedicine[]): boolean {
  return someKind.test(withoutParts(text, asked).replace(noMedicine, ' '))
}

const someKind =
  /\b(?:inhibitors?|inducers?|substrates?|agonists?|antagonists?|modulators?|blockers?|analogue?s?|medications?|medicines?|drugs?|pharmacotherapy|médicaments?|inhibiteurs?|inducteurs?)\b/i
/** Drugs of abuse, and those of the study itself. */
const noMedicine =
  /\b(?:study|trial|investigational|experimental|test|illicit|illegal|recreational|intravenous|injection|iv|street|party)[- ](?:product |medicinal )?(?:drugs?|medications?|medicines?)\b|\b(?:alcohol|substance) (?:or|and) drugs?\b|\b(?:alcohol|substance)\/drugs?\b|\bdrugs? (?:or|and) (?:alcohol|substance)\b|\bdrugs?[- ](?:\/ ?alcohol )?(?:abus\w*|addict\w*|depend\w*|misus\w*|use\b|users?\b|screen\w*|test\w*|eluting|trial|study|resist\w*|induced)/gi

function byUnread({ text, patient }: Case): Evidence[] {
  const left = leftOf(patient)
  if (left.length === 0) return []
  const words = new Set(askedWords(text).filter((word) => word.length > 3))
  return left
    .filter((one) => one.words.some((word) => words.has(word)))
    .map(({ evidence }) => evidence)
}

function byArea({ text, patient, vocabulary }: Case): Evidence[] {
  const asked = areasAsked(text, vocabulary)
  if (asked.size === 0) return []
  const isOfLow = lowPressure.test(text) && !/hypertens/i.test(text)
  const isToCome = toCome.test(text) && anOperation.test(text)
  return areasOf(patient, vocabulary)
    .filter(({ areas }) => [...areas].some((area) => asked.has(area)))
    .map(({ evidence }) => evidence)
    .filter((one) => !(isOfLow && isOnlyHigh(one)) && !(isToCome && !mayBePlanned.test(one.text)))
}

/** A low pressure is not near to a high one. */
const lowPressure =
  /\bhypotens|\b(?:systolic|diastolic|SBP|DBP|blood pressure)\b[^.;<>≤≥]{0,24}(?:<|≤|less than|below|lower than|under)/i

function isOnlyHigh({ text }: Evidence): boolean {
  return (
    /hypertens|high blood pressure/i.test(text) &&
    !/hypotens|shock|syncop|faint|dizz|vasopress|light-?headed|\blow\b/i.test(text)
  )
}

/** An operation that is still to come is near to what is planned or done, not to every complaint of its organ. */
const toCome =
  /\b(?:planned|scheduled|upcoming|anticipated|elective|(?:during|in|within) the (?:next|coming))\b/i
const anOperation =
  /\b(?:surger(?:y|ies)|operations?|\w+(?:ectomy|plasty|ostomy|otomy)|transplant\w*|procedures?)\b/i
const mayBePlanned =
  /\b(?:plan\w*|schedul\w*|await\w*|refer\w*|candidate|waiting|will|surg\w*|operat\w*|\w+(?:ectomy|plasty|ostomy|otomy)|transplant\w*|procedures?|consider\w*|recommend\w*|indicat\w*)\b/i

/** What may be anything touches all; an unknown medicine touches what asks about treatments. */
function byUnnamed({ text, patient: { unnamed = [] } }: Case): readonly Evidence[] {
  return unnamed.filter(
    ({ resource = '' }) => !resource.startsWith('Medication') || aboutTreatment.test(text),
  )
}

const aboutTreatment =
  /\b(?:treat\w*|therap\w*|medic\w*|drugs?|agents?|us(?:e|es|ing|age)|tak(?:e|es|ing)|receiv\w+|administ\w+|\w+(?:mab|nib|azole|mycin|cillin|pril|sartan|statin|olol|cept|gliptin|gliflozin|steroids?)|inhibitors?|blockers?|inject\w*|infus\w*|dos(?:e|es|age)|on \w+|vaccin\w*|supplement\w*|antibiotics?|anti-?\w+ants?)\b/i

/** More than a record of reasonable length leaves. */
const mostUnread = 400

/** Something that was not understood, with its words. */
interface Left {
  readonly evidence: Evidence
  readonly words: readonly string[]
}

/** One patient is held against many criteria: what was left is read once. */
const leftOf = onceAPatient(({ notUnderstood = [] }): readonly Left[] =>
  notUnderstood
    .slice(0, mostUnread)
    .map((evidence) => ({ evidence, words: tokens(evidence.text) })),
)
