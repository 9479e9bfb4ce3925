import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import { judgeCriterion } from '../judge/judge.ts'
import { readNote } from './read-note.ts'

const vocabulary = openVocabulary()
const read = (note: string) => readNote(note, { vocabulary })
const findings = (note: string) =>
  read(note).findings.map(({ term, presence, when, of }) => `${term} ${presence} ${when} ${of}`)

test('an abbreviation of several senses is what the words around it say, or nothing', () => {
  for (const [note, all] of [
    ['Ex 27-weeker in NICU with BPD.', 'Bronchopulmonary Dysplasia present now patient'],
    ['Self-harm again, BPD, in DBT.', 'Borderline Personality Disorder present now patient'],
    ['Left iliac DVT, MTS, stented.', 'May-Thurner Syndrome present now patient'],
    ['Focal seizures, right MTS on MRI.', 'Hippocampal Sclerosis present now patient'],
    ['Man of 71, mCRPC.', 'Prostatic Neoplasms, Castration-Resistant present now patient'],
    ['32F, gestational DM.', 'Diabetes, Gestational present now patient'],
    ['Boy of 14, Ewing sarcoma.', 'Sarcoma, Ewing present now patient'],
  ] as const)
    assert.ok(findings(note).includes(all), `${note} ${findings(note).join('; ')}`)
  for (const note of ['Comes for BPD.', 'MTS noted.', 'Liver transplant, BK neg.'])
    assert.deepEqual(findings(note), [], note)
})

test('a grandmother by her letters is no patient, and a marker denies no illness of before', () => {
  assert.deepEqual(findings('Boy of 9. PGM colon ca.'), ['Colonic Neoplasms present now family'])
  const [cancer] = findings('Testicular cancer 2012, orchidectomy, AFP normal.')
  assert.match(cancer ?? '', /present history patient$/)
  assert.deepEqual(findings('Eczema as child, none since.'), [
    'Dermatitis, Atopic present history patient',
  ])
})

test('a value is no age, and a weight at birth none of today', () => {
  assert.equal(read('TTE: EF 45. 52 F with palpitations.').age?.value, 52)
  const { measures } = read('Girl of 5 months. Birth wt 900 g.')
  assert.deepEqual(
    measures.map(({ what }) => what),
    ['birthWeight'],
  )
})

test('a body mass index between two meanings of severe obesity clears nobody of it', () => {
  const verdict = (note: string) =>
    judgeCriterion('Severe obesity (BMI > 35)', 'exclusion', read(note), {
      vocabulary,
      mode: 'self-check',
    }).verdict
  assert.notEqual(verdict('Woman, 30. BMI 37.'), 'met')
  assert.equal(verdict('Woman, 30. BMI 32.'), 'met')
})
