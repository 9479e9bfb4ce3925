import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { putNew, replaceFile } from '../../../base/durable-files.ts'
import { RecordsRefused } from './faults.ts'

/** Secrets of 32 bytes: one root that never changes, and the keys that people's keys are wrapped with, by version. */
export interface KeySet {
  readonly root: Uint8Array
  readonly keys: ReadonlyMap<number, Uint8Array>
  readonly current: number
}

/** The file of the data folder that holds the secrets. */
export function keyFile(dataDir: string): string {
  return join(dataDir, 'keys.json')
}

/** The secrets of the key file; undefined where there is none. Throws `RecordsRefused` when others may read it or it is damaged. */
export function readKeyFile(dataDir: string): KeySet | undefined {
  const file = keyFile(dataDir)
  if (!existsSync(file)) return undefined
  const mode = statSync(file).mode & 0o777
  if (process.platform !== 'win32' && (mode & 0o077) !== 0)
    throw new RecordsRefused(
      `${file} can be read by others (mode ${mode.toString(8)}). Run: chmod 600 ${file}`,
    )
  return readKeySet(file)
}

/** Makes the key file with new random secrets; one that another process made in the same moment stays. */
export function makeKeyFile(dataDir: string): void {
  const secret = (): string => randomBytes(32).toString('base64')
  const text = { root: secret(), keys: { 1: secret() }, current: 1 }
  putNew(keyFile(dataDir), `${JSON.stringify(text, null, 2)}\n`)
}

/** Replaces the key file whole. */
export function writeKeyFile(dataDir: string, set: KeySet): void {
  const text = {
    root: base64(set.root),
    keys: Object.fromEntries([...set.keys].map(([version, key]) => [version, base64(key)])),
    current: set.current,
  }
  replaceFile(keyFile(dataDir), `${JSON.stringify(text, null, 2)}\n`)
}

const secret = z.base64().transform((text, context) => {
  const bytes = new Uint8Array(Buffer.from(text, 'base64'))
  if (bytes.length !== 32) context.addIssue('must be 32 bytes')
  return bytes
})

const shape = z.strictObject({
  root: secret,
  keys: z.record(z.string().regex(/^[1-9]\d{0,8}$/), secret),
  current: z.int().positive(),
})

function readKeySet(file: string): KeySet {
  try {
    const { root, keys, current } = shape.parse(JSON.parse(readFileSync(file, 'utf8')))
    const byVersion = new Map(Object.entries(keys).map(([name, key]) => [Number(name), key]))
    if (byVersion.has(current)) return { root, keys: byVersion, current }
  } catch (error) {
    // What was read is secret, so neither it nor an error that may quote it is shown.
    if (!(error instanceof SyntaxError || error instanceof z.ZodError)) throw error
  }
  throw new RecordsRefused(`${file} is damaged. Put back your copy of it.`)
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}
