import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ProtocolSection } from '../../../finder/registry/study.ts'
import { outcomeOf } from '../../../finder/self-check/outcome.ts'
import { readAnswers } from '../../../finder/self-check/read-answers.ts'
import { selfCheckOf } from '../../../finder/self-check/self-check.ts'
import { openVocabulary } from '../../../finder/vocabulary/vocabulary.ts'
import {
  answeredOf,
  answerPutRight,
  answersAfter,
  answersOfCheck,
  saidAgeOf,
} from './answers-of-check.ts'
import type { SentAnswer } from './details.ts'

const protocol: ProtocolSection = {
  identificationModule: { nctId: 'NCT90000001' },
  conditionsModule: { conditions: ['Kawasaki Disease'] },
  designModule: { designInfo: { primaryPurpose: 'TREATMENT' } },
  eligibilityModule: {
    sex: 'ALL',
    minimumAge: '3 Months',
    maximumAge: '17 Years',
    eligibilityCriteria:
      'Inclusion Criteria:\n\n* History of asthma\n* Able to be followed by the team\n\nExclusion Criteria:\n\n* History of epilepsy\n* History of diabetes\n* History of tuberculosis',
  },
}

/** What goes to the site for answers by criterion: `i1`, `e1` … */
function sentFor(
  answers: Readonly<Record<string, string>>,
  eligibilityCriteria = protocol.eligibilityModule?.eligibilityCriteria ?? '',
): {
  readonly sent: readonly SentAnswer[]
  readonly count: number
} {
  const vocabulary = openVocabulary()
  const eligibilityModule = { ...protocol.eligibilityModule, eligibilityCriteria }
  const asking = { ...protocol, eligibilityModule }
  const { study, form } = selfCheckOf(asking, { vocabulary, today: '2026-11-23' })
  const fields = Object.entries(answers).map(([name, value]): [string, string] => [name, value])
  const params = new URLSearchParams([
    ['rules', form.rules],
    ['who', 'child'],
    ['age', '8'],
    ['unit', 'month'],
    ...fields,
  ])
  const { told, problems } = readAnswers(params, form)
  assert.deepEqual(problems, [])
  const outcome = outcomeOf(told, study)
  return { sent: answersOfCheck({ told, study, outcome }), count: answeredOf(told) }
}

test('a site gets every rule in its own words with what was said; what was presumed from silence is never met', () => {
  const { sent, count } = sentFor({ condition: 'yes', c_i1: 'no', c_e1: 'no', c_e2: 'not sure' })
  assert.equal(count, 4)
  const of = (words: RegExp) => sent.find(({ criterion }) => words.test(criterion))
  assert.deepEqual(of(/^Age:/), {
    criterion: 'Age: 3 Months to 17 Years',
    kind: 'limit',
    said: '8 months',
    reading: 'met',
    restsOn: ['age'],
  })
  assert.equal(of(/^Condition: Kawasaki Disease$/)?.said, 'yes')
  const asthma = of(/asthma/)
  assert.deepEqual([asthma?.kind, asthma?.said, asthma?.reading], ['inclusion', 'no', 'not met'])
  const epilepsy = of(/epilepsy/)
  assert.deepEqual([epilepsy?.kind, epilepsy?.said, epilepsy?.reading], ['exclusion', 'no', 'met'])
  const diabetes = of(/diabetes/)
  assert.deepEqual([diabetes?.said, diabetes?.reading], ['unknown', 'unknown'])
  const silent = of(/tuberculosis/)
  assert.deepEqual([silent?.said, silent?.reading], ['unknown', 'presumed'])
})

test('where the check asked something looser, its question goes along with the answer, and the criterion stays open', () => {
  const criterion = 'Blurged heart failure of the zorb or quixes of the blurg'
  const { sent } = sentFor({ c_e1: 'yes' }, `Exclusion Criteria:\n\n* ${criterion}`)
  const found = sent.find((one) => one.criterion === criterion)
  assert.equal(found?.said, 'unknown')
  assert.equal(found?.reading, 'unknown')
  assert.equal(found?.asked?.answer, 'yes')
  assert.match(found?.asked?.en ?? '', /^Does your child have heart failure\?$/)
  assert.match(found?.asked?.fr ?? '', /insuffisance cardiaque/)
  const [unsaid] = sentFor(
    { c_e1: 'not sure' },
    `Exclusion Criteria:\n\n* ${criterion}`,
  ).sent.filter((one) => one.criterion === criterion)
  assert.equal(unsaid?.asked, undefined)
})

test('an answer that is put right says what it then says of the rule', () => {
  const rule = { criterion: 'Epilepsy', kind: 'exclusion', said: 'no', reading: 'met' } as const
  assert.equal(answerPutRight(rule, 'no'), rule)
  assert.equal(answerPutRight(rule, 'yes').reading, 'not met')
  assert.equal(answerPutRight(rule, 'unknown').reading, 'unknown')
  assert.equal(answerPutRight({ ...rule, kind: 'inclusion' }, 'yes').reading, 'met')
  // A "no" to the illness may be no reason against a study that prevents it.
  assert.equal(answerPutRight({ ...rule, kind: 'limit', said: 'yes' }, 'no').reading, 'unknown')
})

test('what rests on an age that is put right is unknown, also in a list; what was answered itself stays', () => {
  const { sent } = sentFor(
    { condition: 'yes', c_i1: 'yes', c_e1: 'no' },
    'Inclusion Criteria:\n\n* History of asthma\n* Age 3 months to 2 years\n* All of the following:\n    * Age under 5 years\n    * History of eczema\n\nExclusion Criteria:\n\n* History of epilepsy\n* Pregnant women\n* Infants younger than 2 months',
  )
  const after = answersAfter(sent, { age: '8 months' }, { age: '30 years' })
  const all = sent.map((answer, at) => ({ answer, now: after[at] }))
  assert.doesNotMatch(JSON.stringify(after), /8 months/)
  const stay = all.filter(({ answer, now }) => answer === now)
  assert.deepEqual(
    stay.map(({ answer }) => answer.criterion),
    ['Sex: all', 'Condition: Kawasaki Disease', 'History of asthma', 'History of epilepsy'],
  )
  const changed = all.filter(({ answer, now }) => answer !== now)
  assert.ok(changed.length >= 3)
  assert.deepEqual(new Set(changed.map(({ now }) => now?.reading)), new Set(['unknown']))
  assert.equal(after.find(({ criterion }) => criterion.startsWith('Age:'))?.said, '30 years')
  assert.deepEqual(answersAfter(sent, { age: '8 months' }, { age: '8 months' }), sent)
  const sex = answersAfter(sent, { sex: 'MALE' }, {})
  assert.deepEqual(
    sex.filter((answer, at) => answer !== sent[at]).map(({ reading }) => reading),
    sent.filter(({ restsOn }) => restsOn?.includes('sex')).map(() => 'unknown'),
  )
})

test('an age is said as the registry says one, and a day of birth as a day', () => {
  assert.equal(saidAgeOf({ age: { value: 1, unit: 'year' } }), '1 year')
  assert.equal(saidAgeOf({ born: '2026-03-01' }), 'born 2026-03-01')
  assert.equal(saidAgeOf({}), undefined)
})
