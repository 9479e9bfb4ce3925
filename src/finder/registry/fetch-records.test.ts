import assert from 'node:assert/strict'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test, type TestContext } from 'node:test'
import { gzipSync } from 'node:zlib'
import { exampleStudy } from '../../testing/examples/study.ts'
import { fetchRecords, type FetchOptions, type PageState } from './fetch-records.ts'
import { isProblem, type RecordProblem } from './records.ts'
import type { Found } from './split.ts'

const ids = Array.from({ length: 5 }, (_, index) => `NCT0000000${index}`)
const quick = { pauseMs: 1, attempts: 3 }

test('every page is read, and the last state has no next page', async (t) => {
  const { base, asked } = await registry(t)
  const states: PageState[] = []
  const found = await all(base, { ...quick, onPage: (state) => states.push(state) })
  assert.deepEqual(idsOf(found), ids)
  assert.deepEqual(states, [
    { pages: 1, records: 2, total: 5, pageToken: 'p2' },
    { pages: 2, records: 4, total: 5, pageToken: 'p4' },
    { pages: 3, records: 5, total: 5 },
  ])
  assert.deepEqual(Object.fromEntries(asked[0]?.searchParams ?? []), {
    format: 'json',
    pageSize: '1000',
    countTotal: 'true',
  })
})

test('only what changed is asked for, from a day on', async (t) => {
  const { base, asked } = await registry(t)
  await all(base, { ...quick, since: '2026-11-01' })
  for (const url of asked)
    assert.equal(
      url.searchParams.get('query.term'),
      'AREA[LastUpdatePostDate]RANGE[2026-11-01,MAX]',
    )
  assert.match(problemOf(await all(base, { ...quick, since: '2026-11' })), /Not a date/)
})

test('a reading goes on from the page kept', async (t) => {
  const { base } = await registry(t)
  assert.deepEqual(idsOf(await all(base, { ...quick, pageToken: 'p4' })), ids.slice(4))
})

test('an empty page in the middle does not end the reading', async (t) => {
  const { base } = await server(t, (url, response) => {
    const token = url.searchParams.get('pageToken')
    const more = token ? {} : { nextPageToken: 'x' }
    response.end(JSON.stringify({ studies: token ? [exampleStudy(ids[0])] : [], ...more }))
  })
  assert.deepEqual(idsOf(await all(base, quick)), [ids[0]])
})

test('a busy or broken registry is asked again, and no study is given twice', async (t) => {
  const faults: ((response: ServerResponse) => void)[] = [
    (response) => response.writeHead(429, { 'retry-after': '0' }).end('slow down'),
    (response) => response.writeHead(503).end(),
    (response) => response.destroy(),
    (response) => {
      response.writeHead(200, { 'content-length': 10_000 })
      response.write('{"studies":[')
      setImmediate(() => response.destroy())
    },
    (response) => response.end('{"studies":[{"protocolSection":{'),
  ]
  for (const fault of faults) {
    let broken = 0
    const { base } = await server(t, (url, response) => {
      if (url.searchParams.has('pageToken') && broken++ < 2) fault(response)
      else answerPage(url, response)
    })
    assert.deepEqual(idsOf(await all(base, quick)), ids)
    assert.equal(broken, 4)
  }
})

test('of a page that is cut off every time, what came whole is given, and the cut is told', async (t) => {
  const body = JSON.stringify({ studies: ids.map((id) => exampleStudy(id)) })
  const cut = body.indexOf(ids[3] ?? '')
  for (const answer of [
    (response: ServerResponse) => response.end(body.slice(0, cut)),
    (response: ServerResponse) => {
      response.writeHead(200, { 'content-length': body.length })
      response.write(body.slice(0, cut), () => response.destroy())
    },
    (response: ServerResponse) => {
      const packed = gzipSync(body)
      response.writeHead(200, { 'content-encoding': 'gzip' })
      response.end(packed.subarray(0, packed.length - 9))
    },
  ]) {
    const { base } = await server(t, (_url, response) => {
      answer(response)
    })
    const found = await all(base, quick)
    const whole = idsOf(found.filter((one) => !isProblem(one)))
    assert.ok(whole.length >= 3, `${whole.length} records`)
    assert.deepEqual(whole, ids.slice(0, whole.length))
    assert.match(
      problemOf(found),
      new RegExp(`The ${whole.length} records that came whole were taken`),
    )
  }
})

test('a registry that stays down ends in a fatal problem that says so', async (t) => {
  const { base, asked } = await server(t, (_url, response) => response.writeHead(500).end('sorry'))
  assert.match(problemOf(await all(base, quick)), /answered 500: sorry\. Tried 3 times/)
  assert.equal(asked.length, 3)
})

test('Retry-After is waited for, in seconds or as a time; a long one ends the reading', async (t) => {
  for (const [after, least] of [
    ['1', 1000],
    ['Mon, 23 Nov 2026 00:00:02 GMT', 2000],
  ] as const) {
    let asked = 0
    const { base } = await server(t, (url, response) => {
      const date = 'Mon, 23 Nov 2026 00:00:00 GMT'
      if (asked++ === 0) response.writeHead(429, { 'retry-after': after, date }).end()
      else answerPage(url, response)
    })
    const started = performance.now()
    assert.equal((await all(base, quick)).length, 5)
    assert.ok(performance.now() - started >= least - 5)
  }
  const { base } = await server(t, (_url, response) =>
    response.writeHead(503, { 'retry-after': '7200' }).end(),
  )
  assert.match(problemOf(await all(base, quick)), /come back in 120 minutes/)
})

test('requests keep their distance', async (t) => {
  const { base } = await registry(t)
  const started = performance.now()
  await all(base, { pauseMs: 150 })
  assert.ok(performance.now() - started >= 295)
})

test('a wrong request is not repeated, and its answer is told', async (t) => {
  const { base, asked } = await server(t, (_url, response) =>
    response.writeHead(400).end('`x` is unknown parameter'),
  )
  const found = await all(base, quick)
  assert.match(problemOf(found), /answered 400: `x` is unknown parameter/)
  assert.equal(asked.length, 1)
  assert.equal(found.find(isProblem)?.refused, true)
})

test('a refusal is told by the status, never by words of the answer', async (t) => {
  for (const [status, refused] of [
    [400, true],
    [404, true],
    [403, undefined],
    [503, undefined],
  ] as const) {
    const { base } = await server(t, (_url, response) =>
      response.writeHead(status).end('The registry answered 404.'),
    )
    const [problem] = (await all(base, { ...quick, attempts: 1 })).filter(isProblem)
    assert.equal(problem?.refused, refused, String(status))
  }
})

test('a redirect is followed on the same host and refused to another', async (t) => {
  const { base } = await server(t, (url, response) => {
    if (url.pathname.startsWith('/v3')) answerPage(url, response)
    else response.writeHead(301, { location: `/v3${url.pathname}${url.search}` }).end()
  })
  assert.deepEqual(idsOf(await all(base, quick)), ids)
  for (const location of ['http://localhost:1/', 'http://169.254.169.254/', 'file:///etc/passwd']) {
    const away = await server(t, (_url, response) => response.writeHead(302, { location }).end())
    assert.match(problemOf(await all(away.base, quick)), /another host/)
  }
  const round = await server(t, (_url, response) =>
    response.writeHead(302, { location: '/' }).end(),
  )
  assert.match(problemOf(await all(round.base, quick)), /round and round/)
})

test('an endless answer is cut, a slow one is given up', async (t) => {
  const endless = await server(t, (_url, response) => {
    const timer = setInterval(() => response.write('x'.repeat(10_000)), 1)
    response.on('close', () => clearInterval(timer))
  })
  assert.match(problemOf(await all(endless.base, { ...quick, mostBytes: 1e6 })), /longer than 1 MB/)
  const bomb = await server(t, (_url, response) => {
    const body = gzipSync(Buffer.alloc(20_000_000, ' '))
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(body)
  })
  assert.match(problemOf(await all(bomb.base, { ...quick, mostBytes: 1e6 })), /longer than 1 MB/)
  const slow = await server(t, () => undefined)
  const options = { ...quick, attempts: 2, timeoutMs: 50 }
  assert.match(problemOf(await all(slow.base, options)), /took too long/)
})

test('a registry that repeats a page for ever is left', async (t) => {
  const { base } = await server(t, (_url, response) =>
    response.end(JSON.stringify({ studies: [], nextPageToken: 'x' })),
  )
  assert.match(problemOf(await all(base, quick)), /same page/)
})

test('a packed answer is read', async (t) => {
  const { base } = await server(t, (_url, response) => {
    const body = gzipSync(JSON.stringify({ studies: ids.map((id) => exampleStudy(id)) }))
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(body)
  })
  assert.deepEqual(idsOf(await all(base, quick)), ids)
})

test('a signal stops the reading', async (t) => {
  const { base } = await registry(t)
  await assert.rejects(all(base, { ...quick, signal: AbortSignal.abort() }), { name: 'AbortError' })
})

test('the global fetch may be given', async (t) => {
  const { base } = await registry(t)
  assert.deepEqual(idsOf(await all(base, { ...quick, fetch })), ids)
})

async function registry(t: TestContext) {
  return server(t, answerPage)
}

/** Two studies a page; a token is the number of the first. */
function answerPage(url: URL, response: ServerResponse): void {
  const from = Number(url.searchParams.get('pageToken')?.slice(1) ?? 0)
  const next = from + 2 < ids.length ? { nextPageToken: `p${from + 2}` } : {}
  const total = url.searchParams.has('countTotal') ? { totalCount: ids.length } : {}
  const studies = ids.slice(from, from + 2).map((id) => exampleStudy(id))
  response.end(JSON.stringify({ ...total, studies, ...next }))
}

async function server(t: TestContext, answer: (url: URL, response: ServerResponse) => void) {
  const asked: URL[] = []
  const listening = createServer((request: IncomingMessage, response) => {
    const url = new URL(request.url ?? '', 'http://x')
    asked.push(url)
    answer(url, response)
  })
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve))
  t.after(() => {
    listening.closeAllConnections()
    listening.close()
  })
  const { port } = listening.address() as AddressInfo
  return { base: `http://127.0.0.1:${port}/api/v2`, asked }
}

async function all(base: string, options: FetchOptions): Promise<Found[]> {
  return Array.fromAsync(fetchRecords(base, options))
}

function idsOf(found: readonly Found[]): (string | undefined)[] {
  return found.map((item) => {
    if (isProblem(item)) return `! ${item.reason}`
    return /NCT\d{8}/.exec(Buffer.from(item.bytes).toString())?.[0]
  })
}

function problemOf(found: readonly Found[]): string {
  const problem: RecordProblem | undefined = found.filter(isProblem).at(-1)
  assert.equal(problem?.fatal, true)
  return problem?.reason ?? ''
}
