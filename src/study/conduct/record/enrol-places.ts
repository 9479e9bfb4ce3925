import type { Actor, DeskPlace } from '../../../people/accounts/model/actor.ts'
import { can, studyReach } from '../../../people/accounts/model/can.ts'
import type { Records } from '../../../people/records/model/records.ts'
import { lockOf } from '../model/lock.ts'
import { isApprovedNow, readStudyRun, type RunSite, versionsFor } from '../model/run.ts'
import { originOf } from './enrol.ts'

/** A site of a study where somebody enrols, or why nobody can be enrolled there now. */
export interface EnrolPlace {
  readonly study: string
  readonly site: RunSite
  readonly state: 'open' | 'notApproved' | 'noVersion' | 'locked'
}

/** The sites of studies that are run here where somebody may enrol, those of one study alone where it is named. */
export async function enrolPlaces(
  { db }: Pick<Records, 'db'>,
  actor: Pick<Actor, 'roles'>,
  now: Date,
  study?: string,
): Promise<readonly EnrolPlace[]> {
  const studies = new Set(studyReach(actor).map((place) => place.study))
  const places: EnrolPlace[] = []
  for (const each of [...studies].toSorted()) {
    if (study !== undefined && each !== study) continue
    const run = await readStudyRun(db, each)
    const isLocked = run && (await lockOf(db, each)) !== 'open'
    for (const site of run?.sites ?? []) {
      if (!run || !can.recordFacts(actor, { study: each, site: site.site })) continue
      const state = isApprovedNow(site, now)
        ? versionsFor(run, site.site).length === 0
          ? 'noVersion'
          : 'open'
        : 'notApproved'
      places.push({ study: each, site, state: isLocked ? 'locked' : state })
    }
  }
  return places
}

/** What an enquiry came to: somebody was enrolled from it, or could be; undefined where its study is not run at its site. */
export type EnquiryEnrolment =
  | { readonly kind: 'enrolled'; readonly participantId: string; readonly number: string }
  | { readonly kind: 'possible' }

/** Whether somebody was enrolled from an enquiry of a site, or may be, for who records there. */
export async function enrolmentFrom(
  { db, keys }: Pick<Records, 'db' | 'keys'>,
  actor: Pick<Actor, 'roles'>,
  { id, study, site }: DeskPlace & { readonly id: string },
): Promise<EnquiryEnrolment | undefined> {
  if (!can.recordFacts(actor, { study, site })) return undefined
  const known = await db
    .selectFrom('participant')
    .select(['id', 'number', 'study', 'site'])
    .where('origin', '=', originOf(keys, study, id))
    .executeTakeFirst()
  if (known)
    return can.readParticipants(actor, known)
      ? { kind: 'enrolled', participantId: known.id, number: known.number }
      : undefined
  const run = await db
    .selectFrom('study_site')
    .select('site')
    .where('study', '=', study)
    .where('site', '=', site ?? '')
    .executeTakeFirst()
  return run && { kind: 'possible' }
}
