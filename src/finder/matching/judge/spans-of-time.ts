/** How many days something may be ago or may have lasted. */
export interface Days {
  readonly least: number
  readonly most: number
}

/** Days in a unit of time in UCUM (`wk`, `mo`, `a`); undefined for what is no length of time. */
export function unitDays(unit: string): number | undefined {
  return days[unit]
}

const days: Readonly<Record<string, number>> = {
  h: 1 / 24,
  d: 1,
  wk: 7,
  mo: 30.44,
  a: 365.25,
  min: 1 / 1440,
}

/**
 * How long ago, from the words right before and after a disease in a sentence: "two weeks ago". People
 * round, so "3 years ago" is two and a half to four. Undefined where nothing, or nothing plain, is said.
 */
export function daysAgo(before: string, after: string): Days | undefined {
  const found = agoAfter.exec(after) ?? agoBefore.exec(before)
  const length = found ? lengthOf(found) : undefined
  return (
    length && { least: (length.count - 0.5) * length.days, most: (length.count + 1) * length.days }
  )
}

/** How long something has lasted: "5 days of fever", "a 3-month history of", "cough for two weeks", "depuis 3 semaines". */
export function daysLong(before: string, after: string): Days | undefined {
  const found = longBefore.exec(before) ?? longAfter.exec(after)
  const length = found ? lengthOf(found) : undefined
  return length && { least: length.count * length.days, most: (length.count + 1) * length.days }
}

/** Days of "six" and "weeks", or of "3" and "mois"; undefined for what is no length. */
export function daysOfCount(count: string, unit: string): number | undefined {
  const length = lengthOf({ groups: { count, unit } })
  return length && length.count * length.days
}

function lengthOf({
  groups,
}: Pick<RegExpExecArray, 'groups'>): { count: number; days: number } | undefined {
  const count = counts[(groups?.count ?? '').toLowerCase()] ?? Number(groups?.count)
  const unit = (groups?.unit ?? '').toLowerCase()
  const length = units.find(([start]) => unit.startsWith(start))?.[1]
  return Number.isFinite(count) && length !== undefined ? { count, days: length } : undefined
}

const units: readonly (readonly [string, number])[] = [
  ['hour', 1 / 24],
  ['day', 1],
  ['jour', 1],
  ['week', 7],
  ['semaine', 7],
  ['mo', 30.44],
  ['year', 365.25],
  ['an', 365.25],
]

const counts: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'a an one un une',
    'two deux',
    'three trois',
    'four quatre',
    'five cinq',
    'six',
    'seven sept',
    'eight huit',
    'nine neuf',
    'ten dix',
    'eleven onze',
    'twelve douze',
  ].flatMap((words, index) => words.split(' ').map((word) => [word, index + 1])),
)

const count = String.raw`(?<count>\d{1,3}|${Object.keys(counts).join('|')})`
const unit = String.raw`(?<unit>days?|weeks?|months?|years?|jours?|semaines?|mois|ans?|années?)`
const agoAfter = new RegExp(
  String.raw`^(?:\s+(?:in|that|which|occurred|diagnosed|was|treated|events?|episode|opérée?|traitée?|survenue?)){0,3}\s+(?:${count}\s+${unit}\s+ago\b|il\s+y\s+a\s+${count}\s+${unit}(?!\p{L}))`,
  'iu',
)
const agoBefore = new RegExp(
  String.raw`\b${count}\s+${unit}\s+ago,?(?:\s+(?:he|she|they|the|patient|had|has|have|was|suffered|experienced|an?|diagnosed|hospitali[sz]ed|admitted|with|for|from|acute|first)){0,6}\s+$`,
  'i',
)
const longBefore = new RegExp(
  String.raw`(?<!(?:about|approximately|over|than|nearly|almost|least|to|-|–)\s?)\b${count}[\s-]+${unit}(?:['’]s?)?\s+(?:history of|h\/o|of|d['’]|de)\s*(?:(?:high|severe|mild|persistent|progressive|worsening|intermittent|continuous|recurrent)\s+)?$`,
  'i',
)
const longAfter = new RegExp(
  String.raw`^(?:\s(?:of|at|up to|à)\s(?:up to )?\d{2}(?:[.,]\d)?\s?°?\s?[CF]?)?\s+(?:for|x|×|depuis|for the (?:past|last))\s*(?:the (?:past|last)\s+)?${count}\s+${unit}\b(?!\s+(?:ago|prior|before))`,
  'i',
)
