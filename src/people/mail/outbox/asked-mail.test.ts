import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { onEachStore } from '../../../testing/test-records.ts'
import { morning, someLetter } from '../../../testing/test-mail.ts'
import { delivered } from '../../../testing/test-alerts.ts'
import { readMailAddress } from '../../records/address.ts'
import { erasePerson, findOrMakePerson } from '../../records/persons.ts'
import type { Records } from '../../records/model/records.ts'
import { forgetCounts, mostSignIns, queueAskedLetter } from './asked-mail.ts'
import { streams } from './streams.ts'

const after = (minutes: number) => new Date(morning.getTime() + minutes * 60_000)

/** Asks for one mail, which leaves at once unless it is told otherwise. */
async function ask(
  records: Records,
  email: string,
  what: string,
  minutes = 0,
  given: {
    readonly stays?: boolean
    readonly confirmed?: boolean
    readonly isSignIn?: boolean
  } = {},
): Promise<string> {
  const address = readMailAddress(email)
  if (!address) throw new Error(`${email} is no address`)
  const now = after(minutes)
  const { isSignIn = false } = given
  const queued = await records.write(async (tx) => {
    const made = { language: 'en' as const, now, newId: randomUUID }
    const found = await findOrMakePerson(tx, records.keys, address, made)
    const confirmedAt = given.confirmed === true ? now.toISOString() : found.confirmedAt
    const person = { ...found, confirmedAt }
    return queueAskedLetter(
      tx,
      records.keys,
      { address, person, what, isSignIn, now },
      async () => {
        const id = randomUUID()
        const stream = streams.confirmation
        const messageId = `<${id}@trials.example.org>`
        return { id, person, domain: address.domain, stream, messageId, letter: someLetter, now }
      },
    )
  })
  if (given.stays !== true) await delivered(records, now)
  return queued
}

/** How many of these are queued: each asks something of its own. */
async function queuedOf(
  records: Records,
  emails: readonly string[],
  minutes = 0,
  given: { readonly confirmed?: boolean } = {},
): Promise<number> {
  let queued = 0
  for (const [at, email] of emails.entries())
    if ((await ask(records, email, `${email} ${minutes} ${at}`, minutes, given)) === 'queued')
      queued++
  return queued
}

const tags = Array.from({ length: 10 }, (_, at) => `victim+${at}@example.org`)
const plain = Array.from({ length: 10 }, () => 'Victim@example.org')

onEachStore(
  'links to sign in are counted by themselves: other mail keeps nobody out, and nobody is flooded with them',
  async (records) => {
    const confirmed = { confirmed: true }
    assert.equal(await queuedOf(records, plain, 0, confirmed), 3, 'as much as others can cause')
    const signIns = async (minutes: number): Promise<number> => {
      let queued = 0
      for (let at = 0; at < 8; at++) {
        const given = { ...confirmed, isSignIn: true }
        const sent = await ask(records, 'victim@example.org', `in ${minutes} ${at}`, minutes, given)
        if (sent === 'queued') queued++
      }
      return queued
    }
    assert.equal(await signIns(1), mostSignIns.anHour)
    let day = await signIns(2)
    for (let hour = 1; hour < 23; hour++) day += await signIns(hour * 61 + 2)
    assert.equal(day + mostSignIns.anHour, mostSignIns.aDay)
    assert.equal(await queuedOf(records, plain, 24 * 60 + 5, confirmed), 3)
  },
)

onEachStore('spellings that somebody made up leave room for the plain one', async (records) => {
  assert.equal(await queuedOf(records, tags), 1)
  assert.equal(await queuedOf(records, plain), 1)
  assert.equal(await queuedOf(records, plain, 0, { confirmed: true }), 1)
  assert.equal(await queuedOf(records, ['other@example.org']), 1, 'another mailbox')
})

onEachStore('a mailbox gets three mails an hour and six a day at most', async (records) => {
  assert.equal(await queuedOf(records, plain, 0, { confirmed: true }), 3)
  assert.equal(await queuedOf(records, [...tags, ...plain], 59), 0)
  assert.equal(await queuedOf(records, plain, 61, { confirmed: true }), 3)
  assert.equal(await queuedOf(records, plain, 1430, { confirmed: true }), 0)
  assert.equal(await queuedOf(records, plain, 1441, { confirmed: true }), 3)
})

onEachStore('in no hour more than three mails leave, however long they waited', async (records) => {
  for (const what of ['a', 'b', 'c'])
    assert.equal(
      await ask(records, 'ann@example.org', what, 0, { stays: true, confirmed: true }),
      'queued',
    )
  assert.equal(
    await ask(records, 'ann@example.org', 'd', 300, { confirmed: true, stays: true }),
    'enough',
  )
  await delivered(records, after(310))
  assert.equal(await ask(records, 'ann@example.org', 'd', 369, { confirmed: true }), 'enough')
  assert.equal(await ask(records, 'ann@example.org', 'd', 371, { confirmed: true }), 'queued')
})

onEachStore(
  'the same is asked once a day, of a made-up spelling whichever it is',
  async (records) => {
    assert.equal(await ask(records, 'ann+a@example.org', 'asthma'), 'queued')
    assert.equal(await ask(records, 'ann+b@example.org', 'asthma', 120), 'enough')
    assert.equal(await ask(records, 'ann@example.org', 'asthma', 120), 'queued')
    assert.equal(await ask(records, 'ann@example.org', 'asthma', 1440), 'enough')
    assert.equal(await ask(records, 'ann@example.org', 'asthma', 1561), 'queued')
  },
)

onEachStore(
  'what is counted goes after a day, or with its person, and names nobody',
  async (records) => {
    const rows = () => records.db.selectFrom('asked_mail').selectAll().execute()
    await ask(records, 'ann@example.org', 'asthma')
    await ask(records, 'ben@example.org', 'asthma', 0, { stays: true })
    assert.doesNotMatch(JSON.stringify(await rows()), /ann|ben|example|asthma/)
    await records.write((tx) => forgetCounts(tx, after(1439)))
    assert.equal((await rows()).length, 2)
    await delivered(records, after(60))
    await records.write((tx) => forgetCounts(tx, after(1441)))
    assert.equal((await rows()).length, 1, 'the one that left later')
    const { id } = await records.db
      .selectFrom('person')
      .select('id')
      .orderBy('id')
      .executeTakeFirstOrThrow()
    await records.write(async (tx) => {
      const people = await tx.selectFrom('person').select('id').execute()
      for (const person of people) await erasePerson(tx, person.id)
    })
    assert.deepEqual(await rows(), [], id)
  },
)
