import { type Context, Hono } from 'hono'
import { type Actor, isFresh } from '../../../people/accounts/model/actor.ts'
import { ownAddressOf, changeOwnAccount, readName } from '../../../people/accounts/own-account.ts'
import { passkeysOf } from '../../../people/accounts/passkeys.ts'
import { reach } from '../../../people/accounts/model/can.ts'
import { endSession, sessionsOf } from '../../../people/accounts/sessions.ts'
import type { Records } from '../../../people/records/model/records.ts'
import {
  isDeskMailStopped,
  startDeskMail,
  stopDeskMail,
} from '../../../study/conduct/today/desk-mail-setting.ts'
import { readRuns } from '../../../study/conduct/today/read-runs.ts'
import type { App } from '../../shell/app.ts'
import { link, pageOf } from '../../shell/page.ts'
import { paths } from '../../shell/paths.ts'
import { readForm } from '../../shell/read-body.ts'
import { faultPage } from '../../shell/site/faults.ts'
import { needsActor, withActor } from '../parts/actor.ts'
import { nameProblem } from '../parts/name-problem.ts'
import { roleText } from '../parts/role-text.ts'
import type { DeskMail } from './desk-mail-section.ts'
import { accountPage, type AccountView } from './account-page.ts'

/** `/account`: who is signed in sees and changes what is theirs. */
export function selfRoutes(app: App): Hono {
  const area = new Hono()
  const { records } = app.people
  area.use(paths.account.pattern, needsActor(app))
  area.use(`${paths.account.pattern}/*`, needsActor(app))
  area.get(paths.account.pattern, (c) =>
    withActor(c, app, async (actor) => c.html(await shown(c, app, actor))),
  )
  area.post(paths.account.pattern, (c) =>
    withActor(c, app, async (actor) => {
      const form = await readForm(c)
      if (!form) return faultPage(c, app, 'form')
      const typed = { name: form.get('name') ?? '', language: form.get('language') ?? '' }
      const name = readName(typed.name)
      if (name === undefined) {
        const problem = nameProblem(pageOf(c, app).words.account.problems, typed.name)
        return c.html(await shown(c, app, actor, { typed, problem }), 422)
      }
      const language = typed.language === 'fr' ? 'fr' : 'en'
      await records.write((tx) =>
        changeOwnAccount(tx, records, { actor, name, language }, app.now()),
      )
      return c.redirect(link(pageOf(c, app), paths.account(), { did: 'name' }), 303)
    }),
  )
  area.post(paths.accountDeskMail.pattern, (c) =>
    withActor(c, app, async ({ personId }) => {
      const form = await readForm(c)
      if (!form) return faultPage(c, app, 'form')
      const isWanted = form.get('get') === 'yes'
      await (isWanted ? startDeskMail : stopDeskMail)(records, personId, app.now())
      const did = isWanted ? 'mailStarted' : 'mailStopped'
      return c.redirect(link(pageOf(c, app), paths.account(), { did }), 303)
    }),
  )
  area.post(paths.accountSession.pattern, (c) =>
    withActor(c, app, async ({ accountId }) => {
      const ended = { accountId, sessionId: c.req.param('id') }
      if (!(await records.write((tx) => endSession(tx, ended, app.now()))))
        return faultPage(c, app, 'notFound')
      return c.redirect(link(pageOf(c, app), paths.account(), { did: 'ended' }), 303)
    }),
  )
  return area
}

/** What is typed is shown again where something is wrong with it. */
async function shown(
  c: Context,
  app: App,
  actor: Actor,
  typed: Pick<AccountView, 'typed' | 'problem'> = { typed: actor },
): Promise<ReturnType<typeof accountPage>> {
  const page = pageOf(c, app)
  const { records } = app.people
  return accountPage(page, {
    actor,
    address: (await ownAddressOf(records, actor)) ?? '',
    roles: actor.roles.map((role) => roleText(page, app, role)),
    sessions: await sessionsOf(records, actor.accountId, app.now()),
    passkeys: await passkeysOf(records, actor),
    deskMail: await deskMailOf(records, actor),
    isFresh: isFresh(actor, app.now()),
    did: new URLSearchParams(page.query).get('did') ?? '',
    ...typed,
  })
}

/** Who has the desk of a study that is run here gets its daily mail, as long as they want it. */
async function deskMailOf({ db }: Records, actor: Actor): Promise<DeskMail> {
  const runs = await readRuns(db, reach(actor))
  if (runs.length === 0) return undefined
  return (await isDeskMailStopped(db, actor.personId)) ? 'stopped' : 'on'
}
