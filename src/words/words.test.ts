import assert from 'node:assert/strict'
import { test } from 'node:test'
import { en } from './en/en.ts'
import { fr } from './fr/fr.ts'
import { de } from './fr/elision.ts'
import { counter } from './language/plural.ts'

/** Every word with its path; functions by how many inputs they take. */
function leaves(words: unknown, path = ''): [string, unknown][] {
  if (typeof words !== 'object' || words === null) return [[path, words]]
  return Object.entries(words).flatMap(([key, value]) => leaves(value, `${path}.${key}`))
}

test('both languages say the same things', () => {
  const [english, french] = [leaves(en), leaves(fr)]
  assert.deepEqual(
    french.map(([path]) => path).toSorted(),
    english.map(([path]) => path).toSorted(),
  )
})

test('no word is empty, and none was left in the other language by mistake', () => {
  const french = new Map(leaves(fr))
  for (const [path, word] of leaves(en)) {
    const other = french.get(path)
    if (typeof word !== 'string') continue
    assert.notEqual(word.trim(), '', path)
    assert.ok(typeof other === 'string' && other.trim() !== '', path)
    if (word.split(' ').length > 4) assert.notEqual(word, other, path)
  }
})

test('French counts 0 and 1.5 as one, and a million with "de"', () => {
  const count = counter('fr')
  const forms = { one: 'étude', many: 'd’études', other: 'études' }
  assert.equal(count(0, forms), '0 étude')
  assert.equal(count(1.5, forms), '1,5 étude')
  assert.equal(count(2, forms), '2 études')
  assert.match(count(1_000_000, forms), /^1\s000\s000 d’études$/)
  assert.match(count(1_000_001, forms), /études$/)
})

test('English counts only 1 as one', () => {
  const count = counter('en')
  const forms = { one: 'study', other: 'studies' }
  assert.deepEqual(
    [0, 1, 1.5, 2, 1000].map((n) => count(n, forms)),
    ['0 studies', '1 study', '1.5 studies', '2 studies', '1,000 studies'],
  )
})

test('French joins "de" to a vowel, and an open study is one, none or some', () => {
  assert.deepEqual(['asthme', 'hépatite', 'hernie', 'maladie de Kawasaki'].map(de), [
    'd’asthme',
    'd’hépatite',
    'de hernie',
    'de maladie de Kawasaki',
  ])
  assert.deepEqual(
    [0, 1, 3].map((open) => fr.categories.counted('5 études', open)),
    ['5 études, aucune ouverte', '5 études, dont 1 ouverte', '5 études, dont 3 ouvertes'],
  )
})
