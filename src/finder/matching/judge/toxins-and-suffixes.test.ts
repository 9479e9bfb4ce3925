import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import { readNote } from '../note/read-note.ts'
import { judgeCriterion } from './judge.ts'

const vocabulary = openVocabulary()
const today = '2026-11-23'

function exclusion(criterion: string, note: string) {
  const patient = readNote(note, { vocabulary, today })
  return judgeCriterion(criterion, 'exclusion', patient, { vocabulary, mode: 'self-check' })
}

test('botulinum toxin by any name that its makers give it is a medicine, and never leaves an exclusion of it clear', () => {
  const notes = [
    'OnabotulinumtoxinA injections for migraine.',
    'She gets abobotulinumtoxinA every 3 months.',
    'IncobotulinumtoxinA 100 units in March.',
    'He had daxibotulinumtoxinA-lanm.',
    'Relabotulinumtoxin A for frown lines.',
    'Elle reçoit de la toxine botulique.',
    'She had Botox in March.',
  ]
  const criteria = [
    'Botulinum toxin within 3 months',
    'Use of onabotulinumtoxinA',
    'Prior botulinum neurotoxin',
    'Known allergy to botulinum toxin',
  ]
  for (const note of notes) {
    assert.equal(readNote(note, { vocabulary, today }).treatments.length, 1, note)
    for (const criterion of criteria)
      assert.notEqual(exclusion(criterion, note).verdict, 'met', `${note} / ${criterion}`)
  }
  assert.equal(
    exclusion('Use of botulinum toxins', 'She gets rimabotulinumtoxinB.').verdict,
    'not met',
  )
  assert.equal(exclusion('Botulinum toxin within 3 months', 'She takes adalimumab.').verdict, 'met')
})

test('four letters behind a biological medicine are no other medicine', () => {
  for (const [note, criterion] of [
    ['She takes infliximab-dyyb.', 'Infliximab'],
    ['She takes adalimumab-aaty.', 'adalimumab-adaz'],
    ['He had newzibumab-aaaa.', 'Treatment with newzibumab'],
    ['He had newzibumab-aaaa.', 'Biologics'],
    ['He takes newzibumab.', 'Treatment with newzibumab-aaaa'],
    ['He had sacituzumab govitecan-hziy.', 'sacituzumab'],
    ['He had efgartigimod alfa-fcab.', 'efgartigimod'],
    ['He was given trastuzumab emtansine.', 'Trastuzumab'],
  ] as const)
    assert.notEqual(exclusion(criterion, note).verdict, 'met', `${note} / ${criterion}`)
})
