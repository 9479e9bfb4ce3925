import {
  constants,
  createZstdCompress,
  createZstdDecompress,
  zstdCompressSync,
  zstdDecompressSync,
} from 'node:zlib'

/**
 * Packing of many small texts that share a dictionary. The documented calls load the dictionary anew for each text, which
 * takes longer than the text itself; here a stream of node:zlib keeps it, through two of its members that are not
 * documented (`_handle.writeSync`, `_writeState`). Whether they are as expected is tried once, before the first use; where not, the
 * documented calls do the same, only slower. What is packed is the same byte for byte.
 */
export class Packer {
  readonly #dictionary: Uint8Array
  readonly #level: number
  #stream: KeptStream | undefined

  constructor(dictionary: Uint8Array, level: number) {
    this.#dictionary = dictionary
    this.#level = level
  }

  /** A text or bytes, packed, in memory of its own. */
  pack(content: string | Uint8Array): Uint8Array {
    const options = compressOptions(this.#dictionary, this.#level)
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    if (bytes.length > mostKeptLength || !isDictionaryKept())
      return zstdCompressSync(bytes, options)
    this.#stream ??= new KeptStream(createZstdCompress(options))
    const length = this.#stream.run(bytes, bound(bytes.length))
    if (length !== undefined) return plainWorkspace.slice(0, length)
    this.close()
    return zstdCompressSync(bytes, options)
  }

  /** Frees its memory, some megabytes; it may be used again. */
  close(): void {
    this.#stream?.close()
    this.#stream = undefined
  }
}

/** Unpacks what was packed with a dictionary. */
export class Unpacker {
  readonly #dictionary: Uint8Array
  #stream: KeptStream | undefined

  constructor(dictionary: Uint8Array) {
    this.#dictionary = dictionary
  }

  /** The text of packed bytes, whole. Throws when they are damaged, cut off, or packed with another dictionary. */
  unpack(bytes: Uint8Array): string {
    const length = this.#run(bytes)
    if (length !== undefined) return workspace.toString('utf8', 0, length)
    return zstdDecompressSync(bytes, decompressOptions(this.#dictionary)).toString()
  }

  /** As `unpack`, what is no text, in memory of its own. */
  unpackBytes(bytes: Uint8Array): Uint8Array {
    const length = this.#run(bytes)
    if (length !== undefined) return plainWorkspace.slice(0, length)
    return zstdDecompressSync(bytes, decompressOptions(this.#dictionary))
  }

  /** As `unpackBytes`, valid only until anything else is packed or unpacked. */
  lendBytes(bytes: Uint8Array): Uint8Array {
    const length = this.#run(bytes)
    if (length !== undefined) return plainWorkspace.subarray(0, length)
    return zstdDecompressSync(bytes, decompressOptions(this.#dictionary))
  }

  /** Unpacks into the workspace; the length there, or undefined where the documented call is to do it. */
  #run(bytes: Uint8Array): number | undefined {
    const length = contentLength(bytes)
    if (length === undefined || length > mostKeptLength || !isDictionaryKept()) return undefined
    this.#stream ??= new KeptStream(createZstdDecompress(decompressOptions(this.#dictionary)))
    if (this.#stream.run(bytes, length) === length) return length
    // After a fault nothing is known of the context: the next text gets a new one.
    this.close()
    return undefined
  }

  /** Frees its memory; it may be used again. */
  close(): void {
    this.#stream?.close()
    this.#stream = undefined
  }
}

let isKept: boolean | undefined

/** Whether this Node keeps dictionaries: where not, packing and unpacking are slower, and nothing else changes. */
export function isDictionaryKept(): boolean {
  // While it is being tried the answer is yes.
  if (isKept !== undefined) return isKept
  isKept = true
  return (isKept = isAsDocumented())
}

/** Longer texts are packed in several blocks, whose bounds depend on the room given; they are few, and gain little. */
const mostKeptLength = 100_000

/** The most that so many bytes may take packed (`ZSTD_COMPRESSBOUND`). */
function bound(length: number): number {
  return length + (length >> 8) + 1024
}

/** One for all: what is made in it is copied or read before the next use. */
const workspace = Buffer.allocUnsafeSlow(bound(mostKeptLength))
/** The same memory: a slice of this is a copy. */
const plainWorkspace = new Uint8Array(workspace.buffer, workspace.byteOffset, workspace.length)

function compressOptions(dictionary: Uint8Array, level: number) {
  return {
    params: { [constants.ZSTD_c_compressionLevel]: level },
    ...(dictionary.length > 0 && { dictionary }),
  }
}

function decompressOptions(dictionary: Uint8Array) {
  return dictionary.length > 0 ? { dictionary } : {}
}

/** What is used of a stream of node:zlib beside what is documented. */
interface Inner {
  readonly _handle: {
    writeSync(
      flush: number,
      from: Uint8Array,
      fromAt: number,
      fromLength: number,
      to: Uint8Array,
      toAt: number,
      toLength: number,
    ): void
  } | null
  /** After a call: how much room is left, and how much was not read. */
  readonly _writeState: Uint32Array
}

/** A stream whose context is used for one text after the other. */
class KeptStream {
  readonly #stream: ReturnType<typeof createZstdCompress>

  constructor(stream: ReturnType<typeof createZstdCompress>) {
    this.#stream = stream
    // A fault is seen by what is left unread or unwritten; without a listener it would end the process.
    stream.on('error', () => undefined)
  }

  /** Works a text whole into the workspace; its length there, or undefined where that did not come to a good end. */
  run(bytes: Uint8Array, room: number): number | undefined {
    const inner = this.#stream as unknown as Inner
    const handle = inner._handle
    if (!handle) return undefined
    handle.writeSync(constants.ZSTD_e_end, bytes, 0, bytes.length, workspace, 0, room)
    const [left, unread] = inner._writeState
    // Of a stream that met a fault the handle is gone.
    const isGood = inner._handle === handle && unread === 0 && left !== undefined && left <= room
    return isGood ? room - left : undefined
  }

  close(): void {
    this.#stream.destroy()
  }
}

/**
 * The length of the text that a frame holds, as its header says (RFC 8878, 3.1.1.1); undefined where it does not say, and
 * for what is no frame. A frame that is cut off gives no fault by itself, so its length is what tells.
 */
function contentLength(bytes: Uint8Array): number | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (view.length < 10 || view.readUInt32LE(0) !== 0xfd2fb528) return undefined
  const descriptor = view.readUInt8(4)
  const isSingle = (descriptor & 32) !== 0
  const at = 5 + (isSingle ? 0 : 1) + ([0, 1, 2, 4][descriptor & 3] ?? 0)
  switch (descriptor >> 6) {
    case 0:
      return isSingle ? view.readUInt8(at) : undefined
    case 1:
      return at + 2 <= view.length ? view.readUInt16LE(at) + 256 : undefined
    case 2:
      return at + 4 <= view.length ? view.readUInt32LE(at) : undefined
    default:
      return undefined
  }
}

/** Two texts after one another, packed as the documented call packs them and unpacked again, and one that is cut off. */
function isAsDocumented(): boolean {
  const dictionary = Buffer.from(
    'Some words of a study, and some more words of another study. '.repeat(9),
  )
  const texts = ['Some words of a study.', 'Some more words of another, é.', 'words of '.repeat(99)]
  const [packer, unpacker] = [new Packer(dictionary, 6), new Unpacker(dictionary)]
  try {
    return texts.every((text) => {
      const expected = zstdCompressSync(text, compressOptions(dictionary, 6))
      const packed = packer.pack(text)
      return (
        expected.equals(packed) &&
        unpacker.unpack(packed) === text &&
        isRefused(unpacker, packed.subarray(0, -3)) &&
        unpacker.unpack(packed) === text
      )
    })
  } catch {
    return false
  } finally {
    packer.close()
    unpacker.close()
  }
}

function isRefused(unpacker: Unpacker, bytes: Uint8Array): boolean {
  try {
    unpacker.unpack(bytes)
    return false
  } catch {
    return true
  }
}
