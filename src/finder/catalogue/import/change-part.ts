import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { writeBytes } from '../../../base/durable-files.ts'
import type { StudyChange } from '../model/changes.ts'

/**
 * What one worker of an import finds changed, a line each, in a file of its own until the import is
 * finished: of a whole registry it would not fit in memory. A study that is imported again gets another
 * line; the last one counts.
 */
export class ChangePart {
  readonly name: string
  readonly #file: string
  #handle: number | undefined
  #lines: string[] = []

  constructor(folder: string, name: string) {
    this.name = name
    this.#file = join(folder, name)
  }

  add(change: StudyChange): void {
    this.#lines.push(`${lineOf(change)}\n`)
    if (this.#lines.length >= linesAtOnce) this.#write()
  }

  /** Closes the file; its name, or undefined when nothing was added. */
  finish(): string | undefined {
    this.#write()
    if (this.#handle === undefined) return undefined
    closeSync(this.#handle)
    this.#handle = undefined
    return this.name
  }

  #write(): void {
    if (this.#lines.length === 0) return
    this.#handle ??= openSync(this.#file, 'w')
    writeBytes(this.#handle, this.#lines.join(''))
    this.#lines = []
  }
}

const linesAtOnce = 256

/** Two characters that JSON leaves as they are would end a line when the file is read line by line. */
function lineOf(change: StudyChange): string {
  return JSON.stringify(change).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')
}
