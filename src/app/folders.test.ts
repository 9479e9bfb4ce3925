import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { test } from 'node:test'
import { dayOf, snapshotSources } from './folders.ts'

test('shipped records are imported by the number in front of their names, 10 after 2', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'trialway-snapshot-'))
  t.after(() => rmSync(folder, { recursive: true }))
  for (const name of ['10-last', '2-current']) mkdirSync(join(folder, name))
  for (const name of ['1-b.xml', '1-a.xml', 'README.md']) writeFileSync(join(folder, name), '')
  const names = snapshotSources(folder).map((group) => group.map((path) => basename(path)))
  assert.deepEqual(names, [['1-a.xml', '1-b.xml'], ['2-current'], ['10-last']])
})

test('no shipped records is no sources', () => {
  assert.deepEqual(snapshotSources('/nowhere/at/all'), [])
})

test('a day is the day on the operator’s own clock', () => {
  assert.equal(dayOf(new Date(2026, 0, 5, 23, 59)), '2026-01-05')
})
