import assert from 'node:assert/strict'
import { onEachStore } from '../../../testing/test-records.ts'
import { erasePerson } from '../../records/persons.ts'
import {
  isSuppressed,
  morning,
  openTestServer,
  outbox,
  postTo,
  queueTo,
  reply,
  sending,
  someLetter,
} from '../../../testing/test-mail.ts'
import { queueLetters } from '../outbox/queue.ts'
import { sendDue } from './sender.ts'
import { streams } from '../outbox/streams.ts'
import { releaseAddress, suppressAddress } from '../outbox/suppression.ts'

const minute = 60_000
const later = (ms: number) => () => new Date(morning.getTime() + ms)

onEachStore('a mail that was queued reaches its reader once', async (records, t) => {
  const server = await openTestServer(t)
  const mails = await queueTo(records, ['ann@one.example', 'ben@two.example'])
  const counts = await sendDue(records, postTo(server.port), sending())
  assert.equal(counts.sent, 2)
  assert.deepEqual(
    server.received.map(({ messageId }) => messageId).toSorted(),
    mails.map(({ messageId }) => messageId).toSorted(),
  )
  assert.equal((await sendDue(records, postTo(server.port), sending())).sent, 0)
  for (const row of (await outbox(records)).values()) {
    assert.equal(row.state, 'sent')
    assert.equal(row.letter_sealed, null)
  }
})

onEachStore('the same Message-ID is queued once', async (records) => {
  const [first] = await queueTo(records, ['ann@one.example'])
  const row = await records.db.selectFrom('person').selectAll().executeTakeFirstOrThrow()
  const { personOf } = await import('../../records/persons.ts')
  const person = personOf(row, records.keys)
  const mail = {
    person,
    domain: 'one.example',
    stream: streams.alert,
    messageId: first?.messageId ?? '',
    letter: { ...someLetter, stopUrl: 'https://trials.example.org/stop' },
    now: morning,
  } as const
  const again = await records.write((tx) =>
    queueLetters(tx, records.keys, [
      { ...mail, id: 'second' },
      { ...mail, id: 'third', messageId: '<other@x>' },
    ]),
  )
  assert.deepEqual(again, ['known', 'queued'])
  assert.equal((await outbox(records)).size, 2)
})

onEachStore('nothing that is queued can be read in the database', async (records) => {
  await queueTo(records, ['canary-person@canary-domain.example'], {
    letter: { ...someLetter, subject: 'CANARY-SUBJECT', text: 'CANARY-TEXT' },
  })
  const rows = JSON.stringify(
    [...(await outbox(records)).values()].map((row) => ({
      ...row,
      letter_sealed: Buffer.from(row.letter_sealed ?? []).toString('latin1'),
    })),
  )
  assert.doesNotMatch(rows, /canary/i)
})

interface Case {
  readonly name: string
  readonly at?: 'rcpt' | 'data'
  readonly code: number
  readonly words: string
  readonly outcome: string
  readonly state: string
  readonly dueMinutes?: number
  readonly suppressed?: boolean
}

const cases: readonly Case[] = [
  {
    name: '421 at the recipient',
    code: 421,
    words: '4.3.2 Busy',
    outcome: 'deferred',
    state: 'queued',
    dueMinutes: 1,
  },
  {
    name: '450 without a reason',
    code: 450,
    words: 'Try again',
    outcome: 'greylisted',
    state: 'queued',
    dueMinutes: 5,
  },
  {
    name: '451 greylisted',
    code: 451,
    words: '4.7.1 Greylisting in action',
    outcome: 'greylisted',
    state: 'queued',
    dueMinutes: 5,
  },
  {
    name: '452 4.2.2 mailbox full for now',
    code: 452,
    words: '4.2.2 Over quota',
    outcome: 'deferred',
    state: 'queued',
    dueMinutes: 1,
  },
  {
    name: '451 after the letter',
    at: 'data',
    code: 451,
    words: '4.3.0 Later',
    outcome: 'deferred',
    state: 'queued',
    dueMinutes: 1,
  },
  {
    name: '550 5.1.1 no such user',
    code: 550,
    words: '5.1.1 Nobody here',
    outcome: 'no-mailbox',
    state: 'failed',
    suppressed: true,
  },
  {
    name: '550 user unknown without a code',
    code: 550,
    words: 'User unknown',
    outcome: 'no-mailbox',
    state: 'failed',
    suppressed: true,
  },
  {
    name: '550 5.7.1 policy',
    code: 550,
    words: '5.7.1 Blocked by policy',
    outcome: 'rejected',
    state: 'failed',
  },
  {
    name: '552 5.2.2 mailbox full',
    code: 552,
    words: '5.2.2 Mailbox full',
    outcome: 'unavailable',
    state: 'failed',
  },
  {
    name: '554 after the letter',
    at: 'data',
    code: 554,
    words: '5.6.0 No',
    outcome: 'rejected',
    state: 'failed',
  },
]

for (const {
  name,
  at = 'rcpt',
  code,
  words,
  outcome,
  state,
  dueMinutes,
  suppressed = false,
} of cases)
  onEachStore(`${name} is ${outcome}`, async (records, t) => {
    const server = await openTestServer(t, {
      ...(at === 'rcpt' && { onRcptTo: (_to, _session, done) => done(reply(code, words)) }),
      ...(at === 'data' && {
        onData: (stream, _session, done) => {
          stream.resume()
          stream.on('end', () => done(reply(code, words)))
        },
      }),
    })
    const [mail] = await queueTo(records, ['ann@one.example'])
    await sendDue(records, postTo(server.port), sending())
    const row = (await outbox(records)).get(mail?.id ?? '')
    assert.equal(row?.outcome, outcome)
    assert.equal(row?.state, state)
    assert.equal(row?.outcome_code?.slice(0, 3), String(code))
    assert.equal(row?.attempts, 1)
    if (dueMinutes !== undefined)
      assert.equal(row?.due_at, new Date(morning.getTime() + dueMinutes * minute).toISOString())
    assert.equal(await isSuppressed(records, 'ann@one.example'), suppressed)
  })

onEachStore('a mail refused for now goes out when its time comes', async (records, t) => {
  let isBusy = true
  const server = await openTestServer(t, {
    onRcptTo: (_to, _session, done) => done(isBusy ? reply(450, '4.2.0 Busy') : null),
  })
  await queueTo(records, ['ann@one.example'])
  assert.equal((await sendDue(records, postTo(server.port), sending())).deferred, 1)
  isBusy = false
  assert.equal((await sendDue(records, postTo(server.port), sending())).sent, 0)
  const counts = await sendDue(records, postTo(server.port), sending({ now: later(minute) }))
  assert.equal(counts.sent, 1)
})

onEachStore(
  'after 48 hours of waiting a mail is given up, and keeps its letter',
  async (records, t) => {
    const server = await openTestServer(t, {
      onRcptTo: (_to, _session, done) => done(reply(450, '4.2.0 Busy')),
    })
    const [mail] = await queueTo(records, ['ann@one.example'])
    let now = morning.getTime()
    let tries = 0
    for (; tries < 100; tries++) {
      await sendDue(records, postTo(server.port), sending({ now: () => new Date(now) }))
      const row = (await outbox(records)).get(mail?.id ?? '')
      if (row?.state === 'failed') {
        assert.equal(row.outcome, 'expired')
        assert.ok(row.letter_sealed)
        break
      }
      now = Date.parse(row?.due_at ?? '')
    }
    assert.ok(tries > 10 && tries < 20, `${tries} tries`)
  },
)

onEachStore(
  'a line that breaks after the letter is uncertain: tried again, same Message-ID',
  async (records, t) => {
    let isBroken = true
    const messageIds: string[] = []
    const server = await openTestServer(t, {
      onData: (stream, session, done) => {
        let text = ''
        stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
        stream.on('end', () => {
          messageIds.push(/^Message-ID: (\S+)/im.exec(text)?.[1] ?? '')
          if (!isBroken) return done()
          isBroken = false
          server.hangUp(session.id)
        })
      },
    })
    const [mail] = await queueTo(records, ['ann@one.example'])
    await sendDue(records, postTo(server.port), sending())
    assert.equal((await outbox(records)).get(mail?.id ?? '')?.outcome, 'uncertain')
    await sendDue(records, postTo(server.port), sending({ now: later(2 * minute) }))
    assert.deepEqual(messageIds, [mail?.messageId, mail?.messageId])
  },
)

onEachStore('who was erased, or said stop, after queueing gets nothing', async (records, t) => {
  const server = await openTestServer(t)
  const mails = await queueTo(records, ['ann@one.example', 'ben@two.example', 'cat@three.example'])
  const [ann, ben] = mails.map(({ id }) => id)
  const rows = await outbox(records)
  await records.write((tx) => erasePerson(tx, rows.get(ann ?? '')?.person_id ?? ''))
  const lookup = records.keys.lookupOf('ben@two.example')
  await records.write((tx) =>
    suppressAddress(tx, { lookup, stream: streams.alert, reason: 'operator', now: morning }),
  )
  await sendDue(records, postTo(server.port), sending())
  assert.deepEqual(
    server.received.map(({ to }) => to),
    ['cat@three.example'],
  )
  const row = (await outbox(records)).get(ben ?? '')
  assert.equal(row?.state, 'suppressed')
  assert.equal(row?.letter_sealed, null)
})

onEachStore(
  'what happens between taking a mail and sending it counts as well',
  async (records, t) => {
    // The first mail's sending is held up until the other two were stopped.
    let openGate = (): void => {}
    const begun = Promise.withResolvers<void>()
    const server = await openTestServer(t, {
      onRcptTo: (_to, _session, done) => {
        begun.resolve()
        openGate = () => done(null)
      },
    })
    const mails = await queueTo(records, ['ann@one.example', 'ben@one.example', 'cat@one.example'])
    const run = sendDue(records, postTo(server.port, { connections: 1 }), sending())
    await begun.promise
    const rows = await outbox(records)
    const [first, ...others] = mails.map(({ id }) => rows.get(id))
    const [gone, stopped] = [first, ...others].filter((row) => row?.state === 'sending').slice(1)
    await records.write(async (tx) => {
      await erasePerson(tx, gone?.person_id ?? '')
      const person = await tx
        .selectFrom('person')
        .select('lookup')
        .where('id', '=', stopped?.person_id ?? '')
        .executeTakeFirstOrThrow()
      await suppressAddress(tx, {
        lookup: person.lookup,
        stream: 'all',
        reason: 'operator',
        now: morning,
      })
    })
    openGate()
    const counts = await run
    assert.equal(counts.sent, 1)
    assert.equal(counts.gone, 1)
    assert.equal(counts.suppressed, 1)
    assert.equal(server.received.length, 1)
  },
)

onEachStore(
  'a suppressed address is written down and not mailed, until it is released',
  async (records, t) => {
    const server = await openTestServer(t)
    const lookup = records.keys.lookupOf('ann@one.example')
    await queueTo(records, ['ann@one.example'])
    await records.write((tx) =>
      suppressAddress(tx, { lookup, stream: 'all', reason: 'complaint', now: morning }),
    )
    assert.equal((await queueTo(records, ['ann@one.example']))[0]?.queued, 'suppressed')
    assert.equal((await sendDue(records, postTo(server.port), sending())).sent, 0)
    assert.equal(await records.write((tx) => releaseAddress(tx, lookup, morning)), true)
    assert.equal((await queueTo(records, ['ann@one.example']))[0]?.queued, 'queued')
    assert.equal((await sendDue(records, postTo(server.port), sending())).sent, 1)
  },
)

onEachStore('two senders at once send every mail once', async (records, t) => {
  const server = await openTestServer(t)
  const addresses = Array.from({ length: 200 }, (_, index) => `p${index}@d${index % 7}.example`)
  const mails = await queueTo(records, addresses)
  const counts = await Promise.all(
    ['one', 'two', 'three'].map((holder) =>
      sendDue(records, postTo(server.port), sending({ holder })),
    ),
  )
  assert.equal(
    counts.reduce((sum, { sent }) => sum + sent, 0),
    200,
  )
  assert.deepEqual(
    server.received.map(({ messageId }) => messageId).toSorted(),
    mails.map(({ messageId }) => messageId).toSorted(),
  )
})

onEachStore('confirmations go before alerts', async (records, t) => {
  const server = await openTestServer(t)
  await queueTo(records, ['ann@one.example', 'ben@two.example'])
  await queueTo(records, ['cat@three.example'], {
    stream: streams.confirmation,
    now: new Date(morning.getTime() - 1),
  })
  await sendDue(records, postTo(server.port, { connections: 1 }), sending())
  assert.equal(server.received[0]?.to, 'cat@three.example')
})

onEachStore('a letter that does not open fails alone', async (records, t) => {
  const server = await openTestServer(t)
  const [mail] = await queueTo(records, ['ann@one.example', 'ben@two.example'])
  await records.write((tx) =>
    tx
      .updateTable('mail')
      .set({ letter_sealed: new Uint8Array(40) })
      .where('id', '=', mail?.id ?? '')
      .execute(),
  )
  const counts = await sendDue(records, postTo(server.port), sending())
  assert.deepEqual([counts.sent, counts.failed], [1, 1])
  assert.equal((await outbox(records)).get(mail?.id ?? '')?.outcome, 'unreadable')
})

onEachStore(
  'a sender that is told to stop gives back what it did not begin',
  async (records, t) => {
    const stop = new AbortController()
    const server = await openTestServer(t, {
      onRcptTo: (_to, _session, done) => {
        stop.abort()
        done(null)
      },
    })
    await queueTo(records, ['ann@one.example', 'ben@two.example', 'cat@three.example'])
    const options = sending({ signal: stop.signal })
    const counts = await sendDue(records, postTo(server.port, { connections: 1 }), options)
    assert.equal(counts.sent, 1)
    const rows = [...(await outbox(records)).values()]
    const waiting = rows.filter(({ state }) => state === 'queued')
    assert.equal(waiting.length, 2)
    assert.ok(
      waiting.every(({ attempts, lease_holder }) => attempts === 0 && lease_holder === null),
    )
  },
)
