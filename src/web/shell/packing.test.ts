import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { brotliDecompressSync } from 'node:zlib'
import { Packed, packed, packingFor } from './packing.ts'

test('a packing is used only where the browser takes it', () => {
  for (const [header, packing] of [
    ['gzip, deflate, br', 'br'],
    ['gzip;q=1.0, br;q=0', 'gzip'],
    ['br; q=0.0, gzip;Q=0', 'plain'],
    ['br;q=0.1', 'br'],
    ['identity', 'plain'],
    ['x-br-old', 'plain'],
    [undefined, 'plain'],
  ] as const)
    assert.equal(packingFor(header), packing, String(header))
})

test('what all readers get is packed once, and again only when reading it failed', async () => {
  let reads = 0
  const file = new Packed(async () => {
    reads += 1
    if (reads === 1) throw new Error('not yet')
    return 'land'
  }, 9)
  await assert.rejects(file.as('br'))
  const [one, other] = await Promise.all([file.as('br'), file.as('br')])
  assert.equal(one, other)
  assert.equal(brotliDecompressSync(one).toString(), 'land')
  assert.equal(reads, 2)
})

test('a text of any length is packed whole, and a repeated page hardly longer than once', async () => {
  for (const length of [0, 1, 1008, 1009, 65_519, 65_520, 65_521, 5_000_000]) {
    const text = Buffer.from(Uint8Array.from({ length }, (_, at) => 97 + ((at * at) % 23)))
    assert.ok(text.equals(brotliDecompressSync(await packed(text, 'br', 5))), `${length} bytes`)
  }
  const page = randomBytes(20_000)
  const twice = await packed(Buffer.concat([page, page]), 'br', 5)
  assert.ok(twice.length < 21_000, `${twice.length} bytes`)
})
