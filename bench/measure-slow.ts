import { dataFolder, type BenchSetup } from './setup.ts'
import { wait } from './processes.ts'
import { request, searchProcesses, startServer } from './server.ts'

export interface SlowFigures {
  /** Each hostile search alone. */
  readonly searches: readonly {
    readonly name: string
    readonly status: number
    readonly ms: number
  }[]
  /** Eight at once: how many were answered, and the longest. */
  readonly together: { readonly answered: number; readonly longestMs: number }
  /** The longest answer of /healthz while all this went on, and how often it was asked. */
  readonly healthMs: number
  readonly healthChecks: number
  readonly cut: CutFigures
}

/** A search that cannot finish: its search processes are held still until it is cut off. */
export interface CutFigures {
  readonly status: number
  readonly retryAfter: string
  readonly saysSo: boolean
  readonly ms: number
  /** Until the next search was answered with 200. */
  readonly recoveryMs: number
}

/** Searches as costly as the grammar permits, and what they do to everybody else. */
export async function measureSlow(setup: BenchSetup): Promise<SlowFigures> {
  const server = await startServer(dataFolder(setup))
  const health = watchHealth(server.address)
  try {
    const searches = []
    for (const [name, params] of hostile) {
      const { status, ms } = await request(`${server.address}/search?${String(params)}`)
      searches.push({ name, status, ms })
    }
    const all = await Promise.all(
      hostile
        .slice(0, 8)
        .map(([, params]) => request(`${server.address}/search?${String(params)}`)),
    )
    const { longest, count } = await health.stop()
    return {
      searches,
      together: {
        answered: all.filter(({ status }) => status === 200).length,
        longestMs: Math.max(...all.map(({ ms }) => ms)),
      },
      healthMs: longest,
      healthChecks: count,
      cut: await measureCut(setup),
    }
  } finally {
    await health.stop()
    await server.stop()
  }
}

const prefixes = 'con* OR pro* OR tre* OR pat* OR stu* OR int* OR dis* OR com*'
const manyWords =
  'study OR patients OR treatment OR disease OR clinical OR trial OR group OR time OR dose OR drug OR years OR ' +
  'weeks OR months OR blood OR effect OR placebo OR therapy OR cancer OR safety OR health OR care OR medical OR ' +
  'hospital OR university OR adult OR other OR outcome OR baseline OR change OR number OR rate OR score'
const nested =
  '((((((((study OR trial) OR drug) OR dose) OR care) OR group) OR years) OR time) OR health)'
const boxes = ['q', 'cond', 'intr', 'title', 'spons', 'elig']

const hostile: readonly (readonly [string, URLSearchParams])[] = [
  ['eight prefixes of three letters', new URLSearchParams({ q: prefixes })],
  ['eight prefixes in each of six boxes', everywhere(prefixes)],
  ['thirty common words, OR', new URLSearchParams({ q: manyWords })],
  ['thirty common words in each of six boxes', everywhere(manyWords)],
  ['nested ORs and a NOT', new URLSearchParams({ q: `${nested} -zebra ${prefixes}` })],
  [
    'a phrase of common words',
    new URLSearchParams({ q: '"of the study" OR "in the treatment of" OR "the number of"' }),
  ],
  [
    'prefixes, nearest first, page 500',
    new URLSearchParams({
      q: prefixes,
      near: '48.86,2.35',
      sort: 'nearest',
      page: '500',
      size: '100',
    }),
  ],
  ['prefixes, a list of 1,000 to print', new URLSearchParams({ q: prefixes, view: 'print' })],
]

function everywhere(text: string): URLSearchParams {
  return new URLSearchParams(boxes.map((box) => [box, text]))
}

function watchHealth(address: string): { stop(): Promise<{ longest: number; count: number }> } {
  let [longest, count, going] = [0, 0, true]
  const watching = (async () => {
    while (going) {
      const { ms } = await request(`${address}/healthz`)
      longest = Math.max(longest, ms)
      count++
      await wait(10)
    }
  })()
  return {
    stop: async () => {
      going = false
      await watching
      return { longest, count }
    },
  }
}

/** The shortest limit there may be, and search processes that are stopped: no machine is fast enough. */
async function measureCut(setup: BenchSetup): Promise<CutFigures> {
  const settings = { SEARCH_TIMEOUT_MS: '100', SEARCH_PROCESSES: '1' }
  const server = await startServer(dataFolder(setup), { settings })
  try {
    for (const pid of searchProcesses(server)) process.kill(pid, 'SIGSTOP')
    const { status, headers, body, ms } = await request(`${server.address}/search?q=kawasaki`)
    const began = performance.now()
    for (let tries = 0; tries < 600; tries++) {
      const next = await request(`${server.address}/search?q=kawasaki`)
      if (next.status === 200) break
      await wait(20)
    }
    return {
      status,
      retryAfter: headers['retry-after'] ?? '',
      saysSo: /<h1>[^<]+<\/h1>/.test(body.toString()) && status === 503,
      ms,
      recoveryMs: performance.now() - began,
    }
  } finally {
    await server.stop()
  }
}
