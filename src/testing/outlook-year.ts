import type { Actor } from '../people/accounts/model/actor.ts'
import type { Records } from '../people/records/model/records.ts'
import { renewOutlooks } from '../study/conduct/derived/renew-outlooks.ts'
import { type Draw, drawFrom } from './drawn-child.ts'
import { killedBefore, untilDone } from './killed-writes.ts'
import { type Act, enrolling, newText } from './outlook-year-acts.ts'
import { openYearStudy } from './outlook-year-study.ts'
import { type Looked, lookAtToday } from './outlook-findings.ts'

/** A year of a study that is run, drawn from a seed. */
export interface OutlookYear {
  readonly records: Records
  readonly seed: number
  readonly participants: number
  readonly sites: number
  /** So long new ones come; then time goes on for two months. */
  readonly days: number
  /** How often the schedule comes by, at a drawn minute. */
  readonly everyHours: number
  /** Each participant is asked about directly at every so-manieth turn, and whenever something was recorded of them. */
  readonly everyTurns: number
  readonly say?: (text: string) => void
}

/** What the year came to. */
export interface OutlookYearResult extends Looked {
  /** What people did. */
  readonly happened: Readonly<Record<string, number>>
  /** Transactions that were broken off before a query, and done again. */
  readonly kills: number
  /** How many outlooks were renewed because their time had passed. */
  readonly renewed: number
}

const start = Date.parse('2026-01-05T07:30:00Z')
const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** Lives through the year; for two days nothing runs, and what is due is shown at the first turn after them. */
export async function liveOutlookYear(year: OutlookYear): Promise<OutlookYearResult> {
  const { records, everyHours, everyTurns } = year
  const draw = drawFrom(year.seed)
  const world = await makeWorld(year, draw)
  const away = start + Math.floor(year.days * 0.4) * dayMs
  const end = start + (year.days + 60) * dayMs
  const looked: Looked = { asked: 0, shown: 0, changes: 0, missed: [], stale: [], last: new Map() }
  let [kills, renewed] = [0, 0]
  for (let turn = 0; start + turn * everyHours * hourMs < end; turn++) {
    const at = start + turn * everyHours * hourMs + draw.upTo(3600) * 1000
    if (at > away && at < away + 2 * dayMs) continue
    const now = new Date(at)
    const acted = await world.happenUntil(now)
    let killAt = draw.chance(0.05) ? 1 + draw.upTo(12) : 0
    const killed = killedBefore(records, (query) => {
      if (query !== killAt) return false
      killAt = 0
      return true
    })
    kills += await untilDone(async () => {
      renewed += await renewOutlooks(killed, { holder: 'year', now: () => now })
    })
    const ids = world.ids.filter((id, index) => (turn + index) % everyTurns === 0 || acted.has(id))
    await lookAtToday(records, world.monitor, ids, now, looked)
    if (turn % Math.ceil((30 * 24) / everyHours) === 0)
      year.say?.(`${now.toISOString().slice(0, 10)}: ${world.ids.length} participants`)
  }
  return { ...looked, happened: world.happened, kills, renewed }
}

interface World {
  readonly ids: readonly string[]
  readonly monitor: Actor
  readonly happened: Record<string, number>
  /** Does all that is to happen by then, and answers to whom. */
  readonly happenUntil: (now: Date) => Promise<ReadonlySet<string>>
}

async function makeWorld(year: OutlookYear, draw: Draw): Promise<World> {
  const { records, participants, days, sites } = year
  const { manager, investigator, monitor } = await openYearStudy(records, sites, new Date(start))
  const acts: Act[] = []
  const happened: Record<string, number> = {}
  const plan = (act: Act): void =>
    void acts.splice(acts.findLastIndex(({ at }) => at >= act.at) + 1, 0, act)
  const ids: string[] = []
  const planning = { records, draw, start, actor: investigator, ids, plan }
  for (let number = 0; number < participants; number++)
    plan(enrolling(planning, { number, days, sites }))
  for (let number = 0; number < sites; number++) plan(newText(planning, manager, number, days))
  return {
    ids,
    monitor,
    happened,
    happenUntil: async (now) => {
      const acted = new Set<string>()
      for (;;) {
        const next = acts.at(-1)
        if (!next || next.at > now.getTime()) return acted
        acts.pop()
        const id = await next.does(now)
        happened[next.what] = (happened[next.what] ?? 0) + 1
        if (id !== undefined) acted.add(id)
      }
    },
  }
}
