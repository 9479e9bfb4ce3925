import { randomUUID } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'

/** Who may read a file: its owner alone, which is the default here, or all users of the machine. */
export const fileModes = { owner: 0o600, all: 0o644 } as const

/**
 * Puts a new file in place, whole and durable, unless there is one: a reader finds all of it.
 * Answers whether it did. Throws what the file system throws.
 */
export function putNew(path: string, content: string | Uint8Array, mode?: number): boolean {
  const draft = writeDraft(path, content, mode)
  try {
    return linkNew(draft, path)
  } finally {
    rmSync(draft, { force: true })
  }
}

/**
 * Replaces a file whole, or makes it: after a power cut it is the old one or the new one.
 * Throws what the file system throws; the old file is then as it was.
 */
export function replaceFile(path: string, content: string | Uint8Array, mode?: number): void {
  const draft = writeDraft(path, content, mode)
  try {
    renameDurably(draft, path)
  } finally {
    rmSync(draft, { force: true })
  }
}

/**
 * Gives a file that is already on the disk a second name, in a durable way, unless the name is taken.
 * Answers whether it did. Throws what the file system throws.
 */
export function linkNew(from: string, to: string): boolean {
  try {
    linkSync(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
  syncFolder(dirname(to))
  return true
}

/**
 * Gives a file another name, over a file that has it, so that the name is still its own after a power cut.
 * What is in the file must be synced before. Throws what the file system throws.
 */
export function renameDurably(from: string, to: string): void {
  renameSync(from, to)
  syncFolder(dirname(to))
  if (dirname(from) !== dirname(to)) syncFolder(dirname(from))
}

/**
 * Adds a line that is still there after a power cut, and first removes what an earlier one left of half a line.
 * A new file is readable by its owner alone. Throws what the file system throws.
 */
export function appendLine(path: string, line: string): void {
  const isNew = !existsSync(path)
  if (!isNew) truncateSync(path, readFileSync(path).lastIndexOf('\n') + 1)
  const handle = openSync(path, 'a', fileModes.owner)
  try {
    writeBytes(handle, `${line}\n`)
    syncHandle(handle)
  } finally {
    closeSync(handle)
  }
  if (isNew) syncFolder(dirname(path))
}

/** The finished lines of a file that `appendLine` writes; none where there is no file. */
export function readLines(path: string): string[] {
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n').slice(0, -1) : []
}

/**
 * Writes all of the bytes (a text as UTF-8) at the place of an open file: the system may take them in pieces.
 * Answers how many bytes that was. Throws what the file system throws, such as when the disk is full.
 */
export function writeBytes(handle: number, content: string | Uint8Array): number {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at)
  return bytes.length
}

/**
 * Returns when what was written to a closed file is on the disk. Its name is durable only after `syncFolder`.
 * Throws where the file may not be written: Windows syncs no file that was opened for reading.
 */
export function syncFile(path: string): void {
  const handle = openSync(path, 'r+')
  try {
    syncHandle(handle)
  } finally {
    closeSync(handle)
  }
}

/** Returns when what was written to an open file is on the disk. The file must be open for writing. */
export function syncHandle(handle: number): void {
  fsyncSync(handle)
}

/**
 * Returns when the names in a folder are on the disk: a new file is durable only after this.
 * Windows has no such call and needs none, so there it does nothing.
 */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** A file beside the one meant, with its content on the disk. None is left if that fails. */
function writeDraft(
  path: string,
  content: string | Uint8Array,
  mode: number = fileModes.owner,
): string {
  const draft = `${path}.${randomUUID()}`
  const handle = openSync(draft, 'wx', mode)
  try {
    writeBytes(handle, content)
    syncHandle(handle)
  } catch (error) {
    closeSync(handle)
    rmSync(draft, { force: true })
    throw error
  }
  closeSync(handle)
  return draft
}
