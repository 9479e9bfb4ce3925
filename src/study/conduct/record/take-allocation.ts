import type { Actor } from '../../../people/accounts/model/actor.ts'
import { can } from '../../../people/accounts/model/can.ts'
import type { PeopleBase } from '../../../people/asks/people-base.ts'
import { holdTrail } from '../../../people/audit/append.ts'
import type { Reader, Tx } from '../../../people/records/model/records.ts'
import { heldSignature } from '../derived/void-signatures.ts'
import { auditConduct } from '../model/acting.ts'
import { anySite, openArm, openTakenArm, readTakenPlace } from '../model/allocation.ts'
import { type ConductCase, itemOf, siteClockText, zoneOf } from '../model/case.ts'
import type { NewFact } from '../model/facts.ts'
import { type Participant, readParticipant } from '../model/participant.ts'
import { readSignatures } from '../model/signature.ts'
import { type Act, type ParticipantAsk, type Recorded, recordOf } from './change.ts'

/**
 * Why nobody is allocated. `notSigned`: no investigator has signed; `withdrawn`; `noPlace`: the list has no free place for this
 * site and stratum; `noItem`: the study is open, and the version has no item for the arm.
 */
export type AllocationProblem = 'notSigned' | 'withdrawn' | 'noPlace' | 'noItem'

/**
 * Takes the next free place of the lists for a participant, once: who has one keeps it. In a blind study the arm is recorded
 * nowhere and told to nobody; in an open one it is a fact as any other. Throws what the records throw.
 */
export function takeAllocation(
  base: PeopleBase,
  actor: Actor,
  ask: ParticipantAsk,
  stratum: string,
  now: Date,
): Promise<Recorded<AllocationProblem>> {
  const act: Act<AllocationProblem> = async (before, tx) => {
    const { participant } = before
    if (await readTakenPlace(tx, participant.id)) return []
    const problem = await againstAllocating(before, tx)
    if (problem) return { refused: problem }
    const place = await nextPlace(tx, participant, stratum)
    if (!place) return { refused: 'noPlace' }
    const isBlind = Number(place.blind) === 1
    const item = itemOf(before.protocol, 'allocation')
    if (!isBlind && !item) return { refused: 'noItem' }
    await tx
      .updateTable('allocation_place')
      .set({ participant_id: participant.id, taken_at: now.toISOString() })
      .where('study', '=', place.study)
      .where('list', '=', place.list)
      .where('position', '=', place.position)
      .execute()
    await auditConduct(
      tx,
      { actor, now },
      {
        action: 'allocation.taken',
        subject: `participant/${participant.id}`,
        at: participant,
        details: { list: place.list, position: Number(place.position), kit: place.kit },
      },
    )
    if (isBlind || !item) return []
    const arm: NewFact = {
      item: item.id,
      value: openArm(base.records.keys, place),
      at: siteClockText(now, zoneOf(before)),
      details: { kit: place.kit },
    }
    return [arm]
  }
  return recordOf(base, actor, ask, { may: can.recordFacts, act }, now)
}

async function againstAllocating(
  before: ConductCase,
  tx: Tx,
): Promise<AllocationProblem | undefined> {
  if (before.state.withdrawn.treatment !== undefined) return 'withdrawn'
  const signatures = await readSignatures(tx, before.participant.id)
  return heldSignature(signatures, 'eligibility', before) ? undefined : 'notSigned'
}

/** The first free place for a site and a stratum: of its own list, or of one for all sites, whichever comes first. */
function nextPlace(tx: Tx, { study, site }: Participant, stratum: string) {
  return tx
    .selectFrom('allocation_place')
    .selectAll()
    .where('study', '=', study)
    .where('site', 'in', [site, anySite])
    .where('stratum', '=', stratum)
    .where('participant_id', 'is', null)
    .orderBy('list')
    .orderBy('position')
    .limit(1)
    .executeTakeFirst()
}

/** The strata for which a site has free places. */
export async function freeStrata(
  db: Reader | Tx,
  { study, site }: Pick<Participant, 'study' | 'site'>,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('allocation_place')
    .select('stratum')
    .distinct()
    .where('study', '=', study)
    .where('site', 'in', [site, anySite])
    .where('participant_id', 'is', null)
    .orderBy('stratum')
    .execute()
  return rows.map(({ stratum }) => stratum)
}

/** What a pharmacist sees: the arm. `gone`: they may not, or there is no such participant; `none`: nobody was allocated. */
export type ArmSeen =
  | { readonly kind: 'done'; readonly arm: string }
  | { readonly kind: 'gone' | 'none' }

/** Opens which arm a participant is in, for a pharmacist alone; that they looked is in the trail. Throws what the records throw. */
export function seeArm(
  { records }: PeopleBase,
  actor: Actor,
  participantId: string,
  now: Date,
): Promise<ArmSeen> {
  return records.write(async (tx): Promise<ArmSeen> => {
    await holdTrail(tx)
    const participant = await readParticipant(tx, records.keys, participantId)
    if (!participant || !can.seeAllocation(actor, participant)) return { kind: 'gone' }
    const arm = await openTakenArm(tx, records.keys, participant.id)
    if (arm === undefined) return { kind: 'none' }
    const line = {
      action: 'allocation.arm-seen',
      subject: `participant/${participant.id}`,
      at: participant,
    } as const
    await auditConduct(tx, { actor, now }, line)
    return { kind: 'done', arm }
  })
}
