import type { Results } from '../../../finder/catalogue/model/query.ts'
import { neededWhole } from '../../../finder/catalogue/model/damage.ts'
import { Hono, type Context } from 'hono'
import { answerFeed } from '../feeds/answer.ts'
import { countryPoints } from '../../map/country-points.ts'
import type { App } from '../../shell/app.ts'
import type { SiteArea } from '../../shell/area.ts'
import { type Page, pageOf } from '../../shell/page.ts'
import { toldPlace } from '../../../finder/question/told-place.ts'
import { toldUnderstood } from '../../../finder/question/told-understood.ts'
import { withTexts } from '../../../finder/question/asked.ts'
import { searchLink } from './chosen.ts'
import { searchFeedQuery, searchFeed } from './search-feed.ts'
import { helpNowJson } from './danger.ts'
import { listCsv } from './list-csv.ts'
import { listJson } from './list-json.ts'
import { printPage } from './print-page.ts'
import { type ReadQuery, readSearchAddress, shownQuery } from './read-query.ts'
import { lastPage } from './hit-list.ts'
import { searchPage } from './search-page.ts'
import { suggestions } from './suggestions.ts'
import { countUnfit } from './unfit.ts'
import { addLeadingAddresses } from './leading-addresses.ts'
import { paths } from '../../shell/paths.ts'

/** Most studies in one list to print or to open in a spreadsheet. */
const wholeList = 1000

/** `/search` and its twins. What a search says may be about health, so shared caches keep none of it. */
export const searchArea: SiteArea = {
  routes: searchRoutes,
  caching: 'private, no-cache',
}

function searchRoutes(app: App): Hono {
  const area = new Hono()
  area.get(paths.search.pattern, async (c) => {
    const { page, read } = shown(asked(c, app))
    const status = read.problems.length > 0 ? 422 : 200
    if (read.asked.texts.view === 'print') {
      const query = { ...read.query, page: 1, pageSize: wholeList }
      const results = neededWhole(await app.catalogue.search(query))
      return c.html(printPage(page, read, results), status)
    }
    const found = app.catalogue.search(read.query)
    const [results, unfit] = await Promise.all([found, countUnfit(app, read.query, found)])
    const last = lastPage(results)
    if (status === 200 && results.total > 0 && results.page > last)
      return c.redirect(searchLink(page, withTexts(read.asked, { page: String(last) })))
    return c.html(
      searchPage(page, read, results, { unfit, pointOf: countryPoints(app.places) }),
      status,
    )
  })
  area.get(paths.searchJson.pattern, async (c) => {
    const { page, read } = asked(c, app)
    const place = toldPlace(read, page.language)
    if (read.problems.length > 0)
      return c.json({ problems: read.problems, ...(place && { place }) }, 422)
    const results = await app.catalogue.search(read.query)
    return c.json({ ...helpNowJson(page, read.asked), ...toldList(read, results, place) })
  })
  area.get(paths.searchCsv.pattern, async (c) => {
    const { page, read } = asked(c, app)
    if (read.problems.length > 0) return c.json({ problems: read.problems }, 422)
    const query = { ...read.query, page: 1, pageSize: wholeList }
    const results = neededWhole(await app.catalogue.search(query))
    c.header('Content-Type', 'text/csv; charset=utf-8')
    c.header('Content-Disposition', 'attachment; filename="trialway.csv"')
    return c.body(listCsv(page, results, toldPlace(read, page.language)))
  })
  area.get(paths.searchAtom.pattern, async (c) => {
    const { page, read } = asked(c, app)
    if (read.problems.length > 0) return c.json({ problems: read.problems }, 400)
    const results = neededWhole(await app.catalogue.search(searchFeedQuery(read)))
    return answerFeed(c, page, searchFeed(page, read, results))
  })
  addLeadingAddresses(area, app)
  area.get(paths.suggest.pattern, (c) => {
    c.header('Cache-Control', 'private, max-age=300')
    return c.json(suggestions(pageOf(c, app), app))
  })
  return area
}

function asked(c: Context, app: App) {
  const page = pageOf(c, app)
  const { query, read } = readSearchAddress(page, app)
  return { page: { ...page, query, inMiles: read.inMiles }, read }
}

/** A page says which studies it shows in each link that it makes, also where its own address does not. */
function shown({ page, read }: { readonly page: Page; readonly read: ReadQuery }) {
  const query = new URLSearchParams(page.query)
  if (read.asked.lists.status.length === 0) query.append('status', 'all')
  return { page: { ...page, query: query.toString() }, read: shownQuery(read) }
}

function toldList(read: ReadQuery, results: Results, place: ReturnType<typeof toldPlace>): object {
  return listJson(read.query, results, place, toldUnderstood(results, read.saying))
}
