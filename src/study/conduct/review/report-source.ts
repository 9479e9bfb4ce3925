import type { Keys } from '../../../people/records/model/keys.ts'
import type { Reader } from '../../../people/records/model/records.ts'
import type { SiteDate } from '../../protocol/document/protocol.ts'
import type { StudyVersion } from '../../protocol/versions.ts'
import type { StudyRun } from '../model/run.ts'
import { lockedSnapshot, readHeads, type SnapshotFile, snapshotFile } from './snapshot.ts'

/** The facts that a report of a study reads, and whether they are those that it is locked with. */
export interface ReportSource {
  readonly file: SnapshotFile
  /** When they were locked, ISO in UTC; undefined for the facts as they are now, which may still change. */
  readonly lockedAt: string | undefined
}

/**
 * The facts of a study for its report: those it is locked with, or as they are now. Throws an Error where the locked facts do not
 * give the hash that was signed.
 */
export async function reportSource(db: Reader, keys: Keys, study: string): Promise<ReportSource> {
  const locked = await lockedSnapshot(db, study)
  const heads = locked?.heads ?? (await readHeads(db, study))
  const file = await snapshotFile(db, keys, study, heads)
  if (locked && locked.hash !== file.hash)
    throw new Error('the facts of a locked study do not give the hash that was signed')
  return { file, lockedAt: locked?.madeAt }
}

/**
 * A version as everybody of a study is judged by it in a report, whatever they were enrolled under: with the clocks of each site
 * and what the study has set. Undefined where there is no such version.
 */
export function reportVersion(run: StudyRun, name: string): StudyVersion | undefined {
  const found = run.versions.find(({ protocol }) => protocol.version === name)
  if (!found) return undefined
  const { protocol, sites } = found
  const [first] = protocol.effective
  const every = first?.from ?? protocol.date ?? '1970-01-01'
  const effective: readonly SiteDate[] = [
    ...run.sites.map(({ site, timeZone }) => ({
      site,
      from: sites.find((one) => one.site === site)?.from ?? every,
      zone: timeZone,
    })),
    ...protocol.effective.filter(({ site }) => site === '*'),
  ]
  return { protocol: { ...protocol, effective }, settings: run.settings }
}
