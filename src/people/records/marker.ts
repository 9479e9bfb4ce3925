import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { replaceFile } from '../../base/durable-files.ts'
import { RecordsRefused } from './model/faults.ts'

/** Says, beside the records, which they are: so that a database that is gone is not taken for a first start. */
export interface Marker {
  readonly instance: string
  readonly database: 'sqlite' | 'postgres'
}

export function markerFile(dataDir: string): string {
  return join(dataDir, 'records.json')
}

export function readMarker(dataDir: string): Marker | undefined {
  const file = markerFile(dataDir)
  if (!existsSync(file)) return undefined
  try {
    return shape.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    throw new RecordsRefused(
      `${file} cannot be read. If ${dataDir} is the right folder, remove that file and start again.`,
    )
  }
}

export function writeMarker(dataDir: string, marker: Marker): void {
  replaceFile(markerFile(dataDir), `${JSON.stringify(marker, null, 2)}\n`)
}

const shape = z.strictObject({
  instance: z.uuid(),
  database: z.enum(['sqlite', 'postgres']),
})
