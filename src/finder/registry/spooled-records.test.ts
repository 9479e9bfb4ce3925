import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { isProblem } from './records.ts'
import { openSpool } from './spooled-records.ts'

const asked: (string | null)[] = []
let brokenFrom = Infinity
/** A token the registry does not know any more, until it gives out new ones. */
let forgotten: string | undefined
let server: Server
let base = ''
const folder = mkdtempSync(join(tmpdir(), 'trialway-spool-'))

before(async () => {
  server = createServer((request, response) => {
    const token = new URL(request.url ?? '', 'http://localhost').searchParams.get('pageToken')
    asked.push(token)
    if (token === null) forgotten = undefined
    if (token !== null && token === forgotten)
      return void response.writeHead(400).end('`pageToken` is not valid')
    const page = token === null ? 1 : Number(token)
    if (page >= brokenFrom) return void response.writeHead(404).end('gone')
    const study = (n: number) => ({
      protocolSection: { identificationModule: { nctId: `NCT0000000${n}` } },
    })
    const next = page < 4 ? { nextPageToken: String(page + 1) } : {}
    response.end(
      JSON.stringify({ totalCount: 8, studies: [study(page), study(page + 4)], ...next }, null, 1),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v2`
})
after(() => {
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

async function readAll(since?: string): Promise<{ ids: string[]; fatal: boolean }> {
  const ids: string[] = []
  let fatal = false
  for await (const found of openSpool(folder, base, since, new Date()).records({
    pauseMs: 0,
    attempts: 1,
  })) {
    if (isProblem(found)) fatal ||= found.fatal === true
    else
      ids.push(
        JSON.parse(Buffer.from(found.bytes).toString()).protocolSection.identificationModule.nctId,
      )
  }
  return { ids, fatal }
}

test('a reading broken off gives what it has, goes on where it stopped, and loses and repeats nothing', async () => {
  brokenFrom = 3
  assert.deepEqual(await readAll(), {
    ids: ['NCT00000001', 'NCT00000005', 'NCT00000002', 'NCT00000006'],
    fatal: true,
  })
  assert.equal(openSpool(folder, base, undefined, new Date()).kept?.records, 4)
  brokenFrom = Infinity
  asked.length = 0
  const { ids, fatal } = await readAll()
  assert.equal(fatal, false)
  assert.deepEqual(
    ids.toSorted(),
    Array.from({ length: 8 }, (_, index) => `NCT0000000${index + 1}`),
  )
  assert.deepEqual(asked, ['3', '4'])
})

test('what was read whole is not asked for again until it is cleared', async () => {
  asked.length = 0
  assert.equal((await readAll()).ids.length, 8)
  assert.deepEqual(asked, [])
  openSpool(folder, base, undefined, new Date()).clear()
  await readAll()
  assert.deepEqual(asked, [null, '2', '3', '4'])
})

test('another day begins anew', async () => {
  asked.length = 0
  await readAll('2026-11-01')
  assert.equal(asked.length, 4)
})

test('a kept page that the registry no longer knows begins the reading anew', async () => {
  openSpool(folder, base, undefined, new Date()).clear()
  brokenFrom = 3
  await readAll()
  brokenFrom = Infinity
  forgotten = '3'
  asked.length = 0
  const { ids, fatal } = await readAll()
  assert.equal(fatal, false)
  assert.equal(new Set(ids).size, 8)
  assert.equal(ids.length, 8)
  assert.deepEqual(asked, ['3', null, '2', '3', '4'])
})

test('a registry that refuses the first page, too, is an error said once', async () => {
  openSpool(folder, base, undefined, new Date()).clear()
  brokenFrom = 3
  await readAll()
  brokenFrom = 1
  asked.length = 0
  assert.deepEqual(await readAll(), { ids: [], fatal: true })
  assert.deepEqual(asked, ['3', null])
  brokenFrom = Infinity
  assert.equal((await readAll()).ids.length, 8)
})

test('a registry that has nothing new gives nothing, which is no problem', async (t) => {
  const quiet = createServer((_request, response) => response.end('{"studies":[]}'))
  t.after(() => quiet.close())
  await new Promise<void>((resolve) => quiet.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(quiet.address() as AddressInfo).port}/api/v2`
  const spool = openSpool(join(folder, 'quiet'), address, '2026-11-01', new Date())
  assert.deepEqual(await Array.fromAsync(spool.records({ pauseMs: 0, attempts: 1 })), [])
})

test('a reading that goes on began on the day it first began', async () => {
  const at = (day: string) => openSpool(folder, base, undefined, new Date(`${day}T12:00:00Z`))
  at('2026-11-01').clear()
  assert.equal(at('2026-11-02').began, '2026-11-02')
  for await (const _ of at('2026-11-02').records({ pauseMs: 0, attempts: 1 }));
  assert.equal(at('2026-11-03').began, '2026-11-02')
})
