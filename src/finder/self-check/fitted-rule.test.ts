import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AskedRule } from '../../words/language/asked.ts'
import { fittedRule, isLeftToSite } from './fitted-rule.ts'

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

test('nobody under twelve or from sixty years on is asked about pregnancy', () => {
  const ofWoman = (value: number) =>
    fittedRule(pregnant, { sex: 'FEMALE', age: { value, unit: 'year' }, today: '2026-01-01' })
  assert.deepEqual([7, 11, 12, 59, 60, 81].map(ofWoman), [
    undefined,
    undefined,
    pregnant,
    pregnant,
    undefined,
    undefined,
  ])
})

const had = (...names: readonly string[]): AskedRule => ({
  ask: 'things',
  frame: 'had',
  what: {
    things: names.map((fr) => ({
      name: { en: fr, fr, gender: 'f' as const },
      like: [],
      tails: [],
    })),
    joint: names.length > 1 ? 'or' : undefined,
  },
  isTurned: false,
})

test('a pregnancy test is asked of no man, and a birth of nobody who never had one', () => {
  const nursing: AskedRule = { ask: 'pregnancy', about: ['nursing'], isTurned: false }
  assert.equal(ofMan(several('or', nursing, had('test de grossesse positif'))), undefined)
  assert.equal(ofMan(had('césarienne')), undefined)
  assert.deepEqual(ofMan(had('accouchement récent', 'fièvre')), had('fièvre'))
  const ofOld = fittedRule(had('césarienne'), {
    sex: 'FEMALE',
    age: { value: 70, unit: 'year' },
    today: '2026-01-01',
  })
  assert.deepEqual(ofOld, had('césarienne'))
})

test('contraception is asked of men, and of no child under twelve', () => {
  const safe: AskedRule = { ask: 'set', phrase: 'contraception', isTurned: false }
  const at = (value: number, unit: 'month' | 'year') =>
    fittedRule(safe, { sex: 'MALE', age: { value, unit }, today: '2026-01-01' })
  assert.deepEqual(
    [at(8, 'month'), at(6, 'year'), at(11, 'year'), at(13, 'year'), at(66, 'year')],
    [undefined, undefined, undefined, safe, safe],
  )
})

test('from eight to eleven years the site asks a girl about pregnancy, and nobody a boy', () => {
  const left = (value: number, sex: 'FEMALE' | 'MALE') =>
    isLeftToSite(pregnant, { sex, age: { value, unit: 'year' }, today: '2026-01-01' })
  assert.deepEqual(
    [left(7, 'FEMALE'), left(9, 'FEMALE'), left(12, 'FEMALE'), left(9, 'MALE')],
    [false, true, false, false],
  )
})
