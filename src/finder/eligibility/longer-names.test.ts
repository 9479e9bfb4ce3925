import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCriterion } from './readings.ts'

/** The codes of the measures that a criterion compares with a value; what is no measure of ours by its name. */
function compared(text: string): readonly string[] {
  return readCriterion({ text }).flatMap((one) =>
    one.type !== 'measure' ? [] : one.codes.length > 0 ? one.codes : [one.name ?? '?'],
  )
}

test('a longer name is not the measure that it contains', () => {
  assert.deepEqual(compared('Appendicular skeletal muscle mass index below 6.5 kg/m2'), [
    'Appendicular skeletal muscle mass index',
  ])
  assert.deepEqual(compared('Fat-free mass index < 16 kg/m2'), ['Fat-free mass index'])
  assert.deepEqual(compared('Pleural fluid glucose < 60 mg/dL'), ['Pleural fluid glucose'])
  assert.deepEqual(compared('RV ejection fraction under 40%'), ['RV ejection fraction'])
  assert.deepEqual(compared('Non-HDL-C above 100 mg/dL'), ['Non-HDL-C'])
  assert.deepEqual(compared('Serum-to-ascites albumin gradient of 1.1 g/dL or more'), [
    'Serum-to-ascites albumin gradient',
  ])
})

test('so few kg/m2 that no body has them are no body mass index', () => {
  assert.deepEqual(compared('Females: <= 5.5 kg/m2'), ['Females'])
  assert.deepEqual(compared('Females: <= 27.5 kg/m2'), ['bmi'])
})

test('a change of a measure, or what is worked out of two, is no level of it', () => {
  for (const text of [
    'An improvement in FEV1 of at least 12% after salbutamol',
    'Bronchodilator reversibility of FEV1 > 15%',
    'FEV1 variability of more than 10%',
    'Increase in hemoglobin of 2 g/dL or more',
    'A drop in systolic blood pressure > 20 mmHg on standing',
    'Difference between HbA1c > 1%',
    'A fall in LVEF of more than 10%',
    'Platelet reactivity: platelet aggregation > 200 x 10^9/L',
    'AST/ALT ratio > 2',
  ])
    assert.ok(
      !compared(text).some((one) =>
        /^(?:fev1|hemoglobin|systolicPressure|hba1c|lvef|platelets|ast|alt)$/.test(one),
      ),
      `${text}: ${compared(text).join()}`,
    )
})

test('a rise above the upper limit, and a fall below a value, are levels', () => {
  assert.deepEqual(compared('Increase in AST > 3 x ULN'), ['ast'])
  assert.deepEqual(compared('Decrease in LVEF to less than 40%'), ['lvef'])
  assert.deepEqual(compared('Normalized ratio (INR) <= 1.5'), ['inr'])
  assert.deepEqual(compared('Complete response with platelets >= 100 x 10^9/L'), ['platelets'])
})
