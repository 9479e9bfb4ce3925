import assert from 'node:assert/strict'
import { DatabaseSync } from 'node:sqlite'
import { after, before, test } from 'node:test'
import { fc } from '../../../testing/properties.ts'
import { sized } from '../../../testing/sized.ts'
import { tokens } from '../../vocabulary/fold.ts'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import { exampleData } from '../../../testing/example-catalogue.ts'
import { readManifest } from '../model/manifest.ts'
import { searchTexts } from '../segment/texts.ts'
import { isFiller } from './fillers.ts'
import { type LoadedSegment, loadSegments, openSegments } from '../segment/loaded.ts'
import { noFindings } from './plan-findings.ts'
import { planQuery } from './plan-query.ts'
import { runPlan } from './run-plan.ts'
import { type Statistics, lexiconOf, statisticsOf } from './statistics.ts'
import { nctOf } from '../model/nct-number.ts'

/**
 * SQLite's own full-text index over the same words is the oracle: whatever is asked, both must find
 * the same studies. Words are given to it ready folded, so that only the searching is compared.
 */
const oracle = new DatabaseSync(':memory:')
const words: string[] = []
let loaded: readonly LoadedSegment[]
let statistics: Statistics

before(async () => {
  const { catalogue } = await exampleData()
  oracle.exec(
    `create virtual table texts using fts5(nct unindexed, words, tokenize = "unicode61 remove_diacritics 0")`,
  )
  const insert = oracle.prepare('insert into texts (nct, words) values (?, ?)')
  const manifest = readManifest(catalogue)
  assert.ok(manifest)
  const seen = new Map<string, number>()
  loaded = loadSegments(openSegments(catalogue, manifest.segments))
  statistics = statisticsOf(loaded, manifest.summary.studies, noDamage)
  for (const { segment, alive, columns } of loaded)
    for (let doc = 0; doc < segment.count; doc++) {
      if (alive[doc] === 0 || doc % 4 !== 0) continue
      const texts = [...searchTexts(segment.studyAt(doc).study)].map(([, text]) =>
        tokens(text).map((word) => (isPlain(word) ? word : 'zzother')),
      )
      for (const word of texts.flat().filter((one) => !isFiller(one)))
        seen.set(word, (seen.get(word) ?? 0) + 1)
      insert.run(nctOf(columns.nct[doc] ?? 0), texts.map((text) => text.join(' ')).join(` ${gap} `))
    }
  const byCount = [...seen]
    .toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([word]) => word)
  for (let at = 5; at < byCount.length; at = Math.ceil(at * 1.15)) words.push(byCount[at] ?? '')
})
after(() => {
  for (const { segment } of loaded) segment.close()
  oracle.close()
})

const gap = 'zzgapzz zzgapzz'
const isPlain = (word: string) => /^[a-z0-9]+$/.test(word)

function oracleFinds(match: string): string[] {
  const rows = oracle.prepare('select nct from texts where texts match ? order by nct').all(match)
  return rows.map((row) => String(row['nct']))
}

const vocabulary = openVocabulary()
const noDamage = (): never => assert.fail('nothing is damaged here')

/** What ours finds, of the studies the oracle holds. */
function oursFinds(q: string, held: ReadonlySet<string>): string[] {
  const query = { q, exact: true, today: '2026-11-23', pageSize: 10_000 }
  const planning = { findings: noFindings(), asWords: [], body: false }
  const plan = planQuery(
    query,
    lexiconOf(statistics, vocabulary, { words: () => [], otherNames: () => [] }, noDamage),
    planning,
  )
  const { page, total } = runPlan(plan, query, {
    loaded,
    statistics,
    readUntil: Infinity,
    onDamage: noDamage,
  })
  assert.equal(page.length, total)
  return page
    .map(({ nct }) => nctOf(nct))
    .filter((id) => held.has(id))
    .toSorted()
}

test('every boolean query finds what the oracle finds', () => {
  const held = new Set(
    oracle
      .prepare('select nct from texts')
      .all()
      .map((row) => String(row['nct'])),
  )
  const word = fc.nat().map((index) => words[index % words.length] ?? '')
  const leaf = word.map((one) => ({ ours: one, fts: `"${one}"` }))
  const joined = (operator: string) =>
    fc.tuple(leaf, leaf).map(([a, b]) => ({
      ours: `(${a.ours} ${operator} ${b.ours})`,
      fts: `(${a.fts} ${operator} ${b.fts})`,
    }))
  const query = fc.oneof(
    leaf,
    joined('AND'),
    joined('OR'),
    fc
      .tuple(joined('OR'), leaf)
      .map(([a, b]) => ({ ours: `${a.ours} AND ${b.ours}`, fts: `${a.fts} AND ${b.fts}` })),
    fc
      .tuple(leaf, leaf)
      .map(([a, b]) => ({ ours: `${a.ours} NOT ${b.ours}`, fts: `${a.fts} NOT ${b.fts}` })),
  )
  fc.assert(
    fc.property(query, ({ ours, fts }) => {
      assert.deepEqual(oursFinds(ours, held), oracleFinds(fts), ours)
    }),
    { numRuns: sized(50, 500) },
  )
})

test('every phrase finds what the oracle finds', () => {
  const held = new Set(
    oracle
      .prepare('select nct from texts')
      .all()
      .map((row) => String(row['nct'])),
  )
  const texts = oracle
    .prepare('select words from texts order by rowid limit 200')
    .all()
    .map((row) => String(row['words']))
  const phrase = fc
    .tuple(fc.nat(), fc.nat(), fc.integer({ min: 2, max: 4 }))
    .map(([text, at, length]) => {
      const all = (texts[text % texts.length] ?? '').split(` ${gap} `)
      const run = (all[at % all.length] ?? '').split(' ')
      return run.slice(0, length).join(' ')
    })
  fc.assert(
    fc.property(phrase, (text) => {
      if (/zzother|\b(?:of|the|and|in|to|with|for|or)\b/.test(text)) return
      if (text.split(' ').length < 2 || !text.split(' ').every((one) => tokens(one).join() === one))
        return
      assert.deepEqual(oursFinds(`"${text}"`, held), oracleFinds(`"${text}"`), text)
    }),
    { numRuns: sized(50, 500) },
  )
})
