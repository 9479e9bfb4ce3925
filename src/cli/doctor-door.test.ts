import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { readConfig } from '../app/config/config.ts'
import { passedOnMetric } from '../app/metrics.ts'
import { operatorPages, proxy } from './doctor-door.ts'

function dataFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'trialway-doctor-'))
  t.after(() => rmSync(folder, { recursive: true }))
  return folder
}

async function listening(t: TestContext, server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => {
    server.closeAllConnections()
    server.close()
  })
  return (server.address() as AddressInfo).port
}

test('where TLS is and no proxy is trusted, one must have been forgotten', async (t) => {
  const DATA_DIR = dataFolder(t)
  const BASE_URL = 'https://trials.example.org'
  const forgotten = await proxy(readConfig({ DATA_DIR, BASE_URL }))
  assert.equal(forgotten.state, 'wrong')
  assert.match(forgotten.todo ?? '', /TRUST_PROXY=true/)
  const trusting = readConfig({ DATA_DIR, BASE_URL, TRUST_PROXY: 'true' })
  assert.equal((await proxy(trusting)).state, 'good')
  assert.equal((await proxy(readConfig({ DATA_DIR }))).state, 'good')
})

test('what the running server has seen of proxies is asked of it', async (t) => {
  const DATA_DIR = dataFolder(t)
  const port = await listening(
    t,
    createServer(({ url }, response) =>
      response.end(url === '/version' ? '{"name":"trialway"}' : `${passedOnMetric} 1234\n`),
    ),
  )
  writeFileSync(
    join(DATA_DIR, 'operator.json'),
    JSON.stringify({ address: `http://127.0.0.1:${port}`, pid: 1 }),
  )
  const config = readConfig({ DATA_DIR })
  const seen = await proxy(config)
  assert.equal(seen.state, 'wrong')
  assert.match(seen.text, /^1,234 requests came through a proxy/)
  assert.match((await operatorPages(config)).text, new RegExp(`:${port}/admin`))
})

test('a port that is taken is wrong only where it was asked for', async (t) => {
  const DATA_DIR = dataFolder(t)
  const port = await listening(t, createServer())
  const asked = await operatorPages(readConfig({ DATA_DIR, OPERATOR_PORT: String(port) }))
  assert.deepEqual([asked.state, asked.name], ['wrong', 'Operator’s pages'])
  const usual = readConfig({ DATA_DIR, PORT: String(port - 1000) })
  assert.equal((await operatorPages(usual)).state, 'note')
  const none = readConfig({ DATA_DIR, OPERATOR_PORT: '0' })
  assert.equal((await operatorPages(none)).state, 'note')
})
