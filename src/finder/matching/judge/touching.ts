import { measuresNamedIn } from '../../eligibility/measures.ts'
import { tokens } from '../../vocabulary/fold.ts'
import { openDrugs } from '../../vocabulary/drugs.ts'
import type { Evidence, Patient } from '../patient/patient.ts'
import { namedIn } from '../patient/named.ts'
import { knownOf } from './facts-of.ts'
import type { Case } from './judgement.ts'
import { organsIn } from './organs.ts'
import { askedWords } from './words.ts'

/**
 * What a record holds that touches a criterion without deciding it: a value of the same measure, the same disease or one
 * above or below it, the same medicine or an allergy to it, and whatever was not understood and shares its words or names
 * its organ. Where there is any, silence is no answer. Rule `touches@1`.
 */
export function touching(one: Case): readonly Evidence[] {
  const found = [...byMeasure(one), ...byDisease(one), ...byDrug(one), ...byUnread(one)]
  return [...new Map(found.map((evidence) => [keyOf(evidence), evidence])).values()].slice(0, most)
}

const most = 4

function keyOf({ resource, start, text }: Evidence): string {
  return `${resource ?? start ?? ''} ${text}`
}

function byMeasure({ text, patient }: Case): Evidence[] {
  const codes = new Set(measuresNamedIn(text))
  return patient.measures.filter(({ what }) => codes.has(what)).map(({ evidence }) => evidence)
}

function byDisease({ text, patient, vocabulary }: Case): Evidence[] {
  return namedIn(text, vocabulary).flatMap(({ term }) => {
    const known = knownOf(term, patient, vocabulary)
    return known.related && known.state !== 'absent' && known.evidence ? [known.evidence] : []
  })
}

function byDrug({ text, patient }: Case): Evidence[] {
  const asked = new Set(
    openDrugs()
      .inText(text)
      .flatMap(({ drugs }) => drugs.flatMap(({ name, substances }) => [name, ...substances]))
      .map((name) => name.toLowerCase()),
  )
  const shares = ({ drugs }: { readonly drugs?: readonly string[] }) =>
    drugs?.some((drug) => asked.has(drug)) === true
  const taken = patient.treatments.filter(
    (treatment) => treatment.presence !== 'absent' && shares(treatment),
  )
  const isOfAllergy = aboutAllergy.test(text)
  const allergies = patient.allergies.filter(
    (allergy) => allergy.presence !== 'absent' && (shares(allergy) || isOfAllergy),
  )
  return [...taken, ...allergies].map(({ evidence }) => evidence)
}

const aboutAllergy =
  /\b(?:allerg\w*|hypersensitiv\w*|intoleran\w*|anaphyla\w*|allergie|intolérance)\b/i

function byUnread({ text, patient }: Case): Evidence[] {
  const left = patient.notUnderstood ?? []
  if (left.length === 0) return []
  const words = new Set(askedWords(text).filter((word) => word.length > 3))
  const organs = new Set(organsIn(text))
  return left
    .slice(0, mostUnread)
    .filter(
      (evidence) =>
        organsIn(evidence.text).some((organ) => organs.has(organ)) ||
        wordsOf(patient, evidence).some((word) => words.has(word)),
    )
}

/** More than a record of reasonable length leaves. */
const mostUnread = 400

function wordsOf(patient: Patient, evidence: Evidence): readonly string[] {
  const known = unreadWords.get(patient) ?? new Map<Evidence, readonly string[]>()
  unreadWords.set(patient, known)
  const before = known.get(evidence)
  if (before) return before
  const words = tokens(evidence.text)
  known.set(evidence, words)
  return words
}

/** One patient is held against many criteria; gone with the patient. */
const unreadWords = new WeakMap<Patient, Map<Evidence, readonly string[]>>()
