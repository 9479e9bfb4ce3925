import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { finished, type Said, startChild } from '../child.ts'
import { readLog, type Step } from './read-log.ts'

/** The library that notes writes, made now with the C compiler of this machine. */
export function buildWriteLog(folder: string): string {
  const library = join(folder, 'write-log.so')
  const source = join(import.meta.dirname, 'write-log.c')
  execFileSync('gcc', [
    '-O2',
    '-shared',
    '-fPIC',
    '-Wno-nonnull-compare',
    '-o',
    library,
    source,
    '-ldl',
    '-lpthread',
  ])
  return library
}

/** What was noted of a child that ran to its end, and what it said. */
export interface Noted {
  readonly steps: readonly Step[]
  readonly said: readonly Said[]
}

/**
 * Runs a child on a new data folder, `data` below `folder`, with its writes noted. Throws where the child does not end well.
 * @param orders what it is told, from its data folder
 */
export async function noteChild(
  library: string,
  folder: string,
  file: string,
  orders: (dataDir: string) => object,
): Promise<Noted> {
  const dataDir = join(folder, 'data')
  mkdirSync(dataDir, { recursive: true })
  const log = join(folder, 'log')
  const child = startChild(file, orders(dataDir), { env: noting(library, dataDir, log) })
  await finished(child)
  return { steps: readLog(log), said: child.said }
}

/** What a program is started with so that its writes below a folder are noted, and what it says. */
export function noting(library: string, folder: string, file: string): Record<string, string> {
  return {
    LD_PRELOAD: library,
    WRITE_LOG_FOLDER: folder,
    WRITE_LOG_FILE: file,
    UV_USE_IO_URING: '0',
  }
}
