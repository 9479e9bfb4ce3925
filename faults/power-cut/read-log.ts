import { readFileSync } from 'node:fs'

/** What was done to the watched folder, as `write-log.c` notes it. */
export type Step =
  | { readonly kind: 'create' | 'sync' | 'unlink' | 'mkdir'; readonly path: string }
  | {
      readonly kind: 'write'
      readonly path: string
      readonly offset: number
      readonly bytes: Buffer
    }
  | { readonly kind: 'truncate'; readonly path: string; readonly length: number }
  | { readonly kind: 'rename' | 'link'; readonly path: string; readonly to: string }
  /** What the program had said by then. */
  | { readonly kind: 'said'; readonly text: string }

/** Reads the notes; the last one may be half there when the program was killed. */
export function readLog(file: string): readonly Step[] {
  const bytes = readFileSync(file)
  const steps: Step[] = []
  for (let at = 0; at + head <= bytes.length;) {
    const number = bytes.readUInt32LE(at)
    const lengths = [bytes.readUInt32LE(at + 4), bytes.readUInt32LE(at + 8)] as const
    const offset = Number(bytes.readBigUInt64LE(at + 16))
    const count = Number(bytes.readBigUInt64LE(at + 24))
    const text = (from: number, length: number): string =>
      bytes.toString('utf8', from, from + length)
    const path = text(at + head, lengths[0])
    const to = text(at + head + lengths[0], lengths[1])
    const data = at + head + lengths[0] + lengths[1]
    if (data + count > bytes.length) break
    steps.push(stepOf(number, path, to, offset, bytes.subarray(data, data + count)))
    at = data + count
  }
  return steps.filter((step) => !('path' in step && step.path.endsWith('-shm')))
}

const head = 32

function stepOf(number: number, path: string, to: string, offset: number, bytes: Buffer): Step {
  switch (number) {
    case 1:
      return { kind: 'create', path }
    case 2:
      return { kind: 'write', path, offset, bytes }
    case 3:
      return { kind: 'truncate', path, length: offset }
    case 4:
      return { kind: 'sync', path }
    case 5:
      return { kind: 'rename', path, to }
    case 6:
      return { kind: 'link', path, to }
    case 7:
      return { kind: 'unlink', path }
    case 8:
      return { kind: 'said', text: bytes.toString('utf8') }
    case 9:
      return { kind: 'mkdir', path }
    default:
      throw new Error(`a note of an unknown kind: ${number}`)
  }
}
