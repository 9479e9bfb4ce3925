import { type Case, type Judgement, judgementOf } from './judgement.ts'
import { touching } from './touching.ts'
import { isUnderstood } from './understood.ts'
import * as words from './words.ts'

/**
 * Silence. A requirement stays unknown. An exclusion is presumed clear in a self-check, since a note would mention it,
 * but only where the record was read to its end and holds nothing that touches it, and not where a note does not tell.
 * Rule `presumed-clear@5`.
 */
export function silenceVerdict(one: Case): Judgement {
  const { text, kind, mode, patient } = one
  if (kind !== 'exclusion') return judgementOf('unknown', 'nothing said')
  if (asksConsent.test(text) || isHeading.test(text)) return judgementOf('unknown', 'nothing said')
  const near = touching(one)
  if (near.length > 0) return judgementOf('unknown', 'near what the person has', near)
  if ((patient.unread ?? 0) > 0 || patient.language === 'other')
    return judgementOf('unknown', 'nothing said')
  if (!isUnderstood(one)) return judgementOf('unknown', 'nothing said')
  if (words.asksWhatIsLacking.test(text)) return judgementOf('unknown', 'nothing said')
  if (words.isOfTimeAlone(text)) return judgementOf('unknown', 'nothing said')
  if (words.aboutLaboratory.test(text)) return judgementOf('unknown', 'tests not given')
  if (words.beyondANote.test(text)) return judgementOf('unknown', 'only the site can tell')
  return mode === 'self-check'
    ? judgementOf('met', 'presumed clear')
    : judgementOf('unknown', 'nothing said')
}

/** A line that only opens a list, or says what the list is: nothing is presumed of it. */
const isHeading =
  /:\s*$|^\W*(?:affected |healthy |all )?(?:participants|patients|subjects|volunteers|controls)\W*$|\bnot intended to (?:contain|include|be) (?:all|a complete)\b/i

/** A requirement that stands among the exclusions: "Signed informed consent". */
const asksConsent =
  /^\W*(?:(?:patients?|subjects?|participants?) )?(?:(?:have |has )?(?:signed|written|provid\w+|given|able to (?:give|provide)|willing(?:ness)? to)\b[^.;]{0,30}\b)?(?:informed )?consent\b(?! (?:not|withdraw\w*|refus\w*|cannot))/i
