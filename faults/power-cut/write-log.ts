import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

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

/** What a child is started with so that its writes below a folder are noted. */
export function noting(library: string, folder: string, file: string): Record<string, string> {
  return {
    LD_PRELOAD: library,
    WRITE_LOG_FOLDER: folder,
    WRITE_LOG_FILE: file,
    UV_USE_IO_URING: '0',
  }
}
