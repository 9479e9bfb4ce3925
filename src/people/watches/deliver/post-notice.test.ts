import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer as createTlsServer } from 'node:https'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { allowedHosts, testReceiver } from '../../../testing/test-receiver.ts'
import { unusedPort } from '../../../testing/ports.ts'
import type { AllowedHost } from '../model/allowed-hosts.ts'
import { type NoticeOutcome, postNotice, type ResolveName } from './post-notice.ts'

const body = JSON.stringify({ resourceType: 'Bundle' })

function post(
  [host]: readonly AllowedHost[],
  {
    path = '/notify',
    headers = [],
    timeoutMs = 5000,
    ...more
  }: {
    readonly path?: string
    readonly headers?: readonly (readonly [string, string])[]
    readonly timeoutMs?: number
    readonly resolve?: ResolveName
    readonly signal?: AbortSignal
  } = {},
): Promise<NoticeOutcome> {
  assert.ok(host)
  const endpoint = `${host.origin}${path}`
  return postNotice(host, { endpoint, headers, body, timeoutMs }, more)
}

test('a receiver gets the notice whole, with the headers that it asked for', async (t) => {
  const receiver = await testReceiver(t)
  const headers = [['Authorization', 'Bearer canary']] as const
  assert.deepEqual(await post(receiver.allowed, { headers }), { kind: 'taken', code: 'taken' })
  const [notice] = receiver.received
  assert.equal(notice?.path, '/notify')
  assert.equal(notice.body, body)
  assert.equal(notice.headers.authorization, 'Bearer canary')
  assert.equal(notice.headers['content-type'], 'application/fhir+json; charset=utf-8')
  assert.equal(notice.headers.host, receiver.origin.slice('http://'.length))
})

test('no redirect is followed', async (t) => {
  const [receiver, other] = [await testReceiver(t), await testReceiver(t)]
  for (const status of [300, 301, 302, 303, 307, 308]) {
    receiver.answer = (response) => response.writeHead(status, { location: other.origin }).end()
    assert.deepEqual(await post(receiver.allowed), { kind: 'failed', code: 'redirect' })
  }
  assert.equal(other.received.length, 0)
})

test('the status decides, and nothing that the receiver writes is kept', async (t) => {
  const receiver = await testReceiver(t)
  for (const [status, kind, code] of [
    [200, 'taken', 'taken'],
    [204, 'taken', 'taken'],
    [400, 'failed', 'http-400'],
    [401, 'failed', 'http-401'],
    [404, 'failed', 'http-404'],
    [410, 'gone', 'http-410'],
    [429, 'failed', 'http-429'],
    [500, 'failed', 'http-500'],
    [503, 'failed', 'http-503'],
  ] as const) {
    receiver.answer = (response) =>
      response.writeHead(status, 'canary').end(status === 204 ? undefined : 'canary')
    assert.deepEqual(await post(receiver.allowed), { kind, code })
  }
})

test('a receiver that is slow, silent, endless or no web server holds nobody up', async (t) => {
  const receiver = await testReceiver(t)
  receiver.answer = () => undefined
  const start = performance.now()
  assert.deepEqual(await post(receiver.allowed, { timeoutMs: 300 }), {
    kind: 'failed',
    code: 'timeout',
  })
  assert.ok(performance.now() - start < 3000)
  receiver.answer = (response) => response.writeHead(200).write('a')
  assert.equal((await post(receiver.allowed, { timeoutMs: 300 })).kind, 'taken')
  let sent = 0
  const endless = new Promise<void>((resolve) => {
    receiver.answer = (response) => {
      response.writeHead(200)
      const more = (): void => {
        while (!response.destroyed && response.write('a'.repeat(65_536))) sent += 65_536
      }
      response.on('drain', more)
      response.on('close', resolve)
      more()
    }
  })
  assert.equal((await post(receiver.allowed)).kind, 'taken')
  await endless
  assert.ok(sent < 64 * 1024 * 1024, `${sent} bytes were taken`)
  receiver.answer = (response) => response.writeHead(200, { x: 'a'.repeat(20_000) }).end()
  assert.equal((await post(receiver.allowed)).code, 'no-http')
  receiver.answer = (response) => response.destroy()
  assert.equal((await post(receiver.allowed)).code, 'no-connection')
})

test('a port where nobody listens, nobody speaks HTTP or nobody reads is an outcome, too', async (t) => {
  const free = await unusedPort()
  assert.equal((await post(allowedHosts(`http://127.0.0.1:${free}`))).code, 'no-connection')
  const raw = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.end('220 mail.example.org ESMTP\r\n')
  })
  raw.listen(0, '127.0.0.1')
  await once(raw, 'listening')
  t.after(() => raw.close())
  const at = (raw.address() as AddressInfo).port
  assert.equal((await post(allowedHosts(`http://127.0.0.1:${at}`))).code, 'no-http')
  assert.equal((await post(allowedHosts(`https://127.0.0.1:${at}`))).code, 'no-connection')
})

test('a name is looked up once, and is left alone where any of its addresses is not public', async (t) => {
  const receiver = await testReceiver(t)
  const port = new URL(receiver.origin).port
  const named = allowedHosts(`https://hooks.example.org:${port}`)
  let asked = 0
  const leadsTo = (...addresses: readonly string[]): ResolveName => {
    return async (name) => {
      assert.equal(name, 'hooks.example.org')
      asked++
      return addresses
    }
  }
  for (const addresses of [
    ['127.0.0.1'],
    ['::1'],
    ['::ffff:127.0.0.1'],
    ['169.254.169.254'],
    ['10.0.0.1'],
    ['100.64.0.1'],
    ['64:ff9b::7f00:1'],
    ['8.8.8.8', '127.0.0.1'],
    ['8.8.8.8', 'fe80::1'],
  ])
    assert.deepEqual(await post(named, { resolve: leadsTo(...addresses) }), {
      kind: 'failed',
      code: 'not-public',
    })
  assert.equal(asked, 9)
  const unknown = { kind: 'failed', code: 'unknown-name' }
  assert.deepEqual(await post(named, { resolve: leadsTo() }), unknown)
  assert.deepEqual(
    await post(named, { resolve: () => Promise.reject(new Error('ENOTFOUND')) }),
    unknown,
  )
  const silent = () => setTimeout(60_000, [], { ref: false })
  assert.deepEqual(await post(named, { resolve: silent, timeoutMs: 100 }), {
    kind: 'failed',
    code: 'timeout',
  })
  assert.equal(receiver.received.length, 0)
})

test('where the operator names the address of a host, that one is called and no name is looked up', async (t) => {
  const receiver = await testReceiver(t)
  const port = new URL(receiver.origin).port
  const pinned = allowedHosts(`https://fhir.hospital.example:${port}=127.0.0.1`)
  const never: ResolveName = () => Promise.reject(new Error('looked up'))
  // It was reached, and does not speak TLS.
  assert.equal((await post(pinned, { resolve: never })).code, 'no-connection')
  assert.equal(receiver.received.length, 0)
})

test('what our own end breaks off is no success', async (t) => {
  const receiver = await testReceiver(t)
  receiver.answer = () => undefined
  const stop = new AbortController()
  const posted = post(receiver.allowed, { signal: stop.signal })
  while (receiver.received.length === 0) await setTimeout(5)
  stop.abort()
  assert.equal((await posted).kind, 'failed')
})

test('a host must have a certificate of its name, also where the operator names its address', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'trialway-certificate-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const [key, cert] = ['key.pem', 'cert.pem'].map((file) => join(folder, file))
  assert.ok(key !== undefined && cert !== undefined)
  const words = `req -x509 -newkey rsa:2048 -nodes -days 2 -keyout ${key} -out ${cert} -subj /CN=fhir.hospital.example -addext subjectAltName=DNS:fhir.hospital.example`
  const made = spawnSync('openssl', words.split(' '))
  assert.equal(made.status, 0, String(made.stderr))
  const names: (string | undefined)[] = []
  const server = createTlsServer(
    { key: readFileSync(key), cert: readFileSync(cert) },
    (request, response) => {
      names.push(request.headers.host)
      response.end()
    },
  )
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  const named = (name: string) => allowedHosts(`https://${name}:${port}=127.0.0.1`)
  const wrong = { kind: 'failed', code: 'not-trusted' }
  assert.deepEqual(await post(named('fhir.hospital.example')), wrong)
  const before = getCACertificates('default')
  setDefaultCACertificates([...before, readFileSync(cert, 'utf8')])
  t.after(() => setDefaultCACertificates(before))
  assert.deepEqual(await post(named('other.hospital.example')), wrong)
  assert.deepEqual(await post(allowedHosts(`https://127.0.0.1:${port}`)), wrong)
  assert.deepEqual(names, [])
  assert.deepEqual(await post(named('fhir.hospital.example')), { kind: 'taken', code: 'taken' })
  assert.deepEqual(names, [`fhir.hospital.example:${port}`])
})
