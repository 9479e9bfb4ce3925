import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Hono } from 'hono'
import { Packed, packingFor } from '../shell/packing.ts'
import { paths } from '../shell/paths.ts'

const file = join(import.meta.dirname, '../../../data/places/outlines.json')
/** Read and packed when first asked for: time that no start should wait for. */
const outlines = new Packed(() => readFile(file), 9)

/** The outlines of land (Natural Earth, public domain) that the map is drawn on: served by us, no other host. */
export function outlineRoutes(): Hono {
  const site = new Hono()
  site.get(paths.outlines.pattern, async (c) => {
    if (!existsSync(file)) return c.notFound()
    const packing = packingFor(c.req.header('Accept-Encoding'))
    const bytes = await outlines.as(packing)
    c.header('Content-Type', 'application/json; charset=UTF-8')
    c.header('Cache-Control', 'public, max-age=604800')
    c.header('Vary', 'Accept-Encoding')
    if (packing !== 'plain') c.header('Content-Encoding', packing)
    return c.body(bytes)
  })
  return site
}
