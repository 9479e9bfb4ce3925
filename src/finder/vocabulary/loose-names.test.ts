import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type LooseName, looseKey, looseNames, wordRoot } from './loose-names.ts'
import { tokens } from './fold.ts'
import { openVocabulary } from './vocabulary.ts'

test('endings of one root are one', () => {
  for (const words of [
    ['fail', 'failing', 'failed', 'failure'],
    ['prostate', 'prostatic'],
    ['leak', 'leaks', 'leaky', 'leaking'],
    ['tumor', 'cancer', 'tumeur', 'neoplasms'],
  ])
    assert.equal(new Set(words.map(wordRoot)).size, 1, words.join(' '))
  assert.notEqual(wordRoot('hepatitis'), wordRoot('hepatoma'))
})

const find = (name: LooseName, words: readonly string[]) =>
  looseNames([name], () => undefined).get(looseKey(words) ?? '')

test('a name is known by its words in any order and ending, and not by fewer or more', () => {
  const name = { words: ['mitral', 'valve', 'leaking'], value: 7 }
  assert.equal(find(name, ['valve', 'mitral', 'leaks']), 7)
  assert.equal(find(name, ['the', 'mitral', 'valve', 'is', 'leaking']), 7)
  assert.equal(find(name, ['mitral', 'valve']), undefined)
  assert.equal(find(name, ['mitral', 'valve', 'leaking', 'badly']), undefined)
})

test('a denial is part of a name, and one word alone is none', () => {
  const name = { words: ['non', 'hodgkin', 'lymphoma'], value: 1 }
  assert.equal(find(name, ['hodgkin', 'lymphoma']), undefined)
  assert.equal(find(name, ['lymphoma', 'non', 'hodgkin']), 1)
  assert.equal(find(name, ['lymphoma']), undefined)
})

test('of two things with the same words the one that is told is taken, or none', () => {
  const both = [
    { words: ['red', 'eye'], value: 1 },
    { words: ['eye', 'red'], value: 2 },
  ]
  assert.equal(looseNames(both, () => undefined).get('eye red'), undefined)
  assert.equal(looseNames(both, (one) => one).get('eye red'), 1)
})

test('illnesses are found so in the vocabulary that ships', () => {
  const vocabulary = openVocabulary()
  const byLooseWords = (words: readonly string[]) => vocabulary.byLooseWords(words)
  assert.equal(byLooseWords(['cancer', 'breast'])?.term, 'Breast Neoplasms')
  assert.equal(byLooseWords(['allergic', 'to', 'peanuts'])?.term, 'Peanut Hypersensitivity')
  assert.equal(byLooseWords(['heart', 'failing'])?.term, 'Heart Failure')
  assert.equal(byLooseWords(['purple', 'staircase']), undefined)
  // "Brain cancer grade four" is another without its number.
  assert.equal(byLooseWords(['brain', 'cancer', 'grade']), undefined)
})

test('a French plural in -ses is the plural of -se: what English makes of it is a singular in -sis', () => {
  const vocabulary = openVocabulary()
  for (const [words, term] of [
    ['crises d’épilepsie', 'Seizures'],
    ['thromboses veineuses', 'Venous Thrombosis'],
    ['scléroses en plaques', 'Multiple Sclerosis'],
  ] as const)
    assert.equal(vocabulary.byLooseWords(tokens(words))?.term, term, words)
})

test('a leukaemia of B cells is none of B and T cells', () => {
  const mixed = { words: tokens('B and T cell lymphocytic leukemia'), value: 3 }
  assert.equal(find(mixed, tokens('B-cell lymphocytic leukemia')), undefined)
  assert.equal(find(mixed, tokens('lymphocytic leukemia of T cell and B')), 3)
  assert.equal(
    openVocabulary().byLooseWords(tokens('B-cell Acute Lymphoblastic Leukemia')),
    undefined,
  )
})

test('a name that a medicine is part of is not named without it, unless it says what resists it', () => {
  const vocabulary = openVocabulary()
  assert.equal(vocabulary.byLooseWords(tokens('skin peeling')), undefined)
  assert.equal(
    vocabulary.byLooseWords(tokens('epilepsy resistant'))?.term,
    'Drug Resistant Epilepsy',
  )
})

test('a name of which a small word tells what is meant is known by just its words', () => {
  const vocabulary = openVocabulary()
  for (const [said, term] of [
    ['new knee hurts', 'Pain, Postoperative'],
    ['prothèse de hanche qui fait mal', 'Pain, Postoperative'],
    ['pain since gallbladder out', 'Postcholecystectomy Syndrome'],
    ['accoucher avant terme', 'Obstetric Labor, Premature'],
  ] as const)
    assert.equal(vocabulary.byName(said)?.term, term, said)
  for (const said of [
    'my knee hurts',
    'pain in both knees',
    'prothèse de hanche',
    'prothèse d’épaule',
    'pain in my gallbladder',
    'gallbladder removal',
    'opération de la vésicule',
    'accoucher à terme',
    'bone of the knee',
    'fièvre par crises',
  ])
    assert.equal(vocabulary.byLooseWords(tokens(said)), undefined, said)
  assert.equal(vocabulary.byLooseWords(tokens('hip hurts'))?.term, 'Arthralgia')
  assert.equal(vocabulary.byLooseWords(tokens('loss of weight'))?.term, 'Weight Loss')
})

test('what is said of skin or teeth names no broken bone and no accident', () => {
  const vocabulary = openVocabulary()
  for (const said of [
    'cracked heel',
    'cracked hands',
    'dent arrachée',
    'swallowing a glass of water',
  ])
    assert.equal(vocabulary.byName(said) ?? vocabulary.byLooseWords(tokens(said)), undefined, said)
})
