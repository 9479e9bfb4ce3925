import { type Context, Hono } from 'hono'
import { Limiter } from '../../door/limiter.ts'
import {
  confirmWatches,
  readWatchesByLink,
  type WatchesByLink,
} from '../../people/watches/confirm-watches.ts'
import { readWatchStopLink } from '../../people/watches/model/watch-links.ts'
import { stopWatch } from '../../people/watches/stop-watch.ts'
import { watchWords } from '../../words/watches.ts'
import type { App } from '../shell/app.ts'
import type { SiteArea } from '../shell/area.ts'
import { pageOf } from '../shell/page.ts'
import { messagePage } from '../shell/parts/message-page.ts'
import { paths } from '../shell/paths.ts'
import { readBody, readForm } from '../shell/read-body.ts'
import { faultPage } from '../shell/site/faults.ts'
import { ownForms, tooOften } from '../shell/site/guard.ts'
import { confirmWatchesPage } from './confirm-page.ts'
import { stopWatchPage } from './stop-page.ts'

/** Links that lead nowhere: nobody mistypes so many. */
const mostGuesses = 200

const personal = { privacy: 'nowhere', referrer: 'origin', needs: 'records' } as const

/**
 * What the owner of an address decides on mail that a program asked for. The stop link takes a POST from anywhere, as mail programs send
 * it (RFC 8058); saying yes is a form of our own page. Made for one site, so that every source is counted once.
 */
export function watchAreas(): readonly SiteArea[] {
  const guesses = new Limiter(mostGuesses)
  return [
    { ...personal, routes: (app) => stopRoutes(app, guesses) },
    { ...personal, routes: (app) => confirmRoutes(app, guesses) },
  ]
}

function stopRoutes(app: App, guesses: Limiter): Hono {
  const area = new Hono()
  const { records } = app.people
  const which = (c: Context) => readWatchStopLink(records.keys, c.req.param('link') ?? '')
  area.get(paths.watchStop.pattern, (c) =>
    which(c) ? c.html(stopWatchPage(pageOf(c, app))) : unknown(c, app, guesses),
  )
  area.post(paths.watchStop.pattern, async (c) => {
    // Whatever the body says, the button was pressed; what is not read would hold up the connection.
    await readBody(c).catch(() => undefined)
    const watch = which(c)
    if (!watch) return unknown(c, app, guesses)
    await stopWatch(records, watch.watchId, app.now())
    const { doneTitle, doneText } = wordsOf(c, app).stopPage
    return c.html(said(c, app, { title: doneTitle, text: doneText }))
  })
  return area
}

function confirmRoutes(app: App, guesses: Limiter): Hono {
  const area = new Hono()
  area.use(paths.watchConfirm.pattern, ownForms(app))
  area.get(paths.watchConfirm.pattern, async (c) => {
    const { records } = app.people
    return show(c, app, guesses, await readWatchesByLink(records, c.req.param('link'), app.now()))
  })
  area.post(paths.watchConfirm.pattern, async (c) => {
    const form = await readForm(c)
    return form ? confirm(c, app, guesses, form) : faultPage(c, app, 'form')
  })
  return area
}

async function confirm(
  c: Context,
  app: App,
  guesses: Limiter,
  form: URLSearchParams,
): Promise<Response> {
  const { records } = app.people
  const link = c.req.param('link') ?? ''
  const asked = await readWatchesByLink(records, link, app.now())
  if (asked.kind !== 'open') return show(c, app, guesses, asked)
  const chosen = form.getAll('watch')
  const shown = form.getAll('shown').flatMap((ids) => ids.split(' '))
  if (!asked.watches.some(({ id }) => chosen.includes(id) && shown.includes(id)))
    return c.html(confirmWatchesPage(pageOf(c, app), asked, { isMissing: true }), 422)
  const done = await confirmWatches(records, link, { shown, chosen }, app.now())
  if (done.kind !== 'confirmed') return show(c, app, guesses, done)
  return c.html(said(c, app, wordsOf(c, app).donePage))
}

function show(
  c: Context,
  app: App,
  guesses: Limiter,
  asked: WatchesByLink,
): Response | Promise<Response> {
  const words = wordsOf(c, app)
  switch (asked.kind) {
    case 'open':
      return c.html(confirmWatchesPage(pageOf(c, app), asked, { isMissing: false }))
    case 'none':
      return c.html(said(c, app, words.nothingPage))
    case 'expired':
      return c.html(said(c, app, words.expiredPage), 410)
    case 'unknown':
      return unknown(c, app, guesses)
  }
}

function unknown(c: Context, app: App, guesses: Limiter): Response | Promise<Response> {
  return tooOften(c, app, guesses) ?? c.html(said(c, app, wordsOf(c, app).unknownPage), 404)
}

function said(c: Context, app: App, message: { readonly title: string; readonly text: string }) {
  const ways = [{ path: paths.home(), text: wordsOf(c, app).home }]
  return messagePage(pageOf(c, app), { ...message, ways })
}

function wordsOf(c: Context, app: App) {
  return watchWords(pageOf(c, app).language)
}
