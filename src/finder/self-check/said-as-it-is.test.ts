import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decidingQuestion } from '../../testing/test-check.ts'

test('a part of the body, a form of a medicine and a grade are asked as wide as the rule has them, in both languages', () => {
  const rules: Readonly<Record<string, readonly [en: string, fr: string]>> = {
    'Spinal surgery within the last year': [
      'Have you had an operation on the spine (back or neck) in the last year?',
      'Avez-vous eu une opération de la colonne vertébrale (dos ou cou) dans la dernière année ?',
    ],
    'Hepatic dysfunction': [
      'Do you have poor liver function?',
      'Avez-vous un mauvais fonctionnement du foie ?',
    ],
    'Hepatic failure': ['Do you have liver failure?', 'Avez-vous une insuffisance du foie ?'],
    'Topical ophthalmic medications': [
      'Do you take or get eye drops or an eye ointment?',
      'Prenez-vous ou recevez-vous un collyre ou une pommade pour les yeux ?',
    ],
    'High-degree atrioventricular block': [
      'Do you have a serious heart block?',
      'Avez-vous un bloc grave de la conduction du cœur ?',
    ],
    Antihistamines: [
      'Do you take or get an allergy medicine (antihistamine)?',
      'Prenez-vous ou recevez-vous un antihistaminique (contre l’allergie) ?',
    ],
    'CNS metastases': [
      'Do you have metastases in the brain or spinal cord?',
      'Avez-vous des métastases dans le cerveau ou la moelle épinière ?',
    ],
    'Irinotecan or topotecan': [
      'Do you take or get irinotecan or topotecan?',
      'Prenez-vous ou recevez-vous de l’irinotécan ou du topotécan ?',
    ],
  }
  for (const [rule, questions] of Object.entries(rules))
    assert.deepEqual(decidingQuestion(rule, 'Exclusion'), questions, rule)
})

test('no answer decides where several people have this and that, a name stands between two values, or hours count', () => {
  for (const rule of [
    'Children with asthma and diabetes',
    'Hepatic: Bilirubin no greater than 2.0 mg/dL ALT or AST no greater than 2.5 times normal',
    'Able to complete dosing within 6 hours of the onset of persistent chest pain',
  ])
    assert.deepEqual(decidingQuestion(rule, 'Inclusion'), ['undecided'], rule)
  const ofEach =
    'Male subjects with body weight of 50 kg or above; female subjects body weight of 45 kg or above'
  assert.deepEqual(decidingQuestion(ofEach, 'Inclusion'), ['undecided'])
  const anyOf = 'Severe, uncontrolled or active cardiovascular diseases'
  assert.deepEqual(decidingQuestion(anyOf, 'Exclusion'), ['undecided'])
  assert.deepEqual(decidingQuestion('Concurrent Medication', 'Exclusion'), ['undecided'])
  assert.equal(
    decidingQuestion('Asthma and diabetes', 'Inclusion')[0],
    'Do you have asthma and diabetes?',
  )
  assert.equal(
    decidingQuestion('Able to complete all study visits', 'Inclusion')[0],
    'Can you come to all visits and follow what the study asks?',
  )
})
