import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anyText, fc } from '../../testing/properties.ts'
import { explain, glossary } from './glossary.ts'

test('more than 150 terms are explained in English and French, in at most 25 words', () => {
  assert.ok(glossary.length >= 150)
  assert.equal(new Set(glossary.map(({ id }) => id)).size, glossary.length)
  for (const { id, match, en, fr } of glossary) {
    assert.match(id, /^[a-z0-9]+(?:-[a-z0-9]+)*$/)
    assert.ok(match.length > 0)
    for (const { term, meaning } of [en, fr]) {
      assert.ok(term.length > 0)
      assert.ok(wordsIn(meaning) > 1 && wordsIn(meaning) <= 25, `${id}: ${meaning}`)
      assert.match(meaning, /[.»]$/)
    }
  }
})

test('every phrase of the glossary explains its own entry', () => {
  for (const entry of glossary)
    for (const phrase of entry.match)
      assert.equal(explain(`x ${phrase} y`)[0]?.entry.id, entry.id, phrase)
})

test('a term is explained once, where it first stands, in any case', () => {
  const text = 'A Placebo or nothing. The placebo is given by IV infusion.'
  assert.deepEqual(shown(text), ['Placebo', 'IV infusion'])
})

test('the longest phrase wins', () => {
  assert.deepEqual(ids('a serious adverse event occurred'), ['serious-adverse-event'])
  assert.deepEqual(ids('an adverse event occurred'), ['adverse-event'])
})

test('spelling, plural and line ends do not matter', () => {
  assert.deepEqual(ids('randomised'), ids('Randomized'))
  assert.deepEqual(ids('coronary artery aneurysms'), ['coronary', 'aneurysm'])
  assert.deepEqual(ids('informed\n   consent'), ['informed-consent'])
  assert.deepEqual(ids('informed. Consent'), [])
})

test('an abbreviation counts only in capitals, and no part of a word counts', () => {
  assert.deepEqual(ids('PET scan'), ['pet-scan'])
  assert.deepEqual(ids('PET at week 4'), ['pet-scan'])
  assert.deepEqual(ids('a pet at home'), [])
  assert.deepEqual(ids('rearmed'), [])
})

test('explanations are in order, apart and within any text', () => {
  fc.assert(
    fc.property(anyText(), (text) => {
      let last = 0
      for (const { start, end } of explain(`${text} placebo ${text}`)) {
        assert.ok(start >= last && end > start)
        last = end
      }
    }),
  )
})

function ids(text: string): string[] {
  return explain(text).map(({ entry }) => entry.id)
}

function shown(text: string): string[] {
  return explain(text).map(({ start, end }) => text.slice(start, end))
}

function wordsIn(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}
