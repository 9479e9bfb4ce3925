import { Hono } from 'hono'
import type { App } from '../../shell/app.ts'
import { pageOf } from '../../shell/page.ts'
import { comparePage } from './compare-page.ts'
import { readCompared } from './compared.ts'
import { compareTwin } from './twin.ts'

/** `/compare?ids=NCT1,NCT2`: studies side by side, and the same as data. */
export function compareRoutes(house: App): Hono {
  const site = new Hono()
  site.get('/compare', (c) => {
    const page = pageOf(c, house)
    return c.html(comparePage(page, readCompared(house, page), house.today()))
  })
  site.get('/compare.json', (c) => c.json(compareTwin(readCompared(house, pageOf(c, house)))))
  return site
}
