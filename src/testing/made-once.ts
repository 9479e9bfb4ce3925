import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/**
 * A folder of that name in the system's folder for temporary files, filled once for all test files and runs: the name must
 * say what it is made from. Read what is in it, never write to it.
 */
export async function madeOnce(
  name: string,
  fill: (folder: string) => void | Promise<void>,
): Promise<string> {
  const folder = join(process.env['TRIALWAY_TESTS_KEPT'] ?? tmpdir(), `trialway-${name}`)
  if (await isMineToFill(folder)) {
    await fill(partOf(folder))
    renameSync(partOf(folder), folder)
  }
  return folder
}

const partOf = (folder: string): string => `${folder}.part`

/** Several test files start at once: the first to make the folder beside fills it, the others wait. */
async function isMineToFill(folder: string): Promise<boolean> {
  const beside = partOf(folder)
  for (;;) {
    if (existsSync(folder)) return false
    try {
      mkdirSync(beside)
      return true
    } catch {
      const begun = statSync(beside, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
      if (Date.now() - begun > longestMs) rmSync(beside, { recursive: true, force: true })
      await wait(200)
    }
  }
}

const longestMs = 240_000
