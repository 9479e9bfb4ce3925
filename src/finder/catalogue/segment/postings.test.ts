import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ByteWriter } from '../../../base/bytes.ts'
import { type StoredTerm, seekDoc, unpackPostings } from './postings.ts'
import { fieldOf, matchAnywhere, matchTerm } from './read-postings.ts'
import { beginEvaluation } from './scratch.ts'
import { areas } from '../model/fields.ts'

/** A term as a segment keeps it: documents in rising order, each with a code. */
function kept(
  docs: readonly number[],
  codeOf: (at: number) => number,
  studies: number,
): StoredTerm {
  const codes = [...new Set(docs.map((_, at) => codeOf(at)))]
  const bytes = new ByteWriter(16)
  bytes.number(codes.length)
  for (const code of codes) bytes.number(code)
  docs.forEach((doc, at) => {
    bytes.number(doc - (docs[at - 1] ?? -1))
    if (codes.length > 1) bytes.number(codes.indexOf(codeOf(at)))
  })
  return unpackPostings('word', { documents: docs.length, bytes: bytes.view() }, studies)
}

const many = (count: number, step: number): number[] =>
  Array.from({ length: count }, (_, at) => at * step)

test('a word with more than 256 codes keeps each, in a segment of 65,535 studies and in a larger one', () => {
  for (const [studies, step] of [
    [65_535, 60],
    [200_000, 199],
  ] as const) {
    const docs = many(1000, step)
    const code = (at: number): number => 4 + at * 4
    const term = kept(docs, code, studies)
    assert.deepEqual([...term.docs], docs)
    assert.deepEqual(
      docs.map((_, at) => term.codes[term.coded?.[at] ?? 0]),
      docs.map((_, at) => code(at)),
    )
    assert.equal(term.docs.BYTES_PER_ELEMENT, studies > 65_535 ? 4 : 2)
  }
})

test('within a few studies a word finds what it finds of them in all', () => {
  const docs = many(5000, 3)
  const term = kept(docs, (at) => 4 << (at % 16), 20_000)
  beginEvaluation()
  const all = matchTerm(term, 'main', areas.q, 1.7)
  for (const asked of [[], [0], [1, 2], many(10, 999), many(7000, 2), [14_997, 14_998, 19_999]]) {
    const within = matchAnywhere(
      kept(asked, () => 4, 20_000),
      1,
    )
    const found = matchTerm(term, 'main', areas.q, 1.7, within)
    const expected = [...all.docs.subarray(0, all.count)]
      .map((doc, at) => [doc, all.scores[at]])
      .filter(([doc]) => asked.includes(doc ?? -1))
    const got = [...found.docs.subarray(0, found.count)].map((doc, at) => [doc, found.scores[at]])
    assert.deepEqual(got, expected)
  }
})

test('of a word in a single field the field is told where it is, and none where it is not', () => {
  const term = kept([3, 9, 700], (at) => 4 << at, 1000)
  assert.deepEqual(
    [3, 9, 700, 0, 4, 999].map((doc) => fieldOf(term, doc)),
    ['id', 'acronym', 'briefTitle', undefined, undefined, undefined],
  )
})

test('jumping in a list stops at the first that is not below', () => {
  const docs = Uint16Array.from(many(300, 7))
  for (const from of [0, 5, 299, 300])
    for (const doc of [0, 1, 7, 700, 2093, 2094, 60_000]) {
      const expected = docs.findIndex((one, at) => at >= from && one >= doc)
      assert.equal(seekDoc(docs, from, doc), expected < 0 ? 300 : expected)
    }
})
