import type { ConductCase } from '../model/case.ts'
import { longestFact } from '../record/typed-fact.ts'
import {
  type SafetyDetails,
  isBefore,
  isYesOrNoYet,
  momentOf,
  readOptionalMoment,
  withoutEmpty,
} from './read-typed-event.ts'
import type { SafetyEvent } from './safety-event.ts'
import type { EventProblem, TypedJudgement } from './typed-event.ts'

/** Reads what the sponsor says of an event; what is wrong with it is said at each field. */
export function readTypedJudgement(
  { run, state }: ConductCase,
  { newest }: SafetyEvent,
  { expected, reference, sponsorAware, reported }: TypedJudgement,
): { readonly details: SafetyDetails } | { readonly problems: readonly EventProblem[] } {
  const problems: EventProblem[] = []
  const clocks = { zone: run.timeZone, now: state.now, problems }
  const aware = readOptionalMoment(sponsorAware, { field: 'sponsorAware', ...clocks })
  const told = readOptionalMoment(reported, { field: 'reported', ...clocks })
  if (!isYesOrNoYet(expected)) problems.push({ field: 'expected', code: 'noChoice' })
  if (reference.length > longestFact) problems.push({ field: 'reference', code: 'tooLong' })
  if (isBefore(aware, momentOf(newest.at, run.timeZone)))
    problems.push({ field: 'sponsorAware', code: 'beforeOnset' })
  if (told && !aware) problems.push({ field: 'sponsorAware', code: 'noMoment' })
  if (isBefore(told, aware)) problems.push({ field: 'reported', code: 'beforeAware' })
  if (problems.length > 0) return { problems }
  const before = newest.details?.['reported']
  const reports = [
    ...(typeof before === 'string' ? before.split(' ') : []),
    ...(told ? [told.text] : []),
  ]
  return {
    details: withoutEmpty({
      expected,
      reference: reference.trim(),
      sponsorAware: aware?.text ?? '',
      reported: [...new Set(reports)].join(' '),
    }),
  }
}
