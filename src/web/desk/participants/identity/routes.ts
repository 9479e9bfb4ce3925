import { type Context, Hono } from 'hono'
import { can } from '../../../../people/accounts/model/can.ts'
import { accountNames } from '../../../../people/accounts/names.ts'
import {
  type ParticipantIdentity,
  readIdentity,
} from '../../../../study/conduct/model/participant.ts'
import {
  changeIdentity,
  identityChanges,
  noteErasureAsked,
} from '../../../../study/conduct/record/identity.ts'
import type { App } from '../../../shell/app.ts'
import { link } from '../../../shell/page.ts'
import { paths } from '../../../shell/paths.ts'
import { readForm } from '../../../shell/read-body.ts'
import { faultPage } from '../../../shell/site/faults.ts'
import { goneParticipantPage } from '../parts/gone-participant-page.ts'
import { type ParticipantView, withParticipant } from '../parts/participant-view.ts'
import { identityErrors, identityOf, typedIdentity } from '../parts/typed-identity.ts'
import { type IdentityChange, identityPage, type IdentityShown } from './identity-page.ts'

/** `/desk/participants/:id/identity`: who a participant is, for who treats them. */
export function identityRoutes(app: App): Hono {
  const area = new Hono()
  area.get(paths.participantIdentity.pattern, (c) =>
    withParticipant(
      c,
      app,
      (view) => show(c, view, { did: c.req.query('did') ?? '' }),
      can.readIdentities,
    ),
  )
  area.post(paths.participantIdentity.pattern, async (c) => {
    const form = await readForm(c)
    if (!form) return faultPage(c, app, 'form')
    return withParticipant(c, app, (view) => post(c, view, form), can.readIdentities)
  })
  return area
}

async function show(
  c: Context,
  view: ParticipantView,
  more: Partial<IdentityShown>,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const { app, of } = view
  const identity = await readIdentity(app.people.records.db, of.participant)
  if (!identity) return c.html(goneParticipantPage(view), 404)
  const shown: IdentityShown = {
    identity,
    typed: typedOfIdentity(identity),
    errors: [],
    did: '',
    changes: await changesOf(view),
    ...more,
  }
  return c.html(identityPage(view, shown), status)
}

function typedOfIdentity({
  name,
  email = '',
  phone = '',
  contact = '',
  language,
}: ParticipantIdentity): IdentityShown['typed'] {
  return { name, email, phone, contact, language }
}

async function post(c: Context, view: ParticipantView, form: URLSearchParams): Promise<Response> {
  const { app, actor, page, of } = view
  const { id } = of.participant
  const here = (did: string) => c.redirect(link(page, paths.participantIdentity(id), { did }), 303)
  if (form.get('act') === 'erasure') {
    const noted = await noteErasureAsked(app.people, actor, id, app.now())
    return noted === 'done' ? here('asked') : c.html(goneParticipantPage(view), 404)
  }
  const typed = typedIdentity(form)
  const errors = identityErrors(page, typed)
  if (errors.length > 0) return show(c, view, { typed, errors }, 422)
  const change = { id, seen: form.get('seen') ?? '', identity: identityOf(typed) }
  const outcome = await changeIdentity(app.people, actor, change, app.now())
  switch (outcome) {
    case 'done':
      return here('kept')
    case 'same':
      return here('same')
    case 'changed':
      return show(c, view, { isChanged: true }, 409)
    case 'identity':
      return show(c, view, { typed, errors: identityErrors(page, { ...typed, name: '' }) }, 422)
    case 'gone':
      return c.html(goneParticipantPage(view), 404)
  }
}

/** What was put right before, the newest first, with the names of who did. */
async function changesOf({ app, of, page }: ParticipantView): Promise<readonly IdentityChange[]> {
  const { db, keys } = app.people.records
  const changes = await identityChanges({ db, keys }, of.participant.id)
  const names = await accountNames(
    db,
    keys,
    changes.map(({ accountId }) => accountId),
  )
  const { formerly } = page.words.enrolment.identity
  return changes.map((one) => ({ ...one, who: names.get(one.accountId) ?? formerly }))
}
