import type { Evidence, Patient } from '../patient/patient.ts'
import type { Vocabulary } from '../../vocabulary/concept.ts'
import { kindsOf } from './facts-of.ts'
import type { Case, Judgement } from './judgement.ts'
import { onceAPatient } from './once-a-patient.ts'
import { hasOtherWaysIn } from './one-way-in.ts'
import { askedWords } from './words.ts'

/**
 * A cirrhosis is decompensated where there is ascites, hepatic encephalopathy or bleeding varices now (Baveno VII, 2022): so it is no
 * "compensated cirrhosis", and it is "decompensated liver disease". Rule `decompensated@1`.
 */
export function decompensatedVerdict({
  text,
  kind,
  patient,
  vocabulary,
}: Case): Judgement | undefined {
  if (kind === 'unspecified' || text.length > 160 || hasOtherWaysIn(text)) return undefined
  if (!/\bcompensated|\bdecompensat/i.test(text) || turning.test(text)) return undefined
  if (!/\b(?:liver|hepatic|cirrho\w+)\b/i.test(text)) return undefined
  const isOfBad = /\bdecompensat/i.test(text)
  const evidence = signOf(patient, vocabulary)
  if (!evidence || isOfBad === (kind === 'inclusion')) return undefined
  if (kind === 'exclusion' && !askedWords(text).every((word) => idle.test(word))) return undefined
  return { verdict: 'not met', reason: 'stated facts', evidence: [evidence] }
}

const turning =
  /\b(?:or|unless|except\w*|if|no|not|without|history|prior|previous\w*|past|heart|cardiac|and)\b/i
const idle = /^(?:decompensat\w*|liver|hepatic|cirrho\w+|chronic|advanced)$/i

const signOf = onceAPatient((patient: Patient, vocabulary: Vocabulary): Evidence | undefined => {
  const own = patient.findings.filter(
    ({ of, presence, when }) => of === 'patient' && presence === 'present' && when === 'now',
  )
  const cirrhosis = kindsOf('Liver Cirrhosis', vocabulary)
  if (!own.some(({ term }) => cirrhosis.has(term))) return undefined
  return own.find(({ term }) => signs.has(term))?.evidence
})

const signs: ReadonlySet<string> = new Set([
  'Ascites',
  'Hepatic Encephalopathy',
  'Hepatorenal Syndrome',
])
