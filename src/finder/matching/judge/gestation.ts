import type { Evidence, Patient } from '../patient/patient.ts'
import type { Case, Judgement } from './judgement.ts'
import { hasOtherWaysIn, isTurned } from './one-way-in.ts'
import { onceAPatient } from './once-a-patient.ts'
import { askedWords } from './words.ts'

/**
 * A gestational age that a requirement limits, against the one the note gives: of a pregnancy today, or of a small child at
 * birth. In whole days: "31+6 weeks" is 223. A bound in whole weeks lies between its first and its last day. Rule `gestation@1`.
 */
export function gestationVerdict({ text, kind, patient }: Case): Judgement | undefined {
  if (kind !== 'inclusion' || !aboutGestation.test(text)) return undefined
  if (hasOtherWaysIn(text) || isTurned(text.replace(/\([^()]*\)/g, ' '))) return undefined
  const term = atTerm(text, patient)
  if (term) return { verdict: 'not met', reason: 'stated facts', evidence: [term] }
  const known = gestationOf(patient)
  const limits = known && limitsIn(text)
  if (!limits) return undefined
  const told = (verdict: 'met' | 'not met'): Judgement => ({
    verdict,
    reason: 'stated facts',
    evidence: [known.evidence],
  })
  // A pregnancy of today is longer at birth.
  const isLater = atBirth.test(text) && !known.isAtBirth
  const isBelow = limits.min !== undefined && known.most < limits.min.first && !isLater
  const isAbove = limits.max !== undefined && known.least > limits.max.last
  if (isBelow || isAbove) return told('not met')
  const isWithin =
    !isLater &&
    (limits.min === undefined || known.least >= limits.min.last) &&
    (limits.max === undefined || known.most <= limits.max.first)
  const isAll = askedWords(text.slice(0, limits.start) + text.slice(limits.end)).every((word) =>
    idle.test(word),
  )
  return isWithin && isAll ? told('met') : undefined
}

/** "Preterm infants", of a child that was born at term. */
function atTerm(text: string, { age, lines }: Patient): Evidence | undefined {
  if (!age || age.maxDays >= 3 * 366 || !/\b(?:preterm|premature)\b/i.test(text)) return undefined
  if (/\b(?:full[- ]term|at term|or term)\b/i.test(text)) return undefined
  return lines.slice(0, 200).find(({ evidence }) => bornAtTerm.test(evidence.text))?.evidence
}

const bornAtTerm =
  /\b(?:born|delivered|birth|delivery)\b[^.;]{0,40}\b(?:at (?:full )?term|full[- ]term)\b|\b(?:full[- ]term|term) (?:infant|baby|newborn|boy|girl|neonate)\b|\bnée? à terme\b/i

const aboutGestation =
  /\b(?:gestational age|weeks?(?:['’])? (?:of )?(?:gestation|pregnan\w+|GA)|gestation|pregnan\w+|amenorr?h\w+|preterm|premature)\b/i
const atBirth = /\b(?:at|of) (?:birth|delivery)\b|\bborn\b/i
const idle =
  /^(?:gestation\w*|pregnan\w*|preterm|premature|infant|newborn|neonate|birth|born|week\w*|wk|ga|baby|babie|delivery|current\w*)$/

/** The first and the last day that a bound may mean. */
interface Edge {
  readonly first: number
  readonly last: number
}

interface GestationLimits {
  readonly min?: Edge
  readonly max?: Edge
  readonly start: number
  readonly end: number
}

const length = String.raw`(\d{2})(?:\s?(?:\+|,|-)\s?([0-6])(?!\d)|\s([0-6])\/7|\s?(?:weeks?|wks?)(?: and)? ([0-6]) days?)?\s?(?:(?:completed |full )?(?:weeks?|wks?|semaines?|SA)\b)?`
const range = new RegExp(
  String.raw`(?:between |from )?\b${length}\s?(?:to|and|-|–|until|up to)\s?(?:<\s?)?${length}`,
  'i',
)
const least = new RegExp(
  String.raw`(≥|>=|>|at least|(?:greater|more|older|longer) than(?: or equal to)?|from|above|over|after|beyond)\s?${length}`,
  'i',
)
const most = new RegExp(
  String.raw`(≤|<=|<|at most|(?:less|lower|fewer|younger) than(?: or equal to)?|below|under|before|up to)\s?${length}`,
  'i',
)
const inWeeks = /\b(?:weeks?|wks?)\b/i

function limitsIn(text: string): GestationLimits | undefined {
  if (!inWeeks.test(text)) return undefined
  const both = range.exec(text)
  if (both) {
    const [whole, a, ...rest] = both
    const min = edge(a, rest.slice(0, 3))
    const max = edge(rest[3], rest.slice(4, 7))
    return min && max && isPlausible(min, max)
      ? {
          min: { first: min.first, last: min.first },
          max: whole.includes('<') ? { first: max.first - 1, last: max.first - 1 } : max,
          start: both.index,
          end: both.index + whole.length,
        }
      : undefined
  }
  return oneSided(text)
}

function oneSided(text: string): GestationLimits | undefined {
  const low = least.exec(text)
  const high = most.exec(text)
  const found = low ?? high
  if (!found || (low && high)) return undefined
  const [whole, sign = '', weeks, ...rest] = found
  const at = edge(weeks, rest.slice(0, 3))
  if (!at) return undefined
  const isInclusive = /≥|>=|≤|<=|equal|at least|at most|from|up to/i.test(sign)
  const place = { start: found.index, end: found.index + whole.length }
  if (low) {
    const min = isInclusive
      ? { first: at.first, last: at.first }
      : { first: at.first, last: at.last + 1 }
    return { min, ...place }
  }
  const max = isInclusive ? at : { first: at.first - 1, last: at.first - 1 }
  return { max, ...place }
}

/** "31+6" is one day; "31" is any of seven. */
function edge(weeks: string | undefined, days: readonly (string | undefined)[]): Edge | undefined {
  const count = Number(weeks)
  if (!(count >= 16 && count <= 44)) return undefined
  const day = days.find((one) => one !== undefined)
  return day === undefined
    ? { first: count * 7, last: count * 7 + 6 }
    : { first: count * 7 + Number(day), last: count * 7 + Number(day) }
}

function isPlausible(min: Edge, max: Edge): boolean {
  return min.first < max.first
}

interface Gestation {
  readonly least: number
  readonly most: number
  readonly isAtBirth: boolean
  readonly evidence: Evidence
}

const gestationOf = onceAPatient((patient: Patient): Gestation | undefined => {
  const isSmall = patient.age !== undefined && patient.age.maxDays < 2 * 366
  if (patient.source !== 'note' || (!isSmall && patient.pregnant?.value !== 'yes')) return undefined
  const found = patient.lines.slice(0, 200).flatMap(({ evidence }) => {
    if (elsewhere.test(evidence.text)) return []
    const match = (isSmall ? bornAt : nowAt).exec(evidence.text)
    const days = match && edge(match[1], match.slice(2, 5))
    return days ? [{ least: days.first, most: days.last, isAtBirth: isSmall, evidence }] : []
  })
  const [first, ...more] = found
  const isOne = more.every((one) => one.least === first?.least && one.most === first.most)
  return isOne ? first : undefined
})

const bornAt = new RegExp(
  String.raw`(?:\bborn\b[^.;]{0,60}?\b(?:at|after)\s|\bgestational age (?:of |was |is |at birth (?:of |was )?)?|(?<![\w])née? (?:[^.;]{0,30} )?à )${length}`,
  'i',
)
const nowAt = new RegExp(
  String.raw`(?:\b(?:at|is|now|currently|of)\s)${length}(?=[^.;]{0,40}\b(?:gestation|pregnan\w+|amenorr?h\w+)\b|\s(?:and|with|because|for|,)|[.,;]|$)`,
  'i',
)
/** An earlier pregnancy, a sister's, a date of delivery. */
const elsewhere =
  /\b(?:previous|prior|earlier|past|last|first|second|third|other) (?:pregnan\w+|child|baby|delivery|birth|son|daughter)\b|\b(?:sister|brother|twin|cousin|due date|deliver(?:y|ed) at|planned|scheduled|screen\w*|ultrasound at|scan at)\b/i
