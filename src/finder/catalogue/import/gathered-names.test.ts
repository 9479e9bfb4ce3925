import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fewStudies, type FewStudy } from '../../../testing/few-studies.ts'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import { loadForCounting } from '../segment/loaded.ts'
import type { NameParts } from '../segment/names.ts'
import { gatheredNames } from './gathered-names.ts'
import { WrittenNames } from './written-names.ts'

const vocabulary = openVocabulary()

function study(condition: string, ...otherNames: string[]): FewStudy {
  return {
    identificationModule: { nctId: 'NCT00000000', briefTitle: condition },
    conditionsModule: { conditions: [condition] },
    armsInterventionsModule: {
      interventions: [{ type: 'DRUG', name: 'Pembrolizumab', otherNames }],
    },
  }
}

test('names are gathered of all segments, and studies are counted by the version that counts', () => {
  const few = fewStudies(
    [
      study('Asthma', 'XQ-4711'),
      study('Grumbling of the knee', 'Zanubrex'),
      study('Asthma', 'Moonlight'),
      study('Moonlight sickness'),
      study('Grumbling of the knee', 'Qwelimab', 'XQ-4711'),
      study('Asthma'),
    ],
    3,
  )
  const loaded = loadForCounting(few.segments)
  const replaced = loaded.map((one, index) =>
    index === 0 ? { ...one, alive: one.alive.with(0, 0) } : one,
  )
  const asthma = ({ concepts }: NameParts): number | undefined =>
    concepts.find(({ term }) => term === 'Asthma')?.count.all
  const names = gatheredNames(loaded, vocabulary)
  assert.equal(asthma(names), 3)
  assert.equal(asthma(gatheredNames(replaced, vocabulary)), 2)
  assert.ok(names.names.some(({ text }) => text === 'Grumbling of the knee'))
  assert.deepEqual(
    names.otherNames.map(({ other }) => other).toSorted(),
    ['XQ-4711', 'Zanubrex', 'Moonlight', 'Qwelimab'].toSorted(),
  )
  few.close()
})

test('of many names the first that several studies have says how a word is written, whenever the second study comes', () => {
  const one = (text: string, count = 1) => ({ text, kind: 'condition', count })
  const many = Array.from({ length: 20_000 }, (_, number) => one(`Syndrome ${number}`))
  const early = [one('Grumblings at night'), ...many, one('Grumbling of the knee', 2)]
  const late = [one('Grumblings at night'), one('Rumbling of the knee')]
  const inTwo = new WrittenNames()
  inTwo.add(early)
  inTwo.add(late)
  const words = inTwo.spellingWords(new Map())
  assert.deepEqual(
    words.toSorted((a, b) => (a.stem < b.stem ? -1 : 1)),
    [
      { stem: 'grumbling', surface: 'grumblings', weight: 4 },
      { stem: 'knee', surface: 'knee', weight: 2 },
      { stem: 'night', surface: 'night', weight: 2 },
    ],
  )
  assert.deepEqual(
    inTwo
      .toSuggest(new Map(), vocabulary)
      .slice(0, 2)
      .map(({ text }) => text),
    ['Grumbling of the knee', 'Grumblings at night'],
  )
})

test('a word that a name has twice counts twice in each segment', () => {
  const written = new WrittenNames()
  const names = [{ text: 'Pain after pain', kind: 'condition', count: 2 }]
  for (let segment = 0; segment < 2; segment++) written.add(names)
  written.add(
    Array.from({ length: 20_000 }, (_, n) => ({ text: `Name ${n}`, kind: 'condition', count: 1 })),
  )
  const [word] = written.spellingWords(new Map())
  assert.deepEqual(word, { stem: 'pain', surface: 'pain', weight: 8 })
})

test('many words are counted as each by itself, also those that a segment has not', () => {
  const few = fewStudies([study('Asthma', 'XQ-4711'), study('Moonlight'), study('Asthma')], 2)
  const words = ['aaaa', 'asthma', 'moonlight', 'pembrolizumab', 'xq', 'zzzz']
  for (const segment of few.segments)
    assert.deepEqual(
      segment.tables.main.documentsOf(words),
      words.map((word) => segment.documents('main', word)),
    )
  few.close()
})
