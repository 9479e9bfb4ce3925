import type { Finding } from '../patient/patient.ts'
import { kindsOf } from './facts-of.ts'
import type { Case, Judgement } from './judgement.ts'
import { askedWords } from './words.ts'

/**
 * Two states of which a person has one at a time: sinus rhythm and atrial fibrillation on the same tracing, a normal pressure
 * and hypertension, full term and preterm. The criterion asks for nothing else. Rule `opposite@1`.
 */
export function oppositeVerdict({ text, kind, patient, vocabulary }: Case): Judgement | undefined {
  if (text.length > longest || turning.test(text)) return undefined
  for (const { asked, term } of normals) {
    if (!asked.test(text) || kind !== 'inclusion') continue
    if (askedWords(text.replace(asked, ' ')).some((word) => !idle.test(word))) continue
    const kinds = kindsOf(term, vocabulary)
    const own = patient.findings.filter((one) => one.of === 'patient' && kinds.has(one.term))
    const [found] = own
    if (found && own.every(isNow)) return told('not met', found)
  }
  return sinusInstead({ text, kind, patient })
}

const longest = 120

function told(verdict: Judgement['verdict'], { evidence }: Pick<Finding, 'evidence'>): Judgement {
  return { verdict, reason: 'stated facts', evidence: [evidence] }
}

function isNow({ presence, when }: Finding): boolean {
  return presence === 'present' && when === 'now'
}

const normals: readonly { readonly asked: RegExp; readonly term: string }[] = [
  { asked: /\b(?:normal )?sinus rhythm\b/i, term: 'Atrial Fibrillation' },
  { asked: /\bnormotensi(?:ve|on)\b/i, term: 'Hypertension' },
]

/** Atrial fibrillation on the tracing of now, where the note says sinus rhythm and nowhere fibrillation. */
function sinusInstead({
  text,
  kind,
  patient,
}: Pick<Case, 'text' | 'kind' | 'patient'>): Judgement | undefined {
  if (kind !== 'exclusion' || !onTracing.test(text)) return undefined
  const rest = text.replace(onTracing, ' ')
  if (askedWords(rest).some((word) => !/^(?:current|baseline|resting|lead)$/.test(word)))
    return undefined
  const says = patient.lines
    .slice(0, 400)
    .filter(({ affirmed }) => /\bsinus rhythm\b/i.test(affirmed))
  const isOther = patient.lines.some(({ evidence }) =>
    /\b(?:fibrillation|flutter|AF|afib)\b/i.test(evidence.text),
  )
  const [found] = says
  return found && !isOther ? told('met', found) : undefined
}

const onTracing =
  /\b(?:atrial (?:fibrillation|flutter)|AF)(?: or (?:atrial )?flutter)? (?:on|in|at) (?:the |an? )?(?:current |baseline |resting |screening |12-lead |presenting |admission )*(?:ECG|EKG|electrocardiogra(?:m|phy))\b/i
const idle = /^(?:ecg|ekg|electrocardiogram|rhythm|lead|resting|normal|heart)$/
const turning =
  /\b(?:no|not|without|or|unless|except\w*|if|history|previous\w*|prior|past|restor\w+|maint\w+|convert\w*|cardioversion|after|before)\b|\bnon-/i
