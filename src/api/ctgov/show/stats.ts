import type { FieldSizes, FieldValues } from '../../../finder/catalogue/model/field-counts.ts'
import { plainPath, type PieceBranch } from '../../../finder/registry/pieces/branches.ts'
import type { Piece } from '../../../finder/registry/pieces/pieces.ts'
import { fieldStatsType } from '../read/stats-request.ts'
import type { RecordScan } from './record-scan.ts'

/** The values of a field as `/stats/field/values` gives them: what is told depends on what the values are. */
export function valueStats(piece: Piece, counted: FieldValues): object {
  const type = fieldStatsType(piece)
  const { missing, unique, top, least, greatest, mean, formats, longest } = counted
  const head = {
    type,
    piece: piece.name,
    field: plainPath(piece),
    missingStudiesCount: missing,
  }
  switch (type) {
    case 'BOOLEAN':
      return { ...head, trueCount: studiesWith(top, 'true'), falseCount: studiesWith(top, 'false') }
    case 'DATE':
      return { ...head, min: least, max: greatest, formats: formats ?? [] }
    case 'INTEGER':
    case 'NUMBER':
      return { ...head, min: numberOf(least), max: numberOf(greatest), avg: mean }
    case 'ENUM':
    case 'STRING':
      return {
        ...head,
        uniqueValuesCount: unique,
        topValues: top.map(({ value, studies }) => ({ value, studiesCount: studies })),
        ...(type === 'STRING' && { longest }),
      }
  }
}

function studiesWith(top: FieldValues['top'], value: string): number {
  return top.find((one) => one.value === value)?.studies ?? 0
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text)
}

/** How many values the studies have in a list, as `/stats/field/sizes` gives it; what has none is not counted. */
export function sizeStats(list: Piece | PieceBranch, sizes: FieldSizes): object {
  const some = sizes.filter(({ size }) => size > 0)
  const bySize = some.toSorted((a, b) => a.size - b.size)
  return {
    piece: list.name,
    field: plainPath(list),
    minSize: bySize[0]?.size,
    maxSize: bySize.at(-1)?.size,
    uniqueSizesCount: some.length,
    topSizes: some
      .toSorted((a, b) => b.studies - a.studies || a.size - b.size)
      .slice(0, mostTop)
      .map(({ size, studies }) => ({ size, studiesCount: studies })),
  }
}

const mostTop = 250

/** The sizes of one list of objects, from all records. */
export function sizesIn({ lists }: RecordScan, { path }: PieceBranch): FieldSizes {
  return Array.from(lists.get(path) ?? [], ([size, studies]) => ({ size, studies }))
}

/** How many bytes the records have as JSON, as `/stats/size` gives it. */
export function recordSizes({ sizes }: RecordScan): object {
  const rising = sizes.toSorted((a, b) => a.bytes - b.bytes)
  const all = rising.reduce((sum, { bytes }) => sum + bytes, 0)
  const at = (share: number): number =>
    rising[Math.max(0, Math.ceil((share / 100) * rising.length) - 1)]?.bytes ?? 0
  return {
    totalStudies: sizes.length,
    averageSizeBytes: sizes.length === 0 ? 0 : Math.round(all / sizes.length),
    percentiles: Object.fromEntries(shares.map((share) => [String(share), at(share)])),
    ranges: rangeEnds.map((end, index) => {
      const from = rangeEnds[index - 1] ?? 0
      return {
        sizeRange: end === Infinity ? `${from} KB or more` : `${from}-${end} KB`,
        studiesCount: rising.filter(({ bytes }) => bytes >= from * 1024 && bytes < end * 1024)
          .length,
      }
    }),
    largestStudies: rising
      .slice(-mostLargest)
      .toReversed()
      .map(({ nctId, bytes }) => ({ id: nctId, sizeBytes: bytes })),
  }
}

const shares = [1, 5, 25, 50, 75, 95, 99, 100]
const rangeEnds = [4, 8, 16, 32, 64, 128, 256, 512, 1024, Infinity]
const mostLargest = 10
