import { Hono } from 'hono'
import { readSignatures } from '../../../../study/conduct/model/signature.ts'
import { heldSignature } from '../../../../study/conduct/derived/void-signatures.ts'
import { waitingQueries } from '../../../../study/conduct/review/query.ts'
import type { App } from '../../../shell/app.ts'
import { paths } from '../../../shell/paths.ts'
import { type ParticipantView, withParticipant } from '../parts/participant-view.ts'
import { recorderNames } from '../parts/recorded-by.ts'
import { lastFacts } from './latest.ts'
import { type ParticipantOnPage, participantPage } from './participant-page.ts'

/** `/desk/participants/:id`: one participant as they are now. */
export function participantShowRoutes(app: App): Hono {
  const area = new Hono()
  area.get(paths.participant.pattern, (c) =>
    withParticipant(c, app, async (view) => c.html(participantPage(await gather(view)))),
  )
  return area
}

async function gather(view: ParticipantView): Promise<ParticipantOnPage> {
  const { db } = view.app.people.records
  const signatures = await readSignatures(db, view.of.participant.id)
  const signature = heldSignature(signatures, 'eligibility', view.of)
  const signer = signature && { recordedBy: `account/${signature.accountId}` }
  const names = await recorderNames(view, [...lastFacts(view), ...(signer ? [signer] : [])])
  const signed = signature && {
    at: signature.signedAt,
    who: names.get(signature.accountId) ?? view.page.words.record.fact.formerly,
  }
  const queries = await waitingQueries(db, view.of.participant.id)
  return { view, names, signed, queries }
}
