/**
 * `npm test`: runs the tests, several files to a process. To start a process and to read the words of medicine in it
 * takes longer than the tests of most files, so files of one room share one, each after the other.
 *
 *   node scripts/test.ts [PATTERN…]   the files of tests that the patterns name; all of them without any
 */
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { groupsOf, programOf } from '../src/testing/test-groups.ts'

const root = join(import.meta.dirname, '..')
const named = process.argv.slice(2)
const patterns = named.length > 0 ? named : ['src/**/*.test.ts', 'bench/**/*.test.ts']
const files = globSync(patterns, { cwd: root }).map((file) => file.replaceAll('\\', '/'))
if (files.length === 0) {
  console.error(`No file of tests is named by ${patterns.join(' ')}.`)
  process.exitCode = 1
} else process.exitCode = runIn(mkdtempSync(join(inMemory() ?? tmpdir(), 'trialway-tests-')))

/** All that the tests write, but what is made once for many runs, is written into a folder and gone with it. */
function runIn(folder: string): number {
  try {
    const programs = groupsOf(files).map((group) => {
      const program = join(folder, `${group.name}.mjs`)
      const whole = group.files.map((file) => ({ name: file, path: resolve(root, file) }))
      writeFileSync(program, programOf(whole))
      return program
    })
    // A group of the long sizes may take an hour; a file has its own limit.
    const options = ['--test', '--test-concurrency=3', '--test-timeout=3600000']
    const { status } = spawnSync(
      process.execPath,
      ['--import', './src/testing/keep-compiled.ts', ...options, ...programs],
      {
        cwd: root,
        stdio: 'inherit',
        env: { TRIALWAY_TESTS_KEPT: tmpdir(), ...process.env, TMPDIR: folder },
      },
    )
    return status ?? 1
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** A folder that lies in memory, if there is much room: what tests write need not outlast them, so none waits for a disk. */
function inMemory(): string | undefined {
  const folder = '/dev/shm'
  if (!existsSync(folder)) return undefined
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize > 4e9 ? folder : undefined
}
