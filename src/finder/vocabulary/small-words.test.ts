import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isBetweenDenial, isDenial, smallness, smallWord } from './small-words.ts'

test('a word of everyday speech tells that a person speaks, or nothing, in both languages', () => {
  for (const word of ['my', 'Please', 'j’ai', "don't", 'épouse', 'cherche', 'existe-t-il'])
    assert.equal(smallness(word), 'speech', word)
  for (const word of ['the', 'trial', 'depuis', 'études', '3', '…', 'peut-être'])
    assert.equal(smallness(word), 'small', word)
  for (const word of ['asthma', 'genou', 'telemonitoring', "l'asthme", 'HER2'])
    assert.equal(smallness(word), undefined, word)
})

test('what is written in capitals is no small word: AI, WHO and IT may be what is looked for', () => {
  assert.equal(smallWord('AI'), undefined)
  assert.equal(smallWord('ai'), 'speech')
  assert.equal(smallness('WHO'), undefined)
})

test('a denial, and what may come between it and what it denies', () => {
  assert.ok(isDenial('no') && isDenial('sans') && isDenial('Jamais'))
  assert.ok(!isDenial('asthma'))
  assert.ok(isBetweenDenial('de') && isBetweenDenial('had') && !isBetweenDenial('work'))
})
