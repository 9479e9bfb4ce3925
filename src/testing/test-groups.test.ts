import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { groupsOf, programOf, takeLong } from './test-groups.ts'

const root = join(import.meta.dirname, '../..')

test('every file of tests is in one group, a few to a group, and what takes long is there and alone', () => {
  const files = globSync(['src/**/*.test.ts', 'bench/**/*.test.ts'], { cwd: root })
  const groups = groupsOf(files)
  assert.deepEqual(groups.flatMap((group) => group.files).toSorted(), files.toSorted())
  assert.equal(new Set(groups.map(({ name }) => name)).size, groups.length)
  assert.ok(groups.every((group) => group.files.length > 0 && group.files.length <= 12))
  assert.deepEqual(
    groups.slice(0, takeLong.length).map((group) => group.files),
    takeLong.map((file) => [file]),
  )
})

test('a file that fails is named, its hooks end with it, and the one after it runs', (t) => {
  const said = runTogether(t, {
    'one.mjs': `import { after, test } from 'node:test'
      after(() => { globalThis.isOver = true })
      test('the sky is green', () => { throw new Error(sky) })
      const sky = 'it is blue'`,
    'two.mjs': `import { test } from 'node:test'
      test('what was before is over', () => { if (!globalThis.isOver) throw new Error('it is not') })`,
  })
  assert.equal(said.status, 1)
  assert.match(said.stdout, /✖ one\.mjs/)
  assert.match(said.stdout, /one\.mjs:3:\d+\n✖ the sky is green[^]*it is blue/)
  assert.match(said.stdout, /✔ what was before is over/)
})

test('a file that cannot be read fails by its name, and so does one that ends the process', (t) => {
  const unread = runTogether(t, { 'one.mjs': `import './not-there.mjs'` })
  assert.equal(unread.status, 1)
  assert.match(unread.stdout, /✖ one\.mjs/)
  const ended = runTogether(t, { 'one.mjs': 'process.exit(0)', 'two.mjs': '' })
  assert.equal(ended.status, 1)
})

test('a pattern that names no file of tests is a fault', () => {
  const said = spawnSync(process.execPath, ['scripts/test.ts', 'src/none.test.ts'], {
    cwd: root,
    encoding: 'utf8',
  })
  assert.equal(said.status, 1)
  assert.match(said.stderr, /No file of tests is named by src\/none\.test\.ts/)
})

function runTogether(
  t: { after(end: () => void): void },
  files: Readonly<Record<string, string>>,
): { readonly status: number | null; readonly stdout: string } {
  const folder = mkdtempSync(join(tmpdir(), 'trialway-groups-'))
  t.after(() => rmSync(folder, { recursive: true }))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  const all = Object.keys(files).map((name) => ({ name, path: join(folder, name) }))
  const program = join(folder, 'group.mjs')
  writeFileSync(program, programOf(all))
  // A run of tests within a test would speak to the outer one.
  const { NODE_TEST_CONTEXT: _, ...env } = process.env
  return spawnSync(process.execPath, ['--test', '--test-reporter=spec', program], {
    env,
    encoding: 'utf8',
  })
}
