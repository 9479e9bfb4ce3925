import { tokens } from '../../vocabulary/fold.ts'
import type { Evidence, Patient } from '../patient/patient.ts'
import { onceAPatient } from './once-a-patient.ts'
import { type Days, daysOfCount } from './spans-of-time.ts'

/** How long something has lasted by a note, with the words it is said of: "low back pain … for ten weeks". */
export interface LengthSaid {
  readonly words: readonly string[]
  readonly span: Days
  /** True in the sentence that says why the person comes, where it is the only length. */
  readonly isOfComplaint: boolean
  readonly evidence: Evidence
}

/**
 * The lengths of time that an English note gives. Only a plain number counts ("about", "over" and "more than" leave it open),
 * and the words are those of the same clause. Rule `length-said@1`.
 */
export const lengthsSaid = onceAPatient(({ source, lines }: Patient): readonly LengthSaid[] =>
  source === 'note'
    ? lines.slice(0, 400).flatMap(({ evidence }, at) => lengthsIn(evidence, at === 0))
    : [],
)

function lengthsIn(evidence: Evidence, isFirst: boolean): LengthSaid[] {
  const text = evidence.text.slice(0, 1_000)
  if (ofOthers.test(text.replace(broughtBy, ' '))) return []
  const after = [...text.matchAll(lastingAfter)]
  const found = [
    ...after.map((match, at) => {
      const before = after[at - 1]
      const start = before ? before.index + before[0].length : 0
      return { match, said: text.slice(start, match.index).split(clauseEnd).at(-1) ?? '' }
    }),
    ...[...text.matchAll(lastingInFrench)].map((match) => ({
      match,
      said: text.slice(0, match.index).split(clauseEnd).at(-1) ?? '',
    })),
    ...[...text.matchAll(lastingBefore)].map((match) => {
      const rest = text.slice(match.index + match[0].length)
      return { match, said: rest.split(clauseEnd)[0] ?? '' }
    }),
  ]
  return found.flatMap(({ match, said }) => {
    const span = spanOf(match.groups?.['count'] ?? '', match.groups?.['unit'] ?? '')
    const words = tokens(said)
    return span && words.length > 0
      ? [{ words, span, isOfComplaint: isFirst && found.length === 1, evidence }]
      : []
  })
}

/** Two things joined may have lasted for different times. */
const clauseEnd =
  /[,;:().]|\b(?:and|but|or|with|who|which|that|because|despite|after|before|while|although|plus|then)\b/i

/** "Three weeks" is three weeks to less than four. */
function spanOf(count: string, unit: string): Days | undefined {
  const days = daysOfCount('1', unitsInFrench.get(unit.toLowerCase()) ?? unit)
  const number = smallNumber(count)
  return days === undefined || number === undefined
    ? undefined
    : { least: number * days, most: (number + 1) * days }
}

/** A number in figures or words up to twelve; undefined for another. */
export function smallNumber(text: string): number | undefined {
  const at = numbers.indexOf(text.toLowerCase())
  if (at >= 0) return Math.max(1, at)
  const inFrench = numbersInFrench.indexOf(text.toLowerCase())
  if (inFrench >= 0) return Math.max(1, inFrench)
  return /^\d{1,3}$/.test(text) ? Number(text) : undefined
}

const numbers = 'a one two three four five six seven eight nine ten eleven twelve'.split(' ')
const numbersInFrench = 'un une deux trois quatre cinq six sept huit neuf dix onze douze'.split(' ')
const unitsInFrench: ReadonlyMap<string, string> = new Map([
  ['heure', 'hours'],
  ['heures', 'hours'],
  ['jour', 'days'],
  ['jours', 'days'],
  ['semaine', 'weeks'],
  ['semaines', 'weeks'],
  ['mois', 'months'],
  ['an', 'years'],
  ['ans', 'years'],
  ['année', 'years'],
  ['années', 'years'],
])
/** How many of a unit of time, as a pattern with the group `count`. */
export const countOfTime = String.raw`(?<count>\d{1,3}|${numbers.slice(1).join('|')}|an?)`
/** A unit of time, as a pattern with the group `unit`. */
export const unitOfTime = String.raw`(?<unit>hours?|days?|weeks?|months?|years?)`

const lastingAfter = new RegExp(
  String.raw`\bfor (?:the (?:past|last) )?${countOfTime} ${unitOfTime}\b(?! (?:ago|before|prior|a|per|at a time|each|every)\b)`,
  'gi',
)
const lastingBefore = new RegExp(
  String.raw`(?<!\b(?:about|approximately|over|than|nearly|almost|least|to|every|last|past|the|each|after|within|in) )\b${countOfTime}[ -]${unitOfTime}(?:['’]s?)? (?:history )?of `,
  'gi',
)
const lastingInFrench =
  /(?<!\p{L})depuis (?<count>\d{1,3}|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze) (?<unit>heures?|jours?|semaines?|mois|ans?|années?)(?!\p{L})/giu
/** Who brings a child: the complaint is the child's. */
const broughtBy =
  /\b(?:brought|accompanied|taken|referred|carried)\b[^.;,]{0,40}?\bby (?:his|her|their|the|a) (?:(?:worried|concerned) )?(?:mother|father|parents?|wife|husband|son|daughter|sister|brother)\b/gi
const ofOthers =
  /\b(?:mère|père|frère|sœur|mother|father|wife|husband|brother|sister|son|daughter|until|used to|planned|will|ago for)\b/i
