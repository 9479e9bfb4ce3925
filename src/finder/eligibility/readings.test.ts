import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anyText, fc } from '../../testing/properties.ts'
import { kawasakiCriteria } from '../../testing/example-criteria.ts'
import { allCriteria, parseCriteria } from './criteria.ts'
import { readCriterion } from './readings.ts'
import type { ConceptsInText } from './concepts.ts'
import type { Reading } from './reading.ts'
import { workedMs } from '../../testing/worked-ms.ts'

/** `measure neutrophils <1500 /uL`, as short as can be read aloud. */
function short(reading: Reading): string {
  const words: string[] = [reading.negated ? `not ${reading.type}` : reading.type]
  if (reading.type === 'measure')
    words.push(reading.name ? `(${reading.name})` : reading.codes.join('/'))
  if (reading.type === 'sex') words.push(reading.sex)
  if (reading.type === 'pregnancy') words.push(reading.about)
  if (reading.type === 'topic') words.push(reading.topic)
  if (reading.type === 'concept') words.push(reading.term)
  if (reading.type === 'time') words.push(reading.relation)
  if ('unit' in reading) {
    if (reading.min) words.push((reading.min.inclusive ? '>=' : '>') + reading.min.value)
    if (reading.max) words.push((reading.max.inclusive ? '<=' : '<') + reading.max.value)
    words.push(reading.unit)
  }
  return words.join(' ')
}

function read(text: string, conceptsInText?: ConceptsInText): string[] {
  return readCriterion({ text }, conceptsInText).map(short)
}

const examples: Readonly<Record<string, readonly string[]>> = {
  'Age ≥ 18 years': ['age >=18 a'],
  'LVEF less than or equal to (≤) 45%': ['measure lvef <=45 %'],
  'Hemoglobin greater than or equal to (>=) 9 g/dL': ['measure hemoglobin >=9 g/dL'],
  'BMI higher or equal to 19 kg/m2': ['measure bmi >=19 kg/m2'],
  'Creatinine lower or equal to 1.4 mg/dL': ['measure creatinine <=1.4 mg/dL'],
  'Age >18 and < 60 years': ['age >18 a', 'age <60 a'],
  'Age between 18 and 75 years': ['age >=18 <=75 a'],
  'between the ages of 18 and 65;': ['age >=18 <=65 a'],
  'Aged 18-65 years old': ['age >=18 <=65 a'],
  'Age 18 - 75 years, male or female;': ['age >=18 <=75 a', 'sex ALL'],
  '18 years of age or older': ['age >=18 a'],
  '18 and over': ['age >=18 a'],
  'Under 18 or over 65': ['age <18 a', 'age >65 a'],
  '< 16 and > 60 years': ['age <16 a', 'age >60 a'],
  'Less than 18 years old or more than 65 years old': ['age <18 a', 'age >65 a'],
  '18 to 65 years': ['age >=18 <=65 a'],
  '19 - 45 years, male and female': ['age >=19 <=45 a', 'sex ALL'],
  'Ages 6 months through 5 years': ['age >=6 mo', 'age <=5 a'],
  'AGE: 18 and over.': ['age >=18 a'],
  'Patients, male and female, at any age ≥ 3 months (5 kg) of life': ['sex ALL', 'age >=3 mo'],
  'Children less than 8 months of age': ['age <8 mo'],
  'Gestational age < 37 weeks': ['measure (Gestational age) <37 wk'],
  'Infants under 12 months of age at diagnosis': ['measure (age at diagnosis) <12 mo'],
  'Weight ≥5Kg': ['measure weight >=5 kg'],
  'Body weight between 10 kg and 50 kg': ['measure weight >=10 <=50 kg'],
  'BMI 18,5 - 30 kg/m2': ['measure bmi >=18.5 <=30 kg/m2'],
  'neutropenia <1500/mm3': ['measure neutrophils <1500 /uL'],
  'Platelets ≥ 100 x 10^9/L': ['measure platelets >=100 10*9/L'],
  'Platelet count at least 100,000/mm(3).': ['measure platelets >=100000 /uL'],
  'eGFR≤29mL/min/1.73 m2': ['measure egfr <=29 mL/min/{1.73_m2}'],
  'internal diameter ≥ 2,5 SD from the mean': ['measure zScore >=2.5 {SD}'],
  'Z score ≥ 2.5': ['measure zScore >=2.5 1'],
  'hemoglobin ≥ 9 g/dL': ['measure hemoglobin >=9 g/dL'],
  'AST/ALT ≤ 2.5 x ULN': ['measure ast/alt <=2.5 {ULN}'],
  'SGOT and SGPT no greater than 4 times upper normal limit': ['measure ast/alt <=4 {ULN}'],
  'temperature > 38 °C': ['measure temperature >38 Cel'],
  'LVEF < 40%': ['measure lvef <40 %'],
  'Systolic blood pressure > 150 mmHg but < 180 mmHg': [
    'measure systolicPressure >150 mm[Hg]',
    'measure systolicPressure <180 mm[Hg]',
  ],
  'serum potassium > 5.5 mmol/L': ['measure potassium >5.5 mmol/L'],
  'Creatinine clearance greater than 55 mL/min.': ['measure creatinineClearance >55 mL/min'],
  'No creatinine > 2 mg/dL': ['not measure creatinine >2 mg/dL'],
  'ECOG 0-2': ['measure ecog >=0 <=2 1'],
  'ECOG performance status of 0 or 1': ['measure ecog >=0 <=1 1'],
  'ECOG ≤ 2': ['measure ecog <=2 1'],
  'Karnofsky performance status ≥ 70%': ['measure karnofsky >=70 %'],
  'Lansky score of at least 50': ['measure lansky >=50 1'],
  'Bilirubin not > 2.0 mg/dL': ['measure bilirubin <=2 mg/dL'],
  'within 48 hours after the infusion': ['time after <=48 h'],
  'No chemotherapy within the past 4 weeks': ['time within <=4 wk'],
  'No chemotherapy at least 4 weeks prior to entry': ['time before >=4 wk'],
  'Pregnant or breast-feeding women': ['pregnancy pregnant', 'pregnancy lactating'],
  'Not pregnant or nursing': ['not pregnancy pregnant', 'not pregnancy lactating'],
  'Patient agrees to have effective contraception': ['pregnancy contraception'],
  "Patient, parent or legal guardian's written informed consent is required": ['topic consent'],
  'Patient with health insurance': ['topic insurance'],
  'Able to read and understand English': ['topic language'],
  'Unable to travel to the clinic': ['topic travel'],
  'Weight loss > 5 kg': ['measure (Weight loss) >5 kg'],
  'Under age 18': ['age <18 a'],
  'Is 3 months to 16 years old.': ['age >=3 mo', 'age <=16 a'],
  'Patients who > 2 relapses': ['question'],
  'ANC ≥ 1500/mm3, and reticulocyte count < 50,000/mm3': [
    'measure neutrophils >=1500 /uL',
    'measure (reticulocyte count) <50000 /uL',
  ],
  'Pulmonary artery systolic pressure ≤ 50 mmHg': [
    'measure (Pulmonary artery systolic pressure) <=50 mm[Hg]',
  ],
  'BMI less than 18 kg/m2 or more than 30 kg/m2': [
    'measure bmi <18 kg/m2',
    'measure bmi >30 kg/m2',
  ],
  'Body weight below 30 kg or above 150 kg': ['measure weight <30 kg', 'measure weight >150 kg'],
  'Platelets ≥ 100.000/mm3': ['measure platelets >=100000 /uL'],
  'Creatinine ≤ 1.500 mg/dL': ['measure creatinine <=1.5 mg/dL'],
  'Hemoglobin < 80 g/L': ['measure hemoglobin <80 g/L'],
  'Platelets > 100 G/L': ['measure platelets >100 10*9/L'],
  'BMI > 40': ['measure bmi >40 kg/m2'],
  'HbA1c > 7': ['measure hba1c >7 %'],
  'eGFR below 30': ['measure egfr <30 mL/min/{1.73_m2}'],
  'Hemoglobin > 9': ['question'],
  'Blood pressure > 140/90 mmHg': [
    'measure systolicPressure >140 mm[Hg]',
    'measure diastolicPressure >90 mm[Hg]',
  ],
  'AST above ULN': ['measure ast >1 {ULN}'],
  'NYHA class III or IV heart failure': ['measure nyha >=3 <=4 1'],
  'Heart failure > NYHA class 2': ['measure nyha >2 1'],
  'ASA physical status I-II': ['measure asa >=1 <=2 1'],
  'Diarrhea, grade 2 or higher': ['measure (grade) >=2 1'],
  'Class I antiarrhythmic drugs': ['question'],
  'In the past six months': ['time within <=6 mo'],
  'For a minimum period of three (3) months': ['time for >=3 mo'],
  'Surgery 30 days prior to entry': ['time before <=30 d'],
  'One of the following': ['question'],
  'A wheal diameter of at least 4 mm': ['measure (wheal diameter) >=4 mm'],
  'With greater than 30% blasts in bone marrow': ['measure (blasts in bone marrow) >30 %'],
  'Hyponatremia (< 130 mmol/L)': ['measure sodium <130 mmol/L'],
  'Planning to become pregnant': ['pregnancy planned'],
  'Patients with overt concomitant bacterial infection': ['question'],
}

for (const [text, expected] of Object.entries(examples))
  test(`"${text}" is read as ${expected.join(', ')}`, () => {
    assert.deepEqual(read(text), expected)
  })

const diseases: ConceptsInText = (text) =>
  [...text.matchAll(/diabetes|tuberculosis|TB|cancer/gi)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    term: match[0].toLowerCase(),
  }))

test('a disease is found by the vocabulary, with its "no"; that of others, or feared, stays a question', () => {
  assert.deepEqual(read('Any type of cancer', diseases), ['concept cancer'])
  assert.deepEqual(read('No history of diabetes', diseases), ['not concept diabetes'])
  assert.deepEqual(read('Close contact with a patient with TB', diseases), ['question'])
  assert.deepEqual(read('A family history of diabetes', diseases), ['question'])
  assert.deepEqual(read('A chest radiograph suggestive of TB', diseases), ['question'])
})

test('what NCT02390596 states plainly is typed', () => {
  const typed = allCriteria(parseCriteria(kawasakiCriteria).parts).map((criterion) => [
    criterion.id,
    ...readCriterion(criterion, diseases).map(short),
  ])
  assert.deepEqual(Object.fromEntries(typed.map(([id = '', ...readings]) => [id, readings])), {
    i1: [
      'sex ALL',
      'age >=3 mo',
      'time for >=5 d',
      'measure (cervical lymph nodes usually unilateral) >1.5 cm',
      'measure zScore >=2.5 {SD}',
    ],
    i2: ['measure temperature >=38 Cel'],
    i3: ['measure weight >=5 kg'],
    i4: ['topic consent'],
    i5: ['topic insurance'],
    i6: ['pregnancy contraception'],
    e1: ['pregnancy pregnant'],
    e2: ['question'],
    e3: ['question'],
    e4: ['question'],
    e5: ['concept cancer'],
    e6: ['question'],
    e7: ['concept tuberculosis', 'concept tb'],
    'e7.1': ['question'],
    'e7.2': ['time for <3 mo'],
    'e7.3': ['question'],
    e8: [
      'measure ckdStage >=4 1',
      'measure egfr <=29 mL/min/{1.73_m2}',
      'concept diabetes',
      'measure neutrophils <1500 /uL',
    ],
    e9: ['question'],
    e10: ['topic other study'],
  })
})

test('every reading names its rule and words within the criterion, in order, never overlapping', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom(...Object.keys(examples)), anyText())),
      (texts) => {
        const text = texts.join(' ')
        let last = 0
        for (const { span, rule } of readCriterion({ text }, diseases)) {
          assert.match(rule, /^[a-z-]+@\d+$/)
          assert.ok(span.start >= last && span.end >= span.start && span.end <= text.length)
          last = span.end
        }
      },
    ),
  )
})

test('a criterion of sixty thousand characters is read with less than a second of work', async () => {
  for (const unit of [
    '1',
    '1 ',
    '1 to ',
    'age ',
    '≥ 18 ',
    'not ',
    'ecog 1, ',
    '(',
    'weight > 1 kg ',
  ])
    for (const text of [unit.repeat(60_000 / unit.length)]) {
      const worked = await workedMs(() => readCriterion({ text }))
      assert.ok(worked < 1000, unit)
    }
})
