import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Context, Hono } from 'hono'
import type { App } from '../shell/app.ts'
import type { SiteArea } from '../shell/area.ts'
import { Packed, packingFor } from '../shell/packing.ts'
import { pageOf } from '../shell/page.ts'
import { paths } from '../shell/paths.ts'
import { mapSites } from './map-sites.ts'
import { type Outlines, worldSvg } from './world-outline.ts'

const file = join(import.meta.dirname, '../../../data/places/outlines.json')
/** Read and packed when first asked for: time that no start should wait for. */
const outlines = new Packed(() => readFile(file), 9)
const world = new Packed(async () => {
  const read: Outlines = JSON.parse(await readFile(file, 'utf8'))
  return worldSvg(read)
}, 11)

/**
 * What maps are drawn on and from: outlines of land (Natural Earth, public domain), and the sites of some studies. All of it
 * is served by us, no other host.
 */
export const mapArea: SiteArea = {
  routes: mapRoutes,
}

function mapRoutes(app: App): Hono {
  const site = new Hono()
  site.get(paths.outlines.pattern, (c) => send(c, outlines, 'application/json; charset=UTF-8'))
  site.get(paths.worldOutline.pattern, (c) => send(c, world, 'image/svg+xml; charset=UTF-8'))
  site.get(paths.mapSites.pattern, async (c) => c.json(await mapSites(app, pageOf(c, app))))
  return site
}

async function send(c: Context, content: Packed, type: string): Promise<Response> {
  if (!existsSync(file)) return c.notFound()
  const packing = packingFor(c.req.header('Accept-Encoding'))
  const bytes = await content.as(packing)
  c.header('Content-Type', type)
  c.header('Cache-Control', 'public, max-age=604800')
  c.header('Vary', 'Accept-Encoding')
  if (packing !== 'plain') c.header('Content-Encoding', packing)
  return c.body(bytes)
}
