import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aboutIllness } from './about-illness.ts'
import { conditionEffect } from './outcome.ts'

const protocolOf = (conditions: readonly string[], primaryPurpose = 'TREATMENT') => ({
  identificationModule: { nctId: 'NCT00000001' },
  conditionsModule: { conditions },
  designModule: { designInfo: { primaryPurpose } },
})

test('what is done, given or measured is no illness that somebody has', () => {
  for (const name of [
    'Cardiac Surgery',
    'Anesthesia, General',
    'Colchicine',
    'Blood Pressure',
    'Coronary Artery Bypass Grafting (CABG)',
    'Quality of Life',
    'Rehabilitation After Stroke',
    'Pregnancy',
    'Pregnant Women',
    'Children',
  ])
    assert.deepEqual(aboutIllness(protocolOf([name])).illnesses, [], name)
})

test('an illness of an operation, a measure or a medicine is one', () => {
  for (const name of [
    'High Blood Pressure',
    'Heart Failure With Preserved Ejection Fraction',
    'Kidney Transplant Failure',
    'Surgery, Complications',
    'Pain, Postoperative',
    'Vaccine Reaction',
    'Exercise Intolerance',
    'Pacemaker-Induced Cardiomyopathy',
    'Anesthesia Induced Hypotension',
    'Delayed Recovery From Anaesthesia',
    'MS',
    'ALL',
    'Nameless Illness',
    'Ectopic Pregnancy',
  ])
    assert.deepEqual(aboutIllness(protocolOf([name])).illnesses, [name], name)
})

test('who has not the illness is shut out only where the study names nothing else that they may have', () => {
  assert.equal(conditionEffect('no', protocolOf(['Heart Failure'])), 'against')
  assert.equal(conditionEffect('no', protocolOf(['Heart Failure', 'Children'])), 'against')
  assert.equal(conditionEffect('no', protocolOf(['Heart Failure', 'Cardiac Surgery'])), 'open')
  assert.equal(conditionEffect('no', protocolOf(['Heart Failure'], 'PREVENTION')), 'open')
  assert.equal(conditionEffect('no', protocolOf(['Cardiac Surgery'])), 'none')
})

test('of thousands of illnesses only the first hundreds are read', () => {
  const listed = Array.from({ length: 10_000 }, (_, at) => `Disease ${at} of the heart`)
  assert.deepEqual(aboutIllness(protocolOf(listed)).illnesses, listed.slice(0, 300))
})
