import type { Criterion } from './criteria.ts'
import { ageGroupIn } from './age-groups.ts'
import { clauseStart } from './clauses.ts'
import { type Bound, type Comparison, comparisonsIn } from './comparisons.ts'
import { type ConceptsInText, conceptReadings } from './concepts.ts'
import { classesIn } from './classes.ts'
import { phrasesIn } from './phrases.ts'
import { plausibly } from './plausible.ts'
import { pressurePairsIn } from './pressure-pairs.ts'
import { dimensionOf } from './ucum.ts'
import { measuredValue, otherAge } from './valued.ts'
import type { MeasureReading, Reading, TimeReading } from './reading.ts'

/** Reads one criterion's own text (not its children's). Never empty: what is not recognised is a question. */
export function readCriterion(
  criterion: Pick<Criterion, 'text'>,
  conceptsInText: ConceptsInText = () => [],
): readonly Reading[] {
  const text = criterion.text.slice(0, mostText)
  const compared = comparisonsIn(text)
  const readings: Reading[] = []
  compared.forEach((comparison, index) => {
    const reading = meaningOf(text, comparison, compared[index - 1], readings.at(-1))
    if (reading) readings.push(reading)
  })
  readings.push(
    ...pressurePairsIn(text),
    ...classesIn(text),
    ...phrasesIn(text),
    ...conceptReadings(text, conceptsInText),
  )
  const group = readings.some(({ type }) => type === 'age') ? undefined : ageGroupIn(text)
  if (group) readings.push(group)
  const kept = withoutOverlaps(readings).map((reading) => plausibly(denied(text, reading)))
  if (kept.length > 0) return kept
  const span = { start: 0, end: criterion.text.length }
  return [{ type: 'question', span, rule: 'question@1', negated: false }]
}

/** In characters. A criterion longer than this is prose; what it says first is read, the rest is left to people. */
export const mostText = 4_000

function meaningOf(
  text: string,
  comparison: Comparison,
  before: Comparison | undefined,
  last: Reading | undefined,
): Reading | undefined {
  const dimension = dimensionOf(comparison.unit ?? '1') ?? 'number'
  const clause = clauseStart(text, comparison.start)
  const words = text.slice(clause, comparison.start)
  const { min, max } = comparison
  const bounds = { ...(min && { min }), ...(max && { max }) }
  const isTime = dimension === 'time' || dimension === 'calendar time'
  const goesOn = before && last?.span.end === before.end && linked(text, before, comparison)
  const after = text.slice(comparison.end, comparison.end + 16)
  const isEvent = comparison.isPeriod === true || (isTime && eventAfter.test(after))
  const other = isTime && !isEvent ? otherAge(text, clause, comparison) : undefined
  if (other) return other
  if (
    !isEvent &&
    (isAge(comparison, words, text.slice(comparison.end), isTime) ||
      (goesOn && last.type === 'age' && (isTime || !comparison.unit)))
  ) {
    if (comparison.unit !== 'mo' && Number(max?.value ?? min?.value ?? 0) > 150) return undefined
    const span = { start: ageStart(text, clause, comparison.start), end: comparison.end }
    const unit = comparison.unit ?? 'a'
    return { type: 'age', ...bounds, unit, span, rule: 'age@1', negated: false }
  }
  if (isTime) return timeOf(text, comparison, bounds)
  if (goesOn && last.type === 'measure' && dimensionOf(last.unit) === dimension)
    return {
      ...unbounded(last),
      ...bounds,
      unit: comparison.unit ?? last.unit,
      span: { start: comparison.start, end: comparison.end },
    }
  return measuredValue(text, Math.max(clause, before?.end ?? 0), comparison)
}

/** A value's name without its bounds. */
function unbounded({
  codes,
  either,
  name,
  rule,
}: MeasureReading): Omit<MeasureReading, 'min' | 'max' | 'unit' | 'span'> {
  return {
    type: 'measure',
    codes,
    ...(either && { either }),
    ...(name && { name }),
    rule,
    negated: false,
  }
}

function isAge(comparison: Comparison, words: string, after: string, isTime: boolean): boolean {
  if (comparison.saysAge && (isTime || !comparison.unit)) return !notAge.test(words)
  if (isWholeAge(comparison, words, after)) return true
  if (!isTime && comparison.unit) return false
  if (shortUnits.has(comparison.unit ?? 'a') && !childBefore.test(words)) return false
  const named = comparison.unit ? ageBefore : ageWord
  return named.test(words) && !notAge.test(words)
}

/**
 * A criterion that is a number of years, or one between 10 and 100 "and over", and says nothing else before it: "19 - 45
 * years, male and female", "Over 18".
 */
function isWholeAge({ unit, min, max }: Comparison, words: string, after: string): boolean {
  if (/\p{L}/u.test(words.replace(idle, ' '))) return false
  const isAlone =
    /^[\s.,;]*(?:$|(?:and|or|but|to)\s*[<>≥≤=\d]|(?:and|or|but) (?:over|under|above|below|older|younger|more|less)\b|(?:males?|females?|men|women|both|either|patients?|subjects?)\b)/i.test(
      after,
    )
  if (!isAlone) return false
  const sizes = [min, max].flatMap((bound) => (bound ? [Number(bound.value)] : []))
  if (unit === 'a') return sizes.every((size) => size <= 110)
  return unit === undefined && sizes.every((size) => size >= 10 && size <= 100)
}

/** Words that may be between two ages of one criterion. */
const idle =
  /\b(?:and|or|but|to|years?|yrs?|old|of age|under|over|above|below|less than|more than)\b/gi

/** "≥ 12 hours after", "6 months from": counted from an event, not from birth. */
const eventAfter =
  /^\W*(?:after|since|from|post|prior|before|following|ago|cumulative|continuous|therapy|treatment|duration|history|of (?:treatment|therapy|follow|life expectancy))\b/i
/** A number without a unit is an age only right after the word. */
const ageWord =
  /\b(?:age[ds]?|âgée?s?|alter|edad)\b(?: (?:of|is|are|must|be|range|ranging|limits?|group|should|any|between|from|years|in|at|screening|enrol?lment)){0,4}[\s:,(=.]*$/i
const ageBefore =
  /(?:\b(?:age[ds]?|âgée?s?|alter|edad|old|adults?|children|infants?|participants?|patients?|subjects?|males?|females?|men|women|volunteers?)\b)(?: (?:of|is|are|was|must|be|range|ranging|limits?|group|in|years|should|at|the|time|screening|enrol?lment|inclusion|consent|entry|study|baseline|any|or|who|between|from)){0,6}[\s:,(=]*$/i
/** Days and weeks are an age only where an age or a small child is named. */
const shortUnits = new Set(['wk', 'd', 'h', 'min'])
const childBefore = /\bage|\bold|infant|neonat|newborn|bab(?:y|ies)|child/i
const notAge =
  /\b(?:scans?|mri|ct|x-?rays?|imaging|results?|samples?|lesions?|specimens?|films?|radiographs?|biops(?:y|ies))\b[^,;]{0,30}$|(?:gestational|bone|mental|corrected|menstrual|mean|post-?menstrual|conceptional) age[^,;]{0,30}$|\bage (?:at|of) (?:onset|diagnosis|first|menarche|menopause|disease)[^,;]{0,30}$|\b(?:for(?! (?:children|adults?|patients|subjects|participants|people|men|women|boys|girls|infants))|since|within|past|last|previous|duration|during|survival|expectancy|history|least every)\b[^,;]{0,24}$/i

/** The word "age" before the comparison belongs to the reading. */
function ageStart(text: string, clause: number, start: number): number {
  const word = /\b(?:age[ds]?|âgée?s?|alter|edad)\b[^\d,;]{0,50}$/i.exec(text.slice(clause, start))
  return word ? clause + word.index : start
}

function timeOf(
  text: string,
  comparison: Comparison,
  bounds: { min?: Bound; max?: Bound },
): Reading {
  const before = text.slice(Math.max(0, comparison.start - 24), comparison.end)
  const after = text.slice(comparison.end, comparison.end + 24)
  const span = { start: comparison.start, end: comparison.end }
  const rule = 'time@1'
  const unit = comparison.unit ?? 'd'
  return {
    type: 'time',
    ...bounds,
    unit,
    relation: relationOf(before, after),
    span,
    rule,
    negated: false,
  }
}

function relationOf(before: string, after: string): TimeReading['relation'] {
  if (/^\W*(?:prior|before|preceding|previous|ago|avant|earlier)/i.test(after)) return 'before'
  if (/^\W*(?:after|following|post|since|après)/i.test(after)) return 'after'
  return periodWord.test(before) ? 'within' : 'for'
}

const periodWord = /\b(?:within|past|last|previous|during)(?: the)?(?: \S+){0,3}$/i

/** "No creatinine > 2 mg/dL": a value or age right after "no" must not be. */
function denied(text: string, reading: Reading): Reading {
  if (reading.type !== 'measure' && reading.type !== 'age') return reading
  const before = text.slice(Math.max(0, reading.span.start - 32), reading.span.start)
  return /\b(?:no|not|without)(?: (?:have|be|had|having|with|a|an|any|the|known))*(?: [a-z]+)?\s*$/i.test(
    before,
  )
    ? { ...reading, negated: true }
    : reading
}

function linked(text: string, before: Comparison, comparison: Comparison): boolean {
  return link.test(text.slice(before.end, comparison.start))
}

/** "≥ 12 for women, ≥ 13 for men": people may be named between two values of one measure. */
const link =
  /^(?:[\s,]*\(?(?:in|for) (?:adult )?(?:fe)?(?:males?|m[ae]n|wom[ae]n|boys?|girls?|children|adults)\)?)?[\s,;]*(?:and|but|to|&|et|or|\(|or \()?[\s,]*$/i

/** Two rules may read the same words: the one that starts first stays, then the longer. */
function withoutOverlaps(readings: readonly Reading[]): Reading[] {
  const sorted = readings.toSorted((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
  const kept: Reading[] = []
  for (const reading of sorted)
    if (reading.span.start >= (kept.at(-1)?.span.end ?? 0)) kept.push(reading)
  return kept
}
