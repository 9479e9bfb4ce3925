import assert from 'node:assert/strict'
import { test } from 'node:test'
import { itemOf } from '../../testing/example-nodes.ts'
import { factOf, madeNode, smallItems, smallProtocol } from '../../testing/small-protocol.ts'
import type { AmendmentImpact, Protocol } from './document/protocol.ts'
import type { Fact } from './facts/fact.ts'
import { state } from './state.ts'

const items = [
  ...smallItems,
  itemOf('versionEffective', 'Version', '', 'event', { role: 'version effective' }),
]
const zone = 'Europe/Paris'
const first = smallProtocol({}, { items })
const second = (impact: Partial<AmendmentImpact> = {}, from = '2025-03-10'): Protocol =>
  smallProtocol(
    {},
    {
      items,
      version: '2',
      effective: [{ site: '*', from, zone }],
      amendment: { ...madeNode('amendment'), ...impact },
    },
  )
const consent = factOf('consent', 'yes', '2025-03-03T08:00+01:00')
const announced = (value: string, at: string, details: Fact['details'] = {}): Fact =>
  factOf('versionEffective', value, at, { details, recordedAt: '2025-03-04T10:00+01:00' })

/** The version, and what is asked about versions and consent. */
function said(versions: readonly Protocol[], facts: readonly Fact[], now = '2025-03-12T09:00Z') {
  const { version, questions } = state(
    versions.map((protocol) => ({ protocol })),
    facts,
    now,
  )
  const asked = questions
    .filter(({ type }) => ['version', 'reconsent', 'in the future'].includes(type))
    .map(({ type, node }) => `${type} ${node ?? ''}`.trim())
  return { version: version.version, pending: version.pending, re: version.reconsent, asked }
}

test('a version that was announced and does not say whom it is for is asked about once', () => {
  const facts = [consent, announced('2', '2025-03-10T00:00+01:00')]
  const { pending, asked } = said([first, second()], facts)
  assert.deepEqual([asked, pending], [['version 2'], [{ version: '2', from: '2025-03-10' }]])
})

test('what was decided is not asked any more, whether it applies to who was in or not', () => {
  const facts = [consent, announced('2', '2025-03-10T00:00+01:00')]
  for (const [appliesTo, version] of [
    ['everybody', '2'],
    ['new participants', '1'],
  ] as const) {
    const answer = said([first, second({ appliesTo })], facts)
    assert.deepEqual(answer, { version, pending: [], re: 'not needed', asked: [] })
  }
})

test('of two versions of one day the one that takes the place of the other is in force, in whatever order they come', () => {
  const newer = { ...second({}, first.effective[0]?.from), supersedes: first.version }
  for (const versions of [
    [first, newer],
    [newer, first],
  ])
    assert.equal(said(versions, [consent]).version, '2')
})

test('a version is not said to be in force before its first day', () => {
  const later = (version: string, from: string) => ({
    protocol: { ...second({}, from), version },
  })
  const versions = [later('1', '2025-03-10'), later('2', '2025-04-10')]
  const { version } = state(versions, [consent], '2025-03-12T09:00Z')
  assert.deepEqual([version.version, version.because], ['1', 'none in force'])
})

test('a version nobody here knows is asked about as long as it is announced', () => {
  assert.deepEqual(said([first], [consent, announced('9', '2025-03-10')]).asked, ['version 9'])
})

test('consent is due again from the first instant of the day at the site, and done by who signs on that day', () => {
  const versions = [first, second({ appliesTo: 'everybody', reconsent: true })]
  const facts = [consent, announced('2', '2025-03-10T00:00+01:00', { reconsent: true })]
  const before = said(versions, facts, '2025-03-09T22:00Z')
  assert.deepEqual(before, { version: '1', pending: [], re: 'not needed', asked: [] })
  assert.deepEqual(said(versions, facts, '2025-03-09T23:30Z').asked, ['reconsent 2'])
  const again = factOf('consent', 'yes', '2025-03-10T08:00+01:00')
  assert.deepEqual(said(versions, [...facts, again]), {
    version: '2',
    pending: [],
    re: 'done',
    asked: [],
  })
})

test('who consented between the decision and its day is asked again though nobody wrote it down', () => {
  for (const appliesTo of ['everybody', 'new participants'] as const) {
    const versions = [first, second({ appliesTo, reconsent: true })]
    assert.equal(said(versions, [consent], '2025-03-09T12:00Z').re, 'not needed')
    assert.deepEqual(said(versions, [consent]).asked, ['reconsent 2'])
    const later = factOf('consent', 'yes', '2025-03-10T00:10+01:00')
    assert.equal(said(versions, [later]).re, 'not needed')
  }
})

test('a new text of consent makes consent due again and is no version', () => {
  const text = announced('text-2', '2025-03-10T00:00+01:00', {
    reconsent: true,
    of: 'consent text',
  })
  const answer = said([first], [consent, text])
  assert.deepEqual([answer.asked, answer.pending], [['reconsent text-2'], []])
})
