import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { measure } from './measure.ts'
import { prepare } from './prepare.ts'
import { sized } from '../../src/testing/sized.ts'
import { problemsOf, reportOf } from './report.ts'
import { startWatched } from './watched-server.ts'

/** Of work, so that a busy machine fails nobody; a machine half as fast as ours passes. */
const limitMs = 250

test('nothing that a stranger sends holds the event loop, makes a large page or is answered as our fault', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'trialway-worst-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const records = await prepare(folder, sized(350, 1_000))
  const server = await startWatched(folder, { SEARCH_TIMEOUT_MS: '60000' })
  t.after(() => server.stop())
  const plan = { records, quick: true, origin: server.address }
  const figures = await measure(server, plan, limitMs, () => {})
  assert.deepEqual(problemsOf(figures, limitMs), [])
  const match = figures.routes.find(({ route }) => route === '/match')
  assert.ok((match?.statuses['200'] ?? 0) > 1, 'a note of a megabyte is answered')
  assert.match(reportOf(figures, 1, '2026-11-28'), /\| `\/studies\/:id\/check` \|/)
})
