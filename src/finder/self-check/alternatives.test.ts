import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Answer } from '../eligibility/facts.ts'
import { checkOf } from '../../testing/test-check.ts'
import { outcomeOf } from './outcome.ts'
import { nothingTold } from './read-answers.ts'
import { checkPlanOf } from './plan.ts'
import { ruleResults, speaksAgainst } from './rule-results.ts'

/** What answers to a study's criteria come to: overall, and per rule what it says, why, and what would change it. */
function cameTo(criteria: string, answers: Readonly<Record<string, Answer>>) {
  const { study } = checkOf(criteria)
  const told = { ...nothingTold('me'), answers }
  const outcome = outcomeOf(told, study)
  const results = ruleResults({ told, study, outcome })
  const of = (id: string) =>
    results.find(({ rule }) => rule.about === 'criterion' && rule.criterion.id === id)
  return { overall: outcome.overall, against: results.filter(speaksAgainst).length, of }
}

test('a no to one of several lines speaks against nobody, and says so', () => {
  const criteria =
    'Inclusion Criteria:\n\n* Asthma with one or more of the following:\n* Diabetes\n* OR\n* Gout'
  const { overall, against, of } = cameTo(criteria, { i1: 'yes', i2: 'no', i4: 'yes' })
  assert.notEqual(overall, 'probably not')
  assert.equal(against, 0)
  assert.deepEqual(of('i2')?.why, { because: 'oneOfSeveral' })
  assert.equal(of('i2')?.change, undefined)
  assert.equal(of('i4')?.label, 'met')
  const { study, groups } = checkOf(criteria)
  const asked = checkPlanOf({ study, groups }, { who: 'me' }, false).parts.flatMap(({ items }) =>
    items.flatMap((item) => (item.kind === 'one' ? [item.question] : [])),
  )
  const decides = asked.map(({ criterion, decides }) => [criterion.id, decides])
  assert.deepEqual(
    decides.filter(([id]) => id === 'i2' || id === 'i4'),
    [
      ['i2', undefined],
      ['i4', undefined],
    ],
  )
})

test('a rule of the healthy is none of the ill', () => {
  const criteria =
    'Inclusion Criteria:\n\n* Patients with gout\n* Healthy controls without diabetes'
  const { overall, of } = cameTo(criteria, { i1: 'yes', i2: 'no' })
  assert.notEqual(overall, 'probably not')
  assert.deepEqual(of('i2')?.why, { because: 'ofSomePeople' })
})

test('only what a person could wish for or time brings is told as what would change a result', () => {
  const changeOf = (list: 'Inclusion' | 'Exclusion', rule: string, answer: Answer) =>
    cameTo(`${list} Criteria:\n\n* ${rule}`, { [list === 'Inclusion' ? 'i1' : 'e1']: answer }).of(
      list === 'Inclusion' ? 'i1' : 'e1',
    )?.change?.by
  for (const illness of ['History of stroke', 'Gout', 'Previous heart attack'])
    assert.equal(changeOf('Inclusion', illness, 'no'), 'answerWrong', illness)
  assert.equal(changeOf('Inclusion', 'Able to give informed consent', 'no'), 'answerYes')
  assert.equal(changeOf('Exclusion', 'History of stroke', 'yes'), 'answerWrong')
  assert.equal(changeOf('Exclusion', 'Stroke within the last 6 months', 'yes'), 'answerNo')
  assert.equal(changeOf('Exclusion', 'Gout', 'yes'), 'answerNo')
  const contraception =
    'Women of childbearing potential who are not using adequate contraception during the study'
  assert.equal(changeOf('Exclusion', contraception, 'yes'), 'answerYes')
})

test('what keeps out one group decides nothing, and whoever says yes to it is not told that nothing speaks against the study', () => {
  const { study } = checkOf(
    'Inclusion Criteria:\n\n* Gout\n\nExclusion Criteria:\n\n* Asthma\n\nExclusion Criteria for Arm 2:\n\n* Epilepsy',
  )
  const outcome = (answers: Readonly<Record<string, 'yes' | 'no'>>) =>
    outcomeOf({ ...nothingTold('me'), condition: 'yes', answers: { i1: 'yes', ...answers } }, study)
  assert.equal(outcome({ e2: 'no' }).overall, 'worth asking')
  assert.deepEqual(
    [outcome({ e2: 'yes' }).overall, outcome({ e2: 'yes' }).leaning],
    ['the site must tell', ['e2']],
  )
  assert.equal(outcome({ e1: 'yes' }).overall, 'probably not')
})
