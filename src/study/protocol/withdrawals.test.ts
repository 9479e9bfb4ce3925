import assert from 'node:assert/strict'
import { test } from 'node:test'
import { screenedChild, shippedVersion } from '../../testing/test-study.ts'
import type { Fact } from './facts/fact.ts'
import { state } from './state.ts'

const protocol = shippedVersion('report')
const zone = 'Europe/Paris'
const version = { protocol: { ...protocol, effective: [{ site: '*', from: '2026-11-01', zone }] } }
let count = 0
const fact = (item: string, value: string, at: string, more: Partial<Fact> = {}): Fact => ({
  id: `w${count++}`,
  item,
  value,
  at,
  ...more,
})
const treated: readonly Fact[] = [
  ...screenedChild().map((one) => ({ ...one, id: `s${count++}` })),
  fact('injection', '28', '2026-11-25T09:00+01:00', { unit: 'mg' }),
  fact('temperature', '37.0', '2026-11-26T08:00+01:00', { unit: 'Cel', site: 'axillary' }),
]
const now = '2026-11-26T09:30+01:00'
const later = '2026-12-24T12:00+01:00'

const withdrawal = (of?: string): Fact =>
  fact('consentWithdrawn', 'withdrawn', '2026-11-26T09:00+01:00', of ? { details: { of } } : {})
const at = (moment: string, ...facts: readonly Fact[]) =>
  state([version], [...treated, ...facts], moment)
const day30 = (found: ReturnType<typeof at>) =>
  found.visits.find(({ id }) => id === 'D30')?.standing

test('without a withdrawal the next dose is told and the visits are due', () => {
  const found = at(now)
  assert.equal(found.nextDoses[0]?.kind, 'give')
  assert.deepEqual(found.withdrawn, {})
  assert.equal(day30(at(later)), 'due')
})

test('who withdraws from treatment is given nothing more, and their visits stay', () => {
  const found = at(now, withdrawal('treatment'))
  assert.equal(found.nextDoses[0]?.kind, 'refuse')
  assert.equal(found.nextDoses[0]?.because[0]?.type, 'withdrawn')
  assert.equal(found.stop.stopped, true)
  assert.deepEqual(found.withdrawn, { treatment: '2026-11-26T09:00+01:00' })
  assert.equal(day30(at(later, withdrawal('treatment'))), 'due')
  const endpoints = at(later, withdrawal('treatment')).endpoints.map(({ because }) => because)
  assert.ok(!endpoints.includes('withdrawn'))
})

test('who withdraws from visits has none due any more, and what is given goes on', () => {
  const found = at(now, withdrawal('visits'))
  assert.equal(found.nextDoses[0]?.kind, 'give')
  assert.deepEqual(found.withdrawn, { visits: '2026-11-26T09:00+01:00' })
  assert.equal(day30(at(later, withdrawal('visits'))), 'notNeeded')
})

test('a withdrawal from all, or one that does not say from what, ends both', () => {
  for (const one of [withdrawal('all'), withdrawal(), withdrawal('something else')]) {
    const found = at(now, one)
    assert.equal(found.nextDoses[0]?.kind, 'refuse')
    assert.deepEqual(Object.keys(found.withdrawn), ['treatment', 'visits'])
    assert.equal(day30(at(later, one)), 'notNeeded')
    assert.equal(found.dosesGiven.length, 1, 'what was given stays')
  }
})

test('treatment and visits may end one after the other', () => {
  const visits = fact('consentWithdrawn', 'withdrawn', '2026-11-28T10:00+01:00', {
    details: { of: 'visits' },
  })
  const found = at(later, withdrawal('treatment'), visits)
  assert.deepEqual(found.withdrawn, {
    treatment: '2026-11-26T09:00+01:00',
    visits: '2026-11-28T10:00+01:00',
  })
})

test('a dose after a withdrawal from treatment is a deviation, and one after a withdrawal from visits is not', () => {
  const dose = fact('injection', '28', '2026-11-26T09:20+01:00', { unit: 'mg' })
  const types = (of: string) => at(now, withdrawal(of), dose).deviations.map(({ type }) => type)
  assert.ok(types('treatment').includes('after withdrawal'))
  assert.ok(!types('visits').includes('after withdrawal'))
})

test('a new text of consent asks to sign again from its day on, and is no version', () => {
  const text = fact('protocolVersionEffective', 'consent-2', '2026-11-28T00:00+01:00', {
    details: { reconsent: true, of: 'consent text' },
  })
  const before = at(now, text)
  assert.equal(before.version.reconsent, 'not needed')
  assert.ok(!before.questions.some(({ type }) => type === 'in the future'))
  const due = at('2026-11-28T08:00+01:00', text)
  assert.equal(due.version.reconsent, 'due')
  assert.deepEqual(due.version.pending, [])
  const types = due.questions.map(({ type }) => type)
  assert.ok(types.includes('reconsent') && !types.includes('version'))
  const again = fact('consentSigned', 'both', '2026-11-28T10:00+01:00')
  assert.equal(at('2026-11-28T11:00+01:00', text, again).version.reconsent, 'done')
})
