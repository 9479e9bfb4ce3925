import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../testing/properties.ts'
import { PhraseTree } from './phrases.ts'

const phrase = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 5 })

test('a phrase is found by its words, and the first value stays', () => {
  fc.assert(
    fc.property(fc.array(phrase), (phrases) => {
      const tree = new PhraseTree(1000)
      const plain = new Map<string, number>()
      phrases.forEach((words, value) => {
        tree.add(words, value)
        if (!plain.has(words.join(' '))) plain.set(words.join(' '), value)
      })
      for (const words of phrases) assert.equal(tree.get(words), plain.get(words.join(' ')))
      assert.equal(tree.get(['d']), undefined)
    }),
  )
})

test('a tree that was packed and unpacked finds the same', () => {
  fc.assert(
    fc.property(fc.array(phrase), phrase, (phrases, words) => {
      const tree = new PhraseTree(1000)
      phrases.forEach((each, value) => tree.add(each, value))
      const again = PhraseTree.unpack(tree.pack())
      assert.deepEqual(again.pack(), tree.pack())
      assert.deepEqual([...again.words()], [...tree.words()])
      for (const each of [...phrases, words]) {
        assert.equal(again.get(each), tree.get(each))
        assert.deepEqual(
          again.longestAt(each, 0, () => true),
          tree.longestAt(each, 0, () => true),
        )
      }
    }),
  )
})

test('the longest phrase is found, as by trying every length', () => {
  fc.assert(
    fc.property(fc.array(phrase), phrase, (phrases, words) => {
      const tree = new PhraseTree(1000)
      phrases.forEach((each, value) => tree.add(each, value))
      const lengths = words.map((_, index) => index + 1).reverse()
      const longest = lengths.find((length) => tree.get(words.slice(0, length)) !== undefined)
      assert.equal(tree.longestAt(words, 0, () => true)?.length, longest)
    }),
  )
})

test('a phrase that is not accepted leaves the shorter one', () => {
  const tree = new PhraseTree(10)
  tree.add(['heart'], 0)
  tree.add(['heart', 'attack'], 1)
  const found = tree.longestAt(['heart', 'attack'], 0, (value) => value !== 1)
  assert.deepEqual(found, { value: 0, length: 1 })
})

test('the phrases in a run of words are the longest from its start on, by words and by their numbers alike', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 })
  fc.assert(
    fc.property(fc.array(phrase), words, (phrases, run) => {
      const tree = new PhraseTree(1000)
      phrases.forEach((each, value) => tree.add(each, value))
      const plain: { start: number; end: number; value: number }[] = []
      for (let start = 0; start < run.length; start++) {
        const found = tree.longestAt(run, start, (value) => value % 3 !== 1)
        if (!found) continue
        plain.push({ start, end: start + found.length, value: found.value })
        start += found.length - 1
      }
      const accepts = (value: number): boolean => value % 3 !== 1
      assert.deepEqual(tree.longestIn(run, accepts), plain)
      const numbers = run.map((word) => tree.numberOf(word))
      assert.deepEqual(tree.longestOf(numbers, accepts), plain)
    }),
  )
})
