import { type Context, Hono } from 'hono'
import { readManageLink } from '../../../people/alerts/model/links.ts'
import { confirmedAlertsOf, changePerson } from '../../../people/alerts/manage.ts'
import { exportPerson } from '../../../people/records/export-person.ts'
import type { App } from '../../shell/app.ts'
import { link, pageOf } from '../../shell/page.ts'
import { faultPage } from '../../shell/site/faults.ts'
import type { Limiter } from '../../../door/limiter.ts'
import { tooOften } from '../../shell/site/guard.ts'
import { readForm } from '../../shell/read-body.ts'
import { unknownLinkPage } from '../parts/unknown-link-page.ts'
import { alertActions } from './alert-actions.ts'
import { freshLinkPage } from './fresh-link-page.ts'
import { managePage } from './manage-page.ts'
import type { Show } from './managed.ts'
import { paths } from '../../shell/paths.ts'

/** The address in full and all the rest in one file: only for who was in the mailbox a day ago or today. */
const dataDays = 1

/** `/alerts/:link` and what is under it: a person's alerts, for who holds the link. */
export function manageRoutes(app: App, guesses: Limiter): Hono {
  const area = new Hono()
  const open = (c: Context, show: Show) => openLink(c, app, guesses, show)
  area.get(paths.alertsOf.pattern, (c) =>
    open(c, (page, managed) => c.html(managePage(page, app, managed))),
  )
  area.get(paths.alertsData.pattern, (c) =>
    open(c, async (page, { person, madeDaysAgo }) => {
      if (madeDaysAgo > dataDays) {
        const old = { personId: person.id, sent: sentOf(c), tooOldFor: 'data' as const }
        return c.html(freshLinkPage(page, app, old), 403)
      }
      c.header('Content-Disposition', 'attachment; filename="trialway-my-data.json"')
      return c.json(await exportPerson(app.people.records, person.id))
    }),
  )
  area.post(paths.alertsLetters.pattern, async (c) => {
    const form = await readForm(c)
    if (!form) return faultPage(c, app, 'form')
    return open(c, async (page, { person, sent }) => {
      const language = form.get('language') === 'fr' ? 'fr' : 'en'
      const namesTopic = form.get('subject') === 'yes'
      await changePerson(app.people.records, person.id, { language, namesTopic })
      return c.redirect(link(page, paths.alertsOf(sent), { did: 'letters' }), 303)
    })
  })
  area.route('/', alertActions(app, open))
  return area
}

async function openLink(c: Context, app: App, guesses: Limiter, show: Show): Promise<Response> {
  const page = pageOf(c, app)
  const { records } = app.people
  const sent = sentOf(c)
  const read = readManageLink(records.keys, sent, app.today())
  const found = read && (await confirmedAlertsOf(records, read.personId))
  if (!read || !found)
    return (await tooOften(c, app, guesses)) ?? c.html(unknownLinkPage(page), 404)
  const { personId, madeDaysAgo, expired } = read
  if (expired)
    return c.html(freshLinkPage(page, app, { personId, sent, tooOldFor: 'everything' }), 410)
  const did = new URLSearchParams(page.query).get('did') ?? ''
  return show(page, { ...found, sent, madeDaysAgo, did })
}

function sentOf(c: Context): string {
  return c.req.param('link') ?? ''
}
