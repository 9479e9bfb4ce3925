import { type Moment, compareMoments, readMoment } from '../../protocol/time/moment.ts'
import { isTimeProblem } from '../../protocol/time/problems.ts'
import { ageOfParticipant } from '../derived/own-consent.ts'
import { type ConductCase, itemOf, zoneOf } from '../model/case.ts'
import { currentFacts } from '../model/current.ts'
import type { NewFact } from '../model/facts.ts'
import type { ConsentProblem, ConsentProblemCode, TypedReplacement } from './typed-consent.ts'
import type { TypedMoment } from './typed-fact.ts'
import { isMomentFault, readTypedMoment } from './typed-moment.ts'

/** When something was signed or said, as it was typed; what is wrong with it is added to `problems`. */
export function readSignedMoment(
  known: ConductCase,
  typed: TypedMoment,
  problems: ConsentProblem[],
): Moment | undefined {
  const zone = zoneOf(known)
  const read = readTypedMoment(typed, zone)
  if (isMomentFault(read)) {
    const { offsets, given } = read
    const code = momentCodes.find((one) => one === read.fault) ?? 'noSuchDay'
    problems.push({
      code,
      field: fieldOf(code),
      ...(offsets && { offsets }),
      ...(given && { given }),
    })
    return undefined
  }
  const now = readMoment(known.state.now, zone)
  if (!isTimeProblem(now) && compareMoments(read, now) === 1) {
    problems.push({ code: 'future', field: 'day' })
    return undefined
  }
  if (hasBirth(known) && ageOfParticipant(known, read) === undefined) {
    problems.push({ code: 'beforeBirth', field: 'day' })
    return undefined
  }
  return read
}

function hasBirth({ protocol, facts }: ConductCase): boolean {
  const item = itemOf(protocol, 'birth date')?.id
  const birth = item === undefined ? undefined : currentFacts(facts, item).at(-1)?.value
  return typeof birth === 'string' && !isTimeProblem(readMoment(birth))
}

function fieldOf(code: ConsentProblemCode): ConsentProblem['field'] {
  if (code === 'twice') return 'offset'
  return code === 'notATime' || code === 'noSuchTime' || code === 'skipped' ? 'time' : 'day'
}

const momentCodes = [
  'noMoment',
  'notADay',
  'dayFirst',
  'noSuchDay',
  'notATime',
  'noSuchTime',
  'dayForTime',
  'skipped',
  'twice',
] as const

/** How long a reason may be, in characters. */
export const longestReason = 1000

/** What a new fact says of the one whose place it takes: one of the same item that nothing took the place of yet, with a reason. */
export function readReplacement(
  { facts }: Pick<ConductCase, 'facts'>,
  item: string,
  replacement: TypedReplacement,
  problems: ConsentProblem[],
): Pick<NewFact, 'corrects' | 'reason'> {
  const reason = replacement.reason.trim()
  const isThere = currentFacts(facts, item).some(
    ({ id, value }) => id === replacement.fact && value !== null,
  )
  if (!isThere) problems.push({ code: 'corrected', field: 'reason' })
  if (reason === '' || reason.length > longestReason)
    problems.push({ code: 'noReason', field: 'reason' })
  return { corrects: replacement.fact, reason }
}
