import { crc32, createInflateRaw } from 'node:zlib'
import { ByteSource } from './byte-source.ts'
import { type Inflated, inflated } from './inflate.ts'

/**
 * Inflates gzip, one member after the other. What could be inflated before a cut or an error is delivered, and
 * so is all of it where something else follows the end, which zlib's own reader would lose: both are told in the
 * reason. Reading the chunks throws what the source throws.
 */
export function gunzipped(bytes: AsyncIterable<Uint8Array>): Inflated {
  const source = new ByteSource(bytes)
  const sums = { given: 0, taken: 0 }
  const result: Inflated = { chunks: members() }
  return result

  async function* members(): AsyncGenerator<Uint8Array, void> {
    if (!isMember(await source.peek(headBytes))) return void (result.reason = cutOff)
    do {
      await skipHead(source)
      const inflater = createInflateRaw({ chunkSize: 1 << 18 })
      const member = inflated(source.chunks(), inflater, sums)
      let [crc, size] = [0, 0]
      for await (const chunk of member.chunks) {
        crc = crc32(chunk, crc)
        size += chunk.length
        yield chunk
      }
      if (member.reason !== undefined) return void (result.reason = member.reason)
      sums.taken -= source.giveBack(inflater.bytesWritten)
      const flaw = flawIn(await source.take(tailBytes), crc, size)
      if (flaw !== undefined) return void (result.reason = flaw)
      // Some programs fill the last block of a file with zeros.
      await source.skipZeros()
    } while (isMember(await source.peek(headBytes)))
    if ((await source.peek(1)).length > 0) result.reason = garbage
  }
}

/** True for the first two bytes of gzip. */
export function isGzip(start: Uint8Array): boolean {
  return start[0] === 0x1f && start[1] === 0x8b
}

const headBytes = 10
const tailBytes = 8
const cutOff = 'The compressed data is cut off or damaged (its beginning is not whole).'
const garbage =
  'After the end of its gzip data come bytes that do not belong there. All before them was read.'

/** Deflate is the only method there is; bits not in use are 0. */
function isMember(head: Uint8Array): boolean {
  return head.length === headBytes && isGzip(head) && head[2] === 8 && (head[3] ?? 0) < 0x20
}

const flags = { checksum: 2, extra: 4, name: 8, comment: 16 } as const

/** The time, the name and whatever else stands before the data. */
async function skipHead(source: ByteSource): Promise<void> {
  const set = (await source.take(headBytes))[3] ?? 0
  if (set & flags.extra) {
    const [low = 0, high = 0] = await source.take(2)
    await source.take(low + high * 256)
  }
  for (const text of [flags.name, flags.comment]) if (set & text) await source.skipText()
  if (set & flags.checksum) await source.take(2)
}

function flawIn(tail: Uint8Array, crc: number, size: number): string | undefined {
  if (tail.length < tailBytes) return 'The compressed data is cut off or damaged (it has no end).'
  const view = new DataView(tail.buffer, tail.byteOffset, tailBytes)
  const isWhole = view.getUint32(0, true) === crc && view.getUint32(4, true) === size % 2 ** 32
  return isWhole
    ? undefined
    : 'The compressed data is cut off or damaged (its checksum differs from what came out).'
}
