import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exampleStudy } from '../../testing/example-stored.ts'
import type { ProtocolSection } from '../registry/study.ts'
import { openVocabulary } from '../vocabulary/vocabulary.ts'
import { outcomeOf } from './outcome.ts'
import { answerName, nothingTold, readAnswers } from './read-answers.ts'
import { isLeftOpen, ruleResults, speaksAgainst } from './rule-results.ts'
import { mayTake, selfCheckOf } from './self-check.ts'
import { thingsToBring } from './things-to-bring.ts'

const vocabulary = openVocabulary()
const today = '2026-11-23'
const kawasaki = exampleStudy('NCT02390596.2020-07-28.xml').study.protocolSection
const check = selfCheckOf(kawasaki, { vocabulary, today })

const boyOfTwo = {
  rules: check.form.rules,
  who: 'child',
  age: '2',
  sex: 'MALE',
  condition: 'yes',
  [answerName('i1')]: 'yes',
  [answerName('i3')]: 'yes',
}

function checked(given: Readonly<Record<string, string>>) {
  const { told, problems } = readAnswers(new URLSearchParams(given), check.form)
  assert.deepEqual(problems, [])
  return { told, study: check.study, outcome: outcomeOf(told, check.study) }
}

test('a study for children is asked about by a parent, and without an age limit of oneself', () => {
  assert.equal(check.form.who, 'child')
  const open: ProtocolSection = { identificationModule: { nctId: 'NCT00000001' } }
  assert.equal(selfCheckOf(open, { vocabulary, today }).form.who, 'me')
})

test('what cannot be read is a code beside its field, and the rest is kept', () => {
  const codes = (given: Readonly<Record<string, string>>) =>
    readAnswers(new URLSearchParams({ ...boyOfTwo, ...given }), check.form).problems.map(
      ({ field, code }) => `${field}: ${code}`,
    )
  assert.deepEqual(codes({ age: 'two' }), ['age: age'])
  assert.deepEqual(codes({ age: '1000' }), ['age: ageTooMuch'])
  assert.deepEqual(codes({ unit: 'fortnight' }), ['unit: unit'])
  assert.deepEqual(codes({ born: '2026-02-30' }), ['born: born'])
  assert.deepEqual(codes({ born: '2027-01-01' }), ['born: bornFuture'])
  assert.deepEqual(codes({ age: '9', born: '2024-01-01' }), ['born: bornDiffers'])
  assert.deepEqual(codes({ sex: 'X' }), ['sex: sex'])
  assert.deepEqual(codes({ [answerName('i1')]: 'perhaps' }), ['c_i1: answer'])
  assert.deepEqual(codes({ rules: 'abc' }), ['check-form: changed'])
  assert.deepEqual(codes({ rules: '' }), ['check-form: unreadable'])
  const kept = readAnswers(new URLSearchParams({ ...boyOfTwo, age: 'two', other: '1' }), check.form)
  assert.equal(kept.told.sex, 'MALE')
  assert.equal(kept.hasUnknown, true)
})

test('an age in the text that the limits of the study contradict keeps nobody out before the site has told', () => {
  const protocol: ProtocolSection = {
    identificationModule: { nctId: 'NCT00000001' },
    eligibilityModule: {
      minimumAge: '6 Months',
      maximumAge: '17 Years',
      sex: 'ALL',
      eligibilityCriteria: 'Inclusion Criteria:\n\n* Age 18 years or older\n* Asthma',
    },
  }
  const { study, form } = selfCheckOf(protocol, { vocabulary, today })
  const given = { rules: form.rules, who: 'child', age: '2', sex: 'MALE', condition: 'yes' }
  const { told, problems } = readAnswers(new URLSearchParams(given), form)
  assert.deepEqual(problems, [])
  const outcome = outcomeOf(told, study)
  assert.equal(outcome.criteria[0]?.reason.because, 'limits differ')
  assert.equal(outcome.overall, 'the site must tell')
})

test('every rule has a result with its reason, and what nobody told is left open for the site', () => {
  const results = ruleResults(checked(boyOfTwo))
  assert.deepEqual(
    results.slice(0, 3).map(({ rule, label, why }) => [rule.about, label, why.because]),
    [
      ['age', 'met', 'age'],
      ['sex', 'met', 'anyone'],
      ['illness', 'met', 'conditionSaid'],
    ],
  )
  assert.ok(results.filter(speaksAgainst).length === 0)
  assert.ok(results.filter(isLeftOpen).length > 0)
  assert.ok(results.some(({ label, why }) => label === 'confirm' && why.because === 'presumed'))
})

test('a list of exclusions is clear only by answers: one silent line of "any" is enough to presume it, of "all" none may speak', () => {
  const labels = (opening: string, answers: Readonly<Record<string, string>>) => {
    const eligibilityCriteria = `Inclusion Criteria:\n\n* Adults\n\nExclusion Criteria:\n\n* ${opening}\n\n  * Asthma\n  * Diabetes mellitus`
    const listed = selfCheckOf(
      {
        identificationModule: { nctId: 'NCT00000001' },
        eligibilityModule: { eligibilityCriteria },
      },
      { vocabulary, today },
    )
    const given = new URLSearchParams({ rules: listed.form.rules, who: 'me', ...answers })
    const { told, problems } = readAnswers(given, listed.form)
    assert.deepEqual(problems, [])
    const outcome = outcomeOf(told, listed.study)
    return ruleResults({ told, study: listed.study, outcome })
      .filter(({ part, isUnder }) => part === 'exclusion' && !isUnder)
      .map(({ label, why }) => `${label}: ${why.because}`)
  }
  const no = (...ids: string[]) => Object.fromEntries(ids.map((id) => [answerName(id), 'no']))
  const any = 'Any of the following:'
  assert.deepEqual(labels(any, {}), ['confirm: presumed'])
  assert.deepEqual(labels(any, no('e1.1')), ['confirm: presumed'])
  assert.deepEqual(labels(any, no('e1.1', 'e1.2')), ['clear: parts'])
  const all = 'All of the following:'
  assert.deepEqual(labels(all, {}), ['confirm: presumed'])
  assert.deepEqual(labels(all, no('e1.2')), ['clear: parts'])
})

test('an age below the limit says which age, and with a date of birth the day, would change it', () => {
  const [byAge] = ruleResults(checked({ ...boyOfTwo, age: '6', unit: 'week' }))
  assert.deepEqual(byAge?.change, { by: 'older', value: '3', unit: 'mo' })
  const [byBirth] = ruleResults(checked({ ...boyOfTwo, age: '', born: '2026-10-10' }))
  assert.deepEqual(byBirth?.change, {
    by: 'older',
    value: '3',
    unit: 'mo',
    reached: '2027-01-10',
  })
})

test('what to bring follows from the criteria and from who is asked', () => {
  const things = thingsToBring(check.groups, { who: 'child', ageDays: 800 }).map(
    ({ thing }) => thing,
  )
  for (const thing of ['age', 'diagnosis', 'weight', 'fever', 'heart', 'vaccines', 'insurance'])
    assert.ok((things as string[]).includes(thing), thing)
  assert.ok(!things.includes('pregnancy'), 'nobody asks it of a child of two')
  const own = thingsToBring(check.groups, { who: 'me', ageDays: undefined })
  assert.ok(own.some(({ thing }) => thing === 'consentSelf'))
  const { groups } = selfCheckOf(
    {
      identificationModule: { nctId: 'NCT00000001' },
      eligibilityModule: {
        eligibilityCriteria:
          'Inclusion Criteria:\n\n* Informed consent\n\nExclusion Criteria:\n\n* Pregnancy',
      },
    },
    { vocabulary, today },
  )
  const broughtBy = (sex: 'MALE' | 'FEMALE', years: number) =>
    thingsToBring(groups, { who: 'other', ageDays: years * 365.25, sex }).map(({ thing }) => thing)
  const always = ['age', 'diagnosis']
  assert.deepEqual(broughtBy('FEMALE', 30), [...always, 'pregnancy', 'consentFor'])
  for (const [sex, years] of [
    ['MALE', 70],
    ['FEMALE', 81],
  ] as const)
    assert.deepEqual(broughtBy(sex, years), [...always, 'consentFor'])
})

test('what was never asked is not called unanswered, and no answer is asked for that would settle nothing', () => {
  const { study } = selfCheckOf(
    {
      identificationModule: { nctId: 'NCT00000001' },
      eligibilityModule: {
        eligibilityCriteria:
          'Inclusion Criteria:\n\n* A zorbling blurg of the right kind\n* Asthma\n\nExclusion Criteria:\n\n* Epilepsy that zorbles',
      },
    },
    { vocabulary, today },
  )
  const told = { ...nothingTold('me'), answers: { e1: 'yes' as const } }
  const results = ruleResults({ told, study, outcome: outcomeOf(told, study) })
  assert.deepEqual(
    results.flatMap(({ rule, why, change }) =>
      rule.about === 'criterion' ? [[rule.criterion.id, why.because, change?.by]] : [],
    ),
    [
      ['i1', 'leftToSite', undefined],
      ['i2', 'nothing', 'tell'],
      ['e1', 'wider', undefined],
    ],
  )
})

test('another study is offered unless its age or sex surely leaves the person out', () => {
  const { told } = checked(boyOfTwo)
  assert.equal(mayTake({ maximumAge: '17 Years' }, told, today), true)
  assert.equal(mayTake({ minimumAge: '18 Years' }, told, today), false)
  assert.equal(mayTake({ sex: 'FEMALE' }, told, today), false)
  assert.equal(mayTake({ minimumAge: '18 Years' }, nothingTold('me'), today), true)
})
