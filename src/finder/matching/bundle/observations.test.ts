import assert from 'node:assert/strict'
import { test } from 'node:test'
import { latest } from '../../eligibility/facts.ts'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import { readBundle } from './read-bundle.ts'

const options = { vocabulary: openVocabulary(), today: '2026-11-23' }
const person = { resourceType: 'Patient', id: 'p', gender: 'female', birthDate: '1990-06-01' }

function read(...observations: readonly object[]) {
  const entry = [
    person,
    ...observations.map((one) => ({ resourceType: 'Observation', status: 'final', ...one })),
  ].map((resource) => ({ resource }))
  const { patient, problems } = readBundle({ resourceType: 'Bundle', entry }, options)
  assert.ok(patient)
  const values = patient.measures.map(
    ({ what, comparator = '', value, upTo, unit }) =>
      `${what} ${comparator}${value}${upTo === undefined ? '' : `-${upTo}`} ${unit}`,
  )
  return { patient, values, problems: problems.map(({ kind }) => kind) }
}

const loinc = (code: string, display?: string) => ({
  coding: [{ system: 'http://loinc.org', code, ...(display && { display }) }],
})
const potassium = (value: number, more: object) => ({
  code: loinc('2823-3'),
  valueQuantity: { value, unit: 'mmol/L' },
  ...more,
})

/** The value that counts, as the criteria language takes it. */
function counted(...observations: readonly object[]) {
  const { patient } = read(...observations)
  const labs = patient.measures.map(({ what, value, unit, at }) => ({
    what,
    value,
    unit,
    ...(at !== undefined && { at }),
  }))
  return latest({ labs }, 'potassium')?.value
}

test('the newest value counts, by the instant and not by the text of its time', () => {
  const early = potassium(5, { effectiveDateTime: '2026-05-01T23:30:00-05:00' })
  const late = potassium(4, { effectiveDateTime: '2026-05-02T03:00:00Z' })
  assert.equal(counted(late, early), '5', '23:30 in New York is 04:30 in London')
  assert.equal(counted(early, late), '5')
  assert.equal(
    counted(
      potassium(3, { effectiveInstant: '2026-05-01T00:00:00Z' }),
      potassium(4, { effectivePeriod: { start: '2026-06-01', end: '2026-06-03' } }),
      potassium(5, { effectiveTiming: { event: ['2026-07-01', '2026-07-09'] } }),
      potassium(6, { issued: '2026-06-30T00:00:00Z' }),
    ),
    '5',
  )
  assert.equal(
    counted(
      potassium(3, { effectivePeriod: { start: '2026-08-01' } }),
      potassium(4, { issued: '2026-07-01T00:00:00Z' }),
    ),
    '3',
  )
})

test('what cannot be put in order is no value where it differs', () => {
  const noon = potassium(5, { effectiveDateTime: '2026-05-01T12:00:00Z' })
  assert.equal(counted(noon, potassium(4, { effectiveDateTime: '2026-05-01' })), undefined)
  assert.equal(counted(noon, potassium(5, { effectiveDateTime: '2026-05-01' })), '5')
  assert.equal(counted(noon, potassium(4, { effectiveDateTime: '2026' })), undefined)
  assert.equal(counted(noon, potassium(4, { effectiveDateTime: '2025' })), '5')
  assert.equal(counted(noon, potassium(4, {})), undefined, 'nobody knows when')
})

test('a time that cannot be is not used, and is said', () => {
  for (const date of ['0001-01-01', '9999-12-31', '2026-13-01', 'yesterday', '2027-01-01']) {
    const { patient, problems } = read(potassium(4, { effectiveDateTime: date }))
    assert.deepEqual([patient.measures[0]?.at, problems], [undefined, ['date']], date)
  }
})

test('bounds, ranges, whole numbers and numbers as text are values', () => {
  const platelets = { code: loinc('777-3') }
  const unit = '10*3/uL'
  for (const [value, expected] of [
    [{ valueQuantity: { value: 20, unit, comparator: '<' } }, 'platelets <20 10*3/uL'],
    [{ valueQuantity: { value: 20, unit, comparator: '>=' } }, 'platelets >=20 10*3/uL'],
    [{ valueQuantity: { value: '150', unit } }, 'platelets 150 10*3/uL'],
    [{ valueQuantity: { value: 150, unit: 'K/uL' } }, 'platelets 150 10*3/uL'],
    [{ valueQuantity: { value: 150, unit: 'x10E9/L' } }, 'platelets 150 10*9/L'],
    [
      { valueRange: { low: { value: 90, unit }, high: { value: 110, unit } } },
      'platelets 90-110 10*3/uL',
    ],
    [{ valueRange: { high: { value: 110, unit } } }, 'platelets <=110 10*3/uL'],
    [{ valueString: '150 K/uL' }, 'platelets 150 10*3/uL'],
    [{ valueString: '≥ 150 10*3/uL' }, 'platelets >=150 10*3/uL'],
  ] as const)
    assert.deepEqual(read({ ...platelets, ...value }).values, [expected], expected)
  assert.deepEqual(read({ code: loinc('89247-1'), valueInteger: 2 }).values, ['ecog 2 1'])
  assert.deepEqual(
    read({ code: loinc('89247-1'), valueCodeableConcept: loinc('LA9623-5') }).values,
    ['ecog 1 1'],
  )
})

test('what is a known measure and cannot be read stands in the way of older values', () => {
  const { patient, values, problems } = read(potassium(4, { effectiveDateTime: '2026-01-01' }), {
    code: loinc('2823-3'),
    effectiveDateTime: '2026-02-01',
    valueString: 'haemolysed',
  })
  assert.deepEqual(values, ['potassium haemolysed ', 'potassium 4 mmol/L'])
  assert.deepEqual(problems, ['value'])
  assert.match(patient.notUnderstood?.[0]?.text ?? '', /haemolysed/)
  const strange = read({ code: loinc('718-7'), valueQuantity: { value: 12, unit: 'zorks' } })
  assert.deepEqual([strange.values, strange.problems], [['hemoglobin 12 zorks'], ['unit']])
  const added = read({
    code: loinc('718-7'),
    valueQuantity: { value: 12, unit: 'g/dL', comparator: 'ad' },
  })
  assert.deepEqual([added.values, added.problems], [['hemoglobin ad 12 g/dL '], ['value']])
  const gone = { code: loinc('718-7'), dataAbsentReason: { text: 'not performed' } }
  assert.deepEqual([read(gone).values, read(gone).problems], [[], []])
})

test('units are kept apart by case where case tells, and read without it where it does not', () => {
  const hb = (unit: string) =>
    read({ code: loinc('718-7'), valueQuantity: { value: 90, unit } }).values
  assert.deepEqual(hb('g/l'), ['hemoglobin 90 g/L'])
  assert.deepEqual(hb('mmol/l'), ['hemoglobin 90 mmol/L'])
  const wbc = (unit: string) =>
    read({ code: loinc('6690-2'), valueQuantity: { value: 9, unit } }).values
  assert.deepEqual(wbc('G/L'), ['leukocytes 9 10*9/L'])
  assert.deepEqual(wbc('10*9/l'), ['leukocytes 9 10*9/L'])
})

test('a panel gives each of its parts, and a pair in words both', () => {
  const parts = {
    code: loinc('85354-9'),
    component: [
      { code: loinc('8480-6'), valueQuantity: { value: 128, unit: 'mmHg' } },
      { code: loinc('8462-4'), valueQuantity: { value: 84, code: 'mm[Hg]' } },
    ],
  }
  const expected = ['systolicPressure 128 mm[Hg]', 'diastolicPressure 84 mm[Hg]']
  assert.deepEqual(read(parts).values, expected)
  assert.deepEqual(read({ code: loinc('85354-9'), valueString: '128/84 mmHg' }).values, expected)
  assert.deepEqual(read(parts).problems, [])
})

test('the laboratory’s upper limit and how it judged the value are kept', () => {
  const alt = (referenceRange: object[], more: object = {}) =>
    read({
      code: loinc('1742-6'),
      valueQuantity: { value: 90, unit: 'U/L' },
      referenceRange,
      ...more,
    }).patient.measures[0]
  assert.equal(alt([{ high: { value: 40, unit: 'U/L' } }])?.upperLimit, '40')
  assert.equal(alt([{ high: { value: 40 } }])?.upperLimit, '40')
  assert.equal(alt([{ high: { value: 40, unit: 'ukat/L' } }])?.upperLimit, undefined)
  assert.equal(alt([{ high: { value: 40 } }, { high: { value: 55 } }])?.upperLimit, undefined)
  const therapy = { coding: [{ code: 'treatment' }] }
  assert.equal(alt([{ high: { value: 40 }, type: therapy }])?.upperLimit, undefined)
  const high = [{ coding: [{ code: 'H' }] }]
  assert.equal(alt([], { interpretation: high })?.interpretation, 'high')
})

test('another specimen, another person and another kind of value are not the measure', () => {
  for (const text of [
    'Creatinine [Mass/volume] in Urine',
    'Glucose in cerebrospinal fluid',
    'Mean corpuscular hemoglobin concentration',
    'Direct bilirubin',
    'Ideal body weight',
    'Birth weight',
    'Urea nitrogen',
  ]) {
    const { values, problems } = read({
      code: { text },
      valueQuantity: { value: 9, unit: text.includes('weight') ? 'kg' : 'mg/dL' },
    })
    assert.deepEqual(
      [values.filter((one) => !one.startsWith('birthWeight')), problems.slice(0, 1)],
      [[], ['measure']],
      text,
    )
  }
  const urine = { ...potassium(60, {}), specimen: { display: 'Urine specimen' } }
  assert.deepEqual(read(urine).values, [])
  const baby = { ...potassium(6, {}), focus: [{ reference: 'Patient/baby' }] }
  assert.deepEqual([read(baby).values, read(baby).problems], [[], ['whose']])
})

test('what was entered in error, cancelled or is not known counts for nothing', () => {
  for (const status of ['entered-in-error', 'cancelled', 'registered', 'unknown'])
    assert.deepEqual(read(potassium(4, { status })).values, [])
})

test('smoking is read by its codes and in words, the newest said', () => {
  const smoking = (value: object, effectiveDateTime = '2026-01-01') => ({
    code: loinc('72166-2'),
    effectiveDateTime,
    ...value,
  })
  const sct = (code: string) => ({
    valueCodeableConcept: { coding: [{ system: 'http://snomed.info/sct', code }] },
  })
  const of = (...all: readonly object[]) => read(...all).patient.smoking?.value
  assert.equal(of(smoking(sct('428041000124106'))), 'current')
  assert.equal(of(smoking(sct('8517006'))), 'former')
  assert.equal(of(smoking(sct('266919005'))), 'never')
  assert.equal(of(smoking(sct('77176002'))), undefined)
  assert.equal(of(smoking({ valueString: 'Quit in 2010' })), 'former')
  assert.equal(of(smoking({ valueString: 'Fumeur' })), 'current')
  assert.equal(of(smoking({ valueString: 'Unknown if ever smoked' })), undefined)
  assert.equal(
    of(smoking(sct('266919005'), '2020-01-01'), smoking({ valueString: 'unknown' }, '2024-01-01')),
    undefined,
  )
  const { patient, problems } = read(smoking(sct('266919005')), smoking(sct('449868002')))
  assert.deepEqual([patient.smoking, problems], [undefined, ['conflict']])
})

test('pregnancy is read where it is recent enough to be so still', () => {
  const status = (code: string, effectiveDateTime: string) => ({
    code: loinc('82810-3'),
    effectiveDateTime,
    valueCodeableConcept: { coding: [{ system: 'http://snomed.info/sct', code }] },
  })
  const of = (...all: readonly object[]) => read(...all).patient.pregnant?.value
  assert.equal(of(status('77386006', '2026-08-01')), 'yes')
  assert.equal(of(status('77386006', '2024-08-01')), undefined)
  assert.equal(of(status('60001007', '2026-11-20')), 'no')
  assert.equal(of(status('60001007', '2026-08-20')), undefined)
  assert.equal(of(status('77386006', '2026-08-01'), status('60001007', '2026-11-20')), 'no')
  const urine = { code: loinc('2106-3', 'Choriogonadotropin (pregnancy test) [Presence] in Urine') }
  const negative = {
    ...urine,
    effectiveDateTime: '2026-11-22',
    valueCodeableConcept: { text: 'Negative' },
  }
  assert.equal(of(negative), 'no')
  assert.ok(
    read({ code: { text: 'Menopausal status' }, valueString: 'Postmenopausal' }).patient
      .cannotConceive,
  )
})

test('a sign that is said to be there is there, and what is said of then is not of now', () => {
  const fever = (value: object, effectiveDateTime = '2026-11-20') =>
    read({ code: { text: 'Fever' }, effectiveDateTime, ...value }).patient.findings.map(
      ({ term, presence, when }) => `${term} ${presence} ${when}`,
    )
  assert.deepEqual(fever({ valueBoolean: true }), ['Fever present now'])
  assert.deepEqual(fever({ valueCodeableConcept: { text: 'Absent' } }), ['Fever absent now'])
  assert.deepEqual(fever({ valueBoolean: true }, '2020-01-01'), ['Fever present history'])
  assert.deepEqual(fever({ valueBoolean: false }, '2020-01-01'), [])
})

test('a test for an infection says by its result whether it is there', () => {
  const result = (text: string, value: string, effectiveDateTime = '2026-10-01') =>
    read({ code: { text }, effectiveDateTime, valueString: value }).patient.findings.map(
      ({ term, presence, when }) => `${term} ${presence} ${when}`,
    )
  assert.deepEqual(result('Hepatitis B surface antigen', 'Negative'), ['Hepatitis B absent now'])
  assert.deepEqual(result('HBsAg', 'Positive'), ['Hepatitis B present now'])
  assert.deepEqual(result('HBV DNA', 'Not detected'), ['Hepatitis B possible now'])
  assert.deepEqual(result('HIV 1 RNA', 'Not detected'), ['HIV Infections possible now'])
  assert.deepEqual(result('HCV RNA', 'Not detected'), ['Hepatitis C absent now'])
  assert.deepEqual(result('Hepatitis C virus antibody', 'Reactive'), ['Hepatitis C possible now'])
  assert.deepEqual(result('HIV 1+2 antibody', 'Non-reactive'), ['HIV Infections absent now'])
  assert.deepEqual(result('HIV 1+2 antibody', 'Non-reactive', '2020-01-01'), [])
  assert.deepEqual(result('SARS-CoV-2 RNA', 'Detected', '2022-01-01'), ['COVID-19 present history'])
})

test('French names of values are read', () => {
  const value = { valueQuantity: { value: 80, unit: 'umol/L' } }
  assert.deepEqual(read({ code: { text: 'Créatinine' }, ...value }).values, [
    'creatinine 80 umol/L',
  ])
  assert.deepEqual(read({ code: { text: 'Créatinine dans les urines' }, ...value }).values, [])
})

test('one value of one time in two units is one value', () => {
  const hba1c = (value: number, unit: string) => ({
    code: loinc('4548-4'),
    effectiveDateTime: '2026-09-01',
    valueQuantity: { value, unit },
  })
  assert.deepEqual(read(hba1c(7, '%'), hba1c(53, 'mmol/mol')).values, ['hba1c 7 %'])
  assert.equal(read(hba1c(7, '%'), hba1c(75, 'mmol/mol')).values.length, 2)
  const hb = (value: number, unit: string) => ({ ...hba1c(value, unit), code: loinc('718-7') })
  assert.deepEqual(read(hb(6.5, 'g/dL'), hb(65, 'g/L')).values, ['hemoglobin 6.5 g/dL'])
})
