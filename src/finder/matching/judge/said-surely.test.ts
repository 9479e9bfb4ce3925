import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import { readNote } from '../note/read-note.ts'
import { judgeCriterion } from './judge.ts'

const vocabulary = openVocabulary()

type Kind = 'inclusion' | 'exclusion'

function assertOpen(
  pairs: readonly (readonly [note: string, criterion: string])[],
  kind: Kind = 'inclusion',
) {
  for (const [note, criterion] of pairs) {
    const patient = readNote(note, { vocabulary })
    const { verdict } = judgeCriterion(criterion, kind, patient, { vocabulary, mode: 'self-check' })
    assert.notEqual(verdict, 'not met', `${note} | ${criterion}`)
  }
}

test('who refuses dialysis or is made ready for it is not on it, and who is on it is no patient without', () => {
  const asked = 'Chronic kidney disease not on dialysis'
  assertOpen(
    [
      'CKD stage 5, refuses dialysis.',
      'CKD stage 5, fistula created for future dialysis.',
      'CKD stage 4. On dialysis for two weeks after surgery in 2015.',
      'Maladie rénale stade 4, dialyse péritonéale envisagée.',
      'Insuffisance rénale chronique. Son père est dialysé.',
    ].map((note) => [note, asked]),
  )
  const patient = readNote('CKD on hemodialysis since 2019.', { vocabulary })
  const judged = judgeCriterion(asked, 'inclusion', patient, { vocabulary, mode: 'self-check' })
  assert.equal(judged.verdict, 'not met')
})

test('a score of the day a person came in, or of before, is none of now', () => {
  assertOpen([
    ['Ischemic stroke. mRS 4 at admission.', 'Modified Rankin scale 0-2'],
    ['AVC ischémique. Rankin 0 avant.', 'Modified Rankin scale 3-5'],
    ['Stroke. Premorbid mRS 0.', 'Modified Rankin scale 3-5'],
    ['COPD. GOLD 1 in 2012.', 'COPD GOLD 3-4'],
  ])
})

test('a value of insulin, a smear and a blood test say nothing of a treatment or a tumour', () => {
  assertOpen([
    ['Type 2 diabetes. Fasting insulin 12 mU/L.', 'Insulin-naive type 2 diabetes'],
    ['Cancer du col. Frottis HPV négatif.', 'HPV-positive cervical cancer'],
    ['Lymphome de Hodgkin. Sérologie EBV négative.', 'EBV-positive lymphoma'],
  ])
})

test('who never stopped, missed or lowered a medicine takes it', () => {
  assertOpen(
    [
      'Polyarthrite rhumatoïde. Jamais interrompu son méthotrexate.',
      'PR. N’a jamais oublié son méthotrexate.',
      'RA. Has never missed her methotrexate.',
      'RA. Never reduced her methotrexate dose.',
      'RA. Had never taken methotrexate before 2015.',
    ].map((note) => [note, 'Treated with methotrexate']),
  )
})

test('a drug that a doctor gives, or the work of who helps others, is no abuse', () => {
  assertOpen(
    [
      'Epistaxis. Topical cocaine drops for surgery.',
      'Works as a cocaine use counsellor.',
      'ADHD, uses amphetamine salts as treatment.',
      'Roommate uses cocaine.',
    ].map((note) => [note, 'Drug abuse']),
    'exclusion',
  )
})

test('another person, a doubt, a hope and what a study asks are held against nobody', () => {
  assertOpen([
    [
      'Prostate cancer. Possible castration-resistant disease.',
      'Hormone-sensitive prostate cancer',
    ],
    [
      'Ovarian cancer. Trial asks for platinum-resistant disease.',
      'Platinum-sensitive ovarian cancer',
    ],
    ['Myélome multiple. Possibly relapsed.', 'Newly diagnosed multiple myeloma'],
    ['Acute leukemia, hoping to be in remission.', 'Relapsed or refractory acute leukemia'],
    ['Prostate cancer. Probably localized, scan pending.', 'Metastatic prostate cancer'],
    ['Cancer du poumon, adénocarcinome ?', 'Squamous cell lung cancer'],
    ['Hepatitis C. Genotype 3 in his donor.', 'HCV genotype 1'],
    ['Cancer du poumon. Pas d’adénocarcinome.', 'Squamous cell lung cancer'],
    ['Lung cancer. Pathologist favours adenocarcinoma.', 'Squamous cell lung cancer'],
    ['Stroke. Left-handed twin.', 'Right-handed'],
    ['Stroke. mRS 5 in the ambulance.', 'Modified Rankin scale 0-2'],
    ['Cancer du poumon, EGFR négatif ? contrôle demandé.', 'EGFR mutation'],
  ])
  assertOpen(
    [
      ['Travaille en prison comme infirmier.', 'Prisoners'],
      ['COPD. Refuses home oxygen.', 'Home oxygen'],
      ['Crohn. Infliximab probably stopped 3 weeks ago.', 'Infliximab within 8 weeks'],
    ],
    'exclusion',
  )
})

test('a test that a note still waits for leaves open what it will tell', () => {
  assertOpen([
    [
      'Breast cancer relapsing in the liver. The primary was HER2 negative. Liver biopsy sent for receptors.',
      'HER2-positive breast cancer',
    ],
    [
      'Cancer du côlon. Bilan d’extension en cours, pas de métastase sur l’échographie. Scanner lundi.',
      'Metastatic colon cancer',
    ],
    [
      'Lung cancer, biopsy yesterday. Frozen section: adenocarcinoma, final report to follow.',
      'Squamous cell lung cancer',
    ],
    [
      'Mélanome. BRAF négatif en immunohistochimie, séquençage demandé.',
      'BRAF mutation-positive melanoma',
    ],
  ])
})

test('what is only explained, was of before or is over is nothing of now', () => {
  assertOpen([
    [
      'Prostate cancer under degarelix. Explained that castration-resistant disease would call for another line.',
      'Hormone-sensitive prostate cancer',
    ],
    [
      'Type 2 diabetes on metformin. She received an insulin drip in the ICU after her bypass.',
      'Insulin-naive type 2 diabetes',
    ],
    ['Parkinson. Hoehn et Yahr 4 sans traitement, mieux sous lévodopa.', 'Hoehn and Yahr 1-3'],
    ['Heart failure. NYHA IV during the decompensation of last week.', 'NYHA class II-III'],
    [
      'Cancer bronchique. Opéré d’un adénocarcinome rectal il y a dix ans.',
      'Squamous cell lung cancer',
    ],
  ])
  assertOpen([['COPD. Came off home oxygen this spring.', 'Home oxygen']], 'exclusion')
  assertOpen(
    [
      [
        'Crohn. Infliximab commandé il y a 3 semaines, pas encore reçu.',
        'Infliximab within 8 weeks',
      ],
    ],
    'exclusion',
  )
})

test('a "never" is of having a medicine at all, or tells nothing', () => {
  const asked = 'Treated with methotrexate'
  assertOpen([
    ['PR. Elle n’a jamais bien toléré le méthotrexate au-delà de 15 mg.', asked],
    ['RA. The pharmacy never gave her methotrexate in the 10 mg size.', asked],
  ])
  for (const note of [
    'RA. Never treated with methotrexate.',
    'RA. Never been treated with methotrexate or sulfasalazine.',
    'PR. N’a jamais reçu de méthotrexate.',
  ]) {
    const patient = readNote(note, { vocabulary })
    const judged = judgeCriterion(asked, 'inclusion', patient, { vocabulary, mode: 'self-check' })
    assert.equal(judged.verdict, 'not met', note)
  }
})

test('a tissue, a marker and a grade count only where a sentence says them barely', () => {
  assertOpen([
    ['Cancer du poumon. L’imagerie fait penser à un adénocarcinome.', 'Squamous cell lung cancer'],
    ['Lung cancer. Stains lean toward adenocarcinoma.', 'Squamous cell lung cancer'],
    ['Lung cancer. Known for resected colonic adenocarcinoma.', 'Squamous cell lung cancer'],
    [
      'Gastric cancer. HER2 negative, but the sample was mostly necrotic.',
      'HER2-positive gastric cancer',
    ],
    ['Mélanome. BRAF négatif sur le primitif.', 'BRAF mutation'],
    ['Hepatitis C, genotype 3 according to the patient.', 'HCV genotype 1'],
    [
      'Knee pain. Films from another clinic reported Kellgren-Lawrence 2.',
      'Kellgren-Lawrence grade 3 or 4',
    ],
  ])
  for (const [note, asked] of [
    [
      'Lung adenocarcinoma of the right upper lobe, biopsy proven. Brain MRI requested.',
      'Squamous cell lung cancer',
    ],
    ['Cancer du poumon. La biopsie montre un adénocarcinome.', 'Squamous cell lung cancer'],
    ['Gastric cancer. HER2 negative by IHC.', 'HER2-positive gastric cancer'],
    ['Hépatite C chronique génotype 3. Fibrose F1.', 'HCV genotype 1'],
    [
      'Knee osteoarthritis, Kellgren-Lawrence grade 1 on both sides.',
      'Kellgren-Lawrence grade 3 or 4',
    ],
  ] as const) {
    const patient = readNote(note, { vocabulary })
    const judged = judgeCriterion(asked, 'inclusion', patient, { vocabulary, mode: 'self-check' })
    assert.equal(judged.verdict, 'not met', note)
  }
})
