import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { fileModes, linkNew, putNew, renameDurably } from '../base/durable-files.ts'
import { Failure } from './outcome.ts'

/** Held while an import writes; `release` gives it back. */
export interface ImportLock {
  release(): void
}

/**
 * Takes the right to import into a data folder; the lock of a process that has died is taken over. Throws `Failure`,
 * which names the process, where another import is running.
 */
export function takeImportLock(dataDir: string, now: Date): ImportLock {
  mkdirSync(dataDir, { recursive: true })
  const path = join(dataDir, 'import.lock')
  const mine = `${JSON.stringify({ pid: process.pid, began: startOf(process.pid), at: now.toISOString() })}\n`
  for (let attempt = 0; attempt < 5; attempt++) {
    if (putNew(path, mine, fileModes.all)) return { release: () => release(path, mine) }
    const text = readOrNothing(path)
    if (text === undefined) continue
    const holder = readHolder(text)
    if (holder && isRunning(holder)) throw new Failure(busyText(holder, path))
    removeIfStill(path, text)
  }
  throw new Failure(`Another import keeps taking the lock ${path}. Try again in a minute.`)
}

type Holder = z.infer<typeof holderShape>
const holderShape = z.object({ pid: z.int().positive(), began: z.string(), at: z.string() })

function busyText({ pid, at }: Holder, path: string): string {
  return (
    `Another import is running: process ${pid}, since ${at}. Wait for it to end, or stop it. ` +
    `(The lock is ${path}.)`
  )
}

function release(path: string, mine: string): void {
  if (readOrNothing(path) === mine) rmSync(path, { force: true })
}

/** Two processes may find the same dead lock; only what was judged dead may go, so a new one is put back. */
function removeIfStill(path: string, dead: string): void {
  const aside = `${path}.${randomUUID()}`
  try {
    renameDurably(path, aside)
  } catch {
    return
  }
  if (readOrNothing(aside) !== dead) linkNew(aside, path)
  rmSync(aside, { force: true })
}

function readOrNothing(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

function readHolder(text: string): Holder | undefined {
  try {
    return holderShape.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

/** Numbers of processes are used again, in containers at once: the moment it began tells them apart. */
function isRunning({ pid, began }: Holder): boolean {
  if (pid === process.pid) return began === startOf(pid)
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  return began === startOf(pid)
}

/** When a process began, in the system's own count; empty where the system does not say. */
function startOf(pid: number): string {
  const text = readOrNothing(`/proc/${pid}/stat`)
  return text?.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? ''
}
