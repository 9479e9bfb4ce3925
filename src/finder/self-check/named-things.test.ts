import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkOf } from '../../testing/test-check.ts'
import { wordsOf } from '../../words/words.ts'
import { outcomeOf } from './outcome.ts'
import { checkPlanOf } from './plan.ts'
import { questionText } from './question-text.ts'
import { nothingTold } from './read-answers.ts'
import { ruleResults } from './rule-results.ts'

const english = { language: 'en', words: wordsOf('en') } as const
const french = { language: 'fr', words: wordsOf('fr') } as const

/** The question of a rule of which no answer tells the rule; undefined where there is none. */
function named(rule: string, list = 'Exclusion', speech: typeof english | typeof french = english) {
  const asks = [...checkOf(`${list} Criteria:\n\n* ${rule}`).study.asks.values()]
  const ask = asks.at(-1)
  if (ask?.kind !== 'rule' || !ask.rule.isWide || !ask.rule.isPart) return undefined
  const turned = ask.rule.isTurned ? ' [turned]' : ''
  return questionText(speech, ask, 'me').replaceAll(/[\u00a0\u202f]/g, ' ') + turned
}

test('what an unread rule names among what keeps out is asked, in both languages', () => {
  const rule = 'Blurged heart failure, diabetes with quixing or other zorbles within 3 months'
  assert.equal(named(rule), 'Have you ever had heart failure or diabetes?')
  assert.equal(
    named(rule, 'Exclusion', french),
    'Avez-vous déjà eu une insuffisance cardiaque ou un diabète ?',
  )
})

test('what is denied among what is asked for is asked the other way round', () => {
  assert.equal(
    named('No zorbled epilepsy or blurgs of the quix', 'Inclusion'),
    'Do you have epilepsy? [turned]',
  )
})

test('nothing is asked that is of others, let in, planned, feared, denied, part of another name or in every life', () => {
  for (const rule of [
    'Zorbled asthma in a sibling, or blurgs',
    'Zorbled asthma may be included where blurgs',
    'Risk of zorbles, asthma or blurgs',
    'Zorbles without asthma blurgs',
    'Zorbled asthma clinic blurgs',
    'Use of zorbled medications that blurg',
    'Zorbles unless asthma',
    'Meets ICD-11 criteria for zorbles',
    'Hemoglobin < 9 zorbs',
    'Poorly zorbles controlled by blurgs',
  ])
    assert.equal(named(rule), undefined, rule)
  for (const rule of [
    'Thrombolysis in blurgs (ZORB) 0-1 of the quix',
    'Catheterization documented zorbles of the quix',
  ])
    assert.equal(named(rule, 'Inclusion'), undefined, rule)
})

test('of a thing of which the words before were not read no quality is asked that may be of others', () => {
  assert.equal(named('Zorbled, blurged, or recurrent asthma of the quix'), 'Do you have asthma?')
  assert.equal(
    named('Poorly managed diet controlled diabetes of the quix'),
    'Do you have, or have you had, a problem with hormones (thyroid, diabetes)?',
  )
})

test('a line under words that were not read is asked where these turn nothing; its answer tells nothing alone', () => {
  const line = (over: string, list = 'Exclusion') => named(`${over}\n  * Diabetes\n  * Gout`, list)
  assert.equal(line('Zorbled blurgs by quix:'), 'Do you have gout?')
  for (const over of [
    'Zorbled blurgs with these exceptions:',
    'Blurgs of a family member, to wit:',
    'Not allowed to zorble:',
  ])
    assert.equal(line(over), undefined, over)
})

test('what nearly every study speaks of is asked by its topic, however it is told', () => {
  assert.equal(
    named('Inability to zorble and comply with visits, due to blurgs'),
    'Can you come to all visits and follow what the study asks? [turned]',
  )
  assert.equal(
    named('Zorbled willingness of quixes to provide informed consent by blurg', 'Inclusion'),
    'Would you agree to take part, and sign?',
  )
  assert.equal(
    named('Any zorble that in the opinion of the blurg investigator may quix the safety'),
    'Has a doctor said that any illness or other reason makes this study unsafe or unwise for you?',
  )
  for (const rule of ['Zorbling at the time of informed consent'])
    assert.equal(named(rule), undefined, rule)
})

test('neither answer decides, and each is told of as what it is', () => {
  const check = checkOf(
    'Exclusion Criteria:\n\n* Blurged heart failure of the zorb or quixes of the blurg',
  )
  const nobody = nothingTold('me')
  const [item] = checkPlanOf(check, nobody, false).parts.flatMap(({ items }) => items)
  assert.ok(item?.kind === 'one')
  assert.equal(item.question.decides, undefined)
  for (const [answer, because] of [
    ['yes', 'wider'],
    ['no', 'partly'],
  ] as const) {
    const told = { ...nobody, answers: { [item.question.criterion.id]: answer } }
    const outcome = outcomeOf(told, check.study)
    const results = ruleResults({ told, study: check.study, outcome })
    const result = results.find(({ rule }) => rule.about === 'criterion')
    assert.equal(result?.why.because, because, answer)
    // A yes beside what keeps out is told, and nobody is told that nothing speaks against the study.
    assert.deepEqual(outcome.leaning, answer === 'yes' ? [item.question.criterion.id] : [])
    assert.equal(result?.leans, answer === 'yes' ? true : undefined)
  }
})

test('a yes to what a rule speaks of is never told as if nothing spoke against the study', () => {
  const check = checkOf(
    'Inclusion Criteria:\n\n* Age 18 years or older\n\nExclusion Criteria:\n\n* Blurged heart failure of the zorb or quixes of the blurg',
  )
  const ofAge = { ...nothingTold('me'), age: { value: 40, unit: 'year' as const } }
  const overall = (answer: 'yes' | 'no' | 'not sure') =>
    outcomeOf({ ...ofAge, answers: { e1: answer } }, check.study).overall
  assert.deepEqual(
    [overall('yes'), overall('no'), overall('not sure')],
    ['the site must tell', 'worth asking', 'worth asking'],
  )
})
