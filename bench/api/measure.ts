import { Agent, get } from 'node:http'
import { gunzipSync } from 'node:zlib'
import { median, percentile } from '../figures.ts'
import { family, memoryOf, processorSeconds } from '../processes.ts'
import type { TestServer } from '../server.ts'
import { apiQuestions } from './questions.ts'

/** How fast pages of ten were, in milliseconds. */
export interface PageFigures {
  readonly kind: string
  readonly asked: number
  readonly p50: number
  readonly p95: number
  readonly slowest: number
}

/** How fast the whole catalogue was read, page after page. */
export interface ReadingFigures {
  readonly packing: 'gzip' | 'plain'
  readonly pages: number
  readonly studies: number
  readonly megabytes: number
  readonly seconds: number
  /** Of the server and its search processes together, on however many cores. */
  readonly processorSeconds: number
  /** How much more memory the server had, at most, than before the first page, in MB. */
  readonly growthMb: number
}

/** Everything that was measured. */
export interface ApiFigures {
  readonly pages: readonly PageFigures[]
  readonly all: PageFigures
  readonly readings: readonly ReadingFigures[]
}

/** Asks every question so often, and reads all studies by 1,000, as clients do: on one connection, packed. */
export async function measureApi(server: TestServer, rounds: number): Promise<ApiFigures> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const times = new Map<string, number[]>()
  for (let round = -1; round < rounds; round++)
    for (const { kind, queries } of apiQuestions)
      for (const query of queries) {
        const { status, ms, body } = await ask(server, agent, query, 'gzip')
        if (status !== 200) throw new Error(`${query} answered ${status}: ${body.toString()}`)
        // The first round warms what keeps its answers.
        if (round >= 0) times.set(kind, [...(times.get(kind) ?? []), ms])
      }
  const pages = Array.from(times, ([kind, all]) => figuresOf(kind, all))
  const all = figuresOf('all', [...times.values()].flat())
  const readings: ReadingFigures[] = []
  for (const packing of ['gzip', 'plain'] as const)
    readings.push(await readAll(server, agent, packing))
  agent.destroy()
  return { pages, all, readings }
}

/** The figures of some times, in milliseconds. */
export function figuresOf(kind: string, times: readonly number[]): PageFigures {
  return {
    kind,
    asked: times.length,
    p50: median(times),
    p95: percentile(times, 0.95),
    slowest: Math.max(...times),
  }
}

async function readAll(
  server: TestServer,
  agent: Agent,
  packing: 'gzip' | 'plain',
): Promise<ReadingFigures> {
  await ask(server, agent, 'pageSize=1000', packing)
  const before = memoryOf([server.pid]).rss
  const [worked, began] = [workOf(server), performance.now()]
  let [pages, studies, bytes, most] = [0, 0, 0, before]
  let token = ''
  do {
    const { status, body } = await ask(server, agent, `pageSize=1000${token}`, packing)
    if (status !== 200) throw new Error(`page ${pages + 1} answered ${status}`)
    const text = packing === 'gzip' ? gunzipSync(body) : body
    pages++
    bytes += text.length
    studies += linesIn(text)
    most = Math.max(most, memoryOf([server.pid]).rss)
    const end = text.subarray(-80).toString()
    const next = /,"nextPageToken":"([^"]+)"\}$/.exec(end)?.[1]
    token = next === undefined ? '' : `&pageToken=${next}`
  } while (token !== '')
  return {
    packing,
    pages,
    studies,
    megabytes: bytes / 1e6,
    seconds: (performance.now() - began) / 1000,
    processorSeconds: workOf(server) - worked,
    growthMb: most - before,
  }
}

/** A study stands on a line of its own, between the line that begins the page and the one that ends it. */
function linesIn(text: Buffer): number {
  let lines = 0
  for (let at = text.indexOf(10); at >= 0; at = text.indexOf(10, at + 1)) lines++
  return Math.max(0, lines - 1)
}

/** The processor's time of a server and its processes so far, in seconds. */
export function workOf({ pid }: TestServer): number {
  return family(pid).reduce((sum, one) => sum + (processorSeconds(one) ?? 0), 0)
}

interface Asked {
  readonly status: number
  readonly body: Buffer
  readonly ms: number
}

function ask(
  { address }: TestServer,
  agent: Agent,
  query: string,
  packing: 'gzip' | 'plain',
): Promise<Asked> {
  const began = performance.now()
  const headers = packing === 'gzip' ? { 'accept-encoding': 'gzip' } : {}
  return new Promise((resolve, reject) => {
    get(`${address}/api/v2/studies?${query}`, { agent, headers }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          body: Buffer.concat(parts),
          ms: performance.now() - began,
        }),
      )
      response.on('error', reject)
    }).on('error', reject)
  })
}
