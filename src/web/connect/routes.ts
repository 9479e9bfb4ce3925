import { Hono } from 'hono'
import type { SiteArea } from '../shell/area.ts'
import { link, pageOf } from '../shell/page.ts'
import { paths } from '../shell/paths.ts'
import { sorryPage } from '../shell/parts/sorry-page.ts'
import { ownForms } from '../shell/site/guard.ts'
import { Limiter } from '../shell/site/limiter.ts'
import { connectAskRoutes } from './ask/routes.ts'
import { enquirySentPage } from './ask/sent-page.ts'
import { confirmEnquiryRoutes } from './confirm/routes.ts'
import { followRoutes } from './follow/routes.ts'
import { letterRoutes } from './letter/routes.ts'

/** What one household may send to sites in an hour. */
const mostRequests = 20

/** Links that lead nowhere: nobody mistypes so many. */
const mostGuesses = 200

/** A message of 5,000 letters of any script, and the answers of any study. */
const longestBody = 256 * 1024

/** For pages that hold what somebody typed, or a personal link. */
const personal = { privacy: 'nowhere', referrer: 'origin' } as const

/** The way from a seeker to a site; made for one site, so that every source is counted once. */
export function connectAreas(): readonly SiteArea[] {
  const [requests, guesses] = [new Limiter(mostRequests), new Limiter(mostGuesses)]
  return [
    { ...personal, routes: letterRoutes },
    {
      ...personal,
      bodyLimit: {
        bytes: longestBody,
        fields: 1000,
        tooLarge: (c, app) => {
          const page = pageOf(c, app)
          const query = new URLSearchParams(page.query)
          const again = { ...page.words.connect.tooLarge, href: link(page, page.path, query) }
          return c.html(sorryPage(page, again), 413)
        },
      },
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
        area.get(paths.enquirySent.pattern, (c) => c.html(enquirySentPage(pageOf(c, app))))
        return area
      },
    },
    {
      ...personal,
      needs: 'records',
      owns: ownPaths,
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
