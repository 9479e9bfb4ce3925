import { Hono } from 'hono'
import { siteWordsOf } from '../../../people/enquiries/desk/site-word.ts'
import { responseRates } from '../../../people/enquiries/promise/figures.ts'
import { studyOfAddress } from '../../listing/parts/study-of-address.ts'
import type { App } from '../../shell/app.ts'
import type { SiteArea } from '../../shell/area.ts'
import { pageOf } from '../../shell/page.ts'
import { titledStudy } from '../../../finder/vocabulary/titled-study.ts'
import { studyTitle } from '../../shell/parts/study-title.ts'
import { paths } from '../../shell/paths.ts'
import { saidPage } from './said-page.ts'

/** What the sites of a study say of themselves: a page apart, because a study's own page asks no records. */
export const saidArea: SiteArea = { routes: saidRoutes, needs: 'records' }

function saidRoutes(app: App): Hono {
  const area = new Hono()
  area.get(paths.studyWords.pattern, async (c) => {
    const page = pageOf(c, app)
    const path = (id: string): string => paths.studyWords(id)
    const stored = await studyOfAddress(c, app, page, { written: c.req.param('id') ?? '', path })
    if (stored instanceof Response) return stored
    const protocol = stored.study.protocolSection
    const { nctId } = protocol.identificationModule
    const { db } = app.people.records
    const [words, rates] = await Promise.all([
      siteWordsOf(db, nctId),
      responseRates({ db }, nctId, app.now()),
    ])
    const title = studyTitle(page, titledStudy(stored.study))
    return c.html(saidPage(page, { protocol, title, words, rates }))
  })
  return area
}
