import { createHash } from 'node:crypto'
import type { OrderPlace, Selection } from '../../../finder/catalogue/model/where.ts'

/** Where the page before ended. */
export interface PageEnd extends OrderPlace {
  /** The number of the catalogue's state that gave it, where the order holds only within one. */
  readonly state?: number
}

/** What a token belongs to: the same question in the same order, however it was written. */
export type TokenOwner = Pick<Selection, 'where' | 'filter' | 'sort'>

/**
 * Writes a token that goes into an address as it is: at most 39 letters, digits, `-` and `_`. It holds the place, and a sum over
 * it and what was asked, so that it is known if it is cut or taken to another question.
 */
export function writePageToken({ keys, nct, state }: PageEnd, owner: TokenOwner): string {
  const known = keys.filter((key) => key !== null)
  const hasState = state !== undefined
  const bytes = Buffer.alloc(headBytes + (hasState ? 4 : 0) + 8 * known.length)
  const nulls = (keys[0] === null ? 4 : 0) | (keys[1] === null ? 8 : 0)
  bytes.writeUInt8(keys.length | nulls | (hasState ? 16 : 0) | formatBits, 0)
  bytes.writeUInt32BE(nct, 5)
  let at = headBytes
  if (hasState) at = bytes.writeUInt32BE(state % 2 ** 32, at)
  for (const key of known) at = bytes.writeDoubleBE(key, at)
  sumOf(bytes, owner).copy(bytes, 1)
  return bytes.toString('base64url')
}

/** The place in a token; undefined where it is none of ours, is damaged, or belongs to another question. */
export function readPageToken(token: string, owner: TokenOwner): PageEnd | undefined {
  if (!/^[A-Za-z0-9_-]{12,40}$/.test(token)) return undefined
  const bytes = Buffer.from(token, 'base64url')
  const first = bytes[0] ?? 0
  const count = first & 3
  const hasState = (first & 16) !== 0
  const isNull = [4, 8].map((bit) => (first & bit) !== 0)
  const known = isNull.slice(0, count).filter((one) => !one).length
  const length = headBytes + (hasState ? 4 : 0) + 8 * known
  if ((first & 0xe0) !== formatBits || count > 2 || bytes.length !== length) return undefined
  if (bytes.toString('base64url') !== token) return undefined
  if (!sumOf(bytes, owner).equals(bytes.subarray(1, 5))) return undefined
  let at = headBytes + (hasState ? 4 : 0)
  const keys = isNull.slice(0, count).map((one) => {
    if (one) return null
    at += 8
    return bytes.readDoubleBE(at - 8)
  })
  return {
    keys,
    nct: bytes.readUInt32BE(5),
    ...(hasState && { state: bytes.readUInt32BE(headBytes) }),
  }
}

/** One byte of what there is, four of the sum, four of the study's number. */
const headBytes = 9
/** The form of a token, in the three highest bits of its first byte. */
const formatBits = 0x20

function sumOf(bytes: Buffer, { where, filter, sort }: TokenOwner): Buffer {
  return createHash('sha256')
    .update(bytes.subarray(0, 1))
    .update(bytes.subarray(5))
    .update(JSON.stringify([where, filter, sort]))
    .digest()
    .subarray(0, 4)
}
