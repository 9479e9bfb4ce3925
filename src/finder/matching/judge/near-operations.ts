import { openOperations } from '../../vocabulary/operations.ts'
import type { Evidence, Patient, Treatment } from '../patient/patient.ts'
import type { Case } from './judgement.ts'
import { onceAPatient } from './once-a-patient.ts'
import { askedWords } from './words.ts'

/**
 * Operations of a person that may be the one a criterion asks for: any, where it asks for surgery at large ("major surgery within 4
 * weeks", "anticipated to undergo any surgery"); one that the record does not name further ("bypass surgery two months ago"), where it
 * asks for any operation by name. Rule `near-operation@1`.
 */
export function nearOperations({
  text,
  patient,
}: Pick<Case, 'text' | 'patient'>): readonly Evidence[] {
  const operations = operationsOf(patient)
  if (operations.length === 0) return []
  const isOfSurgery = atLarge.test(text)
  if (!isOfSurgery && openOperations().inText(text).length === 0) return []
  const isAtLarge = isOfSurgery && isOnlySurgery(text)
  const isToCome = toCome.test(text) && !done.test(text)
  return operations
    .filter(({ one, isNamed }) => {
      if (isToCome && one.presence === 'present' && one.when === 'history') return false
      return !isNamed || isAtLarge
    })
    .map(({ one }) => one.evidence)
}

/** The operations that a record says were done or may be, and whether it names each. */
const operationsOf = onceAPatient(({ treatments }: Patient) =>
  treatments.flatMap((one) => {
    if (one.presence === 'absent' || one.presence === 'mentioned') return []
    const isNamed = !isUnnamed(one)
    return isNamed && !isNamedOperation(one) ? [] : [{ one, isNamed }]
  }),
)

const atLarge = /\b(?:surger(?:y|ies)|surgical|operations?|chirurgie|opérations?)\b/i
const toCome =
  /\b(?:planned|plans?|scheduled|upcoming|anticipat\w+|expect\w+|elective|(?:during|in|within) the (?:next|coming)|prévue?s?)\b/i
const done = /\b(?:prior|previous(?:ly)?|past|history|recent\w*|last|undergone|underwent|had)\b/i

/** Nothing beside it says which: "any major surgery", "surgical procedure requiring general anaesthesia". */
function isOnlySurgery(text: string): boolean {
  return askedWords(text).every((word) => idle.test(word))
}

const idle =
  /^(?:surger\w*|surgical\w*|operat\w*|procedure|intervention|major|minor|any|elective|planned|plan|schedul\w*|anticipat\w*|expect\w*|undergo\w*|underwent|undergone|recent\w*|requir\w*|need\w*|general|local|an(?:a)?esthesi\w*|course|upcoming|next|four|three|two|six|eight|twelve|enter\w*|first|dose|drug|treatment|randomi[sz]ation|start|receiv\w*|likely|during|chirurgi\w*|opération|majeure|prévue?|récente?|moi|semaine)$/i

/** Surgery, a bypass, a transplant of nobody says what. */
function isUnnamed({ name }: Treatment): boolean {
  return unnamed.test(name) && openOperations().inText(name).length === 0
}

const unnamed =
  /^(?:(?:previous|prior|recent|major|open|emergency|elective) )?(?:surger(?:y|ies)|operations?|operated|surgical (?:procedure|intervention)|bypass|transplant(?:ation)?|chirurgie|opération|opérée?|intervention chirurgicale|pontage|greffe)$/i

function isNamedOperation({ name }: Treatment): boolean {
  return byEnding.test(name) || openOperations().inText(name).length > 0
}

const byEnding =
  /(?:ectomy|plasty|otomy|ostomy|ectomie|plastie|otomie|ostomie)$|\b(?:replacement|bypass|surgery|resection|transplant(?:ation)?|amputation|c(?:a)?esarean(?: section)?|hernia repair|prothèse|césarienne)\b/i
