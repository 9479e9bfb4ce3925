import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openLog } from './log.ts'
import { openMetrics } from './metrics.ts'
import { serve } from './server.ts'
import { openTestApp } from '../testing/test-site.ts'
import { createSite } from '../web/site.ts'

test('a record of a megabyte comes through the door; of what it says nothing is in a log or a metric', async (t) => {
  const app = await openTestApp()
  const lines: string[] = []
  const metrics = openMetrics(() => undefined)
  const running = await serve(
    {
      site: createSite(app),
      readiness: () => ({}),
      version: () => ({}),
      config: { baseUrl: 'http://localhost', trustProxy: false, metricsPublic: true },
      log: openLog({ level: 'info', stream: { write: (line) => lines.push(line) } }),
      metrics,
    },
    { host: '127.0.0.1', port: 0 },
  )
  t.after(async () => {
    await running.close(100)
    await app.close()
  })
  const send = (path: string, body: FormData | URLSearchParams) =>
    fetch(`http://127.0.0.1:${running.port}${path}`, { method: 'POST', body })
  const note = new FormData()
  note.append('note', 'A 34-year-old woman with asthma. CANARY-41370001. '.repeat(20_000))
  const matched = await send('/match', note)
  assert.equal(matched.status, 200)
  assert.equal(matched.headers.get('cache-control'), 'no-store')
  const check = '/studies/NCT02390596/check'
  await send(check, new URLSearchParams({ age: 'CANARY', c_canary: 'CANARY' }))
  for (const path of ['/fr/match', `/fr${check}`]) {
    const tooLarge = await send(path, new URLSearchParams({ note: 'CANARY'.repeat(250_000) }))
    assert.equal(tooLarge.status, 413)
    assert.match(await tooLarge.text(), /<html lang="fr">/)
  }
  assert.equal((await send('/search', new URLSearchParams({ q: 'a'.repeat(70_000) }))).status, 413)
  const said = lines.join('') + app.lines.join('') + (await metrics.text())
  assert.doesNotMatch(said, /CANARY|canary|41370001|asthma/)
  assert.match(said, /"route":"\/match","status":200/)
})
