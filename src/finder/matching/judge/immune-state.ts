import { openDrugClasses } from '../../vocabulary/drug-classes.ts'
import type { Evidence, Patient, Treatment } from '../patient/patient.ts'
import { firstSaying } from './first-saying.ts'
import { alternativesOf } from './alternatives.ts'
import type { Case, Judgement } from './judgement.ts'
import { wasSurelyHad } from './medicines.ts'
import { onceAPatient } from './once-a-patient.ts'
import { askedWords } from './words.ts'

/**
 * "Immunosuppressed", "immunodeficiency state", of somebody who takes medicines that suppress the immune system now, or of whom the
 * record says so. An immunodeficiency that is inborn or by HIV is another thing. Rule `immune-state@1`.
 */
export function immuneStateVerdict(one: Case): Judgement | undefined {
  const { text, kind, patient, vocabulary } = one
  if (kind === 'unspecified' || !state.test(text) || turning.test(text)) return undefined
  const parts = kind === 'exclusion' ? [text, ...alternativesOf(text, vocabulary)] : [text]
  const isAsked = parts.some(
    (part) => state.test(part) && askedWords(part).every((word) => idle.test(word)),
  )
  const evidence = isAsked ? suppressed(patient) : undefined
  return (
    evidence && {
      verdict: kind === 'exclusion' ? 'not met' : 'met',
      reason: 'stated facts',
      evidence: [evidence],
    }
  )
}

const state =
  /\b(?:immun(?:o-?|e )suppress(?:ed|ion)|immuno-?compromised|immuno-?deficien(?:cy|cies|t)|immunodéprim\w+|immunosupprim\w+|immunodéficien\w+)\b/i
const turning =
  /\b(?:no|not|without|except\w*|unless|other than|if|history|previous\w*|prior|past|within|family|primary|congenital|inherited|genetic|severe|combined|hiv|aids|acquired|household|contacts?|due to|caused by|primitif|congénital\w*|héréditaire)\b/i
const idle =
  /^(?:immuno\w*|compromised|suppressed|deficien\w*|state|host|suspicion|suspected|any|receiving|therap\w*|medic\w*|drug|agent|treatment|chronic\w*|systemic|immune|suppression|requir\w*|need\w*)$/

/** Now, and said to be taken: not planned, stopped or refused. */
const suppressed = onceAPatient((patient: Patient): Evidence | undefined => {
  const taken = patient.treatments.find(
    (one) => one.when === 'now' && wasSurelyHad(one) && suppresses(one),
  )
  if (taken) return taken.evidence
  return firstSaying(patient, ({ affirmed }) => said.test(affirmed))
})

const said =
  /\b(?:is|are|was|on|takes?|taking|receiv\w+|an?) (?:\w+ )?(?:immuno-?suppressed|immuno-?compromised|immuno-?suppressants?|immuno-?suppressive (?:medications?|drugs?|therapy|treatment|agents?))\b|\bsous immunosuppresseurs?\b/i

function suppresses({ name, drugs = [] }: Treatment): boolean {
  const classes = openDrugClasses()
  const names = drugs.length > 0 ? drugs : [name]
  const isNamed = classes
    .inText(name)
    .some(({ drugClass }) => classes.withWider(drugClass).sure.has('immunosuppressants'))
  return isNamed || names.every((drug) => classes.ofDrug(drug).sure.has('immunosuppressants'))
}
