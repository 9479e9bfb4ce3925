import type { ProtocolEndpoint } from '../../protocol/document/endpoints.ts'
import type { EndpointState } from '../../protocol/state/answers.ts'
import { clopperPearson, wilson, type ShareInterval } from '../../statistics/intervals.ts'
import type { AnalysedParticipant } from '../participants/participant.ts'
import type { BehindRow } from '../report/cells.ts'
import { behindRow } from '../report/study-frame.ts'

/** The participants of one set, by what an endpoint came to. Each is in exactly one of the first five lists. */
export interface EndpointCounts {
  readonly success: readonly BehindRow[]
  readonly failure: readonly BehindRow[]
  /** No answer, and none will come of itself. */
  readonly missing: readonly BehindRow[]
  /** Its time has not come. */
  readonly pending: readonly BehindRow[]
  /** Out of the denominator by a rule of the version. */
  readonly excluded: readonly BehindRow[]
  /** Of the successes and failures, those that a rule for missing values decided. */
  readonly byRule: readonly BehindRow[]
  /** The source names the endpoint and does not say when it is met. */
  readonly isDefined: boolean
}

/** Which version's answers are counted. */
export type AnswersOf = (one: AnalysedParticipant) => readonly EndpointState[]

/** Sorts the members of a set by their answers to one endpoint. */
export function countEndpoint(
  { id }: Pick<ProtocolEndpoint, 'id'>,
  members: readonly AnalysedParticipant[],
  answersOf: AnswersOf = ({ endpoints }) => endpoints,
): EndpointCounts {
  const told = members.flatMap((one) => {
    const state = answersOf(one).find((each) => each.id === id)
    return state ? [{ state, row: behindRow(one.id, factsBehind(state)) }] : []
  })
  const rows = (holds: (state: EndpointState) => boolean) =>
    told.filter(({ state }) => holds(state)).map(({ row }) => row)
  return {
    success: rows(({ answer }) => answer === 'success'),
    failure: rows(({ answer }) => answer === 'failure'),
    missing: rows(({ answer, pending }) => answer === 'unknown' && !pending),
    pending: rows(({ answer, pending }) => answer === 'unknown' && pending),
    excluded: rows(({ answer }) => answer === 'excluded'),
    byRule: rows(
      ({ answer, because }) =>
        because === 'rule for missing' && (answer === 'success' || answer === 'failure'),
    ),
    isDefined: told.length === 0 || told.some(({ state }) => state.answer !== 'notDefined'),
  }
}

/** The ids of all facts that an answer rests on. */
export function factsBehind({ grounds }: Pick<EndpointState, 'grounds'>): readonly string[] {
  return grounds.flatMap(({ facts }) => facts)
}

/** The interval of a share by the method that the endpoint names, exact where it names none; none of nobody. */
export function intervalOf(
  { analysis }: Pick<ProtocolEndpoint, 'analysis'>,
  x: number,
  n: number,
): ShareInterval | undefined {
  if (n === 0) return undefined
  const conf = Number(analysis?.confidence ?? '0.95')
  return analysis?.interval === 'wilson' ? wilson({ x, n, conf }) : clopperPearson({ x, n, conf })
}
