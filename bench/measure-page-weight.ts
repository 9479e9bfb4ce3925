import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { dataFolder, type BenchSetup } from './setup.ts'
import { type Reply, request, startServer } from './server.ts'

/** Bytes over the wire of one page and what it loads. */
export interface PageWeight {
  readonly page: string
  readonly html: number
  readonly css: number
  readonly js: number
  readonly total: number
  readonly requests: number
}

const pages = ['/', '/search?q=kawasaki', '/studies/NCT02390596']

/** The compressed weight of a first visit: the page, its styles and its scripts with all they import. */
export async function measurePageWeight(setup: BenchSetup): Promise<readonly PageWeight[]> {
  const server = await startServer(dataFolder(setup))
  try {
    const weights: PageWeight[] = []
    for (const path of [...pages, ...pages.map((page) => `/fr${page === '/' ? '' : page}`)])
      weights.push(await weigh(server.address, path))
    return weights
  } finally {
    await server.stop()
  }
}

async function weigh(address: string, path: string): Promise<PageWeight> {
  const page = await fetchPacked(new URL(path, address))
  const html = textOf(page)
  const styles = hrefs(html, /<link\s[^>]*rel="stylesheet"[^>]*>/g, 'href')
  const scripts = [
    ...hrefs(html, /<script\s[^>]*src="[^>]*>/g, 'src'),
    ...hrefs(html, /<link\s[^>]*rel="modulepreload"[^>]*>/g, 'href'),
  ]
  const base = new URL(path, address)
  const css = await sumOf(styles.map((href) => new URL(href, base)))
  const js = await modules(
    scripts.map((href) => new URL(href, base)),
    importMapOf(html),
  )
  const total = page.body.length + css.bytes + js.bytes
  return {
    page: path,
    html: page.body.length,
    css: css.bytes,
    js: js.bytes,
    total,
    requests: 1 + css.count + js.count,
  }
}

async function fetchPacked(url: URL): Promise<Reply> {
  const reply = await request(url.href, { 'accept-encoding': 'gzip, deflate, br' })
  if (reply.status !== 200) throw new Error(`${url.pathname} answered ${reply.status}`)
  return reply
}

function textOf({ headers, body }: Reply): string {
  const packing = headers['content-encoding']
  if (packing === 'br') return brotliDecompressSync(body).toString()
  return packing === 'gzip' ? gunzipSync(body).toString() : body.toString()
}

function hrefs(html: string, elements: RegExp, attribute: string): string[] {
  return [...html.matchAll(elements)].flatMap(([element]) => {
    const value = new RegExp(`\\s${attribute}="([^"]*)"`).exec(element)?.[1]
    return value === undefined ? [] : [value.replaceAll('&amp;', '&')]
  })
}

interface Sum {
  readonly bytes: number
  readonly count: number
}

async function sumOf(urls: readonly URL[]): Promise<Sum> {
  let bytes = 0
  for (const url of urls) bytes += (await fetchPacked(url)).body.length
  return { bytes, count: urls.length }
}

function importMapOf(html: string): Readonly<Record<string, string>> {
  const json = /<script\s[^>]*type="importmap"[^>]*>([^]*?)<\/script>/.exec(html)?.[1]
  return json ? ((JSON.parse(json) as { imports?: Record<string, string> }).imports ?? {}) : {}
}

/** Scripts and, from each, what it imports at once; what is imported only when needed is not asked for. */
async function modules(first: readonly URL[], map: Readonly<Record<string, string>>): Promise<Sum> {
  const seen = new Set<string>()
  const left = [...first]
  let bytes = 0
  for (let url = left.pop(); url; url = left.pop()) {
    if (seen.has(url.href)) continue
    seen.add(url.href)
    const reply = await fetchPacked(url)
    bytes += reply.body.length
    const statics = /(?:^|[;\n])\s*(?:import|export)\s(?:[\w$*{},\s]*?\sfrom\s*)?["']([^"']+)["']/g
    for (const [, name = ''] of textOf(reply).matchAll(statics))
      left.push(new URL(map[name] ?? name, url))
  }
  return { bytes, count: seen.size }
}
