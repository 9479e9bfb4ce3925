import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { test } from 'node:test'
import { constants, zstdCompressSync } from 'node:zlib'
import { anyText, fc } from '../testing/properties.ts'
import { isDictionaryKept, Packer, Unpacker } from './zstd.ts'

const dictionary = Buffer.from(
  Array.from({ length: 3000 }, (_, at) => `{"word":"number${(at * 7) % 91}"},`).join(''),
)
const level = 6
const documented = (text: string, own: Uint8Array) =>
  zstdCompressSync(text, {
    params: { [constants.ZSTD_c_compressionLevel]: level },
    ...(own.length > 0 && { dictionary: own }),
  })
const sha = (parts: readonly Uint8Array[]) => hash('sha256', Buffer.concat(parts), 'hex')

/** Of every length, also longer than is kept, and than a block of zstd. */
const texts = [
  '',
  'a',
  'é'.repeat(100_000),
  ...Array.from({ length: 150 }, (_, at) =>
    Array.from(
      { length: (at * at * at) % 25_000 },
      (_, word) => `number${(at * word) % 101},`,
    ).join(' '),
  ),
]

test('this Node keeps dictionaries', () => {
  assert.equal(isDictionaryKept(), true)
})

test('what is packed with a kept dictionary is byte for byte what the documented call makes', () => {
  for (const own of [dictionary, new Uint8Array(0)]) {
    const [packer, unpacker] = [new Packer(own, level), new Unpacker(own)]
    const packed = texts.map((text) => packer.pack(text))
    assert.equal(sha(packed), sha(texts.map((text) => documented(text, own))))
    assert.deepEqual(
      packed.map((bytes) => unpacker.unpack(bytes)),
      texts,
    )
    packer.close()
    unpacker.close()
  }
})

test('any text comes back as it was', () => {
  const [packer, unpacker] = [new Packer(dictionary, level), new Unpacker(dictionary)]
  fc.assert(
    fc.property(anyText(), (text) => {
      const packed = packer.pack(text)
      assert.deepEqual(Buffer.from(packed), documented(text, dictionary))
      assert.equal(unpacker.unpack(packed), Buffer.from(text).toString())
    }),
  )
  packer.close()
  unpacker.close()
})

test('what is cut off, damaged or of another dictionary is refused, and the next text is whole', () => {
  const [packer, unpacker] = [new Packer(dictionary, level), new Unpacker(dictionary)]
  const text = texts[40] ?? ''
  const packed = packer.pack(text)
  for (let length = 0; length < packed.length; length += 7)
    assert.throws(() => unpacker.unpack(packed.subarray(0, length)), String(length))
  assert.throws(() => unpacker.unpack(packed.subarray(0, -1)))
  assert.equal(unpacker.unpack(packed), text)
  assert.equal(unpacker.unpack(Buffer.concat([packed, Buffer.from('more')])), text)
  assert.equal(unpacker.unpack(packed), text)
  const other = new Unpacker(Buffer.from('another dictionary '.repeat(99)))
  assert.throws(() => assert.equal(other.unpack(packed), text))
  for (let at = 0; at < packed.length; at++) {
    const damaged = Uint8Array.from(packed)
    damaged[at] = (damaged[at] ?? 0) ^ 4
    // Of some bytes only the checksum of the piece knows: what follows must be right in any case.
    try {
      unpacker.unpack(damaged)
    } catch {}
    assert.equal(unpacker.unpack(packed), text, String(at))
  }
  packer.close()
  unpacker.close()
})
