import { type Context, Hono } from 'hono'
import { actorOf, endSession } from '../../../people/accounts/sessions.ts'
import { readSignInLink, signInByLink, type SignInAsk } from '../../../people/accounts/sign-in.ts'
import { keepAsk } from '../../../people/asks/asks.ts'
import { readMailAddress } from '../../../people/records/address.ts'
import type { App } from '../../shell/app.ts'
import { link, pageOf } from '../../shell/page.ts'
import { paths } from '../../shell/paths.ts'
import { readForm } from '../../shell/read-body.ts'
import { faultPage } from '../../shell/site/faults.ts'
import { tooOften } from '../../shell/site/guard.ts'
import { isFromCrowd, type Limiter } from '../../../door/limiter.ts'
import { actorOfRequest, cookieOf } from '../parts/actor.ts'
import { closedLink } from '../parts/closed-link.ts'
import { ownPath } from '../parts/own-path.ts'
import { homePathOf } from '../parts/ways.ts'
import { giveCookie, takeCookie } from '../parts/session-cookie.ts'
import { problemText } from './institution-pages.ts'
import { signInLinkPage, signInPage, signInSentPage } from './sign-in-page.ts'

/** How often a source may ask for links, and try links that lead nowhere. */
export interface SignInLimits {
  readonly requests: Limiter
  readonly guesses: Limiter
}

/** `/sign-in` and what follows from it, and `/sign-out`. */
export function signInRoutes(app: App, { requests, guesses }: SignInLimits): Hono {
  const area = new Hono()
  area.get(paths.signIn.pattern, async (c) => {
    const query = new URL(c.req.url).searchParams
    const actor = await actorOfRequest(c, app)
    const { institutions } = app
    const page = pageOf(c, app)
    return c.html(
      signInPage(page, {
        email: '',
        path: ownPath(query.get('then')),
        signedIn: actor?.name,
        isAgain: query.get('again') === 'yes',
        institutions,
        institutionProblem: problemText(page, institutions, query),
      }),
    )
  })
  area.post(paths.signIn.pattern, async (c) => {
    const form = await readForm(c)
    return form ? askForLink(c, app, requests, form) : faultPage(c, app, 'form')
  })
  area.get(paths.signInSent.pattern, (c) => c.html(signInSentPage(pageOf(c, app))))
  area.get(paths.signInLink.pattern, async (c) => {
    const page = pageOf(c, app)
    const read = await readSignInLink(app.people.records, c.req.param('link'), app.now())
    if (read.kind === 'open') return c.html(signInLinkPage(page, read.name))
    return closedLink(c, app, guesses, read.kind)
  })
  area.post(paths.signInLink.pattern, async (c) => {
    const read = await signInByLink(app.people, c.req.param('link'), cookieOf(c), app.now())
    if (read.kind === 'signed-in') {
      giveCookie(c, read.cookie)
      const path = ownPath(read.path) ?? (await home(c, app, read.cookie))
      return c.redirect(path, 303)
    }
    return closedLink(c, app, guesses, read.kind === 'open' ? 'unknown' : read.kind)
  })
  area.post(paths.signOut.pattern, (c) => signOut(c, app))
  return area
}

/** The same answer and the same work for every address. */
async function askForLink(
  c: Context,
  app: App,
  requests: Limiter,
  form: URLSearchParams,
): Promise<Response> {
  const page = pageOf(c, app)
  const email = (form.get('email') ?? '').slice(0, 400)
  const path = ownPath(form.get('then'))
  const address = readMailAddress(email)
  if (!address) {
    const say = page.words.account.problems
    const problem = email.trim() === '' ? say.noEmail : say.email
    const { institutions } = app
    return c.html(signInPage(page, { email, path, problem, institutions }), 422)
  }
  const turnedAway = tooOften(c, app, requests)
  if (turnedAway) return turnedAway
  const crowd = isFromCrowd(c, app, requests)
  const asked = { kind: 'sign-in', address, isFromCrowd: crowd } as const
  const ask: SignInAsk = path === undefined ? asked : { ...asked, path }
  await keepAsk(app.people, ask, app.now())
  return c.redirect(link(page, paths.signInSent()), 303)
}

async function home(c: Context, app: App, cookie: string): Promise<string> {
  const actor = await actorOf(app.people.records, cookie, app.now())
  return link(pageOf(c, app), homePathOf(actor))
}

async function signOut(c: Context, app: App): Promise<Response> {
  const actor = await actorOfRequest(c, app)
  if (actor) await app.people.records.write((tx) => endSession(tx, actor, app.now()))
  takeCookie(c)
  // The page that says so forgets what was typed on this device.
  return c.redirect(link(pageOf(c, app), paths.signIn(), { out: 'yes' }), 303)
}
