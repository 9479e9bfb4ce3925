import { type Context, Hono } from 'hono'
import type { App } from '../shell/app.ts'
import type { SiteArea } from '../shell/area.ts'
import { link, pageOf } from '../shell/page.ts'
import { paths } from '../shell/paths.ts'
import { sorryPage } from '../shell/parts/sorry-page.ts'
import { ownForms } from '../shell/site/guard.ts'
import { Limiter } from '../../door/limiter.ts'
import { connectAskRoutes } from './ask/routes.ts'
import { enquirySentRoutes } from './ask/sent-routes.ts'
import { confirmEnquiryRoutes } from './confirm/routes.ts'
import { followRoutes } from './follow/routes.ts'
import { letterRoutes } from './letter/routes.ts'

/** What one household may send to sites in an hour. */
const mostRequests = 20

/** Links that lead nowhere: nobody mistypes so many. */
const mostGuesses = 200

/** A message of 5,000 letters of any script, and the answers of any study. */
const longWords = { bytes: 256 * 1024, fields: 1000 } as const

/** For pages that hold what somebody typed, or a personal link. */
const personal = { privacy: 'nowhere', referrer: 'origin' } as const

/** The way from a seeker to a site; made for one site, so that every source is counted once. */
export function connectAreas(): readonly SiteArea[] {
  const [requests, guesses] = [new Limiter(mostRequests), new Limiter(mostGuesses)]
  return [
    { ...personal, routes: letterRoutes },
    {
      ...personal,
      bodyLimit: { ...longWords, tooLarge: formTooLarge },
      routes: (app) => {
        const area = new Hono()
        area.use(paths.connect.pattern, ownForms(app))
        area.route('/', connectAskRoutes(app, requests))
        return area
      },
    },
    {
      ...personal,
      routes: (app) => {
        const area = new Hono()
        area.use(paths.enquirySentForm.pattern, ownForms(app))
        area.route('/', enquirySentRoutes(app, requests))
        return area
      },
    },
    {
      ...personal,
      needs: 'records',
      owns: ownPaths,
      bodyLimit: { ...longWords, tooLarge: ownTooLarge },
      routes: (app) => {
        const area = new Hono()
        area.use(ownPaths, ownForms(app))
        area.route('/', confirmEnquiryRoutes(app, guesses))
        area.route('/', followRoutes(app, guesses))
        return area
      },
    },
  ]
}

const ownPaths = '/enquiries/*'

/** Back to the form, with what was carried to it. */
function formTooLarge(c: Context, app: App): Response | Promise<Response> {
  const page = pageOf(c, app)
  const href = link(page, page.path, new URLSearchParams(page.query))
  return c.html(sorryPage(page, { ...page.words.connect.tooLarge, href, isPrivate: true }), 413)
}

/** Back to the person's own page, or to the page that asks before anything is sent. */
function ownTooLarge(c: Context, app: App): Response | Promise<Response> {
  const page = pageOf(c, app)
  const [, , sent = '', act] = page.path.split('/')
  const isAct = act !== undefined && sent !== 'confirm'
  const href = link(page, isAct ? paths.enquiry(sent) : page.path)
  return c.html(sorryPage(page, { ...page.words.enquiry.tooLarge, href, isPrivate: true }), 413)
}
