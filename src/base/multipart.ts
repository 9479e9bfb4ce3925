/** One part of a form that was sent in parts; a file has the name that it had where it was chosen. */
export interface SentPart {
  readonly name: string
  readonly filename?: string
  readonly bytes: Uint8Array
}

/**
 * Reads a body of `multipart/form-data`, in time that grows with its length alone: the bytes of a part are not copied.
 * `tooMany` where it has more than `mostParts`; undefined where its parts do not end as they begin.
 */
export function readMultipart(
  body: Uint8Array,
  boundary: string,
  mostParts: number,
): readonly SentPart[] | 'tooMany' | undefined {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
  const mark = Buffer.from(`--${boundary}`, 'latin1')
  const between = Buffer.from(`\r\n--${boundary}`, 'latin1')
  const parts: SentPart[] = []
  if (!bytes.subarray(0, mark.length).equals(mark)) return undefined
  for (let at = mark.length; !isClosed(bytes, at);) {
    if (parts.length >= mostParts) return 'tooMany'
    const from = lineAfter(bytes, at)
    const end = from === undefined ? -1 : bytes.indexOf(between, from - lineEnd.length)
    if (from === undefined || end < 0) return undefined
    const part = partOf(bytes.subarray(from, Math.max(from, end)))
    if (!part) return undefined
    parts.push(part)
    at = end + between.length
  }
  return parts
}

/** The boundary that a content type names; undefined where it is no form in parts, or names none that may be. */
export function boundaryOf(contentType: string): string | undefined {
  if (!/^multipart\/form-data\s*;/i.test(contentType)) return undefined
  const [, quoted, plain] =
    /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))\s*(?:;|$)/i.exec(contentType) ?? []
  return quoted ?? plain
}

const lineEnd = Buffer.from('\r\n')
const headEnd = Buffer.from('\r\n\r\n')
/** Far more than a name and a kind of file take. */
const longestHead = 4096

/** Two dashes after a boundary end the body. */
function isClosed(bytes: Buffer, at: number): boolean {
  return bytes[at] === 0x2d && bytes[at + 1] === 0x2d
}

/** Where the line after a boundary begins. */
function lineAfter(bytes: Buffer, at: number): number | undefined {
  return bytes.subarray(at, at + lineEnd.length).equals(lineEnd) ? at + lineEnd.length : undefined
}

function partOf(bytes: Buffer): SentPart | undefined {
  const end = bytes.subarray(0, longestHead).indexOf(headEnd)
  if (end < 0) return undefined
  const head = bytes.subarray(0, end).toString('utf8')
  const [line] = /^content-disposition:[^\r\n]*/im.exec(head) ?? []
  const name = line && valueIn(line, 'name')
  if (line === undefined || name === undefined) return undefined
  const filename = valueIn(line, 'filename')
  return {
    name,
    ...(filename !== undefined && { filename }),
    bytes: bytes.subarray(end + headEnd.length),
  }
}

/** Browsers write a quotation mark or a line end in a name by its number. */
function valueIn(line: string, key: string): string | undefined {
  const [, value] = new RegExp(`;\\s*${key}="([^"]*)"`, 'i').exec(line) ?? []
  return value?.replace(/%(22|0A|0D)/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}
