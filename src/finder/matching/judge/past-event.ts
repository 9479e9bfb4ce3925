import type { Vocabulary } from '../../vocabulary/concept.ts'
import type { Evidence } from '../patient/patient.ts'
import { kindOfWhat } from './facts-of.ts'

/**
 * "He has never had a heart attack" is said of the time before: the pain of today may be one. True where what denies an event that
 * comes at once speaks of the past alone. Rule `past-event@1`.
 */
export function isDeniedOfThePast(
  term: string,
  { text }: Evidence,
  vocabulary: Vocabulary,
): boolean {
  if (!ofThePast.test(text)) return false
  return [term, ...kindOfWhat(term, vocabulary)].some((one) => events.has(one))
}

const ofThePast =
  /\b(?:never (?:had|been|experienced|suffered|developed)|no (?:\w+ )?history of|(?:denies|without|no) (?:any |a |an )?(?:prior|previous|earlier|past|history)|jamais (?:eu|fait)|pas d['’](?:antécédents?|histoire)|sans antécédents?|aucun antécédent)\b/i

const events: ReadonlySet<string> = new Set([
  'Acute Coronary Syndrome',
  'Anaphylaxis',
  'Appendicitis',
  'Embolism and Thrombosis',
  'Fractures, Bone',
  'Heart Arrest',
  'Hemorrhage',
  'Infections',
  'Myocardial Infarction',
  'Pancreatitis',
  'Pneumonia',
  'Pneumothorax',
  'Pulmonary Embolism',
  'Seizures',
  'Sepsis',
  'Shock',
  'Stroke',
  'Syncope',
  'Wounds and Injuries',
])
