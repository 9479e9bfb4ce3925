import assert from 'node:assert/strict'
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import {
  appendLine,
  fileModes,
  linkNew,
  putNew,
  readLines,
  renameDurably,
  replaceFile,
  syncFile,
  syncFolder,
  writeBytes,
} from './durable-files.ts'

const isWindows = process.platform === 'win32'

test('a new file is put in place whole, and only where there is none', (t) => {
  const folder = folderOf(t)
  const file = join(folder, 'keys.json')
  assert.equal(putNew(file, 'first'), true)
  assert.equal(putNew(file, 'second'), false)
  assert.equal(fs.readFileSync(file, 'utf8'), 'first')
  assert.deepEqual(fs.readdirSync(folder), ['keys.json'])
})

test('a file is replaced whole, and nothing is left beside it', (t) => {
  const folder = folderOf(t)
  const file = join(folder, 'current.json')
  replaceFile(file, 'old')
  replaceFile(file, Buffer.from('new'))
  assert.equal(fs.readFileSync(file, 'utf8'), 'new')
  assert.deepEqual(fs.readdirSync(folder), ['current.json'])
})

test('a file that cannot be replaced is as it was, and nothing is left beside it', (t) => {
  const folder = folderOf(t)
  fs.mkdirSync(join(folder, 'taken/full'), { recursive: true })
  assert.throws(() => replaceFile(join(folder, 'taken'), 'new'))
  assert.deepEqual(fs.readdirSync(folder), ['taken'])
})

test('a file is its owner’s alone unless it is said to be for all', { skip: isWindows }, (t) => {
  const folder = folderOf(t)
  const modeOf = (name: string): number => fs.statSync(join(folder, name)).mode & 0o777
  replaceFile(join(folder, 'own'), '')
  putNew(join(folder, 'put'), '')
  appendLine(join(folder, 'lines'), '')
  replaceFile(join(folder, 'public'), '', fileModes.all)
  assert.deepEqual(['own', 'put', 'lines'].map(modeOf), [0o600, 0o600, 0o600])
  assert.equal(modeOf('public') & 0o600, 0o600)
  assert.equal(modeOf('public'), 0o644 & ~process.umask())
})

test('a name is given only where it is free', (t) => {
  const folder = folderOf(t)
  const [from, to] = [join(folder, 'from'), join(folder, 'to')]
  fs.writeFileSync(from, 'finished')
  assert.equal(linkNew(from, to), true)
  assert.equal(linkNew(from, to), false)
  assert.equal(fs.readFileSync(to, 'utf8'), 'finished')
  assert.throws(() => linkNew(join(folder, 'nowhere'), join(folder, 'else')), { code: 'ENOENT' })
})

test('a line is added after the last whole one: half a line of a power cut goes', (t) => {
  const file = join(folderOf(t), 'lines.txt')
  assert.deepEqual(readLines(file), [])
  appendLine(file, 'one')
  fs.appendFileSync(file, 'tw')
  assert.deepEqual(readLines(file), ['one'])
  appendLine(file, 'two')
  assert.deepEqual(readLines(file), ['one', 'two'])
})

test('bytes are all written where the system takes them in pieces', (t) => {
  const file = join(folderOf(t), 'pieces')
  const handle = fs.openSync(file, 'w')
  const whole = fs.writeSync
  const inPieces = (to: number, bytes: Uint8Array, at: number) => whole(to, bytes, at, 1)
  replaceFs(t, { writeSync: inPieces as typeof fs.writeSync })
  assert.equal(writeBytes(handle, 'né'), 3)
  assert.equal(writeBytes(handle, Buffer.from('e')), 1)
  fs.closeSync(handle)
  assert.equal(fs.readFileSync(file, 'utf8'), 'née')
})

test('each durable call syncs the file, and then the folder that names it', (t) => {
  const folder = folderOf(t)
  const synced = syncsOf(t)
  const durable = isWindows ? [] : ['folder']
  const syncsIn = (call: () => unknown): string[] => {
    synced.length = 0
    call()
    return [...synced]
  }
  const file = join(folder, 'a')
  assert.deepEqual(
    syncsIn(() => putNew(file, 'x')),
    ['written file', ...durable],
  )
  assert.deepEqual(
    syncsIn(() => replaceFile(file, 'y')),
    ['written file', ...durable],
  )
  assert.deepEqual(
    syncsIn(() => appendLine(file, 'z')),
    ['written file'],
  )
  assert.deepEqual(
    syncsIn(() => renameDurably(file, `${file}b`)),
    durable,
  )
  assert.deepEqual(
    syncsIn(() => linkNew(`${file}b`, file)),
    durable,
  )
})

test('on Windows no folder and no file open for reading is ever synced, which would fail there', (t) => {
  const folder = folderOf(t)
  const platform = Object.getOwnPropertyDescriptor(process, 'platform') ?? {}
  Object.defineProperty(process, 'platform', { ...platform, value: 'win32' })
  t.after(() => Object.defineProperty(process, 'platform', platform))
  const synced = syncsOf(t)
  const file = join(folder, 'a')
  putNew(file, 'x')
  replaceFile(file, 'y')
  appendLine(file, 'z')
  syncFile(file)
  renameDurably(file, `${file}b`)
  linkNew(`${file}b`, file)
  syncFolder(folder)
  assert.deepEqual(
    synced,
    Array.from({ length: 4 }, () => 'written file'),
  )
})

test('no other file of the product syncs, links or renames files itself', () => {
  const source = join(import.meta.dirname, '..')
  const own = /\b(?:fsync|fdatasync|link|rename)Sync\b|\brename\(|\.(?:data)?sync\(/
  const others = fs
    .globSync('**/*.ts', { cwd: source })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => !/\.test\.ts$|^testing\/|^base\/durable-files\.ts$/.test(name))
  const guilty = others.filter((name) => own.test(fs.readFileSync(join(source, name), 'utf8')))
  assert.deepEqual(guilty, [])
})

function folderOf(t: TestContext): string {
  const folder = fs.mkdtempSync(join(tmpdir(), 'durable-files-'))
  t.after(() => fs.rmSync(folder, { recursive: true }))
  return folder
}

/** What is synced from now on: folders, and files by what they were opened for. */
function syncsOf(t: TestContext): string[] {
  const synced: string[] = []
  const readOnly = new Set<number>()
  const { openSync, fsyncSync } = fs
  replaceFs(t, {
    openSync: (path, flags, mode) => {
      const handle = openSync(path, flags, mode)
      if (flags === 'r') readOnly.add(handle)
      else readOnly.delete(handle)
      return handle
    },
    fsyncSync: (handle) => {
      if (fs.fstatSync(handle).isDirectory()) synced.push('folder')
      else synced.push(readOnly.has(handle) ? 'file open for reading' : 'written file')
      fsyncSync(handle)
    },
  })
  return synced
}

function replaceFs(t: TestContext, functions: Partial<typeof fs>): void {
  const real = Object.fromEntries(
    Object.keys(functions).map((name) => [name, fs[name as keyof typeof fs]]),
  )
  Object.assign(fs, functions)
  syncBuiltinESMExports()
  t.after(() => {
    Object.assign(fs, real)
    syncBuiltinESMExports()
  })
}
