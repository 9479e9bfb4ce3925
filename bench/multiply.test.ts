import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { parseRecord } from '../src/finder/registry/parse-record.ts'
import { readRecords } from '../src/finder/registry/read-records.ts'
import { isProblem } from '../src/finder/registry/records.ts'
import type { Study } from '../src/finder/registry/study.ts'
import { studyMaker } from './make-study.ts'
import { readSnapshot, snapshotFolder } from './read-snapshot.ts'
import { compile } from './templates.ts'
import { variantOf } from './vary-word.ts'
import { packFiles, ZipWriter } from './zip.ts'

const snapshot = await readSnapshot(snapshotFolder(), 60)
const templates = compile(snapshot)

function made(count: number, seed: number): Study[] {
  const maker = studyMaker(templates, seed)
  return Array.from({ length: count }, (_, index) => {
    const { nctId, bytes } = maker.make(index)
    const study = JSON.parse(Buffer.from(bytes).toString()) as Study
    assert.equal(study.protocolSection.identificationModule.nctId, nctId)
    return study
  })
}

test('the same seed gives the same studies, another seed others', () => {
  assert.deepEqual(made(400, 1), made(400, 1))
  assert.notDeepEqual(made(400, 1).slice(60), made(400, 2).slice(60))
})

test('the studies of the snapshot come first, as they are', () => {
  assert.deepEqual(made(60, 1), JSON.parse(JSON.stringify(snapshot)))
})

test('every study has an id of its own', () => {
  const ids = made(600, 1).map(({ protocolSection }) => protocolSection.identificationModule.nctId)
  assert.equal(new Set(ids).size, 600)
  assert.ok(ids.every((id) => /^NCT\d{8}$/.test(id)))
})

test('no copy was updated after the last day', () => {
  for (const { protocolSection } of made(600, 1).slice(60)) {
    const day = protocolSection.statusModule?.lastUpdatePostDateStruct?.date ?? ''
    assert.ok(day <= '2026-11-20', day)
  }
})

test('a made-up word is like its model and is no word of the snapshot', () => {
  const known = new Set(['kawasaki'])
  const words = Array.from({ length: 500 }, (_, index) => variantOf('kawasaki', index + 1, known))
  assert.ok(new Set(words).size > 400)
  assert.ok(words.every((word) => word.startsWith('k') && word !== 'kawasaki'))
})

test('the archive is read again by the registry room, whole', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'trialway-bench-test-'))
  try {
    const maker = studyMaker(templates, 1)
    const zip = new ZipWriter(join(folder, 'studies.zip'))
    for (const from of [0, 100]) zip.add(packFiles(files(from)))
    zip.close()
    let count = 0
    for await (const found of readRecords(join(folder, 'studies.zip'))) {
      const read = isProblem(found) ? found : parseRecord(found)
      assert.ok(!isProblem(read), JSON.stringify(read).slice(0, 200))
      count++
    }
    assert.equal(count, 200)
    function* files(from: number) {
      for (let index = from; index < from + 100; index++) {
        const { nctId, bytes } = maker.make(index)
        yield { name: `${nctId}.json`, bytes }
      }
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
})
