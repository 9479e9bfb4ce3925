import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shippedVersion } from '../../../testing/test-study.ts'
import type { Fact } from '../facts/fact.ts'
import { state } from '../state.ts'

const protocol = shippedVersion('report')

type Details = NonNullable<Fact['details']>

const reaction: Details = {
  serious: 'hospitalisation',
  related: true,
  expected: false,
  sponsorAware: '2026-11-20T16:40+01:00',
}

/** The same before the sponsor was told of it. */
const unsaid: Details = { serious: 'hospitalisation', related: true, expected: false }

/** One event, told again and again: each list of details corrects the one before. */
function told(...versions: readonly Details[]): readonly Fact[] {
  return versions.map((details, at) => ({
    id: `event-${at}`,
    item: 'adverseEvent',
    value: 'fever after the injection',
    at: '2026-11-19T22:00+01:00',
    recordedAt: `2026-11-${20 + at}T10:00:00Z`,
    ...(at > 0 && { corrects: `event-${at - 1}`, reason: 'news' }),
    details,
  }))
}

function safetyOf(
  facts: readonly Fact[],
  { now = '2026-12-01T09:00Z', zone = 'Europe/Paris', sponsorZone = 'Europe/Paris' } = {},
) {
  const effective = [{ site: '*', from: '2026-11-01', zone }]
  const judged = state([{ protocol: { ...protocol, effective } }], facts, now, { sponsorZone })
  return { safety: judged.safety, questions: judged.questions }
}

test('an event that comes to threaten life starts the clock of 7 days from then, and that of 15 days goes on', () => {
  const worse = { ...reaction, serious: 'lifeThreatening', sponsorAware: '2026-11-23T09:00+01:00' }
  const { safety } = safetyOf(told(reaction, worse))
  assert.deepEqual(
    safety.map(({ event, fact, due }) => ({ event, fact, due })),
    [{ event: 'event-0', fact: 'event-1', due: '2026-11-30' }],
  )
  assert.deepEqual(safety[0]?.clocks, [
    {
      days: 7,
      isCertain: true,
      since: 'event-1',
      day0: '2026-11-23',
      due: '2026-11-30',
      followUpDue: '2026-12-08',
    },
    { days: 15, isCertain: true, since: 'event-0', day0: '2026-11-20', due: '2026-12-05' },
  ])
})

test('until the sponsor is told of the worsening its clock has no date, and the older one is shown', () => {
  const untold = { ...unsaid, serious: 'death' }
  const [event] = safetyOf(told(reaction, untold)).safety
  assert.deepEqual(
    event?.clocks.map(({ days, due }) => [days, due]),
    [
      [7, undefined],
      [15, '2026-12-05'],
    ],
  )
  assert.ok(event?.missing.includes('sponsorAware'))
})

test('news that makes nothing worse starts no clock again', () => {
  const later = { ...reaction, outcome: 'recovered', sponsorAware: '2026-11-28T09:00+01:00' }
  const [event] = safetyOf(told(reaction, later)).safety
  assert.deepEqual(
    event?.clocks.map(({ since, due }) => [since, due]),
    [['event-0', '2026-12-05']],
  )
})

test('what is judged later counts from the day the sponsor knew; an event told as related later, from then', () => {
  const unjudged = { ...reaction, expected: null }
  const open = safetyOf(told(unjudged)).safety[0]
  assert.deepEqual([open?.expedited, open?.ifUnexpectedDue], ['unknown', '2026-12-05'])
  const judged = safetyOf(told(unjudged, { ...reaction, change: 'judgement' })).safety[0]
  assert.deepEqual([judged?.expedited, judged?.due], ['15 days', '2026-12-05'])
  const changed = safetyOf(
    told({ ...reaction, related: false }, { ...reaction, sponsorAware: '2026-11-25' }),
  ).safety[0]
  assert.equal(changed?.due, '2026-12-10')
})

test('a correction of what was said by mistake takes its clock with it; news never does', () => {
  const mistake = { ...reaction, serious: 'death' }
  const corrected = { ...reaction, change: 'correction' }
  assert.deepEqual(
    safetyOf(told(mistake, corrected)).safety[0]?.clocks.map(({ days }) => days),
    [15],
  )
  assert.deepEqual(
    safetyOf(told(mistake, reaction)).safety[0]?.clocks.map(({ days }) => days),
    [7],
  )
})

test('days are of the sponsor’s clocks: at its midnight, over weekends, over a leap day', () => {
  const aware = (sponsorAware: string, zones = {}) =>
    safetyOf(told({ ...reaction, serious: 'death', sponsorAware }), {
      now: '2028-03-20T00:00Z',
      ...zones,
    }).safety[0]
  // 23:59 and 00:00 in Paris, seen from a site in La Réunion, three hours ahead.
  const zone = 'Indian/Reunion'
  assert.equal(aware('2026-11-20T23:59+01:00', { zone })?.day0, '2026-11-20')
  assert.equal(aware('2026-11-21T02:59+04:00', { zone })?.due, '2026-11-27')
  assert.equal(aware('2026-11-21T03:00+04:00', { zone })?.due, '2026-11-28')
  // A Friday: both weekends count.
  assert.equal(aware('2026-11-20T09:00+01:00')?.followUpDue, '2026-12-05')
  assert.equal(aware('2028-02-22T09:00+01:00')?.due, '2028-02-29')
  assert.equal(aware('2028-02-23T09:00+01:00')?.due, '2028-03-01')
})

test('a report to the authority settles the clocks that had begun by then, and the one after it is the follow-up', () => {
  const worse = { ...reaction, serious: 'death', sponsorAware: '2026-11-23T09:00+01:00' }
  const reported = { ...worse, change: 'judgement', reported: '2026-11-22 2026-11-29' }
  assert.deepEqual(
    safetyOf(told(reaction, worse, reported)).safety[0]?.clocks.map((one) => [
      one.days,
      one.reported,
      one.followUpReported,
    ]),
    [
      [7, '2026-11-29', undefined],
      [15, '2026-11-22', undefined],
    ],
  )
})

test('a site has 24 hours to tell its sponsor of a serious event, and again when it becomes worse', () => {
  const first = { ...reaction, siteAware: '2026-11-20T08:00+01:00' }
  const worse = { ...unsaid, serious: 'lifeThreatening', siteAware: '2026-11-22T08:00+01:00' }
  assert.deepEqual(safetyOf(told(first, worse)).safety[0]?.toSponsor, [
    {
      since: 'event-0',
      aware: '2026-11-20T08:00+01:00',
      due: '2026-11-21T07:00:00Z',
      told: '2026-11-20T16:40+01:00',
      isLate: false,
    },
    {
      since: 'event-1',
      aware: '2026-11-22T08:00+01:00',
      due: '2026-11-23T07:00:00Z',
      isLate: true,
    },
  ])
  assert.deepEqual(safetyOf(told({ ...first, serious: 'no' })).safety[0]?.toSponsor, [])
})

test('a grade that does not fit the seriousness is asked about, and both stay as they were said', () => {
  const asked = (details: Details) =>
    safetyOf(told({ ...reaction, ...details })).questions.some(({ type }) => type === 'severity')
  assert.equal(asked({ grade: '3' }), false)
  assert.equal(asked({ grade: '4' }), true)
  assert.equal(asked({ grade: '5' }), true)
  assert.equal(asked({ grade: '4', serious: 'lifeThreatening' }), false)
  assert.equal(asked({ grade: '2', serious: 'death' }), true)
  assert.equal(asked({ grade: '5', serious: 'no' }), true)
  assert.equal(asked({ outcome: 'fatal' }), true)
  assert.equal(asked({ grade: '3', serious: 'no' }), false)
})

test('corrections that go round in a circle are read once', () => {
  const [one, other] = told(reaction, reaction)
  assert.ok(one && other)
  assert.deepEqual(safetyOf([{ ...one, corrects: 'event-1' }, other]).safety, [])
})

test('a no to whether something adverse happened is no event; an event that was told stays one', () => {
  const [event] = told(unsaid)
  assert.ok(event)
  for (const value of [false, 'none', 'not applicable']) {
    const { safety, questions } = safetyOf([{ ...event, value, details: {} }])
    assert.deepEqual(safety, [])
    assert.ok(!questions.some(({ node }) => node === event.id), String(value))
    const denied: Fact = { ...event, id: 'denied', value, corrects: event.id, details: unsaid }
    assert.equal(safetyOf([event, denied]).safety.length, 1)
  }
  assert.equal(safetyOf([{ ...event, value: null, details: {} }]).safety.length, 1)
})
