import type { Patient } from '../patient/patient.ts'
import { firstSaying } from './first-saying.ts'
import type { Case, Judgement } from './judgement.ts'
import { onceAPatient } from './once-a-patient.ts'

/** "Planning to become pregnant", as an exclusion, of a woman who is said to wish for it. Rule `wish-for-child@1`. */
export function wishForChildVerdict({ text, kind, patient }: Case): Judgement | undefined {
  if (kind !== 'exclusion' || !wish.test(text) || turning.test(text)) return undefined
  if (patient.sex?.value === 'MALE' || patient.cannotConceive) return undefined
  const evidence = wished(patient)
  return evidence && { verdict: 'not met', reason: 'pregnancy', evidence: [evidence] }
}

const wish =
  /\b(?:plan\w*|wish\w*|desir\w*|intend\w*|intention|want\w*|hop\w+|try\w*|attempt\w*)\b[^.;,]{0,30}\b(?:pregnan\w*|conceiv\w*)|\b(?:désir|projet) de grossesse\b/i
const turning = /\b(?:not|no|unless|except\w*|partners?|males?|men)\b/i

const wished = onceAPatient((patient: Patient) =>
  firstSaying(patient, ({ evidence: { text } }) => said.test(text) && !notSo.test(text)),
)

const said =
  /\b(?:hop(?:es|ing)|wants?|wishes|wishing|plans?|planning|tries|trying|intends?) to (?:get pregnant|become pregnant|conceive|have a (?:baby|child)|fall pregnant|start a family)\b|\b(?:désire|souhaite|veut|essaie d['’]avoir) (?:une grossesse|un enfant|être enceinte)\b|\b(?:désir|projet) de grossesse\b/i
const notSo =
  /\b(?:no|not|never|sister|daughter|mother|wife|girlfriend|pas|aucun|years ago|before|sans)\b/i
