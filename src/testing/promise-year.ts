import type { ProtocolSection } from '../finder/registry/study.ts'
import type { EventKind } from '../people/enquiries/model/events.ts'
import { keepPromises } from '../people/enquiries/promise/keep.ts'
import { eraseEnquiries } from '../people/records/erase-enquiries.ts'
import type { Records } from '../people/records/model/records.ts'
import { type Draw, drawFrom } from './drawn-child.ts'
import { killedBefore, untilDone } from './killed-writes.ts'
import { type PromiseFindings, lookAtPromises, lookAtMails } from './promise-findings.ts'
import { peopleBase } from './test-alerts.ts'
import { bounce, type DrawnSite, endRoles, openSite, siteAt, studyWith } from './promise-sites.ts'
import { happens, promised } from './test-promises.ts'

/** A year of enquiries, drawn from a seed. */
export interface PromiseYear {
  readonly records: Records
  readonly seed: number
  readonly enquiries: number
  /** So long new ones come; then time goes on until none is open. */
  readonly days: number
  readonly sites: number
  /** How often the promises are looked at. */
  readonly everyHours: 1 | 2
  readonly say?: (text: string) => void
}

/** What the year came to. */
export interface PromiseYearResult extends PromiseFindings {
  /** Steps of sites, words of seekers, withdrawals, roles that ended, addresses that bounced, sites that closed. */
  readonly happened: Readonly<Record<string, number>>
  /** Transactions that were broken off before a query, and done again. */
  readonly kills: number
}

const start = Date.parse('2026-01-05T07:30:00Z')
const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** Lives through the year, an hour or two at a time; for two days, and later for sixteen, nothing runs. */
export async function livePromiseYear(year: PromiseYear): Promise<PromiseYearResult> {
  const draw = drawFrom(year.seed)
  const world = await makeWorld(year, draw)
  const away = awayIn(year.days)
  const found: string[] = []
  let kills = 0
  // Four weeks and what may come before them, of the last who asked.
  const end = start + (year.days + 110) * dayMs
  for (let at = start; at < end; at += year.everyHours * hourMs) {
    if (away.some(([from, to]) => at >= from && at < to)) continue
    const now = new Date(at)
    await world.happenUntil(now)
    kills += await keep(world, now, draw)
    const isEvening = Math.floor((at - start) / hourMs) % 24 === 14
    const isSettled = away.every(([from, to]) => at < from || at > to + 3 * dayMs)
    if (isEvening && isSettled) found.push(...(await lookAtPromises(year.records, now)))
    if (isEvening && now.getUTCDate() === 1) year.say?.(now.toISOString().slice(0, 10))
  }
  const findings = await lookAtMails(year.records, found)
  return { ...findings, happened: world.happened, kills }
}

/** When nobody was there to keep anything. */
function awayIn(days: number): readonly (readonly [from: number, to: number])[] {
  const at = (share: number): number => start + Math.floor(days * share) * dayMs
  return [
    [at(0.3), at(0.3) + 2 * dayMs],
    [at(0.6), at(0.6) + 16 * dayMs],
  ]
}

/** Now and then a transaction is broken off in the middle, and the schedule does it again. */
async function keep(world: World, now: Date, draw: Draw): Promise<number> {
  let killAt = draw.chance(0.1) ? 1 + draw.upTo(25) : 0
  const records = killedBefore(world.records, (query) => {
    if (query !== killAt) return false
    killAt = 0
    return true
  })
  const { studyOf } = world
  return untilDone(() => keepPromises(peopleBase(records), now, { studyOf }))
}

interface World {
  readonly records: Records
  readonly studyOf: () => ProtocolSection
  readonly happened: Record<string, number>
  readonly happenUntil: (now: Date) => Promise<void>
}

interface Act {
  readonly at: number
  readonly what: string
  readonly does: (now: Date) => Promise<void>
}

/** All that people do in the year, in order of time; what follows from something is put in when that happens. */
async function makeWorld(year: PromiseYear, draw: Draw): Promise<World> {
  const { records } = year
  const acts: Act[] = []
  const happened: Record<string, number> = {}
  /** The next stands last; of those at the same time, what was planned last. */
  const plan = (act: Act): void =>
    void acts.splice(acts.findLastIndex(({ at }) => at >= act.at) + 1, 0, act)
  const sites = Array.from({ length: year.sites }, (_, index) => siteAt(index, draw))
  for (const site of sites) await openSite(records, site, new Date(start))
  for (const site of sites)
    for (const act of actsOfSite(records, site, { draw, days: year.days })) plan(act)
  for (let number = 0; number < year.enquiries; number++)
    plan(asking({ records, draw, plan }, year, sites))
  return {
    records,
    studyOf: () => studyWith(sites),
    happened,
    happenUntil: async (now) => {
      for (;;) {
        const next = acts.at(-1)
        if (!next || next.at > now.getTime()) return
        acts.pop()
        await next.does(now)
        happened[next.what] = (happened[next.what] ?? 0) + 1
      }
    },
  }
}

/** What goes wrong at a site in its year: people leave, mail comes back, it takes nobody any more. */
function actsOfSite(
  records: Records,
  site: DrawnSite,
  { draw, days }: { readonly draw: Draw; readonly days: number },
): Act[] {
  const at = () => start + draw.upTo(days * 24) * hourMs
  const acts: Act[] = []
  if (draw.chance(0.2))
    acts.push({
      at: at(),
      what: 'site left',
      does: (now) => endRoles(records, site, { isAll: draw.chance(0.5), now }),
    })
  if (draw.chance(0.2))
    acts.push({
      at: at(),
      what: 'site bounced',
      does: (now) => bounce(records, `coordinator${site.index}@site.example`, now),
    })
  if (draw.chance(0.15))
    acts.push({ at: at(), what: 'site closed', does: async () => void (site.isClosed = true) })
  return acts
}

interface Planning {
  readonly records: Records
  readonly draw: Draw
  readonly plan: (act: Act) => void
}

function asking(
  planning: Planning,
  { days, enquiries }: PromiseYear,
  sites: readonly DrawnSite[],
): Act {
  const { records, draw } = planning
  const at = start + draw.upTo(days * 24) * hourMs + draw.upTo(3600) * 1000
  // Some people ask several sites.
  const from = `seeker${draw.upTo(Math.ceil(enquiries * 0.7))}@home.example`
  const site = sites[draw.upTo(sites.length)]
  if (!site) throw new Error('a year needs a site')
  const route = draw.chance(0.1) ? 'introduction' : 'desk'
  const does = async (now: Date): Promise<void> => {
    const { id } = await promised(records, { from, now, siteLabel: site.label, route })
    if (draw.chance(0.03)) await bounce(records, from, now)
    planAnswers(planning, { id, site, at: now.getTime() })
  }
  return { at, what: 'asked a site', does }
}

interface Asked {
  readonly id: string
  readonly site: DrawnSite
  readonly at: number
}

/** What the site and the seeker do, each if the enquiry is still there and open. */
function planAnswers({ records, draw, plan }: Planning, { id, site, at }: Asked): void {
  const act = (hours: number, kind: EventKind, actor: 'site' | 'seeker' = 'site'): void =>
    plan({
      at: at + hours * hourMs + draw.upTo(3600) * 1000,
      what: `${actor} ${kind}`,
      does: async (now) => {
        if (await isOpen(records, id)) await happens(records, id, kind, { now, actor })
      },
    })
  if (draw.chance(0.03))
    plan({
      at: at + draw.upTo(20) * dayMs,
      what: 'withdrawn',
      does: () => records.write((tx) => eraseEnquiries(tx, [id])),
    })
  if (draw.chance(0.15)) act(24 + draw.upTo(24 * 20), 'note', 'seeker')
  answersOf[site.manner](act, draw)
}

type Plan = (hours: number, kind: EventKind, actor?: 'site' | 'seeker') => void

const answersOf: Readonly<Record<DrawnSite['manner'], (act: Plan, draw: Draw) => void>> = {
  'at once': (act, draw) => {
    act(draw.upTo(20), 'seen')
    act(20 + draw.upTo(12), draw.chance(0.5) ? 'contacted' : 'joined')
  },
  late: (act, draw) => {
    act(24 * (2 + draw.upTo(6)), 'seen')
    act(24 * (3 + draw.upTo(40)), draw.chance(0.7) ? 'contacted' : 'not-eligible')
  },
  never: () => undefined,
  half: (act, draw) => {
    act(draw.upTo(30), 'seen')
    act(30 + draw.upTo(10), 'contacted')
    act(48 + draw.upTo(72), 'note', 'seeker')
  },
  screens: (act, draw) => {
    act(10, 'seen')
    act(24, 'contacted')
    act(48 + draw.upTo(48), 'invited')
    if (draw.chance(0.5))
      act(24 * (8 + draw.upTo(50)), draw.chance(0.5) ? 'joined' : 'not-eligible')
  },
  'says no': (act, draw) => act(draw.upTo(60), 'not-eligible'),
}

async function isOpen({ db }: Records, id: string): Promise<boolean> {
  const row = await db.selectFrom('enquiry').select('state').where('id', '=', id).executeTakeFirst()
  return row !== undefined && !['joined', 'not-eligible', 'closed'].includes(row.state)
}
