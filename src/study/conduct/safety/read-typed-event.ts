import { type Moment, compareMoments, readMoment } from '../../protocol/time/moment.ts'
import { isTimeProblem } from '../../protocol/time/problems.ts'
import { type ConductCase, itemOf, zoneOf } from '../model/case.ts'
import { currentFacts } from '../model/current.ts'
import { longestFact, type TypedMoment } from '../record/typed-fact.ts'
import { isMomentFault, readTypedMoment } from '../record/typed-moment.ts'
import {
  drugActions,
  type EventProblem,
  eventOutcomes,
  longestEventWords,
  seriousnessCriteria,
  severityGrades,
  type TypedEvent,
} from './typed-event.ts'

/** What a form says of an event, ready for its fact. */
export interface ReadEvent {
  readonly value: string
  /** When it began. */
  readonly at: string
  readonly details: SafetyDetails
}

/** The details of the fact of an event. */
export type SafetyDetails = Readonly<Record<string, string | boolean | null>>

/** Reads what a site typed of an event; what is wrong with it is said at each field, and nothing is guessed. */
export function readTypedEvent(
  known: ConductCase,
  typed: TypedEvent,
): ReadEvent | { readonly problems: readonly EventProblem[] } {
  const problems: EventProblem[] = []
  const moments = readMoments(known, typed, problems)
  checkChoices(typed, problems)
  checkLengths(typed, problems)
  if (problems.length > 0 || !moments.onset) return { problems }
  const { onset, end, siteAware } = moments
  return {
    value: typed.what.trim(),
    at: onset.text,
    details: withoutEmpty({
      ...seriousDetails(typed),
      grade: typed.grade,
      related: typed.related,
      action: typed.action,
      outcome: typed.outcome,
      end: end?.text ?? '',
      siteAware: siteAware?.text ?? '',
      words: typed.words.trim(),
    }),
  }
}

/** A moment of a form that may be empty; what is wrong with it is noted. */
export function readOptionalMoment(
  typed: TypedMoment,
  {
    field,
    zone,
    now,
    problems,
  }: {
    readonly field: string
    readonly zone: string
    readonly now: string
    readonly problems: EventProblem[]
  },
): Moment | undefined {
  if (`${typed.day}${typed.time}`.trim() === '') return undefined
  const read = readTypedMoment(typed, zone)
  if (isMomentFault(read)) {
    const { fault: code, offsets, given } = read
    problems.push({ field, code, ...(offsets && { offsets }), ...(given && { given }) })
    return undefined
  }
  if (isAfter(read, momentOf(now, zone))) problems.push({ field, code: 'future' })
  return read
}

/** Whether the first of two moments is surely before the other; false where either is not known. */
export function isBefore(one: Moment | undefined, other: Moment | undefined): boolean {
  return one !== undefined && other !== undefined && compareMoments(one, other) === -1
}

function isAfter(one: Moment, other: Moment | undefined): boolean {
  return other !== undefined && compareMoments(one, other) === 1
}

/** A moment that is kept; undefined for a text that is none. */
export function momentOf(text: unknown, zone: string): Moment | undefined {
  const moment = typeof text === 'string' ? readMoment(text, zone) : undefined
  return moment && !isTimeProblem(moment) ? moment : undefined
}

function readMoments(known: ConductCase, typed: TypedEvent, problems: EventProblem[]) {
  const zone = zoneOf(known)
  const read = (field: 'onset' | 'end' | 'siteAware') =>
    readOptionalMoment(typed[field], { field, zone, now: known.state.now, problems })
  const [onset, end, siteAware] = [read('onset'), read('end'), read('siteAware')]
  if (!onset && !problems.some(({ field }) => field === 'onset'))
    problems.push({ field: 'onset', code: 'noMoment' })
  if (!siteAware && typed.serious === 'yes' && !problems.some(({ field }) => field === 'siteAware'))
    problems.push({ field: 'siteAware', code: 'noMoment' })
  if (isBefore(onset, birthOf(known))) problems.push({ field: 'onset', code: 'beforeBirth' })
  if (isBefore(end, onset)) problems.push({ field: 'end', code: 'endBeforeOnset' })
  if (isBefore(siteAware, onset)) problems.push({ field: 'siteAware', code: 'beforeOnset' })
  return { onset, end, siteAware }
}

function birthOf(known: ConductCase): Moment | undefined {
  const item = itemOf(known.protocol, 'birth date')?.id
  const birth = item && currentFacts(known.facts, item).at(-1)?.value
  return momentOf(birth, zoneOf(known))
}

function checkChoices(typed: TypedEvent, problems: EventProblem[]): void {
  const { serious, criteria, grade, related, action, outcome } = typed
  if (typed.what.trim() === '') problems.push({ field: 'what', code: 'noWhat' })
  if (!isYesOrNoYet(serious)) problems.push({ field: 'serious', code: 'noChoice' })
  if (serious === 'yes' && knownCriteria(criteria).length === 0)
    problems.push({ field: 'criteria', code: 'noCriterion' })
  if (serious !== 'yes' && criteria.length > 0)
    problems.push({ field: 'criteria', code: 'criterionOfNotSerious' })
  if (grade !== '' && !severityGrades.some((one) => one === grade))
    problems.push({ field: 'grade', code: 'notAGrade' })
  if (!isYesOrNoYet(related)) problems.push({ field: 'related', code: 'noChoice' })
  if (action !== '' && !drugActions.some((one) => one === action))
    problems.push({ field: 'action', code: 'noChoice' })
  if (outcome !== '' && !eventOutcomes.some((one) => one === outcome))
    problems.push({ field: 'outcome', code: 'noChoice' })
}

/** Whether an answer is yes, no, or not given yet. */
export function isYesOrNoYet(text: string): boolean {
  return text === 'yes' || text === 'no' || text === ''
}

function checkLengths({ what, words }: TypedEvent, problems: EventProblem[]): void {
  if (what.length > longestFact) problems.push({ field: 'what', code: 'tooLong' })
  if (words.length > longestEventWords) problems.push({ field: 'words', code: 'tooLong' })
}

/** `serious` is the worst reason, as the engine reads it; all of them are in `criteria`. */
function seriousDetails({ serious, criteria }: TypedEvent): SafetyDetails {
  if (serious !== 'yes') return { serious }
  const known = knownCriteria(criteria)
  return { serious: known[0] ?? 'yes', criteria: known.join(' ') }
}

function knownCriteria(criteria: readonly string[]): readonly string[] {
  return seriousnessCriteria.filter((one) => criteria.includes(one))
}

/** What is empty is not known, and is left out. */
export function withoutEmpty(details: SafetyDetails): SafetyDetails {
  return Object.fromEntries(Object.entries(details).filter(([, value]) => value !== ''))
}
