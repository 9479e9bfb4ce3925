import { readFileSync } from 'node:fs'

/** The versions of FHIR that are served. */
export type FhirVersion = 'R4' | 'R5'

/** One element of a type, in its place among the others. */
export interface ElementRow {
  /** Without `[x]`. */
  readonly name: string
  /** The name of its type; undefined where its name ends with it (`valueCode`). */
  readonly type: string | undefined
  readonly isList: boolean
  /** An attribute of its parent in XML. */
  readonly isAttribute: boolean
}

/** The elements of a type (`ResearchStudy`) or of a part of one (`ResearchStudy.arm`); undefined for a simple type. */
export function elementRowsOf(
  version: FhirVersion,
  type: string,
): readonly ElementRow[] | undefined {
  return tableOf(version).get(type)
}

type Table = ReadonlyMap<string, readonly ElementRow[]>

const tables = new Map<FhirVersion, Table>()

/** Made by `scripts/fhir-elements.ts` from the standard's definitions. */
function tableOf(version: FhirVersion): Table {
  const made = tables.get(version)
  if (made) return made
  const file = new URL(
    `../../../../data/fhir/elements-${version.toLowerCase()}.json`,
    import.meta.url,
  )
  const rows = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
  const table = new Map(
    Object.entries(rows).map(([type, row]) => [type, row.split(' ').map(readRow)]),
  )
  tables.set(version, table)
  return table
}

function readRow(row: string): ElementRow {
  const [, at, name = '', choice, type, list] =
    /^(@?)([A-Za-z]+)(\[x\])?(?::([A-Za-z.0-9]+))?(\*?)$/.exec(row) ?? []
  return {
    name,
    type: choice === undefined ? type : undefined,
    isList: list === '*',
    isAttribute: at === '@',
  }
}
