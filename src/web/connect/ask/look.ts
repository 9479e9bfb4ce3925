import type { Context } from 'hono'
import { openSimilar } from '../../listing/parts/open-similar.ts'
import type { App } from '../../shell/app.ts'
import { link } from '../../shell/page.ts'
import { paths } from '../../shell/paths.ts'
import { type ChosenSite, siteChosen } from '../parts/site-chosen.ts'
import { askedFor } from './asker.ts'
import { beforePage, mayStillAsk } from './before-page.ts'
import type { Came } from './came.ts'
import { choosePage } from './choose-page.ts'
import { connectSite, siteWithoutRecords } from './connect-site.ts'
import { type ConnectSite, goingAlong } from './connect-view.ts'
import { formPage } from './form-page.ts'
import { keptFields } from './kept-fields.ts'
import { nonePage } from './none-page.ts'
import { emptyEnquiry } from './read-form.ts'

const similarShown = 5

/** The page that comes next: what to do instead, which site, how to reach it, or the form. */
export async function look(c: Context, app: App, came: Came): Promise<Response> {
  const { asked, site } = came
  const { view, sites } = asked
  if (view.sites.length === 0) return c.redirect(link(view.page, paths.study(view.nctId)), 302)
  const isOpen = view.state === 'open' && sites.length > 0
  const mayAsk =
    asked.isAnyway && mayStillAsk(view.state, view.protocol.statusModule?.overallStatus)
  if (!isOpen && !mayAsk) return before(c, app, came)
  const chosen = site === '' && sites.length === 1 ? sites[0] : siteChosen(view, site)
  if (came.form?.has('choose') || (site === '' && !chosen)) return choose(c, came)
  if (!chosen) return choose(c, came, 'gone')
  if (!sites.some(({ id }) => id === chosen.id)) return choose(c, came, 'siteClosed')
  return siteForm(c, app, came, chosen)
}

/** What to do where a study takes nobody, or perhaps nobody. */
export async function before(
  c: Context,
  app: App,
  { asked, site, typed }: Came,
  closed?: { readonly message: string },
): Promise<Response> {
  const similar = await openSimilar(app, { nctId: asked.view.nctId, most: similarShown })
  const kept = keptFields(typed, goingAlong(asked))
  const parts = { similar, kept, site, ...(closed && { typed: closed.message }) }
  return c.html(beforePage(asked, parts), closed ? 409 : 200)
}

/** The list of sites, with what was typed going along. */
export function choose(
  c: Context,
  { asked, typed }: Came,
  note?: 'gone' | 'siteClosed',
): Response | Promise<Response> {
  const kept = keptFields(typed, goingAlong(asked))
  const status = note === undefined ? 200 : note === 'gone' ? 404 : 409
  return c.html(choosePage(asked, { kept, note }), status)
}

async function siteForm(
  c: Context,
  app: App,
  { asked, typed }: Came,
  chosen: ChosenSite,
): Promise<Response> {
  if (!app.people.records.isThere) {
    c.header('Retry-After', '60')
    return c.html(
      nonePage(await siteWithoutRecords(app, asked, chosen), { why: 'away', typed }),
      503,
    )
  }
  const open = await connectSite(app, asked, chosen)
  if (open.route === 'none') return c.html(nonePage(open, { why: 'none', typed }))
  const filled = {
    ...(typed ?? emptyEnquiry(asked.view.page, askerOf(open))),
    key: newKey(app),
    consent: false,
  }
  return c.html(formPage(open, { typed: filled, problems: [], isFresh: typed === undefined }))
}

/** Who asks, where a check said for whom it was. */
function askerOf(open: ConnectSite): string {
  return askedFor(open.view, open.chosen, goingAlong(open)).asker ?? ''
}

/** What `newKey` makes. */
export const formKeyPattern = /^[\w-]{43}$/

/** Names a form, so that it is sent once however often it is pressed. */
export function newKey({ people }: Pick<App, 'people'>): string {
  return Buffer.from(people.newSecret()).toString('base64url')
}
