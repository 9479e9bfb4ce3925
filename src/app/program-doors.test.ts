import assert from 'node:assert/strict'
import { get, type IncomingMessage, request } from 'node:http'
import { test, type TestContext } from 'node:test'
import { Hono } from 'hono'
import type { ApiParts } from '../api/shell/parts.ts'
import { StudyDamaged } from '../finder/catalogue/model/damage.ts'
import type { Catalogue } from '../finder/catalogue/model/catalogue.ts'
import { openTestApp, type TestApp } from '../testing/test-site.ts'
import { openLog } from './log.ts'
import { openMetrics } from './metrics.ts'
import { programDoors } from './program-doors.ts'
import { serve } from './server.ts'

test('all below a door for programs is answered there, and every page as before', async (t) => {
  const { get, lines } = await start(t)
  assert.equal((await get('/api/v2/version')).status, 200)
  for (const path of ['/api', '/api/', '/api/v2', '/api/nothing', '/api/v2/nothing/at-all']) {
    const reply = await get(path)
    assert.equal(reply.status, 404, path)
    assert.equal(reply.headers.get('access-control-allow-origin'), '*', path)
    assert.match(reply.headers.get('content-type') ?? '', /^text\/plain/, path)
  }
  assert.equal((await get('/api/v2/version', 'POST')).status, 405)
  assert.equal((await get('/api/v2/version', 'OPTIONS')).status, 204)
  assert.equal((await get('/api/v2/version', 'HEAD')).status, 200)
  assert.equal(await (await get('/a-page')).text(), 'a page')
  assert.equal((await get('/apis')).status, 404)
  assert.equal((await get('/a-page')).headers.get('access-control-allow-origin'), null)
  const routes = lines.map((line) => JSON.parse(line).route).filter((route) => route !== undefined)
  assert.ok(routes.includes('/api/v2/version') && routes.includes('none'))
})

test('what is turned away before a door is asked is told in the language of that door', async (t) => {
  const { port } = await start(t)
  const long = `?title=${'a'.repeat(9000)}`
  const ask = async (path: string, more: Record<string, string> = {}, method = 'GET') => {
    const reply = await new Promise<IncomingMessage>((resolve, reject) => {
      request({ port, path, method, headers: more }, resolve).on('error', reject).end()
    })
    let text = ''
    for await (const part of reply.setEncoding('utf8')) text += part
    return { status: reply.statusCode, headers: reply.headers, text }
  }
  for (const release of ['R4', 'R5'])
    for (const [path, more, method, status, code] of [
      [`/fhir/${release}/ResearchStudy${long}`, {}, 'GET', 414, 'too-long'],
      [`/fhir/${release}/ResearchStudy`, { host: 'elsewhere.example' }, 'GET', 421, 'invalid'],
      [`/fhir/${release}/ResearchStudy/NCT02390596`, {}, 'PROPFIND', 405, 'not-supported'],
      [`/fhir/${release}/ResearchStudy/NCT02390596`, {}, 'DELETE', 405, 'not-supported'],
      [`/fhir/${release}/ResearchStudy`, {}, 'PUT', 405, 'not-supported'],
      [`/fhir`, {}, 'SEARCH', 405, 'not-supported'],
    ] as const) {
      const reply = await ask(path, more, method)
      assert.equal(reply.status, status, path)
      assert.match(reply.headers['content-type'] ?? '', /^application\/fhir\+json/)
      assert.equal(reply.headers['access-control-allow-origin'], '*')
      const { resourceType, issue } = JSON.parse(reply.text)
      assert.equal(resourceType, 'OperationOutcome')
      assert.equal(issue[0].code, code)
      assert.ok(issue[0].details.text.length > 10 && issue[0].diagnostics.length > 10)
    }
  const xml = await ask(`/fhir/R4/ResearchStudy${long}`, { accept: 'application/fhir+xml' })
  assert.match(xml.headers['content-type'] ?? '', /^application\/fhir\+xml/)
  assert.match(xml.text, /<OperationOutcome xmlns="http:\/\/hl7.org\/fhir">/)
  for (const [path, method, status] of [
    [`/api/v2/studies${long}`, 'GET', 414],
    ['/api/v2/studies', 'PROPFIND', 405],
    ['/api/v2/studies', 'DELETE', 405],
  ] as const) {
    const reply = await ask(path, {}, method)
    assert.equal(reply.status, status)
    assert.match(reply.headers['content-type'] ?? '', /^text\/plain; charset=utf-8/i)
    assert.equal(reply.headers['access-control-allow-origin'], '*')
  }
})

test('a long reply is read from the catalogue no faster than it is taken, others are answered meanwhile, and who hangs up ends it', async (t) => {
  const app = await openTestApp()
  const many = 40_000
  let read = 0
  const catalogue: Catalogue = {
    ...app.catalogue,
    select: async () => ({
      studies: Array.from({ length: many }, () => ({ nct: 2390596, keys: [], score: 0 })),
      hasMore: false,
      state: 1,
    }),
    study: (nctId) => {
      read++
      return app.catalogue.study(nctId)
    },
  }
  const { port } = await served(t, { ...app, catalogue }, app)
  const reply = await new Promise<IncomingMessage>((resolve, reject) => {
    get({ port, path: '/api/v2/studies?pageSize=1000' }, resolve).on('error', reject)
  })
  reply.on('error', () => {})
  reply.pause()
  let before = -1
  while (read !== before) {
    before = read
    const other = await fetch(`http://127.0.0.1:${port}/api/v2/version`)
    assert.equal(other.status, 200)
    await new Promise((done) => setTimeout(done, 200))
  }
  assert.ok(read > 100 && read < many, `${read} were read`)
  reply.destroy()
  await new Promise((done) => setTimeout(done, 300))
  assert.ok(read - before < 500, `${read - before} more were read`)
})

test('a reply that cannot be ended is broken off, so that nobody takes half of it for all', async (t) => {
  const app = await openTestApp()
  let read = 0
  const catalogue: Catalogue = {
    ...app.catalogue,
    select: async () => ({
      studies: Array.from({ length: 1000 }, () => ({ nct: 2390596, keys: [], score: 0 })),
      hasMore: false,
      state: 1,
    }),
    study: (nctId) => {
      if (++read === 900) throw new StudyDamaged(nctId)
      return app.catalogue.study(nctId)
    },
  }
  const { port } = await served(t, { ...app, catalogue }, app)
  for (const packing of ['gzip', 'identity']) {
    read = 0
    const reply = await fetch(`http://127.0.0.1:${port}/api/v2/studies?pageSize=1000`, {
      headers: { 'accept-encoding': packing },
    })
    await assert.rejects(reply.text(), packing)
  }
})

async function start(t: TestContext) {
  const app = await openTestApp()
  const { port, lines } = await served(t, app, app)
  return {
    port,
    lines,
    get: (path: string, method = 'GET') => fetch(`http://127.0.0.1:${port}${path}`, { method }),
  }
}

async function served(t: TestContext, parts: ApiParts, app: TestApp) {
  const lines: string[] = []
  const site = new Hono().get('/a-page', (c) => c.text('a page'))
  const running = await serve(
    {
      site,
      programs: programDoors(parts),
      readiness: () => ({}),
      version: () => ({}),
      config: { baseUrl: 'http://localhost', trustProxy: false, metricsPublic: false },
      log: openLog({ level: 'info', stream: { write: (text) => lines.push(text) } }),
      metrics: openMetrics(() => undefined),
    },
    { port: 0, host: '127.0.0.1' },
  )
  t.after(async () => {
    await running.close(0)
    await app.close()
  })
  return { port: running.port, lines }
}
