import { type Context, Hono } from 'hono'
import {
  readDeskMailStopLink,
  stopDeskMail,
} from '../../../study/conduct/today/desk-mail-setting.ts'
import { deskMailWords } from '../../../words/desk-mail.ts'
import type { App } from '../../shell/app.ts'
import type { SiteArea } from '../../shell/area.ts'
import { pageOf } from '../../shell/page.ts'
import { messagePage } from '../../shell/parts/message-page.ts'
import { paths } from '../../shell/paths.ts'
import { readBody } from '../../shell/read-body.ts'
import { tooOften } from '../../shell/site/guard.ts'
import { Limiter } from '../../../door/limiter.ts'
import { deskMailStopPage } from './stop-page.ts'

/** Links that lead nowhere: nobody mistypes so many. */
const mostGuesses = 200

/**
 * `/desk/mail/stop/:link`: a page with one button, and the POST that mail programs send by themselves (RFC 8058). The link alone
 * is the proof: no cookie, no origin, no redirect. Made for one site, so that every source is counted once.
 */
export function deskMailArea(): SiteArea {
  const guesses = new Limiter(mostGuesses)
  return {
    privacy: 'nowhere',
    referrer: 'origin',
    needs: 'records',
    routes: (app) => stopMailRoutes(app, guesses),
  }
}

function stopMailRoutes(app: App, guesses: Limiter): Hono {
  const area = new Hono()
  area.get(paths.deskMailStop.pattern, (c) =>
    whoseLink(c, app) ? c.html(deskMailStopPage(pageOf(c, app))) : unknown(c, app, guesses),
  )
  area.post(paths.deskMailStop.pattern, async (c) => {
    // Whatever the body says, the button was pressed; what is not read would hold up the connection.
    await readBody(c).catch(() => undefined)
    const whose = whoseLink(c, app)
    if (!whose) return unknown(c, app, guesses)
    await stopDeskMail(app.people.records, whose.personId, app.now())
    const { doneTitle, doneText } = wordsOf(c, app)
    return c.html(said(c, app, doneTitle, doneText))
  })
  return area
}

function whoseLink(c: Context, { people }: App): ReturnType<typeof readDeskMailStopLink> {
  return readDeskMailStopLink(people.records.keys, c.req.param('link') ?? '')
}

function unknown(c: Context, app: App, guesses: Limiter): Response | Promise<Response> {
  const { unknownTitle, unknownText } = wordsOf(c, app)
  return tooOften(c, app, guesses) ?? c.html(said(c, app, unknownTitle, unknownText), 404)
}

function said(c: Context, app: App, title: string, text: string) {
  const ways = [{ path: paths.account(), text: wordsOf(c, app).account }]
  return messagePage(pageOf(c, app), { title, text, ways })
}

function wordsOf(c: Context, app: App) {
  return deskMailWords(pageOf(c, app).language).stopPage
}
