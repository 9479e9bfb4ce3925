import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brotliDecompressSync } from 'node:zlib'
import { Hono } from 'hono'
import { packPages } from './pack-pages.ts'

const written = '<p>\n    One\n    two <input value="a\n    b" />\n</p>'
const notes = '<pre>\n    One\n    two</pre>'
const site = new Hono()
site.use(packPages)
site.get('/', (c) => c.html(written))
site.get('/notes', (c) => c.html(notes))
site.get('/data', (c) => c.json({ one: 1 }))

async function sent(path: string, taken: string): Promise<readonly [string | null, string]> {
  const response = await site.request(path, { headers: { 'Accept-Encoding': taken } })
  const bytes = new Uint8Array(await response.arrayBuffer())
  const packing = response.headers.get('Content-Encoding')
  const plain = packing === 'br' ? brotliDecompressSync(bytes) : bytes
  return [packing, Buffer.from(plain).toString()]
}

test('a page is sent packed and without its indent, and what stands in quotes stays', async () => {
  const page = '<p>\nOne\ntwo <input value="a\n    b" />\n</p>'
  assert.deepEqual(await sent('/', 'gzip, br'), ['br', page])
})

test('text that keeps its spaces, other kinds and other browsers are left as they are', async () => {
  assert.deepEqual(await sent('/notes', 'br'), ['br', notes])
  assert.deepEqual(await sent('/data', 'br'), [null, '{"one":1}'])
  assert.deepEqual(await sent('/', 'gzip'), [null, written])
})
