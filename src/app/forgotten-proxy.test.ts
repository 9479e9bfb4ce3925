import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Context } from 'hono'
import { Hono } from 'hono'
import { noticeForgottenProxy } from './forgotten-proxy.ts'
import { openLog } from './log.ts'
import { openMetrics } from './metrics.ts'

/** Asks a small site as from an address; the answer is how often the log has said that a proxy is there. */
function watching(baseUrl: string) {
  const lines: string[] = []
  const log = openLog({ level: 'info', stream: { write: (line) => lines.push(line) } })
  const notice = noticeForgottenProxy(baseUrl, { log, metrics: openMetrics(() => undefined) })
  const site = new Hono()
  site.all('*', (c: Context) => {
    notice(c)
    return c.text('answered')
  })
  return async (from: string, method = 'GET', headers: Readonly<Record<string, string>> = {}) => {
    const env = { incoming: { socket: { remoteAddress: from } } }
    await site.fetch(new Request(`${baseUrl}/`, { method, headers }), env)
    return lines.length
  }
}

const passedOn = { 'x-forwarded-for': '203.0.113.9' }

test('a request that a near proxy passed on is told of once; what a far one claims is not', async () => {
  const said = watching('https://trials.example.org')
  assert.equal(await said('203.0.113.1', 'GET', passedOn), 0)
  assert.equal(await said('127.0.0.1', 'GET'), 0)
  assert.equal(await said('127.0.0.1', 'GET', { via: '1.1 proxy' }), 1)
  assert.equal(await said('10.0.0.1', 'GET', passedOn), 1)
})

test('a form from this machine itself tells of a silent proxy, where others are served', async () => {
  assert.equal(await watching('https://trials.example.org')('127.0.0.1', 'POST'), 1)
  assert.equal(await watching('http://localhost:8080')('127.0.0.1', 'POST'), 0)
})

test('so do twenty forms of one private address, and not those of an office', async () => {
  const gateway = watching('https://trials.example.org')
  for (let form = 1; form < 20; form++) assert.equal(await gateway('172.17.0.1', 'POST'), 0)
  assert.equal(await gateway('172.17.0.1', 'POST'), 1)
  const office = watching('https://trials.example.org')
  for (let form = 1; form < 60; form++)
    assert.equal(await office(`192.168.1.${form % 3}`, 'POST'), 0)
})
