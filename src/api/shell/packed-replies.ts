import { promisify } from 'node:util'
import { constants, crc32, deflateRaw, deflateRawSync } from 'node:zlib'
import type { Context, Next } from 'hono'
import { acceptedPackings } from '../../base/accepted-packings.ts'

/**
 * Packs texts as gzip for who takes it: each piece of a reply for itself, as it is made, and a large one beside the requests.
 * Quick before small, because whole catalogues are read this way.
 */
export async function packedReplies(c: Context, next: Next): Promise<void> {
  await next()
  const { headers, body } = c.res
  if (!isPackable.test(headers.get('Content-Type') ?? '') || headers.has('Content-Encoding')) return
  c.header('Vary', 'Accept-Encoding', { append: true })
  if (!body || c.req.method === 'HEAD') return
  if (!acceptedPackings(c.req.header('Accept-Encoding')).has('gzip')) return
  c.res = new Response(packed(body), c.res)
  c.header('Content-Encoding', 'gzip')
  const tag = headers.get('ETag')
  if (tag?.startsWith('"')) c.header('ETag', `W/${tag}`)
}

const isPackable = /^(?:text\/\w+|application\/(?:json|xml|[\w.-]+\+(?:json|xml)))(?:;|$)/i

function packed(body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  const reader = body.getReader()
  const sum = { crc: 0, length: 0, isBegun: false }
  return new ReadableStream(
    {
      async pull(controller) {
        if (!sum.isBegun) controller.enqueue(head)
        sum.isBegun = true
        const { value, done } = await reader.read()
        if (done) {
          controller.enqueue(lastBlock)
          controller.enqueue(tail(sum))
          return controller.close()
        }
        sum.crc = crc32(value, sum.crc)
        sum.length = (sum.length + value.length) % 2 ** 32
        controller.enqueue(
          value.length > mostAtOnce ? await deflated(value, how) : deflateRawSync(value, how),
        )
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  )
}

const deflated = promisify(deflateRaw)
const how = { level: 1, memLevel: 9, finishFlush: constants.Z_SYNC_FLUSH }

/** Bytes that are packed at once, in a millisecond or less: handing them to another thread costs more than that. */
const mostAtOnce = 256 * 1024

/** RFC 1952: deflate, no name, no time, any system. */
const head = new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255])

/** RFC 1951: an empty block that says it is the last. Each piece before it ends with whole bytes. */
const lastBlock = new Uint8Array([3, 0])

function tail({ crc, length }: { readonly crc: number; readonly length: number }): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(8))
  bytes.setUint32(0, crc, true)
  bytes.setUint32(4, length, true)
  return new Uint8Array(bytes.buffer)
}
