import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { takeImportLock } from './import-lock.ts'

const now = new Date('2026-11-23T09:00:00Z')

test('a second import is refused while one runs, and told which process has it', (t) => {
  const folder = newFolder(t)
  const lock = takeImportLock(folder, now)
  assert.throws(
    () => takeImportLock(folder, now),
    new RegExp(`Another import is running: process ${process.pid}, since 2026-11-23T09:00:00`),
  )
  lock.release()
  takeImportLock(folder, now).release()
  assert.deepEqual(readdirSync(folder), [])
})

test('the lock of a process that died is taken over', async (t) => {
  const folder = newFolder(t)
  const child = spawn(process.execPath, ['--eval', lockAndHang(folder)], { stdio: 'pipe' })
  await once(child.stdout, 'data')
  assert.throws(() => takeImportLock(folder, now), new RegExp(`process ${child.pid}`))
  child.kill('SIGKILL')
  await once(child, 'exit')
  takeImportLock(folder, now).release()
  assert.ok(!existsSync(join(folder, 'import.lock')))
})

test('a number given to another process since is not taken for the importer', (t) => {
  const folder = newFolder(t)
  const path = join(folder, 'import.lock')
  writeFileSync(path, JSON.stringify({ pid: process.ppid, began: 'long ago', at: 'x' }))
  takeImportLock(folder, now)
  assert.equal(JSON.parse(readFileSync(path, 'utf8')).pid, process.pid)
})

test('a lock that cannot be read is taken over', (t) => {
  const folder = newFolder(t)
  writeFileSync(join(folder, 'import.lock'), '{"pid":')
  takeImportLock(folder, now).release()
})

test('a lock that somebody else took over is not theirs to lose', (t) => {
  const folder = newFolder(t)
  const lock = takeImportLock(folder, now)
  writeFileSync(join(folder, 'import.lock'), 'another')
  lock.release()
  assert.equal(readFileSync(join(folder, 'import.lock'), 'utf8'), 'another')
})

function lockAndHang(folder: string): string {
  const file = JSON.stringify(join(import.meta.dirname, 'import-lock.ts'))
  return `import(${file}).then(({ takeImportLock }) => {
    takeImportLock(${JSON.stringify(folder)}, new Date())
    console.log('locked')
    setInterval(() => {}, 1000)
  })`
}

function newFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'trialway-lock-'))
  t.after(() => rmSync(folder, { recursive: true }))
  return folder
}
