import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  symlinkSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { bigTowns } from '../testing/big-towns.ts'
import { type Ended, runHere } from '../testing/run-here.ts'

// The commands as an operator runs them: one data folder, from nothing to a server that is stopped.

const launcher = join(import.meta.dirname, '../../bin/trialway.js')
const folder = mkdtempSync(join(tmpdir(), 'trialway-commands-'))
after(() => rmSync(folder, { recursive: true }))

const older = studyFile('older.json', [
  study('NCT00000001', 'Anakinra in Kawasaki Disease', 'RECRUITING', '2024-01-10'),
  study('NCT00000002', 'Aspirin after Kawasaki Disease', 'RECRUITING', '2024-01-10'),
])
const newer = studyFile('newer.json', [
  study('NCT00000001', 'Anakinra in Kawasaki Disease', 'COMPLETED', '2025-03-01'),
  { protocolSection: { identificationModule: { briefTitle: 'No number' } } },
])

test('doctor says on a fresh machine that the first start makes what is missing', async () => {
  const { status, stdout } = await trialwayApart('doctor', '--json')
  const { ok, checks } = JSON.parse(stdout)
  assert.equal(ok, status === 0)
  const states = Object.fromEntries(checks.map((check: Check) => [check.name, check.state]))
  assert.equal(states['Node'], 'good')
  assert.equal(states['Places'], 'note')
  assert.equal(states['Catalogue'], 'note')
})

test('searching before there is a catalogue says how to make one', async () => {
  const { status, stdout, stderr } = await trialway('search', 'kawasaki')
  assert.equal(status, 1)
  assert.equal(stdout, '')
  assert.match(stderr, /There is no catalogue yet/)
})

test('what the file system refuses is said with what to do, and not as a fault of Trialway', async () => {
  const inTheWay = join(folder, 'a-file')
  writeFileSync(inTheWay, '')
  const { status, stderr } = await runHere(['import', older], { DATA_DIR: inTheWay })
  assert.equal(status, 1)
  assert.match(stderr, /a-file/)
  assert.match(stderr, /A folder is needed there/)
  assert.doesNotMatch(stderr, /should not have/)
})

test('an import first makes the places, and where they cannot be written it imports nothing', async () => {
  const places = join(folder, 'var/places.sqlite')
  // What is written beside it while it is made.
  const inTheWay = `${places}.${process.pid}.new`
  mkdirSync(inTheWay, { recursive: true })
  const { status, stdout, stderr } = await trialway('import', older)
  assert.deepEqual([status, stdout], [1, ''])
  assert.match(stderr, /Towns and postcodes[^]*places\.sqlite/)
  assert.deepEqual(readdirSync(join(folder, 'var')), [basename(inTheWay)])
  rmSync(inTheWay, { recursive: true })
  // That they are made whole is shown by the tests of the places.
  symlinkSync(await bigTowns(), places)
})

test('an import counts every record once, and the report names what was rejected', async () => {
  const report = join(folder, 'report.ndjson')
  const { status, stdout, stderr } = await trialwayApart(
    'import',
    older,
    newer,
    '--json',
    '--report',
    report,
  )
  assert.equal(status, 0, stderr)
  const summary = JSON.parse(stdout)
  const { read, new: added, changed, unchanged, older: old, duplicate, rejected, studies } = summary
  assert.deepEqual([read, added, changed, rejected, studies], [4, 2, 1, 1, 2])
  assert.equal(read, added + changed + unchanged + old + duplicate + rejected)
  const lines = readFileSync(report, 'utf8').trim().split('\n')
  assert.equal(lines.length, 1)
  assert.match(JSON.parse(lines[0] ?? '').place, /newer\.json/)
  assert.ok(!existsSync(join(folder, 'var/import.lock')))
  assert.ok(!stderr.includes('\x1B'), 'no cursor movements without a terminal')
})

test('the same import again changes nothing', async () => {
  const { stdout } = await trialway('import', newer, '--json', '--quiet')
  const { new: added, changed, unchanged } = JSON.parse(stdout)
  assert.deepEqual([added, changed, unchanged], [0, 0, 1])
})

test('a source that is broken leaves the catalogue as it was, with exit code 1', async () => {
  const cut = join(folder, 'cut.json')
  writeFileSync(cut, readFileSync(older).subarray(0, 300))
  const { status, stdout, stderr } = await trialway('import', cut, '--json')
  const found = await trialway('search', 'kawasaki', '--json')
  assert.equal(status, 1)
  assert.equal(JSON.parse(stdout).broken, 1)
  assert.match(stderr, /cut\.json[^]*cut off[^]*nothing was imported/)
  assert.equal(JSON.parse(found.stdout).total, 2)
})

test('who speaks of dying is told where help is, at the terminal and as data', async () => {
  const said = await trialway('search', 'kawasaki, I want to kill myself', '--json')
  assert.equal(JSON.parse(said.stdout).helpNow.why, 'self-harm')
  assert.match(said.stderr, /988[^]*3114/)
  const calm = await trialway('search', 'kawasaki', '--json')
  assert.equal(JSON.parse(calm.stdout).helpNow, undefined)
})

test('a broken file costs itself alone, and is named however quiet the import is, with exit code 3', async () => {
  const many = join(folder, 'many')
  mkdirSync(many)
  const one = (n: number) => study(`NCT0000000${n}`, 'Asthma', 'COMPLETED', '2024-01-09')
  writeFileSync(join(many, 'a.json'), JSON.stringify(one(7)))
  writeFileSync(join(many, 'm.json'), '<!doctype html><p>Bad gateway</p>')
  writeFileSync(join(many, 'z.json'), JSON.stringify(one(8)))
  const other = { DATA_DIR: join(folder, 'other') }
  mkdirSync(other.DATA_DIR)
  symlinkSync(await bigTowns(), join(other.DATA_DIR, 'places.sqlite'))
  const { status, stdout, stderr } = await trialwayWith(other, 'import', '-q', many, older)
  assert.equal(status, 3, stderr)
  assert.equal(stdout, '')
  assert.match(stderr, /Rejected:\n {2}m\.json: This is a web page[^]*Not whole: 1 of the files/)
  const found = await trialwayWith(other, 'search', '--json')
  assert.equal(JSON.parse(found.stdout).total, 4)
})

test('an API is read whole the first time, and then asked only for what changed', async (t) => {
  const asked: string[] = []
  const registry = createServer((request, response) => {
    asked.push(decodeURIComponent(request.url ?? ''))
    response.setHeader('content-type', 'application/json')
    response.end(readFileSync(newer))
  })
  t.after(() => registry.close())
  registry.listen(0, '127.0.0.1')
  await once(registry, 'listening')
  const { port } = registry.address() as AddressInfo
  const address = `http://127.0.0.1:${port}/api/v2`
  const change = () => trialway('import', `${address}/`, '--changed', '--json', '--quiet')

  const since = await trialway('import', address, '--since', '2020-01-01', '--json')
  assert.equal(since.status, 0, since.stderr)
  const whole = await change()
  assert.equal(whole.status, 0, whole.stderr)
  assert.match(whole.stderr, /was never imported whole[^]*all of it is read now/)
  assert.equal(JSON.parse(whole.stdout).unchanged, 1)
  const second = await change()
  assert.match(second.stderr, /^Rejected:\n {2}127\.0\.0\.1.*nctId/)
  assert.doesNotMatch(second.stderr, /never imported whole/)
  assert.match(asked[0] ?? '', /RANGE\[2020-01-01,MAX\]/)
  assert.doesNotMatch(asked[1] ?? '', /RANGE/)
  const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)
  assert.match(
    asked[2] ?? '',
    new RegExp(`^/api/v2/studies\\?.*LastUpdatePostDate\\]RANGE\\[${yesterday},MAX\\]`),
  )
})

test('what is odd in a record that is kept is counted, and in the report', async () => {
  const odd = studyFile('odd.json', [
    study('NCT00000002', 'Aspirin after Kawasaki Disease', 'OPENISH', '2024-01-09'),
  ])
  const report = join(folder, 'remarks.ndjson')
  const { stdout, stderr } = await trialway('import', odd, '--json', '--report', report)
  const { read, rejected, remarked } = JSON.parse(stdout)
  assert.deepEqual([read, rejected, remarked], [1, 0, 1], stderr)
  const { place, warning } = JSON.parse(readFileSync(report, 'utf8').split('\n')[0] ?? '')
  assert.match(place, /odd\.json/)
  assert.match(warning, /OPENISH/)
})

test('search finds studies; data is on standard output alone', async () => {
  const { status, stdout, stderr } = await trialway(
    'search',
    'kawasaki',
    '--near',
    'Paris',
    '--json',
  )
  assert.equal(status, 0, stderr)
  const { total, hits } = JSON.parse(stdout)
  assert.equal(total, 2)
  assert.equal(hits[0].nearestSite.city, 'Paris')
  assert.ok(hits[0].nearestSite.km < 10)
  assert.match(stderr, /^Near Paris/)
  const words = await trialwayApart('search', 'anakinra')
  assert.match(words.stdout, /^1 study[^]*NCT00000001 {2}Finished/)
})

test('a search that cannot be understood names everything wrong, with exit code 2', async () => {
  const { status, stdout, stderr } = await trialway('search', '--age', 'old', '--within', 'far')
  assert.equal(status, 2)
  assert.equal(stdout, '')
  assert.match(stderr, /--age "old"[^]*/)
  assert.match(stderr, /--within "far"/)
})

test('a value that no study can have is wrong usage, and the values there are are named', async () => {
  const { status, stderr } = await trialway('search', '--status', 'OPENISH', '--tree', 'Z99')
  assert.equal(status, 2)
  assert.match(stderr, /--status "OPENISH"[^]*RECRUITING, NOT_YET_RECRUITING/)
  assert.match(stderr, /--tree "Z99"/)
  const country = await trialway('search', '--country', 'France', '--json')
  assert.equal(JSON.parse(country.stdout).total, 2)
  const inside = await trialway('search', '--near', 'France', '--json')
  assert.equal(JSON.parse(inside.stdout).total, 2)
  assert.match(inside.stderr, /In France\./)
})

test('an import stopped by Ctrl-C leaves the old catalogue, with exit code 130', async () => {
  const { child, ended } = start('import', '-')
  child.stdin?.write('[')
  await untilExists(join(folder, 'var/import.lock'))
  child.kill('SIGINT')
  // Standard input ends with the pipe: what is waited for then is only our own answer.
  child.stdin?.end()
  const { status, stderr } = await ended
  assert.equal(status, 130, stderr)
  assert.match(stderr, /Stopped/)
  assert.ok(!existsSync(join(folder, 'var/import.lock')))
  assert.equal(JSON.parse((await trialway('search', '--json')).stdout).total, 2)
})

test('the server starts, answers, takes up an import while it runs, and stops in good order', async (t) => {
  const started = start('serve')
  const { child, ended } = started
  t.after(() => child.kill('SIGKILL'))
  const address = await addressIn(started)
  const ready = await fetch(`${address}/readyz`)
  assert.equal(ready.status, 200)
  const page = await fetch(`${address}/search?q=kawasaki`)
  assert.equal(page.status, 200)
  assert.match(await page.text(), /NCT00000002|Aspirin after Kawasaki/)
  const before = await (await fetch(`${address}/version`)).json()
  const third = studyFile('third.json', [
    study('NCT00000003', 'A third', 'RECRUITING', '2025-05-05'),
  ])
  await trialway('import', third)
  await untilStudies(address, 3)
  const now = await (await fetch(`${address}/version`)).json()
  assert.notEqual((before as Version).generation, (now as Version).generation)
  child.kill('SIGTERM')
  const { status, stdout } = await ended
  assert.equal(status, 0)
  assert.ok(!stdout.includes('kawasaki'), 'the log holds no query')
  assert.match(stdout, /"msg":"stopped"/)
})

test('doctor finds all well, and a damaged catalogue', async () => {
  const { status, stdout } = await trialway('doctor')
  assert.equal(status, 0, stdout)
  assert.match(stdout, /good {3}Catalogue: 3 studies/)
  writeFileSync(join(folder, 'var/catalogue/current.json'), '{"format":1')
  const damaged = await trialway('doctor', '--quiet')
  assert.equal(damaged.status, 1)
  assert.match(damaged.stdout, /^WRONG {2}Catalogue: [^]*Import again/)
})

interface Check {
  readonly name: string
  readonly state: string
}

interface Version {
  readonly studies: number
  readonly generation: string
}

interface Started {
  readonly child: ChildProcess
  readonly said: { readonly stdout: string; readonly stderr: string }
  readonly ended: Promise<Ended>
}

/** A busy machine fails nobody. */
const settings = { PORT: '0', SEARCH_PROCESSES: '1', SEARCH_TIMEOUT_MS: '20000' }

function trialway(...words: string[]): Promise<Ended> {
  return trialwayWith({}, ...words)
}

function trialwayWith(env: Record<string, string>, ...words: string[]): Promise<Ended> {
  return runHere(words, { DATA_DIR: join(folder, 'var'), ...settings, ...env })
}

/** The same as an operator runs it. */
function trialwayApart(...words: string[]): Promise<Ended> {
  const { child, ended } = start(...words)
  child.stdin?.end()
  return ended
}

function start(...words: string[]): Started {
  const child = spawn(process.execPath, [launcher, ...words], {
    cwd: folder,
    env: { PATH: process.env['PATH'], ...settings },
  })
  const said = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (said.stdout += chunk))
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (said.stderr += chunk))
  const ended = once(child, 'close').then(([code]) => ({ status: Number(code), ...said }))
  return { child, said, ended }
}

async function addressIn({ said, child }: Started): Promise<string> {
  while (child.exitCode === null) {
    const [, address] = /Trialway is at (http:\S+)/.exec(said.stderr) ?? []
    if (address !== undefined) return address
    await wait(20)
  }
  return assert.fail(said.stderr)
}

async function untilStudies(address: string, studies: number): Promise<void> {
  for (let tries = 0; tries < 150; tries++) {
    const version = (await (await fetch(`${address}/version`)).json()) as Version
    if (version.studies === studies) return
    await wait(100)
  }
  assert.fail('the import was not taken up')
}

async function untilExists(file: string): Promise<void> {
  while (!existsSync(file)) await wait(20)
}

function studyFile(name: string, studies: readonly object[]): string {
  const path = join(folder, name)
  writeFileSync(path, JSON.stringify({ studies }))
  return path
}

function study(nctId: string, briefTitle: string, overallStatus: string, updated: string): object {
  return {
    protocolSection: {
      identificationModule: { nctId, briefTitle },
      statusModule: { overallStatus, lastUpdatePostDateStruct: { date: updated, type: 'ACTUAL' } },
      conditionsModule: { conditions: ['Kawasaki Disease'] },
      contactsLocationsModule: {
        locations: [{ facility: 'Hospital', city: 'Paris', country: 'France' }],
      },
    },
  }
}
