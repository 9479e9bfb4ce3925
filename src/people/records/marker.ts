import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { replaceFile } from '../../base/durable-files.ts'
import { RecordsRefused } from './model/faults.ts'

/** Says, beside the records, which they are: so that a database that is gone is not taken for a first start. */
export interface RecordsMarker {
  readonly instance: string
  readonly database: 'sqlite' | 'postgres'
}

/** The file of the data folder that the marker is in. */
export function recordsMarkerFile(dataDir: string): string {
  return join(dataDir, 'records.json')
}

/**
 * The marker of a data folder; undefined where there is none. Throws `RecordsRefused` where it is damaged, and the fault of
 * the file system where the file is there and cannot be read: nothing is wrong with it then.
 */
export function readRecordsMarker(dataDir: string): RecordsMarker | undefined {
  const file = recordsMarkerFile(dataDir)
  if (!existsSync(file)) return undefined
  const text = readFileSync(file, 'utf8')
  try {
    return shape.parse(JSON.parse(text))
  } catch {
    throw new RecordsRefused(
      `${file} cannot be read. If ${dataDir} is the right folder, remove that file and start again.`,
    )
  }
}

/** Writes the marker, whole and durable. */
export function writeRecordsMarker(dataDir: string, marker: RecordsMarker): void {
  replaceFile(recordsMarkerFile(dataDir), `${JSON.stringify(marker, null, 2)}\n`)
}

const shape = z.strictObject({
  instance: z.uuid(),
  database: z.enum(['sqlite', 'postgres']),
})
