import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import { said } from '../../../testing/said-in-notes.ts'
import { readNote } from './read-note.ts'

const vocabulary = openVocabulary()
const read = (note: string) => readNote(note, { vocabulary })

test('a denial of several things reaches all of them, though the first ends in -ing', () => {
  for (const note of [
    'A 58-year-old woman. She denies smoking, asthma, gout, or a family history of stroke.',
    'A 58-year-old woman. No vomiting, asthma or gout.',
    'A 58-year-old woman. Without bleeding, asthma, gout.',
  ])
    for (const term of ['Asthma', 'Gout'])
      assert.equal(said(read(note), term), 'absent now patient', `${note} ${term}`)
  const note = 'A 58-year-old woman. Not anticoagulated, gout.'
  assert.equal(said(read(note), 'Gout'), 'present now patient', note)
})

test('what one who is beside the person has is theirs; what they noticed is the person’s', () => {
  for (const note of [
    'A 50-year-old man. Brought in by his wife, who has epilepsy.',
    'A 50-year-old man. Lives with his brother, who suffers from epilepsy.',
    'Homme de 50 ans. Accompagné par sa femme, qui a une épilepsie.',
  ])
    assert.match(said(read(note), 'Epilepsy') ?? '', /family$/, note)
  const seen = 'A 5-year-old boy. Brought in by his mother, who has noticed wheezing.'
  assert.doesNotMatch(said(read(seen), 'Respiratory Sounds') ?? '', /family$/, seen)
})

test('what is doubted is not stated, and what was outgrown is over', () => {
  for (const [note, term] of [
    ['A 39-year-old woman. Doubt that this is gout.', 'Gout'],
    ['A 39-year-old woman. Unsure whether she has asthma.', 'Asthma'],
    ['Femme de 60 ans. On craint une méningite.', 'Meningitis'],
  ] as const)
    assert.equal(said(read(note), term), 'possible now patient', note)
  const sure = 'A 39-year-old woman. No doubt this is gout.'
  assert.equal(said(read(sure), 'Gout'), 'present now patient', sure)
  for (const note of [
    'A 58-year-old man. Asthma in childhood, outgrown.',
    'A 58-year-old man. Asthma as a child, since outgrown.',
  ])
    assert.equal(said(read(note), 'Asthma'), 'present history patient', note)
})

test('a day of life is an age', () => {
  for (const note of ['Newborn, day of life 4, with jaundice.', 'Baby girl, day of life 4.'])
    assert.deepEqual([read(note).age?.value, read(note).age?.unit], [4, 'day'], note)
})

test('packs a day are smoked', () => {
  for (const note of [
    'A 61-year-old man. Half a pack daily.',
    'A 61-year-old man, two packs a day since 1990.',
  ])
    assert.equal(read(note).smoking?.value, 'current', note)
  const never = 'A 61-year-old man. Two ice packs to the knee.'
  assert.equal(read(never).smoking, undefined, never)
})

test('a bone that is broken is named by its place, whatever the side', () => {
  for (const [note, term] of [
    ['A 70-year-old man with a fracture of the left hip.', 'Hip Fractures'],
    ['A 70-year-old man fractured his right wrist.', 'Wrist Fractures'],
  ] as const)
    assert.equal(said(read(note), term), 'present now patient', note)
  const none = 'A 70-year-old man. X-ray: no fracture of the hip.'
  assert.equal(said(read(none), 'Hip Fractures'), 'absent now patient', none)
})

test('classes and stages are values, in figures or Roman', () => {
  const values = (note: string) =>
    read(note).measures.map(
      ({ what, value, upTo = '', earlier }) => `${what} ${value}${upTo}${earlier ? ' before' : ''}`,
    )
  assert.deepEqual(values('A 60-year-old woman with heart failure, NYHA class III.'), ['nyha 3'])
  assert.deepEqual(values('Femme de 60 ans, insuffisance cardiaque NYHA II-III.'), ['nyha 23'])
  assert.deepEqual(values('A 60-year-old woman with stage 4 CKD.'), ['ckdStage 4'])
  assert.deepEqual(values('A 60-year-old woman with CKD stage 3b, ASA 3.'), ['asa 3', 'ckdStage 3'])
  assert.deepEqual(values('A 60-year-old woman on ASA 81 mg, CKD for 3 years.'), [])
  assert.deepEqual(values('A 60-year-old woman. No NYHA class given.'), [])
})

test('a result is read before the name of its test, too', () => {
  for (const [note, term, wanted] of [
    [
      'A 54-year-old woman with a positive tuberculin skin test of 18 mm.',
      'Tuberculosis',
      'possible now patient',
    ],
    ['A 54-year-old woman. She had a negative PPD.', 'Tuberculosis', 'absent now patient'],
    [
      'A 4-year-old boy with fever and negative blood cultures.',
      'Bacteremia',
      'absent now patient',
    ],
  ] as const)
    assert.equal(said(read(note), term), wanted, note)
  const pending = 'A 54-year-old woman. HIV positive, IGRA pending.'
  assert.equal(said(read(pending), 'Tuberculosis'), undefined, pending)
})
