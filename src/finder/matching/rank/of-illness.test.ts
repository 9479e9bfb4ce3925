import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import { readNote } from '../note/read-note.ts'
import { ofIllness } from './of-illness.ts'
import type { Study } from '../../registry/study.ts'

const vocabulary = openVocabulary()

function about(...conditions: string[]): Study {
  return {
    protocolSection: {
      identificationModule: { nctId: 'NCT00000001', briefTitle: conditions.join(' and ') },
      conditionsModule: { conditions },
    },
  } as Study
}

test('a study is about one’s own illness, of the same part of medicine, or about another illness', () => {
  const baby = readNote('An 8-month-old boy with Kawasaki disease and fever.', { vocabulary })
  const isOf = ofIllness(baby, vocabulary)
  assert.equal(isOf(about('Mucocutaneous Lymph Node Syndrome')), 'own')
  assert.equal(isOf(about('Vasculitis')), 'near')
  assert.equal(isOf(about('Cardiovascular Diseases')), 'near')
  assert.equal(isOf(about('Behcet Syndrome')), 'near')
  assert.equal(isOf(about('Cleft Lip')), 'other')
  assert.equal(isOf(about('Leukemia, Myeloid, Acute')), 'other')
})

test('of cancers one’s own is that of the organ, and studies of all of them are near', () => {
  const woman = readNote('A 58-year-old woman with lung adenocarcinoma.', { vocabulary })
  const isOf = ofIllness(woman, vocabulary)
  assert.equal(isOf(about('Adenocarcinoma of Lung')), 'own')
  assert.equal(isOf(about('Carcinoma, Non-Small-Cell Lung')), 'near')
  assert.equal(isOf(about('Solid Tumor', 'Lung Cancer')), 'near')
  assert.equal(isOf(about('Neoplasms')), 'near')
  assert.equal(isOf(about('Prostate Cancer')), 'other')
})

test('where only the background is told, nobody knows the illness of now', () => {
  const note = 'A 70-year-old woman with a history of asthma has had chest pain since Monday.'
  const isOf = ofIllness(readNote(note, { vocabulary }), vocabulary)
  assert.equal(isOf(about('Angina Pectoris')), undefined)
})

test('signs alone, or a study that names no illness, tell nothing', () => {
  const feverish = readNote('A 3-year-old girl with fever since Monday.', { vocabulary })
  assert.equal(ofIllness(feverish, vocabulary)(about('Cleft Lip')), undefined)
  const baby = readNote('An 8-month-old boy with Kawasaki disease.', { vocabulary })
  assert.equal(ofIllness(baby, vocabulary)(about('Parenting')), undefined)
})
