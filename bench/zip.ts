import { closeSync, openSync, renameSync, writeSync } from 'node:fs'
import { crc32, deflateRawSync } from 'node:zlib'

/** Files packed one after the other, as they are in an archive, and what its directory must say of each. */
export interface PackedFiles {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly names: readonly string[]
  /** Offset in `bytes`, checksum, packed size, size: four numbers a file. */
  readonly numbers: Float64Array<ArrayBuffer>
}

/** Packs files for an archive; quick rather than small. */
export function packFiles(
  files: Iterable<{ readonly name: string; readonly bytes: Uint8Array }>,
): PackedFiles {
  const parts: Buffer[] = []
  const names: string[] = []
  const numbers: number[] = []
  let length = 0
  for (const { name, bytes } of files) {
    const packed = deflateRawSync(bytes, { level: 1 })
    const checksum = crc32(bytes)
    const header = localHeader(name, checksum, packed.length, bytes.length)
    names.push(name)
    numbers.push(length, checksum, packed.length, bytes.length)
    parts.push(header, packed)
    length += header.length + packed.length
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return { bytes: whole, names, numbers: new Float64Array(numbers) }
}

/** Writes a zip archive beside its name and gives it that name when it is whole. */
export class ZipWriter {
  readonly #path: string
  readonly #handle: number
  readonly #directory: Buffer[] = []
  #length = 0
  #files = 0

  constructor(path: string) {
    this.#path = path
    this.#handle = openSync(`${path}.part`, 'w')
  }

  add({ bytes, names, numbers }: PackedFiles): void {
    names.forEach((name, index) => {
      const [offset = 0, checksum = 0, packed = 0, size = 0] = numbers.subarray(index * 4)
      this.#directory.push(directoryEntry(name, this.#length + offset, checksum, packed, size))
    })
    this.#files += names.length
    this.#write(bytes)
  }

  /** The size of the archive in bytes. */
  close(): number {
    const start = this.#length
    for (let at = 0; at < this.#directory.length; at += 4096)
      this.#write(Buffer.concat(this.#directory.slice(at, at + 4096)))
    this.#write(endOfDirectory(this.#files, start, this.#length - start, this.#length))
    closeSync(this.#handle)
    renameSync(`${this.#path}.part`, this.#path)
    return this.#length
  }

  #write(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length;) at += writeSync(this.#handle, bytes, at)
    this.#length += bytes.length
  }
}

/** 1 January 1980, the first day that a zip archive can tell. */
const day = 0x21
const deflated = 8
const large = 0xffffffff

function localHeader(name: string, checksum: number, packed: number, size: number): Buffer {
  const header = Buffer.alloc(30 + name.length)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(deflated, 8)
  header.writeUInt16LE(day, 12)
  header.writeUInt32LE(checksum, 14)
  header.writeUInt32LE(packed, 18)
  header.writeUInt32LE(size, 22)
  header.writeUInt16LE(name.length, 26)
  header.write(name, 30, 'latin1')
  return header
}

/** Offsets of 4 GB and more are in an extra field (zip64). */
function directoryEntry(
  name: string,
  offset: number,
  checksum: number,
  packed: number,
  size: number,
): Buffer {
  const isFar = offset >= large
  const entry = Buffer.alloc(46 + name.length + (isFar ? 12 : 0))
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(isFar ? 45 : 20, 4)
  entry.writeUInt16LE(isFar ? 45 : 20, 6)
  entry.writeUInt16LE(deflated, 10)
  entry.writeUInt16LE(day, 14)
  entry.writeUInt32LE(checksum, 16)
  entry.writeUInt32LE(packed, 20)
  entry.writeUInt32LE(size, 24)
  entry.writeUInt16LE(name.length, 28)
  entry.writeUInt16LE(isFar ? 12 : 0, 30)
  entry.writeUInt32LE(isFar ? large : offset, 42)
  entry.write(name, 46, 'latin1')
  if (isFar) {
    entry.writeUInt16LE(1, 46 + name.length)
    entry.writeUInt16LE(8, 48 + name.length)
    entry.writeBigUInt64LE(BigInt(offset), 50 + name.length)
  }
  return entry
}

function endOfDirectory(files: number, start: number, length: number, at: number): Buffer {
  const end = Buffer.alloc(56 + 20 + 22)
  end.writeUInt32LE(0x06064b50, 0)
  end.writeBigUInt64LE(44n, 4)
  end.writeUInt16LE(45, 12)
  end.writeUInt16LE(45, 14)
  end.writeBigUInt64LE(BigInt(files), 24)
  end.writeBigUInt64LE(BigInt(files), 32)
  end.writeBigUInt64LE(BigInt(length), 40)
  end.writeBigUInt64LE(BigInt(start), 48)
  end.writeUInt32LE(0x07064b50, 56)
  end.writeBigUInt64LE(BigInt(at), 64)
  end.writeUInt32LE(1, 72)
  end.writeUInt32LE(0x06054b50, 76)
  end.writeUInt16LE(Math.min(files, 0xffff), 84)
  end.writeUInt16LE(Math.min(files, 0xffff), 86)
  end.writeUInt32LE(Math.min(length, large), 88)
  end.writeUInt32LE(Math.min(start, large), 92)
  return end
}
