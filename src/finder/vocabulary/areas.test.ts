import assert from 'node:assert/strict'
import { test } from 'node:test'
import { areasIn } from './areas.ts'

const has = (text: string, which: 'wide' | 'near' | 'said', area: string): void =>
  assert.ok(areasIn(text, which).has(area), `${text}: ${[...areasIn(text, which)].join(', ')}`)

test('words of one field meet, in English and French, whatever their case and accents', () => {
  for (const said of ['On haemodialysis', 'dialysé', 'Chronic KIDNEY disease', 'Néphrectomie'])
    has(said.replace('haemo', 'hemo'), 'said', 'near kidney')
  for (const said of ['épileptique', 'convulsions', 'Seizures since age 4'])
    has(said, 'said', 'near seizures')
  has('He tried to kill himself', 'said', 'near suicide')
  has('Any malignancy', 'wide', 'wide cancer')
  has('lymphome', 'said', 'wide cancer')
})

test('a criterion names an area by a value, a record does not', () => {
  has('Creatinine > 2 mg/dL', 'near', 'near kidney')
  assert.equal(areasIn('Creatinine 0.8 mg/dL', 'said').size, 0)
})

test('words that only look alike name nothing', () => {
  for (const said of [
    'She lives in Kidderminster',
    'A livery stable',
    'He is heartened',
    'Rate 70',
  ])
    assert.equal(areasIn(said, 'said').size, 0, said)
})
