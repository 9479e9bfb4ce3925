import assert from 'node:assert/strict'
import { createServer, type Socket } from 'node:net'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { test, type TestContext } from 'node:test'
import { onEachStore } from '../../../testing/test-records.ts'
import { mailFigures } from '../outbox/mail-figures.ts'
import {
  morning,
  openTestServer,
  outbox,
  postTo,
  queueTo,
  reply,
  sending,
  someLetter,
} from '../../../testing/test-mail.ts'
import { retryMail } from '../outbox/retry.ts'
import { readSmtpUrl } from './smtp-post.ts'
import { sendDue } from './sender.ts'
import { unusedPort } from '../../../testing/ports.ts'

const second = 1000
const later = (ms: number) => () => new Date(morning.getTime() + ms)

onEachStore(
  'a dead mail server costs no attempt, and is left alone longer each time',
  async (records, t) => {
    const port = await unusedPort()
    await queueTo(records, ['ann@one.example', 'ben@two.example'])
    const pauses: number[] = []
    let now = morning.getTime()
    for (let time = 0; time < 6; time++) {
      const counts = await sendDue(records, postTo(port), sending({ now: () => new Date(now) }))
      const until = counts.relayDownUntil?.getTime() ?? 0
      pauses.push((until - now) / second)
      // Before that it is not even tried.
      const early = await sendDue(
        records,
        postTo(port),
        sending({ now: () => new Date(until - 1) }),
      )
      assert.equal(early.relayDownUntil?.getTime(), until)
      now = until
    }
    assert.deepEqual(pauses, [5, 30, 120, 300, 900, 900])
    const rows = [...(await outbox(records)).values()]
    assert.ok(rows.every(({ state, attempts }) => state === 'queued' && attempts === 0))
    const { relay } = await mailFigures(records.db, new Date(now))
    assert.deepEqual(relay, {
      state: 'down',
      until: new Date(now).toISOString(),
      failures: 6,
      code: 'ECONNREFUSED',
    })
    const server = await openTestServer(t)
    const counts = await sendDue(
      records,
      postTo(server.port),
      sending({ now: () => new Date(now) }),
    )
    assert.equal(counts.sent, 2)
    assert.deepEqual((await mailFigures(records.db, new Date(now))).relay, { state: 'good' })
  },
)

onEachStore('an operator may have a dead mail server tried again at once', async (records, t) => {
  await queueTo(records, ['ann@one.example'])
  await sendDue(records, postTo(await unusedPort()), sending())
  const server = await openTestServer(t)
  assert.equal((await sendDue(records, postTo(server.port), sending())).sent, 0)
  await records.write((tx) => retryMail(tx, { ids: [], failed: false, now: morning }))
  assert.equal((await sendDue(records, postTo(server.port), sending())).sent, 1)
})

const refusals: readonly (readonly [string, Parameters<typeof openTestServer>[1], string])[] = [
  [
    '421 at the greeting',
    { onConnect: (_session, done) => done(reply(421, '4.3.2 Too many')) },
    '421',
  ],
  [
    'a refused sender',
    { onMailFrom: (_from, _session, done) => done(reply(550, '5.7.1 Not you')) },
    '550 5.7.1',
  ],
  ['a certificate nobody vouches for', { disabledCommands: [] }, 'CERT_HAS_EXPIRED'],
]

for (const [name, options, code] of refusals)
  onEachStore(`${name} is a mail server that is down`, async (records, t) => {
    const server = await openTestServer(t, options)
    const [mail] = await queueTo(records, ['ann@one.example'])
    const codes: (string | undefined)[] = []
    const onRelayDown = (given: string | undefined) => void codes.push(given)
    const counts = await sendDue(records, postTo(server.port), sending({ onRelayDown }))
    assert.ok(counts.relayDownUntil)
    assert.ok(codes[0]?.startsWith(code), `${codes[0]}`)
    const row = (await outbox(records)).get(mail?.id ?? '')
    assert.deepEqual([row?.state, row?.attempts, row?.outcome], ['queued', 0, 'relay-down'])
  })

onEachStore(
  'a wrong password is a mail server that is down; the right one sends',
  async (records, t) => {
    const server = await openTestServer(t, {
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _session, done) =>
        password === 'right' ? done(null, { user: username }) : done(reply(535, '5.7.8 Wrong')),
    })
    await queueTo(records, ['ann@one.example'])
    const wrong = postTo(server.port, { auth: { user: 'me', pass: 'wrong' } })
    assert.ok((await sendDue(records, wrong, sending())).relayDownUntil)
    assert.deepEqual((await mailFigures(records.db, morning)).relay, {
      state: 'down',
      until: later(5 * second)().toISOString(),
      failures: 1,
      code: '535 5.7.8',
    })
    const right = postTo(server.port, { auth: { user: 'me', pass: 'right' } })
    assert.equal((await sendDue(records, right, sending({ now: later(5 * second) }))).sent, 1)
  },
)

onEachStore('a mail server that wants fewer connections gets fewer', async (records, t) => {
  let open = 0
  const server = await openTestServer(t, {
    onConnect: (_session, done) => done(++open > 1 ? reply(421, '4.7.0 Too many') : null),
  })
  await queueTo(
    records,
    Array.from({ length: 30 }, (_, index) => `p${index}@d${index}.example`),
  )
  let counts = await sendDue(records, postTo(server.port), sending())
  // It may say so before the first mail has shown that it is there at all.
  if (counts.relayDownUntil) {
    open = 0
    counts = await sendDue(records, postTo(server.port), sending({ now: later(5 * second) }))
  }
  assert.equal(server.received.length, 30)
})

onEachStore('a server that sends a byte a second is given up in time', async (records, t) => {
  const port = await tricklingServer(t)
  await queueTo(records, ['ann@one.example'])
  const started = performance.now()
  const post = postTo(port, { patienceMs: 5000, wholeMs: 1500 })
  assert.ok((await sendDue(records, post, sending())).relayDownUntil)
  assert.ok(performance.now() - started < 4000)
})

onEachStore('silence about one domain holds up no other', async (records, t) => {
  const server = await openTestServer(t, {
    // The domain that does not answer, as through a relay that asks it first.
    onRcptTo: ({ address }, _session, done) =>
      address.endsWith('@slow.example') ? undefined : done(null),
  })
  const slow = await queueTo(
    records,
    Array.from({ length: 6 }, (_, index) => `p${index}@slow.example`),
  )
  await queueTo(
    records,
    Array.from({ length: 20 }, (_, index) => `p${index}@d${index}.example`),
  )
  const post = postTo(server.port, { patienceMs: 700, wholeMs: 1000 })
  const started = performance.now()
  await sendDue(records, post, sending())
  assert.equal(server.received.length, 20)
  const lastAt = server.received.at(-1)?.at ?? Infinity
  assert.ok(lastAt - started < 700, `the others took ${lastAt - started} ms`)
  const rows = await outbox(records)
  const kept = slow.map(({ id }) => rows.get(id))
  assert.ok(kept.every((row) => row?.state === 'queued'))
  const tried = kept.filter((row) => row?.outcome === 'timeout').length
  assert.ok(tried >= 2 && tried <= 3, `${tried} were tried before the domain was left alone`)
  assert.equal((await mailFigures(records.db, morning)).restingDomains, 1)
})

onEachStore(
  'a mail server that takes nothing for anybody is down, not slow',
  async (records, t) => {
    const server = await openTestServer(t, { onRcptTo: () => undefined })
    await queueTo(
      records,
      Array.from({ length: 40 }, (_, index) => `p${index}@d${index}.example`),
    )
    const post = postTo(server.port, { patienceMs: 150, wholeMs: 1000 })
    assert.ok((await sendDue(records, post, sending())).relayDownUntil)
    const rows = [...(await outbox(records)).values()]
    assert.ok(rows.filter(({ attempts }) => attempts > 0).length <= 12)
  },
)

onEachStore('letters beyond ASCII before the at sign are sent as they are', async (records, t) => {
  const server = await openTestServer(t)
  await queueTo(records, ['jérôme@exämple.example'], { letter: { ...someLetter, subject: 'Été' } })
  assert.equal((await sendDue(records, postTo(server.port), sending())).sent, 1)
  assert.equal(server.received[0]?.to, 'jérôme@exämple.example')
})

test('a password is never sent over a line that others can read', () => {
  assert.equal(readSmtpUrl('smtp://me:secret@mail.example.org').requireTLS, true)
  assert.equal(readSmtpUrl('smtp://me:secret@127.0.0.1:2525').requireTLS, false)
  assert.equal(readSmtpUrl('smtp://mail.example.org').requireTLS, false)
  assert.equal(readSmtpUrl('smtp://mail.example.org?requireTLS=true').requireTLS, true)
  const { port, secure, auth } = readSmtpUrl('smtps://m%40x:p%3Aw@mail.example.org')
  assert.deepEqual([port, secure, auth], [465, true, { user: 'm@x', pass: 'p:w' }])
})

async function tricklingServer(t: TestContext): Promise<number> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.write('220 hello\r\n')
    const timer = setInterval(() => socket.write('2'), 200)
    socket.on('close', () => clearInterval(timer))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return (server.address() as AddressInfo).port
}
