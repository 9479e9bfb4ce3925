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

test('what is taken, stopped, planned, refused and never had is told apart in French', () => {
  for (const [note, words, wanted] of [
    ['Homme de 60 ans. Valproate cessé pour tremblements.', 'valproate', 'present history'],
    ['Homme de 60 ans. Avec le Requip il jouait, on l’a supprimé.', 'requip', 'present history'],
    [
      'Homme de 60 ans. Amlodipine remplacée par ramipril en mars.',
      'amlodipine',
      'present history',
    ],
    ['Homme de 60 ans. Amlodipine remplacée par ramipril en mars.', 'ramipril', 'present now'],
    ['Homme de 60 ans. N’a jamais eu de corticoïdes.', 'corticoïdes', /^absent/],
    ['Femme de 60 ans. Œstrogènes évités.', 'œstrogènes', /^absent/],
    ['Femme de 60 ans. Acide zolédronique retenu.', 'acide zolédronique', /planned$/],
    ['Homme de 60 ans. Il n’est plus sous Eliquis.', 'eliquis', 'present history'],
    ['Homme de 60 ans. Ne prend plus de metformine.', 'metformine', 'present history'],
    ['Homme de 60 ans. Dossier déposé pour une greffe rénale.', 'greffe rénale', /planned$/],
    ['Homme de 60 ans. Tension élevée malgré le ramipril.', 'ramipril', 'present now'],
    ['Homme de 60 ans. Zolpidem supprimé en septembre.', 'zolpidem', 'present history'],
    ['Homme de 60 ans. Il prend du ramipril sans arrêt depuis 2010.', 'ramipril', 'present now'],
  ] as const) {
    const told = taken(read(note), words) ?? ''
    if (typeof wanted === 'string') assert.equal(told, wanted, note)
    else assert.match(told, wanted, note)
  }
})

test('a verb that is denied is a complaint denied, and what a medicine was stopped for is over', () => {
  assert.match(said(read('Homme de 71 ans. Il ne tousse pas.'), 'Cough') ?? '', /^absent/)
  assert.match(said(read('Garçon de 3 ans, il tousse pas.'), 'Cough') ?? '', /^absent/)
  assert.equal(
    said(read('Garçon de 3 ans, il tousse plus la nuit.'), 'Cough'),
    'present now patient',
  )
  const stopped = read('Homme de 60 ans. Valproate cessé pour tremblements et prise de poids.')
  assert.equal(said(stopped, 'Tremor'), 'present history patient')
  assert.equal(said(stopped, 'Weight Gain'), 'present history patient')
})

test('what is of the fetus is not the mother’s', () => {
  const { findings } = read('Patiente de 21 ans, 34 SA. RCF : bradycardie fœtale brève.')
  assert.ok(!findings.some(({ words }) => /bradycardie/i.test(words)))
})
