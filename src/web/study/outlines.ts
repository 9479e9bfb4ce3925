import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { Hono } from 'hono'
import { outlinesPath } from './sections/site-map.ts'

const file = join(import.meta.dirname, '../../../data/places/outlines.json')
let kept:
  | { readonly plain: Uint8Array<ArrayBuffer>; readonly packed: Uint8Array<ArrayBuffer> }
  | undefined

/** Packed when first asked for: half a second that no start should wait for. */
function outlines(): typeof kept {
  if (kept || !existsSync(file)) return kept
  const plain = new Uint8Array(readFileSync(file))
  kept = { plain, packed: new Uint8Array(brotliCompressSync(plain)) }
  return kept
}

/** The outlines of land (Natural Earth, public domain) that the map is drawn on: served by us, no other host. */
export function outlineRoutes(): Hono {
  const site = new Hono()
  site.get(outlinesPath, (c) => {
    const found = outlines()
    if (!found) return c.notFound()
    c.header('Content-Type', 'application/json; charset=UTF-8')
    c.header('Cache-Control', 'public, max-age=604800')
    c.header('Vary', 'Accept-Encoding')
    if (!/\bbr\b/.test(c.req.header('Accept-Encoding') ?? '')) return c.body(found.plain)
    return c.body(found.packed, 200, { 'Content-Encoding': 'br' })
  })
  return site
}
