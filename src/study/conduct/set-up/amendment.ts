import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Reader, Tx } from '../../../people/records/model/records.ts'
import type { Keys } from '../../../people/records/model/keys.ts'
import { firstInstantOf } from '../../protocol/time/first-instant.ts'
import { type ConductCase, caseOf } from '../model/case.ts'
import { readFacts } from '../model/facts.ts'
import { participantOf } from '../model/participant.ts'
import { impactOf, type RunVersion, type StudyRun } from '../model/run.ts'
import { isDay } from './open-run.ts'
import { type StateChanges, stateChanges } from './state-changes.ts'

/** A version that is to be switched on at a site from a day on. */
export interface VersionSwitch {
  readonly study: string
  readonly version: string
  readonly site: string
  /** `yyyy-MM-dd`, by the clocks of the site. */
  readonly from: string
}

/** What a manager decides of those already in, where the document is silent: once for a version. */
export interface AmendmentDecision {
  readonly appliesTo?: 'new participants' | 'everybody'
  readonly reconsent?: boolean
}

/**
 * Why a version cannot be switched on so. `beforeDate`: the day is before the version's own; `order`: the site works by
 * another one since that day or later; `first`: the site works by none yet.
 */
export type SwitchProblem =
  | 'unknown'
  | 'twice'
  | 'days'
  | 'beforeDate'
  | 'order'
  | 'first'
  | 'locked'
  | 'undecided'
  | 'reason'

/** What stands against switching a version on at a site from a day; undefined where nothing does. */
export function switchProblem(
  run: StudyRun,
  { version, site, from }: Omit<VersionSwitch, 'study'>,
): SwitchProblem | undefined {
  const asked = run.versions.find(({ protocol }) => protocol.version === version)
  if (!asked || run.sites.every((one) => one.site !== site)) return 'unknown'
  if (!isDay(from)) return 'days'
  if (asked.sites.some((one) => one.site === site)) return 'twice'
  const { date } = asked.protocol
  if (date !== undefined && from < date) return 'beforeDate'
  const days = run.versions.flatMap(({ sites }) => sites.filter((one) => one.site === site))
  if (days.length === 0) return 'first'
  return days.some((one) => one.from >= from) ? 'order' : undefined
}

/** What a document leaves open of those already in, and nobody decided yet. */
export function openDecisions(version: RunVersion): readonly (keyof AmendmentDecision)[] {
  const impact = impactOf(version)
  return (['appliesTo', 'reconsent'] as const).filter((name) => impact?.[name] === undefined)
}

/** The study as it is run once a version is switched on: what is decided already stays as it was. */
export function runWith(
  run: StudyRun,
  { version, site, from }: Omit<VersionSwitch, 'study'>,
  decision: AmendmentDecision,
): StudyRun {
  return {
    ...run,
    versions: run.versions.map((one) => {
      if (one.protocol.version !== version) return one
      const open = openDecisions(one)
      return {
        ...one,
        ...(open.includes('appliesTo') && { appliesTo: decision.appliesTo ?? one.appliesTo }),
        ...(open.includes('reconsent') && { reconsent: decision.reconsent ?? one.reconsent }),
        sites: [...one.sites, { site, from }],
      }
    }),
  }
}

/** What a switch means for one participant. */
export interface SwitchEffect {
  /** As they are on the day of the switch without it, and with it. */
  readonly before: ConductCase
  readonly after: ConductCase
  readonly changes: StateChanges
}

/**
 * What a switch would change for each participant of its site, in the order of their numbers, by what is known now: judged
 * on the first instant of its day at the site, or now where that is past. Lets others come in between.
 */
export async function switchEffects(
  db: Reader | Tx,
  keys: Keys,
  run: StudyRun,
  asked: VersionSwitch,
  decision: AmendmentDecision,
  now: Date,
): Promise<readonly SwitchEffect[]> {
  const with_ = runWith(run, asked, decision)
  const at = momentOf(run, asked, now)
  const rows = await db
    .selectFrom('participant')
    .selectAll()
    .where('study', '=', run.study)
    .where('site', '=', asked.site)
    .orderBy('serial')
    .execute()
  const effects: SwitchEffect[] = []
  for (const row of rows) {
    await nextTurn()
    const participant = participantOf(row, keys)
    const facts = await readFacts(db, participant)
    const before = caseOf(participant, run, facts, at)
    const after = caseOf(participant, with_, facts, at)
    effects.push({ before, after, changes: stateChanges(before.state, after.state) })
  }
  return effects
}

/** When the effect of a switch is looked at: as soon as it is there, and not before now. */
function momentOf(run: StudyRun, { site, from }: VersionSwitch, now: Date): Date {
  const zone = run.sites.find((one) => one.site === site)?.timeZone ?? 'UTC'
  const start = Temporal.Instant.from(firstInstantOf(from, zone)).epochMilliseconds
  return new Date(Math.max(now.getTime(), start))
}
