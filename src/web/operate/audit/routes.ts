import { type Context, Hono } from 'hono'
import { accountNames } from '../../../people/accounts/names.ts'
import { can } from '../../../people/accounts/model/can.ts'
import { readDetails, secretsOf } from '../../../people/audit/details.ts'
import type { AuditEvent } from '../../../people/audit/event.ts'
import { trailPage } from '../../../people/audit/trail.ts'
import { checkAudit } from '../../../people/audit/verify.ts'
import { needsActor } from '../../account/parts/actor.ts'
import type { App } from '../../shell/app.ts'
import type { SiteArea } from '../../shell/area.ts'
import { type Page, pageOf } from '../../shell/page.ts'
import { paths } from '../../shell/paths.ts'
import { readFilter } from './read-filter.ts'
import { trailCsv } from '../../trail/trail-csv.ts'
import { trailPageOf } from './trail-page.ts'
import { type TrailRow, trailRow } from '../../trail/trail-rows.ts'

const linesOnPage = 100
const mostInCsv = 20_000
/** A trail that is longer is checked only when that is asked for. */
const mostCheckedUnasked = 10_000

/** `/trail` and its spreadsheet: what an auditor reads. */
export const trailArea: SiteArea = {
  privacy: 'nowhere',
  needs: 'records',
  caching: 'no-store',
  routes: (app) => {
    const area = new Hono()
    for (const { pattern } of [paths.trail, paths.trailCsv])
      area.use(pattern, needsActor(app, can.readTrail))
    area.get(paths.trail.pattern, (c) => show(c, app))
    area.get(paths.trailCsv.pattern, (c) => sendCsv(c, app))
    return area
  },
}

async function show(c: Context, app: App): Promise<Response> {
  const { records } = app.people
  const page = pageOf(c, app)
  const params = new URL(c.req.url).searchParams
  const { filter, isCut } = readFilter(params)
  const at = Math.max(1, Math.min(1_000_000, Math.trunc(Number(params.get('page'))) || 1))
  const from = (at - 1) * linesOnPage
  const { lines, count } = await trailPage(records.db, filter, { from, most: linesOnPage })
  const isShort = count <= mostCheckedUnasked && Object.keys(filter).length === 0
  const isChecked = isShort || params.get('check') === 'yes'
  const view = {
    filter,
    isCut,
    rows: await rowsOf(app, page, lines),
    count,
    at,
    of: Math.ceil(count / linesOnPage),
    verdict: isChecked ? await checkAudit(records) : undefined,
    mostInCsv,
  }
  return c.html(trailPageOf(page, view))
}

async function sendCsv(c: Context, app: App): Promise<Response> {
  const { filter } = readFilter(new URL(c.req.url).searchParams)
  const { lines } = await trailPage(app.people.records.db, filter, { from: 0, most: mostInCsv })
  const page = pageOf(c, app)
  const text = trailCsv(page, await rowsOf(app, page, lines))
  return c.body(text, 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': 'attachment; filename="trail.csv"',
  })
}

async function rowsOf(
  { people: { records } }: App,
  page: Page,
  lines: readonly AuditEvent[],
): Promise<readonly TrailRow[]> {
  const ids = lines.flatMap((line) => {
    const { by } = readDetails(line).codes
    return by?.startsWith('account/') ? [by.slice('account/'.length)] : []
  })
  const [secrets, names] = await Promise.all([
    secretsOf(records.db, records.keys, lines),
    accountNames(records.db, records.keys, ids),
  ])
  return lines.map((line) => trailRow(page, line, { secrets, names }))
}
