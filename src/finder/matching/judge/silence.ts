import type { JudgedBy, Judgement, Case } from './judgement.ts'
import type { Evidence } from '../patient/patient.ts'
import type { Verdict } from '../../eligibility/logic.ts'
import { touching } from './touching.ts'
import * as words from './words.ts'

/**
 * Silence. A requirement stays unknown. An exclusion is presumed clear in a self-check, since a note would mention it,
 * but only where the record was read to its end and holds nothing that touches it, and not where a note does not tell.
 * Rule `presumed-clear@4`.
 */
export function silenceVerdict(one: Case): Judgement {
  const { text, kind, mode, patient } = one
  if (kind !== 'exclusion') return told('unknown', 'nothing said')
  if (asksConsent.test(text)) return told('unknown', 'nothing said')
  const near = touching(one)
  if (near.length > 0) return told('unknown', 'near what the person has', near)
  if ((patient.unread ?? 0) > 0 || patient.language === 'other')
    return told('unknown', 'nothing said')
  if (words.asksWhatIsLacking.test(text)) return told('unknown', 'nothing said')
  if (words.isOfTimeAlone(text)) return told('unknown', 'nothing said')
  if (words.aboutLaboratory.test(text)) return told('unknown', 'tests not given')
  if (words.beyondANote.test(text)) return told('unknown', 'only the site can tell')
  return mode === 'self-check' ? told('met', 'presumed clear') : told('unknown', 'nothing said')
}

function told(verdict: Verdict, reason: JudgedBy, evidence: readonly Evidence[] = []): Judgement {
  return { verdict, reason, evidence }
}

/** A requirement that stands among the exclusions: "Signed informed consent". */
const asksConsent =
  /^\W*(?:(?:patients?|subjects?|participants?) )?(?:(?:have |has )?(?:signed|written|provid\w+|given|able to (?:give|provide)|willing(?:ness)? to)\b[^.;]{0,30}\b)?(?:informed )?consent\b(?! (?:not|withdraw\w*|refus\w*|cannot))/i
