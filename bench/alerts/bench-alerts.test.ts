import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { exampleData } from '../../src/testing/example-catalogue.ts'
import { readSnapshot, snapshotFolder } from '../read-snapshot.ts'
import { benchAlerts } from './bench-alerts.ts'
import { zoneAt } from './measure-matching.ts'
import { readPlan } from './plan.ts'
import { reportOf } from './report.ts'
import { sized } from '../../src/testing/sized.ts'

const studies = sized(120, 400)
const changes = sized(60, 200)
const subscriptions = sized(900, 3000)
const mails = sized(8, 20)

test('a small bench matches, makes mails, and every mail arrives once', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'trialway-bench-alerts-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const source = join(folder, 'some.ndjson')
  const some = await readSnapshot(snapshotFolder(), studies)
  writeFileSync(source, some.map((study) => `${JSON.stringify(study)}\n`).join(''))
  const { folder: data } = await exampleData()
  const sizes = Object.entries({ studies, changes, subscriptions, digests: mails }).flatMap(
    ([name, size]) => [`--${name}`, String(size)],
  )
  const plan = readPlan([...sizes, '--source', source, '--data', data, '--folder', folder])
  const results = await benchAlerts(plan, () => {})
  const [{ seeded, matching, digests, peer } = assert.fail('nothing was measured')] = results.stores
  assert.equal(results.changed + results.added, changes)
  assert.equal(seeded.subscriptions, subscriptions)
  assert.equal(matching.times.subscriptions, subscriptions)
  assert.ok(matching.news > changes / 2, `${matching.news} rows of news`)
  assert.ok(matching.command.peakRss > 50 && matching.command.peakPss > 20)
  assert.equal(digests.both.mails, mails)
  assert.deepEqual([digests.repeated, digests.missing], [0, 0])
  assert.deepEqual(digests.checked.problems, [])
  assert.ok(digests.checked.mails > mails / 2)
  if (peer) assert.equal(peer.ours.pairs, peer.postgres.pairs)
  assert.match(reportOf(results), /\| matching, SQLite \| .* \|/)
})

test('there is a zone for every local hour', () => {
  for (let utc = 0; utc < 24; utc++)
    for (const hour of [3, 12]) {
      const now = new Date(Date.UTC(2026, 10, 25, utc, 30))
      const local = Temporal.Instant.fromEpochMilliseconds(now.getTime())
      assert.equal(local.toZonedDateTimeISO(zoneAt(hour, now)).hour, hour)
    }
})
