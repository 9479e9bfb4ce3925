import assert from 'node:assert/strict'
import { test } from 'node:test'
import { givenIn } from './treatment-given.ts'

test('one way and one rhythm are read, in words and in the abbreviations of doctors', () => {
  assert.deepEqual(givenIn('180 mg IV infusion once weekly for three weeks'), {
    route: 'drip',
    often: { times: 1, per: 'week' },
  })
  assert.deepEqual(givenIn('125 mg capsule PO QD'), {
    route: 'mouth',
    often: { times: 1, per: 'day' },
  })
  assert.deepEqual(givenIn('One tablet by mouth twice daily'), {
    route: 'mouth',
    often: { times: 2, per: 'day' },
  })
  assert.deepEqual(givenIn('subcutaneous injection every 2 weeks'), {
    route: 'skin',
    often: { times: 2, per: 'everyWeeks' },
  })
  assert.deepEqual(givenIn('Single dose, intramuscularly'), {
    route: 'muscle',
    often: { times: 1, per: 'once' },
  })
})

test('of two ways or two rhythms neither is said, and what is not written is not there', () => {
  assert.deepEqual(givenIn('oral or intravenous, daily'), { often: { times: 1, per: 'day' } })
  assert.deepEqual(givenIn('500 mg injection every 2 weeks, then every 4 weeks'), {
    route: 'injection',
  })
  assert.deepEqual(givenIn('Anakinra'), {})
  assert.deepEqual(givenIn('important, impossible, scales'), {})
})

test('time without a treatment between times with it is told', () => {
  assert.deepEqual(givenIn('125 mg orally once daily for 21 days followed by 7 days off'), {
    route: 'mouth',
    often: { times: 1, per: 'day' },
    hasBreaks: true,
  })
})

test('a rhythm said twice in other words is one', () => {
  assert.deepEqual(givenIn('given once a day (QD), that is every day').often, {
    times: 1,
    per: 'day',
  })
})

test('a text that speaks of other times or of other medicines says no rhythm', () => {
  for (const text of [
    '118 ml trice daily',
    'Oral, 0.5 mg/kg/day, taper by 5 mg every 4 weeks',
    '3 weekly sessions of exercise',
    'a lesson of the daily routine',
    'every 2 or every 4 weeks by weight',
    'once or twice a week',
    'once weekly at bedtime',
    '100 mg once daily for the first two weeks',
    'once a day on days 1, 8 and 15',
    'docetaxel 75 mg every 3 weeks with prednisone 5 mg twice a day',
    'maximum permitted daily dose',
  ])
    assert.equal(givenIn(text).often, undefined, text)
  assert.deepEqual(givenIn('valsartan 80 mg orally once daily').often, { times: 1, per: 'day' })
})

test('an infusion is into a vein only where the vein is named, and no other place is', () => {
  assert.equal(givenIn('cells by intraventricular infusion').route, undefined)
  assert.equal(givenIn('one infusion of 30 ml into the heart').route, undefined)
  assert.equal(givenIn('intra-arterial, then IV').route, undefined)
  assert.equal(givenIn('dissection of level III and IV nodes').route, undefined)
  assert.equal(givenIn('for stage IV disease, by mouth').route, 'mouth')
  assert.equal(givenIn('IV infusion over 30 minutes').route, 'drip')
})
