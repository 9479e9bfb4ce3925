import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { CatalogueBusy, SearchTooSlow } from '../../finder/catalogue/model/catalogue.ts'
import { StudyDamaged } from '../../finder/catalogue/model/damage.ts'
import type { DoorManner } from './manner.ts'
import { openDoor } from './open-door.ts'

const manner: DoorManner = {
  exposed: ['x-total-count'],
  methods: ['GET', 'HEAD', 'POST', 'OPTIONS'],
  mostBytes: 1000,
  refuse: (c, { status, text }) => c.text(`no: ${text}`, status),
}

let clock = new Date('2026-11-23T09:30:00Z')

function door(baseUrl = 'https://trials.example.org') {
  return openDoor({ trustProxy: false, baseUrl, now: () => clock }, manner, (routes) => {
    routes.get('/things', (c) => c.json({ things: 'a'.repeat(3000) }))
    routes.post('/things', async (c) => c.text(String((await c.req.text()).length)))
    routes.get('/long', (c) =>
      c.body(inPieces(), 200, { 'content-type': 'text/csv; charset=utf-8' }),
    )
    routes.get('/busy', () => {
      throw new CatalogueBusy()
    })
    routes.get('/damaged', () => {
      throw new StudyDamaged('NCT00000001')
    })
    routes.get('/slow', () => {
      throw new SearchTooSlow()
    })
    routes.get('/broken', () => {
      throw new Error('CANARY')
    })
  })
}

function inPieces(): ReadableStream<Uint8Array> {
  let left = 3
  return new ReadableStream({
    pull(controller) {
      if (left-- === 0) controller.close()
      else controller.enqueue(new TextEncoder().encode('ab'.repeat(50_000)))
    },
  })
}

const from = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } })

function ask(
  open: ReturnType<typeof door>,
  path: string,
  init: RequestInit = {},
  address = '192.0.2.7',
): Promise<Response> {
  return Promise.resolve(open.fetch(new Request(`http://localhost${path}`, init), from(address)))
}

test('a page of any other site may read every reply, also those that say no', async () => {
  const open = door()
  for (const [path, init, status] of [
    ['/things', {}, 200],
    ['/things', { method: 'HEAD' }, 200],
    ['/nothing', {}, 404],
    ['/things', { method: 'DELETE' }, 405],
    ['/things', { method: 'POST', body: 'a'.repeat(1001) }, 413],
    ['/busy', {}, 503],
    ['/slow', {}, 503],
    ['/damaged', {}, 503],
    ['/broken', {}, 500],
    [
      '/things',
      { method: 'OPTIONS', headers: { 'access-control-request-headers': 'accept' } },
      204,
    ],
  ] as const) {
    const reply = await ask(open, path, init)
    assert.equal(reply.status, status, path)
    assert.equal(reply.headers.get('access-control-allow-origin'), '*', path)
    const exposed = reply.headers.get('access-control-expose-headers') ?? ''
    assert.match(exposed, /^x-total-count,RateLimit,/, path)
    const text = await reply.text()
    assert.ok(!text.includes('CANARY'))
    if (status >= 400) assert.match(text, /^no: /, path)
    if (status === 503) assert.match(reply.headers.get('retry-after') ?? '', /^\d+$/)
  }
  const wrong = await ask(open, '/things', { method: 'DELETE' })
  assert.equal(wrong.headers.get('allow'), 'GET, HEAD, POST')
})

test('a network asks so often a minute, is told how often it still may, and then how long to wait', async () => {
  const open = door()
  const first = await ask(open, '/things')
  assert.equal(first.headers.get('ratelimit-policy'), '"minute";q=1200;w=60')
  assert.equal(first.headers.get('ratelimit'), '"minute";r=1199;t=60')
  for (let asked = 1; asked < 1200; asked++) await ask(open, '/nothing', {}, '192.0.2.200')
  const refused = await ask(open, '/things')
  assert.deepEqual([refused.status, refused.headers.get('retry-after')], [429, '60'])
  assert.equal(refused.headers.get('access-control-allow-origin'), '*')
  assert.match(await refused.text(), /^no: Too many requests .* Wait 60 seconds\.$/)
  assert.equal((await ask(open, '/things', {}, '198.51.100.7')).status, 200)
  clock = new Date(clock.getTime() + 60_000)
  assert.equal((await ask(open, '/things')).status, 200)
})

test('this machine itself may ask without end', async () => {
  const open = door('http://localhost:8080')
  const reply = await ask(open, '/things', {}, '127.0.0.1')
  assert.equal(reply.status, 200)
  assert.equal(reply.headers.get('ratelimit'), null)
})

test('a reply is packed for who takes it packed, and a body as long as is allowed is read', async () => {
  const open = door()
  const packed = await ask(open, '/things', { headers: { 'accept-encoding': 'gzip' } })
  assert.equal(packed.headers.get('content-encoding'), 'gzip')
  const whole = gunzipSync(await packed.arrayBuffer()).toString()
  assert.equal(whole, await (await ask(open, '/things')).text())
  for (const refusing of ['gzip;q=0', 'br', 'identity'])
    assert.equal(
      (await ask(open, '/things', { headers: { 'accept-encoding': refusing } })).headers.get(
        'content-encoding',
      ),
      null,
    )
  const long = await ask(open, '/long', { headers: { 'accept-encoding': 'br, gzip' } })
  assert.equal(gunzipSync(await long.arrayBuffer()).length, 300_000)
  assert.equal((await ask(open, '/things')).headers.get('content-encoding'), null)
  const posted = await ask(open, '/things', { method: 'POST', body: 'a'.repeat(1000) })
  assert.equal(await posted.text(), '1000')
})
