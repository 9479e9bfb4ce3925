import { hash } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { can, studyReach } from '../../../../people/accounts/model/can.ts'
import { accountNames } from '../../../../people/accounts/names.ts'
import { readDetails, secretsOf } from '../../../../people/audit/details.ts'
import type { AuditEvent } from '../../../../people/audit/event.ts'
import { type StudyTrailFilter, studyTrailPage } from '../../../../people/audit/study-trail.ts'
import { participantPlaces } from '../../../../study/conduct/model/participant-places.ts'
import { noteExport } from '../../../../study/conduct/review/data-listing.ts'
import type { App } from '../../../shell/app.ts'
import { paths } from '../../../shell/paths.ts'
import { readForm } from '../../../shell/read-body.ts'
import { faultPage } from '../../../shell/site/faults.ts'
import { trailCsv } from '../../../trail/trail-csv.ts'
import { type TrailRow, trailRow } from '../../../trail/trail-rows.ts'
import { type RunView, type StudyDeskView, withRun } from '../parts/study-view.ts'
import { studyTrailPageOf } from './trail-page.ts'

const linesOnPage = 100
const mostInFile = 50_000

/** `/desk/study/:study/trail`: the lines about a study and its participants; by POST as a file, which leaves a line itself. */
export function studyTrailRoutes(app: App): Hono {
  const area = new Hono()
  area.get(paths.studyTrail.pattern, (c) => withRun(c, app, (view) => show(c, view), mayReadTrail))
  area.post(paths.studyTrail.pattern, (c) =>
    withRun(
      c,
      app,
      async (view) => {
        const form = await readForm(c)
        return form ? take(c, view, form.get('of') ?? '') : faultPage(c, app, 'form')
      },
      mayReadTrail,
    ),
  )
  return area
}

/** Who reads the trail of the study, or of one of its sites. */
function mayReadTrail({ actor, study }: StudyDeskView): boolean {
  return placesOf({ actor, study }).length > 0
}

function placesOf({ actor, study }: Pick<StudyDeskView, 'actor' | 'study'>) {
  return studyReach(actor).filter(
    (place) => place.study === study && can.readStudyTrail(actor, place),
  )
}

interface Asked {
  readonly filter: StudyTrailFilter
  readonly participants: readonly { id: string; number: string; site: string }[]
}

/** What may be read: lines of the whole study, or of the actor's own sites; undefined for a participant who is not theirs. */
async function askedOf(view: RunView, of: string): Promise<Asked | undefined> {
  const { app, actor, study } = view
  const all = await participantPlaces(app.people.records.db, study)
  const participants = all.filter(({ site }) => can.readStudyTrail(actor, { study, site }))
  if (of !== '' && participants.every(({ id }) => id !== of)) return undefined
  const sites = placesOf(view).flatMap(({ site }) => site ?? [])
  const isWhole = placesOf(view).some(({ site }) => site === null)
  return {
    participants,
    filter: { study, ...(!isWhole && { sites }), ...(of !== '' && { participant: of }) },
  }
}

async function show(c: Context, view: RunView): Promise<Response> {
  const params = new URLSearchParams(view.page.query)
  const of = params.get('of') ?? ''
  const asked = await askedOf(view, of)
  if (!asked) return faultPage(c, view.app, 'notFound')
  const at = Math.max(1, Math.min(100_000, Math.trunc(Number(params.get('page'))) || 1))
  const part = { from: (at - 1) * linesOnPage, most: linesOnPage }
  const { lines, count } = await studyTrailPage(view.app.people.records.db, asked.filter, part)
  return c.html(
    studyTrailPageOf(view, {
      rows: await rowsOf(view, lines),
      count,
      at,
      of: Math.ceil(count / linesOnPage),
      participant: of,
      participants: asked.participants,
    }),
  )
}

async function take(c: Context, view: RunView, of: string): Promise<Response> {
  const { app, actor, page, study } = view
  const asked = await askedOf(view, of)
  if (!asked) return faultPage(c, app, 'notFound')
  const part = { from: 0, most: mostInFile }
  const { lines } = await studyTrailPage(app.people.records.db, asked.filter, part)
  const text = trailCsv(page, await rowsOf(view, lines))
  const participant = asked.participants.find(({ id }) => id === of)
  const done = { study, participant, format: 'trail-csv', rows: lines.length } as const
  await noteExport(app.people, actor, { ...done, hash: hash('sha256', text) }, app.now())
  return c.body(text, 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${study}-${participant?.number ?? 'all'}-trail.csv"`,
  })
}

/** Values are opened for who may read the participant; who somebody is, only for who treats them. */
async function rowsOf(view: RunView, lines: readonly AuditEvent[]): Promise<readonly TrailRow[]> {
  const { app, actor, page, study } = view
  const { db, keys } = app.people.records
  const readable = lines.filter((line) => {
    const { codes } = readDetails(line)
    const at = { study, site: typeof codes['site'] === 'string' ? codes['site'] : null }
    return codes['identity'] === true
      ? can.readIdentities(actor, at)
      : can.readParticipants(actor, at)
  })
  const ids = lines.flatMap((line) => {
    const { by } = readDetails(line).codes
    return by?.startsWith('account/') ? [by.slice('account/'.length)] : []
  })
  const secrets = await secretsOf(db, keys, readable)
  const names = await accountNames(db, keys, ids)
  return lines.map((line) => trailRow(page, line, { secrets, names }))
}
