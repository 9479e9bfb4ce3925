import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { anyText, fc } from '../../../testing/properties.ts'
import { exampleStudy } from '../../../testing/example-stored.ts'
import { fixtureStudies } from '../../../testing/fixture-studies.ts'
import { indexedConcepts } from '../../vocabulary/categories.ts'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import { type GatheredTerm, TermRunFile, mergedTerms } from './term-runs.ts'
import { SegmentWriter } from './writer.ts'

test('terms that were set down in several runs come back as one, each with what every run had of it', (context) => {
  const file = new TermRunFile(join(folderFor(context), 'some.runs'))
  context.after(() => file.close())
  const terms = fc.uniqueArray(fc.tuple(anyText({ maxLength: 9 }), fc.nat(70_000)), {
    selector: ([term]) => term,
    maxLength: 30,
  })
  fc.assert(
    fc.property(fc.array(terms, { maxLength: 5 }), (drawn) => {
      const expected = new Map<string, number[]>()
      const runs = drawn.map((run, index) => {
        const inOrder = run.toSorted(([a], [b]) => (a < b ? -1 : 1))
        for (const [term, length] of inOrder)
          expected.set(term, [...(expected.get(term) ?? []), index, length, sumOf(index, length)])
        return file.write(inOrder.map(([term, length]) => gathered(term, index, length)))
      })
      const merged = Array.from(mergedTerms(runs), (parts) => [
        parts[0]?.term,
        parts.flatMap(({ documents, bytes }) => [documents, bytes.length, sum(bytes)]),
      ])
      assert.deepEqual(
        merged,
        [...expected].toSorted(([a], [b]) => (a < b ? -1 : 1)),
      )
    }),
    { numRuns: 25 },
  )
})

test('a segment is the same byte for byte, however often what was gathered of it went to the disk', (context) => {
  const vocabulary = openVocabulary()
  const rest = { imported: '2026-11-20', points: [], history: [], categories: [] }
  const studies = [
    exampleStudy('NCT02390596.2018-05-29.xml'),
    ...fixtureStudies().map((study) => ({ ...rest, study })),
    exampleStudy('NCT03065244.2020-07-28.xml'),
  ]
  const written = [1, 100_000, 1 << 30].map((mostBytes) => {
    const folder = folderFor(context)
    const writer = new SegmentWriter(join(folder, 'segment-1.data'), vocabulary, mostBytes)
    for (const [index, stored] of [...studies, ...studies].entries())
      writer.add(stored, indexedConcepts(stored.study, vocabulary), BigInt(index))
    // What is set down has no name: a killed import leaves nothing of it.
    assert.deepEqual(readdirSync(folder), ['segment-1.data'])
    writer.finish()
    return readFileSync(join(folder, 'segment-1.data'))
  })
  const [often, sometimes, never] = written
  assert.ok(never && often?.equals(never))
  assert.ok(sometimes?.equals(never))
})

function folderFor(context: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'trialway-runs-'))
  context.after(() => rmSync(folder, { recursive: true }))
  return folder
}

function gathered(term: string, documents: number, length: number): GatheredTerm {
  return { term, documents, bytes: Uint8Array.from({ length }, (_, at) => (at + documents) % 251) }
}

function sum(bytes: Uint8Array): number {
  return bytes.reduce((total, byte) => total + byte, 0)
}

function sumOf(documents: number, length: number): number {
  return sum(gathered('', documents, length).bytes)
}
