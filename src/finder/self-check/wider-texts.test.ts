import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkOf } from '../../testing/test-check.ts'
import { wordsOf } from '../../words/words.ts'
import { saysNoRule } from './plain/no-rule.ts'

function asked(rule: string, list = 'Exclusion', language: 'en' | 'fr' = 'en'): string {
  const { study } = checkOf(`${list} Criteria:\n\n* ${rule}`)
  const [ask] = [...study.asks.values()]
  // What no answer tells is the site's, whatever of it is asked.
  if (ask?.kind !== 'rule' || (ask.rule.isWide && ask.rule.isPart)) return 'site'
  const { question } = wordsOf(language).check
  const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ')
  const marks = `${ask.rule.isWide ? ' wide' : ''}${ask.rule.isPart ? ' part' : ''}${ask.rule.isTurned ? ' turned' : ''}`
  const words = question(ask.rule, 'me', (place, called) => called ?? `value ${place + 1}`)
  return `${plain(words)}${marks}`
}

test('a bracket that was not read leaves the wider thing to be asked; one with a value is the study’s own definition', () => {
  assert.equal(asked('Asthma (blurgs of zorbles in crowds)'), 'Do you have asthma? wide')
  assert.equal(
    asked('Hyponatremia (<130 mmol/L zorbled)'),
    'Do you have too little sodium in the blood (as the study defines it)? wide',
  )
  assert.equal(
    asked('LVEF > 50 % (zorbled twice)', 'Inclusion'),
    'Is this so for you: value 1? wide',
  )
})

test('a bracket that adds, lets in or is of some people alone is never left out', () => {
  for (const [rule, list] of [
    ['Asthma (or zorbling of the blurg)', 'Exclusion'],
    ['Asthma (or zorbling)', 'Inclusion'],
    ['Asthma (zorbles may be included)', 'Inclusion'],
    ['Asthma (cohort 6 only)', 'Inclusion'],
    ['Bilirubin ≤ 1.5 × ULN (< 3 × ULN for patients with zorbles)', 'Inclusion'],
    ['Asthma (zorbling', 'Exclusion'],
  ] as const)
    assert.equal(asked(rule, list), 'site', rule)
})

test('where “and” may mean one or both of what keeps out, either is asked, and a yes decides nothing', () => {
  assert.equal(asked('Asthma and gout'), 'Do you have asthma or gout? wide')
  assert.equal(asked('Have diabetes and need insulin.').endsWith('wide'), true)
  assert.equal(asked('Asthma and no eczema'), 'site')
  assert.equal(asked('Asthma and eczema, unless zorbling'), 'site')
})

test('a reaction to things of which not all are known is asked as one to any medicine or product', () => {
  const question =
    'Have you ever had an allergy or another bad reaction to a medicine, a food or another product (the study says which)? wide'
  assert.equal(
    asked('Known hypersensitivity to zorblumab, blurg protein or any excipient'),
    question,
  )
  assert.equal(
    asked('No known allergy to zorblumab or blurg products', 'Inclusion'),
    `${question} turned`,
  )
  assert.equal(
    asked('Known hypersensitivity to zorblumab, blurg protein or any excipient', 'Exclusion', 'fr'),
    'Avez-vous déjà eu une allergie ou autre mauvaise réaction à un médicament, un aliment ou un autre produit (l’étude dit lequel) ? wide',
  )
  for (const rule of [
    'Allergy to zorblumab or zorbling of the blurg',
    'Allergy to zorblumab, history of blurgs',
    'Contraindication to zorblumab or blurg products',
  ])
    assert.notEqual(asked(rule), question, rule)
})

test('who is not pregnant, feeds no baby and cannot become pregnant is told apart, however little is said of the means', () => {
  const question = 'Are you pregnant, or breast-feeding, or could you become pregnant? wide'
  assert.equal(
    asked('Females who are pregnant, nursing, or not using a reliable method of birth control.'),
    question,
  )
  assert.equal(
    asked('Women of childbearing potential unless they are using effective contraception'),
    'Could you become pregnant? wide',
  )
  assert.equal(
    asked('Women who are pregnant or may become pregnant'),
    'Are you pregnant, or could you become pregnant? wide',
  )
})

test('values and rules that old records run together are parted', () => {
  assert.equal(
    asked(
      'Hepatic: Bilirubin no greater than 1.5 mg/dL AST no greater than 2.5 times ULN Albumin at least 3 g/dL',
      'Inclusion',
    ),
    'Is this so for you: value 1, value 2 and value 3? wide',
  )
  assert.equal(
    asked(
      'Other: Not pregnant or nursing Negative pregnancy test Fertile patients must use effective contraception',
      'Inclusion',
    ).endsWith('wide'),
    true,
  )
})

test('the number of a line and its signs of quotation say nothing', () => {
  assert.equal(asked('3. Asthma*'), 'Do you have asthma?')
  assert.equal(asked('4 "Severe" asthma'), 'Do you have severe asthma?')
})

test('a line that only allows something is no rule; one that limits it is', () => {
  for (const text of ['Concurrent corticosteroids allowed', 'Prior surgery is permitted.'])
    assert.equal(saysNoRule({ kind: 'unspecified', text }), true, text)
  for (const text of [
    'Only one prior regimen allowed',
    'Up to 2 prior regimens allowed',
    'No prior surgery allowed',
    'Prior surgery allowed if healed',
    'Acute infection (rescreening is permitted)',
    'Prior surgery must be at least 4 weeks ago; biopsy allowed',
  ])
    assert.equal(saysNoRule({ kind: 'unspecified', text }), false, text)
})

test('another study that tests a treatment is told from any other study', () => {
  assert.equal(
    asked('Participation in another interventional study'),
    'Are you in another medical study that tests a treatment?',
  )
  assert.equal(
    asked('Participation in another interventional trial', 'Exclusion', 'fr'),
    'Êtes-vous dans une autre étude médicale qui teste un traitement ?',
  )
  assert.equal(
    asked('Participation in another clinical study'),
    'Are you in another medical study?',
  )
})

test('a part of the body is of both things that happen to it, and never of an illness that has a name', () => {
  for (const [rule, question] of [
    [
      'Active ocular infection or inflammation',
      'Do you have an active eye infection or eye inflammation?',
    ],
    ['History of ocular trauma or surgery', 'Have you ever had an eye injury or an eye operation?'],
    ['Ocular infection or asthma', 'Do you have an eye infection or asthma?'],
  ] as const)
    assert.equal(asked(rule), question)
})

test('in French what an illness was confirmed by stands last', () => {
  assert.equal(
    asked('Histologically confirmed hormone-sensitive breast cancer', 'Inclusion', 'fr'),
    'Avez-vous un cancer du sein sensible aux hormones confirmé par un prélèvement ?',
  )
})

test('nobody is asked whether they were ever examined, where examinations only show what keeps out', () => {
  assert.doesNotMatch(
    asked(
      'Any clinically important abnormal finding as determined by a medical history, physical examination, electrocardiogram, or clinical laboratory tests, as determined by the investigator.',
    ),
    /physical examination/,
  )
})

test('“no significant” denies what is significant, and no more', () => {
  assert.equal(
    asked('No significant hematologic, hepatic, or renal disease', 'Inclusion'),
    'Do you have significant blood, liver or kidney disease? turned',
  )
})

test('what was is no thing to react to', () => {
  assert.equal(
    asked('Intolerance to statins or history of myopathy', 'Exclusion', 'fr').includes(
      'réaction à la statine ou à la',
    ),
    false,
  )
})
