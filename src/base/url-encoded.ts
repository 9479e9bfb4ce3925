/** A name and its value, in the order in which they were sent. */
export type SentPair = readonly [name: string, value: string]

/**
 * Reads a body of `application/x-www-form-urlencoded` as browsers write it, in time that grows with its length alone.
 * Undefined where it has more than `mostFields`: they are counted before any is read. What is no UTF-8 becomes `\uFFFD`,
 * and a `%` that begins nothing stays.
 */
export function readUrlEncoded(
  body: Uint8Array,
  mostFields: number,
): readonly SentPair[] | undefined {
  if (countOf(body, ampersand, mostFields) >= mostFields) return undefined
  const pairs: SentPair[] = []
  for (let from = 0; from <= body.length;) {
    const at = body.indexOf(ampersand, from)
    const end = at < 0 ? body.length : at
    if (end > from) pairs.push(pairOf(body.subarray(from, end)))
    from = end + 1
  }
  return pairs
}

const [ampersand, equals, plus, percent, space] = [0x26, 0x3d, 0x2b, 0x25, 0x20]

/** How often a byte is there; stops counting at `most`. */
function countOf(body: Uint8Array, byte: number, most: number): number {
  let count = 0
  for (let at = body.indexOf(byte); at >= 0 && count < most; at = body.indexOf(byte, at + 1))
    count++
  return count
}

function pairOf(bytes: Uint8Array): SentPair {
  const at = bytes.indexOf(equals)
  if (at < 0) return [decoded(bytes), '']
  return [decoded(bytes.subarray(0, at)), decoded(bytes.subarray(at + 1))]
}

function decoded(bytes: Uint8Array): string {
  const plain = new Uint8Array(bytes.length)
  let length = 0
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    const value = byte === percent ? hexAt(bytes, at + 1) : undefined
    if (value !== undefined) at += 2
    plain[length++] = value ?? (byte === plus ? space : byte)
  }
  return utf8.decode(plain.subarray(0, length))
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

function hexAt(bytes: Uint8Array, at: number): number | undefined {
  const [high, low] = [digitOf(bytes[at]), digitOf(bytes[at + 1])]
  return high === undefined || low === undefined ? undefined : high * 16 + low
}

function digitOf(byte: number | undefined): number | undefined {
  if (byte === undefined) return undefined
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30
  const letter = byte | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : undefined
}
