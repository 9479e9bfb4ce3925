import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { isFresh } from '../../../people/accounts/model/actor.ts'
import { readName } from '../../../people/accounts/own-account.ts'
import {
  askToRegister,
  askToSignIn,
  registerPasskey,
  removePasskey,
  signInByPasskey,
} from '../../../people/accounts/passkeys.ts'
import { actorOf } from '../../../people/accounts/sessions.ts'
import type { App } from '../../shell/app.ts'
import { link, pageOf } from '../../shell/page.ts'
import { paths } from '../../shell/paths.ts'
import { readBody } from '../../shell/read-body.ts'
import { faultPage } from '../../shell/site/faults.ts'
import { tooOften } from '../../shell/site/guard.ts'
import type { Limiter } from '../../../door/limiter.ts'
import { actorOfRequest, cookieOf, withActor } from '../parts/actor.ts'
import { proveAgainAddress, withFreshActor } from '../parts/fresh.ts'
import { ownPath } from '../parts/own-path.ts'
import { homePathOf } from '../parts/ways.ts'
import { giveCookie } from '../parts/session-cookie.ts'

/** Passkeys: the questions and answers of the browser, as data, and the form that takes one away. */
export function passkeyRoutes(app: App, guesses: Limiter): Hono {
  const area = new Hono()
  area.post(paths.passkeySignInAsk.pattern, async (c) => {
    const turnedAway = await tooOften(c, app, guesses)
    if (turnedAway) return turnedAway
    if (!(await sentJson(c))) return faultPage(c, app, 'form')
    return c.json(await askToSignIn(app.people, app.now()))
  })
  area.post(paths.passkeySignIn.pattern, async (c) => {
    const sent = await sentJson(c)
    if (!sent) return faultPage(c, app, 'form')
    const signedIn = await signInByPasskey(app.people, sent.response, cookieOf(c), app.now())
    if (!signedIn) return refused(c, app)
    giveCookie(c, signedIn.cookie)
    const actor = await actorOf(app.people.records, signedIn.cookie, app.now())
    return c.json({ to: ownPath(sent.path) ?? link(pageOf(c, app), homePathOf(actor)) })
  })
  area.post(paths.passkeyAsk.pattern, (c) =>
    withActor(c, app, async (actor) => {
      if (!(await sentJson(c))) return faultPage(c, app, 'form')
      if (!isFresh(actor, app.now())) return c.json({ to: againFor(c, app) })
      return c.json(await askToRegister(app.people, actor, app.now()))
    }),
  )
  area.post(paths.passkeys.pattern, async (c) => {
    const actor = await actorOfRequest(c, app)
    const sent = await sentJson(c)
    if (!actor) return faultPage(c, app, 'signIn')
    if (!sent) return faultPage(c, app, 'form')
    if (!isFresh(actor, app.now())) return c.json({ to: againFor(c, app) })
    const page = pageOf(c, app)
    const label = readName(sent.label ?? '') ?? page.words.account.passkeys.unnamed
    const answered = { response: sent.response, label }
    if ((await registerPasskey(app.people, actor, answered, app.now())) === 'refused')
      return refused(c, app)
    return c.json({ to: link(page, paths.account(), { did: 'passkey' }) })
  })
  area.post(paths.passkeyRemoval.pattern, (c) =>
    withFreshActor(c, app, paths.account(), async ({ accountId }) => {
      const removed = { accountId, id: c.req.param('id') }
      const { records } = app.people
      if (!(await records.write((tx) => removePasskey(tx, removed, app.now()))))
        return faultPage(c, app, 'notFound')
      return c.redirect(link(pageOf(c, app), paths.account(), { did: 'removed' }), 303)
    }),
  )
  return area
}

function againFor(c: Context, app: App): string {
  return proveAgainAddress(pageOf(c, app), paths.account())
}

function refused(c: Context, app: App): Response {
  const text = pageOf(c, app).words.account.passkeys.failed
  return c.json({ problems: [{ field: 'passkey', text }] }, 422)
}

/** What our own script sent. No form can send this kind from another site, and a script of another site may not. */
async function sentJson(c: Context): Promise<z.infer<typeof sentShape> | undefined> {
  const body = await readBody(c)
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) return undefined
  try {
    return sentShape.safeParse(JSON.parse(Buffer.from(body).toString('utf8'))).data
  } catch {
    return undefined
  }
}

const sentShape = z.object({
  response: z.unknown().optional(),
  label: z.string().max(1000).optional(),
  path: z.string().max(1000).optional(),
})
