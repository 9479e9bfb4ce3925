import { Hono } from 'hono'
import { studyViewOf } from '../../listing/study-view.ts'
import { studyOfAddress } from '../../listing/parts/study-of-address.ts'
import type { App } from '../../shell/app.ts'
import { link, pageOf } from '../../shell/page.ts'
import { readCarried } from '../../shell/parts/carried.ts'
import { paths } from '../../shell/paths.ts'
import { siteChosen, sitesToAsk } from '../parts/site-chosen.ts'
import { letterPage } from './letter-page.ts'

/** `/studies/:id/letter?site=`: made of the public record alone. */
export function letterRoutes(app: App): Hono {
  const area = new Hono()
  area.get(paths.letter.pattern, async (c) => {
    const page = pageOf(c, app)
    const written = c.req.param('id')
    const stored = await studyOfAddress(c, app, page, { written, path: paths.letter })
    if (stored instanceof Response) return stored
    const params = new URL(c.req.url).searchParams
    const { view } = studyViewOf(app, page, stored, readCarried(page, params, app))
    const chosen = siteChosen(view, params.get('site') ?? '') ?? sitesToAsk(view)[0]
    if (!chosen) return c.redirect(link(page, paths.study(view.nctId)), 302)
    return c.html(letterPage(view, chosen))
  })
  return area
}
