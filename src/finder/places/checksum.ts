import { closeSync, openSync, readFileSync, statSync, writeSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import { applicationId } from './schema.ts'

/**
 * The places file has its checksum (CRC-32) in its header, in the number that SQLite leaves to the application; that number
 * counts as zero in it.
 */
const checksumAt = 60
const applicationAt = 68
const headerBytes = 100

/** Puts the checksum of a finished places file into it. */
export function writeChecksum(file: string): void {
  const bytes = readFileSync(file)
  const number = Buffer.alloc(4)
  number.writeUInt32BE(checksumOf(bytes))
  const handle = openSync(file, 'r+')
  try {
    writeSync(handle, number, 0, number.length, checksumAt)
  } finally {
    closeSync(handle)
  }
}

/** A places file whole, as it was written. Throws with the reason where it is not, or cannot be read. */
export function readSoundFile(file: string): Buffer {
  const size = statSync(file, { throwIfNoEntry: false })?.size
  if (size === undefined) throw new Error('it is missing')
  if (size === 0) throw new Error('it is empty')
  const bytes = readFileSync(file)
  if (bytes.length < headerBytes) throw new Error('it is no places file')
  const application = bytes.readUInt32BE(applicationAt)
  if (application >>> 8 !== applicationId >>> 8) throw new Error('it is no places file')
  if (application !== applicationId) throw new Error('it was made by another version of Trialway')
  if (bytes.readUInt32BE(checksumAt) !== checksumOf(bytes))
    throw new Error('it is damaged: it is not as it was written')
  return bytes
}

/** Why a places file cannot be used; undefined where it can. */
export function placesTrouble(file: string): string | undefined {
  try {
    readSoundFile(file)
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function checksumOf(bytes: Buffer): number {
  const before = crc32(bytes.subarray(0, checksumAt))
  const counted = crc32(new Uint8Array(4), before)
  return crc32(bytes.subarray(checksumAt + 4), counted)
}
