import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import type { Patient } from '../patient/patient.ts'
import { said, taken } from '../../../testing/said-in-notes.ts'
import { readNote } from './read-note.ts'

const vocabulary = openVocabulary()

function read(note: string): Patient {
  return readNote(note, { vocabulary })
}

test('complaints in everyday French are read', () => {
  for (const [note, term] of [
    ['Femme de 40 ans, le nez encombré depuis hier.', 'Nasal Obstruction'],
    ['Homme de 70 ans. Il voit des gens dans le salon.', 'Hallucinations'],
    ['Homme de 61 ans, le cœur s’emballe la nuit.', 'Palpitations'],
    ['Femme de 33 ans, retard de règles de 2 semaines.', 'Amenorrhea'],
    ['Homme de 45 ans, colique néphrétique gauche.', 'Nephrolithiasis'],
    ['Femme de 81 ans, se lève pour uriner.', 'Nocturia'],
    ['Homme de 66 ans, manque de souffle.', 'Dyspnea'],
  ] as const)
    assert.equal(said(read(note), term), 'present now patient', note)
})

test('operations, devices and cares in French are read', () => {
  for (const [note, words, wanted] of [
    [
      'Femme de 70 ans. Réhabilitation respiratoire prévue.',
      'réhabilitation respiratoire',
      /^possible/,
    ],
    ['Homme de 30 ans, capteur Freestyle.', 'capteur freestyle', /^present now/],
    ['Femme de 25 ans, extraction dentaire programmée en mai.', 'extraction dentaire', /^possible/],
    [
      'Homme de 72 ans. Il refuse la stimulation cérébrale profonde.',
      'stimulation cérébrale profonde',
      /^absent/,
    ],
  ] as const)
    assert.match(taken(read(note), words) ?? '', wanted, note)
})
