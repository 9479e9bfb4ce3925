import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { crc32 } from 'node:zlib'
import { categories } from '../../vocabulary/categories.ts'
import { exampleData } from '../../../testing/example-catalogue.ts'
import { CatalogueOfOtherVersion, readManifest } from '../model/manifest.ts'
import {
  maskingNumbers,
  phaseNumbers,
  sponsorClassNumbers,
  statusNumbers,
  typeNumbers,
} from './columns.ts'
import { Segment } from './segment.ts'
import { segmentFormat } from './directory.ts'

test('a segment of another format is refused, with what to do', async (context) => {
  const { catalogue } = await exampleData()
  const [name = ''] = readManifest(catalogue)?.segments ?? []
  const folder = mkdtempSync(join(tmpdir(), 'trialway-format-'))
  context.after(() => rmSync(folder, { recursive: true }))
  const file = join(folder, name)
  const bytes = readFileSync(join(catalogue, name))
  const footer = bytes.subarray(-24)
  for (const [format, words] of [
    [3, /made by an older version.*Move that folder away/],
    [segmentFormat + 1, /made by a newer version.*Run that version/],
  ] as const) {
    footer.writeUInt32LE(format, 4)
    footer.writeUInt32LE(crc32(footer.subarray(0, 20)), 20)
    writeFileSync(file, bytes)
    assert.throws(
      () => new Segment(file),
      (error) => error instanceof CatalogueOfOtherVersion && words.test(error.message),
    )
  }
})

test('a catalogue of another version is refused whole, and where it lies is said', (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'trialway-format-'))
  context.after(() => rmSync(folder, { recursive: true }))
  for (const [format, words] of [
    [1, /made by an older version.*Move that folder away/],
    [99, /made by a newer version.*Run that version/],
  ] as const) {
    writeFileSync(join(folder, 'current.json'), JSON.stringify({ format }))
    assert.throws(
      () => readManifest(folder),
      (error) =>
        error instanceof CatalogueOfOtherVersion &&
        words.test(error.message) &&
        error.message.includes(folder),
    )
  }
})

test('segments of this format number values so: another order needs another format', () => {
  assert.equal(segmentFormat, 13)
  const numbered = [
    statusNumbers,
    phaseNumbers,
    typeNumbers,
    sponsorClassNumbers,
    maskingNumbers,
  ].map(({ names }) => names)
  assert.deepEqual(
    numbered.map((names) => names.join(' ')),
    [
      'RECRUITING NOT_YET_RECRUITING ENROLLING_BY_INVITATION ACTIVE_NOT_RECRUITING SUSPENDED ' +
        'COMPLETED TERMINATED WITHDRAWN UNKNOWN AVAILABLE NO_LONGER_AVAILABLE ' +
        'TEMPORARILY_NOT_AVAILABLE APPROVED_FOR_MARKETING WITHHELD',
      'EARLY_PHASE1 PHASE1 PHASE2 PHASE3 PHASE4 NA',
      'INTERVENTIONAL OBSERVATIONAL EXPANDED_ACCESS',
      'NIH FED OTHER_GOV INDUSTRY NETWORK INDIV OTHER AMBIG UNKNOWN',
      'NONE SINGLE DOUBLE TRIPLE QUADRUPLE',
    ],
  )
  assert.ok(categories.length <= 32, 'a study has one bit for each category')
})
