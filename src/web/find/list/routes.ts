import { Hono } from 'hono'
import { askedOf } from '../../../finder/question/asked.ts'
import type { App } from '../../shell/app.ts'
import type { SiteArea } from '../../shell/area.ts'
import { type Page, pageOf } from '../../shell/page.ts'
import { readFound } from '../../shell/parts/carried.ts'
import { listLink, writtenIds } from '../../shell/parts/my-list.ts'
import { paths } from '../../shell/paths.ts'
import type { Column } from './column.ts'
import { listPage } from './list-page.ts'
import { nearestSite } from './nearest-site.ts'
import { type AskedList, readList } from './read-list.ts'
import { reasonsOf } from './reasons.ts'
import { compareTwin } from './twin.ts'

/**
 * `/list?ids=NCT1,NCT2`: the studies that a person keeps, and the same as data. What it says may be about health, so shared
 * caches keep none of it.
 */
export const listArea: SiteArea = {
  routes: listRoutes,
  caching: 'private, no-cache',
}

function listRoutes(app: App): Hono {
  const site = new Hono()
  site.get(paths.list.pattern, async (c) => {
    const asked = pageOf(c, app)
    const query = new URLSearchParams(asked.query)
    // Boxes of a form say each study by itself: the list has one address however it was put together.
    if (query.has('keep') || query.has('add')) return c.redirect(oneAddress(asked, query), 302)
    const list = await readList(app, asked)
    const page = { ...asked, inMiles: list.carried.inMiles }
    return c.html(listPage(page, list, await columnsOf(app, page, list)))
  })
  site.get(paths.compare.pattern, (c) => {
    const page = pageOf(c, app)
    return c.redirect(oneAddress(page, new URLSearchParams(page.query)), 301)
  })
  site.get(paths.compareJson.pattern, async (c) =>
    c.json(compareTwin(await readList(app, pageOf(c, app)))),
  )
  return site
}

/** The same list and search, as its page writes them. */
function oneAddress(page: Page, query: URLSearchParams): string {
  const found = readFound(query.get('found'))
  const carried = { asked: askedOf(query), ...(found !== undefined && { found }) }
  return listLink(page, writtenIds(query), carried)
}

async function columnsOf(app: App, page: Page, list: AskedList): Promise<readonly Column[]> {
  const reasons = await reasonsOf(app, page, list)
  return list.studies.map((stored, at) => {
    const protocol = stored.study.protocolSection
    const { nctId } = protocol.identificationModule
    const near = list.place && nearestSite(stored, list.place)
    return {
      page,
      number: at + 1,
      nctId,
      stored,
      protocol,
      today: app.today(),
      person: list.carried.person,
      carried: list.carried,
      why: reasons.get(nctId) ?? [],
      ...(list.place && { place: list.place }),
      ...(near && { near }),
    }
  })
}
