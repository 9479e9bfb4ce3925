import { basename, dirname } from 'node:path'
import { crc32 } from 'node:zlib'
import { PieceDamaged } from '../model/damage.ts'
import { CatalogueOfOtherVersion } from '../model/manifest.ts'
import type { Columns } from './columns.ts'
import type { FilePiece, PieceReader, PieceWriter } from './data.ts'
import type { PieceIndexPlaces } from './piece-index.ts'
import type { TermBlocks } from './term-table.ts'

/** The number of the layout. Raised whenever what is written changes: a segment of another format is not opened. */
export const segmentFormat = 13

/** Where the pieces of each study lie: columns that every process holds. */
export interface StudyPlaces {
  /** The digits of the NCT id, by document. */
  readonly nct: Int32Array
  /** Documents in the order of their ids; of one id, the later document is the later one here. */
  readonly byNct: Uint32Array
  readonly at: Float64Array | Uint32Array
  /** Lengths with the checksums; 0 where there are no results. */
  readonly brief: Uint32Array
  readonly record: Uint32Array
  readonly results: Uint32Array
}

/** Where the pieces of each study lie, each column from its bytes. */
export function studyPlacesOf(read: (name: keyof StudyPlaces) => ArrayBuffer): StudyPlaces {
  return {
    nct: new Int32Array(read('nct')),
    byNct: new Uint32Array(read('byNct')),
    at: shortened(new Float64Array(read('at'))),
    brief: new Uint32Array(read('brief')),
    record: new Uint32Array(read('record')),
    results: new Uint32Array(read('results')),
  }
}

/** Places in a file of less than four gigabytes take half the memory. */
function shortened(places: Float64Array): Float64Array | Uint32Array {
  return places.every((at) => at < 2 ** 32) ? Uint32Array.from(places) : places
}

/** Names of the pieces that hold a column. */
export type ColumnName = keyof Columns | keyof StudyPlaces | 'hash'

/** What a segment holds, and where: the last of its pieces, read when it is opened. */
export interface Directory {
  readonly studies: number
  /** The first and last day on which the registry processed its records; empty where none says. */
  readonly processed: { readonly from: string; readonly to: string }
  /** The codes that the `country` column numbers. */
  readonly countries: readonly string[]
  /** The areas that the `siteArea` column numbers from 1. */
  readonly areas: readonly string[]
  readonly columns: Readonly<Record<ColumnName, FilePiece>>
  readonly dictionaries: { readonly record: FilePiece; readonly brief: FilePiece }
  readonly terms: { readonly main: TermBlocks; readonly body: TermBlocks }
  /** Words and values by the fields of the registry's records. */
  readonly byPiece: PieceIndexPlaces
  readonly aliases: FilePiece
  readonly names: FilePiece
}

/** What a file ends with: a mark, the format, where the directory is, and a checksum of the three. */
const footerBytes = 24
const mark = 'Twsg'

/** Writes the list of pieces, and makes the file whole and durable. */
export function writeDirectory(data: PieceWriter, directory: Directory): void {
  const { at, length } = data.append(Buffer.from(JSON.stringify(directory)))
  const footer = Buffer.alloc(footerBytes)
  footer.write(mark, 0, 'latin1')
  footer.writeUInt32LE(segmentFormat, 4)
  footer.writeDoubleLE(at, 8)
  footer.writeUInt32LE(length, 16)
  footer.writeUInt32LE(crc32(footer.subarray(0, 20)), 20)
  data.finish(footer)
}

/**
 * Reads what a segment holds. Throws `PieceDamaged` where its end is not as it was written or the file is no segment, and
 * `CatalogueOfOtherVersion` where it is in another format.
 */
export function readDirectory(data: PieceReader): Directory {
  const footer = data.raw(data.size - footerBytes, footerBytes, 'its end')
  const isSound =
    footer.toString('latin1', 0, 4) === mark &&
    footer.readUInt32LE(20) === crc32(footer.subarray(0, 20))
  if (!isSound) throw new PieceDamaged(basename(data.file), 'its end is not that of a segment')
  const format = footer.readUInt32LE(4)
  if (format !== segmentFormat)
    throw new CatalogueOfOtherVersion(dirname(data.file), format > segmentFormat)
  const piece = { at: footer.readDoubleLE(8), length: footer.readUInt32LE(16) }
  return JSON.parse(Buffer.from(data.read(piece, 'its list of pieces')).toString()) as Directory
}
