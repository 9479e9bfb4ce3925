import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { CatalogueBusy } from '../../finder/catalogue/model/catalogue.ts'
import { exampleStudy, peopleBase, testCatalogue } from '../../testing/test-alerts.ts'
import { KilledHere, killedBefore } from '../../testing/killed-writes.ts'
import { onEachStore, testNow } from '../../testing/test-records.ts'
import { allowedHosts, testReceiver, type TestReceiver } from '../../testing/test-receiver.ts'
import { watching, watchMade, watchTerms } from '../../testing/test-watches.ts'
import type { Records } from '../records/model/records.ts'
import { erasedFile, eraseAgain } from '../records/erased.ts'
import { watchFigures } from './figures.ts'
import { forgetOldWatches } from './forget.ts'
import { endWatch, makeWatch, readWatch, watchEvents } from './make.ts'

const later = (minutes: number): Date => new Date(testNow.getTime() + minutes * 60_000)

interface SentBundle {
  readonly entry: readonly {
    readonly fullUrl?: string
    readonly resource?: {
      readonly type?: string
      readonly status?: string
      readonly eventsSinceSubscriptionStart?: string
      readonly notificationEvent?: readonly { readonly eventNumber: string }[]
    }
  }[]
}

const statusesOf = ({ received }: TestReceiver) =>
  received.map(({ body }) => (JSON.parse(body) as SentBundle).entry[0]?.resource)
const kindsOf = (receiver: TestReceiver) => statusesOf(receiver).map((status) => status?.type)
const numbersOf = (receiver: TestReceiver) =>
  statusesOf(receiver).flatMap(
    (status) => status?.notificationEvent?.map(({ eventNumber }) => Number(eventNumber)) ?? [],
  )

const stateOf = async ({ db }: Records, id: string) => {
  const row = await db.selectFrom('watch').selectAll().where('id', '=', id).executeTakeFirst()
  return (
    row && {
      state: row.state,
      outcome: row.outcome,
      attempts: Number(row.attempts),
      events: Number(row.events),
      told: Number(row.told),
    }
  )
}

function assertBusy(error: unknown): void {
  assert.ok(error instanceof CatalogueBusy, String(error))
}

async function dueOf({ db }: Records, id: string): Promise<Date | undefined> {
  const { due_at } = await db
    .selectFrom('watch')
    .select('due_at')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return due_at === null ? undefined : new Date(due_at)
}

/** As matching writes them. */
async function happen(records: Records, id: string, count: number, at: Date): Promise<void> {
  await records.write(async (tx) => {
    const { events } = await tx
      .updateTable('watch')
      .set((row) => ({
        events: row('events', '+', count),
        due_at: row
          .case()
          .when('attempts', '=', 0)
          .then(at.toISOString())
          .else(row.ref('due_at'))
          .end(),
      }))
      .where('id', '=', id)
      .returning('events')
      .executeTakeFirstOrThrow()
    const first = Number(events) - count
    await tx
      .insertInto('watch_event')
      .values(
        Array.from({ length: count }, (_, index) => ({
          watch_id: id,
          number: first + index + 1,
          nct_id: `NCT${String(first + index + 1).padStart(8, '0')}`,
          kind: 'changed' as const,
          found_at: at.toISOString(),
        })),
      )
      .execute()
  })
}

onEachStore(
  'a receiver is told after it answered a handshake, event by event',
  async (records, t) => {
    const receiver = await testReceiver(t)
    const server = watching(records, receiver.allowed, testNow)
    const { watch, token } = await watchMade(records, watchTerms(`${receiver.origin}/a`), testNow)
    assert.deepEqual(
      [watch.state, (await readWatch(records, watch.id, token))?.state],
      ['requested', 'requested'],
    )
    receiver.answer = (response) => response.writeHead(500).end()
    assert.equal(await server.send(), 0)
    assert.deepEqual(await stateOf(records, watch.id), {
      state: 'error',
      outcome: 'http-500',
      attempts: 1,
      events: 0,
      told: 0,
    })
    receiver.answer = undefined
    assert.equal(await server.send(), 0)
    server.now = later(2)
    assert.equal(await server.send(), 1)
    assert.equal((await stateOf(records, watch.id))?.state, 'active')
    await happen(records, watch.id, 250, later(3))
    server.now = later(3)
    while ((await server.send()) > 0);
    assert.deepEqual(kindsOf(receiver), [
      'handshake',
      'handshake',
      'event-notification',
      'event-notification',
      'event-notification',
    ])
    assert.deepEqual(
      numbersOf(receiver),
      Array.from({ length: 250 }, (_, index) => index + 1),
    )
    assert.deepEqual(
      statusesOf(receiver).map((status) => status?.eventsSinceSubscriptionStart),
      ['0', '0', '100', '200', '250'],
    )
    server.now = later(60)
    assert.equal(await server.send(), 0)
    const lines = await records.db.selectFrom('audit_event').select(['action', 'details']).execute()
    assert.deepEqual(
      lines.map(({ action }) => action),
      ['watch.made', 'watch.started'],
    )
  },
)

onEachStore(
  'a receiver that fails is tried again for 48 hours, ever more seldom, and then no more',
  async (records, t) => {
    const receiver = await testReceiver(t)
    const server = watching(records, receiver.allowed, testNow)
    const { watch, token } = await watchMade(records, watchTerms(receiver.origin), testNow)
    await server.send()
    await happen(records, watch.id, 1, testNow)
    receiver.answer = (response) => response.writeHead(503).end()
    const tries: number[] = []
    for (let due: Date | undefined = testNow; due; due = await dueOf(records, watch.id)) {
      server.now = due
      await server.send()
      tries.push((due.getTime() - testNow.getTime()) / 60_000)
    }
    assert.equal(receiver.received.length, 1 + tries.length)
    assert.deepEqual(tries.slice(0, 7), [0, 1, 6, 21, 81, 201, 441])
    assert.ok(tries.length < 25 && (tries.at(-1) ?? 0) > 40 * 60, String(tries))
    assert.ok((tries.at(-1) ?? 0) <= 48 * 60)
    const end = await readWatch(records, watch.id, token)
    assert.deepEqual([end?.state, end?.outcome], ['off', 'http-503'])
    assert.ok(numbersOf(receiver).every((number) => number === 1))
    const [last] = await records.db
      .selectFrom('audit_event')
      .selectAll()
      .orderBy('seq', 'desc')
      .limit(1)
      .execute()
    assert.deepEqual([last?.action, last?.details], ['watch.ended', '{"why":"failed"}'])
  },
)

onEachStore(
  'after a failure the same numbers come again, and then what came meanwhile',
  async (records, t) => {
    const receiver = await testReceiver(t)
    const server = watching(records, receiver.allowed, testNow)
    const { watch } = await watchMade(records, watchTerms(receiver.origin), testNow)
    await server.send()
    await happen(records, watch.id, 2, testNow)
    receiver.answer = (response) => response.writeHead(302, { location: '/elsewhere' }).end()
    await server.send()
    assert.deepEqual(await stateOf(records, watch.id), {
      state: 'error',
      outcome: 'redirect',
      attempts: 1,
      events: 2,
      told: 0,
    })
    await happen(records, watch.id, 1, testNow)
    await server.send()
    receiver.answer = undefined
    server.now = later(1)
    await server.send()
    assert.deepEqual(numbersOf(receiver), [1, 2, 1, 2, 3])
    assert.equal((await stateOf(records, watch.id))?.state, 'active')
  },
)

onEachStore('who answers no handshake is asked four times', async (records, t) => {
  const receiver = await testReceiver(t)
  receiver.answer = (response) => response.writeHead(404).end()
  const server = watching(records, receiver.allowed, testNow)
  const { watch } = await watchMade(records, watchTerms(receiver.origin), testNow)
  for (let due: Date | undefined = testNow; due; due = await dueOf(records, watch.id)) {
    server.now = due
    await server.send()
  }
  assert.equal(server.now.getTime(), later(21).getTime())
  assert.deepEqual(kindsOf(receiver), ['handshake', 'handshake', 'handshake', 'handshake'])
  assert.equal((await stateOf(records, watch.id))?.state, 'off')
})

onEachStore(
  'gone for good, taken off the list, and past its end, a watch is off at once',
  async (records, t) => {
    const receiver = await testReceiver(t)
    const server = watching(records, receiver.allowed, testNow)
    const made = async (endsAt?: Date) =>
      (
        await watchMade(records, watchTerms(receiver.origin), testNow, {
          ...(endsAt && { endsAt }),
        })
      ).watch.id
    const [gone, ended, taken] = [await made(), await made(later(5)), await made()]
    await server.send()
    for (const id of [gone, ended, taken]) await happen(records, id, 1, testNow)
    server.now = later(5)
    receiver.answer = (response) => response.writeHead(410).end()
    await records.write((tx) =>
      tx
        .updateTable('watch')
        .set({ due_at: later(99).toISOString() })
        .where('id', '=', taken)
        .execute(),
    )
    await server.send()
    const before = receiver.received.length
    const elsewhere = watching(records, allowedHosts('https://hooks.example.org'), later(100))
    await elsewhere.send()
    assert.equal(receiver.received.length, before)
    const states = await Promise.all([gone, ended, taken].map((id) => stateOf(records, id)))
    assert.deepEqual(
      states.map((state) => [state?.state, state?.outcome]),
      [
        ['off', 'gone'],
        ['off', 'end'],
        ['off', 'not-allowed'],
      ],
    )
    assert.deepEqual(numbersOf(receiver), [1])
  },
)

onEachStore('several senders at once send each event once, in order', async (records, t) => {
  const receiver = await testReceiver(t)
  const server = watching(records, receiver.allowed, testNow)
  receiver.answer = (response) => void setTimeout(3).then(() => response.end())
  const ids: string[] = []
  for (let count = 0; count < 6; count++) {
    const terms = watchTerms(`${receiver.origin}/${count}`, { mostEvents: 5 })
    ids.push((await watchMade(records, terms, testNow)).watch.id)
  }
  await server.send()
  for (const id of ids) await happen(records, id, 23, testNow)
  for (let round = 0; round < 12; round++)
    await Promise.all(['a', 'b', 'c'].map((holder) => server.send(holder)))
  const all = Array.from({ length: 23 }, (_, index) => index + 1)
  for (let count = 0; count < 6; count++) {
    const received = receiver.received.filter(({ path }) => path === `/${count}`)
    assert.deepEqual(numbersOf({ ...receiver, received }), all, String(count))
  }
})

onEachStore(
  'what a sender had that was killed is sent by another, once its lease is over',
  async (records, t) => {
    const receiver = await testReceiver(t)
    const server = watching(records, receiver.allowed, testNow)
    const { watch } = await watchMade(records, watchTerms(receiver.origin), testNow)
    await server.send()
    await happen(records, watch.id, 1, testNow)
    // As a process leaves it that was killed while it waited for the answer.
    await records.write((tx) =>
      tx
        .updateTable('watch')
        .set({ lease_holder: 'killed', lease_until: later(3).toISOString() })
        .where('id', '=', watch.id)
        .execute(),
    )
    server.now = later(2)
    await server.send()
    assert.deepEqual(numbersOf(receiver), [])
    server.now = later(3)
    await server.send()
    assert.deepEqual(numbersOf(receiver), [1])
  },
)

onEachStore(
  'who asked to hear that all is well hears it while nothing happens',
  async (records, t) => {
    const receiver = await testReceiver(t)
    const server = watching(records, receiver.allowed, testNow)
    await watchMade(records, watchTerms(receiver.origin, { heartbeatSeconds: 120 }), testNow)
    for (let minute = 0; minute < 7; minute++) {
      server.now = later(minute)
      await server.send()
    }
    assert.deepEqual(kindsOf(receiver), ['handshake', 'heartbeat', 'heartbeat', 'heartbeat'])
  },
)

onEachStore(
  'a host that is silent is not waited for again and again, and holds no other host up',
  async (records, t) => {
    const [silent, quick] = [await testReceiver(t), await testReceiver(t)]
    silent.answer = () => undefined
    const server = watching(records, [...silent.allowed, ...quick.allowed], testNow)
    for (let count = 0; count < 4; count++) {
      await watchMade(records, watchTerms(silent.origin, { timeoutSeconds: 1 }), testNow)
      await watchMade(records, watchTerms(quick.origin), testNow)
    }
    assert.equal(await server.send(), 4)
    assert.deepEqual([silent.received.length, quick.received.length], [1, 4])
  },
)

onEachStore(
  'what changed and is found is told, each import once, whoever matches it',
  async (records, t) => {
    const receiver = await testReceiver(t)
    const { take } = await testCatalogue(t)
    let catalogue = await take(
      [
        exampleStudy({ nctId: 'NCT03000001' }),
        exampleStudy({ nctId: 'NCT03000002', condition: 'Asthma', mesh: 'Asthma' }),
      ],
      '2026-11-25T06:00:00Z',
    )
    const server = watching(records, receiver.allowed, testNow, () => catalogue)
    const watchFor = async (condition: string) =>
      (
        await watchMade(
          records,
          watchTerms(receiver.origin, { filters: [{ name: 'condition', value: condition }] }),
          testNow,
        )
      ).watch.id
    const [kawasaki, asthma] = [await watchFor('Kawasaki Disease'), await watchFor('asthma')]
    // Imports from before the receiver answered are none of its events.
    assert.equal(await server.match(catalogue), 0)
    assert.equal(await server.send(), 2)
    assert.equal(await server.match(catalogue), 0)
    catalogue = await take(
      [
        exampleStudy({ nctId: 'NCT03000001', status: 'COMPLETED', updated: '2026-11-25' }),
        exampleStudy({ nctId: 'NCT03000003', posted: '2026-11-24', updated: '2026-11-25' }),
        exampleStudy({
          nctId: 'NCT03000004',
          condition: 'Asthma',
          mesh: 'Asthma',
          posted: '2026-11-24',
          updated: '2026-11-25',
        }),
      ],
      '2026-11-26T06:00:00Z',
    )
    server.now = new Date('2026-11-26T06:01:00Z')
    // A busy machine answers no search at times: what was not matched is matched in the next round, as on a server.
    const round = () => server.match(catalogue).catch((error: unknown) => assertBusy(error))
    const met = () => records.db.selectFrom('watch_import').selectAll().execute()
    for (let rounds = 0; rounds < 20 && (await met()).length < 2; rounds++)
      await Promise.all([round(), round()])
    assert.equal(await server.match(catalogue), 0)
    const told = async (id: string) =>
      (await watchEvents(records.db, id, { from: 1, to: 99, most: 99 })).map(
        ({ number, nctId, kind }) => `${number} ${nctId} ${kind}`,
      )
    assert.deepEqual((await told(kawasaki)).toSorted(), [
      '1 NCT03000001 changed',
      '2 NCT03000003 new',
    ])
    assert.deepEqual(await told(asthma), ['1 NCT03000004 new'])
    assert.equal(await server.send(), 2)
  },
)

onEachStore(
  'the secret of its owner alone reads a watch, and what it sends along is never in the open',
  async (records, t) => {
    const receiver = await testReceiver(t)
    const terms = watchTerms(`${receiver.origin}/canary-path`, {
      headers: [['Authorization', 'Bearer canary-header']],
      filters: [{ name: 'condition', value: 'canary-condition' }],
      reason: 'canary-reason',
    })
    const { watch, token } = await watchMade(records, terms, testNow)
    const other = await watchMade(records, watchTerms(receiver.origin), testNow)
    assert.equal((await readWatch(records, watch.id, token))?.terms.reason, 'canary-reason')
    for (const [id, given] of [
      [watch.id, other.token],
      [watch.id, ''],
      [watch.id, `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`],
      [other.watch.id, token],
      [randomUUID(), token],
    ] as const)
      assert.equal(await readWatch(records, id, given), undefined)
    await watching(records, receiver.allowed, testNow).send()
    const kept = await Promise.all(
      (['watch', 'watch_event', 'audit_event'] as const).map((table) =>
        records.db.selectFrom(table).selectAll().execute(),
      ),
    )
    const text = JSON.stringify(kept, (_, value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
    )
    assert.doesNotMatch(text, /canary/)
    assert.ok(!text.includes(token))
  },
)

onEachStore('one network has ten at most, and what was ended makes room', async (records) => {
  const ask = (network?: string) =>
    makeWatch(
      peopleBase(records),
      {
        release: 'R4',
        terms: watchTerms('https://hooks.example.org'),
        ...(network !== undefined && { network }),
      },
      testNow,
    )
  const made = await Promise.all(Array.from({ length: 12 }, () => ask('192.0.2')))
  assert.deepEqual(made.map((one) => (one.kind === 'made' ? 'made' : one.of)).toSorted(), [
    ...Array.from({ length: 10 }, () => 'made'),
    'network',
    'network',
  ])
  assert.equal((await ask('198.51.100')).kind, 'made')
  assert.equal((await ask()).kind, 'made')
  const [first] = made
  assert.ok(first?.kind === 'made')
  await endWatch(records, first.watch.id, testNow)
  assert.equal((await ask('192.0.2')).kind, 'made')
})

onEachStore('what was ended is gone, and no older backup brings it back', async (records, t) => {
  const receiver = await testReceiver(t)
  const server = watching(records, receiver.allowed, testNow)
  const { watch, token } = await watchMade(records, watchTerms(receiver.origin), testNow)
  await server.send()
  await happen(records, watch.id, 3, testNow)
  const row = await records.db.selectFrom('watch').selectAll().executeTakeFirstOrThrow()
  await endWatch(records, watch.id, testNow)
  assert.equal(await readWatch(records, watch.id, token), undefined)
  assert.deepEqual(await records.db.selectFrom('watch_event').selectAll().execute(), [])
  assert.equal(await server.send(), 0)
  assert.match(readFileSync(erasedFile(records.dataDir), 'utf8'), new RegExp(`watch/${watch.id}`))
  await records.write(async (tx) => {
    await tx.insertInto('watch').values(row).execute()
    await eraseAgain(tx, records.dataDir)
  })
  assert.deepEqual(await records.db.selectFrom('watch').selectAll().execute(), [])
})

onEachStore('what was told is kept for a month, and so is what is off', async (records, t) => {
  const receiver = await testReceiver(t)
  const server = watching(records, receiver.allowed, testNow)
  const { watch } = await watchMade(
    records,
    watchTerms(receiver.origin, { mostEvents: 2 }),
    testNow,
  )
  const ended = await watchMade(records, watchTerms(receiver.origin), testNow, { endsAt: later(1) })
  await server.send()
  await happen(records, watch.id, 3, testNow)
  await server.send()
  server.now = later(1)
  receiver.answer = (response) => response.writeHead(503).end()
  await server.send()
  await forgetOldWatches(records, later(60 * 24 * 29))
  assert.equal((await stateOf(records, ended.watch.id))?.state, 'off')
  await forgetOldWatches(records, later(60 * 24 * 31))
  assert.equal(await stateOf(records, ended.watch.id), undefined)
  const left = await watchEvents(records.db, watch.id, { from: 1, to: 9, most: 9 })
  // The third was not taken yet.
  assert.deepEqual(
    left.map(({ number }) => number),
    [3],
  )
})

onEachStore(
  'broken off before any query, matching and sending lose no event and number none twice',
  async (records, t) => {
    const receiver = await testReceiver(t)
    const { take } = await testCatalogue(t)
    const studies = (updated: string) =>
      Array.from({ length: 9 }, (_, index) =>
        exampleStudy({
          nctId: `NCT0300000${index}`,
          updated,
          status: updated === '2026-11-01' ? 'NOT_YET_RECRUITING' : 'RECRUITING',
        }),
      )
    let catalogue = await take(studies('2026-11-01'), '2026-11-25T06:00:00Z')
    const { watch } = await watchMade(
      records,
      watchTerms(receiver.origin, { mostEvents: 2 }),
      testNow,
    )
    await watching(records, receiver.allowed, testNow).send()
    receiver.received.length = 0
    catalogue = await take(studies('2026-11-25'), '2026-11-26T06:00:00Z')
    let at = 0
    // A server that is killed before its first query, its second, and so on, and started again when leases are over.
    const killed = killedBefore(records, () => --at === 0)
    const server = watching(killed, receiver.allowed, new Date('2026-11-26T06:01:00Z'))
    for (let query = 1; query <= 12; query++) {
      at = query
      await server.match(catalogue).catch((error: unknown) => assertKilled(error))
    }
    assert.equal((await stateOf(records, watch.id))?.events, 9)
    for (let query = 1; query <= 40; query++) {
      at = query % 10
      server.now = new Date(server.now.getTime() + 4 * 60_000)
      await server.send().catch((error: unknown) => assertKilled(error))
    }
    assert.deepEqual(await stateOf(records, watch.id), {
      state: 'active',
      outcome: 'taken',
      attempts: 0,
      events: 9,
      told: 9,
    })
    const numbers = numbersOf(receiver)
    assert.deepEqual([...new Set(numbers)], [1, 2, 3, 4, 5, 6, 7, 8, 9])
    // What was repeated was repeated at once, before anything else.
    assert.ok(numbers.every((number, index) => number >= (numbers[index - 1] ?? 0) - 1))
    assert.ok(numbers.length > 9, 'nothing was broken off between the answer and its mark')
    const ids = await watchEvents(records.db, watch.id, { from: 1, to: 9, most: 9 })
    assert.equal(new Set(ids.map(({ nctId }) => nctId)).size, 9)
  },
)

function assertKilled(error: unknown): void {
  assert.ok(error instanceof KilledHere || error instanceof CatalogueBusy, String(error))
}

onEachStore(
  'one that was changed by hand is off, and keeps no other from being told',
  async (records, t) => {
    const receiver = await testReceiver(t)
    const server = watching(records, receiver.allowed, testNow)
    const made = [1, 2, 3].map(() => watchMade(records, watchTerms(receiver.origin), testNow))
    const [first, second] = await Promise.all(made)
    assert.ok(first && second)
    await server.send()
    for (const { watch } of [first, second]) await happen(records, watch.id, 1, testNow)
    await records.write(async (tx) => {
      const { terms_sealed } = await tx
        .selectFrom('watch')
        .select('terms_sealed')
        .where('id', '=', second.watch.id)
        .executeTakeFirstOrThrow()
      await tx.updateTable('watch').set({ terms_sealed }).where('id', '=', first.watch.id).execute()
    })
    receiver.answer = (response) => response.writeHead(500).end()
    assert.equal(await server.send(), 0)
    receiver.answer = undefined
    assert.deepEqual(
      [(await stateOf(records, first.watch.id))?.outcome, await watchFigures(records.db)],
      ['damaged', { told: 1, waiting: 0, failing: 1, off: 1 }],
    )
    server.now = later(2)
    assert.equal(await server.send(), 1)
  },
)
