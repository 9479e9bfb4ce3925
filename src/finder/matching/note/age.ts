import { ageInDays } from '../../registry/ages.ts'
import type { Evidence, PatientAge } from '../patient/patient.ts'
import type { Sentence } from './sentences.ts'

/** The person's age: the first one said that is not a relative's or an age at some past event. */
export function ageIn(sentences: readonly Sentence[]): PatientAge | undefined {
  for (const sentence of sentences.slice(0, mostSentences)) {
    for (const pattern of patterns)
      for (const match of sentence.text.matchAll(pattern)) {
        const age = ageOf(match, sentence)
        if (age) return age
      }
  }
  return undefined
}

const mostSentences = 400

/** An age in completed units, as the days it may mean, narrow by a day so that limits in the same words agree with it. */
export function ageFrom(
  value: number,
  unit: PatientAge['unit'],
  evidence: Evidence,
): PatientAge | undefined {
  const minDays = Math.floor(ageInDays({ value, unit }))
  if (minDays > 130 * 366) return undefined
  const maxDays =
    ageInDays({ value: value + 1, unit }) - (unit === 'day' || unit === 'week' ? 1 : 2)
  return { value, unit, minDays, maxDays: Math.max(minDays, maxDays), evidence }
}

function ageOf(match: RegExpExecArray, { text, start, end }: Sentence): PatientAge | undefined {
  const { number = '', unit = 'y' } = match.groups ?? {}
  const before = text.slice(Math.max(0, match.index - 40), match.index)
  const after = text.slice(match.index + match[0].length, match.index + match[0].length + 24)
  if (relativeAfter.test(after) || relativeBefore.test(before) || pastBefore.test(before))
    return undefined
  const value = /\d/.test(number) ? Number(number) : numbers.indexOf(number.toLowerCase())
  if (value < 0 || !Number.isInteger(value)) return undefined
  return ageFrom(value, unitOf(unit), { text, start, end })
}

function unitOf(word: string): PatientAge['unit'] {
  const letter = word.toLowerCase()
  if (letter.startsWith('m')) return 'month'
  if (letter.startsWith('w')) return 'week'
  return letter.startsWith('d') ? 'day' : 'year'
}

const numbers = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen ' +
  'sixteen seventeen eighteen nineteen twenty'
).split(' ')

const number = String.raw`(?<number>\d{1,3}|${numbers.slice(1).join('|')})`
const unit = String.raw`(?<unit>years?|yrs?|y|months?|mos?|mths?|weeks?|wks?|days?)`

/** In order of how surely they give an age. */
const patterns = [
  new RegExp(String.raw`\b${number}[\s-]*${unit}\.?[\s-]*(?:old|of age|\/?o\b)`, 'gi'),
  new RegExp(String.raw`\b${number}\s?(?:yo|y\.o\.?|y\/o|yoa)\b`, 'gi'),
  /(?<![\d./])\b(?<number>\d{1,3})\s?(?:year|yr|y)?\s?[MF]\b(?!\d|\/)/g,
  new RegExp(
    String.raw`\bage[d:]?\s*(?:is |of |= ?)?${number}\b(?:\s*${unit}\b)?(?!\s*(?:%|kg))`,
    'gi',
  ),
  new RegExp(
    String.raw`\b${number}[\s-]?(?<unit>mo|months?|weeks?|days?|years?)[\s-]+(?:infant|baby|newborn|neonate|boy|girl|male|female|man|woman)\b`,
    'gi',
  ),
  new RegExp(
    String.raw`\b${number}\s*[-\s]?(?:year|yr)s?\b(?=[^.]{0,30}\b(?:man|woman|male|female|boy|girl)\b)`,
    'gi',
  ),
]

const relativeAfter =
  /^[\s-]*(?:\w+ ){0,2}(?:son|daughter|brother|sister|sibling|mother|father|husband|wife|spouse|cousin|twin|niece|nephew|grand\w+|roommate|friend)s?\b/i
const relativeBefore =
  /\b(?:mother|father|brother|sister|sibling|son|daughter|husband|wife|uncle|aunt|cousin)s?\b[^.;]{0,20}$/i
const pastBefore =
  /\b(?:since|at|from|until|by|died|diagnosed|before|after|when)\b(?: (?:the|he|she|was|an?|his|her))*\s*$/i
