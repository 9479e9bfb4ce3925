import { closeSync, openSync, readSync } from 'node:fs'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { crc32 } from 'node:zlib'

/**
 * A checksum (CRC-32) of a whole file, for knowing at once that each of its millions of pieces is as it was written. Undefined
 * where the file cannot be read. Others get their turn meanwhile.
 */
export async function checksumOfFile(file: string): Promise<number | undefined> {
  let handle: number | undefined
  try {
    handle = openSync(file, 'r')
    let checksum = 0
    for (;;) {
      const length = readSync(handle, chunk, 0, chunk.length, null)
      if (length === 0) return checksum
      checksum = crc32(chunk.subarray(0, length), checksum)
      await nextTurn()
    }
  } catch {
    return undefined
  } finally {
    if (handle !== undefined) closeSync(handle)
  }
}

const chunk = Buffer.allocUnsafeSlow(4 * 1024 * 1024)
