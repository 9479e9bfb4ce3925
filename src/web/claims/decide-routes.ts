import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { can } from '../../people/accounts/model/can.ts'
import { decidedClaims, waitingClaims } from '../../people/accounts/claims/claims-list.ts'
import { decideClaim } from '../../people/accounts/claims/decide-claim.ts'
import { needsActor } from '../account/parts/actor.ts'
import { withFreshActor } from '../account/parts/fresh.ts'
import type { App } from '../shell/app.ts'
import type { SiteArea } from '../shell/area.ts'
import { link, pageOf } from '../shell/page.ts'
import { paths } from '../shell/paths.ts'
import { readForm } from '../shell/read-body.ts'
import { faultPage } from '../shell/site/faults.ts'
import { ownForms } from '../shell/site/guard.ts'
import { decidePage } from './decide-page.ts'

/** `/admin/claims`: what waits for an operator, and what was decided. */
export const decideArea: SiteArea = {
  privacy: 'nowhere',
  referrer: 'origin',
  needs: 'records',
  caching: 'no-store',
  routes: (app) => {
    const area = new Hono()
    const path = paths.adminClaims.pattern
    area.use(path, ownForms(app), needsActor(app, can.decideClaims))
    area.get(path, (c) => show(c, app))
    area.post(path, (c) => decide(c, app))
    return area
  },
}

async function show(c: Context, app: App): Promise<Response> {
  const { records } = app.people
  const [waiting, decided] = await Promise.all([waitingClaims(records), decidedClaims(records)])
  const said = new URL(c.req.url).searchParams.get('did')
  const did = said === 'done' || said === 'gone' ? said : undefined
  return c.html(decidePage(pageOf(c, app), app, { waiting, decided, did }))
}

const decisionShape = z.object({
  claim: z.uuid(),
  decision: z.enum(['grant', 'refuse', 'undo']),
})

async function decide(c: Context, app: App): Promise<Response> {
  const form = await readForm(c)
  const read = form && decisionShape.safeParse(Object.fromEntries(form))
  if (!read?.success) return faultPage(c, app, 'form')
  const { claim: claimId, decision } = read.data
  return withFreshActor(c, app, paths.adminClaims(), async ({ accountId }) => {
    const by = `account/${accountId}` as const
    const did = await decideClaim(app.people, { claimId, decision, by }, app.now())
    return c.redirect(link(pageOf(c, app), paths.adminClaims(), { did }), 303)
  })
}
