import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import { judgeCriterion } from '../judge/judge.ts'
import { readNote } from './read-note.ts'

const vocabulary = openVocabulary()
const today = '2026-11-23'

function exclusion(criterion: string, note: string): string {
  const patient = readNote(note, { vocabulary, today })
  return judgeCriterion(criterion, 'exclusion', patient, { vocabulary, mode: 'self-check' }).verdict
}

test('an antigen that was looked for is a test, and no vaccine that was taken', () => {
  for (const note of ['HBsAg positive.', 'HBsAg negative.', 'HBs Ag pending.', 'Ag HBs positif.']) {
    assert.deepEqual(readNote(note, { vocabulary, today }).treatments, [], note)
    assert.notEqual(exclusion('Any vaccine within 4 weeks', note), 'not met', note)
  }
  const vaccinated = 'She had Engerix-B two weeks ago.'
  assert.equal(readNote(vaccinated, { vocabulary, today }).treatments.length, 1)
  assert.notEqual(exclusion('Positive HBsAg', vaccinated), 'not met')
})

test('a test of hepatitis in any of its writings speaks for the disease as its result does', () => {
  for (const [note, verdict] of [
    ['HBsAg (+)', 'not met'],
    ['Tested positive for HBsAg.', 'not met'],
    ['HBs antigen positive.', 'not met'],
    ['HBV surface antigen positive.', 'not met'],
    ['HBeAg positive.', 'not met'],
    ['HBs antigen negative.', 'met'],
    ['Négatif pour l’antigène HBs.', 'met'],
    ['He is negative for HBsAg.', 'met'],
    ['HBcAb positive.', 'unknown'],
    ['HBV: surface antigen neg, core antibody pos.', 'unknown'],
    ['Anti-HBs positive.', 'unknown'],
    ['HBsAb positive.', 'unknown'],
    ['Hepatitis B surface antibody positive.', 'unknown'],
    ['HBsAg pending.', 'unknown'],
  ] as const)
    assert.equal(exclusion('Hepatitis B', note), verdict, note)
  assert.equal(exclusion('Hepatitis C', 'HCV Ab positive.'), 'unknown')
  assert.equal(exclusion('Hepatitis C', 'Ac anti-VHC positifs.'), 'unknown')
  assert.equal(exclusion('Hepatitis C', 'HCV Ab negative.'), 'met')
})

test('a virus that stays is not denied by so little of it that none is found', () => {
  for (const [note, criterion] of [
    ['A 40-year-old man. HIV viral load undetectable on ART.', 'HIV infection'],
    ['A 40-year-old man. HIV RNA < 20 copies/mL.', 'HIV'],
    ['Homme de 40 ans. Charge virale VIH indétectable sous traitement.', 'HIV infection'],
    ['A 40-year-old man. HBV DNA undetectable on entecavir.', 'Chronic hepatitis B'],
    ['A 40-year-old man. HBV viral load not detected.', 'Hepatitis B'],
    ['Homme de 40 ans. ADN du VHB indétectable.', 'Hepatitis B'],
  ] as const)
    assert.equal(exclusion(criterion, note), 'unknown', note)
  assert.equal(exclusion('HIV infection', 'A man of 40. HIV test negative.'), 'met')
  assert.equal(exclusion('Hepatitis C', 'A man of 40. HCV RNA not detected.'), 'met')
})
