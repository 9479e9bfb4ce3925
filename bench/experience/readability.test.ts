import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownSayings, publicParts } from './own-words.ts'
import {
  countsOf,
  fleschKincaidGrade,
  kandelMolesEase,
  sayingsOf,
  scoreOf,
  syllablesIn,
} from './readability.ts'

test('the formulas give what is known of a sentence that others have counted by hand', () => {
  // “The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.”: 13 words, 24 syllables, grade 11.3.
  const counts = { sentences: 1, words: 13, syllables: 24 }
  assert.equal(fleschKincaidGrade(counts).toFixed(1), '11.3')
  assert.equal(kandelMolesEase(counts).toFixed(1), '57.9')
  assert.equal(kandelMolesEase({ sentences: 1, words: 10, syllables: 15 }).toFixed(2), '86.45')
})

test('syllables are counted as they are spoken, or more', () => {
  const english = { cat: 1, study: 2, placebo: 3, make: 1, table: 2, called: 1, trial: 2, you: 1 }
  for (const [word, count] of Object.entries(english))
    assert.equal(syllablesIn(word, 'en'), count, word)
  const french = { une: 1, étude: 2, placebo: 3, médecine: 3, vous: 1, réponses: 2, essai: 2 }
  for (const [word, count] of Object.entries(french))
    assert.equal(syllablesIn(word, 'fr'), count, word)
})

test('sentences are counted, labels left out, and functions asked what they say', () => {
  const words = {
    label: 'Search',
    say: (n: number) => `There are ${n}. Look!`,
    all: ['A dog ran.'],
  }
  assert.deepEqual(sayingsOf(words), ['There are 12. Look!', 'A dog ran.'])
  assert.deepEqual(countsOf(sayingsOf(words), 'en'), { sentences: 3, words: 6, syllables: 6 })
})

test('what everybody reads of ours can be read at twelve, part by part, in both languages', () => {
  for (const part of publicParts) {
    assert.ok(scoreOf(ownSayings('en', [part]), 'en') <= 7, part)
    assert.ok(scoreOf(ownSayings('fr', [part]), 'fr') >= 65, part)
  }
})
