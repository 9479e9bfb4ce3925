import { Hono, type Context } from 'hono'
import type { SiteArea } from '../area.ts'
import { Packed, packingFor } from '../packing.ts'
import { assetAt, isCurrent, type Asset } from './assets.ts'
import { paths } from '../paths.ts'

/** Styles, the face, islands and libraries, compressed once and kept by browsers for good. */
export const assetsArea: SiteArea = {
  routes: assetRoutes,
  prefixes: ['/'],
  door: 'both',
}

/** Their routes alone. */
export function assetRoutes(): Hono {
  const site = new Hono()
  site.get(paths.asset.pattern, (c) => {
    const asset = assetAt(c.req.param('path'))
    if (!asset) return c.notFound()
    const keep = isCurrent(c.req.param('generation'))
    c.header('Cache-Control', keep ? 'public, max-age=31536000, immutable' : 'no-cache')
    return send(c, asset)
  })
  site.get(paths.favicon.pattern, (c) => {
    const icon = assetAt('mark.svg')
    if (!icon) return c.notFound()
    c.header('Cache-Control', 'public, max-age=86400')
    return send(c, icon)
  })
  return site
}

/** Kept for good by browsers, so worth the best packing. */
const best = 11

async function send(c: Context, asset: Asset): Promise<Response> {
  const packing = asset.isPacked ? 'plain' : packingFor(c.req.header('Accept-Encoding'))
  const bytes = await packedOf(asset).as(packing)
  c.header('Content-Type', asset.type)
  c.header('Vary', 'Accept-Encoding')
  if (packing !== 'plain') c.header('Content-Encoding', packing)
  return c.body(bytes)
}

const packedAssets = new WeakMap<Asset, Packed>()

function packedOf(asset: Asset): Packed {
  const known = packedAssets.get(asset)
  if (known) return known
  const packed = new Packed(async () => asset.content, best)
  packedAssets.set(asset, packed)
  return packed
}
