import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import { readNote } from '../note/read-note.ts'
import { judgeCriterion } from './judge.ts'

const vocabulary = openVocabulary()

function judge(note: string, text: string, kind: 'inclusion' | 'exclusion' = 'exclusion') {
  const patient = readNote(note, { vocabulary })
  return judgeCriterion(text, kind, patient, { vocabulary, mode: 'self-check' })
}

test('what a note touches by a growth, a test to come, an unlisted medicine, first letters or a telling word is not clear', () => {
  for (const [note, criterion] of [
    ['CT chest: 7 mm nodule, repeat in 3 months. 60-year-old man.', 'Active lung cancer'],
    ['29-year-old woman with psoriasis. Quantiferon sent today.', 'Active or latent tuberculosis'],
    ['BPCO sous Trelegy 1 inh/j.', 'Treatment with inhaled triple therapy (ICS/LABA/LAMA)'],
    ['60-year-old man with asthma. No ILD on CT.', 'Current interstitial lung disease'],
    [
      'Femme de 30 ans, témoin de Jéhovah, refuse toute transfusion.',
      'Subject who refuses blood transfusions',
    ],
    ['Lady of 77 with polymyalgia rheumatica.', 'Autoimmune diseases (lupus, vasculitis)'],
    ['30-year-old woman with palpitations.', 'Abnormal heart rhythm'],
    ['40-year-old man. Cannabis at weekends.', 'Positive urine drug screen for cannabinoids'],
  ] as const)
    assert.equal(judge(note, criterion).verdict, 'unknown', `${note} / ${criterion}`)
})

test('a rule of which no word is known is clear for nobody, one that asks for consent or a far illness is', () => {
  const note = '60-year-old man with asthma.'
  for (const criterion of ['Coaptation length ≤ 2 mm', 'Received prior anti-TIGIT therapy'])
    assert.equal(judge(note, criterion).verdict, 'unknown', criterion)
  for (const criterion of ['Participation in another clinical study', 'Psoriasis', 'In prison'])
    assert.equal(judge(note, criterion).reason, 'presumed clear', criterion)
})

test('what two sentences of a note say against each other is not known', () => {
  const note =
    '60 yo man with diabetes. He does not have diabetes. He takes metformin. Not on metformin.'
  for (const criterion of ['Diabetes', 'Metformin use'])
    assert.equal(judge(note, criterion).verdict, 'unknown', criterion)
  assert.equal(judge(note, 'diabetes', 'inclusion').verdict, 'unknown')
  assert.equal(judge(note, 'Age > 70 years').verdict, 'met')
  assert.equal(
    judge('She is admitted with a stroke. No earlier stroke.', 'Stroke').verdict,
    'not met',
  )
})

test('a name for some medicines of a class is not a name for all of it', () => {
  const note = '60 yo man with melanoma on nivolumab.'
  assert.notEqual(judge(note, 'Prior anti-CTLA-4').verdict, 'not met')
  for (const criterion of ['Prior anti-PD-1', 'Prior immune checkpoint inhibitor'])
    assert.equal(judge(note, criterion).verdict, 'not met', criterion)
  const bleeding = '60 yo man on dabigatran.'
  assert.notEqual(judge(bleeding, 'Use of factor Xa inhibitors').verdict, 'not met')
  assert.equal(judge(bleeding, 'Use of direct oral anticoagulants').verdict, 'not met')
})

test('one result for a list of viruses is that of each, and what is awaited is no silence', () => {
  const together = 'Homme de 40 ans. Sérologies VIH, VHB, VHC négatives.'
  assert.equal(judge(together, 'Known HIV infection').reason, 'stated facts')
  assert.equal(judge('40 yo man. HIV, HBV and HCV negative.', 'HIV infection').verdict, 'met')
  for (const [note, criterion] of [
    ['Femme de 80 ans, ostéoporose. PTH en attente.', 'Hyperparathyroidism'],
    ['30-year-old woman with eczema. LFTs awaited.', 'ALT or AST > 2 x ULN'],
    [
      'Femme de 36 ans. Mutation facteur V non recherchée.',
      'Known thrombophilia (factor V Leiden)',
    ],
    ['Boy of 14. Allergic rhinoconjunctivitis each spring.', 'Active keratoconjunctivitis'],
    ['50-year-old woman, deep vein thrombosis in 2010.', 'Pulmonary embolism'],
  ] as const)
    assert.equal(judge(note, criterion).verdict, 'unknown', criterion)
})

test('a medicine under a heading with another word, and a value in another unit of its substance, are read', () => {
  assert.equal(
    judge(
      'Femme de 50 ans. ATCD généraux: HTA, FA sous apixaban 5 mg x2.',
      'Oral anticoagulant therapy',
    ).verdict,
    'not met',
  )
  const note = '70-year-old man. Testosterone 14.1 nmol/L.'
  assert.equal(judge(note, 'Serum testosterone < 50 ng/dL').reason, 'stated facts')
})

test('a grade beside a name is held against the grade asked, and ratios to creatinine are converted', () => {
  const note = '70 yo man. Neuropathie grade 1 des pieds. ACR 4.2 mg/mmol.'
  assert.equal(judge(note, 'Peripheral neuropathy grade ≥ 2').reason, 'stated facts')
  assert.equal(judge(note, 'Peripheral neuropathy grade 1 or higher').verdict, 'not met')
  assert.equal(judge('70 yo man. Neuropathy.', 'Neuropathy grade ≥ 2').verdict, 'unknown')
  const ratio = 'UACR'
  assert.equal(judge(note, `${ratio} ≥ 30 mg/g`, 'inclusion').verdict, 'met')
  assert.equal(judge(note, `${ratio} > 300 mg/g`, 'inclusion').verdict, 'not met')
  assert.equal(judge(note, 'UPCR > 300 mg/g', 'inclusion').verdict, 'unknown')
})
