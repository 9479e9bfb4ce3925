import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkOf } from '../../testing/test-check.ts'
import { wordsOf } from '../../words/words.ts'
import { outcomeOf } from './outcome.ts'
import { checkPlanOf } from './plan.ts'
import { nothingTold } from './read-answers.ts'
import { ruleResults } from './rule-results.ts'

function asked(rule: string, list = 'Exclusion'): string {
  const { study } = checkOf(`${list} Criteria:\n\n* ${rule}`)
  const [ask] = [...study.asks.values()]
  // What no answer tells is the site's, whatever of it is asked.
  if (ask?.kind !== 'rule' || (ask.rule.isWide && ask.rule.isPart)) return 'site'
  const { question } = wordsOf('en').check
  return `${question(ask.rule, 'me', () => '?')}${ask.rule.isWide ? ' wide' : ''}${ask.rule.isTurned ? ' turned' : ''}`
}

test('where the rest of a rule only narrows what was read, the wider thing is asked', () => {
  assert.equal(asked('Epilepsy requiring use of dilantin.'), 'Do you have epilepsy? wide')
  assert.equal(
    asked('Severe COPD (Gold ≥ 3)'),
    'Do you have serious COPD (a lasting lung disease)? wide',
  )
  assert.equal(asked('Asthma'), 'Do you have asthma?')
  assert.equal(
    asked('No liver disease that zorbles', 'Inclusion'),
    'Do you have liver disease? wide turned',
  )
})

test('joints and commas that belong to what narrows add nothing; a sentence that lets some in leaves the rule open', () => {
  for (const [rule, question] of [
    ['Asthma that zorbles the blurg or requires oxygen', 'Do you have asthma? wide'],
    ['Cirrhosis, Child-Pugh class B or C', 'site'],
    ['Cirrhosis with a zorbling score of B or C', 'Do you have cirrhosis of the liver? wide'],
    ['Epilepsy, which in the opinion of the zorbler, is wild', 'Do you have epilepsy? wide'],
    ['Asthma (with zorbles > 3, or blurgs). Mild asthma is allowed.', 'Do you have asthma? wide'],
    ['Diabetes requiring insulin or metformin zorbles', 'site'],
    ['Hypersensitivity to zorblumab', 'Do you have an allergy? wide'],
    ['Surgery to correct the blurg', 'site'],
    ['Asthma that zorbles or epilepsy', 'Do you have asthma or epilepsy? wide'],
    ['Asthma that zorbles or blurgitis', 'site'],
    ['Asthma that zorbles. Any zorbling of the blurg.', 'site'],
    ['Asthma in zorbling siblings', 'site'],
    ['Asthma (or zorbling of the blurg)', 'site'],
    ['Asthma that zorbles must be stable', 'site'],
  ] as const)
    assert.equal(asked(rule), question, rule)
  assert.equal(asked('Asthma unless zorbling', 'Inclusion'), 'site')
  // Everybody took a medicine at some time.
  assert.equal(asked('Drugs that zorble, within the last 3 months'), 'site')
  assert.equal(asked('Drugs that zorble'), 'site')
  assert.equal(
    asked('Diabetes that zorbles for more than 6 months or longer', 'Inclusion'),
    'Do you have diabetes? wide',
  )
})

test('each part of a rule is asked where it is read by itself, at any time where the rule tells of one', () => {
  for (const [rule, question] of [
    ['Use of zorblumab-free insulin within 2 weeks that blurgs, or a stroke with zorbles', 'site'],
    [
      'A stroke that zorbles within 6 months or diabetes with blurgs',
      'Have you ever had a stroke or diabetes? wide',
    ],
    ['Planned stroke that zorbles or diabetes with blurgs', 'site'],
    ['Asthma that zorbles in a sibling or diabetes', 'site'],
    ['Zorblogenous asthma', 'Do you have asthma? wide'],
    ['Fetal asthma', 'site'],
    ['Zorbloid bypass', 'site'],
  ] as const)
    assert.equal(asked(rule), question, rule)
})

test('lines under words that say more of what keeps out are asked of the wider thing', () => {
  const linesOf = (heading: string): readonly string[] => {
    const { study } = checkOf(`Exclusion Criteria:\n\n* ${heading}\n  * Asthma\n  * Epilepsy`)
    const { question } = wordsOf('en').check
    return [...study.asks.values()].map((ask) =>
      ask.kind === 'rule' && !(ask.rule.isWide && ask.rule.isPart)
        ? `${question(ask.rule, 'me', () => '?')}${ask.rule.isWide ? ' wide' : ''}`
        : 'site',
    )
  }
  assert.deepEqual(
    linesOf('Conditions that zorble the blurg within 6 months of zorbling, to wit:'),
    ['site', 'Have you ever had asthma? wide', 'Have you ever had epilepsy? wide'],
  )
  assert.deepEqual(linesOf('No conditions that zorble the blurg, to wit:'), [
    'site',
    'site',
    'site',
  ])
})

test('pregnancy and birth control are asked of however long the means are told', () => {
  assert.equal(
    asked(
      'Pregnant or nursing women, or women of childbearing potential not using an IUD or other contraception',
    ),
    'Are you pregnant, or breast-feeding, or could you become pregnant? wide',
  )
  assert.equal(
    asked(
      'Women of childbearing potential must use a contraceptive with a failure rate of less than 1% (pill, IUD, condom); amenorrhea is natural for 12 months',
      'Inclusion',
    ).replace(/^.*birth control/, '…'),
    '… during the study? wide',
  )
  assert.equal(asked('Men and fertile women who do not use contraception that zorbles'), 'site')
})

test('what adds something, lets people in, counts from something unread or is vague stays with the site', () => {
  for (const rule of [
    'Asthma that zorbles, or blurgitis',
    'Asthma that zorbles is allowed',
    'Women who are pregnant, breastfeeding, or are within one year of zorbling',
    'Insulin use within 1 year of diagnosis of zorbling',
    'An illness that zorbles',
    'Inability to stop aspirin for zorbling',
  ])
    assert.equal(asked(rule), 'site', rule)
  assert.equal(asked('Not pregnant with a zorbling test', 'Inclusion'), 'site')
})

test('what a rule is filed under is left out; a part of the study that alone it is of is not', () => {
  assert.equal(
    asked('PRIOR CONCURRENT THERAPY: Radiotherapy: No prior radiotherapy', 'Inclusion'),
    'Have you ever had radiotherapy (rays)? turned',
  )
  assert.equal(asked('Part E: Asthma'), 'Do you have asthma? wide')
  assert.equal(asked('Part E: Asthma', 'Inclusion'), 'site')
  assert.equal(
    asked('Symptoms related to allergens of pets'),
    'Do you have symptoms linked to an allergen? wide',
  )
})

test('a no to a wider question tells the rule; a yes leaves it to the site, and decides nothing', () => {
  const { study, groups, form } = checkOf(
    'Exclusion Criteria:\n\n* Epilepsy requiring use of dilantin\n* Asthma',
  )
  const [epilepsy = '', asthma = ''] = form.ids
  const resultOf = (answer: 'yes' | 'no') => {
    const told = { ...nothingTold('me'), answers: { [epilepsy]: answer, [asthma]: answer } }
    const outcome = outcomeOf(told, study)
    return ruleResults({ told, study, outcome }).flatMap(({ rule, label, why }) =>
      rule.about === 'criterion' ? [`${label} ${why.because}`] : [],
    )
  }
  assert.deepEqual(resultOf('yes'), ['unknown wider', 'keepsOut answer'])
  assert.deepEqual(resultOf('no'), ['clear answer', 'clear answer'])
  const { parts } = checkPlanOf({ study, groups }, { who: 'me' }, false)
  const questions = parts
    .flatMap(({ items }) => items)
    .flatMap((item) =>
      item.kind === 'list' ? item.questions : item.kind === 'one' ? item.question : [],
    )
  assert.deepEqual(
    questions.map(({ decides }) => decides),
    [undefined, 'yes'],
  )
})

test('what is planned after the words that name it is ahead, and what is let in after a colon is let in', () => {
  for (const [rule, question] of [
    [
      'Major surgery scheduled within 3 months',
      'Is this planned for you: a major operation in the next 3 months?',
    ],
    [
      'Surgery planned within 2 months after enrolment',
      'Is this planned for you: an operation? wide',
    ],
    [
      'Chemotherapy planned within 4 weeks',
      'Is this planned for you: chemotherapy in the next 4 weeks?',
    ],
    [
      'History of other malignancies, except: non-melanoma skin cancer',
      'Have you ever had another cancer other than skin cancer that is not melanoma?',
    ],
    [
      'Chronic disease, with the exception of: asthma; or eczema',
      'Do you have a long-lasting illness other than asthma or eczema (atopic dermatitis)?',
    ],
  ] as const)
    assert.equal(asked(rule), question, rule)
})

test('a name is not said twice, nor what needs no saying, and things stand in one order', () => {
  for (const [rule, question] of [
    ['Active Graft-versus-Host Disease (GvHD)', 'Do you have active graft-versus-host disease?'],
    ['Self-reported asthma', 'Do you have asthma?'],
    [
      'Small-cell or transitional-cell carcinoma',
      'Do you have small-cell or urinary-lining cancer? wide',
    ],
    ['History of urinary tract obstruction', 'Have you ever had a urinary narrowing?'],
    ['Nephropathy (IgA)', 'Do you have kidney disease? wide'],
  ] as const)
    assert.equal(asked(rule), question, rule)
})

test('any medicine or treatment is not asked of, nor what a word means, nor all of a choice', () => {
  for (const [rule, question, list] of [
    ['Cancer diagnosis or treatment in past 2 years', 'site', 'Exclusion'],
    ['Diabetes or zorbling; mild asthma (zorbles > 3); prior stroke', 'site', 'Inclusion'],
    [
      'Use of classic zorbling drugs within the previous 6 months, including blurgs',
      'site',
      'Exclusion',
    ],
    [
      'History of stroke. Permanent atrial fibrillation is defined as zorbling for a year',
      'Have you ever had a stroke? wide',
      'Inclusion',
    ],
  ] as const)
    assert.equal(asked(rule, list), question, rule)
  const { study } = checkOf(
    'Inclusion Criteria:\n\n* At least one of the following:\n  * Diabetes or zorbling; asthma; prior stroke\n  * Gout',
  )
  assert.deepEqual(
    [...study.asks.values()].map((ask) => ask.kind === 'rule' && ask.rule.isPart !== true),
    [false, false, true],
  )
})
