import type { Actor } from '../../../people/accounts/model/actor.ts'
import { can } from '../../../people/accounts/model/can.ts'
import type { PeopleBase } from '../../../people/asks/people-base.ts'
import type { Tx } from '../../../people/records/model/records.ts'
import type { Protocol } from '../../protocol/document/protocol.ts'
import { documentHash } from '../../protocol/read/content-text.ts'
import { auditConduct, type ConductLine } from '../model/acting.ts'
import type { RunSite } from '../model/run.ts'

/** What became of a change to how a study is run. `notYours`: who asks does not run the study. */
export type SetUp<Problem extends string = never> = 'done' | 'notYours' | Problem

/** A study that is to be run here. */
export interface NewRun {
  readonly study: string
  /** The sponsor's clocks, IANA's name. */
  readonly timeZone: string
  readonly areDosesConfirmed: boolean
}

/** Begins to run a study here. */
export function openRun(
  { records }: PeopleBase,
  actor: Actor,
  { study, timeZone, areDosesConfirmed }: NewRun,
  now: Date,
): Promise<SetUp<'known' | 'timeZone'>> {
  if (!can.runStudy(actor, study)) return Promise.resolve('notYours')
  if (!isTimeZone(timeZone)) return Promise.resolve('timeZone')
  return records.write(async (tx) => {
    const known = await tx
      .selectFrom('study_run')
      .select('study')
      .where('study', '=', study)
      .executeTakeFirst()
    if (known) return 'known'
    await tx
      .insertInto('study_run')
      .values({
        study,
        time_zone: timeZone,
        doses_confirmed: areDosesConfirmed ? 1 : 0,
        opened_at: now.toISOString(),
        opened_by: `account/${actor.accountId}`,
      })
      .execute()
    await auditStudy(tx, { actor, now }, study, 'study.opened', {
      details: { confirmed: areDosesConfirmed, zone: timeZone },
    })
    return 'done'
  })
}

/** Adds a site, or changes how it is named, its clocks and its approval; its number stays as it was first given. */
export function keepSite(
  { records }: PeopleBase,
  actor: Actor,
  study: string,
  site: RunSite,
  now: Date,
): Promise<SetUp<'number' | 'taken' | 'timeZone' | 'days'>> {
  if (!can.runStudy(actor, study)) return Promise.resolve('notYours')
  if (!/^\d{2,3}$/.test(site.number)) return Promise.resolve('number')
  if (!isTimeZone(site.timeZone)) return Promise.resolve('timeZone')
  if (!areDays(site)) return Promise.resolve('days')
  return records.write(async (tx) => {
    const others = await tx
      .selectFrom('study_site')
      .select(['site', 'number'])
      .where('study', '=', study)
      .execute()
    const known = others.find((one) => one.site === site.site)
    if (known && known.number !== site.number) return 'number'
    if (others.some((one) => one.site !== site.site && one.number === site.number)) return 'taken'
    const values = {
      name: site.name,
      time_zone: site.timeZone,
      approved_from: site.approvedFrom,
      approved_until: site.approvedUntil,
      changed_at: now.toISOString(),
      changed_by: `account/${actor.accountId}`,
    }
    await tx
      .insertInto('study_site')
      .values({ study, site: site.site, number: site.number, ...values })
      .onConflict((conflict) => conflict.columns(['study', 'site']).doUpdateSet(values))
      .execute()
    await auditStudy(tx, { actor, now }, study, 'study.site-changed', {
      details: {
        at: site.site,
        number: site.number,
        from: site.approvedFrom,
        until: site.approvedUntil,
      },
    })
    return 'done'
  })
}

/** Adds a version of the protocol: its document is kept as it is, and never changes. No site works by it yet. */
export function addVersion(
  { records }: PeopleBase,
  actor: Actor,
  protocol: Protocol,
  now: Date,
): Promise<SetUp<'known' | 'unknown'>> {
  const { study, version } = protocol
  if (!can.runStudy(actor, study)) return Promise.resolve('notYours')
  return records.write(async (tx) => {
    if (!(await isRun(tx, study))) return 'unknown'
    const known = await tx
      .selectFrom('study_version')
      .select('version')
      .where('study', '=', study)
      .execute()
    if (known.some((one) => one.version === version)) return 'known'
    const hash = documentHash(protocol)
    await tx
      .insertInto('study_version')
      .values({
        study,
        version,
        position: known.length + 1,
        hash,
        document: JSON.stringify(protocol),
        applies_to: null,
        reconsent: null,
        added_at: now.toISOString(),
        added_by: `account/${actor.accountId}`,
      })
      .execute()
    await auditStudy(tx, { actor, now }, study, 'study.version-added', {
      details: { version, hash },
    })
    return 'done'
  })
}

/** Since when a site works by a version, where nobody is enrolled under another yet: the first one of a site. */
export function startSiteBy(
  { records }: PeopleBase,
  actor: Actor,
  {
    study,
    version,
    site,
    from,
  }: {
    readonly study: string
    readonly version: string
    readonly site: string
    /** `yyyy-MM-dd` */
    readonly from: string
  },
  now: Date,
): Promise<SetUp<'unknown' | 'later' | 'days'>> {
  if (!can.runStudy(actor, study)) return Promise.resolve('notYours')
  if (!isDay(from)) return Promise.resolve('days')
  return records.write(async (tx) => {
    const known = await tx
      .selectFrom('study_version')
      .innerJoin('study_site', 'study_site.study', 'study_version.study')
      .select('study_version.version')
      .where('study_version.study', '=', study)
      .where('study_version.version', '=', version)
      .where('study_site.site', '=', site)
      .executeTakeFirst()
    if (!known) return 'unknown'
    const before = await tx
      .selectFrom('version_site')
      .select('version')
      .where('study', '=', study)
      .where('site', '=', site)
      .executeTakeFirst()
    if (before) return 'later'
    await keepVersionDay(tx, { actor, now }, { study, version, site, from, reason: null })
    await auditStudy(tx, { actor, now }, study, 'study.version-begun', {
      details: { version, at: site, from },
    })
    return 'done'
  })
}

/** Keeps since when a site works by a version, and why. */
export async function keepVersionDay(
  tx: Tx,
  { actor, now }: { readonly actor: Pick<Actor, 'accountId'>; readonly now: Date },
  {
    from,
    ...of
  }: Record<'study' | 'version' | 'site' | 'from', string> & { reason: string | null },
): Promise<void> {
  await tx
    .insertInto('version_site')
    .values({
      ...of,
      from_day: from,
      decided_at: now.toISOString(),
      decided_by: `account/${actor.accountId}`,
    })
    .execute()
}

async function isRun(tx: Tx, study: string): Promise<boolean> {
  const run = await tx
    .selectFrom('study_run')
    .select('study')
    .where('study', '=', study)
    .executeTakeFirst()
  return run !== undefined
}

/** Writes into the trail what was done to how a study is run. */
export function auditStudy(
  tx: Tx,
  acting: { readonly actor: Actor; readonly now: Date },
  study: string,
  action: ConductLine['action'],
  said: Pick<ConductLine, 'details' | 'sealed'>,
): Promise<void> {
  const at = { study, site: null }
  return auditConduct(tx, acting, { action, subject: `study/${study}`, at, ...said })
}

function areDays({ approvedFrom, approvedUntil }: RunSite): boolean {
  if (!isDay(approvedFrom)) return false
  return approvedUntil === null || (isDay(approvedUntil) && approvedUntil >= approvedFrom)
}

/** Whether a text is a day of the calendar, `yyyy-MM-dd`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  try {
    return Temporal.PlainDate.from(text).toString() === text
  } catch {
    return false
  }
}

function isTimeZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).format(0) !== ''
  } catch {
    return false
  }
}
