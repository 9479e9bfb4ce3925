import type { ProtocolEndpoint } from '../document/endpoints.ts'
import type { MomentExpression } from '../document/expressions.ts'
import { findMoment, momentOfTarget } from '../expression/moments.ts'
import type { Scene } from '../expression/scene.ts'
import { type Truth, unknownTruth } from '../expression/truth.ts'
import { shownValue } from '../expression/value-found.ts'
import { weighTruth, weighValue } from '../expression/weigh-truth.ts'
import type { EndpointState, SetState } from '../state/answers.ts'
import { shownMoment } from '../state/moved.ts'
import type { ChartOfNow } from '../facts/chart.ts'
import type { ParticipantCase } from '../state/participant-case.ts'
import { askFor, askSilent, judgedAt } from '../state/question-desk.ts'
import { type Moment, compareMoments } from '../time/moment.ts'

/** What each endpoint came to. A missing value is unknown unless the version states a rule for it. */
export function endpointsAt(
  participant: ParticipantCase,
  scene: Scene,
  withdrawn?: Moment,
): readonly EndpointState[] {
  return participant.book.protocol.endpoints.map((endpoint) =>
    endpointState(endpoint, participant, scene, withdrawn),
  )
}

type Answer = Pick<EndpointState, 'answer' | 'because'>

function endpointState(
  endpoint: ProtocolEndpoint,
  participant: ParticipantCase,
  scene: Scene,
  withdrawn: Moment | undefined,
): EndpointState {
  const { id, level, sets, success } = endpoint
  const readiness = readinessOf(endpoint, participant)
  const ready = readiness && findMoment(readiness, scene)
  const readyAt = ready && !('missing' in ready) ? ready.moment : undefined
  const pending = readiness !== undefined && (!readyAt || isAhead(readyAt, participant.now))
  const base = {
    id,
    level,
    sets,
    pending: success !== undefined && pending && !withdrawn,
    ...(readyAt && { readyAt: shownMoment(readyAt) }),
    values: valuesOf(endpoint, scene),
  }
  if (!success) {
    const asks = endpoint.question ? [askSilent(participant.desk, endpoint, { blocks: false })] : []
    return { ...base, answer: 'notDefined', verdict: 'unknown', grounds: [], missing: [], asks }
  }
  const applies = endpoint.appliesIf && weighTruth(endpoint.appliesIf, scene)
  if (applies && applies.verdict !== 'met') return notApplying(base, applies, id, participant)
  const truth = weighTruth(success, scene)
  const isOpen = base.pending
  const told = isOpen ? pendingTruth(truth) : truth
  const answered: Answer = isOpen
    ? { answer: 'unknown', because: 'missing' }
    : answerOf(endpoint, told, readyAt, { withdrawn, chart: participant.chart })
  const judged = judgedAt(participant.desk, told, { node: id, blocks: false })
  const asks = [...judged.asks, ...moreAsked(endpoint, answered, isOpen, withdrawn, participant)]
  return { ...judged, ...base, ...answered, asks }
}

/** When an endpoint is told: as the version says; one of a visit alone not before the day of that visit. */
function readinessOf(
  { readyAt, visit }: ProtocolEndpoint,
  { book }: ParticipantCase,
): MomentExpression | undefined {
  return readyAt ?? momentOfTarget(book.protocol.visits.find(({ id }) => id === visit))
}

/** While its time has not come an answer may still turn: it is not told before. */
function pendingTruth(truth: Truth): Truth {
  return unknownTruth(truth.missing, [], truth.grounds)
}

function notApplying(
  base: Omit<EndpointState, 'answer' | 'verdict' | 'grounds' | 'missing' | 'asks'>,
  applies: Truth,
  id: string,
  { desk }: ParticipantCase,
): EndpointState {
  const judged = judgedAt(desk, applies, { node: id, blocks: false })
  if (applies.verdict === 'unknown')
    return { ...judged, ...base, answer: 'unknown', because: 'missing' }
  return { ...judged, ...base, pending: false, answer: 'excluded', because: 'does not apply' }
}

function answerOf(
  endpoint: ProtocolEndpoint,
  truth: Truth,
  readyAt: Moment | undefined,
  { withdrawn, chart }: { readonly withdrawn: Moment | undefined; readonly chart: ChartOfNow },
): Answer {
  // Nothing may be collected after withdrawal: what was collected decides only where the version says so.
  if (withdrawn && (!readyAt || compareMoments(withdrawn, readyAt) === -1)) {
    switch (endpoint.ifWithdrawn) {
      case 'failure':
        return { answer: 'failure', because: 'rule for withdrawal' }
      case 'excluded':
        return { answer: 'excluded', because: 'rule for withdrawal' }
      case 'as collected':
        break
      case undefined:
        return { answer: 'unknown', because: 'withdrawn' }
    }
  }
  const { verdict } = truth
  if (verdict === 'met') return { answer: 'success' }
  if (verdict === 'not met') return { answer: 'failure' }
  if (verdict === 'not applicable') return { answer: 'excluded', because: 'does not apply' }
  const { ifMissing } = endpoint
  return ifMissing !== undefined && isMissing(truth, chart)
    ? { answer: ifMissing, because: 'rule for missing' }
    : { answer: 'unknown', because: 'missing' }
}

/**
 * True where a value was not recorded in its time, or is known to be unknown: not where one may come, two disagree, or one
 * was recorded and cannot be read.
 */
function isMissing(
  { missing, raised }: Truth,
  { setAside }: Pick<ChartOfNow, 'setAside'>,
): boolean {
  const unread = new Set(setAside.map(({ fact }) => fact))
  return (
    missing.length > 0 &&
    raised.length === 0 &&
    missing.every(({ why }) => why === 'not recorded' || why === 'not known') &&
    !missing.some(({ facts = [] }) => facts.some((id) => unread.has(id)))
  )
}

/** After its time a missing value counts as the version says; without a rule a person is asked. */
function moreAsked(
  endpoint: ProtocolEndpoint,
  { answer, because }: Answer,
  pending: boolean,
  withdrawn: Moment | undefined,
  { desk }: ParticipantCase,
): readonly string[] {
  const { id, missingQuestion, withdrawnQuestion } = endpoint
  if (because === 'withdrawn' && withdrawn) {
    const words = withdrawnQuestion ? { words: withdrawnQuestion } : {}
    return [desk.ask({ type: 'withdrawal', node: id, facts: [], blocks: false, ...words })]
  }
  if (answer !== 'unknown' || pending) return []
  const words = missingQuestion ? { words: missingQuestion } : {}
  return [desk.ask({ type: 'missing value', node: id, facts: [], blocks: false, ...words })]
}

function valuesOf({ values = [] }: ProtocolEndpoint, scene: Scene): EndpointState['values'] {
  return values.map(({ name, value }) => {
    const shown = shownValue(weighValue(value, scene))
    return { name, ...(shown && { value: shown }) }
  })
}

function isAhead(readyAt: Moment, now: Moment): boolean {
  if (readyAt.instant === undefined) return now.lastDay < readyAt.firstDay
  return compareMoments(now, readyAt) === -1
}

/** Who is in which analysis set. */
export function setsAt({ book, desk }: ParticipantCase, scene: Scene): readonly SetState[] {
  return book.protocol.sets.map((set) => {
    if (!set.member) {
      const asks = set.question ? [askSilent(desk, set, { blocks: false })] : []
      return {
        id: set.id,
        member: 'notDefined',
        verdict: 'unknown',
        grounds: [],
        missing: [],
        asks,
      }
    }
    const truth = weighTruth(set.member, scene)
    const asks = askFor(desk, [], truth.raised, { node: set.id, blocks: false })
    const { raised: _, ...rest } = truth
    const member = truth.verdict === 'met' ? 'yes' : truth.verdict === 'not met' ? 'no' : 'unknown'
    return { id: set.id, member, ...rest, asks }
  })
}
