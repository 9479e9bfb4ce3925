import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { type Pool, startPool } from './process-pool.ts'

const folder = mkdtempSync(join(tmpdir(), 'pool-'))
after(() => rmSync(folder, { recursive: true }))

/** Waits or works as long as it is asked to, and then says its number. */
const program = join(folder, 'program.mjs')
writeFileSync(
  program,
  `const used = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000 }
process.on('message', ({ id, waitMs, workMs = 0 }) => {
  const until = used() + workMs
  while (used() < until);
  setTimeout(() => process.send({ kind: 'answer', id, result: id, usedMs: used() }, () => undefined), waitMs)
})
process.send({ kind: 'ready', usedMs: used() }, () => undefined)
process.on('disconnect', () => process.exit(0))`,
)

class Busy extends Error {}
class Slow extends Error {}

function pool(limits: { readonly timeoutMs: number; readonly longestMs?: number }) {
  return startPool<{ readonly waitMs: number; readonly workMs?: number }>({
    processes: 1,
    program: pathToFileURL(program),
    given: [],
    longestWaitMs: 60_000,
    busy: () => new Busy(),
    tooSlow: () => new Slow(),
    ...limits,
  })
}

async function using<T extends object>(
  opened: Promise<Pool<T>>,
  use: (one: Pool<T>) => Promise<void>,
): Promise<void> {
  const one = await opened
  await use(one)
  await one.close()
}

const isOnLinux = process.platform === 'linux'

test(
  'a process that waits for its turn is not cut off at the limit of its work',
  { skip: !isOnLinux },
  () =>
    using(pool({ timeoutMs: 200, longestMs: 60_000 }), async (one) => {
      assert.equal(await one.ask({ waitMs: 900 }), 1)
    }),
)

test(
  'one that got no turn in the longest time is cut off, and that is no fault of what was asked',
  { skip: !isOnLinux },
  () =>
    using(pool({ timeoutMs: 200, longestMs: 500 }), async (one) => {
      await assert.rejects(one.ask({ waitMs: 60_000 }), Busy)
    }),
)

test('one that works for longer than it may is cut off, and the next is answered by another', () =>
  using(pool({ timeoutMs: 200, longestMs: 60_000 }), async (one) => {
    await assert.rejects(one.ask({ waitMs: 0, workMs: 60_000 }), Slow)
    assert.equal(await one.ask({ waitMs: 0 }), 1)
  }))
