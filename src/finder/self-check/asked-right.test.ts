import assert from 'node:assert/strict'
import { test } from 'node:test'
import { markedQuestion } from '../../testing/test-check.ts'

test('a change of a measure is not asked as its level', () => {
  assert.equal(
    markedQuestion('Reversibility of FEV1 of at least 12% after salbutamol.', 'Inclusion'),
    undefined,
  )
  assert.equal(
    markedQuestion('Appendicular muscle mass index below 7 kg/m2', 'Inclusion'),
    undefined,
  )
  assert.match(
    markedQuestion('FEV1 of at least 50% predicted', 'Inclusion') ?? '',
    /FEV1\): 50% or more/,
  )
})

test('classes in a row are asked as all of them', () => {
  assert.match(
    markedQuestion(
      'Considered to be in NYHA class 2, 3, or 4 by the cardiologist of the zorb',
      'Inclusion',
    ) ?? '',
    /2 to 4\?/,
  )
})

test('a time or a condition that was left out of an exception leaves a no open', () => {
  assert.match(
    markedQuestion(
      'Prior cancer other than skin cancer that is not melanoma, or other cancers treated curatively without recurrence for more than 5 years',
      'Exclusion',
    ) ?? '[in part]',
    /\[in part\]$/,
  )
  assert.match(
    markedQuestion(
      'Uncontrolled asthma. Subjects with controlled asthma are permitted if stable for at least 8 weeks.',
      'Exclusion',
    ) ?? '',
    /asthma\? \[wider\] \[in part\]$/,
  )
  assert.equal(
    markedQuestion(
      'Asthma diagnosed according to the GINA guidelines for at least 2 years',
      'Inclusion',
    ),
    'Do you have asthma by medical guidelines? [wider]',
  )
  assert.match(
    markedQuestion('LVEF < 40% at least once, measured by ultrasound', 'Inclusion') ?? '',
    /\[in part\]$/,
  )
})

test('what an illness needs is no item of its own', () => {
  assert.equal(
    markedQuestion(
      'Pneumonia or other infections that require antibiotic or antifungal therapy',
      'Exclusion',
    )?.includes('or a medicine against') ?? false,
    false,
  )
})

test('what a past illness needed is asked as past', () => {
  assert.match(
    markedQuestion(
      'History of a severe asthma attack resulting in a zorb or requiring intubation',
      'Exclusion',
    ) ?? '',
    /have you ever had a breathing tube/i,
  )
})

test('the time of a rule of one thing is asked with it, though not all of its words are', () => {
  assert.equal(
    markedQuestion('Anaphylaxis due to blurged peanut in the past 3 months', 'Exclusion'),
    'Have you had a severe allergic reaction (anaphylaxis) in the last 3 months? [wider]',
  )
  assert.equal(
    markedQuestion(
      'Used antihistamines within 3-7 days before the challenge (depending on the zorb)',
      'Exclusion',
    ),
    'Have you taken or been given an allergy medicine (antihistamine) in the 7 days before the study’s test? [wider]',
  )
})

test('what nearly everybody had at some time is not asked, and a lesion only with its place', () => {
  assert.equal(markedQuestion('History of an operation to zorble the quix', 'Exclusion'), undefined)
  assert.equal(markedQuestion('Significant lesions of the zorbed arteries', 'Exclusion'), undefined)
})

test('words that make an illness another one are kept, or nothing is asked', () => {
  assert.equal(
    markedQuestion('Hereditary forms of heart failure (zorb, blurg)', 'Exclusion'),
    undefined,
  )
  assert.equal(
    markedQuestion('Back pain due to non-spinal causes such as blurg', 'Exclusion'),
    undefined,
  )
  assert.equal(
    markedQuestion('Portal vein hypertension', 'Exclusion')?.includes('high blood pressure') ??
      false,
    false,
  )
  assert.match(
    markedQuestion('Severe arterial hypertension of zorb', 'Exclusion') ?? '',
    /high blood pressure/,
  )
})

test('an illness other than itself is another one', () => {
  assert.match(
    markedQuestion(
      'Prior malignancy other than the cancer under study that has zorbled',
      'Exclusion',
    ) ?? '',
    /^Have you ever had another cancer\?/,
  )
})

test('a plan to breast-feed is no plan of a child, and who is pregnant is still asked', () => {
  assert.equal(
    markedQuestion('Pregnancy, lactation or intention to breastfeed', 'Exclusion'),
    'Are you pregnant, or breast-feeding? [in part]',
  )
  assert.equal(
    markedQuestion('Pregnancy, lactation or plans to become pregnant', 'Exclusion'),
    'Are you pregnant, or planning to become pregnant, or breast-feeding?',
  )
})
