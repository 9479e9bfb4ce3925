import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { createRequire, stripTypeScriptTypes } from 'node:module'
import { dirname, join } from 'node:path'
import { raw } from 'hono/html'
import type { Markup } from '../markup.ts'
import { paths } from '../paths.ts'
import { bundleOf, withoutNotes } from './bundles.ts'
import { styleSheets } from './sheets.ts'

/** One file that pages use, ready to send. */
export interface Asset {
  readonly type: string
  readonly content: string | Uint8Array
  /** True for what is packed already: it is sent as it is. */
  readonly isPacked?: boolean
}

/** The same with what it is made from, which is read at the start and tells one release from another. */
interface MadeAsset extends Asset {
  readonly source?: string
}

const web = join(import.meta.dirname, '../..')
const modules = createRequire(import.meta.url)

/** Libraries that islands may import, by the name they import them under. */
const libraries: Readonly<Record<string, Library>> = {
  '@github/combobox-nav': { path: 'lib/combobox-nav.js', file: '@github/combobox-nav' },
  '@simplewebauthn/browser': {
    path: 'lib/webauthn.js',
    file: '@simplewebauthn/browser',
    // Its one file with all of it in it makes a global name.
    within: '../dist/bundle/index.umd.min.js',
    ending: 'export const {startAuthentication,startRegistration}=globalThis.SimpleWebAuthnBrowser',
  },
  leaflet: { path: 'lib/leaflet.js', file: 'leaflet/dist/leaflet-src.esm.js' },
  supercluster: { path: 'lib/supercluster.js', file: 'supercluster' },
  // Used by supercluster.
  kdbush: { path: 'lib/kdbush.js', file: 'kdbush' },
}

interface Library {
  /** Where it is served. */
  readonly path: string
  /** The module of its package. */
  readonly file: string
  /** Another file of the package, from there. */
  readonly within?: string
  /** What is put to its end. */
  readonly ending?: string
}

const assets = readAssets()
/** Tells one release's files from another's. */
export const assetGeneration = hashOf(assets)
const map = JSON.stringify({
  imports: Object.fromEntries(
    Object.entries(libraries).map(([name, { path }]) => [name, assetUrl(path)]),
  ),
})

/** What the content security policy must name so that the import map, our one inline script, may run. */
export const importMapHash = `'sha256-${createHash('sha256').update(map).digest('base64')}'`

/** The address of a style sheet, island or library; it changes whenever any of them does. */
export function assetUrl(path: string): string {
  return paths.asset(assetGeneration, path)
}

/** The file of that path, as `site.css` or `browser/search-box.ts`; undefined where there is none. */
export function assetAt(path: string): Asset | undefined {
  return assets.get(path) ?? bundleAt(path)
}

/** The sign of the site within the page itself: it is smaller than what is said around a file of its own. */
export const iconUrl = raw(
  `data:image/svg+xml,${readFileSync(join(web, 'shell/assets/mark.svg'), 'utf8')
    .replace(/>\s+</g, '><')
    .trim()
    .replaceAll('"', "'")
    .replaceAll(/[#<>]/g, encodeURIComponent)}`,
)

/** The address of one file with these islands and what they import. */
export function bundleUrl(islands: readonly string[]): string {
  return assetUrl(`browser/${islands.join('+')}.js`)
}

/** As many as pages have lists of islands, and some. More are only made by who makes addresses up. */
const mostBundles = 32
const bundles = new Map<string, Asset>()

function bundleAt(path: string): Asset | undefined {
  const known = bundles.get(path)
  if (known) return known
  const names = /^browser\/([a-z+-]+)\.js$/.exec(path)?.[1]?.split('+')
  const content =
    names &&
    bundleOf(names, (name) => {
      const text = assets.get(`browser/${name}.ts`)?.content
      return typeof text === 'string' ? text : undefined
    })
  if (content === undefined) return undefined
  const bundle = { type: 'text/javascript; charset=utf-8', content }
  if (bundles.size < mostBundles) bundles.set(path, bundle)
  return bundle
}

/** Whether an address of a file is that of this release, so that it may be kept for good. */
export function isCurrent(generationAsked: string): boolean {
  return generationAsked === assetGeneration
}

/** Tells the browser where `leaflet` and the like are. */
export function importMap(): Markup {
  return raw(`<script type="importmap">${map}</script>`)
}

/** Everything is small and read once: styles as a few sheets, islands with their types erased. */
function readAssets(): Map<string, MadeAsset> {
  const found = new Map<string, MadeAsset>()
  for (const [name, content] of styleSheets(join(web, 'styles')))
    found.set(name, { type: 'text/css; charset=utf-8', content })
  found.set('mark.svg', {
    type: 'image/svg+xml',
    content: readFileSync(join(web, 'shell/assets/mark.svg'), 'utf8'),
  })
  found.set('card.png', {
    type: 'image/png',
    content: readFileSync(join(web, 'shell/assets/card.png')),
    isPacked: true,
  })
  found.set('text.woff2', {
    type: 'font/woff2',
    content: readFileSync(join(web, 'shell/assets/text.woff2')),
    isPacked: true,
  })
  found.set('lib/leaflet.css', {
    type: 'text/css; charset=utf-8',
    content: library('leaflet/dist/leaflet.css'),
  })
  for (const name of globSync('*.ts', { cwd: join(web, 'browser') })) {
    found.set(`browser/${name}`, island(readFileSync(join(web, 'browser', name), 'utf8')))
  }
  for (const { path, file, within, ending = '' } of Object.values(libraries))
    found.set(path, {
      type: 'text/javascript; charset=utf-8',
      content: library(file, within) + ending,
    })
  return found
}

function library(name: string, within = ''): string {
  const file = modules.resolve(name)
  return readFileSync(within === '' ? file : join(dirname(file), within), 'utf8').replace(
    /\n\/\/# sourceMappingURL=.*/g,
    '',
  )
}

function hashOf(files: ReadonlyMap<string, MadeAsset>): string {
  const hash = createHash('sha256')
  for (const [name, asset] of files)
    hash
      .update(name)
      .update('\0')
      .update(asset.source ?? asset.content)
      .update('\0')
  return hash.digest('hex').slice(0, 12)
}

/** A module of the browser: its types are erased when it is first asked for, because that takes a tenth of a second at a start. */
function island(source: string): MadeAsset {
  let text: string | undefined
  return {
    type: 'text/javascript; charset=utf-8',
    source,
    get content() {
      return (text ??= eraseTypes(source))
    },
  }
}

/** The browser's modules are the `.ts` files themselves, with their types blanked out. */
function eraseTypes(source: string): string {
  return withoutNotes(quietly(() => stripTypeScriptTypes(source, { mode: 'strip' })))
}

/** Node prints a warning, once, that this function is experimental; the operator can do nothing about it. */
function quietly<T>(work: () => T): T {
  const warnings = process as { emitWarning: unknown }
  const before = warnings.emitWarning
  warnings.emitWarning = () => {}
  try {
    return work()
  } finally {
    warnings.emitWarning = before
  }
}
