import assert from 'node:assert/strict'
import PostalMime from 'postal-mime'
import type { TestContext } from 'node:test'
import {
  address,
  answered,
  delivered,
  exampleStudy,
  openedMails,
  testCatalogue,
} from '../../testing/test-alerts.ts'
import { openTestServer, postTo, sending } from '../../testing/test-mail.ts'
import { onEachStore, testNow } from '../../testing/test-records.ts'
import { watching, watchMade, watchTerms } from '../../testing/test-watches.ts'
import { sendDue } from '../mail/delivery/sender.ts'
import { streams } from '../mail/outbox/streams.ts'
import { suppressAddress } from '../mail/outbox/suppression.ts'
import { eraseForGood } from '../audit/erase-for-good.ts'
import { eraseAgain } from '../records/erased.ts'
import { exportPerson } from '../records/export-person.ts'
import type { Records } from '../records/model/records.ts'
import { confirmWatches, readWatchesByLink } from './confirm-watches.ts'
import { endWatch, readWatch } from './make.ts'
import type { WatchTerms } from './model/watch.ts'
import { readWatchStopLink, watchConfirmLink } from './model/watch-links.ts'
import { stopWatch } from './stop-watch.ts'

const minutes = (count: number): Date => new Date(testNow.getTime() + count * 60_000)
const hour = 60

const filters = (value: string) => ({ filters: [{ name: 'condition', value }] })

async function asked(records: Records, to: string, more: Partial<WatchTerms> = {}, now = testNow) {
  const { endpoint: _, ...terms } = watchTerms('', { mailAs: 'text/plain', ...more })
  const mail = { address: address(to), language: 'en' } as const
  const made = await watchMade(records, terms, now, { mail })
  await answered(records)
  return made
}

/** The link of the last confirmation to an address. */
async function confirmLink(records: Records, to: string): Promise<string> {
  const texts = (await openedMails(records))
    .filter((mail) => mail.to === to)
    .flatMap(
      ({ letter }) => /\/subscriptions\/confirm\/([\w-]+)/.exec(letter?.text ?? '')?.[1] ?? [],
    )
  return texts.at(-1) ?? ''
}

async function pressed(
  records: Records,
  to: string,
  now = testNow,
  mailedLink?: string,
): Promise<number> {
  const link = mailedLink ?? (await confirmLink(records, to))
  const open = await readWatchesByLink(records, link, now)
  const ids = open.kind === 'open' ? open.watches.map(({ id }) => id) : []
  const done = await confirmWatches(records, link, { shown: ids, chosen: ids }, now)
  return done.kind === 'confirmed' ? done.watches : 0
}

/** As matching writes them. */
async function happen(records: Records, id: string, nctIds: readonly string[], at: Date) {
  await records.write(async (tx) => {
    const { events, due_at } = await tx
      .selectFrom('watch')
      .select(['events', 'due_at'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const rows = nctIds.map((nctId, index) => ({
      watch_id: id,
      number: Number(events) + index + 1,
      nct_id: nctId,
      kind: index === 0 ? ('new' as const) : ('changed' as const),
      found_at: at.toISOString(),
    }))
    await tx.insertInto('watch_event').values(rows).execute()
    await tx
      .updateTable('watch')
      .set({ events: Number(events) + nctIds.length, due_at: due_at ?? at.toISOString() })
      .where('id', '=', id)
      .execute()
  })
}

const stateOf = async (records: Records, made: { watch: { id: string }; token: string }) =>
  (await readWatch(records, made.watch.id, made.token))?.state

const noticesOf = async (records: Records) =>
  (await openedMails(records)).filter(({ stream }) => stream === streams.watch.name)

/** All that waits goes out to a real mail server. */
async function mailed(records: Records, t: TestContext) {
  const server = await openTestServer(t)
  const post = postTo(server.port)
  return async (now: Date) => {
    const before = server.received.length
    await sendDue(records, post, sending({ now: () => now }))
    return Promise.all(
      server.received.slice(before).map(async (received) => ({
        ...received,
        read: await PostalMime.parse(received.message),
      })),
    )
  }
}

onEachStore(
  'an address is mailed what a subscription finds once its owner said yes, and stops it by one click',
  async (records, t) => {
    const send = await mailed(records, t)
    const server = watching(records, [], testNow)
    const made = await asked(records, 'anna@example.org', filters('kawasaki'))
    const [question] = await send(testNow)
    assert.equal(question?.to, 'anna@example.org')
    assert.match(question.read.subject ?? '', /Please confirm/)
    assert.doesNotMatch(question.message, /kawasaki/i)
    // Nothing is told before the owner said yes, and nothing of before that afterwards.
    assert.equal(await server.send(), 0)
    assert.equal(await stateOf(records, made), 'requested')
    const [, yes] = /\/subscriptions\/confirm\/([\w-]+)/.exec(question.read.text ?? '') ?? []
    assert.equal(await pressed(records, 'anna@example.org', testNow, yes), 1)
    assert.equal(await stateOf(records, made), 'active')
    await happen(records, made.watch.id, ['NCT02390596', 'NCT90000002', 'NCT02390596'], minutes(1))
    server.now = minutes(1)
    assert.equal(await server.send(), 1)
    assert.equal(await server.send(), 0)
    const [notice, ...others] = await send(minutes(1))
    assert.deepEqual(others, [])
    assert.equal(notice?.to, 'anna@example.org')
    assert.equal(notice.read.subject, '2 studies are new or have changed')
    for (const form of [notice.read.text, notice.read.html])
      for (const id of ['NCT02390596', 'NCT90000002'])
        assert.match(form ?? '', new RegExp(`https://trialway\\.example/studies/${id}`))
    const header = (name: string) =>
      notice.read.headers.find(({ key }) => key === name.toLowerCase())?.value ?? ''
    assert.match(header('List-Id'), /subscriptions\./)
    assert.match(header('List-Unsubscribe-Post'), /List-Unsubscribe=One-Click/)
    const [, link = ''] =
      /trialway\.example\/subscriptions\/stop\/([\w-]+)/.exec(header('List-Unsubscribe')) ?? []
    assert.deepEqual(readWatchStopLink(records.keys, link), { watchId: made.watch.id })
    await happen(records, made.watch.id, ['NCT90000003'], minutes(2))
    server.now = minutes(30 * hour)
    assert.equal(await server.send(), 1)
    // It waits in the outbox when its reader says stop.
    await stopWatch(records, made.watch.id, minutes(30 * hour))
    assert.deepEqual(await send(minutes(30 * hour)), [])
    assert.equal(await stateOf(records, made), 'off')
    assert.deepEqual(await records.db.selectFrom('person').selectAll().execute(), [])
    await stopWatch(records, made.watch.id, minutes(31 * hour))
  },
)

onEachStore(
  'mail of a subscription comes once a day at most, with all that happened since',
  async (records) => {
    const server = watching(records, [], testNow)
    const made = await asked(records, 'anna@example.org')
    await pressed(records, 'anna@example.org')
    for (const at of [1, 2, 3, 10 * hour, 19 * hour]) {
      await happen(records, made.watch.id, [`NCT0000${String(at).padStart(4, '0')}`], minutes(at))
      server.now = minutes(at)
      await server.send()
    }
    assert.equal((await noticesOf(records)).length, 1)
    server.now = minutes(21 * hour)
    assert.equal(await server.send(), 1)
    const [, second] = await noticesOf(records)
    assert.match(second?.letter?.text ?? '', /^4 studies are new or have changed/)
    server.now = minutes(60 * hour)
    assert.equal(await server.send(), 0)
  },
)

onEachStore(
  'a mail says as much as was asked for, and names so many studies at most',
  async (records) => {
    const server = watching(records, [], testNow)
    const ids = Array.from(
      { length: 130 },
      (_, index) => `NCT${String(index + 1).padStart(8, '0')}`,
    )
    for (const [content, named] of [
      ['empty', 0],
      ['id-only', 100],
    ] as const) {
      const to = `${content}@example.org`
      const made = await asked(records, to, { content, mostEvents: 100 })
      await pressed(records, to)
      await happen(records, made.watch.id, ids, testNow)
      assert.equal(await server.send(), 1)
      const text = (await noticesOf(records)).find((mail) => mail.to === to)?.letter?.text ?? ''
      assert.match(text, /^130 studies are new or have changed/)
      assert.equal(text.match(/\/studies\/NCT/g)?.length ?? 0, named)
      assert.match(text, content === 'empty' ? /name no study/ : /30 more studies not named here/)
      const row = await readWatch(records, made.watch.id, made.token)
      assert.deepEqual([row?.events, row?.told], [130, 130])
    }
  },
)

onEachStore(
  'two hundred subscriptions for one address are one mail, and one page shows the newest',
  async (records) => {
    const made = []
    for (let count = 0; count < 200; count++)
      made.push(
        await asked(records, 'anna@example.org', filters(`illness ${count}`), minutes(count / 100)),
      )
    const mails = await openedMails(records)
    assert.equal(mails.length, 1)
    const link = await confirmLink(records, 'anna@example.org')
    const open = await readWatchesByLink(records, link, testNow)
    assert.ok(open.kind === 'open')
    assert.deepEqual(
      open.watches.map(({ id }) => id),
      made.slice(-20).map(({ watch }) => watch.id),
    )
    // Who asked for the first is not told that others asked for more.
    const [first] = made
    assert.equal(first && (await stateOf(records, first)), 'requested')
    const server = watching(records, [], minutes(49 * hour))
    await server.send()
    await server.send()
    for (const one of [made[0], made[199]])
      assert.equal(one && (await stateOf(records, one)), 'off')
  },
)

onEachStore(
  'the same that is asked again is asked once a day by mail, and told once',
  async (records) => {
    const first = await asked(records, 'anna@example.org', filters('asthma'))
    await pressed(records, 'anna@example.org')
    const second = await asked(records, 'anna@example.org', filters('asthma'))
    const again = await asked(records, 'anna@example.org', filters('asthma'))
    assert.equal((await openedMails(records)).length, 2)
    await delivered(records, testNow)
    const day = minutes(25 * hour)
    const third = await asked(records, 'anna@example.org', filters('asthma'), day)
    assert.equal(await pressed(records, 'anna@example.org', day), 1)
    assert.deepEqual(
      await Promise.all([first, second, again, third].map((one) => stateOf(records, one))),
      ['off', 'requested', 'requested', 'active'],
    )
  },
)

onEachStore(
  'a link that was made up, ran out or is for something else confirms nothing',
  async (records) => {
    const made = await asked(records, 'anna@example.org')
    const link = await confirmLink(records, 'anna@example.org')
    const kindOf = async (given: string, now = testNow) =>
      (await readWatchesByLink(records, given, now)).kind
    const changed = `${link.startsWith('A') ? 'B' : 'A'}${link.slice(1)}`
    for (const wrong of ['', 'x', changed, `${link}A`]) assert.equal(await kindOf(wrong), 'unknown')
    assert.equal(await kindOf(link, minutes(48 * hour)), 'expired')
    const nobody = watchConfirmLink(records.keys, made.watch.id, testNow)
    assert.equal(await kindOf(nobody), 'unknown')
    assert.equal(await kindOf(link), 'open')
    const decision = { shown: [], chosen: [made.watch.id] }
    await confirmWatches(records, link, decision, testNow)
    assert.equal(await stateOf(records, made), 'requested')
  },
)

onEachStore('who pressed the button twice at once has said yes once', async (records) => {
  const made = await asked(records, 'anna@example.org')
  const link = await confirmLink(records, 'anna@example.org')
  const decision = { shown: [made.watch.id], chosen: [made.watch.id] }
  const both = await Promise.all([0, 1].map(() => confirmWatches(records, link, decision, testNow)))
  assert.deepEqual(both.map(({ kind }) => kind).toSorted(), ['confirmed', 'none'])
})

onEachStore(
  'its program ends it, and mail that waits is gone; the address is not kept',
  async (records) => {
    const server = watching(records, [], testNow)
    const made = await asked(records, 'anna@example.org')
    await delivered(records, testNow)
    await pressed(records, 'anna@example.org')
    await happen(records, made.watch.id, ['NCT02390596'], testNow)
    await server.send()
    assert.equal((await noticesOf(records)).length, 1)
    await endWatch(records, made.watch.id, testNow)
    assert.deepEqual(await noticesOf(records), [])
    assert.deepEqual(await records.db.selectFrom('person').selectAll().execute(), [])
  },
)

onEachStore('who asks and ends again and again mails a stranger no more often', async (records) => {
  for (let count = 0; count < 10; count++) {
    const made = await asked(records, 'anna@example.org', filters(`illness ${count}`))
    await delivered(records, testNow)
    await endWatch(records, made.watch.id, testNow)
  }
  const { sent } = await records.db
    .selectFrom('mail')
    .select((row) => row.fn.countAll<number>().as('sent'))
    .executeTakeFirstOrThrow()
  assert.equal(Number(sent), 1)
})

onEachStore(
  'an address that takes no mail is told nothing, and its program reads why',
  async (records) => {
    const server = watching(records, [], testNow)
    const made = await asked(records, 'anna@example.org')
    await pressed(records, 'anna@example.org')
    const lookup = records.keys.lookupOf('anna@example.org')
    await records.write((tx) =>
      suppressAddress(tx, { lookup, stream: 'all', reason: 'operator', now: testNow }),
    )
    await happen(records, made.watch.id, ['NCT02390596'], testNow)
    assert.equal(await server.send(), 0)
    const row = await readWatch(records, made.watch.id, made.token)
    assert.deepEqual([row?.state, row?.outcome], ['off', 'no-mail'])
  },
)

onEachStore(
  'what is kept of a person holds their subscriptions, and erasing ends them',
  async (records) => {
    const made = await asked(records, 'anna@example.org', filters('asthma'))
    await pressed(records, 'anna@example.org')
    const { id } = await records.db.selectFrom('person').select('id').executeTakeFirstOrThrow()
    const kept = JSON.stringify(await exportPerson(records, id))
    assert.match(kept, /"subscriptions":\[\{.*asthma/)
    assert.ok(!kept.includes(made.token))
    await eraseForGood(records, id, { now: testNow, actor: 'operator' })
    assert.equal(await readWatch(records, made.watch.id, made.token), undefined)
  },
)

onEachStore('what its reader stopped does not come back with an older backup', async (records) => {
  const made = await asked(records, 'anna@example.org')
  await pressed(records, 'anna@example.org')
  const before = await records.db
    .selectFrom('watch')
    .selectAll()
    .where('id', '=', made.watch.id)
    .executeTakeFirstOrThrow()
  await stopWatch(records, made.watch.id, testNow)
  await records.write(async (tx) => {
    await tx
      .updateTable('watch')
      .set({ state: before.state, started_at: before.started_at })
      .where('id', '=', made.watch.id)
      .execute()
    await eraseAgain(tx, records.dataDir)
  })
  assert.equal(await readWatch(records, made.watch.id, made.token), undefined)
})

onEachStore(
  'two imports of a day are one mail and the next one, by what the search finds',
  async (records, t) => {
    const { take } = await testCatalogue(t)
    const study = (nctId: string, updated: string, condition = 'Kawasaki Disease') =>
      exampleStudy({ nctId, condition, mesh: condition, posted: '2026-11-24', updated })
    let catalogue = await take([exampleStudy({ nctId: 'NCT03000001' })], '2026-11-25T06:00:00Z')
    const server = watching(records, [], testNow, () => catalogue)
    await asked(records, 'anna@example.org', filters('Kawasaki Disease'))
    await pressed(records, 'anna@example.org')
    for (const [at, nctId] of [
      ['2026-11-26T06:00:00Z', 'NCT03000002'],
      ['2026-11-26T12:00:00Z', 'NCT03000003'],
    ] as const) {
      catalogue = await take(
        [study(nctId, '2026-11-25'), study(nctId.replace('3000', '4000'), '2026-11-25', 'Asthma')],
        at,
      )
      server.now = new Date(Date.parse(at) + 60_000)
      // A busy machine answers no search at times: the next round does.
      for (let rounds = 0; rounds < 20; rounds++)
        await server.match(catalogue).catch((error: unknown) => assert.match(String(error), /Busy/))
      await server.send()
    }
    const texts = async () => (await noticesOf(records)).map(({ letter }) => letter?.text ?? '')
    assert.deepEqual(
      (await texts()).map((text) => text.match(/NCT\d{8}$/gm)),
      [['NCT03000002', 'NCT03000002']],
    )
    server.now = new Date('2026-11-27T06:00:00Z')
    await server.send()
    assert.match((await texts())[1] ?? '', /NCT03000003/)
  },
)
