import type { Context } from 'hono'
import { studyOfAddress } from '../../listing/parts/study-of-address.ts'
import { studyViewOf } from '../../listing/study-view.ts'
import type { App } from '../../shell/app.ts'
import { pageOf } from '../../shell/page.ts'
import { readCarried } from '../../shell/parts/carried.ts'
import { paths } from '../../shell/paths.ts'
import { sitesToAsk } from '../parts/site-chosen.ts'
import { readCheckAnswers } from './check-answers.ts'
import type { ConnectView } from './connect-view.ts'
import { type TypedEnquiry, typedEnquiry } from './read-form.ts'

/** What somebody came with: the study, and all that stands in the address and in the form. */
export interface Came {
  readonly asked: ConnectView
  readonly site: string
  /** What was typed before; undefined on a first look. */
  readonly typed: TypedEnquiry | undefined
  readonly form: URLSearchParams | undefined
}

/** Reads the study, the search and the answers that somebody came with; or the answer where there is no such study. */
export async function cameWith(
  c: Context,
  app: App,
  form: URLSearchParams | undefined,
): Promise<Came | Response> {
  const page = pageOf(c, app)
  const written = c.req.param('id') ?? ''
  const stored = await studyOfAddress(c, app, page, { written, path: paths.connect })
  if (stored instanceof Response) return stored
  const params = new URL(c.req.url).searchParams
  const { view } = studyViewOf(app, page, stored, readCarried(page, params, app))
  const answers = form && readCheckAnswers(view, app, form)
  const isAnyway = (form?.get('anyway') ?? params.get('anyway')) === 'yes'
  return {
    asked: { view, sites: sitesToAsk(view), answers, isAnyway },
    site: form?.get('site') ?? params.get('site') ?? '',
    typed: form?.has('asker') || form?.has('email') ? typedEnquiry(form) : undefined,
    form,
  }
}
