import type { Context, Next } from 'hono'
import { packed, packingFor } from '../packing.ts'

/** Of brotli: a reader waits for a page to be packed. As quick as gzip, a seventh smaller. */
const quality = 5

/** Packs a page with brotli where the browser takes it. Everything else is left to who packs what is sent in a stream. */
export async function packPages(c: Context, next: Next): Promise<void> {
  await next()
  const { headers, body, status } = c.res
  if (!body || c.req.method === 'HEAD' || status === 206 || headers.has('Content-Encoding')) return
  if (!/^text\/html(?:;|$)/i.test(headers.get('Content-Type') ?? '')) return
  if (packingFor(c.req.header('Accept-Encoding')) !== 'br') return
  const bytes = await packed(await c.res.text(), 'br', quality)
  c.res = new Response(bytes, c.res)
  c.res.headers.delete('Content-Length')
  c.res.headers.set('Content-Encoding', 'br')
  c.res.headers.append('Vary', 'Accept-Encoding')
}
