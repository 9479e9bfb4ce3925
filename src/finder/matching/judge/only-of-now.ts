import type { Evidence } from '../patient/patient.ts'

/**
 * "No seizures today" is no answer to "history of seizures": true where a criterion asks of any time before and what is denied is
 * denied of today alone, or of one examination. Rule `only-of-now@1`.
 */
export function isOnlyOfNow(text: string, evidence: readonly Evidence[]): boolean {
  return ofBefore.test(text) && evidence.length > 0 && evidence.every((one) => ofNow.test(one.text))
}

const ofBefore =
  /\b(?:history|prior|previous(?:ly)?|past|ever|within|in the last|during the last|antécédents?)\b/i
const ofNow =
  /\b(?:no|without|denies|pas de|aucune?|sans)\b[^.;]{0,60}\b(?:today|now|currently|at present|presently|at the moment|this morning|on (?:exam\w*|the (?:ecg|ekg|ct|mri)|ct|mri|ecg|ekg|x-?ray)|aujourd['’]hui|actuellement|en ce moment)\b/i
