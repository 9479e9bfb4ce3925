import { type Context, Hono } from 'hono'
import { mostDocumentBytes } from '../../../study/protocol/read/read-document-bytes.ts'
import { needsActor } from '../../account/parts/actor.ts'
import type { App } from '../../shell/app.ts'
import type { SiteArea } from '../../shell/area.ts'
import { link, pageOf } from '../../shell/page.ts'
import { sorryPage } from '../../shell/parts/sorry-page.ts'
import { paths } from '../../shell/paths.ts'
import { ownForms } from '../../shell/site/guard.ts'
import { studyConsentFormRoutes } from './consent-forms/routes.ts'
import { studyDataRoutes } from './data/routes.ts'
import { studyLockRoutes } from './lock/routes.ts'
import { studyReportRoutes } from './report/routes.ts'
import { studySettingRoutes } from './settings/routes.ts'
import { studyReviewRoutes } from './review/routes.ts'
import { studySetRoutes } from './sets/routes.ts'
import { studyTrailRoutes } from './trail/routes.ts'
import { studyAllocationRoutes } from './allocation/routes.ts'
import { studyOverviewRoutes } from './overview/routes.ts'
import { studySiteRoutes } from './sites/routes.ts'
import { studyVersionRoutes } from './versions/routes.ts'

const parts = [
  studyOverviewRoutes,
  studySiteRoutes,
  studyVersionRoutes,
  studyConsentFormRoutes,
  studySettingRoutes,
  studyAllocationRoutes,
  studyDataRoutes,
  studySetRoutes,
  studyLockRoutes,
  studyReportRoutes,
  studyTrailRoutes,
  studyReviewRoutes,
]

/** A study that is run here, for who works in it: kept by no cache; its forms may bring the document of a protocol. */
export const studyDeskArea: SiteArea = {
  routes: (app) => {
    const area = new Hono()
    for (const mine of [paths.studyDesk.pattern, `${paths.studyDesk.pattern}/*`])
      area.use(mine, ownForms(app), needsActor(app))
    for (const routes of parts) area.route('/', routes(app))
    return area
  },
  privacy: 'nowhere',
  referrer: 'origin',
  needs: 'records',
  caching: 'no-store',
  bodyLimit: { bytes: mostDocumentBytes + 64 * 1024, tooLarge },
}

function tooLarge(c: Context, app: App): Response | Promise<Response> {
  const page = pageOf(c, app)
  const [, , , study = ''] = page.path.split('/')
  const href = link(page, paths.studyVersions(study))
  return c.html(
    sorryPage(page, {
      ...page.words.desk.tooLarge,
      text: page.words.runStudy.versions.tooLarge,
      href,
      isPrivate: true,
    }),
    413,
  )
}
