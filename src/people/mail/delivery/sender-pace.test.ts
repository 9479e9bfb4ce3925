import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../testing/properties.ts'
import { sized } from '../../../testing/sized.ts'
import { onEachStore } from '../../../testing/test-records.ts'
import {
  morning,
  openTestServer,
  outbox,
  postTo,
  queueTo,
  sending,
} from '../../../testing/test-mail.ts'
import { domainPauseMs, nextTry, relayPauseMs } from '../outbox/backoff.ts'
import { assignSlots, freshPace, type DueMail, type PaceState } from '../outbox/pace.ts'
import { sendDue } from './sender.ts'

test('no second has more mails than the pace allows, and none is postponed for ever', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 120 }),
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 1, max: 8 }),
      fc.integer({ min: 50, max: 1500 }),
      (domains, perSecond, perSecondPerDomain, stepMs) => {
        const pace = { perSecond, perSecondPerDomain }
        const { sent, pushes } = play(domains, pace, stepMs)
        assert.equal(sent.length, domains.length)
        assertPace(
          sent.map(({ at }) => at),
          perSecond,
        )
        for (const domain of new Set(domains))
          assertPace(
            sent.filter((mail) => mail.domain === domain).map(({ at }) => at),
            perSecondPerDomain,
          )
        assert.ok(Math.max(0, ...pushes.values()) <= 2, 'postponed again and again')
      },
    ),
    { numRuns: sized(100, 500) },
  )
})

/** Plays a sender that looks again every `stepMs`, until all mails are sent. */
function play(
  mails: readonly number[],
  pace: { perSecond: number; perSecondPerDomain: number },
  stepMs: number,
) {
  let waiting: DueMail[] = mails.map((domain, index) => ({
    id: String(index),
    domainKey: String(domain),
    isUrgent: false,
    dueAt: 0,
    hasSlot: false,
  }))
  let relay: PaceState = freshPace
  const domains = new Map<string, PaceState>()
  const sent: { at: number; domain: number }[] = []
  const pushes = new Map<string, number>()
  for (let now = 1_000_000; waiting.length > 0 && sent.length <= mails.length; now += stepMs) {
    const due = waiting.filter(({ dueAt }) => dueAt <= now).toSorted((a, b) => a.dueAt - b.dueAt)
    const slots = assignSlots(due, { relay, domains }, { pace, now, room: 50 })
    for (const { id, at } of slots.taken) sent.push({ at, domain: mails[Number(id)] ?? 0 })
    const taken = new Set(slots.taken.map(({ id }) => id))
    const postponed = new Map(slots.postponed.map((mail) => [mail.id, mail]))
    waiting = waiting
      .filter(({ id }) => !taken.has(id))
      .map((mail) => {
        const later = postponed.get(mail.id)
        if (later) pushes.set(mail.id, (pushes.get(mail.id) ?? 0) + 1)
        return later ? { ...mail, dueAt: later.at, hasSlot: later.hasSlot } : mail
      })
    relay = { ...relay, nextAt: slots.relayNextAt }
    for (const [key, nextAt] of slots.nextAt) domains.set(key, { ...freshPace, nextAt })
  }
  return { sent, pushes }
}

/** A slot that was given is kept for a while, so a second may have what the one before did not use. */
function assertPace(moments: readonly number[], perSecond: number): void {
  const sorted = moments.toSorted((a, b) => a - b)
  const spanSeconds = ((sorted.at(-1) ?? 0) - (sorted[0] ?? 0)) / 1000
  assert.ok(
    sorted.length <= Math.ceil(spanSeconds * perSecond) + perSecond + 1,
    `${sorted.length} mails in ${spanSeconds} s at ${perSecond} a second`,
  )
}

test('a busy domain holds up no other, and nothing that is waited for on the screen', () => {
  const mail = (id: string, domainKey: string, isUrgent = false): DueMail => ({
    id,
    domainKey,
    isUrgent,
    dueAt: 0,
    hasSlot: false,
  })
  const many = Array.from({ length: 100 }, (_, index) => mail(`m${index}`, 'big'))
  const mails = [...many, mail('other', 'small'), mail('confirm', 'big', true)]
  const pace = { perSecond: 0, perSecondPerDomain: 2 }
  const slots = assignSlots(
    mails,
    { relay: freshPace, domains: new Map() },
    { pace, now: 5000, room: 50 },
  )
  assert.deepEqual(
    slots.taken.map(({ id }) => id),
    ['m0', 'm1', 'm2', 'other', 'confirm'],
  )
  assert.equal(new Set(slots.postponed.map(({ at }) => at)).size, 97)
})

test('waits grow to four hours, are a quarter longer by chance, and end after 48 hours', () => {
  const at = (attempts: number, kind: 'deferred' | 'greylisted', random = 0) => {
    const due = nextTry(
      { kind },
      { attempts, createdAt: morning },
      { now: morning, random: () => random },
    )
    return ((due?.getTime() ?? 0) - morning.getTime()) / 60_000
  }
  assert.deepEqual(
    [1, 2, 3, 4, 5, 6, 60].map((attempts) => at(attempts, 'deferred')),
    [1, 5, 15, 60, 120, 240, 240],
  )
  assert.equal(at(1, 'greylisted'), 5)
  assert.equal(at(1, 'deferred', 1), 1.25)
  const old = new Date(morning.getTime() - 47 * 3_600_000)
  const next = (attempts: number) =>
    nextTry({ kind: 'deferred' }, { attempts, createdAt: old }, { now: morning, random: () => 0 })
  assert.ok(next(3))
  assert.equal(next(6), undefined)
  assert.deepEqual(
    [1, 2, 3, 9].map((times) => domainPauseMs(times) / 60_000),
    [0, 1, 2, 60],
  )
  assert.deepEqual(
    [1, 6].map((times) => relayPauseMs(times) / 1000),
    [5, 900],
  )
})

onEachStore('mail goes out at the pace that was set', async (records, t) => {
  const server = await openTestServer(t)
  await queueTo(
    records,
    Array.from({ length: 12 }, (_, index) => `p${index}@one.example`),
    { now: new Date(0) },
  )
  await queueTo(records, ['ann@two.example'], { now: new Date(0) })
  const started = performance.now()
  const pace = { perSecond: 0, perSecondPerDomain: 10 }
  const clock = () => new Date()
  // Two senders share it.
  const counts = await Promise.all(
    ['one', 'two'].map((holder) =>
      sendDue(records, postTo(server.port), sending({ now: clock, pace, holder, lingerMs: 2000 })),
    ),
  )
  const tookMs = performance.now() - started
  assert.equal(
    counts.reduce((sum, { sent }) => sum + sent, 0),
    13,
  )
  assert.ok(tookMs > 1000 && tookMs < 5000, `${tookMs} ms`)
})

for (const [name, jumpMs] of [
  ['forward by an hour', 3_600_000],
  ['forward by a year', 366 * 86_400_000],
  ['back by an hour', -3_600_000],
  ['to 2038', Date.parse('2038-01-19T03:14:08Z') - morning.getTime()],
] as const)
  onEachStore(
    `a clock that jumps ${name} while a mail is under way sends it once`,
    async (records, t) => {
      let jumped = 0
      const asked = Promise.withResolvers<void>()
      const secondIsOver = Promise.withResolvers<void>()
      const server = await openTestServer(t, {
        onRcptTo: async (_to, _session, done) => {
          jumped = jumpMs
          asked.resolve()
          await secondIsOver.promise
          done(null)
        },
      })
      await queueTo(records, ['ann@one.example'])
      const now = () => new Date(morning.getTime() + jumped)
      const first = sendDue(records, postTo(server.port), sending({ now, holder: 'one' }))
      await asked.promise
      const second = await sendDue(records, postTo(server.port), sending({ now, holder: 'two' }))
      secondIsOver.resolve()
      assert.deepEqual([(await first).sent, second.sent, server.received.length], [1, 0, 1])
      assert.equal([...(await outbox(records)).values()][0]?.state, 'sent')
    },
  )
