import { crc32, deflateRawSync } from 'node:zlib'

/** One file for an archive; the rest of its fields let a test claim what is not so. */
export interface ZipFile {
  readonly name: string
  readonly data: Uint8Array | string
  readonly stored?: boolean
  readonly encrypted?: boolean
  readonly link?: boolean
  /** What the archive says, where that is not so. */
  readonly saidBytes?: number
  readonly saidCrc?: number
  /** The data as it is in the archive, where it was deflated before. */
  readonly deflated?: Uint8Array
  /** The archive's directory points to this file's data instead of its own. */
  readonly dataOf?: number
}

/** A zip archive of these files, for tests. */
export function makeZip(files: readonly ZipFile[]): Buffer {
  const parts: Buffer[] = []
  const offsets: number[] = []
  let offset = 0
  for (const file of files) {
    offsets.push(offset)
    if (file.dataOf !== undefined) continue
    const part = Buffer.concat([
      header(file, 0x04034b50, Buffer.alloc(0)),
      nameOf(file),
      packed(file),
    ])
    parts.push(part)
    offset += part.length
  }
  const directory = Buffer.concat(
    files.map((file, index) => entry(file, offsets[file.dataOf ?? index] ?? 0)),
  )
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, directory, end])
}

function entry(file: ZipFile, offset: number): Buffer {
  const tail = Buffer.alloc(14)
  tail.writeUInt32LE(((file.link ? 0xa1ff : 0x81a4) << 16) >>> 0, 6)
  tail.writeUInt32LE(offset, 10)
  const madeBy = Buffer.from([20, 3])
  return Buffer.concat([header(file, 0x02014b50, madeBy), tail, nameOf(file)])
}

function header(file: ZipFile, signature: number, madeBy: Buffer): Buffer {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(0x800 | (file.encrypted ? 1 : 0), 2)
  fields.writeUInt16LE(file.stored ? 0 : 8, 4)
  fields.writeUInt32LE(file.saidCrc ?? crc32(file.data), 10)
  fields.writeUInt32LE(packed(file).length, 14)
  fields.writeUInt32LE(file.saidBytes ?? Buffer.byteLength(file.data), 18)
  fields.writeUInt16LE(nameOf(file).length, 22)
  const start = Buffer.alloc(4)
  start.writeUInt32LE(signature, 0)
  return Buffer.concat([start, madeBy, fields])
}

function packed(file: ZipFile): Buffer {
  if (file.deflated) return Buffer.from(file.deflated)
  const data = Buffer.from(file.data as Uint8Array)
  return file.stored ? data : deflateRawSync(data)
}

function nameOf(file: ZipFile): Buffer {
  return Buffer.from(file.name)
}
