import { sql } from 'kysely'
import { type MailToQueue, queueLetters, sealLetter } from '../../mail/outbox/queue.ts'
import { streams } from '../../mail/outbox/streams.ts'
import { given } from '../../records/model/given.ts'
import type { Person } from '../../records/persons.ts'
import type { Records, Tx } from '../../records/model/records.ts'
import { insertRows } from '../../records/model/rows.ts'
import { hostOf } from '../../asks/people-base.ts'
import { peopleAmong } from '../model/people-among.ts'
import { tidyFindings } from '../model/waiting-news.ts'
import { digestContent, type DigestSources } from './content.ts'
import { type DigestContent, digestLetter } from './letter.ts'
import { isAhead } from './study-card.ts'
import type { Round } from './periods.ts'
import { type KeptNews, waitingPeople, type WaitingPerson } from './waiting.ts'

/** The moment, the ids and the end of making digests; `onProgress` hears how many are made. */
export interface ComposeOptions {
  readonly now: Date
  readonly newId: () => string
  readonly signal?: AbortSignal
  readonly onProgress?: (digests: number) => void
}

/** People whose digests are made in one transaction. */
const batch = 200

/**
 * Makes the digests of a round and puts them into the outbox, in one transaction with the note that they
 * are told: killed anywhere, each digest is either there with its mail or not begun. The answer is how many.
 */
export async function composeRound(
  records: Records,
  round: Round,
  sources: DigestSources,
  options: ComposeOptions,
): Promise<number> {
  let digests = 0
  let after = ''
  for (;;) {
    options.signal?.throwIfAborted()
    const people = await waitingPeople(records, round, after, batch)
    const last = people.at(-1)
    if (!last) return digests
    const drafts = people.flatMap((person) => draftOf(person, round, sources, options))
    digests += await records.write((tx) => keep(tx, records, drafts, options.now))
    options.onProgress?.(digests)
    after = last.person.id
  }
}

interface Draft {
  readonly id: string
  readonly person: Person
  readonly period: string
  readonly news: readonly KeptNews[]
  /** Nothing of the news is still so: then it counts as told without a mail. */
  readonly mail: MailToQueue | undefined
}

/** None where nothing of what waits is in this catalogue yet. */
function draftOf(
  { person, news, alerts }: WaitingPerson,
  round: Round,
  sources: DigestSources,
  { newId, now }: ComposeOptions,
): Draft[] {
  const ready = news.filter((one) => !isAhead(one, sources.card(one.nctId), now))
  if (ready.length === 0) return []
  const id = newId()
  const content = digestContent(person, ready, alerts, sources)
  const mail = content && mailOf(id, person, content, sources, { newId, now })
  return [{ id, person, period: periodOf(id, round, mail !== undefined), news: ready, mail }]
}

function mailOf(
  digestId: string,
  person: Person,
  content: DigestContent,
  sources: DigestSources,
  { newId, now }: ComposeOptions,
): MailToQueue {
  const letter = digestLetter(content)
  const id = newId()
  return {
    id,
    person,
    domain: domainOf(person),
    stream: streams.alert,
    messageId: `<${digestId}@${hostOf(sources)}>`,
    letter,
    sealed: sealLetter({ id, person, letter }),
    now,
  }
}

/** A digest without a mail does not take the place of one that may come later in the period. */
function periodOf(id: string, round: Round, hasMail: boolean): string {
  if (!hasMail) return `none:${id}`
  return round.urgency === 0 ? `at_once:${id}` : round.name
}

async function keep(
  tx: Tx,
  records: Records,
  drafts: readonly Draft[],
  now: Date,
): Promise<number> {
  // Who stopped their alerts while the letters were written gets none.
  const present = await peopleAmong(
    tx,
    drafts.map(({ person }) => person.id),
  )
  const mine = await markTold(
    tx,
    drafts.filter(({ person }) => present.has(person.id)),
  )
  const composed_at = now.toISOString()
  const rows = mine.map(({ id, person, period }) => ({
    id,
    person_id: person.id,
    period,
    composed_at,
  }))
  await insertRows(tx, 'digest', rows)
  const mails = mine.flatMap(({ mail }) => mail ?? [])
  await queueLetters(tx, records.keys, mails)
  return mails.length
}

/**
 * The drafts whose news was all still waiting, now noted as told. Of the others an alert was paused meanwhile,
 * or another process tells them: nothing of these is told here, and what still waits is for the next run.
 */
async function markTold(tx: Tx, drafts: readonly Draft[]): Promise<readonly Draft[]> {
  const claims = drafts.flatMap(({ id, person, news }) =>
    news.map(({ mark }) => ({ id, person: person.id, mark })),
  )
  const { rows } = await sql<{ digest_id: string }>`
    update news
    set digest_id = given.value ->> 'id'
    from ${given(tx, claims)}
    where news.person_id = given.value ->> 'person'
      and news.mark = given.value ->> 'mark'
      and news.digest_id is null
    returning news.digest_id
  `.execute(tx)
  const told = Map.groupBy(rows, ({ digest_id }) => digest_id)
  const whole = drafts.filter(({ id, news }) => told.get(id)?.length === news.length)
  const partly = drafts.filter(
    ({ id, news }) => (told.get(id)?.length ?? news.length) < news.length,
  )
  if (partly.length > 0) await giveBack(tx, partly)
  await forgetContent(tx, whole)
  return whole
}

/** Of what is told only the mark is kept: which study it was is in the letter alone. */
async function forgetContent(tx: Tx, drafts: readonly Draft[]): Promise<void> {
  if (drafts.length === 0) return
  const people = drafts.map(({ person }) => person.id)
  await tx
    .updateTable('news')
    .set({ finding_id: null })
    .where('person_id', 'in', people)
    .where(
      'digest_id',
      'in',
      drafts.map(({ id }) => id),
    )
    .execute()
  const findings = drafts.flatMap(({ news }) => news.map(({ findingId }) => findingId))
  await tidyFindings(
    tx,
    drafts.map(({ person }) => person),
    new Set(findings),
  )
}

async function giveBack(tx: Tx, drafts: readonly Draft[]): Promise<void> {
  const ids = drafts.map(({ id }) => id)
  const people = drafts.map(({ person }) => person.id)
  await tx
    .updateTable('news')
    .set({ digest_id: null })
    .where('person_id', 'in', people)
    .where('digest_id', 'in', ids)
    .execute()
}

function domainOf(person: Person): string {
  return person.address().split('@').at(-1) ?? ''
}
