import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import { readNote } from '../note/read-note.ts'
import { judgeCriterion } from './judge.ts'

const vocabulary = openVocabulary()

function verdictOf(note: string, kind: 'inclusion' | 'exclusion', criterion: string): string {
  const patient = readNote(note, { vocabulary })
  return judgeCriterion(criterion, kind, patient, { vocabulary, mode: 'self-check' }).verdict
}

test('a sentence with a word beside the name that was not read states nothing', () => {
  for (const [note, criterion] of [
    ['Man, 50. OCD traits.', 'Obsessive-compulsive disorder'],
    ['Woman, 44. Fibromyalgia as her cousin sees it.', 'Fibromyalgia'],
    ['Baby girl, 3 months. Apnoea x1 reported by mum (not seen here).', 'Apnea'],
    ['Man, 71. Cancer screen: CT normal, mammogram awaited.', 'Active cancer'],
    ['Woman, 60. Eye exam for baseline cataracts booked.', 'Cataract'],
    ['Homme 62 ans. Asthme raconté par un voisin.', 'Asthma'],
    ['Femme 30 ans. CMV sur biopsies : en cours.', 'Cytomegalovirus colitis'],
    ['Man, 40. The referral form mentions epilepsy with a tick.', 'Epilepsy'],
  ] as const)
    for (const kind of ['inclusion', 'exclusion'] as const)
      assert.equal(verdictOf(note, kind, criterion), 'unknown', `${kind}: ${note} / ${criterion}`)
})

test('a name before a colon is said only where what is behind says so', () => {
  for (const [note, criterion, verdict] of [
    ['Homme 40 ans. Épilepsie : un malaise en 2023, EEG prévu.', 'Epilepsy', 'unknown'],
    ['Homme 40 ans. Sarcoïdose : ECA 62, scanner thoracique normal.', 'Sarcoidosis', 'unknown'],
    ['Man, 40. Epilepsy: yes, on levetiracetam.', 'Epilepsy', 'not met'],
    ['Femme 40 ans. Asthme : connu depuis 2010.', 'Asthma', 'not met'],
    ['Femme 40 ans. Antécédents : asthme.', 'Asthma', 'not met'],
    ['Man, 40. PMH: coeliac disease.', 'Celiac disease', 'not met'],
  ] as const)
    assert.equal(verdictOf(note, 'exclusion', criterion), verdict, `${note} / ${criterion}`)
})

test('a denial of a part, a kind or a rest denies nothing more', () => {
  for (const [note, criterion, verdict] of [
    ['Woman, 70. No inflammatory arthritis.', 'Knee osteoarthritis', 'unknown'],
    ['Homme 70 ans. Pas de tumeur résiduelle.', 'Renal cell carcinoma', 'unknown'],
    ['Woman, 50. Never treated for TB before.', 'Pulmonary tuberculosis', 'unknown'],
    ['Woman, 50. CT of the chest: no pneumonia.', 'Pneumonia', 'met'],
    ['Femme 41 ans. Pas d’asthme sévère.', 'Asthma', 'unknown'],
    ['Femme 41 ans. Pas d’asthme ni d’allergie.', 'Asthma', 'met'],
    ['Femme 50 ans. Pas de diabète.', 'Diabetes mellitus', 'met'],
    ['Woman, 50. No heart failure or asthma.', 'Asthma', 'met'],
  ] as const)
    assert.equal(verdictOf(note, 'exclusion', criterion), verdict, `${note} / ${criterion}`)
})

test('a value that is to be measured again, and a pregnancy that another sentence denies, are not stated', () => {
  assert.equal(
    verdictOf(
      'Man, 60. Echo 2021 showed LVEF 38%; a repeat has been requested.',
      'inclusion',
      'Left ventricular ejection fraction above 35%',
    ),
    'unknown',
  )
  assert.notEqual(
    verdictOf(
      'Woman, 38. Pred 10 mg x 2 wks, still on it. Pregnancy test today neg.',
      'exclusion',
      'Positive pregnancy test',
    ),
    'not met',
  )
})
