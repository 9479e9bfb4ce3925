import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { newDataDir, testNow as now } from '../../testing/test-records.ts'
import { recordsAside, removeOldDrafts } from './copies.ts'

test('drafts that a killed restore left are gone after a day, and nothing else is', (t) => {
  const dataDir = newDataDir(t)
  const kept = ['records.sqlite', 'records.sqlite-wal', 'records.sqlite.before-20261125T120000Z']
  const old = ['restoring', 'new'].flatMap((kind) => {
    const name = `records.sqlite.${kind}-${randomUUID()}`
    return [name, `${name}-journal`]
  })
  const fresh = `records.sqlite.restoring-${randomUUID()}`
  for (const name of [...kept, ...old, fresh]) {
    writeFileSync(join(dataDir, name), 'x')
    const at = new Date(now.getTime() - (name === fresh ? 3_600_000 : 90_000_000))
    utimesSync(join(dataDir, name), at, at)
  }
  assert.equal(removeOldDrafts(dataDir, now), 4)
  assert.deepEqual(readdirSync(dataDir).toSorted(), [...kept, fresh].toSorted())
  assert.deepEqual(recordsAside(dataDir), kept.slice(2))
})
