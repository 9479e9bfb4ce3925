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

/** Where a member of a value stands in XML, and the name of its type. */
export interface PlacedElement {
  readonly name: string
  /** Its place among the elements of its type. */
  readonly order: number
  readonly type: string
  readonly isAttribute: boolean
}

/** The element that a member of a type is (`valueCode` of `Extension`); undefined for what the version does not have there. */
export function elementNamed(
  version: FhirVersion,
  type: string,
  name: string,
): PlacedElement | undefined {
  const known = places[version].get(type) ?? new Map<string, PlacedElement | undefined>()
  places[version].set(type, known)
  if (known.has(name)) return known.get(name)
  const placed = placedIn(version, elementRowsOf(version, type) ?? [], name)
  known.set(name, placed)
  return placed
}

type Places = Map<string, Map<string, PlacedElement | undefined>>
const places: Readonly<Record<FhirVersion, Places>> = { R4: new Map(), R5: new Map() }

function placedIn(
  version: FhirVersion,
  rows: readonly ElementRow[],
  name: string,
): PlacedElement | undefined {
  const order = rows.findIndex((row) =>
    row.type === undefined
      ? name.startsWith(row.name) && /^[A-Z]/.test(name.slice(row.name.length))
      : row.name === name,
  )
  const row = rows[order]
  if (!row) return undefined
  const type = row.type ?? typeOfChoice(version, name.slice(row.name.length))
  return { name, order, type, isAttribute: row.isAttribute }
}

/** `Code` is the simple type `code`, `Coding` is `Coding`. */
function typeOfChoice(version: FhirVersion, ending: string): string {
  return elementRowsOf(version, ending) ? ending : `${ending[0]?.toLowerCase()}${ending.slice(1)}`
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
