import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import { readNote } from '../note/read-note.ts'
import { judgeCriterion } from './judge.ts'

const vocabulary = openVocabulary()
function verdict(note: string, text: string, kind: 'inclusion' | 'exclusion'): string {
  const patient = readNote(note, { vocabulary })
  return judgeCriterion(text, kind, patient, { vocabulary, mode: 'self-check' }).verdict
}

const arthritis = '44-year-old man, RA. Methotrexate stopped in 2022 (nausea). Now on etanercept.'

test('a medicine that was stopped for good is not taken now, and no window of time is read from it', () => {
  assert.equal(verdict(arthritis, 'Currently on methotrexate', 'inclusion'), 'not met')
  assert.equal(verdict(arthritis, 'Current methotrexate use', 'exclusion'), 'met')
  assert.equal(verdict(arthritis, 'Methotrexate within 4 weeks', 'exclusion'), 'unknown')
  const held = '44-year-old man, RA. Methotrexate stopped temporarily for surgery.'
  assert.equal(verdict(held, 'Currently on methotrexate', 'inclusion'), 'unknown')
})

test('who never had a medicine meets no requirement of it before, and is naive to it', () => {
  const note = '55F T2DM, never on insulin.'
  assert.equal(verdict(note, 'Insulin naive', 'inclusion'), 'met')
  assert.equal(verdict(note, 'Prior treatment with insulin', 'inclusion'), 'not met')
  assert.equal(verdict(note, 'Prior use of insulin', 'exclusion'), 'met')
})

test('one kind that the vocabulary files under another illness is not met by that illness', () => {
  const note = '33-year-old man with schizophrenia.'
  assert.equal(verdict(note, 'Schizoaffective disorder', 'inclusion'), 'unknown')
  const child = 'Ella, 9-year-old girl, polyarticular JIA, RF negative.'
  assert.equal(verdict(child, 'Juvenile psoriatic arthritis', 'exclusion'), 'unknown')
})

test('a sign of the criterion anywhere in the note, or a medicine nobody remembers, is no silence', () => {
  const note =
    '42M, HIV-1. Does not remember whether he ever took abacavir. HLA-B*5701 not on file.'
  assert.equal(verdict(note, 'Prior exposure to abacavir', 'exclusion'), 'unknown')
  assert.equal(verdict(note, 'HLA-B*5701 positive', 'exclusion'), 'unknown')
  const family = '55 y male. A cousin had thyroid cancer, type unknown.'
  assert.equal(verdict(family, 'Family history of thyroid cancer', 'exclusion'), 'unknown')
})

test('no metastases of one place say nothing of another, and a word of a denied phrase is not said', () => {
  const note = '63-year-old woman, breast cancer. CT: no visceral metastases; bone scan booked.'
  assert.equal(verdict(note, 'Presence of bone metastases', 'exclusion'), 'unknown')
  const fabry = "Homme de 34 ans, maladie de Fabry, variant GLA. Le variant n'étant pas amenable."
  assert.notEqual(verdict(fabry, 'Amenable GLA variant', 'inclusion'), 'met')
})

test('somebody without a home is told so, and the menopause meets a requirement of it', () => {
  const note = 'Homme de 45 ans, sans domicile fixe, tuberculose pulmonaire.'
  assert.equal(verdict(note, 'Homeless', 'exclusion'), 'not met')
  const woman = '63-year-old postmenopausal woman with breast cancer.'
  assert.equal(verdict(woman, 'Postmenopausal women', 'inclusion'), 'met')
})
