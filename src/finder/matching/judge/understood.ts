import { careIn } from '../../vocabulary/note-names.ts'
import { openOperations } from '../../vocabulary/operations.ts'
import { areasAsked } from './areas-of.ts'
import { diseasesAsked } from './diseases-asked.ts'
import type { Case } from './judgement.ts'
import type { Vocabulary } from '../../vocabulary/concept.ts'
import { measuresAsked } from './measures-asked.ts'
import { medicinesAsked } from './medicines.ts'
import { onceAText } from './once-a-text.ts'
import * as words from './words.ts'

/**
 * Whether a criterion names anything that a record could be searched for: a disease, a medicine, an operation, a measure, an area of
 * medicine, or a matter of taking part. Where no word of it is known ("coaptation length", "anti-TIGIT therapy"), nobody can tell that a
 * note does not touch it. Rule `understood@1`.
 */
export function isUnderstood({ text, patient, vocabulary }: Case): boolean {
  return namesSomething(text, vocabulary) || measuresAsked(text, patient).length > 0
}

const namesSomething = onceAText(
  (text, vocabulary: Vocabulary): boolean =>
    ofTakingPart.test(text) ||
    !isTechnical.test(text) ||
    words.aboutPregnancy.test(text) ||
    diseasesAsked(text, vocabulary).length > 0 ||
    medicinesAsked(text).length > 0 ||
    areasAsked(text, vocabulary).size > 0 ||
    openOperations().inText(text).length > 0 ||
    careIn(text, 'en').length > 0,
)

/** A sign in capitals or with figures, or a long word: what only says how or when has neither. */
const isTechnical =
  /(?<![\p{L}\p{N}])(?:(?=\p{L}*\p{N})[\p{L}\p{N}-]{3,}|\p{Lu}[\p{Lu}-]{2,})(?![\p{L}\p{N}])|(?<!\p{L})(?!(?i:suspected|another|carrying|condition|situation|diagnos|inappropriat|laborator|confirm|existing|multiple|admitted|hospital|following|previous|concurrent|concomitant|treatment|therap|medical|medicat|patient|disease|disorder|abnormal|significant|clinical|physical|examination|could|undergo|investigat|physician|detriment|procedure|unstable|present|screening|baseline|enter|before|within|months?|weeks?|requir|receiv|criteri|exclu|inclu|other|underlying|additional|function|organ|system|history|evidence|inadequate|explanation|alternative|symptoms?|probable|reason|circumstanc|opinion|judg|discretion|exhaust|appropriat|available|impair|prevent|preclu|interfer)\p{L}*)\p{L}{7,}(?!\p{L})/u

/** Consent, other studies, places, law, language: what a record has no medical word for. */
const ofTakingPart =
  /\b(?:consent\w*|assent\w*|participa\w+|enrol\w*|stud(?:y|ies)|trials?|research|investigational|prison\w*|incarcerat\w*|detain\w*|institutionali[sz]\w*|guardian\w*|curators?\w*|trusteeship|legal\w*|protect\w+|complian\w+|complying|comply|adheren\w+|follow-?\s?up|geograph\w*|liv(?:e|ing)|resid\w+|distance|transfer\w*|insur\w+|social security|affiliat\w+|languages?|speak\w*|english|french|communicat\w+|cooperat\w+|co-operat\w+|understand\w*|unwilling\w*|willing\w*|refus\w+|unable|inability|incapa\w+|relatives?|employees?|staff|(?:tele)?phones?|donat\w+|donors?|(?:un|non-?)compliant|internet|computers?|travel|schedul\w+|visits?|attend\w*|minors?|adults?|child(?:ren)?|infants?|elderly|m[ae]n|wom[ae]n|males?|females?|age[ds]?|years?|weight|height|BMI|body mass|drivers?|occupations?|military|students?|homeless|shift)\b/i
