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

test('a study is of another illness where no part of a chapter of the vocabulary has both', () => {
  const baby = readNote('An 8-month-old boy with Kawasaki disease and fever.', { vocabulary })
  const isOf = ofIllness(baby, vocabulary)
  assert.equal(isOf(about('Mucocutaneous Lymph Node Syndrome')), true)
  assert.equal(isOf(about('Vasculitis')), true)
  assert.equal(isOf(about('Cleft Lip')), false)
  assert.equal(isOf(about('Leukemia, Myeloid, Acute')), false)
  assert.equal(isOf(about('Cardiovascular Diseases')), true)
})

test('signs alone, or a study that names no illness, tell nothing', () => {
  const feverish = readNote('A 3-year-old girl with fever since Monday.', { vocabulary })
  assert.equal(ofIllness(feverish, vocabulary)(about('Cleft Lip')), undefined)
  const baby = readNote('An 8-month-old boy with Kawasaki disease.', { vocabulary })
  assert.equal(ofIllness(baby, vocabulary)(about('Parenting')), undefined)
})
