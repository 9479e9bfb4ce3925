import { type Context, Hono } from 'hono'
import { can } from '../../../../people/accounts/model/can.ts'
import { accountNames } from '../../../../people/accounts/names.ts'
import { checkSources, sourceChecksOf } from '../../../../study/conduct/review/source-checks.ts'
import type { App } from '../../../shell/app.ts'
import { link } from '../../../shell/page.ts'
import { paths } from '../../../shell/paths.ts'
import { readForm } from '../../../shell/read-body.ts'
import { faultPage } from '../../../shell/site/faults.ts'
import { goneParticipantPage } from '../parts/gone-participant-page.ts'
import { type ParticipantView, withParticipant } from '../parts/participant-view.ts'
import { sourcePage, type SourceParts } from './source-page.ts'

/** `/desk/participants/:id/source`: which values were compared with their source. */
export function participantSourceRoutes(app: App): Hono {
  const area = new Hono()
  area.get(paths.participantSource.pattern, (c) =>
    withParticipant(c, app, async (view) => {
      const did = new URLSearchParams(view.page.query).get('done')
      const words = view.page.words.review.sources
      const count = /^\d{1,4}$/.test(did ?? '') ? Number(did) : undefined
      const said =
        count === undefined ? undefined : { text: words.done(count), tone: 'open' as const }
      return c.html(await shown(view, said))
    }),
  )
  area.post(paths.participantSource.pattern, async (c) => {
    const form = await readForm(c)
    if (!form) return faultPage(c, app, 'form')
    return withParticipant(c, app, (view) => post(c, view, form), can.checkSources)
  })
  return area
}

async function shown(view: ParticipantView, said: SourceParts['said']) {
  const { db, keys } = view.app.people.records
  const checks = await sourceChecksOf(db, view.of.participant.id)
  const ids = [...checks.values()].map(({ by }) => by.replace('account/', ''))
  const names = await accountNames(db, keys, ids)
  return sourcePage(view, { checks, names, ...(said && { said }) })
}

async function post(c: Context, view: ParticipantView, form: URLSearchParams): Promise<Response> {
  const { app, actor, of, page } = view
  const { id } = of.participant
  const asked = { participant: id, facts: form.getAll('fact') }
  const outcome = await checkSources(app.people, actor, asked, app.now())
  switch (outcome.kind) {
    case 'done': {
      const done = String(outcome.checked)
      return c.redirect(link(page, paths.participantSource(id), { done }), 303)
    }
    case 'nothing': {
      const text = page.words.review.sources.nothing
      return c.html(await shown(view, { text, tone: 'doubt' }), 422)
    }
    case 'locked': {
      const text = page.words.review.closedData
      return c.html(await shown({ ...view, lock: 'locked' }, { text, tone: 'doubt' }), 409)
    }
    case 'gone':
      return c.html(goneParticipantPage(view), 404)
  }
}
