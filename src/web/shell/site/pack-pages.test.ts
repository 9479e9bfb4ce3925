import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brotliDecompressSync } from 'node:zlib'
import { Hono } from 'hono'
import { packPages } from './pack-pages.ts'

const written = '<p>One two</p>'
const site = new Hono()
site.use(packPages)
site.get('/', (c) => c.html(written))
site.get('/data', (c) => c.json({ one: 1 }))

async function sent(path: string, taken: string): Promise<readonly [string | null, string]> {
  const response = await site.request(path, { headers: { 'Accept-Encoding': taken } })
  const bytes = new Uint8Array(await response.arrayBuffer())
  const packing = response.headers.get('Content-Encoding')
  const plain = packing === 'br' ? brotliDecompressSync(bytes) : bytes
  return [packing, Buffer.from(plain).toString()]
}

test('a page is sent packed; other kinds and other browsers are left as they are', async () => {
  assert.deepEqual(await sent('/', 'gzip, br'), ['br', written])
  assert.deepEqual(await sent('/data', 'br'), [null, '{"one":1}'])
  assert.deepEqual(await sent('/', 'gzip'), [null, written])
})
