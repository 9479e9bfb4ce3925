import type { Context } from 'hono'
import type { Actor, DeskPlace } from '../../../../people/accounts/model/actor.ts'
import { can } from '../../../../people/accounts/model/can.ts'
import { readTakenPlace } from '../../../../study/conduct/model/allocation.ts'
import { type ConductCase, itemOf, readCase, zoneOf } from '../../../../study/conduct/model/case.ts'
import { type LockState, lockOf } from '../../../../study/conduct/model/lock.ts'
import { readIdentity } from '../../../../study/conduct/model/participant.ts'
import { recordedText } from '../../../../study/in-words/facts.ts'
import { type Telling, tellingOf } from '../../../../study/in-words/telling.ts'
import { actorOfRequest } from '../../../account/parts/actor.ts'
import type { App } from '../../../shell/app.ts'
import { pageOf } from '../../../shell/page.ts'
import { faultPage } from '../../../shell/site/faults.ts'
import type { DeskView } from '../../parts/desk-layout.ts'
import { goneParticipantPage } from './gone-participant-page.ts'

/** A page of one participant: whose desk it is, the case, and how it is told. */
export interface ParticipantView extends DeskView {
  readonly of: ConductCase
  readonly telling: Telling
  readonly lock: LockState
  readonly isMadeUp: boolean
  /** The kit that they were allocated. */
  readonly kit?: string
}

/**
 * Answers for who is signed in and may see this participant (`may`, by their place); for all others there is no such
 * participant.
 */
export async function withParticipant(
  c: Context,
  app: App,
  show: (view: ParticipantView) => Response | Promise<Response>,
  may: (actor: Actor, at: DeskPlace) => boolean = can.readParticipants,
): Promise<Response> {
  const actor = await actorOfRequest(c, app)
  if (!actor) return faultPage(c, app, 'notFound')
  const view = await participantView({ page: pageOf(c, app), app, actor }, c.req.param('id') ?? '')
  if (!view || !may(actor, view.of.participant))
    return c.html(goneParticipantPage({ page: pageOf(c, app), app, actor }), 404)
  return show(view)
}

/** The page of a participant as they are now; undefined where there is no such participant. */
async function participantView(desk: DeskView, id: string): Promise<ParticipantView | undefined> {
  const { db, keys } = desk.app.people.records
  const of = await readCase(db, keys, id, desk.app.now())
  if (!of) return undefined
  const { participant } = of
  const identity = await readIdentity(db, participant)
  const taken = await readTakenPlace(db, participant.id)
  return {
    ...desk,
    of,
    telling: tellingAt(desk, of),
    lock: await lockOf(db, participant.study, participant.id),
    isMadeUp: identity?.isMadeUp === true,
    ...(taken && { kit: taken.kit }),
  }
}

/** The same page with the case as it is after something was tried. */
export function viewAfter(view: ParticipantView, of: ConductCase): ParticipantView {
  return { ...view, of, telling: tellingAt(view, of) }
}

/** Moments are told by the clocks of the site: the offset that it has now is not repeated. */
function tellingAt({ app, page }: DeskView, of: ConductCase): Telling {
  const there = Temporal.Instant.fromEpochMilliseconds(app.now().getTime())
  const { offset } = there.toZonedDateTimeISO(zoneOf(of))
  const telling = tellingOf(of.protocol, page.language, offset)
  // What is asked about one event of many names it by its own words.
  const events = of.facts.filter(({ item }) => item === itemOf(of.protocol, 'adverse event')?.id)
  const named = events.map((fact) => [fact.id, { en: recordedText(telling, fact) }] as const)
  return { ...telling, titles: new Map([...telling.titles, ...named]) }
}
