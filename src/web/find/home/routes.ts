import { Hono } from 'hono'
import type { App } from '../../shell/app.ts'
import { pageOf } from '../../shell/page.ts'
import { homePage } from './home-page.ts'

/** Where most people begin. */
export function homeRoutes(app: App): Hono {
  const area = new Hono()
  area.get('/', (c) => c.html(homePage(pageOf(c, app), app)))
  return area
}
