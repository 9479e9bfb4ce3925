import { paths } from '../../src/web/shell/paths.ts'
import { type HostileBody, hostileBodies } from './hostile-bodies.ts'
import { hostileHeaders, hostileQueries } from './hostile-queries.ts'
import type { HostileRecord } from './hostile-records.ts'
import type { Sent } from './send.ts'

/** One request, and the route it is meant for. */
export interface Step extends Sent {
  readonly route: string
}

/** What is walked with: the records that are in the catalogue, and whether to send the worst of each kind alone. */
export interface WalkPlan {
  readonly records: readonly HostileRecord[]
  readonly quick: boolean
  /** Where the server is, for forms that must come from its own pages. */
  readonly origin: string
}

const kb = 1024
/** What areas take at most, and a little less, so that the reader and not the door has the work. */
const sizes: Readonly<Record<string, readonly number[]>> = {
  match: [64 * kb - 64, 1024 * kb, 2048 * kb - 64, 3072 * kb],
  mailHook: [64 * kb - 64, 256 * kb - 64],
}
const usualSizes = [64 * kb - 64]

/** Every route of the one table, in both languages, read with hostile queries and headers and sent hostile bodies. */
export function* walk(plan: WalkPlan): Generator<Step> {
  for (const [name, path] of Object.entries(paths)) {
    const route = path.pattern
    const make = path as (...values: readonly string[]) => string
    const addresses = addressesOf(route, plan.records).map((values) => make(...values))
    yield* reading(route, addresses, plan)
    yield* sending({ name, route, addresses, plan })
  }
  yield* readingByPrograms(plan)
}

/** What programs may ask of a record, each in the form that costs most. */
function* readingByPrograms({ records }: WalkPlan): Generator<Step> {
  for (const { name, nctId } of records)
    for (const [route, path, accept = '*/*'] of programPaths(nctId))
      yield { route, name, method: 'GET', path, headers: { ...plain, accept } }
}

function programPaths(nctId: string): readonly (readonly [string, string, string?])[] {
  const studies = '/api/v2/studies'
  const one = '/api/v2/studies/{nctId}'
  return [
    ...['json', 'csv', 'json.zip', 'fhir.json', 'ris'].map(
      (form) => [one, `${studies}/${nctId}?format=${form}`] as const,
    ),
    [one, `${studies}/${nctId}?markupFormat=legacy`],
    [studies, `${studies}?filter.ids=${nctId}&markupFormat=legacy`],
    [studies, `${studies}?filter.ids=${nctId}&format=csv`],
    ['/api/int/studies/{nctId}', `/api/int/studies/${nctId}?history=true`],
    ...['R4', 'R5'].flatMap((release) => {
      const base = `/fhir/${release}/ResearchStudy`
      const xml = 'application/fhir+xml'
      return [
        [`${base}/{id}`, `${base}/${nctId}`],
        [`${base}/{id}`, `${base}/${nctId}`, xml],
        [`${base}/{id}`, `${base}/${nctId}?_pretty=true&_elements=site,contained`],
        [base, `${base}?_id=${nctId}`],
        [base, `${base}?_id=${nctId}`, xml],
        [base, `${base}?_id=${nctId}&_summary=true`],
        ['Questionnaire', `/fhir/${release}/Questionnaire/${nctId}-en`],
      ] as const
    }),
  ]
}

/** What stands in the places of a pattern: every record where it is a study's, else something long. */
function addressesOf(pattern: string, records: readonly HostileRecord[]): readonly string[][] {
  const names = [...pattern.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
  if (pattern.startsWith('/studies/')) return records.map(({ nctId }) => [nctId])
  return [names.map((name) => values[name] ?? 'a'), names.map(() => 'a'.repeat(2000))]
}

const values: Readonly<Record<string, string>> = {
  slug: 'heart-and-vessels',
  number: '1',
  generation: '0',
  path: 'site.css',
  name: 'a.eml',
}

function* reading(route: string, addresses: readonly string[], plan: WalkPlan): Generator<Step> {
  const [first = '/'] = addresses
  const get = (name: string, path: string, headers: Sent['headers'] = plain): Step => ({
    route,
    name,
    method: 'GET',
    path,
    headers,
  })
  const queries = plan.quick
    ? hostileQueries.filter(([name]) => name === quickQueries[route])
    : hostileQueries
  for (const address of new Set(addresses)) yield get(`read ${address.slice(0, 40)}`, address)
  for (const address of addresses.length > 2 ? addresses : [first])
    for (const [name, query] of addresses.length > 2 ? siteQueries(plan, address) : queries)
      yield get(`${name} at ${address.slice(0, 40)}`, `${address}?${query}`)
  if (plan.quick) return
  for (const address of addresses) yield get(`French ${address.slice(0, 40)}`, `/fr${address}`)
  for (const [name, query] of queries) yield get(`${name}, French`, `/fr${first}?${query}`)
  for (const [name, headers] of hostileHeaders) yield get(name, first, { ...plain, ...headers })
}

/** Unpacked, so that the bytes of an answer are those that were made. */
const plain = { accept: '*/*', 'accept-encoding': 'identity' }
/** Quickly, each query is sent where it costs most. */
const quickQueries: Readonly<Record<string, string>> = {
  '/search': 'words in every box',
  '/list': 'ids by the hundred',
  '/alerts/new': 'other words',
}

/** Sites are what a study's page can be asked for; quickly, of the record that has them. */
function siteQueries({ quick, records }: WalkPlan, address: string): typeof hostileQueries {
  const sites = records.find(({ name }) => name === 'sites')
  if (quick && !address.includes(sites?.nctId ?? 'none')) return []
  return hostileQueries.filter(([name]) => ['every site', 'sites near'].includes(name))
}

interface Sending {
  readonly name: string
  readonly route: string
  readonly addresses: readonly string[]
  readonly plan: WalkPlan
}

function* sending({ name, route, addresses, plan }: Sending): Generator<Step> {
  const [first = '/'] = addresses
  const bodies = plan.quick ? quickBodies(name) : hostileBodies
  const post = (body: HostileBody, bytes: number, path: string, more: Partial<Step> = {}): Step => {
    const made = body.make(bytes)
    const headers = {
      ...plain,
      origin: plan.origin,
      'content-type': body.type,
      'content-length': String(made.length),
    }
    const said = `${body.name}, ${Math.round(bytes / kb)} kB`
    return { route, name: said, method: 'POST', path, headers, body: made, ...more }
  }
  const most = sizes[name] ?? usualSizes
  for (const bytes of plan.quick ? most.slice(0, 2) : most)
    for (const body of bodies) yield post(body, bytes, first)
  const [one] = hostileBodies
  if (!one) return
  const cutOff = (bytes: number): Step =>
    post(one, bytes, first, {
      name: `cut off in the middle of ${Math.round(bytes / kb)} kB`,
      cutAt: bytes >> 1,
    })
  yield cutOff(64 * kb - 64)
  if (plan.quick) return
  for (const bytes of [...most.slice(1), 2048 * kb]) yield cutOff(bytes)
  yield post(one, 4096 * kb, first, { name: `${one.name}, 4 MB` })
  if (name !== 'check') return
  const answers = hostileBodies.find((body) => body.name === 'answers by the thousand') ?? one
  for (const address of addresses) yield post(answers, 64 * kb - 64, address)
}

function quickBodies(name: string): readonly HostileBody[] {
  const wanted = new Set(['a& many times'])
  if (name === 'match')
    for (const more of [
      'note like criteria',
      'a clinical note',
      'a Bundle of small entries',
      'deep JSON',
    ])
      wanted.add(more)
  return hostileBodies.filter((body) => wanted.has(body.name))
}
