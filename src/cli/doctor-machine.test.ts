import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { readConfig } from '../app/config/config.ts'
import {
  clock,
  dataFolder,
  freeSpace,
  nodeVersion,
  packing,
  port,
  snapshot,
  sqlite,
} from './doctor-machine.ts'

test('an old Node or SQLite is wrong, and what to do is said', () => {
  assert.equal(nodeVersion('26.0.0').state, 'good')
  assert.equal(nodeVersion('25.9.0').state, 'wrong')
  assert.match(nodeVersion('20.20.2').todo ?? '', /npm ci/)
  assert.equal(sqlite('3.50.0').state, 'good')
  assert.equal(sqlite('3.49.9').state, 'wrong')
  assert.equal(sqlite(undefined).state, 'wrong')
})

test('a Node that keeps no dictionaries is noted, and no fault', () => {
  assert.equal(packing(true).state, 'good')
  assert.equal(packing(false).state, 'note')
  assert.match(packing(false).text, /slower/)
})

test('a data folder that is not there yet is no fault; one that cannot be written to is', (t) => {
  const folder = newFolder(t)
  assert.equal(dataFolder(folder).state, 'good')
  assert.equal(dataFolder(join(folder, 'deep/er')).state, 'note')
  const file = join(folder, 'file')
  writeFileSync(file, '')
  const check = dataFolder(file)
  assert.equal(check.state, 'wrong')
  assert.match(check.todo ?? '', /DATA_DIR/)
})

test('free space is measured where the data will be', (t) => {
  const config = readConfig({ DATA_DIR: join(newFolder(t), 'not/yet') })
  assert.match(freeSpace(config).text, /^[\d,]+ MB free, 200 MB needed/)
})

test('a file that an import takes away meanwhile does not stop the doctor', (t) => {
  const config = readConfig({ DATA_DIR: newFolder(t) })
  mkdirSync(join(config.dataDir, 'catalogue'))
  symlinkSync('gone', join(config.dataDir, 'catalogue/segment'))
  assert.match(freeSpace(config).text, /MB free/)
  assert.equal(clock(config, new Date()).state, 'good')
})

test('a clock behind the catalogue is wrong', (t) => {
  const config = readConfig({ DATA_DIR: newFolder(t) })
  mkdirSync(join(config.dataDir, 'catalogue'))
  writeFileSync(join(config.dataDir, 'catalogue/current.json'), '')
  const now = Date.now()
  assert.equal(clock(config, new Date(now)).state, 'good')
  assert.equal(clock(config, new Date(now - 3 * 86_400_000)).state, 'wrong')
  assert.equal(clock(config, new Date('2001-01-01')).state, 'wrong')
})

test('a port in use by another program is wrong', async (t) => {
  const server = createServer((socket) => socket.destroy())
  t.after(() => server.close())
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port: taken } = server.address() as AddressInfo
  const check = await port({ host: '127.0.0.1', port: taken })
  assert.equal(check.state, 'wrong')
  assert.match(check.text, /EADDRINUSE/)
  assert.equal((await port({ host: '127.0.0.1', port: 0 })).state, 'good')
})

test('missing shipped records are worth a note only', () => {
  assert.equal(snapshot([]).state, 'note')
  assert.equal(snapshot([['1-a.xml'], ['2-current']]).text, '2 sources in data/snapshot.')
})

function newFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'trialway-doctor-'))
  t.after(() => rmSync(folder, { recursive: true }))
  return folder
}
