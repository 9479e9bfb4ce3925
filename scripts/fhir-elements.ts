/**
 * `node scripts/fhir-elements.ts`: writes the order and types of elements of the FHIR resources that are served, from the standard's
 * own definitions, into `data/fhir/`. XML is written by them. Run it again when another resource is served.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { elementRows } from '../src/testing/fhir-elements.ts'
import { r4Definitions, r5Definitions } from '../src/testing/fhir-definitions.ts'

const folder = join(import.meta.dirname, '../data/fhir')
mkdirSync(folder, { recursive: true })
for (const [version, definitions] of [
  ['r4', r4Definitions()],
  ['r5', r5Definitions()],
] as const)
  writeFileSync(
    join(folder, `elements-${version}.json`),
    `${JSON.stringify(elementRows(definitions), null, 2)}\n`,
  )
