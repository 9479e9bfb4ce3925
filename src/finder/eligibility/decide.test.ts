import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseCriteria } from './criteria.ts'
import { decide } from './decide.ts'
import { readCriterion } from './readings.ts'
import type { Mode } from './decide.ts'
import type { Facts } from './facts.ts'
import { kawasakiCriteria } from '../../testing/example-criteria.ts'
import type { ConceptsInText } from './concepts.ts'

const diseases: ConceptsInText = (text) =>
  [...text.matchAll(/diabetes|hypertension|cancer|asthma|COPD/gi)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    term: match[0].toLowerCase(),
  }))

test('a criterion of which only the beginning is read decides nothing', () => {
  const rest = ' or a long illness of which nobody has told us'.repeat(100)
  const old = { ageDays: 80 * 365.25 }
  assert.equal(verdict('Exclusion Criteria:\n\n* Age over 65 years', old), 'met')
  assert.equal(verdict(`Exclusion Criteria:\n\n* Age over 65 years${rest}`, old), 'unknown')
})

function verdict(text: string, facts: Facts, mode: Mode = 'screening'): string | undefined {
  return decide(parseCriteria(text), facts, mode, { read: (one) => readCriterion(one, diseases) })
    .criteria[0]?.verdict
}

const inclusion = (text: string, facts: Facts) => verdict(`Inclusion Criteria:\n\n* ${text}`, facts)
const exclusion = (text: string, facts: Facts) => verdict(`Exclusion Criteria:\n\n* ${text}`, facts)
const lab = (what: string, value: number | string, unit: string, upperLimit?: number): Facts => ({
  labs: [{ what, value, unit, ...(upperLimit !== undefined && { upperLimit }) }],
})

const limits = {
  minimumAge: '3 Months',
  maximumAge: '18 Years',
  sex: 'ALL',
  healthyVolunteers: false,
}
const boyOfTwo: Facts = {
  ageDays: 900,
  sex: 'MALE',
  weight: { value: '12.5', unit: 'kg' },
  answers: { i1: 'yes', i4: 'yes', i2: 'not sure' },
}

test('a boy of two asking about NCT02390596 hears what is met, what the site must tell, and what to confirm', () => {
  const decision = decide(parseCriteria(kawasakiCriteria), boyOfTwo, 'self-check', { limits })
  const verdicts = Object.fromEntries(decision.criteria.map(({ id, verdict: v }) => [id, v]))
  assert.deepEqual(
    ['i1', 'i2', 'i3', 'i4', 'i5', 'i6'].map((id) => verdicts[id]),
    ['met', 'unknown', 'met', 'met', 'unknown', 'not applicable'],
  )
  const out = decision.criteria.filter(({ kind }) => kind === 'exclusion')
  assert.equal(out.length, 13)
  assert.ok(out.every(({ verdict: v, effect }) => v === 'not met' && effect === 'for'))
  assert.equal(decision.confirm.length, 12)
  assert.deepEqual(decision.open, ['i2', 'i5'])
  assert.equal(decision.overall, 'the site must tell')
})

test('screening takes no silence for an answer', () => {
  const decision = decide(parseCriteria(kawasakiCriteria), boyOfTwo, 'screening', { limits })
  assert.deepEqual(decision.confirm, [])
  assert.ok(decision.open.includes('e5'))
  assert.equal(decision.overall, 'the site must tell')
})

test('a child of six weeks, or of four kilograms, is told that the study is probably not for them', () => {
  const tooYoung = decide(parseCriteria(kawasakiCriteria), { ageDays: 42 }, 'self-check', {
    limits,
  })
  assert.equal(tooYoung.overall, 'probably not')
  assert.equal(tooYoung.limits[0]?.verdict, 'not met')
  assert.equal(tooYoung.criteria[0]?.verdict, 'not met')
  const light = { ...boyOfTwo, weight: { value: '4.99', unit: 'kg' } }
  assert.equal(decide(parseCriteria(kawasakiCriteria), light, 'self-check').overall, 'probably not')
})

test('one of several exclusions in a sentence is enough, and its boundary is exact', () => {
  const text =
    'Patients with end stage renal disease: NKF stages ≥4; eGFR≤29mL/min/1.73 m2 or diabetes mellitus or neutropenia <1500/mm3 or liver failure'
  const unit = 'mL/min/{1.73_m2}'
  assert.equal(exclusion(text, lab('egfr', 29, unit)), 'met')
  assert.equal(exclusion(text, lab('egfr', '29.1', unit)), 'unknown')
  assert.equal(exclusion(text, lab('neutrophils', '1.499', '10*9/L')), 'met')
  assert.equal(exclusion(text, lab('neutrophils', '1.5', '10*9/L')), 'unknown')
})

test('38.0 is not above 38, and 100.4 °F is 38 °C', () => {
  for (const [text, value, unit, expected] of [
    ['Temperature > 38 °C', '38.0', 'Cel', 'not met'],
    ['Temperature ≥ 38 °C', '38.0', 'Cel', 'met'],
    ['Temperature > 38 °C', 38.1, 'Cel', 'met'],
    ['Temperature ≥ 38 °C', '100.4', '[degF]', 'met'],
    ['Temperature > 38 °C', '100.4', '[degF]', 'not met'],
    ['Temperature > 38 °C', 39, 'unheard of', 'unknown'],
  ] as const)
    assert.equal(inclusion(text, lab('temperature', value, unit)), expected, `${text}, ${value}`)
})

test('units are converted where that is exact, and nowhere else', () => {
  assert.equal(inclusion('Hemoglobin ≥ 9 g/dL', lab('hemoglobin', 90, 'g/L')), 'met')
  assert.equal(inclusion('Hemoglobin ≥ 9 g/dL', lab('hemoglobin', '89.9', 'g/L')), 'not met')
  assert.equal(inclusion('Creatinine ≤ 1,5 mg/dL', lab('creatinine', 100, 'umol/L')), 'met')
  assert.equal(inclusion('Creatinine ≤ 1,5 mg/dL', lab('creatinine', 400, 'umol/L')), 'not met')
  assert.equal(inclusion('Creatinine ≤ 1,5 mg/dL', lab('creatinine', 133, 'umol/L')), 'unknown')
  assert.equal(inclusion('HbA1c < 7.5%', lab('hba1c', 64, 'mmol/mol')), 'not met')
  assert.equal(inclusion('Potassium < 5.5 meq/L', lab('potassium', '4.1', 'mmol/L')), 'met')
  assert.equal(inclusion('Albumin > 3 g/dL', lab('albumin', 600, 'umol/L')), 'unknown')
  assert.equal(inclusion('AST/ALT ≤ 2.5 x ULN', lab('ast', 100, 'U/L', 40)), 'unknown')
  assert.equal(inclusion('AST ≤ 2.5 x ULN', lab('ast', 100, 'U/L', 40)), 'met')
  assert.equal(inclusion('AST ≤ 2.5 x ULN', lab('ast', '100.1', 'U/L', 40)), 'not met')
  assert.equal(inclusion('AST ≤ 2.5 x ULN', lab('ast', 100, 'U/L')), 'unknown')
})

test('two values of one time that differ are no value; a later one wins', () => {
  const two = (at: string): Facts => ({
    labs: [
      { what: 'lvef', value: 35, unit: '%', at: '2026-11-01' },
      { what: 'lvef', value: 45, unit: '%', at },
    ],
  })
  assert.equal(inclusion('LVEF < 40%', two('2026-11-01')), 'unknown')
  assert.equal(inclusion('LVEF < 40%', two('2026-11-02')), 'not met')
})

test('an age settles a requirement alone; an "or" beside it, or "may", does not let it', () => {
  const child = { ageDays: 3000 }
  const grown = { ageDays: 9000 }
  assert.equal(inclusion('Age ≥ 18 years', child), 'not met')
  assert.equal(inclusion('Age ≥ 18 years', grown), 'met')
  assert.equal(inclusion('Age ≥ 18 years with a diagnosis of gout', child), 'not met')
  assert.equal(inclusion('Age ≥ 18 years with a diagnosis of gout', grown), 'unknown')
  assert.equal(inclusion('Age ≥ 18 years, with asthma or COPD', child), 'not met')
  assert.equal(inclusion('Age ≥ 18 years or a parent who consents', child), 'unknown')
  assert.equal(inclusion('Patients over 65 years old may be included', grown), 'unknown')
  assert.equal(inclusion('Age > 18 years', { ageDays: 6700 }), 'unknown')
  assert.equal(inclusion('Age 18 to 65 years', { ageDays: 23_900 }), 'met')
})

test('an adjective keeps a disease from excluding alone, but without the disease nothing is excluded', () => {
  const has: Facts = { conditions: { diabetes: 'present' } }
  const hasNot: Facts = { conditions: { diabetes: 'absent' } }
  assert.equal(exclusion('Diabetes', has), 'met')
  assert.equal(exclusion('Uncontrolled diabetes', has), 'unknown')
  assert.equal(exclusion('Uncontrolled diabetes', hasNot), 'not met')
  assert.equal(exclusion('Diabetes and hypertension', has), 'unknown')
  assert.equal(exclusion('Diabetes or hypertension', has), 'met')
  assert.equal(exclusion('Uncontrolled hypertension or diabetes', has), 'unknown')
  assert.equal(exclusion('Diabetes, unless well controlled', has), 'unknown')
  assert.equal(inclusion('No diabetes', has), 'not met')
  assert.equal(inclusion('Asthma, COPD, diabetes', { conditions: { asthma: 'absent' } }), 'unknown')
})

test('the name of a disease in a test, a drug or a group of the study settles nothing', () => {
  const hasNot: Facts = { conditions: { cancer: 'absent', diabetes: 'absent' } }
  assert.equal(inclusion('Negative diabetes test', hasNot), 'unknown')
  assert.equal(exclusion('Other anti-cancer drugs', hasNot), 'unknown')
  assert.equal(inclusion('Group 2: patients with diabetes', hasNot), 'unknown')
  assert.equal(exclusion('Any disease besides diabetes', hasNot), 'unknown')
  assert.equal(inclusion('No cancer requiring surgery', hasNot), 'met')
  assert.equal(
    inclusion('No cancer requiring surgery', { conditions: { cancer: 'present' } }),
    'unknown',
  )
})

test('the self-check presumes no exclusion clear that something said comes near', () => {
  const text = 'Exclusion Criteria:\n\n* Uncontrolled diabetes'
  assert.equal(verdict(text, {}, 'self-check'), 'not met')
  assert.equal(verdict(text, { conditions: { diabetes: 'present' } }, 'self-check'), 'unknown')
})

test('pregnancy asks nothing of a man or a small child, and is clear for a woman who is not pregnant', () => {
  const text = 'Pregnant or breast-feeding women'
  assert.equal(exclusion(text, { sex: 'MALE' }), 'not applicable')
  assert.equal(exclusion(text, { ageDays: 800, sex: 'FEMALE' }), 'not applicable')
  assert.equal(exclusion(text, { sex: 'FEMALE' }), 'unknown')
  assert.equal(exclusion(text, { sex: 'FEMALE', pregnant: 'yes' }), 'met')
  assert.equal(exclusion(text, { sex: 'FEMALE', pregnant: 'no', lactating: 'no' }), 'not met')
  assert.equal(inclusion('Not pregnant or nursing', { sex: 'FEMALE', pregnant: 'yes' }), 'not met')
})

test('a "no" among the exclusions is left to the site', () => {
  const facts: Facts = { sex: 'FEMALE', pregnant: 'no', conditions: { diabetes: 'present' } }
  assert.equal(exclusion('Not pregnant', facts), 'unknown')
  assert.equal(exclusion('No diabetes', facts), 'unknown')
  assert.equal(exclusion('Children and pregnant women', facts), 'unknown')
})

test('an age asked of some, of others or at another time settles nothing', () => {
  for (const text of [
    'Informed consent of a parent for patients < 18 years of age',
    'Children between ages 4 to 20 must not have had seizures',
    'Age 10-17 years: platelets greater than 200,000/mm3',
    'Disease with onset before the age of 10 years',
    'Age < 12 years at the time of diagnosis',
    'HLA-matched donors aged 18 years or younger',
  ])
    assert.equal(inclusion(text, { ageDays: 16_000 }), 'unknown', text)
})

test('an answer that differs from the facts is not believed and not dropped: it is unknown', () => {
  const facts: Facts = { ageDays: 3000, answers: { i1: 'yes' } }
  const text = parseCriteria('Inclusion Criteria:\n\n* Age ≥ 18 years')
  const [first] = decide(text, facts, 'self-check').criteria
  assert.equal(first?.verdict, 'unknown')
  assert.equal(first?.reason.because, 'answer and facts differ')
})

test('"any of the following" needs one, "at least two" needs two', () => {
  const text = (lead: string) =>
    parseCriteria(`Inclusion Criteria:\n\n* ${lead}\n  * a fever\n  * a rash\n  * red eyes`)
  const answers = { 'i1.1': 'yes', 'i1.2': 'no' } as const
  const first = (lead: string) =>
    decide(text(lead), { answers }, 'screening').criteria.find(({ id }) => id === 'i1')?.verdict
  assert.equal(first('Any of the following:'), 'met')
  assert.equal(first('At least two of the following:'), 'unknown')
  assert.equal(first('All of the following:'), 'not met')
})

test('when all is answered and nothing stands against, it is worth asking', () => {
  const text = parseCriteria('Inclusion Criteria:\n\n* Fever\n\nExclusion Criteria:\n\n* A rash')
  const ask = (i1: 'yes' | 'no' | 'not sure') =>
    decide(text, { answers: { i1 } }, 'self-check').overall
  assert.equal(ask('yes'), 'worth asking')
  assert.equal(ask('no'), 'probably not')
  assert.equal(ask('not sure'), 'the site must tell')
  assert.equal(decide(parseCriteria(''), {}, 'self-check').overall, 'the site must tell')
})

test('what keeps a person out of one cohort does not keep them out of the study', () => {
  const cohort = (name: string, text: string) =>
    `Cohort ${name}:\n\nInclusion Criteria:\n\n* ${text}\n\n`
  const text = parseCriteria(cohort('A', 'Fever') + cohort('B', 'A rash'))
  assert.equal(decide(text, { answers: { i1: 'no' } }, 'screening').overall, 'the site must tell')
  const neither = { answers: { i1: 'no', i2: 'no' } } as const
  assert.equal(decide(text, neither, 'screening').overall, 'probably not')
})

test('a word of age decides where no number stands, and not where people mean different ages by it', () => {
  const years = (age: number): Facts => ({
    ageDays: age * 365.25 + 10,
    conditions: { asthma: 'present' },
  })
  assert.equal(inclusion('Adults with asthma', years(7)), 'not met')
  assert.equal(inclusion('Adults with asthma', years(30)), 'met')
  assert.equal(inclusion('Pediatric patients with asthma', years(7)), 'met')
  assert.equal(inclusion('Children with asthma', years(7)), 'met')
  assert.equal(inclusion('Children with asthma', years(15)), 'unknown')
  assert.equal(inclusion('Children with asthma', years(30)), 'not met')
  assert.equal(inclusion('Elderly patients', years(60)), 'unknown')
  assert.equal(inclusion('Adults and children with asthma', years(7)), 'unknown')
  assert.equal(exclusion('Children with asthma', years(30)), 'not met')
})

test('a value in brackets says what the name of a disease means', () => {
  const text = 'Severe asthma (platelets < 100,000/mm3)'
  assert.equal(exclusion(text, lab('platelets', '80', '10*9/L')), 'met')
  assert.equal(exclusion(text, lab('platelets', '180', '10*9/L')), 'not met')
  const known: Facts = {
    ...lab('platelets', '180', '10*9/L'),
    conditions: { asthma: 'present' },
  }
  assert.equal(exclusion(text, known), 'not met')
})

test('two lists of the same people are one group: what is against a donor is nothing against who is no donor', () => {
  const text = [
    'Inclusion Criteria:\n\n* Asthma',
    'Donor Inclusion Criteria:\n\n* Aged 18 years or younger',
    'Donor Exclusion Criteria:\n\n* Diabetes',
  ].join('\n\n')
  const facts: Facts = {
    ageDays: 40 * 365.25,
    conditions: { asthma: 'present', diabetes: 'present' },
  }
  const overall = (criteria: string): string =>
    decide(parseCriteria(criteria), facts, 'self-check', {
      read: (one) => readCriterion(one, diseases),
    }).overall
  assert.equal(overall(text), 'the site must tell')
  const parents = `${text}\n\nParent Inclusion Criteria:\n\n* Age over 60 years`
  assert.equal(overall(parents), 'probably not')
})
