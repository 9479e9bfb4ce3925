import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkOf } from '../../testing/test-check.ts'
import { wordsOf } from '../../words/words.ts'
import { questionText } from './question-text.ts'
import { outcomeOf } from './outcome.ts'
import { checkPlanOf } from './plan.ts'
import { nothingTold } from './read-answers.ts'
import { ruleResults } from './rule-results.ts'

const english = { language: 'en', words: wordsOf('en') } as const
const french = { language: 'fr', words: wordsOf('fr') } as const

function asked(rule: string, list = 'Exclusion'): readonly string[] {
  const { study } = checkOf(`${list} Criteria:\n\n* ${rule}`)
  const [ask] = [...study.asks.values()]
  // What no answer tells is the site's, whatever of it is asked.
  if (ask?.kind !== 'rule' || (ask.rule.isWide && ask.rule.isPart)) return ['site']
  const { isWide, isPart, isTurned } = ask.rule
  const how = `${isWide ? ' wide' : ''}${isPart ? ' part' : ''}${isTurned ? ' turned' : ''}`
  return [english, french].map(
    (speech) => questionText(speech, ask, 'me').replaceAll(/[\u00a0\u202f]/g, ' ') + how,
  )
}

const enough: Readonly<Record<string, readonly [en: string, fr: string]>> = {
  'Asthma, zorblitis or diabetes': [
    'Do you have asthma or diabetes? part',
    'Avez-vous un asthme ou un diabète ? part',
  ],
  'Asthma, zorblitis or diabetes within 6 months': [
    'Have you had diabetes in the last 6 months? part',
    'Avez-vous eu un diabète dans les 6 derniers mois ? part',
  ],
  'Pacemaker or zorblopathy': ['Do you have a pacemaker? part', 'Avez-vous un pacemaker ? part'],
  'Serum creatinine > 2 mg/dL or zorblemia > 3 mmol/L': [
    'Is your creatinine more than 2 mg/dL? part',
    'Votre créatinine est-elle de plus de 2 mg/dL ? part',
  ],
}

test('of things of which each keeps out those that are read are asked', () => {
  for (const [rule, questions] of Object.entries(enough))
    assert.deepEqual(asked(rule), questions, rule)
})

test('nothing is asked alone of which something else in the row may speak, or that lets people in', () => {
  for (const rule of [
    'Severe asthma, zorblitis, epilepsy or diabetes that zorbles',
    'Penicillin or zorblopathy allergy',
    'Asthma or zorblosis medication',
    'Weight loss or zorblitis > 4 kg',
    'Drug and/or alcohol zorblosis or dependence',
    'Cirrhosis, Child-Pugh class B or C',
    'Asthma, zorblitis or diabetes unless stable',
    'Asthma or zorblitis in a sibling',
    'Planned stroke or zorblitis',
    'No asthma or zorblitis',
    'Asthma, zorblitis and diabetes',
  ]) {
    const [question] = asked(rule)
    assert.ok(
      question === 'site' || question === 'Do you have serious asthma? part',
      `${rule}: ${question}`,
    )
  }
})

const needed: Readonly<Record<string, readonly [en: string, fr: string]>> = {
  'Has asthma and zorbles the blurg': ['Do you have asthma? wide', 'Avez-vous un asthme ? wide'],
  'Hematopoietic: WBC at least 3,000/mm3 Hemoglobin zorbled Platelet count at least 100,000/mm3': [
    'Is this so for you: white blood cell count: 3,000 /µL or more and platelet count: 100,000 /µL or more? wide',
    'Est-ce le cas pour vous : nombre de globules blancs : 3 000 /µL ou plus et nombre de plaquettes : 100 000 /µL ou plus ? wide',
  ],
  'Cardiovascular: No uncontrolled hypertension No zorbling of the blurg No heart failure': [
    'Do you have badly controlled high blood pressure or heart failure? part turned',
    'Avez-vous une hypertension mal contrôlée ou une insuffisance cardiaque ? part turned',
  ],
}

test('of things that are all asked for those that are read are asked', () => {
  for (const [rule, questions] of Object.entries(needed))
    assert.deepEqual(asked(rule, 'Inclusion'), questions, rule)
})

test('a part is not asked of what lets somebody off, is of some people, or is of another part', () => {
  for (const rule of [
    'Has asthma and zorbles the blurg, unless stable',
    'Patients with asthma must have zorbles and be stable',
    'Zorbling blurg and creatinine < 2 mg/dL (< 3 mg/dL for those with blurgs)',
    'No asthma and epilepsy that zorbles the blurg or not',
    'Zorble antigen and hepatitis B antigen negative',
    'Zorbling and able to participate in the study',
    'At least 18 years of age and zorbling the blurg',
    'No zorbled blurg, i.e.: bilirubin > 10 mg/dL; chronic ascites',
  ])
    assert.deepEqual(asked(rule, 'Inclusion'), ['site'], rule)
})

test('a yes to a part of what is enough tells the rule; a no leaves it to the site, and the result says so', () => {
  const { study, groups, form } = checkOf('Exclusion Criteria:\n\n* Asthma, zorblitis or diabetes')
  const [id = ''] = form.ids
  const resultOf = (answer: 'yes' | 'no'): readonly string[] => {
    const told = { ...nothingTold('me'), answers: { [id]: answer } }
    const outcome = outcomeOf(told, study)
    return ruleResults({ told, study, outcome }).flatMap(({ rule, label, why }) =>
      rule.about === 'criterion' ? [`${label} ${why.because}`] : [],
    )
  }
  assert.deepEqual(resultOf('yes'), ['keepsOut answer'])
  assert.deepEqual(resultOf('no'), ['unknown partly'])
  const [part] = checkPlanOf({ study, groups }, { who: 'me' }, false).parts
  const [item] = part?.items ?? []
  assert.equal(item?.kind === 'one' && item.question.decides, 'yes')
})

test('a time since a treatment is asked as a treatment within that time; what is asked beside it is left open', () => {
  assert.deepEqual(asked('At least 4 weeks since prior chemotherapy', 'Inclusion'), [
    'Have you had chemotherapy in the last 4 weeks? turned',
    'Avez-vous eu une chimiothérapie dans les 4 dernières semaines ? turned',
  ])
  assert.deepEqual(asked('At least 3 weeks since prior surgery and recovered', 'Inclusion'), [
    'Have you had an operation in the last 3 weeks? part turned',
    'Avez-vous eu une opération dans les 3 dernières semaines ? part turned',
  ])
  for (const rule of [
    'At least 4 weeks since onset of symptoms',
    'At least 4 weeks since zorbling',
  ])
    assert.deepEqual(asked(rule, 'Inclusion'), ['site'], rule)
})

test('a title, and a line that asks nothing, are asked of nobody and left to no site', () => {
  const siteOf = (lines: string): readonly string[] => {
    const { study, groups } = checkOf(lines)
    return checkPlanOf({ study, groups }, { who: 'me' }, false).site.map(({ text }) => text)
  }
  assert.deepEqual(
    siteOf(
      'Inclusion Criteria:\n\n* --Patient Characteristics--\n* Age: Not specified\n* Biologic therapy: See Disease Characteristics\n* Zorbles the blurg\n\nExclusion Criteria:\n\n* Excluded within 4 weeks of study entry:\n* OR\n* Blurg',
    ),
    ['Zorbles the blurg', 'Blurg'],
  )
  assert.equal(asked('Radiotherapy')[0], 'Are you having radiotherapy (rays)?')
  assert.deepEqual(asked('Radiotherapy', 'Inclusion'), ['site'])
})

test('lines under words that are not read are asked where they say less alone: kinds of an illness, and values', () => {
  const lineOf = (heading: string, line: string): string => {
    const { study } = checkOf(`Inclusion Criteria:\n\n* ${heading}\n  * ${line}\n  * Blurgs`)
    const [, ask] = [...study.asks.values()]
    // What no answer tells is the site's, whatever of it is asked.
    if (ask?.kind !== 'rule' || (ask.rule.isWide && ask.rule.isPart)) return 'site'
    const question = questionText(english, ask, 'me').replaceAll('\u00a0', ' ')
    return `${question}${ask.rule.isWide ? ' wide' : ''}`
  }
  assert.equal(
    lineOf('Zorbled malignancy of one of these types:', 'Liver cancer'),
    'Do you have liver cancer? wide',
  )
  assert.equal(
    lineOf('Zorbled blurgs, to wit:', 'Haemoglobin at least 10 g/dL'),
    'Is your haemoglobin 10 g/dL or more? wide',
  )
  assert.equal(lineOf('Zorbled blurgs, to wit:', 'Liver cancer'), 'site')
  assert.equal(lineOf('No zorbled malignancy of one of these types:', 'Liver cancer'), 'site')
  assert.equal(lineOf('Patients with blurgs and zorbled cancer:', 'Liver cancer'), 'site')
})

test('who said an age is not asked for it again; an illness that needs treatment stands among illnesses', () => {
  const { study, groups } = checkOf(
    'Inclusion Criteria:\n\n* At least 12 years of age at study visit.\n\nExclusion Criteria:\n\n* Heart disease that needs treatment\n* Treatment with warfarin',
  )
  const askedOf = (age?: number): number => {
    const told = age === undefined ? {} : { age: { value: age, unit: 'year' as const } }
    const { parts } = checkPlanOf({ study, groups }, { who: 'me', ...told }, false)
    return parts.flatMap(({ items }) => items).length
  }
  assert.equal(askedOf(), 3)
  assert.equal(askedOf(40), 2)
  assert.deepEqual(
    groups.map(({ group }) => group),
    ['treatments', 'others', 'practical'],
  )
})
