import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AskedRule } from '../../words/language/asked.ts'
import { fittedRule } from './fitted-rule.ts'

const pregnant: AskedRule = { ask: 'pregnancy', about: ['pregnant'], isTurned: false }
const tested: AskedRule = { ask: 'set', phrase: 'negativePregnancyTest', isTurned: false }
const smoking: AskedRule = { ask: 'set', phrase: 'smoking', isTurned: false }
const several = (joint: 'or' | 'and', ...rules: AskedRule[]): AskedRule => ({
  ask: 'several',
  joint,
  rules,
  isTurned: false,
})
const ofMan = (rule: AskedRule) => fittedRule(rule, { sex: 'MALE', today: '2026-01-01' })

test('of several parts, what cannot be so of a man is left out', () => {
  assert.deepEqual(ofMan(several('or', pregnant, smoking)), smoking)
  assert.deepEqual(ofMan(several('and', tested, smoking)), smoking)
})

test('of parts that only together are the rule, none is left out', () => {
  assert.equal(ofMan(several('and', pregnant, smoking)), undefined)
  assert.equal(ofMan(several('or', tested, smoking)), undefined)
  const both = several('and', smoking, smoking)
  assert.deepEqual(ofMan(both), both)
})

test('nobody under eight or from sixty years on is asked about pregnancy', () => {
  const ofWoman = (value: number) =>
    fittedRule(pregnant, { sex: 'FEMALE', age: { value, unit: 'year' }, today: '2026-01-01' })
  assert.deepEqual([7, 8, 59, 60, 81].map(ofWoman), [
    undefined,
    pregnant,
    pregnant,
    undefined,
    undefined,
  ])
})
