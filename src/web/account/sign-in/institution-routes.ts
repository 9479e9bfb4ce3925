import { type Context, Hono } from 'hono'
import {
  type NotSignedIn,
  sendToInstitution,
  signInByInstitution,
} from '../../../people/accounts/institution/sign-in.ts'
import { type Institution, institutionId } from '../../../people/accounts/model/institution.ts'
import type { WayBack } from '../../../people/accounts/institution/attempts.ts'
import { actorOf } from '../../../people/accounts/sessions.ts'
import type { App } from '../../shell/app.ts'
import { linkIn, pageOf } from '../../shell/page.ts'
import { paths } from '../../shell/paths.ts'
import { readForm } from '../../shell/read-body.ts'
import { faultPage } from '../../shell/site/faults.ts'
import { tooOften } from '../../shell/site/guard.ts'
import { prefersFrench } from '../../shell/site/language.ts'
import type { Limiter } from '../../../door/limiter.ts'
import { actorOfRequest, cookieOf } from '../parts/actor.ts'
import { ownPath } from '../parts/own-path.ts'
import {
  awayCookieOf,
  giveAwayCookie,
  giveCookie,
  takeAwayCookie,
} from '../parts/session-cookie.ts'
import { homePathOf } from '../parts/ways.ts'
import { institutionPage, type InstitutionProblem } from './institution-pages.ts'

/** To an institution and back; there are no such addresses where the operator set none, and none that was not set is gone to. */
export function institutionRoutes(app: App, limiter: Limiter): Hono {
  const area = new Hono()
  area.post(paths.institution.pattern, async (c) => {
    if (app.institutions.length === 0) return faultPage(c, app, 'notFound')
    const form = await readForm(c)
    if (!form) return faultPage(c, app, 'form')
    return (await tooOften(c, app, limiter)) ?? sendThere(c, app, form)
  })
  area.get(paths.institutionReturn.pattern, async (c) => {
    if (app.institutions.length === 0) return faultPage(c, app, 'notFound')
    // Who only asks what is there changes nothing.
    if (c.req.method === 'HEAD') return c.body(null, 204)
    return comeBack(c, app)
  })
  return area
}

async function sendThere(c: Context, app: App, form: URLSearchParams): Promise<Response> {
  const institution = chosenOf(app, form.get('institution'))
  if (!institution) return faultPage(c, app, 'notFound')
  const page = pageOf(c, app)
  const path = ownPath(form.get('then'))
  const isAgain = form.get('again') === 'yes' || (await actorOfRequest(c, app)) !== undefined
  const returnTo = `${app.baseUrl}${paths.institutionReturn()}`
  const way: WayBack = { path, language: page.language, isAgain }
  const sent = await sendToInstitution(app.people, institution, { ...way, returnTo }, app.now())
  if (sent.kind === 'unproven')
    return told(c, app, { kind: sent.why, code: sent.code, way, from: institution })
  giveAwayCookie(c, sent.cookie)
  return c.html(institutionPage(page, institution, sent.address))
}

async function comeBack(c: Context, app: App): Promise<Response> {
  const { search } = new URL(c.req.url)
  const returned = new URL(`${app.baseUrl}${paths.institutionReturn()}${search}`)
  const came = { returned, cookie: awayCookieOf(c), before: cookieOf(c) }
  const read = await signInByInstitution(app.people, app.institutions, came, app.now())
  // What came from elsewhere leaves a sign-in that is under way in this browser as it is.
  if (read.way) takeAwayCookie(c)
  if (read.kind !== 'signed-in') return told(c, app, read)
  giveCookie(c, read.cookie)
  return c.redirect(ownPath(read.way.path) ?? (await home(app, read.way, read.cookie)), 303)
}

async function home(app: App, { language }: WayBack, cookie: string): Promise<string> {
  return linkIn(language, homePathOf(await actorOf(app.people.records, cookie, app.now())))
}

/** The institution that a form names; where there is only one, it need not. */
function chosenOf({ institutions }: App, id: string | null): Institution | undefined {
  return institutions.length === 1 && id === null
    ? institutions[0]
    : institutions.find((one) => institutionId(one) === id)
}

/** Back to the page to sign in, which says why and has the other ways; what the institution sent stays in no address. */
function told(c: Context, app: App, { kind, code, way, from }: NotSignedIn): Response {
  if (code !== undefined)
    app.log.warn({ why: kind, code }, 'an institution’s answer signed nobody in')
  const french = prefersFrench(c.req.header('Accept-Language'))
  const query = new URLSearchParams([['institution', problemOf[kind]]])
  if (from && app.institutions.length > 1) query.set('at', institutionId(from))
  const path = ownPath(way?.path)
  if (path !== undefined) query.set('then', path)
  if (way?.isAgain) query.set('again', 'yes')
  return c.redirect(linkIn(way?.language ?? (french ? 'fr' : 'en'), paths.signIn(), query), 303)
}

const problemOf: Readonly<Record<NotSignedIn['kind'], InstitutionProblem>> = {
  over: 'over',
  stopped: 'stopped',
  away: 'away',
  refused: 'refused',
  'no-account': 'noAccount',
  'not-fresh': 'notFresh',
}
