import assert from 'node:assert/strict'
import {
  closeSync,
  copyFileSync,
  mkdtempSync,
  openSync,
  readSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { test } from 'node:test'
import { zstdDecompressSync } from 'node:zlib'
import { exampleData } from '../../../testing/example-catalogue.ts'
import { readManifest } from '../model/manifest.ts'
import { PieceReader } from './data.ts'
import { readDirectory } from './directory.ts'
import { Segment } from './segment.ts'
import { TermTable } from './term-table.ts'

test('one damaged byte of a brief, a record, results, postings, places or a block of words is told with the segment, and what is asked next is right', async (context) => {
  const { catalogue } = await exampleData()
  const folder = mkdtempSync(join(tmpdir(), 'trialway-pieces-'))
  context.after(() => rmSync(folder, { recursive: true }))
  const name = readManifest(catalogue)?.segments.at(-1) ?? ''
  const file = join(folder, name)
  copyFileSync(join(catalogue, name), file)
  const pieces = piecesOf(file)
  const sound = new Segment(join(catalogue, name))
  const other = sound.studyAt(1)
  const nct = sound.columns().nct[0] ?? 0
  const { common, rare } = termsOf(file)
  const long = sound.term('main', common)
  assert.ok(long)
  const reads: Readonly<Record<keyof typeof pieces, (segment: Segment) => unknown>> = {
    brief: (segment) => segment.briefAt(0),
    record: (segment) => segment.studyAt(0),
    results: (segment) => segment.study(nct)?.study.resultsSection,
    postings: (segment) => segment.term('main', common),
    places: (segment) => segment.places(long, 'main'),
    block: (segment) => segment.term('main', rare),
  }
  for (const [kind, { at, length }] of Object.entries(pieces)) {
    if (length === 0) continue
    const read = reads[kind as keyof typeof pieces]
    for (const place of [at, at + 4, at + Math.floor(length / 2), at + length - 1]) {
      const segment = new Segment(file)
      flip(file, place)
      assert.throws(
        () => read(segment),
        (error) => error instanceof Error && error.message.includes(basename(file)),
        `${kind} at ${place}`,
      )
      assert.deepEqual(segment.studyAt(1), other, 'the next, with the same context')
      assert.deepEqual(segment.briefAt(1), sound.briefAt(1))
      flip(file, place)
      assert.deepEqual(read(segment), read(sound), 'and the same again, once it is sound')
      segment.close()
    }
  }
  sound.close()
})

/** Where the pieces of the first study and of a word lie. */
function piecesOf(file: string) {
  const data = new PieceReader(file)
  const { columns, terms } = readDirectory(data)
  const first = (name: 'at' | 'brief' | 'record' | 'results'): number => {
    const bytes = new Uint8Array(zstdDecompressSync(data.read(columns[name], name))).buffer
    return (name === 'at' ? new Float64Array(bytes) : new Uint32Array(bytes))[0] ?? 0
  }
  const [at, brief, record, results] = [
    first('at'),
    first('brief'),
    first('record'),
    first('results'),
  ]
  const [postings, places] =
    new TermTable(data, terms.main, 2).find(termsOf(file).common)?.parts ?? []
  assert.ok(postings && !(postings instanceof Uint8Array))
  assert.ok(places && !(places instanceof Uint8Array))
  const [block] = terms.main.blocks.slice(-1)
  assert.ok(block)
  data.close()
  return {
    brief: { at, length: brief },
    record: { at: at + brief, length: record },
    results: { at: at + brief + record, length: results },
    postings,
    places,
    block,
  }
}

/** A word whose postings and places are pieces of their own, and one whose lie in the last block. */
function termsOf(file: string): { readonly common: string; readonly rare: string } {
  const data = new PieceReader(file)
  const { terms } = readDirectory(data)
  const [common, rare] = ['', terms.main.firsts.at(-1) ?? '']
  for (const { term, parts } of new TermTable(data, terms.main, 2).from('a'))
    if (parts.every((part) => !(part instanceof Uint8Array))) {
      data.close()
      return { common: term, rare }
    }
  data.close()
  return { common, rare }
}

function flip(file: string, at: number): void {
  const handle = openSync(file, 'r+')
  const byte = Buffer.alloc(1)
  readSync(handle, byte, 0, 1, at)
  writeSync(handle, Buffer.from([byte.readUInt8() ^ 4]), 0, 1, at)
  closeSync(handle)
}
