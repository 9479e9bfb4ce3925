import assert from 'node:assert/strict'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { test, type TestContext } from 'node:test'
import { Hono } from 'hono'
import { openLog } from './log.ts'
import { openMetrics } from './metrics.ts'
import { serve, serveOperator, type Service } from './server.ts'

test('the operator’s addresses say that it lives, whether it is ready, and what it serves', async (t) => {
  const ready = { catalogue: false, places: true }
  const { get } = await start(t, { readiness: () => ready })
  assert.equal((await get('/healthz')).status, 200)
  const early = await get('/readyz')
  assert.equal(early.status, 503)
  assert.deepEqual(JSON.parse(early.body), { catalogue: false, places: true, accepting: true })
  ready.catalogue = true
  assert.equal((await get('/readyz')).status, 200)
  assert.deepEqual(JSON.parse((await get('/version')).body), { version: 'test', generation: 'g1' })
})

test('a balancer is told of the records apart: without them all that is public is served', async (t) => {
  const ready = { catalogue: true, places: true, records: false }
  const { get } = await start(t, { readiness: () => ready })
  const [all, ofRecords] = [await get('/readyz'), await get('/readyz/records')]
  assert.deepEqual([all.status, ofRecords.status], [200, 503])
  assert.deepEqual(JSON.parse(all.body), { ...ready, accepting: true })
  assert.deepEqual(JSON.parse(ofRecords.body), { ...ready, accepting: true })
  ready.records = true
  assert.equal((await get('/readyz/records')).status, 200)
  ready.places = false
  assert.equal((await get('/readyz/records')).status, 503)
})

test('metrics count by the pattern of an address and are at the operator’s door only', async (t) => {
  const { get, atOperatorDoor } = await start(t)
  await get('/studies/NCT00000001?q=CANARY')
  const { status, body } = await atOperatorDoor('/metrics')
  assert.equal(status, 200)
  assert.match(body, /route="\/studies\/:id",status="200"} 1/)
  assert.ok(!body.includes('NCT00000001') && !body.includes('CANARY'))
  assert.equal((await get('/metrics')).status, 404)
  assert.equal((await get('/metrics', { 'x-forwarded-for': '203.0.113.9' })).status, 404)
})

test('metrics can be opened to everybody', async (t) => {
  const { get } = await start(t, { config: { metricsPublic: true } })
  assert.equal((await get('/metrics', { 'x-forwarded-for': '203.0.113.9' })).status, 200)
})

test('the operator’s door answers this machine by its own name, and no proxy', async (t) => {
  const { atOperatorDoor } = await start(t)
  for (const host of ['localhost:9080', '127.0.0.1', '[::1]:9080'])
    assert.equal((await atOperatorDoor('/operator', { host })).status, 200, host)
  for (const host of [
    'trials.example.org',
    'rebound.example',
    '10.0.0.7',
    '127.0.0.2',
    'localhost.',
  ])
    assert.equal((await atOperatorDoor('/operator', { host })).status, 421, host)
  for (const name of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via', 'x-forwarded-host'])
    assert.equal((await atOperatorDoor('/operator', { [name]: '127.0.0.1' })).status, 421, name)
})

test('a form at the operator’s door must be of its own pages', async (t) => {
  const { atOperatorDoor } = await start(t)
  const host = 'localhost:9080'
  const sent = async (headers: Record<string, string>) =>
    (await atOperatorDoor('/form', { host, ...headers }, 'POST')).status
  assert.equal(await sent({}), 200)
  assert.equal(await sent({ origin: `http://${host}`, 'sec-fetch-site': 'same-origin' }), 200)
  for (const headers of [
    { origin: 'http://localhost:8080', 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
  ])
    assert.equal(await sent(headers), 403, JSON.stringify(headers))
})

test('what is asked most oddly makes metrics no larger', async (t) => {
  const { get, raw, atOperatorDoor } = await start(t)
  const odd = (at: number) => `/nowhere-${at}/CANARY?q=${at}`
  await get(odd(0))
  for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND', 'BREW'])
    await raw(`${method} / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n`)
  const size = async () => [...(await atOperatorDoor('/metrics')).body.matchAll(/^http_/gm)].length
  const before = await size()
  for (let at = 1; at <= 300; at++) await get(odd(at))
  for (const method of ['PURGE', 'LOCK', 'DELETE', 'COPY'])
    await raw(`${method} ${odd(1)} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n`)
  const after = await size()
  // The operator's own question is a line more of each kind.
  assert.ok(after - before < 16, `${before} lines became ${after}`)
})

test('no query, path value, form, address or error message is in the log', async (t) => {
  const { get, post, lines } = await start(t)
  await get('/studies/CANARY?q=CANARY', { 'user-agent': 'CANARY', referer: '/CANARY' })
  await get('/nowhere/CANARY')
  await get('/broken?q=CANARY')
  await post('/form', 'note=CANARY')
  const text = lines.join('')
  assert.ok(!text.includes('CANARY') && !text.includes('127.0.0.1'), text)
  const entries = lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'request')
  const routes = entries.map((line) => [line.route, line.status])
  assert.deepEqual(routes, [
    ['/studies/:id', 200],
    ['none', 404],
    ['/broken', 500],
    ['/form', 200],
  ])
})

test('every answer names its request, and a failure shows the number that is in the log', async (t) => {
  const { get, lines } = await start(t)
  const { status, body, headers } = await get('/broken')
  assert.equal(status, 500)
  const id = headers['x-request-id']
  assert.ok(typeof id === 'string' && body.includes(id))
  assert.ok(!body.includes('SyntaxError') && !body.includes('.ts'))
  const entry = JSON.parse(lines.at(-1) ?? '')
  assert.equal(entry.id, id)
  assert.equal(entry.level, 'error')
  assert.equal(entry.fault.type, 'SyntaxError')
})

test('a request keeps the number a trusted proxy gave it, and no other', async (t) => {
  const trusting = await start(t, { config: { trustProxy: true } })
  const open = await start(t)
  const given = { 'x-request-id': 'proxy-0123456789' }
  assert.equal((await trusting.get('/healthz', given)).headers['x-request-id'], 'proxy-0123456789')
  assert.notEqual((await open.get('/healthz', given)).headers['x-request-id'], 'proxy-0123456789')
  const hostile = await trusting.get('/healthz', { 'x-request-id': '<script>alert(1)</script>' })
  assert.match(String(hostile.headers['x-request-id']), /^[\da-f-]{36}$/)
})

test('a page that is not there is the site’s own page', async (t) => {
  const { get } = await start(t)
  const { status, body } = await get('/nowhere')
  assert.equal(status, 404)
  assert.equal(body, 'the site’s own page')
})

test('a request under somebody else’s name is turned away', async (t) => {
  const { get, raw } = await start(t)
  for (const host of [
    'evil.com',
    'localhost.',
    'localhost.evil.com',
    'trials.example.org@evil.com',
  ])
    assert.equal((await get('/healthz', { host })).status, 421, host)
  for (const host of ['localhost:1', '127.0.0.1', '[::1]:8080', 'TRIALS.example.org', '10.0.0.7'])
    assert.equal((await get('/healthz', { host })).status, 200, host)
  assert.equal((await get('/healthz', { 'x-forwarded-host': 'evil.com' })).status, 200)
  assert.match(await raw('GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.com\r\n\r\n'), / 400 /)
  assert.match(await raw('GET / HTTP/1.0\r\n\r\n'), / 400 /)
  assert.match(await raw('GET http://evil.com/ HTTP/1.1\r\nHost: localhost\r\n\r\n'), / 400 /)
})

test('methods, long addresses and long headers have a clear answer', async (t) => {
  const { get, raw } = await start(t)
  assert.match(await raw('TRACE / HTTP/1.1\r\nHost: localhost\r\n\r\n'), / 405 /)
  assert.match(
    await raw('PUT /form HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n'),
    / 405 /,
  )
  assert.equal((await get(`/search?q=${'a'.repeat(9000)}`)).status, 414)
  assert.match(
    await raw(`GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`),
    / 431 /,
  )
  assert.match(
    await raw(
      'POST /form HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ),
    / 400 /,
  )
})

test('a client that never finishes its headers is let go within seven seconds', async (t) => {
  const { port } = await start(t)
  const began = performance.now()
  const socket = connect(port, '127.0.0.1')
  socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n')
  let answer = ''
  for await (const chunk of socket) answer += chunk
  assert.match(answer, /^HTTP\/1\.1 408 /)
  assert.ok(performance.now() - began < 7000)
})

test('closing lets a request that was begun finish, and takes no new ones', async (t) => {
  const { get, running, port, begun, finish } = await start(t)
  const slow = get('/slow')
  await begun
  const closing = running.close()
  await assert.rejects(get('/healthz'))
  finish()
  assert.equal((await slow).body, 'done')
  await closing
  await assert.rejects(httpGet(port, 'GET', '/healthz', {}))
})

test('closing does not wait for ever', async (t) => {
  const { get, running, begun } = await start(t)
  const stuck = get('/stuck')
  await begun
  const began = performance.now()
  await Promise.all([running.close(200), assert.rejects(stuck)])
  assert.ok(performance.now() - began < 2000)
})

interface Started {
  /** Settled once `/slow` or `/stuck` has been asked for; `finish` lets `/slow` answer. */
  readonly begun: Promise<void>
  readonly finish: () => void
  readonly port: number
  readonly lines: string[]
  readonly running: Awaited<ReturnType<typeof serve>>
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Answer>
  readonly post: (path: string, body: string) => Promise<Answer>
  readonly atOperatorDoor: (
    path: string,
    headers?: Record<string, string>,
    method?: string,
  ) => Promise<Answer>
  readonly raw: (text: string) => Promise<string>
}

interface Answer {
  readonly status: number
  readonly body: string
  readonly headers: IncomingMessage['headers']
}

type Changes = Partial<Pick<Service, 'readiness'>> & { config?: Partial<Service['config']> }

async function start(t: TestContext, changes: Changes = {}): Promise<Started> {
  const lines: string[] = []
  const log = openLog({ level: 'info', stream: { write: (text) => lines.push(text) } })
  const begun = Promise.withResolvers<void>()
  const finish = Promise.withResolvers<void>()
  const service: Service = {
    site: smallSite(begun.resolve, finish.promise),
    operatorSite: new Hono()
      .get('/operator', (c) => c.text('the operator'))
      .post('/form', (c) => c.text('taken')),
    readiness: changes.readiness ?? (() => ({ catalogue: true })),
    version: () => ({ version: 'test', generation: 'g1' }),
    config: {
      baseUrl: 'https://trials.example.org',
      trustProxy: false,
      metricsPublic: false,
      ...changes.config,
    },
    log,
    metrics: openMetrics(() => undefined),
  }
  const running = await serve(service, { port: 0, host: '127.0.0.1' })
  const operator = await serveOperator(service, 0)
  t.after(() => Promise.all([running.close(0), operator.close(0)]))
  const { port } = running
  return {
    begun: begun.promise,
    finish: finish.resolve,
    port,
    lines,
    running,
    get: (path, headers = {}) => httpGet(port, 'GET', path, headers),
    post: (path, body) => httpGet(port, 'POST', path, {}, body),
    atOperatorDoor: (path, headers = {}, method = 'GET') =>
      httpGet(operator.port, method, path, headers),
    raw: (text) => rawAnswer(port, text),
  }
}

function smallSite(begin: () => void, finished: Promise<void>): Hono {
  const site = new Hono()
  site.get('/studies/:id', (c) => c.text('a study'))
  site.get('/broken', (c) => {
    throw new SyntaxError(`near "${c.req.query('q')}"\n    at CANARY`)
  })
  site.post('/form', async (c) => c.text(String(await c.req.text()).length.toString()))
  site.get('/slow', async (c) => {
    begin()
    await finished
    return c.text('done')
  })
  site.get('/stuck', () => {
    begin()
    return new Promise<Response>(() => {})
  })
  site.notFound((c) => c.text('the site’s own page', 404))
  return site
}

function httpGet(
  port: number,
  method: string,
  path: string,
  headers: Record<string, string>,
  body = '',
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = { port, host: '127.0.0.1', method, path, agent: false, headers }
    const request = httpRequest(options, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => (text += chunk))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body: text, headers: response.headers }),
      )
      response.on('error', reject)
    })
    request.on('error', reject)
    request.end(body)
  })
}

function rawAnswer(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', reject)
    socket.once('data', (chunk) => {
      socket.destroy()
      resolve(String(chunk))
    })
    socket.write(text)
  })
}
