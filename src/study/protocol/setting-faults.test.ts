import assert from 'node:assert/strict'
import { test } from 'node:test'
import { levelOf, madeNode, smallProtocol, stepOf } from '../../testing/small-protocol.ts'
import type { PlannedVisit } from './document/schedule.ts'
import type { OperatorSetting } from './document/settings.ts'
import { settingFaults } from './setting-faults.ts'

const visit = (id: string, day: number, more: Partial<PlannedVisit> = {}): PlannedVisit => ({
  ...madeNode(id),
  items: ['height'],
  target: { anchor: 'start', day },
  ...more,
})
const protocol = smallProtocol(
  { cap: { ...madeNode('cap'), amount: { value: '100', unit: 'mg' } } },
  { visits: [visit('V8', 8), visit('V10', 10, { window: { early: 'P1D', late: 'P1D' } })] },
)
const by = 'the sponsor'
const window = (early: string, late: string): OperatorSetting => ({
  sets: 'visit window',
  visit: 'V8',
  window: { early, late },
  by,
})
const found = (...settings: readonly OperatorSetting[]) =>
  settingFaults(protocol, settings).map(({ kind, path }) => `${kind} ${path}`)
const ofDrug = { regimen: 'drug', by } as const

test('a setting is for what the version leaves open, once', () => {
  const least: OperatorSetting = {
    ...ofDrug,
    sets: 'smallest dose',
    amount: { value: '10', unit: 'mg' },
  }
  assert.deepEqual(found(least, window('P1D', 'P0D')), [])
  assert.deepEqual(found(least, least), ['set twice [1]'])
  assert.deepEqual(found({ ...ofDrug, sets: 'cap', amount: { value: '10', unit: 'mg' } }), [
    'set though stated [0]',
  ])
  assert.deepEqual(found({ ...least, regimen: 'other' }), ['no such part [0]'])
})

test('an amount that is set is one of the doses, and a window runs into no other', () => {
  const step = (value: string, unit: string): OperatorSetting => ({
    ...ofDrug,
    sets: 'rounding',
    step: { value, unit },
    mode: 'down',
  })
  assert.deepEqual(found(step('0.001', 'g')), [])
  assert.deepEqual(found(step('1', 'mL')), ['units do not convert [0].step.unit'])
  assert.deepEqual(found(step('0', 'mg')), ['not above zero [0].step.value'])
  assert.deepEqual(found(window('P1D', 'P1D')), ['windows overlap [0].window'])
  assert.deepEqual(found(window('-P1D', 'P0D')), ['below zero [0].window.early'])
})

test('a cap that is set below every dose is refused, and so is a rounding that leaves nothing', () => {
  const levels = ['2', '4'].map((value) => levelOf(`L${value}`, value, 'mg'))
  const regimen = { levels, changes: [stepOf('up', 'L2', 'L4')] }
  const of = (more: object, ...settings: readonly OperatorSetting[]) =>
    settingFaults(smallProtocol({ ...regimen, ...more }), settings).map(
      ({ kind, path }) => `${kind} ${path}`,
    )
  const cap = (value: string): OperatorSetting => ({
    ...ofDrug,
    sets: 'cap',
    amount: { value, unit: 'mg' },
  })
  const step = (value: string): OperatorSetting => ({
    ...ofDrug,
    sets: 'rounding',
    step: { value, unit: 'mg' },
    mode: 'nearest half up',
  })
  assert.deepEqual(of({}, cap('1.9')), ['cap below every dose [0].amount'])
  assert.deepEqual(of({}, cap('2')), [])
  assert.deepEqual(of({}, step('4.1')), ['rounds to nothing [0].step'])
  assert.deepEqual(of({}, step('4')), [])
  assert.deepEqual(of({}, step('4'), cap('3')), ['rounds to nothing [0].step'])
  const rounding = {
    rounding: { ...madeNode('step'), step: { value: '4', unit: 'mg' }, mode: 'nearest half up' },
  } as const
  assert.deepEqual(of(rounding, cap('3')), ['rounds to nothing [0].amount'])
  assert.deepEqual(of(rounding, cap('4')), [])
})
