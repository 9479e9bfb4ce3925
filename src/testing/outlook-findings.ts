import type { Actor } from '../people/accounts/model/actor.ts'
import type { Records } from '../people/records/model/records.ts'
import { stageOf } from '../study/conduct/derived/outlook.ts'
import { caseOf } from '../study/conduct/model/case.ts'
import { readFacts } from '../study/conduct/model/facts.ts'
import { participantOf } from '../study/conduct/model/participant.ts'
import { readStudyRun } from '../study/conduct/model/run.ts'
import { type TodayThing, todayOf } from '../study/conduct/today/today.ts'
import type { ParticipantState } from '../study/protocol/state/participant-state.ts'
import { runStudy } from './test-study.ts'

/** What was seen in Today beside what the engine says when it is asked directly. */
export interface Looked {
  /** How often the engine was asked about somebody. */
  asked: number
  /** How many due visits, consents and clocks it named, and Today showed. */
  shown: number
  /** How often what it named had changed since it was last asked. */
  changes: number
  /** Named, and not shown. */
  readonly missed: string[]
  /** Shown, and not named any more. */
  readonly stale: string[]
  /** What was named of each when last asked. */
  readonly last: Map<string, string>
}

/** Looks at Today as who sees every site, and asks the engine directly about these participants. */
export async function lookAtToday(
  { db, keys }: Records,
  monitor: Actor,
  ids: readonly string[],
  now: Date,
  looked: Looked,
): Promise<void> {
  if (ids.length === 0) return
  const run = await readStudyRun(db, runStudy)
  const rows = await db.selectFrom('participant').selectAll().where('id', 'in', ids).execute()
  const { things } = await todayOf(db, monitor, { days: 7 }, now)
  const shownTo = Map.groupBy(things, ({ participantId }) => participantId)
  for (const row of rows) {
    if (!run) return
    const participant = participantOf(row, keys)
    const { state } = caseOf(participant, run, await readFacts(db, participant), now)
    const named = namedBy(state)
    const shown = new Set((shownTo.get(row.id) ?? []).flatMap(nameOf))
    const at = `${participant.number} ${now.toISOString()}`
    looked.asked++
    looked.shown += named.filter((one) => shown.has(one)).length
    looked.missed.push(...named.filter((one) => !shown.has(one)).map((one) => `${at} ${one}`))
    const known = new Set(named)
    looked.stale.push(...[...shown].filter((one) => !known.has(one)).map((one) => `${at} ${one}`))
    const all = named.toSorted().join()
    if ((looked.last.get(row.id) ?? '') !== all) looked.changes++
    looked.last.set(row.id, all)
  }
}

/** Every visit that is due or overdue, consent that is due again, and every clock that runs, in words of our own. */
function namedBy(state: ParticipantState): readonly string[] {
  const visits = state.visits
    .filter(({ standing }) => ['due', 'begun', 'overdue'].includes(standing))
    .map(({ id, occurrence = 1, standing }) => `visit ${id} ${occurrence} ${standing}`)
  const isAsked = state.version.reconsent === 'due' && stageOf(state) !== 'ended'
  const clocks = state.safety.flatMap(({ event, toSponsor, clocks: running }) => [
    ...toSponsor.filter(({ told }) => told === undefined).map(() => `clock ${event} toSponsor`),
    ...running.flatMap((clock) => {
      if (clock.due === undefined) return [`clock ${event} no day`]
      const report = clock.reported === undefined ? [`clock ${event} ${clock.due}`] : []
      const isMoreOwed =
        clock.isCertain && clock.followUpDue !== undefined && clock.followUpReported === undefined
      return isMoreOwed ? [...report, `clock ${event} ${clock.followUpDue}`] : report
    }),
  ])
  return [...visits, ...(isAsked ? ['consent'] : []), ...clocks]
}

/** The same of what Today shows; nothing for what is of another kind. */
function nameOf({ group, line }: TodayThing): readonly string[] {
  const { node, standing, details } = line
  switch (group) {
    case 'due':
    case 'overdue':
      return [`visit ${node} ${details.occurrence ?? 1} ${standing}`]
    case 'consent':
      return node === '' ? [] : ['consent']
    case 'clock':
      if (details.clock === 'toSponsor') return [`clock ${node} toSponsor`]
      return [`clock ${node} ${details.due ?? 'no day'}`]
    case 'held':
    case 'give':
    case 'missed':
    case 'late':
    case 'early':
    case 'signature':
      return []
  }
}
