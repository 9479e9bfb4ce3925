import { Hono } from 'hono'
import { reach } from '../../../people/accounts/model/can.ts'
import { siteFigures } from '../../../people/enquiries/promise/figures.ts'
import type { App } from '../../shell/app.ts'
import { paths } from '../../shell/paths.ts'
import { withDesk } from '../parts/desk-view.ts'
import { figuresPage } from './figures-page.ts'

/** `/desk/figures`: how the sites of a desk answer. */
export function deskFigureRoutes(app: App): Hono {
  const area = new Hono()
  area.get(paths.deskFigures.pattern, (c) =>
    withDesk(c, app, async (view) => {
      const sites = await siteFigures(app.people.records, reach(view.actor), app.now())
      return c.html(figuresPage(view, sites))
    }),
  )
  return area
}
