import type { Selectable } from 'kysely'
import { remembering } from '../../../base/lru.ts'
import type { Reader, Tx } from '../../../people/records/model/records.ts'
import type { Tables } from '../../../people/records/model/tables.ts'
import type { AmendmentImpact, Protocol } from '../../protocol/document/protocol.ts'
import type { OperatorSetting } from '../../protocol/document/settings.ts'
import { readDocumentBytes } from '../../protocol/read/read-document-bytes.ts'
import { readProtocol } from '../../protocol/read/read-protocol.ts'
import type { StudyVersion } from '../../protocol/versions.ts'

/** A study that is run here: its sites, the versions of its protocol, and what it has set. */
export interface StudyRun {
  /** An NCT id. */
  readonly study: string
  /** The sponsor's clocks, by which the days of safety are counted: IANA's name. */
  readonly timeZone: string
  /** Whether a second person confirms each dose before it counts as given. */
  readonly areDosesConfirmed: boolean
  readonly sites: readonly RunSite[]
  /** The oldest first. */
  readonly versions: readonly RunVersion[]
  readonly settings: readonly OperatorSetting[]
}

/** A site of a study that is run here. */
export interface RunSite {
  readonly site: string
  /** Two or three digits, the first part of a participant's number. */
  readonly number: string
  readonly name: string
  readonly timeZone: string
  /** Days of the site's calendar, `yyyy-MM-dd`: from when to when it may enrol. */
  readonly approvedFrom: string
  readonly approvedUntil: string | null
}

/** The day that it is at a site by its clocks, `yyyy-MM-dd`. */
export function siteDay({ timeZone }: Pick<RunSite, 'timeZone'>, now: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString()
}

/** Whether a site may enrol on the day that it is there now. */
export function isApprovedNow(site: RunSite, now: Date): boolean {
  return isApprovedOn(site, siteDay(site, now))
}

/** Whether it might on a day of its calendar, `yyyy-MM-dd`. */
export function isApprovedOn({ approvedFrom, approvedUntil }: RunSite, day: string): boolean {
  return day >= approvedFrom && (approvedUntil === null || day <= approvedUntil)
}

/** A version of the protocol, since when each site works by it, and what was decided of those already in. */
export interface RunVersion {
  readonly protocol: Protocol
  readonly hash: string
  readonly appliesTo: 'new participants' | 'everybody' | null
  readonly reconsent: boolean | null
  readonly sites: readonly { readonly site: string; readonly from: string }[]
}

/** A study as it is run; undefined where it is not run here. Five reads. */
export async function readStudyRun(db: Reader | Tx, study: string): Promise<StudyRun | undefined> {
  const run = await db
    .selectFrom('study_run')
    .selectAll()
    .where('study', '=', study)
    .executeTakeFirst()
  if (!run) return undefined
  const sites = await db
    .selectFrom('study_site')
    .selectAll()
    .where('study', '=', study)
    .orderBy('number')
    .execute()
  const versions = await db
    .selectFrom('study_version')
    .selectAll()
    .where('study', '=', study)
    .orderBy('position')
    .execute()
  const dates = await db
    .selectFrom('version_site')
    .select(['version', 'site', 'from_day'])
    .where('study', '=', study)
    .execute()
  const settings = await db
    .selectFrom('study_setting')
    .select('content')
    .where('study', '=', study)
    .where('ended_at', 'is', null)
    .orderBy('set_at')
    .execute()
  return {
    study,
    timeZone: run.time_zone,
    areDosesConfirmed: Number(run.doses_confirmed) === 1,
    sites: sites.map((row) => ({
      site: row.site,
      number: row.number,
      name: row.name,
      timeZone: row.time_zone,
      approvedFrom: row.approved_from,
      approvedUntil: row.approved_until,
    })),
    versions: versions.map((row) => versionOf(row, dates)),
    settings: settings.map(({ content }) => JSON.parse(content) as OperatorSetting),
  }
}

function versionOf(
  row: Selectable<Tables['study_version']>,
  dates: readonly Pick<Tables['version_site'], 'version' | 'site' | 'from_day'>[],
): RunVersion {
  return {
    protocol: documentOf({ hash: row.hash, text: row.document }),
    hash: row.hash,
    appliesTo: row.applies_to,
    reconsent: row.reconsent === null ? null : Number(row.reconsent) === 1,
    sites: dates
      .filter(({ version }) => version === row.version)
      .map(({ site, from_day }) => ({ site, from: from_day })),
  }
}

/** A document is read once, however often it is asked for: reading takes some milliseconds. */
const documentOf = remembering(
  50,
  ({ hash }: { readonly hash: string; readonly text: string }) => hash,
  ({ text }) => {
    const read = readDocumentBytes(Buffer.from(text))
    const protocol = 'value' in read ? readProtocol(read.value) : undefined
    if (protocol && 'protocol' in protocol) return protocol.protocol
    throw new Error('a version of a protocol that is kept cannot be read')
  },
)

/**
 * The versions that a site works by, as the engine takes them: each with the site's own date and clocks, what was decided of
 * those already in, and what the study has set. None where none was switched on there.
 */
export function versionsFor(run: StudyRun, site: string): readonly StudyVersion[] {
  const zone = run.sites.find((one) => one.site === site)?.timeZone
  return run.versions.flatMap((version) => {
    const { protocol, sites } = version
    const from = sites.find((one) => one.site === site)?.from
    if (from === undefined) return []
    const effective = [{ site, from, ...(zone !== undefined && { zone }) }]
    const amendment = impactOf(version)
    return [
      {
        protocol: { ...protocol, effective, ...(amendment && { amendment }) },
        settings: run.settings,
      },
    ]
  })
}

/** What a version asks of those already in: what it states itself, and where it is silent what the study decided. */
export function impactOf({
  protocol,
  appliesTo,
  reconsent,
}: Pick<RunVersion, 'protocol' | 'appliesTo' | 'reconsent'>): AmendmentImpact | undefined {
  const own = protocol.amendment
  if (appliesTo === null && reconsent === null) return own
  return {
    ...(own ?? decided),
    ...(own?.appliesTo === undefined && appliesTo !== null && { appliesTo }),
    ...(own?.reconsent === undefined && reconsent !== null && { reconsent }),
  }
}

/** The node of a decision on a document that has none of its own. */
const decided = {
  id: 'amendment',
  title: { en: 'Amendment', fr: 'Amendement' },
  status: 'silent',
} as const
