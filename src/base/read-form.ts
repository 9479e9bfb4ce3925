import { boundaryOf, readMultipart } from './multipart.ts'
import { readUrlEncoded } from './url-encoded.ts'

/** A field of a form; a file has its bytes, whatever they are. */
export interface SentField {
  readonly name: string
  readonly value: string
  readonly file?: Uint8Array
}

/** A form as it was sent, or why it cannot be read: it is none, or it has too many fields to be one of ours. */
export type SentForm =
  | { readonly kind: 'form'; readonly fields: readonly SentField[] }
  | { readonly kind: 'none' }
  | { readonly kind: 'tooMany' }

/** Reads a form by its content type. Fields are counted before they are read; the time grows with the length alone. Never throws. */
export function readFormBody(body: Uint8Array, contentType: string, mostFields: number): SentForm {
  if (/^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(contentType)) {
    const pairs = readUrlEncoded(body, mostFields)
    if (!pairs) return { kind: 'tooMany' }
    return { kind: 'form', fields: pairs.map(([name, value]) => ({ name, value })) }
  }
  const boundary = boundaryOf(contentType)
  const parts = boundary === undefined ? undefined : readMultipart(body, boundary, mostFields)
  if (parts === 'tooMany') return { kind: 'tooMany' }
  if (parts === undefined) return { kind: 'none' }
  return {
    kind: 'form',
    fields: parts.map(({ name, filename, bytes }) =>
      filename === undefined
        ? { name, value: utf8.decode(bytes) }
        : { name, value: '', file: bytes },
    ),
  }
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })
