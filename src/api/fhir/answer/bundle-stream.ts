import type { Context } from 'hono'
import { Turns } from '../../../base/turns.ts'
import { fhirXmlParts, innerXmlParts } from '../xml/fhir-xml.ts'
import type { ServedResource } from '../protocol/release.ts'
import { contentTypeOf, written } from '../protocol/reply.ts'
import type { WireFormat } from '../protocol/wire-format.ts'

/** What stands before the entries of a Bundle of what was found. */
export interface BundleHead {
  readonly total?: number
  readonly link: readonly { readonly relation: string; readonly url: string }[]
}

/** One entry of a Bundle. */
export interface BundleEntryMade {
  readonly fullUrl?: string
  readonly resource: ServedResource
  readonly search: {
    readonly mode: 'match' | 'outcome'
    readonly score?: number
    readonly extension?: readonly object[]
  }
}

/** Makes an entry when it is its turn; one that is large, in several. */
export type MakeEntry = () => BundleEntryMade | Promise<BundleEntryMade>

/**
 * Answers with a Bundle whose entries are made one at a time while it is sent, with turns for others between: a page of large studies
 * never stands in memory. Without entries the Bundle has none, not an empty list.
 */
export function sendBundle(
  c: Context,
  head: BundleHead,
  entries: Iterable<MakeEntry>,
  format: WireFormat,
): Response {
  const body = bytesOf(bundleTexts(head, entries, format))
  return c.body(body, 200, { 'Content-Type': contentTypeOf(format) })
}

async function* bundleTexts(
  head: BundleHead,
  entries: Iterable<MakeEntry>,
  format: WireFormat,
): AsyncGenerator<string> {
  const start = written(
    {
      resourceType: 'Bundle',
      type: 'searchset',
      ...(head.total !== undefined && { total: head.total }),
      ...(head.link.length > 0 && { link: head.link }),
    },
    format,
  )
  const isXml = format.kind === 'xml'
  yield start.slice(0, start.lastIndexOf(isXml ? '</Bundle>' : '}')).trimEnd()
  let isFirst = true
  const turns = new Turns()
  for (const make of entries) {
    const entry = await make()
    if (isXml) yield* inTurns(xmlEntry(entry, format))
    else yield `${isFirst ? ',"entry":[' : ','}${jsonEntry(entry, format)}`
    isFirst = false
    await turns.next()
  }
  if (isXml) yield '</Bundle>'
  else yield isFirst ? '}' : ']}'
}

function jsonEntry(entry: BundleEntryMade, { isPretty }: WireFormat): string {
  return isPretty ? `\n${JSON.stringify(entry, null, 2)}` : JSON.stringify(entry)
}

/** What a Bundle of this entry alone has between its ends, in pieces. */
function* xmlEntry(entry: BundleEntryMade, format: WireFormat): Generator<string> {
  const { resource, ...around } = entry
  const bundle = written({ resourceType: 'Bundle', entry: [around] } as ServedResource, format)
  const search = bundle.indexOf('<search>')
  yield `${bundle.slice(bundle.indexOf('<entry>'), search)}<resource>`
  yield* innerXmlParts(resource, format.release)
  yield `</resource>${bundle.slice(search, bundle.lastIndexOf('</Bundle>'))}`
}

async function* inTurns(pieces: Iterable<string>): AsyncGenerator<string> {
  const turns = new Turns()
  for (const piece of pieces) {
    yield piece
    await turns.next()
  }
}

/** A large resource as the body of a reply: as JSON whole, as XML in pieces with turns for others between. */
export function resourceBody(
  resource: ServedResource,
  format: WireFormat,
): string | ReadableStream<Uint8Array> {
  if (format.kind === 'json') return written(resource, format)
  return bytesOf(inTurns(fhirXmlParts(resource, format.release)))
}

/** Sent in pieces of some size: each costs a packing and a writing of its own, which for small ones is more than making them. */
function bytesOf(texts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      let piece = ''
      while (piece.length < pieceLength) {
        const { done, value } = await texts.next()
        if (done) {
          if (piece !== '') controller.enqueue(encoder.encode(piece))
          return controller.close()
        }
        piece += value
      }
      controller.enqueue(encoder.encode(piece))
    },
    async cancel() {
      await texts.return(undefined)
    },
  })
}

/** In characters. */
const pieceLength = 128 * 1024
