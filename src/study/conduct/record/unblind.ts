import { accountsAt, personsOf } from '../../../people/accounts/accounts.ts'
import type { Actor } from '../../../people/accounts/model/actor.ts'
import { can } from '../../../people/accounts/model/can.ts'
import type { PeopleBase } from '../../../people/asks/people-base.ts'
import { holdTrail } from '../../../people/audit/append.ts'
import { oneButton } from '../../../people/mail/letters/one-button.ts'
import type { Reader, Tx } from '../../../people/records/model/records.ts'
import { safetyMailWords } from '../../../words/safety-mail.ts'
import { auditConduct } from '../model/acting.ts'
import { openTakenArm, readTakenPlace } from '../model/allocation.ts'
import { type Participant, readParticipant } from '../model/participant.ts'
import { readStudyRun } from '../model/run.ts'
import { queueSafetyMails } from '../model/safety-mails.ts'
import { longestFact } from './typed-fact.ts'

/** An arm that is to be opened because a participant is in danger. */
export interface UnblindAsk {
  readonly participant: string
  /** Of the form: what is sent twice is mailed once. */
  readonly formKey: string
  readonly reason: string
}

/**
 * What an investigator sees: the arm. `gone`: they may not, or there is no such participant; `none`: nobody was allocated, or the
 * study is open; `noReason`, `tooLong`: nothing was opened.
 */
export type ArmOpened =
  | { readonly kind: 'done'; readonly arm: string }
  | { readonly kind: 'gone' | 'none' | 'noReason' | 'tooLong' }

/**
 * Opens which arm a participant is in, for an investigator of their site who says why. It is in the trail, the managers of the study are
 * mailed in the same transaction, and the list stays closed. Also where the data are locked: danger does not wait. Throws
 * what the records throw.
 */
export function unblind(
  base: PeopleBase,
  actor: Actor,
  ask: UnblindAsk,
  now: Date,
): Promise<ArmOpened> {
  const { records } = base
  return records.write(async (tx): Promise<ArmOpened> => {
    await holdTrail(tx)
    const participant = await readParticipant(tx, records.keys, ask.participant)
    if (!participant || !can.openInEmergency(actor, participant)) return { kind: 'gone' }
    const place = await readTakenPlace(tx, participant.id)
    const arm = await openTakenArm(tx, records.keys, participant.id)
    if (place?.isBlind !== true || arm === undefined) return { kind: 'none' }
    const reason = ask.reason.trim()
    if (reason === '') return { kind: 'noReason' }
    if (reason.length > longestFact) return { kind: 'tooLong' }
    const people = await tellManagers(tx, base, participant, { actor, ask, now })
    await auditConduct(
      tx,
      { actor, now },
      {
        action: 'allocation.unblinded',
        subject: `participant/${participant.id}`,
        at: participant,
        details: { kit: place.kit, people },
        sealed: { person: participant, values: { reason } },
      },
    )
    return { kind: 'done', arm }
  })
}

/** Mails everybody who manages the study or the site; of whom it is, and which arm, is not in the mail. Answers how many. */
async function tellManagers(
  tx: Tx,
  base: PeopleBase,
  participant: Participant,
  { actor, ask, now }: { readonly actor: Actor; readonly ask: UnblindAsk; readonly now: Date },
): Promise<number> {
  const { records } = base
  const run = await readStudyRun(tx, participant.study)
  const site = run?.sites.find((one) => one.site === participant.site)?.name ?? participant.site
  const holders = await accountsAt({ db: tx }, participant)
  const managers = holders.filter(({ role }) => role === 'manager')
  return queueSafetyMails(
    tx,
    base,
    await personsOf(tx, records.keys, managers),
    {
      kind: 'unblinded',
      about: `${participant.id} ${actor.accountId} ${ask.formKey}`,
      path: `/desk/participants/${participant.id}/history`,
      letter: (language, url) => {
        const { unblinded, button, limits } = safetyMailWords(language)
        const { title } = unblinded
        const subject = unblinded.subject(participant.study)
        return oneButton(
          language,
          { subject, title, text: unblinded.text(site), button, limits },
          url,
        )
      },
    },
    now,
  )
}

/** That an arm was opened in an emergency: of which participant, and when. The arm and the reason are not in it. */
export interface OpenedArm {
  readonly participantId: string
  readonly number: string
  /** ISO in UTC. */
  readonly at: string
}

/** Each opening of an arm in a study, or for one participant of it, the newest first. */
export async function openedArms(
  db: Reader | Tx,
  { study, participant }: { readonly study: string; readonly participant?: string },
): Promise<readonly OpenedArm[]> {
  const blind = await db
    .selectFrom('allocation_place')
    .innerJoin('participant', 'participant.id', 'allocation_place.participant_id')
    .select(['participant.id', 'participant.number'])
    .where('allocation_place.study', '=', study)
    .where('blind', '=', 1)
    .execute()
  const asked = blind.filter(({ id }) => participant === undefined || id === participant)
  const numbers = new Map(asked.map(({ id, number }) => [`participant/${id}`, { id, number }]))
  const subjects = [...numbers.keys()]
  const found: (OpenedArm & { readonly seq: number })[] = []
  // In pieces: a statement takes only so many values.
  for (let from = 0; from < subjects.length; from += 500) {
    const rows = await db
      .selectFrom('audit_event')
      .select(['seq', 'subject', 'at'])
      .where('action', '=', 'allocation.unblinded')
      .where('subject', 'in', subjects.slice(from, from + 500))
      .execute()
    for (const { seq, subject, at } of rows) {
      const of = numbers.get(subject)
      if (of) found.push({ participantId: of.id, number: of.number, at, seq: Number(seq) })
    }
  }
  return found.toSorted((one, other) => other.seq - one.seq)
}
