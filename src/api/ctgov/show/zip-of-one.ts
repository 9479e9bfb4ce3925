import { crc32, deflateRawSync } from 'node:zlib'

/** A zip archive with one file in it, whose name is of plain letters. */
export function zipOfOne(name: string, text: string): Uint8Array<ArrayBuffer> {
  const data = Buffer.from(text)
  const packed = deflateRawSync(data)
  const said = Buffer.alloc(26)
  said.writeUInt16LE(20, 0)
  said.writeUInt16LE(8, 4)
  // The first day that an archive can say: a file that is the same has the same bytes.
  said.writeUInt16LE(0x21, 8)
  said.writeUInt32LE(crc32(data), 10)
  said.writeUInt32LE(packed.length, 14)
  said.writeUInt32LE(data.length, 18)
  said.writeUInt16LE(name.length, 22)
  const file = Buffer.concat([signature(0x04034b50), said, Buffer.from(name), packed])
  const madeBy = Buffer.from([20, 0])
  const entry = Buffer.concat([
    signature(0x02014b50),
    madeBy,
    said,
    Buffer.alloc(14),
    Buffer.from(name),
  ])
  const end = Buffer.alloc(18)
  end.writeUInt16LE(1, 4)
  end.writeUInt16LE(1, 6)
  end.writeUInt32LE(entry.length, 8)
  end.writeUInt32LE(file.length, 12)
  return new Uint8Array(Buffer.concat([file, entry, signature(0x06054b50), end]))
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
