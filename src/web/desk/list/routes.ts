import { Hono } from 'hono'
import { deskPage, deskRows } from '../../../people/enquiries/desk/list.ts'
import { accountNames } from '../../../people/accounts/names.ts'
import type { App } from '../../shell/app.ts'
import { link } from '../../shell/page.ts'
import { paths } from '../../shell/paths.ts'
import { readForm } from '../../shell/read-body.ts'
import { faultPage } from '../../shell/site/faults.ts'
import { withDesk } from '../parts/desk-view.ts'
import { deskCsv } from './list-csv.ts'
import { deskListPage, keptOfDesk } from './list-page.ts'
import { readDesk } from './read-filters.ts'

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
      return c.html(deskListPage(view, asked, shown))
    }),
  )
  area.post(paths.desk.pattern, async (c) => {
    const form = await readForm(c)
    if (!form) return faultPage(c, app, 'form')
    return withDesk(c, app, async (view) => {
      const asked = readDesk(view.page, app, view.actor, form)
      if (asked.filters.find?.kind !== 'text')
        return c.redirect(link(view.page, paths.desk(), keptOfDesk(asked)), 303)
      const shown = await deskPage(records, view.actor, asked.filters, app.now())
      return c.html(deskListPage(view, asked, shown))
    })
  })
  area.get(paths.deskCsv.pattern, (c) =>
    withDesk(c, app, async (view) => {
      const { filters } = readDesk(view.page, app, view.actor)
      const rows = await deskRows(records, view.actor, filters, {
        most: mostInFile,
        now: app.now(),
      })
      const takers = rows.map(({ takenBy }) => takenBy)
      const names = await accountNames(records.db, records.keys, takers)
      c.header('Content-Type', 'text/csv; charset=utf-8')
      c.header('Content-Disposition', 'attachment; filename="trialway-desk.csv"')
      return c.body(deskCsv(view, rows, names))
    }),
  )
  return area
}
