import type { Regimen } from '../document/dosing.ts'
import { weighTruth } from '../expression/weigh-truth.ts'
import type { DoseDecision, DoseGiven, ProtocolDeviation } from '../state/answers.ts'
import type { StopState } from '../state/stop-state.ts'
import { shownMoment } from '../state/moved.ts'
import type { ParticipantCase } from '../state/participant-case.ts'
import { judgedAt } from '../state/question-desk.ts'
import type { Moment } from '../time/moment.ts'
import { replayDoses } from './replay-doses.ts'

/** The doses of all regimens that are for this person. */
export interface DosesFound {
  readonly nextDoses: readonly DoseDecision[]
  readonly dosesGiven: readonly DoseGiven[]
  readonly deviations: readonly ProtocolDeviation[]
  readonly stop: StopState
  /** By item: the last dose of a higher level than the one before, or the first. */
  readonly increases: ReadonlyMap<string, Moment>
}

/** Replays every regimen that applies. One of which that cannot be told holds, and says what is missing. */
export function allDoses(participant: ParticipantCase): DosesFound {
  const { book, now, plannedAt } = participant
  const scene = plannedAt(now)
  const nextDoses: DoseDecision[] = []
  const dosesGiven: DoseGiven[] = []
  const deviations: ProtocolDeviation[] = []
  const increases = new Map<string, Moment>()
  for (const regimen of book.protocol.regimens) {
    const truth = regimen.appliesIf ? weighTruth(regimen.appliesIf, scene) : undefined
    if (truth && truth.verdict !== 'met') {
      if (truth.verdict === 'unknown') nextDoses.push(openRegimen(regimen, truth, participant))
      continue
    }
    const replay = replayDoses(regimen, participant)
    nextDoses.push(replay.next)
    dosesGiven.push(...replay.given)
    deviations.push(...replay.deviations)
    if (replay.increasedAt) increases.set(regimen.item, replay.increasedAt)
  }
  return { nextDoses, dosesGiven, deviations, stop: stopOf(nextDoses), increases }
}

function openRegimen(
  { id }: Regimen,
  truth: ReturnType<typeof weighTruth>,
  { now, desk }: ParticipantCase,
): DoseDecision {
  const { missing, asks } = judgedAt(desk, truth, { node: id, blocks: true })
  return {
    regimen: id,
    kind: 'hold',
    number: 1,
    dueAt: shownMoment(now),
    options: [],
    rules: [],
    missing,
    asks,
    because: [{ type: 'not allocated' }],
  }
}

const endings = new Set(['stopped', 'past last day', 'withdrawn'])

/** Treatment has ended when every regimen that applies gives no more. */
function stopOf(decisions: readonly DoseDecision[]): StopState {
  const ended = decisions.flatMap(({ kind, because, regimen }) => {
    const reason = kind === 'refuse' ? because.find(({ type }) => endings.has(type)) : undefined
    return reason ? [{ regimen, reason }] : []
  })
  const [first] = ended
  if (!first || ended.length < decisions.length) return { stopped: false }
  const { regimen, reason } = first
  return {
    stopped: true,
    regimen,
    because: reason.type,
    ...(reason.node !== undefined && { rule: reason.node }),
    ...(reason.on !== undefined && { at: reason.on }),
  }
}
