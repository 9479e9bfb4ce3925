import type { Reading } from './reading.ts'

/** A part of a criterion's text between commas, full stops, "and" and "or", with the readings in it. */
export interface CriterionPiece {
  /** Its words, with every reading put out. */
  readonly text: string
  /** The word or sign before it: `or`, `and`, `,`, `.`. */
  readonly before: string
  readonly readings: readonly Reading[]
  /** True when nothing but filler words is beside its readings. */
  readonly complete: boolean
  /** True when its age is of another person, or asked only of some: "for patients < 18 years, a parent's consent". */
  readonly conditional: boolean
  readonly empty: boolean
}

/** Cuts a criterion's text into pieces, never inside a reading ("male and female" stays whole). */
export function piecesOf(text: string, readings: readonly Reading[]): CriterionPiece[] {
  const blank = blanked(text, readings)
  const isConsented = consent.test(blank)
  const pieces: CriterionPiece[] = []
  let from = 0
  let before = ''
  const cutAt = (end: number): void => {
    const within = readings.filter(({ span }) => span.start >= from && span.start < end)
    const left = blank.slice(from, end).replace(filler, ' ')
    const bare = !/[\p{L}\p{N}]/u.test(left)
    const empty = bare && within.length === 0 && !somePeople.test(blank.slice(from, end))
    const text = blank.slice(from, end)
    const conditional = isConditional(blank, within, isConsented)
    pieces.push({ text, before, readings: within, complete: bare, conditional, empty })
  }
  for (const match of blank.matchAll(separator)) {
    cutAt(match.index)
    before = match[0].trim().toLowerCase()
    from = match.index + match[0].length
  }
  cutAt(blank.length)
  return pieces
}

function isConditional(blank: string, readings: readonly Reading[], isConsented: boolean): boolean {
  return readings.some(({ type, span }) => {
    if (type !== 'age') return false
    if (isConsented) return true
    const before = blank.slice(Math.max(0, blank.lastIndexOf('. ', span.start)), span.start)
    const isAside = before.endsWith('(') && /\p{L}/u.test(before.replace(filler, ' '))
    const after = blank.slice(span.end, span.end + 60)
    return isAside || conditionBefore.test(before) || conditionAfter.test(after)
  })
}

/** The text with each reading's words put out, so that "and" inside "male and female" divides nothing. */
function blanked(text: string, readings: readonly Reading[]): string {
  const units = text.split('')
  for (const { span, type } of readings)
    if (type !== 'question') units.fill(readMark, span.start, span.end)
  return units.join('')
}

/** How many words beside its readings and the words of any criterion ("patients", "must be") a piece has. */
export function wordsBeside(text: string): number {
  return text.replace(filler, ' ').match(/\p{L}+/gu)?.length ?? 0
}

/**
 * A piece of a disease with the values in brackets that say what is meant by it, as those values alone: "Severe
 * thrombocytopenia (platelets < 50,000/mm3)"; undefined for any other piece. Rule `defined@1`.
 */
export function definition(piece: CriterionPiece): CriterionPiece | undefined {
  const [first, ...values] = piece.readings
  if (first?.type !== 'concept' || first.negated || values.length === 0) return undefined
  if (values.some(({ type }) => type !== 'measure') || !defining.test(piece.text)) return undefined
  const left = piece.text.replace(filler, ' ').replace(degree, ' ')
  return { ...piece, readings: values, complete: !/[\p{L}\p{N}]/u.test(left) }
}

const degree =
  /\b(?:severe|moderate|mild|significant|clinically|acute|chronic|uncontrolled|impaired|abnormal|marked|advanced|defined as|defined by|i\.?e\.?)\b/gi

/** Stands for each character of a reading; no criterion's text can hold it, since `clean` takes it out. */
const readMark = '\u0001'
const defining = new RegExp(
  String.raw`^[^${readMark}(]*${readMark}+ ?\((?:defined (?:as|by) |i\.?e\.?,? )?${readMark}`,
  'i',
)
const separator = /[,;](?=\s)|\.(?=\s)|\s(?:and|or|and\/or|et|ou)\s/gi
/** Words after which the same text may mean the opposite. */
export const turning = new RegExp(
  String.raw`\b(?:or|unless|except|excepting|other than|besides|apart from|aside from|excluding|with the exception|rather than|if|when|in case|in the presence|ou|sauf)\b|${readMark} ?/ ?${readMark}`,
  'i',
)
const conditionBefore =
  /\b(?:if|for|in|when|those|unless|until|mothers?|fathers?|partners?|relatives?|siblings?|donors?|recipients?|caregivers?|diagnos\w+|onset|since|before|after|menopaus\w+|postmenopaus\w+|history)\b|\b(?:at|by)\s*$/i
const conditionAfter =
  /^\s*:|^[\s,)]*(?:[^\s.,;]+ ){0,3}(?:must|should|need|required|donors?|recipients?|relatives?|mothers?|partners?)\b|^[\s,)]*(?:or (?:older|younger) )?(?:at|of|from|after|before|by)\b[^.;]{0,24}\b(?:diagnosis|onset|first|birth|transplant\w*|surgery)\b/i
const consent = /\b(?:parents?|parental|guardians?|representatives?|consent|assent)\b/i
/** "Children and pregnant women" speaks of children, too. */
const somePeople =
  /\b(?:children|child|adults?|infants?|minors?|women|woman|females?|men|man|males?|mothers?)\b/i

const filler =
  /\b(?:patients?|subjects?|participants?|individuals?|people|persons?|volunteers?|women|woman|men|man|females?|males?|adults?|children|child|mothers?|must|be|being|is|are|was|were|have|has|had|having|with|who|that|of|the|a|an|any|known|current|currently|presence|absence|evidence|free|from|neither|nor|at|time|screening|enrol?lment|inclusion|study|entry|baseline|aged?|years?|old|to|in|on|for|this|their|will|should|score|status|level|levels|count|value|serum|inclusive|only|excluded|ineligible|not eligible|all|both|body|no|not|non|without|patient's|life)\b/gi
