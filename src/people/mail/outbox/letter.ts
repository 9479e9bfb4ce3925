import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'

/** What one person is to read, in their language; who it goes to is not in it. */
export interface Letter {
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly language: 'en' | 'fr'
  /** https address that stops its stream by one POST (RFC 8058). */
  readonly stopUrl?: string
}

/** A letter as bytes to be sealed, about a fifth of its length. */
export function packLetter(letter: Letter): Uint8Array {
  return zstdCompressSync(JSON.stringify(letter))
}

/** The letter that was packed; only for bytes that were sealed by us. */
export function unpackLetter(packed: Uint8Array): Letter {
  const text = zstdDecompressSync(packed, { maxOutputLength: mostBytes }).toString('utf8')
  return JSON.parse(text) as Letter
}

/** The place a sealed letter belongs to: moved to another row, it does not open. */
export function placeOfLetter(mailId: string): string {
  return `mail.letter/${mailId}`
}

const mostBytes = 4_000_000
