import { PieceDamaged } from '../model/damage.ts'
import type { FilePiece, PieceReader } from './data.ts'
import type { PieceIndex } from './piece-index.ts'
import type { TermTable } from './term-table.ts'

/** Whether a piece is as it was written. */
export function isSound(data: PieceReader, piece: FilePiece): boolean {
  try {
    data.read(piece, '')
    return true
  } catch {
    return false
  }
}

/** Whether a block of a table of terms, and all that belongs to its terms, is as it was written. */
export function isBlockSound(data: PieceReader, table: TermTable, block: number): boolean {
  try {
    for (const piece of table.piecesOf(block)) if (!isSound(data, piece)) return false
    return true
  } catch {
    return false
  }
}

/** Whether each piece of an index by field is as it was written, one after the other. Throws what is no damage. */
export function* soundnessByField(data: PieceReader, index: PieceIndex): Generator<boolean> {
  try {
    for (const piece of index.pieces()) yield isSound(data, piece)
  } catch (error) {
    if (!(error instanceof PieceDamaged)) throw error
    yield false
  }
}
