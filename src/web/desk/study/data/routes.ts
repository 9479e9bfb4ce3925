import { hash } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { can, studyReach } from '../../../../people/accounts/model/can.ts'
import {
  dataRows,
  headsOf,
  type DataParticipant,
  listedFacts,
  listedParticipants,
  noteExport,
} from '../../../../study/conduct/review/data-listing.ts'
import { decidedSets } from '../../../../study/conduct/review/sets.ts'
import { signatureRows } from '../../../../study/conduct/review/signature-rows.ts'
import { snapshotFile } from '../../../../study/conduct/review/snapshot.ts'
import { tellingOf } from '../../../../study/in-words/telling.ts'
import type { App } from '../../../shell/app.ts'
import { paths } from '../../../shell/paths.ts'
import { readForm } from '../../../shell/read-body.ts'
import { faultPage } from '../../../shell/site/faults.ts'
import { type RunView, type StudyDeskView, withRun } from '../parts/study-view.ts'
import { dataCsv } from './data-csv.ts'
import { signaturesCsv } from './signatures-csv.ts'
import { dataPage } from './data-page.ts'

/** `/desk/study/:study/data`: rows without identities, and the same as files, each of which leaves a line in the trail. */
export function studyDataRoutes(app: App): Hono {
  const area = new Hono()
  area.get(paths.studyData.pattern, (c) => withRun(c, app, (view) => listing(c, view), mayReadSome))
  area.post(paths.studyExport.pattern, (c) =>
    withRun(
      c,
      app,
      async (view) => {
        const form = await readForm(c)
        return form ? take(c, view, form) : faultPage(c, app, 'form')
      },
      mayReadSome,
    ),
  )
  return area
}

/** Who reads the rows of the study, or of one of its sites. */
function mayReadSome({ actor, study }: StudyDeskView): boolean {
  return studyReach(actor).some((place) => place.study === study && can.readData(actor, place))
}

async function listing(c: Context, view: RunView): Promise<Response> {
  const { app, actor, page, run, study } = view
  const { db, keys } = app.people.records
  const participants = await listedParticipants(db, actor, study)
  const of = new URLSearchParams(page.query).get('of')
  const shown = of === null ? participants[0] : participants.find(({ id }) => id === of)
  if (of !== null && !shown) return faultPage(c, app, 'notFound')
  const rows = []
  for await (const part of listedFacts(db, keys, study, shown ? [shown] : []))
    rows.push(...dataRows(part))
  const newest = run.versions.at(-1)
  const telling = newest && tellingOf(newest.protocol, page.language)
  return c.html(dataPage(view, { participants, shown, rows, telling }))
}

async function take(c: Context, view: RunView, form: URLSearchParams): Promise<Response> {
  const { app, actor, study } = view
  const { db } = app.people.records
  const participants = await listedParticipants(db, actor, study)
  const asked = form.get('participant') ?? ''
  const participant = participants.find(({ id }) => id === asked)
  if (asked !== '' && !participant) return faultPage(c, app, 'notFound')
  const format = formats.find((one) => one === form.get('format')) ?? 'csv'
  const of = participant ? [participant] : participants
  const file = await makers[format](view, of)
  const digest = hash('sha256', file.bytes)
  const done = { study, participant, format, rows: file.rows, hash: digest } as const
  await noteExport(app.people, actor, done, app.now())
  const name = [study, participant?.number ?? 'all', file.isMadeUp && 'made-up']
  const { type, ending } = kinds[format]
  return c.body(new Uint8Array(file.bytes), 200, {
    'Content-Type': `${type}; charset=utf-8`,
    'Content-Disposition': `attachment; filename="${name.filter(Boolean).join('-')}.${ending}"`,
    'X-Content-SHA256': digest,
  })
}

const formats = ['csv', 'ndjson', 'sets', 'signatures'] as const
const kinds = {
  csv: { type: 'text/csv', ending: 'csv' },
  ndjson: { type: 'application/x-ndjson', ending: 'ndjson' },
  sets: { type: 'application/json', ending: 'sets.json' },
  signatures: { type: 'text/csv', ending: 'signatures.csv' },
} as const
const makers = { csv: spreadsheet, ndjson: lines, sets, signatures }

interface TakenFile {
  readonly bytes: Uint8Array
  readonly rows: number
  readonly isMadeUp: boolean
}

/** The file that `trialway report` reads. */
async function lines({ app, study }: RunView, of: readonly DataParticipant[]): Promise<TakenFile> {
  const { db, keys } = app.people.records
  const file = await snapshotFile(db, keys, study, await headsOf(db, study, of))
  return { bytes: file.bytes, rows: file.facts, isMadeUp: file.isMadeUp }
}

async function spreadsheet(
  { app, study }: RunView,
  of: readonly DataParticipant[],
): Promise<TakenFile> {
  const { db, keys } = app.people.records
  let text = dataCsv([], true)
  let [rows, isMadeUp] = [0, false]
  for await (const part of listedFacts(db, keys, study, of)) {
    const own = dataRows(part)
    text += dataCsv(own, false)
    rows += own.length
    isMadeUp ||= part.isMadeUp
  }
  return { bytes: Buffer.from(text), rows, isMadeUp }
}

/** Who signed what of whom, with which meaning, and whether it holds. */
async function signatures({ app }: RunView, of: readonly DataParticipant[]): Promise<TakenFile> {
  const { db, keys } = app.people.records
  const rows = await signatureRows(db, keys, of, app.now())
  const isMadeUp = rows.some((row) => row.isMadeUp)
  return { bytes: Buffer.from(signaturesCsv(rows)), rows: rows.length, isMadeUp }
}

/** Who is in which set as it was decided, as `trialway report --sets` reads it. */
async function sets({ app, study }: RunView, of: readonly DataParticipant[]): Promise<TakenFile> {
  const decided = (await decidedSets(app.people.records.db, study)) ?? {}
  const numbers = new Set(of.map(({ number }) => number))
  const own = Object.entries(decided).filter(([number]) => numbers.has(number))
  const text = JSON.stringify({ format: 1, study, sets: Object.fromEntries(own) }, null, 1)
  return { bytes: Buffer.from(`${text}\n`), rows: own.length, isMadeUp: false }
}
