import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { Script } from 'node:vm'
import { brotliDecompressSync } from 'node:zlib'
import { assetAt, assetUrl, bundleUrl, importMap, importMapHash } from './assets.ts'
import { assetRoutes } from './routes.ts'

const site = assetRoutes()
const web = join(import.meta.dirname, '../..')

test('what every page loads of styles is small, and what few pages need is apart', async () => {
  const packedSize = async (path: string): Promise<number> => {
    const response = await site.request(assetUrl(path), { headers: { 'Accept-Encoding': 'br' } })
    return (await response.arrayBuffer()).byteLength
  }
  const shared = await packedSize('site.css')
  assert.ok(shared <= 5200, `${shared}`)
  for (const [own, most] of [
    ['home.css', 1000],
    ['find.css', 2500],
    ['study.css', 3200],
    ['desk.css', 3500],
  ] as const) {
    const size = await packedSize(own)
    assert.ok(size > 500 && size <= most, `${own} ${size}`)
  }
})

test('an asset is kept for good under an address that changes with it, and sent packed', async () => {
  const response = await site.request(assetUrl('site.css'), {
    headers: { 'Accept-Encoding': 'gzip, br' },
  })
  assert.match(response.headers.get('cache-control') ?? '', /immutable/)
  assert.equal(response.headers.get('content-encoding'), 'br')
  const css = brotliDecompressSync(new Uint8Array(await response.arrayBuffer())).toString()
  assert.ok(css.startsWith('@layer reset,tokens,base,parts,pages;'))
})

test('the face of the text is our own file, small, sent as it is and never waited for', async () => {
  const response = await site.request(assetUrl('text.woff2'), {
    headers: { 'Accept-Encoding': 'gzip, br' },
  })
  const bytes = new Uint8Array(await response.arrayBuffer())
  assert.equal(response.headers.get('content-type'), 'font/woff2')
  assert.equal(response.headers.get('content-encoding'), null)
  assert.equal(new TextDecoder().decode(bytes.slice(0, 4)), 'wOF2')
  assert.ok(bytes.length <= 16 * 1024)
  const css = await (await site.request(assetUrl('site.css'))).text()
  assert.match(css, /url\('text\.woff2'\)[^}]*font-display:swap/s)
})

test('an address of an older release still gives the file, to be asked for again', async () => {
  const response = await site.request('/assets/000000000000/site.css')
  assert.equal(response.status, 200)
  assert.equal(response.headers.get('cache-control'), 'no-cache')
})

test('islands are sent as JavaScript without types', async () => {
  for (const name of globSync('*.ts', { cwd: join(web, 'browser') })) {
    const response = await site.request(assetUrl(`browser/${name}`))
    assert.match(response.headers.get('content-type') ?? '', /text\/javascript/)
    assert.doesNotMatch(await response.text(), /: void \{|interface \w+ \{/)
  }
})

test('the islands of a page are one file, in which each module stands once and after what it needs', async () => {
  const response = await site.request(bundleUrl(['search-box', 'place-box', 'kept-here']))
  assert.match(response.headers.get('content-type') ?? '', /text\/javascript/)
  const text = await response.text()
  assert.equal(text.split('class SuggestBox').length, 2)
  assert.ok(text.indexOf('class SuggestBox') < text.indexOf('class SearchBox'))
  assert.doesNotMatch(text, /^(?:import|export) /m)
  assert.doesNotThrow(() => new Script(text))
  assert.equal((await site.request(bundleUrl(['search-box', 'nothing']))).status, 404)
})

test('every list of islands that a page asks for makes one sound file', () => {
  const names = globSync('*.ts', { cwd: join(web, 'browser') })
    .map((name) => name.replace('.ts', ''))
    .filter((name) => name !== 'open-map')
  for (const name of names) {
    const bundle = assetAt(`browser/${name}+kept-here.js`)
    assert.ok(bundle)
    assert.doesNotThrow(() => new Script(String(bundle.content)), name)
  }
})

test('no style sheet or island names another host', () => {
  for (const name of globSync(['styles/**/*.css', 'browser/*.ts'], { cwd: web })) {
    const text = readFileSync(join(web, name), 'utf8')
    assert.doesNotMatch(text, /https?:\/\/|url\(\s*['"]?\/\/|@import/, name)
  }
})

test('the policy allows the import map we send and no other', async () => {
  const [, text = ''] =
    /^<script type="importmap">(.*)<\/script>$/.exec(String(await importMap())) ?? []
  const hash = createHash('sha256').update(text).digest('base64')
  assert.equal(importMapHash, `'sha256-${hash}'`)
})

test('the smaller of our colours and sizes are only said once, as tokens', () => {
  for (const name of globSync('styles/**/*.css', { cwd: web })) {
    if (/tokens|print|study/.test(name)) continue
    assert.doesNotMatch(readFileSync(join(web, name), 'utf8'), /oklch\(|#[0-9a-f]{3,6}\b/i, name)
  }
})
