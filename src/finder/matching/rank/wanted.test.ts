import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import { readBundle } from '../bundle/read-bundle.ts'
import { readNote } from '../note/read-note.ts'
import { wantedOf } from './wanted.ts'

const vocabulary = openVocabulary()

function wanted(note: string): readonly string[] {
  return wantedOf(readNote(note, { vocabulary }), vocabulary).concepts.map(({ term }) => term)
}

test('past history never outranks what the person comes for, however often it is said', () => {
  const [first, ...others] = wanted(
    `A 70-year-old woman with a history of coronary artery disease. She was admitted for pneumonia.
Past Medical History:
1. Coronary artery disease
2. Coronary artery disease, atrial fibrillation
3. Hypothyroidism`,
  )
  assert.equal(first, 'Pneumonia')
  assert.ok(others.includes('Coronary Artery Disease'))
})

test('in a French note too', () => {
  const [first, ...others] = wanted(
    `Antécédents : asthme, diabète de type 2, asthme.
Motif de consultation : il consulte pour une pneumonie.`,
  )
  assert.equal(first, 'Pneumonia')
  assert.ok(others.includes('Asthma'))
})

test('an illness of before is looked for as ever where nothing newer is named', () => {
  const [first] = wanted('A 34-year-old man with a history of sickle cell disease has severe pain.')
  assert.equal(first, 'Anemia, Sickle Cell')
})

test('what is denied or a relative’s is not looked for', () => {
  const terms = wanted('A 12-year-old girl with asthma. No diabetes. Her mother has epilepsy.')
  assert.deepEqual(terms, ['Asthma'])
})

function weights(note: string): ReadonlyMap<string, number> {
  const { concepts } = wantedOf(readNote(note, { vocabulary }), vocabulary)
  return new Map(concepts.map(({ term, weight }) => [term, weight]))
}

test('what a note opens with comes before what a medicine is taken for, and before where the cancer has spread to', () => {
  const found = weights(
    `A 58-year-old woman with lung adenocarcinoma and brain metastases. Creatinine 0.9 mg/dL.
No asthma. She takes warfarin for atrial fibrillation.`,
  )
  const [first] = found.keys()
  assert.equal(first, 'Adenocarcinoma of Lung')
  const main = found.get('Adenocarcinoma of Lung') ?? 0
  for (const other of ['Brain Neoplasms', 'Atrial Fibrillation'])
    assert.ok((found.get(other) ?? 1) <= main / 2, other)
})

test('in French as well', () => {
  const found = weights(
    `Homme de 66 ans suivi pour un cancer de la prostate. PSA 12 ng/mL.
Pas d’asthme. Il prend de l’apixaban pour une fibrillation auriculaire.`,
  )
  const [first] = found.keys()
  assert.equal(first, 'Prostatic Neoplasms')
  assert.ok((found.get('Atrial Fibrillation') ?? 1) <= (found.get('Prostatic Neoplasms') ?? 0) / 2)
})

test('what a medicine is for is the illness where a note opens with it, and metastases are where no cancer is told', () => {
  const [arthritis] = wanted('A 44-year-old woman on methotrexate for rheumatoid arthritis.')
  assert.equal(arthritis, 'Arthritis, Rheumatoid')
  assert.equal(weights('A 60-year-old man with brain metastases.').get('Brain Neoplasms'), 1.5)
})

test('no condition of a record comes first because its resource does', () => {
  const condition = (text: string) => ({
    resourceType: 'Condition',
    subject: { reference: 'Patient/1' },
    clinicalStatus: { coding: [{ code: 'active' }] },
    code: { text },
  })
  const bundle = {
    resourceType: 'Bundle',
    entry: ['Asthma', 'Psoriasis'].map((text) => ({ resource: condition(text) })),
  }
  const { patient } = readBundle(JSON.stringify(bundle), { vocabulary, today: '2026-11-30' })
  assert.ok(patient)
  const { concepts } = wantedOf(patient, vocabulary)
  const [one, other] = concepts
  assert.equal(concepts.length, 2)
  assert.ok((one?.weight ?? 0) <= (other?.weight ?? 0) * 1.2, JSON.stringify(concepts))
})
