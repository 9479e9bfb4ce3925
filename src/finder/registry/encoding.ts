/** Turns the chunks of one source into UTF-8. */
export interface ToUtf8 {
  push(chunk: Uint8Array): Uint8Array
  end(): Uint8Array
}

/** A decoder for a text that begins so, or why there is none. UTF-8 passes as it is, without its mark. */
export function toUtf8(head: Uint8Array): ToUtf8 | { readonly reason: string } {
  const mark = markOf(head)
  if (mark) return mark.encoding === 'utf-8' ? withoutMark(mark.bytes) : decoded(mark.encoding)
  const declared = declaredEncoding(head)
  if (!declared || /^(utf-?8|us-ascii|ascii)$/i.test(declared)) return withoutMark(0)
  try {
    return decoded(declared)
  } catch {
    return { reason: `The XML says it is encoded in ${declared}, which is not known here.` }
  }
}

/** True for text whose bytes are half empty, as those of UTF-16 are in English. */
export function isUtf16(head: Uint8Array): boolean {
  return markOf(head)?.encoding.startsWith('utf-16') === true
}

/** UTF-16 is told by its mark, or by the empty half of its first character. */
function markOf(head: Uint8Array): { encoding: string; bytes: number } | undefined {
  const [a, b, c] = head
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', bytes: 3 }
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', bytes: 2 }
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', bytes: 2 }
  if (isAsciiMark(a) && b === 0) return { encoding: 'utf-16le', bytes: 0 }
  if (a === 0 && isAsciiMark(b)) return { encoding: 'utf-16be', bytes: 0 }
  return undefined
}

function isAsciiMark(byte: number | undefined): boolean {
  return byte === 0x7b || byte === 0x5b || byte === 0x3c
}

function declaredEncoding(head: Uint8Array): string | undefined {
  const start = Buffer.from(head.subarray(0, 200)).toString('latin1')
  return /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(start)?.[1]
}

function withoutMark(bytes: number): ToUtf8 {
  let left = bytes
  return {
    push(chunk) {
      const cut = Math.min(left, chunk.length)
      left -= cut
      return cut > 0 ? chunk.subarray(cut) : chunk
    },
    end: () => new Uint8Array(0),
  }
}

function decoded(encoding: string): ToUtf8 {
  const decoder = new TextDecoder(encoding)
  return {
    push: (chunk) => Buffer.from(decoder.decode(chunk, { stream: true })),
    end: () => Buffer.from(decoder.decode()),
  }
}
