import type { Reader } from '../records/model/records.ts'
import type { TrailPage } from './trail.ts'

/** Which lines about a study and its participants are asked for. */
export interface StudyTrailFilter {
  readonly study: string
  /** Only lines of these sites; all of them where nothing is said. */
  readonly sites?: readonly string[]
  /** The id of one participant. */
  readonly participant?: string
}

/** Lines of the trail about a study that is run here and its participants, the newest first. Reads twice. */
export async function studyTrailPage(
  db: Reader,
  { study, sites, participant }: StudyTrailFilter,
  { from, most }: { readonly from: number; readonly most: number },
): Promise<TrailPage> {
  const wanted = db
    .selectFrom('audit_event')
    .where((of) =>
      of.and([
        participant === undefined
          ? of.or([
              of('subject', '=', `study/${study}`),
              of.and([of('subject', '>=', 'participant/'), of('subject', '<', 'participant0')]),
            ])
          : of('subject', '=', `participant/${participant}`),
        of('details', 'like', `%"study":"${study}"%`),
        ...(sites === undefined
          ? []
          : [of.or(sites.map((site) => of('details', 'like', `%"site":"${site}"%`)))]),
      ]),
    )
  const [lines, counted] = await Promise.all([
    wanted.selectAll().orderBy('seq', 'desc').offset(from).limit(most).execute(),
    wanted.select(({ fn }) => fn.countAll().as('lines')).executeTakeFirstOrThrow(),
  ])
  return { lines, count: Number(counted.lines) }
}
