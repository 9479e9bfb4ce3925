import { execFileSync } from 'node:child_process'
import { mkdirSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { checkRecords } from '../check-records.ts'
import { startCommand } from '../child.ts'
import { askSome } from './away-cases.ts'
import { hookSecret } from './hook.ts'
import {
  type AwayWorld,
  expectAway,
  expectBack,
  expectEnd,
  expectPublic,
  linesOf,
} from './world.ts'
import { unusedPort } from '../../src/testing/ports.ts'

const env = { MAIL_HOOK_SECRET: hookSecret }

/** Another program has the file of the records for itself, and gives it back. */
export async function lockedFile(world: AwayWorld): Promise<string> {
  const { findings } = world
  const dataDir = world.dataDir('locked')
  const before = await world.server({ dataDir })
  const journal = await askSome(before, 5)
  await expectEnd(before, findings, 'before the lock')
  const other = new DatabaseSync(join(dataDir, 'records.sqlite'))
  other.exec('pragma locking_mode = exclusive; begin exclusive')
  const server = await world.server({ dataDir, env })
  await expectPublic(server, findings, 'the file is locked')
  const slowest = await expectAway(server, findings, 'the file is locked')
  other.exec('rollback')
  other.close()
  const backMs = await expectBack(server, findings, { number: 50, when: 'the lock is gone' })
  journal.push({ kind: 'requested', number: 50 })
  await expectEnd(server, findings, 'locked')
  const { lost } = await checkRecords({ dataDir }, journal, findings)
  return `SQLite, locked by another program at the start: what is public is served, the rest 503 after ${slowest} ms at most; served again ${backMs} ms after the lock was gone; lost ${lost}`
}

/** The data folder may only be read, with records in it and without any. */
export async function readOnlyFolder(world: AwayWorld): Promise<string> {
  const { findings, setup } = world
  const notes: string[] = []
  for (const name of ['with records', 'without records']) {
    const disk = join(setup.folder, `read-only ${name}`)
    mkdirSync(disk)
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=32m', 'tmpfs', disk])
    try {
      const dataDir = world.dataDir(`read-only ${name}/data`)
      if (name === 'with records') {
        const before = await world.server({ dataDir })
        await askSome(before, 3)
        // As in a crash: files that are open for writing would keep the file system as it is.
        before.child.kill()
        await before.child.ended
      }
      execFileSync('mount', ['-o', 'remount,ro', disk])
      const server = await world.server({ dataDir, env })
      await expectPublic(server, findings, `read-only ${name}`)
      const asked = await server.ask(100)
      findings.expect(asked.status === 503, 'a request is taken on a read-only disk', name)
      const failed = linesOf(server, 'recurring work failed')
      execFileSync('mount', ['-o', 'remount,rw', disk])
      const back =
        (await server.get('/readyz/records')).status === 200
          ? 'with records that can be read'
          : `it goes on ${await expectBack(server, findings, { number: 101, when: name })} ms after it may be written`
      await expectEnd(server, findings, `read-only ${name}`)
      notes.push(
        `${name}: starts, serves what is public, a request gets ${asked.status} (${failed} other lines in the log); ${back}`,
      )
    } finally {
      execFileSync('umount', ['-l', disk])
    }
  }
  return `SQLite, the data folder may only be read, ${notes.join('; ')}`
}

/** What does not get well by waiting ends the start, as before. */
export async function damagedFile(world: AwayWorld): Promise<string> {
  const { findings } = world
  const dataDir = world.dataDir('damaged')
  const before = await world.server({ dataDir })
  await askSome(before, 2)
  await expectEnd(before, findings, 'before the damage')
  truncateSync(join(dataDir, 'records.sqlite'), 8192)
  const child = startCommand(['serve', '--quiet'], {
    env: { DATA_DIR: dataDir, PORT: String(await unusedPort()), SEARCH_PROCESSES: '1' },
    longestMs: 30_000,
  })
  const { code } = await child.ended
  findings.expect(code === 1, 'damaged records are served', String(code))
  findings.expect(/is damaged/.test(child.complaints()), 'it does not say what is the matter')
  return `SQLite, damaged records: the start is refused (${String(code)}), with what to do`
}
