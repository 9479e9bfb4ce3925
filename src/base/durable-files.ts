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

export function isThere(path: string): boolean {
  return existsSync(path)
}

/** Puts a finished file in place if there is none; whoever reads it finds all of it. Answers whether it was ours. */
export function putNew(path: string, text: string): boolean {
  const draft = writeDraft(path, text)
  try {
    return linkNew(draft, path)
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Replaces a file whole, so that after a power cut it is the old one or the new one. */
export function replaceFile(path: string, text: string): void {
  const draft = writeDraft(path, text)
  renameSync(draft, path)
  syncFolder(dirname(path))
}

/** Gives a finished file its name unless the name is taken. */
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

/** Adds a line that is still there after a power cut. What an earlier one left of half a line goes first. */
export function appendLine(path: string, line: string): void {
  const isNew = !existsSync(path)
  if (!isNew) truncateSync(path, readFileSync(path).lastIndexOf('\n') + 1)
  const file = openSync(path, 'a', 0o600)
  try {
    writeSync(file, `${line}\n`)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  if (isNew) syncFolder(dirname(path))
}

/** The finished lines of a file; none where there is no file. */
export function readLines(path: string): string[] {
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n').slice(0, -1) : []
}

export function syncFile(path: string): void {
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** A new name in a folder is durable only after this. Windows has no such thing, and needs none. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return
  const folder = openSync(path, 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}

function writeDraft(path: string, text: string): string {
  const draft = `${path}.${randomUUID()}`
  const file = openSync(draft, 'wx', 0o600)
  try {
    writeSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  return draft
}
