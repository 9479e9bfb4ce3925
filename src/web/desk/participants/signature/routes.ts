import { type Context, Hono } from 'hono'
import { can } from '../../../../people/accounts/model/can.ts'
import { readSignatures } from '../../../../study/conduct/model/signature.ts'
import { type InvestigatorMeaning, signFor } from '../../../../study/conduct/record/sign.ts'
import { withFreshActor } from '../../../account/parts/fresh.ts'
import type { App } from '../../../shell/app.ts'
import { link } from '../../../shell/page.ts'
import { paths } from '../../../shell/paths.ts'
import { readForm } from '../../../shell/read-body.ts'
import { faultPage } from '../../../shell/site/faults.ts'
import { goneParticipantPage } from '../parts/gone-participant-page.ts'
import { type ParticipantView, viewAfter, withParticipant } from '../parts/participant-view.ts'
import { signaturesPage, signPage } from './signature-page.ts'

/** `/desk/participants/:id/signature`: what was signed; with a meaning, the last look before an investigator signs. */
export function signatureRoutes(app: App): Hono {
  const area = new Hono()
  area.get(paths.participantSignature.pattern, (c) => {
    const meaning = meaningOf(c.req.query('meaning'))
    return meaning
      ? withParticipant(c, app, (view) => toSign(c, view, meaning), can.signAsInvestigator)
      : withParticipant(c, app, async (view) => {
          const { id } = view.of.participant
          const signatures = await readSignatures(app.people.records.db, id)
          return c.html(signaturesPage(view, signatures, c.req.query('did') ?? ''))
        })
  })
  area.post(paths.participantSignature.pattern, async (c) => {
    const form = await readForm(c)
    if (!form) return faultPage(c, app, 'form')
    return withParticipant(c, app, (view) => post(c, view, form), can.signAsInvestigator)
  })
  return area
}

/** Who signs proved just now who they are; all others do so first, and come back. */
function toSign(
  c: Context,
  view: ParticipantView,
  meaning: InvestigatorMeaning,
): Promise<Response> {
  return withFreshActor(c, view.app, signPath(view, meaning), () => c.html(signPage(view, meaning)))
}

function signPath({ of }: ParticipantView, meaning: InvestigatorMeaning): string {
  return `${paths.participantSignature(of.participant.id)}?meaning=${meaning.replaceAll(' ', '-')}`
}

async function post(c: Context, view: ParticipantView, form: URLSearchParams): Promise<Response> {
  const { app, actor, page, of } = view
  const meaning = meaningOf(form.get('meaning') ?? undefined)
  if (!meaning) return faultPage(c, app, 'notFound')
  const { id } = of.participant
  const seen = Number(form.get('seen') ?? '')
  const outcome = await signFor(app.people, actor, { participantId: id, meaning, seen }, app.now())
  switch (outcome.kind) {
    case 'done': {
      const to =
        meaning === 'eligibility' ? paths.participantScreening(id) : paths.participantSignature(id)
      return c.redirect(link(page, to, { did: 'signed' }), 303)
    }
    case 'proveAgain':
      return toSign(c, view, meaning)
    case 'gone':
      return c.html(goneParticipantPage(view), 404)
    case 'locked':
      return c.html(signPage(view, meaning, { kind: 'locked' }), 409)
    case 'changed':
      return c.html(signPage(viewAfter(view, outcome.now), meaning, { kind: 'changed' }), 409)
    case 'refused': {
      const { criteria } = outcome
      return c.html(
        signPage(viewAfter(view, outcome.now), meaning, { kind: 'refused', criteria }),
        409,
      )
    }
  }
}

/** A meaning as it stands in addresses and forms. */
function meaningOf(said: string | undefined): InvestigatorMeaning | undefined {
  if (said === 'eligibility') return 'eligibility'
  return said === 'data-reviewed' ? 'data reviewed' : undefined
}
