import { brotliCompressSync, gzipSync } from 'node:zlib'
import { Hono, type Context } from 'hono'
import { assetAt, isCurrent, type Asset } from './assets.ts'

/** Styles, islands and libraries, compressed once and kept by browsers for good. */
export function assetRoutes(): Hono {
  const site = new Hono()
  site.get('/assets/:generation/:path{.+}', (c) => {
    const asset = assetAt(c.req.param('path'))
    if (!asset) return c.notFound()
    const keep = isCurrent(c.req.param('generation'))
    c.header('Cache-Control', keep ? 'public, max-age=31536000, immutable' : 'no-cache')
    return send(c, asset)
  })
  site.get('/favicon.ico', (c) => {
    const icon = assetAt('mark.svg')
    if (!icon) return c.notFound()
    c.header('Cache-Control', 'public, max-age=86400')
    return send(c, icon)
  })
  return site
}

function send(c: Context, asset: Asset): Response {
  const accepted = c.req.header('Accept-Encoding') ?? ''
  c.header('Content-Type', asset.type)
  c.header('Vary', 'Accept-Encoding')
  const packed = packedOf(asset)
  if (/\bbr\b/.test(accepted)) return c.body(packed.br, 200, { 'Content-Encoding': 'br' })
  if (/\bgzip\b/.test(accepted)) return c.body(packed.gzip, 200, { 'Content-Encoding': 'gzip' })
  return c.body(asset.text)
}

interface Packed {
  readonly br: Uint8Array<ArrayBuffer>
  readonly gzip: Uint8Array<ArrayBuffer>
}

const packedAssets = new WeakMap<Asset, Packed>()

function packedOf(asset: Asset): Packed {
  const known = packedAssets.get(asset)
  if (known) return known
  const packed = {
    br: new Uint8Array(brotliCompressSync(asset.text)),
    gzip: new Uint8Array(gzipSync(asset.text)),
  }
  packedAssets.set(asset, packed)
  return packed
}
