import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Tries what a process that reads notes may not do, and says with which code each was refused. */
const codes = {
  write: codeOf(() => writeFileSync(join(tmpdir(), 'trialway-must-not-be'), 'x')),
  start: codeOf(() => spawnSync('true')),
  connect: await reached(),
  read: codeOf(() => readFileSync(process.argv[2] ?? '')),
}
process.send?.(codes, undefined, undefined, () => process.disconnect?.())

function codeOf(work: () => unknown): string {
  try {
    work()
    return 'done'
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'unknown'
  }
}

async function reached(): Promise<string> {
  try {
    await once(connect(9, '127.0.0.1'), 'connect')
    return 'done'
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'unknown'
  }
}
