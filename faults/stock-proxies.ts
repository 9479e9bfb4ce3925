import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { ask, type ProxiedAnswer } from '../src/testing/proxied.ts'
import { startStockNginx } from '../src/testing/proxies.ts'
import { type Fault, Findings, type FaultSetup } from './fault.ts'
import { type Server, startServer } from './server.ts'
import { makeSmallWorld } from './small-world.ts'
import { nctOf } from './studies.ts'
import { unusedPort } from '../src/testing/ports.ts'

/** Proxies that somebody put in front without reading how. */
export const stockProxies: Fault = {
  id: 'Proxy',
  title: 'A stock proxy is put in front',
  how: 'nginx with "proxy_pass" alone, and with each of the lines that guides add to it, in front of the real server with and without TRUST_PROXY. Every address of the operator’s pages is asked for through it, written in several ways, under several host names, with and without headers that proxies set.',
  expected: 'Proxied requests that reach an operator’s page: 0.',
  onPostgres: false,
  run: async (setup) => {
    const findings = new Findings()
    const { dataDir } = await makeSmallWorld({
      folder: join(setup.folder, 'world'),
      studies: 3,
      sets: 0,
    })
    let tries = 0
    let reached = 0
    for (const trusted of ['false', 'true']) {
      const env = { TRUST_PROXY: trusted, BASE_URL: '' }
      const port = await unusedPort()
      const server = await startServer({ dataDir, port, env })
      for (const lines of setup.quick ? proxyLines.slice(0, 2) : proxyLines) {
        const asked = await askThrough(setup, { server, port, lines })
        tries += asked.length
        for (const { what, isOpen } of asked)
          if (!findings.expect(!isOpen, 'an operator’s page is reached through a proxy', what))
            reached += 1
      }
      await end(server)
    }
    return {
      tries,
      fired: tries,
      notes: [`proxied requests that reached an operator’s page: ${reached} of ${tries}`],
      failures: findings.failures,
    }
  },
}

const proxyLines: readonly (readonly string[])[] = [
  [],
  ['proxy_set_header Host $host;'],
  ['proxy_set_header Host localhost;'],
  ['proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;'],
  ['proxy_set_header X-Real-IP $remote_addr;', 'proxy_set_header Host $host;'],
  ['proxy_set_header Forwarded "for=$remote_addr";'],
  ['proxy_set_header X-Forwarded-For "";', 'proxy_set_header Host 127.0.0.1;'],
  ['proxy_http_version 1.1;', 'proxy_set_header Connection "";'],
]

const written = (path: string): string[] => [
  path,
  `/fr${path}`,
  `/.${path}`,
  `/${path}`,
  `${path}/`,
  `${path}?a=1`,
]
const addresses = ['/admin', '/admin.json', '/metrics', '/dev/mail', '/%61dmin'].flatMap(written)
const hosts = ['trials.example.org', 'localhost', '127.0.0.1', 'localhost:9080']
const sent: readonly Readonly<Record<string, string>>[] = [
  {},
  { 'x-forwarded-for': '127.0.0.1' },
  { forwarded: 'for=127.0.0.1;host=localhost' },
]

interface Through {
  readonly server: Server
  readonly port: number
  readonly lines: readonly string[]
}

async function askThrough(setup: FaultSetup, { port, lines }: Through) {
  const folder = join(setup.folder, `proxy-${port}-${proxyLines.indexOf(lines)}`)
  mkdirSync(folder)
  const proxy = await startStockNginx({ folder, upstreams: [port] }, lines)
  const asked: { what: string; isOpen: boolean }[] = []
  for (const host of hosts)
    for (const path of addresses)
      for (const headers of sent) {
        const answer = await ask({ port: proxy.port, path, host, tls: false, headers })
        const what = `${lines.join(' ') || 'proxy_pass alone'}: ${host}${path} ${JSON.stringify(headers)}`
        asked.push({ what, isOpen: isOpen(answer) })
      }
  await proxy.stop()
  return asked
}

function isOpen({ status, body }: ProxiedAnswer): boolean {
  return status === 200 || /State of the service|process_cpu_|Mails written to/.test(String(body))
}

async function end(server: Server): Promise<void> {
  server.child.kill('SIGTERM')
  await server.child.ended
}

/** The setting that says that a proxy is in front is left out. */
export const forgottenSetting: Fault = {
  id: 'Household',
  title: 'TRUST_PROXY is forgotten',
  how: 'The real server behind nginx without TRUST_PROXY. As many people as say so, each of another network, ask for an alert within a minute: once through an nginx that says who asks, once through one that says nothing. Then one person asks on and on, with forged headers.',
  expected:
    'Everybody’s request is taken. Where the proxy says who asks, one household is still refused after twenty. The log says once, and "trialway doctor" says, that the setting is missing.',
  onPostgres: false,
  run: async (setup) => {
    const findings = new Findings()
    const people = setup.times(30, 300)
    const notes: string[] = []
    for (const [kind, lines] of [
      [
        'a proxy that says who asks',
        ['proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;'],
      ],
      ['a proxy that says nothing', []],
    ] as const) {
      const folder = join(setup.folder, `world-${notes.length}`)
      const { dataDir } = await makeSmallWorld({ folder, studies: 3, sets: 0 })
      const port = await unusedPort()
      const env = { BASE_URL: 'http://trials.example.org' }
      const server = await startServer({ dataDir, port, env })
      const proxy = await startStockNginx({ folder, upstreams: [port] }, lines)
      let taken = 0
      for (let person = 0; person < people; person++)
        if (await isTaken(proxy.port, person)) taken += 1
      findings.expect(
        taken === people,
        `${kind}: people were refused`,
        `${taken} of ${people} taken`,
      )
      const said = server.child.said.filter((line) =>
        /TRUST_PROXY/.test(String(line['msg'])),
      ).length
      findings.expect(said === 1, `${kind}: the log does not say it once`, String(said))
      if (lines.length > 0) {
        const forged = await untilRefused(proxy.port, people)
        findings.expect(
          forged === 20,
          'one household is refused elsewhere than after 20',
          String(forged),
        )
        notes.push(`one household with forged headers: ${forged} taken`)
      }
      notes.push(
        `${kind}: ${taken} of ${people} people’s requests taken; said in the log ${said} ×`,
      )
      await proxy.stop()
      await end(server)
    }
    return { tries: 2, fired: 2, notes, failures: findings.failures }
  },
}

async function isTaken(
  port: number,
  person: number,
  from = `127.${1 + (person % 250)}.${Math.floor(person / 250)}.1`,
  headers: Readonly<Record<string, string>> = {},
): Promise<boolean> {
  const body = new URLSearchParams({
    study: nctOf(0),
    event: 'recruiting',
    often: 'daily',
    language: 'en',
    email: `p${person}@example-${person}.org`,
  }).toString()
  const { status } = await ask({
    port,
    path: '/alerts',
    host: '127.0.0.1',
    tls: false,
    from,
    method: 'POST',
    body,
    headers: {
      origin: 'http://trials.example.org',
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': String(body.length),
      ...headers,
    },
  })
  return status === 303
}

async function untilRefused(port: number, first: number): Promise<number> {
  let taken = 0
  while (taken < 100) {
    const forged = { 'x-forwarded-for': `203.0.${taken}.9` }
    if (!(await isTaken(port, first + taken, '127.255.0.1', forged))) return taken
    taken += 1
  }
  return taken
}
