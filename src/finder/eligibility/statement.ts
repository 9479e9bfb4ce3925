import type { Criterion } from './criteria.ts'
import type { Facts } from './facts.ts'
import type { CriterionKind } from './headings.ts'
import { type Verdict, and, or } from './logic.ts'
import {
  exception,
  groupLead,
  hedge,
  keptOut,
  lettingIn,
  otherSense,
  outWord,
  qualifier,
  someOf,
  treatedFor,
} from './statement-words.ts'
import { truthOf } from './truth.ts'
import { definition, type CriterionPiece, piecesOf, turning, wordsBeside } from './pieces.ts'
import { isAskedOfOthers } from './of-some.ts'
import { mostText } from './readings.ts'
import { sexSpokenTo } from './one-sex.ts'
import type { Reading } from './reading.ts'

/** Whether what a criterion says is so, as far as its readings and a person's facts tell; and which readings told. */
export interface StatementTruth {
  readonly verdict: Verdict
  readonly readings: readonly Reading[]
  /** True for an exclusion that something known comes near: it must not be presumed clear. */
  readonly isNear: boolean
}

/**
 * Weighs a criterion's readings with care for the words around them. It is so only when every piece of the
 * text was read and is so; one piece may settle it alone only where nothing ("or", "unless", "if", "may")
 * could turn it. Rule `statement@3`.
 */
export function statementTruth(
  criterion: Pick<Criterion, 'kind' | 'text'>,
  readings: readonly Reading[],
  facts: Facts,
): StatementTruth {
  const read = weighed(criterion, readings, facts)
  const isNear = readings.some((reading) => pointsOut(reading, facts))
  return { ...read, isNear: criterion.kind === 'exclusion' && isNear }
}

function weighed(
  { kind, text }: Pick<Criterion, 'kind' | 'text'>,
  readings: readonly Reading[],
  facts: Facts,
): Omit<StatementTruth, 'isNear'> {
  // What stands after the part that is read may turn it.
  if (text.length > mostText) return { verdict: 'unknown', readings: [] }
  if (groupLead.test(text) || someOf.test(text)) return { verdict: 'unknown', readings: [] }
  if (kind !== 'exclusion' && asksOtherSex(text, facts))
    return { verdict: 'not applicable', readings: readings.filter(({ type }) => type === 'sex') }
  const isOut = kind === 'exclusion'
  const pieces = piecesOf(text, readings).map((piece) => judged(piece, facts, kind))
  const asked = pieces.filter((piece) => piece.verdict !== 'nothing')
  const told = asked.flatMap((piece) => (piece.verdict === 'unknown' ? [] : piece.readings))
  if (asked.length === 0)
    return { verdict: isOut || pieces.length === 0 ? 'unknown' : 'met', readings }
  const verdict = isOut ? ruledOut(asked) : requirements(asked)
  const isTurned = verdict === 'not met' && isPregnancyAndCare(readings, text)
  if (verdict === 'unknown' || (!isOut && isTurned)) return { verdict: 'unknown', readings: [] }
  return { verdict, readings: told }
}

/** A disease a person has, or a value within the bounds, though other words keep it from deciding. */
function pointsOut(reading: Reading, facts: Facts): boolean {
  if (reading.type !== 'concept' && reading.type !== 'measure' && reading.type !== 'pregnancy')
    return false
  return truthOf({ ...reading, negated: false }, facts, true) === 'met'
}

/**
 * "Women must use contraception" and "Men who agree to …" ask nothing of the other sex: whether that may take part is told
 * by the registry's own limit. Rule `other-sex@1`.
 */
function asksOtherSex(text: string, { sex }: Facts): boolean {
  const spokenTo = sex && sexSpokenTo(text)
  return spokenTo !== undefined && spokenTo !== sex && duty.test(text)
}

/** "Pregnancy (women must have a negative test)" among the requirements is no wish for pregnant women. */
function isPregnancyAndCare(readings: readonly Reading[], text: string): boolean {
  return readings.some(({ type, negated }) => type === 'pregnancy' && !negated) && duty.test(text)
}

/** What is asked of those who can have a child, or of their partners. */
const duty =
  /\b(?:contracept\w*|condoms?|sterili[sz]\w*|surgically sterile|menopaus\w+|tubal|hysterectom\w+|o(?:v|ph)ar\w*ectom\w+|child-?\s?bearing|impregnat\w+|donat\w+ (?:sperm|eggs?|ova)|sperm|hcg|pregnancy test|father a child|desire of pregnancy|abstinen\w+|birth control)\b/i

interface Judged extends CriterionPiece {
  readonly verdict: Verdict | 'nothing'
}

/** A "no" among exclusions ("Not pregnant", "No pregnant women") is written both for and against: nobody can tell. */
function judged(given: CriterionPiece, facts: Facts, kind: CriterionKind): Judged {
  const piece = ofWhatIsKnown(given, facts)
  const asked = piece.readings.filter((reading) => reading.type !== 'sex' || reading.sex !== 'ALL')
  if (piece.empty || (asked.length === 0 && piece.readings.length > 0 && piece.complete))
    return { ...piece, verdict: 'nothing' }
  if (isAskedOfOthers(piece, facts)) return { ...piece, verdict: 'unknown' }
  const truths = asked.map((reading) => truthOf(reading, facts, kind === 'exclusion'))
  if (truths.length === 0) return { ...piece, verdict: 'unknown' }
  const whole = pieceTruth(asked, truths, kind)
  if (whole === 'not applicable') return { ...piece, verdict: whole }
  if (kind === 'exclusion' && asked.some(({ negated }) => negated))
    return { ...piece, verdict: 'unknown' }
  if (kind === 'unspecified' && !asked.every(isRequirement)) return { ...piece, verdict: 'unknown' }
  const isQualified = asked.some(isAbsent) && !piece.complete
  if (whole === 'not met' && !isQualified && !isLoose(piece, kind))
    return { ...piece, verdict: whole }
  const isFree = whole === 'met' && asked.every(isAbsent) && !isLoose(piece, kind)
  if (isFree) return { ...piece, verdict: whole }
  const isSo = whole === 'met' && piece.complete && !piece.conditional
  return { ...piece, verdict: isSo ? 'met' : 'unknown' }
}

/** Where nothing is known of a disease, the value that defines it tells; where something is, both must. */
function ofWhatIsKnown(piece: CriterionPiece, facts: Facts): CriterionPiece {
  const defined = definition(piece)
  const [disease] = piece.readings
  return defined && disease && truthOf(disease, facts) === 'unknown' ? defined : piece
}

/**
 * All of a piece must be so; but of two bounds on one side of one measure ("≥ 5 years, 18 in one country") only what both
 * give is told, and a blood pressure keeps out by either of its values.
 */
function pieceTruth(
  asked: readonly Reading[],
  truths: readonly Verdict[],
  kind: CriterionKind,
): Verdict {
  if (kind === 'exclusion' && asked.every(({ rule }) => rule === 'pressure-pair@1'))
    return or(truths)
  return isTwice(asked) ? agreed(truths) : and(truths)
}

/** Where a text says neither inclusion nor exclusion, an age, a sex and a "no" are still requirements; a disease is not. */
function isRequirement(reading: Reading): boolean {
  return reading.negated || reading.type === 'age' || reading.type === 'sex'
}

/** Without a disease a person is also without its severe or treated forms: "No hypertension requiring therapy". */
function isAbsent(reading: Reading): boolean {
  return reading.type === 'concept' && reading.negated
}

function isConcept(reading: Reading): boolean {
  return reading.type === 'concept'
}

/** A piece with words or numbers beside its readings that could turn what they say. */
function isLoose(piece: CriterionPiece, kind: CriterionKind): boolean {
  if (piece.conditional || turning.test(piece.text)) return true
  const pregnant = piece.readings.some(
    (reading) => reading.type === 'pregnancy' && !reading.negated,
  )
  if (kind !== 'exclusion' && pregnant && !piece.complete) return true
  // Who has not the disease is not treated for it either.
  const words = kind === 'exclusion' ? piece.text : piece.text.replace(treatedFor, ' ')
  if (piece.readings.some(isConcept) && (otherSense.test(words) || wordsBeside(words) > 10))
    return true
  return (
    piece.readings.some((reading) => reading.type === 'measure') && /\d|uln\b/i.test(piece.text)
  )
}

/** Requirements sentence by sentence; a later sentence that bends an age or sex ("… may be included") leaves it open. */
function requirements(pieces: readonly Judged[]): Verdict {
  const sentences: Judged[][] = []
  for (const piece of pieces) {
    const open = sentences.at(-1)
    if (!open || piece.before === '.') sentences.push([piece])
    else open.push(piece)
  }
  const all = and(sentences.map(letIn))
  const bent = sentences.some(
    (sentence) => isHedged(sentence) && sentence.some((piece) => bends(piece)),
  )
  return bent ? 'unknown' : all
}

/** A requirement: not met as soon as a piece of its own is not met. */
function letIn(pieces: readonly Judged[]): Verdict {
  if (isHedged(pieces)) return 'unknown'
  if (hasAlternatives(pieces)) return agreed(verdictsOf(pieces))
  const isTurned = pieces.some((piece) => piece.before === 'or' || turning.test(piece.text))
  if (!isTurned || pieces.every(isDenied)) return everyPiece(pieces)
  const alone = pieces.some((piece, index) => standsAlone(piece, pieces[index + 1]))
  return alone ? 'not met' : agreed(verdictsOf(pieces))
}

function isHedged(pieces: readonly Judged[]): boolean {
  return pieces.some((piece) => hedge.test(piece.text) || outWord.test(piece.text))
}

/** A list of diseases divided by commas may be one of which any will do: only what all of them give is told. */
function everyPiece(pieces: readonly Judged[]): Verdict {
  const isListed = pieces.some((piece) => piece.before === ',')
  const diseases = pieces.filter((piece) => isDisease(piece) && !isDenied(piece))
  if (!isListed || diseases.length < 2) return and(verdictsOf(pieces))
  const others = pieces.filter((piece) => !diseases.includes(piece))
  return and([...verdictsOf(others), agreed(verdictsOf(diseases))])
}

function isDisease(piece: Judged): boolean {
  return piece.readings.some(isConcept)
}

/** "Not pregnant or nursing" asks for both. */
function isDenied(piece: Judged): boolean {
  return piece.readings.length > 0 && piece.readings.every((reading) => reading.negated)
}

/** Age and sex are asked besides an "or" list, not in it: "Age ≥ 18 years, with asthma or COPD". */
function standsAlone(piece: Judged, next: Judged | undefined): boolean {
  if (piece.verdict !== 'not met' || piece.before === 'or' || next?.before === 'or') return false
  return isOfAgeOrSex(piece)
}

/** "Patients with PS 2 will be considered": a later sentence that lets in others. */
function bends(piece: Judged): boolean {
  return isOfAgeOrSex(piece) || lettingIn.test(piece.text)
}

function isOfAgeOrSex(piece: Judged): boolean {
  return piece.readings.some((reading) => reading.type === 'age' || reading.type === 'sex')
}

/** An exclusion: holds as soon as a whole alternative holds; is clear when every piece is. */
function ruledOut(pieces: readonly Judged[]): Verdict {
  const verdicts = verdictsOf(pieces)
  const blank = pieces.map(({ before, text }) => `${before} ${text}`).join(' ')
  if (hedge.test(blank.replaceAll(keptOut, ' ')) || exception.test(blank)) {
    const all = agreed(verdicts)
    return all === 'met' ? 'unknown' : all
  }
  if (hasAlternatives(pieces)) return agreed(verdicts)
  const joined = pieces.some((piece) => piece.before === 'and' && !isOfPregnancy(piece))
  const defined = !/\bor\b|;/i.test(blank) && pieces.length > 1 && pieces.some(isMeasured)
  const shared = pieces.length > 1 && isShared(blank) && pieces.every(isUnvalued)
  return joined || defined || shared ? agreed(verdicts) : or(verdicts)
}

/** "Pregnancy and breastfeeding" means either; "diabetes and hypertension" may mean both. */
function isOfPregnancy(piece: Judged): boolean {
  return piece.readings.some((reading) => reading.type === 'pregnancy')
}

/** In "severe asthma, FEV1 < 50%" the value tells more of the disease: it does not exclude alone. */
function isMeasured(piece: Judged): boolean {
  return piece.readings.some((reading) => reading.type === 'measure')
}

function isShared(text: string): boolean {
  return qualifier.test(text) || otherSense.test(text)
}

/** "Uncontrolled asthma or diabetes": the adjective may be meant for both. A value means itself alone. */
function isUnvalued(piece: Judged): boolean {
  return piece.verdict !== 'met' || isDisease(piece)
}

/** One measure, or age, with two bounds on one side: "≥ 13 g/dL for men, ≥ 12 for women". */
function hasAlternatives(pieces: readonly Judged[]): boolean {
  return isTwice(pieces.flatMap(({ readings }) => readings))
}

/** The same bound said twice ("less than 13 years of age (<13)") is one. */
function isTwice(readings: readonly Reading[]): boolean {
  const bounds = new Set(
    readings.flatMap((reading) => {
      if (reading.type !== 'measure' && reading.type !== 'age') return []
      const name = reading.type === 'age' ? 'age' : reading.codes.join('/')
      const { min, max, unit } = reading
      return [
        ...(min ? [`${name} min|${min.value} ${unit}`] : []),
        ...(max ? [`${name} max|${max.value} ${unit}`] : []),
      ]
    }),
  )
  const sides = [...bounds].map((bound) => bound.slice(0, bound.indexOf('|')))
  return new Set(sides).size < sides.length
}

function verdictsOf(pieces: readonly Judged[]): Verdict[] {
  return pieces.flatMap(({ verdict }) => (verdict === 'nothing' ? [] : [verdict]))
}

/** Where "and" may mean "or", only what both readings give is told. */
function agreed(verdicts: readonly Verdict[]): Verdict {
  const all = and(verdicts)
  return all === or(verdicts) ? all : 'unknown'
}
