import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync, watch } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test, type TestContext } from 'node:test'
import { openRecords } from '../people/records/open-records.ts'
import { exampleData } from '../testing/example-catalogue.ts'
import { ask, type ProxiedRequest } from '../testing/proxied.ts'
import { sized } from '../testing/sized.ts'
import {
  missing,
  type Proxy,
  proxiedName,
  type ProxyOptions,
  startShippedCaddy,
  startShippedNginx,
  startStockNginx,
} from '../testing/proxies.ts'
import { readConfig } from './config/config.ts'
import { openLog } from './log.ts'
import { serve } from './server.ts'
import { openService, type OpenService } from './service.ts'
import { unusedPort } from '../testing/ports.ts'

// The examples of deploy/ as they are shipped, each in front of the real server; and proxies that nobody set up for us.

const folder = mkdtempSync(join(tmpdir(), 'trialway-proxies-'))
const baseUrl = `https://${proxiedName}`
const canary = 'canaryitis'

let service: OpenService
const closing: (() => Promise<void>)[] = []

before(async () => {
  const config = readConfig({
    DATA_DIR: (await exampleData()).folder,
    BASE_URL: baseUrl,
    TRUST_PROXY: 'true',
    MAIL_HOOK_SECRET: 'a secret of the tests',
    SEARCH_PROCESSES: '1',
    SEARCH_TIMEOUT_MS: '20000',
  })
  const records = await openRecords({ dataDir: join(folder, 'private') })
  const log = openLog({ level: 'silent', stream: { write: () => {} } })
  service = await openService(config, records, log, () => new Date('2026-11-23T12:00:00Z'))
  closing.push(
    () => service.close(),
    () => records.close(),
  )
})
after(async () => {
  for (const close of closing) await close()
  rmSync(folder, { recursive: true })
})

const shippedProxies = [
  ['nginx', 'deploy/nginx.conf', startShippedNginx],
  ['caddy', 'deploy/Caddyfile', startShippedCaddy],
] as const

for (const [program, name, start] of shippedProxies) {
  const skip = missing(program)

  test(
    `${name}: pages come under the public name, packed, and for TLS alone`,
    { skip },
    async (t) => {
      const { get } = await inFront(t, start)
      const { status, headers, body } = await get('/en', { 'accept-encoding': 'gzip' })
      assert.equal(status, 200)
      assert.equal(headers['content-encoding'], 'gzip')
      assert.equal(headers['strict-transport-security'], 'max-age=31536000')
      assert.ok(body.length > 1000)
      const page = await get(`/search?q=kawasaki`)
      assert.equal(page.status, 200)
      assert.match(String(page.body), new RegExp(`rel="canonical" href="${baseUrl}/search`))
      assert.match(String(page.headers['x-request-id']), /^[\w-]{8,64}$/)
    },
  )

  test(`${name}: the operator’s pages are not reached`, { skip }, async (t) => {
    const { get } = await inFront(t, start)
    for (const path of operatorPaths) assertHidden(path, await get(path))
    assert.equal((await get('/readyz')).status, 404)
  })

  test(`${name}: bodies pass up to what is promised, and lie in no file`, { skip }, async (t) => {
    const { post, proxy } = await inFront(t, start)
    const files = filesMadeIn(proxy.temporary)
    const note = new URLSearchParams({ note: 'A woman of 34 with asthma.\n'.repeat(25_000) })
    assert.ok(note.toString().length > 700_000)
    assert.equal((await post('/match', note.toString())).status, 200)
    const report = { 'content-type': 'message/rfc822' }
    assert.equal((await post('/hooks/mail', 'a'.repeat(250 * 1024), report)).status, 401)
    const form = new URLSearchParams({ email: 'nobody', q: 'a'.repeat(60_000) })
    assert.equal((await post('/alerts', form.toString())).status, 422)
    assert.equal((await post('/alerts', 'a'.repeat(70_000))).status, 413)
    const refused = await post('/alerts', 'a'.repeat(3_000_000)).catch(() => undefined)
    assert.ok(refused === undefined || refused.status >= 400)
    assert.deepEqual(files.stop(), [])
  })

  test(
    `${name}: FHIR links lead back through it, and a long record passes and lies in no file`,
    { skip },
    async (t) => {
      const { get, post, proxy } = await inFront(t, start)
      const page = await get('/fhir/R4/ResearchStudy?condition=asthma&_count=1')
      const { link } = JSON.parse(String(page.body)) as {
        link: readonly { readonly relation: string; readonly url: string }[]
      }
      const next = link.find(({ relation }) => relation === 'next')?.url ?? ''
      assert.ok(next.startsWith(`${baseUrl}/fhir/R4/ResearchStudy?`), next)
      assert.equal((await get(next.slice(baseUrl.length))).status, 200)
      const files = filesMadeIn(proxy.temporary)
      const child = [
        { resourceType: 'Patient', id: 'p', birthDate: '2024-05-01' },
        {
          resourceType: 'Condition',
          code: { text: 'Asthma' },
          subject: { reference: 'Patient/p' },
        },
        { resourceType: 'Basic', id: 'long', code: { text: 'word '.repeat(1_900_000) } },
      ]
      const record = {
        resourceType: 'Bundle',
        type: 'collection',
        entry: child.map((resource) => ({ resource })),
      }
      const type = { 'content-type': 'application/fhir+json' }
      for (const path of ['/fhir/R4/ResearchStudy/$match', '/fhir/R5/ResearchStudy/%24match'])
        assert.equal((await post(path, JSON.stringify(record), type)).status, 200, path)
      assert.deepEqual(files.stop(), [])
    },
  )

  test(
    `${name}: who asks is counted by their own address, whatever they claim`,
    { skip },
    async (t) => {
      const { post } = await inFront(t, start)
      const lost = async (from: string, headers: Readonly<Record<string, string>> = {}) =>
        (await post('/alerts/lost', 'email=nobody%40example.org', headers, from)).status
      for (let times = 0; times < 20; times++) assert.equal(await lost('127.1.0.1'), 303)
      assert.equal(await lost('127.1.0.1'), 429)
      for (const header of ['x-forwarded-for', 'forwarded', 'x-real-ip'])
        assert.equal(await lost('127.1.0.1', { [header]: 'for=203.0.113.9' }), 429, header)
      assert.equal(await lost('127.2.0.1'), 303)
    },
  )

  test(
    `${name}: no log says what was asked, even when the server is not there`,
    { skip },
    async (t) => {
      const { get, proxy } = await inFront(t, start)
      assert.equal((await get(`/search?q=${canary}`)).status, 200)
      const gone = await started(t, start, [await unusedPort()])
      const failed = await ask({ ...usual, port: gone.port, path: `/search?q=${canary}` })
      assert.ok([502, 503].includes(failed.status), String(failed.status))
      await gone.stop()
      await proxy.stop()
      assert.doesNotMatch(proxy.said() + gone.said(), new RegExp(`${canary}|/search`))
    },
  )
}

test(
  'deploy/nginx.conf: a page that is read slowly lies in no file',
  { skip: missing('nginx') },
  async (t) => {
    // Ours are too small for that here: what the system itself holds of them is more.
    const large = createServer((_request, response) => response.end(Buffer.alloc(48 * 1024 * 1024)))
    large.listen(0, '127.0.0.1')
    await once(large, 'listening')
    t.after(() => large.close())
    const { port, temporary } = await started(t, startShippedNginx, [
      (large.address() as AddressInfo).port,
    ])
    const files = filesMadeIn(temporary)
    const { body } = await ask({ ...usual, port, path: '/', unreadMs: 1000 })
    assert.equal(body.length, 48 * 1024 * 1024)
    assert.deepEqual(files.stop(), [])
  },
)

const stock: readonly (readonly string[])[] = [
  [],
  ['proxy_set_header Host $host;'],
  ['proxy_set_header Host localhost;'],
  ['proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;'],
  ['proxy_set_header X-Real-IP $remote_addr;', 'proxy_set_header Host $host;'],
  ['proxy_set_header Forwarded "for=$remote_addr";'],
  ['proxy_http_version 1.1;', 'proxy_set_header Connection "";'],
]

test('no stock proxy opens a page of the operator’s', { skip: missing('nginx') }, async (t) => {
  for (const trustProxy of [false, true]) {
    const config = { ...service.config, trustProxy }
    const running = await serve({ ...service, config }, { port: 0, host: '127.0.0.1' })
    t.after(() => running.close(0))
    for (const [number, lines] of stock.entries()) {
      const proxy = await started(t, (options) => startStockNginx(options, lines), [running.port])
      for (const [at, host] of hosts.entries())
        for (const path of operatorPaths.filter((_, each) => isAsked(number + at + each)))
          assertHidden(
            `${lines.join(' ')} ${host}${path}`,
            await ask({ port: proxy.port, path, host, tls: false }),
          )
      await proxy.stop()
    }
  }
})

const hosts = [proxiedName, 'other.example', 'localhost', '127.0.0.1']

/** Usually every host and proxy is asked for some of the paths, and each path of some; in a long run all of all. */
function isAsked(number: number): boolean {
  return number % sized(4, 1) === 0
}

const operatorPaths = [
  '/admin',
  '/admin.json',
  '/admin/',
  '/%61dmin',
  '//admin',
  '/./admin',
  '/fr/admin',
  '/fr/admin.json',
  '/metrics',
  '/%6detrics',
  '/dev/mail',
  '/fr/dev/mail',
  '/dev/mail/a.eml',
  '/dev/mail/a.eml/html',
]

function assertHidden(what: string, { status, body }: { status: number; body: Buffer }): void {
  // Where accounts are asked for, nobody is signed in.
  assert.ok([301, 303, 401, 404, 421].includes(status), `${what}: ${status}`)
  assert.doesNotMatch(
    String(body),
    /State of the service|État du service|process_cpu|Mails written/,
  )
}

type Start = (options: ProxyOptions) => Promise<Proxy>

async function started(t: TestContext, start: Start, upstreams: readonly number[]): Promise<Proxy> {
  const proxy = await start({ folder: mkdtempSync(join(folder, 'proxy-')), upstreams })
  t.after(() => proxy.stop())
  return proxy
}

const usual = { host: proxiedName, tls: true } as const

/** A server of its own behind a proxy of its own, so that what one test counts is not another's. */
async function inFront(t: TestContext, start: Start) {
  const { createSite } = await import('../web/site.ts')
  const site = createSite(service.app)
  const running = await serve({ ...service, site }, { port: 0, host: '127.0.0.1' })
  t.after(() => running.close(0))
  const proxy = await started(t, start, [running.port])
  const send = (request: Pick<ProxiedRequest, 'path'> & Partial<ProxiedRequest>) =>
    ask({ ...usual, port: proxy.port, ...request })
  return {
    proxy,
    get: (path: string, headers: Readonly<Record<string, string>> = {}) => send({ path, headers }),
    post: (
      path: string,
      body: string,
      headers: Readonly<Record<string, string>> = {},
      from = '127.0.0.1',
    ) => {
      const form = { 'content-type': 'application/x-www-form-urlencoded', origin: baseUrl }
      const length = { 'content-length': String(Buffer.byteLength(body)) }
      return send({ method: 'POST', path, body, from, headers: { ...form, ...length, ...headers } })
    },
  }
}

/** Names of files that are made in a folder from now on, though they be gone again at once. */
function filesMadeIn(temporary: string): { stop(): readonly string[] } {
  const made: string[] = []
  const watchers = readdirSync(temporary, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'caddy')
    .map(({ name }) =>
      watch(join(temporary, name), { persistent: false }, (_event, file) =>
        made.push(`${name}/${file ?? ''}`),
      ),
    )
  return {
    stop: () => {
      for (const watcher of watchers) watcher.close()
      return made
    },
  }
}
