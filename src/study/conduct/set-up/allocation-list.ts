import { anySite } from '../model/allocation.ts'
import type { RunSite } from '../model/run.ts'

/** A line of a list of allocation. */
export interface AllocationLine {
  readonly position: number
  /** The id of a site, or `*` for whichever comes next. */
  readonly site: string
  readonly stratum: string
  readonly kit: string
  readonly arm: string
}

/** What is wrong with a line, by its number in the text, the first being 1. */
export interface AllocationFault {
  readonly line: number
  readonly code:
    | 'columns'
    | 'position'
    | 'positionTwice'
    | 'site'
    | 'stratum'
    | 'kit'
    | 'kitTwice'
    | 'arm'
}

/** A list as it could be read. `header`: its first line does not name the columns; `empty`: there is no other line. */
export type ReadAllocation =
  | { readonly kind: 'read'; readonly lines: readonly AllocationLine[] }
  | { readonly kind: 'header' | 'empty' | 'tooMany' }
  | { readonly kind: 'faults'; readonly faults: readonly AllocationFault[] }

/** The columns, as the first line names them in any order. */
export const allocationColumns = ['position', 'site', 'stratum', 'kit', 'arm'] as const

/** The most lines of one list. */
export const mostAllocationLines = 20_000

type Column = (typeof allocationColumns)[number]

/**
 * Reads a list as CSV (comma, semicolon or tab): all of it, or what is wrong with every line that is wrong. `arms`: those that
 * the protocol knows, where it names them; `kits`: those that other lists of the study have.
 */
export function readAllocationList(
  text: string,
  known: {
    readonly sites: readonly RunSite[]
    readonly arms: readonly string[] | undefined
    readonly kits: ReadonlySet<string>
  },
): ReadAllocation {
  const rows = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map((row, at) => ({ row, line: at + 1 }))
    .filter(({ row }) => row.trim() !== '')
  const [first, ...rest] = rows
  const mark = [';', '\t', ','].find((one) => first?.row.includes(one)) ?? ','
  const header = first ? cellsOf(first.row, mark).map((cell) => cell.toLowerCase()) : []
  const isHeader =
    header.length === allocationColumns.length &&
    allocationColumns.every((column) => header.includes(column))
  if (!isHeader) return { kind: 'header' }
  if (rest.length === 0) return { kind: 'empty' }
  if (rest.length > mostAllocationLines) return { kind: 'tooMany' }
  const seen = { positions: new Set<number>(), kits: new Set(known.kits) }
  const lines: AllocationLine[] = []
  const faults: AllocationFault[] = []
  for (const { row, line } of rest) {
    const read = readLine(cellsOf(row, mark), header, known, seen)
    if (typeof read === 'string') faults.push({ line, code: read })
    else lines.push(read)
  }
  return faults.length > 0 ? { kind: 'faults', faults } : { kind: 'read', lines }
}

function readLine(
  cells: readonly string[],
  header: readonly string[],
  { sites, arms }: Pick<Parameters<typeof readAllocationList>[1], 'sites' | 'arms'>,
  seen: { readonly positions: Set<number>; readonly kits: Set<string> },
): AllocationLine | AllocationFault['code'] {
  if (cells.length !== header.length) return 'columns'
  const cell = (column: Column): string => cells[header.indexOf(column)] ?? ''
  const position = /^[1-9]\d{0,8}$/.test(cell('position')) ? Number(cell('position')) : undefined
  if (position === undefined) return 'position'
  if (seen.positions.has(position)) return 'positionTwice'
  const typed = cell('site')
  const site =
    typed === anySite
      ? anySite
      : sites.find(({ number }) => number === typed.padStart(2, '0'))?.site
  if (site === undefined) return 'site'
  const [stratum, kit, arm] = [cell('stratum'), cell('kit'), cell('arm')]
  if (stratum.length > 60) return 'stratum'
  // A kit is told in the trail, so it is a code; it stands in tables, so it is no formula.
  if (!/^[A-Za-z0-9][\w./-]{0,39}$/.test(kit)) return 'kit'
  if (seen.kits.has(kit)) return 'kitTwice'
  if (arm === '' || arm.length > 60 || (arms && !arms.includes(arm))) return 'arm'
  seen.positions.add(position)
  seen.kits.add(kit)
  return { position, site, stratum, kit, arm }
}

/** The cells of a line; one in quotation marks may have the mark in it. */
function cellsOf(row: string, mark: string): readonly string[] {
  const cells: string[] = []
  let cell = ''
  let isQuoted = false
  for (let at = 0; at < row.length; at++) {
    const sign = row[at] ?? ''
    if (sign === '"' && isQuoted && row[at + 1] === '"') {
      cell += '"'
      at++
    } else if (sign === '"') isQuoted = !isQuoted
    else if (sign === mark && !isQuoted) {
      cells.push(cell.trim())
      cell = ''
    } else cell += sign
  }
  return [...cells, cell.trim()]
}
