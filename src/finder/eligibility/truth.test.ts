import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Bound } from './comparisons.ts'
import type { Lab } from './facts.ts'
import { truthOf } from './truth.ts'
import type { MeasureReading } from './reading.ts'

const unit = 'mL/min/{1.73_m2}'

function truth(lab: Partial<Lab>, limits: { readonly min?: Bound; readonly max?: Bound }) {
  const reading: MeasureReading = {
    type: 'measure',
    codes: ['egfr'],
    unit,
    span: { start: 0, end: 1 },
    rule: '',
    negated: false,
    ...limits,
  }
  return truthOf(reading, { labs: [{ what: 'egfr', value: '15', unit, ...lab }] })
}

const under = (value: string, inclusive = false) => ({ max: { value, inclusive } })
const over = (value: string, inclusive = false) => ({ min: { value, inclusive } })

test('a value that is a bound decides where every value it allows does, and else is unknown', () => {
  const below = { comparator: '<' } as const
  assert.equal(truth(below, under('30')), 'met')
  assert.equal(truth(below, under('15')), 'met')
  assert.equal(truth(below, under('10')), 'unknown')
  assert.equal(truth(below, over('30')), 'not met')
  assert.equal(truth(below, over('15', true)), 'not met')
  assert.equal(truth(below, over('10')), 'unknown')
  assert.equal(truth({ comparator: '<=' }, over('15', true)), 'unknown')
  assert.equal(truth({ comparator: '<=' }, over('15')), 'not met')
  assert.equal(truth({ comparator: '>' }, over('15')), 'met')
  assert.equal(truth({ comparator: '>=' }, over('15')), 'unknown')
  assert.equal(truth({ comparator: '>=' }, over('15', true)), 'met')
  assert.equal(truth({ comparator: '>' }, under('15', true)), 'not met')
  assert.equal(truth({ comparator: '>' }, under('30')), 'unknown')
})

test('a range decides where both its ends agree', () => {
  const range = { value: '15', upTo: '20' }
  assert.equal(truth(range, under('30')), 'met')
  assert.equal(truth(range, under('20')), 'unknown')
  assert.equal(truth(range, under('20', true)), 'met')
  assert.equal(truth(range, over('15', true)), 'met')
  assert.equal(truth(range, over('20')), 'not met')
})

test('a point is above, at or below a limit, and a value in no unit is unknown', () => {
  assert.equal(truth({}, under('15')), 'not met')
  assert.equal(truth({}, under('15', true)), 'met')
  assert.equal(truth({}, over('15')), 'not met')
  assert.equal(truth({}, over('15', true)), 'met')
  assert.equal(truth({ unit: '' }, over('10')), 'unknown')
  assert.equal(truth({ value: 'see note' }, over('10')), 'unknown')
})
