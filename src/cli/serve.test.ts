import assert from 'node:assert/strict'
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, openSync, rmSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:net'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test, type TestContext } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { bigTowns } from '../testing/big-towns.ts'
import { exampleData } from '../testing/example-catalogue.ts'
import { isUnused, unusedPort } from '../testing/ports.ts'

// The server as an operator starts it: where it is, what it says, and how it ends.

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'trialway-serve-'))
after(() => rmSync(folder, { recursive: true }))

test('the start says where the operator’s pages are, and they are nowhere else', async (t) => {
  const server = await serving(t)
  const [, operator = ''] = /operator's pages are at (http:\S+)\/admin/.exec(server.stderr()) ?? []
  assert.match(server.stderr(), new RegExp(`what would be mailed at ${operator}/dev/mail`))
  for (const path of ['/metrics', '/dev/mail']) {
    assert.equal((await fetch(operator + path)).status, 200, path)
    assert.equal((await fetch(server.address + path)).status, 404, path)
  }
  for (const door of [operator, server.address])
    for (const path of ['/admin', '/fr/admin']) {
      const { status, headers } = await fetch(door + path, { redirect: 'manual' })
      assert.equal(status, 303)
      assert.match(headers.get('location') ?? '', /^(?:\/fr)?\/sign-in\?then=/)
    }
  assert.ok(existsSync(join(server.dataDir, 'operator.json')))
  const doctor = trialway(['doctor'], { DATA_DIR: server.dataDir })
  assert.ok(doctor.stdout.includes(`They are at ${operator}/admin`), doctor.stdout)
  server.child.kill('SIGTERM')
  assert.equal(await server.ended, 0)
  assert.ok(!existsSync(join(server.dataDir, 'operator.json')))
})

test('an operator’s port that is taken is said, and everybody else is served', async (t) => {
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  t.after(() => taken.close())
  const { port } = taken.address() as { port: number }
  const server = await serving(t, { env: { OPERATOR_PORT: String(port) } })
  assert.match(server.stderr(), new RegExp(`cannot be served on port ${port} \\(EADDRINUSE\\)`))
  assert.equal((await fetch(`${server.address}/healthz`)).status, 200)
})

test('two installations side by side do not take each other’s ports', async (t) => {
  const PORT = String(await unusedPort())
  const beside = createServer().listen(usualOperatorPort(Number(PORT)), '127.0.0.1')
  await once(beside, 'listening')
  t.after(() => beside.close())
  const server = await serving(t, { env: { PORT } })
  const [, operator = ''] = /operator's pages are at (http:\S+)\/admin/.exec(server.stderr()) ?? []
  assert.equal((await fetch(`${operator}/metrics`)).status, 200)
})

test('a server whose log nobody reads any more ends with exit code 1, and says why', async (t) => {
  const server = await serving(t)
  server.child.stdout?.destroy()
  while (server.child.exitCode === null) {
    await fetch(`${server.address}/healthz`).catch(() => undefined)
    await wait(20)
  }
  assert.equal(await server.ended, 1)
  assert.match(server.stderr(), /nobody reads its log any more/)
})

test('when the process that started it is killed, the server gives its port back', async (t) => {
  const asOld =
    'data:text/javascript,Object.defineProperty(process,"versions",{value:{...process.versions,node:"20.0.0"}})'
  const server = await serving(t, { under: ['--import', asOld, launcher] })
  server.child.kill('SIGKILL')
  const { port } = new URL(server.address)
  for (let tries = 0; !(await isUnused(Number(port))); tries++) {
    assert.ok(tries < 500, 'the port is still taken after ten seconds')
    await wait(20)
  }
})

test('data that cannot be written down is a failure; a reader that has seen enough is none', async () => {
  const env = { DATA_DIR: await dataFolder() }
  const full = openSync('/dev/full', 'w')
  const words = ['search', 'kawasaki', '--json']
  const { status, stderr } = trialway(words, env, full)
  assert.equal(status, 1)
  assert.match(stderr, /^Standard output cannot be written to \(ENOSPC\)/)
  const child = spawn(process.execPath, [launcher, ...words], { env: environment(env) })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  child.stdout.destroy()
  const [code] = await once(child, 'close')
  assert.deepEqual([code, said], [0, ''])
})

const launcher = join(root, 'bin/trialway.js')

interface Serving {
  readonly child: ChildProcess
  readonly address: string
  readonly dataDir: string
  readonly stderr: () => string
  readonly ended: Promise<number | null>
}

interface HowServed {
  readonly env?: Readonly<Record<string, string>>
  readonly under?: readonly string[]
}

async function serving(
  t: TestContext,
  { env = {}, under = [launcher] }: HowServed = {},
): Promise<Serving> {
  const dataDir = await dataFolder()
  const child = spawn(process.execPath, [...under, 'serve'], {
    env: environment({ DATA_DIR: dataDir, PORT: '0', SEARCH_PROCESSES: '1', ...env }),
  })
  t.after(() => child.kill('SIGKILL'))
  let said = ''
  child.stdout.resume()
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  // What is said of the operator's door comes after the address.
  while (!/mailed at|OPERATOR_PORT|data folder/.test(said)) {
    assert.equal(child.exitCode, null, said)
    await wait(20)
  }
  const [, address = ''] = /Trialway is at (http:\S+)/.exec(said) ?? []
  return { child, address, dataDir, stderr: () => said, ended }
}

/** The example catalogue in a data folder of its own. */
async function dataFolder(): Promise<string> {
  const dataDir = mkdtempSync(join(folder, 'data-'))
  symlinkSync((await exampleData()).catalogue, join(dataDir, 'catalogue'))
  symlinkSync(await bigTowns(), join(dataDir, 'places.sqlite'))
  return dataDir
}

function environment(env: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  // A busy machine fails nobody.
  return { PATH: process.env['PATH'], SEARCH_TIMEOUT_MS: '20000', ...env }
}

function trialway(
  words: readonly string[],
  env: Readonly<Record<string, string>>,
  output: number | 'pipe' = 'pipe',
) {
  return spawnSync(process.execPath, [launcher, ...words], {
    env: environment(env),
    encoding: 'utf8',
    stdio: ['ignore', output, 'pipe'],
  })
}

function usualOperatorPort(port: number): number {
  return port > 64_535 ? port - 1000 : port + 1000
}
