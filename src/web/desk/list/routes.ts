import { type Context, Hono } from 'hono'
import { deskPage, deskRows } from '../../../people/enquiries/desk/list.ts'
import { accountNames } from '../../../people/accounts/names.ts'
import type { App } from '../../shell/app.ts'
import { link } from '../../shell/page.ts'
import { paths } from '../../shell/paths.ts'
import { readForm } from '../../shell/read-body.ts'
import { faultPage } from '../../shell/site/faults.ts'
import type { DeskView } from '../parts/desk-layout.ts'
import { todayBox } from '../parts/today-box.ts'
import { withDesk } from '../parts/desk-view.ts'
import { deskCsv } from './list-csv.ts'
import { deskListPage, isSpoken, keptOfDesk } from './list-page.ts'
import { type AskedDesk, readDesk } from './read-filters.ts'

/** Most enquiries in one file. */
const mostInFile = 2_000

/** `/desk` and its file. */
export function deskListRoutes(app: App): Hono {
  const area = new Hono()
  const { records } = app.people
  area.get(paths.desk.pattern, (c) =>
    withDesk(c, app, async (view) => {
      const asked = readDesk(view.page, app, view.actor)
      const shown = await deskPage(records, view.actor, asked.filters, app.now())
      return c.html(deskListPage(view, asked, shown, await todayBox(view)))
    }),
  )
  area.post(paths.desk.pattern, async (c) => {
    const form = await readForm(c)
    if (!form) return faultPage(c, app, 'form')
    return withDesk(c, app, async (view) => {
      const asked = readDesk(view.page, app, view.actor, form)
      if (!isSpoken(asked)) return c.redirect(link(view.page, paths.desk(), keptOfDesk(asked)), 303)
      const shown = await deskPage(records, view.actor, asked.filters, app.now())
      return c.html(deskListPage(view, asked, shown))
    })
  })
  area.get(paths.deskCsv.pattern, (c) =>
    withDesk(c, app, (view) => sendFile(c, view, readDesk(view.page, app, view.actor))),
  )
  area.post(paths.deskCsv.pattern, async (c) => {
    const form = await readForm(c)
    if (!form) return faultPage(c, app, 'form')
    return withDesk(c, app, (view) => sendFile(c, view, readDesk(view.page, app, view.actor, form)))
  })
  return area
}

async function sendFile(c: Context, view: DeskView, { filters }: AskedDesk): Promise<Response> {
  const { app, actor } = view
  const { records } = app.people
  const rows = await deskRows(records, actor, filters, { most: mostInFile, now: app.now() })
  const takers = rows.map(({ takenBy }) => takenBy)
  const names = await accountNames(records.db, records.keys, takers)
  c.header('Content-Type', 'text/csv; charset=utf-8')
  c.header('Content-Disposition', 'attachment; filename="trialway-desk.csv"')
  return c.body(deskCsv(view, rows, names))
}
