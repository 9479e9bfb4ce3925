import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { StoredStudy } from '../finder/catalogue/model/stored.ts'
import { parseRecord } from '../finder/registry/parse-record.ts'

/** A real record of the registry as the catalogue would keep it, for the tests of these pages. */
export function exampleStudy(name: string): StoredStudy {
  const file = join(import.meta.dirname, 'examples', name)
  const read = parseRecord({ place: name, format: 'xml', bytes: readFileSync(file) })
  if (!('study' in read)) throw new Error(`${name} cannot be read`)
  return { study: read.study, imported: '2026-11-20', points: [], history: [], categories: [] }
}
