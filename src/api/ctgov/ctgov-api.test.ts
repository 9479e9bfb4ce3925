import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { differenceOf } from '../../base/json-difference.ts'
import { readRecords } from '../../finder/registry/read-records.ts'
import { programDoors } from '../../app/program-doors.ts'
import type { ApiParts } from '../shell/parts.ts'
import type { Selection } from '../../finder/catalogue/model/where.ts'
import type { ProtocolSection } from '../../finder/registry/study.ts'
import { type CheckedReply, checkedReply } from '../../testing/checked-reply.ts'
import { smallApp, stored } from '../../testing/small-site.ts'
import { openTestApp, type TestApp } from '../../testing/test-site.ts'
import { operations } from './describe/operations.ts'

const doorOf = (parts: ApiParts): Hono => programDoors(parts)['/api'] ?? assert.fail()
let app: TestApp
let door: Hono

before(async () => {
  app = await openTestApp()
  door = doorOf(app)
})
after(() => app.close())

async function get(path: string, init: RequestInit = {}): Promise<CheckedReply> {
  const address = `/v2${path}`
  const request = new Request(`http://localhost${address}`, init)
  const reply = await door.fetch(request, { incoming: { socket: { remoteAddress: '192.0.2.7' } } })
  return checkedReply(`/api${address}`, reply)
}

test('one study is the record itself, in JSON, whatever case and zeros its number has', async () => {
  const reply = await get('/studies/NCT02390596')
  assert.equal(reply.status, 200)
  assert.equal(reply.headers.get('content-type'), 'application/json')
  const { study } = app.catalogue.study('NCT02390596') ?? {}
  assert.deepEqual(
    (reply.json as { protocolSection: object }).protocolSection,
    study?.protocolSection,
  )
  assert.equal((await get('/studies/nct2390596')).text, reply.text)
})

test('a slash at the end of an address changes nothing', async () => {
  for (const path of [
    '/studies',
    '/studies/NCT02390596',
    '/studies/metadata',
    '/studies/enums',
    '/stats/size',
    '/stats/field/values/?fields=Phase',
    '/version',
  ]) {
    const [address = '', query] = path.split('?')
    const plain = await get(query === undefined ? address : `${address.slice(0, -1)}?${query}`)
    const slashed = await door.request(
      `/v2${address.replace(/\/?$/, '/')}${query ? `?${query}` : ''}`,
    )
    assert.equal(slashed.status, 200, path)
    assert.equal(await slashed.text(), plain.text, path)
  }
})

test('fields, markup and format shape one study as they shape a page', async () => {
  assert.deepEqual((await get('/studies/NCT02390596?fields=NCTId|OverallStatus')).json, {
    protocolSection: {
      identificationModule: { nctId: 'NCT02390596' },
      statusModule: { overallStatus: 'COMPLETED' },
    },
  })
  assert.deepEqual((await get('/studies/NCT02390596?fields=WhyStopped')).json, {})
  const csv = await get('/studies/NCT02390596?format=csv&fields=Study%20Title%7CNCT%20Number')
  assert.equal(csv.headers.get('content-type'), 'text/csv; charset=utf-8')
  assert.equal(csv.text, 'NCT Number,Study Title\r\nNCT02390596,Anakinra and Kawasaki Disease\r\n')
  const legacy = await get('/studies/NCT02390596?markupFormat=legacy&fields=EligibilityCriteria')
  assert.equal(legacy.status, 200)
})

test('a study is given as an archive, as FHIR and as a reference too', async () => {
  const bundle = await get('/studies/NCT02390596?format=fhir.json')
  assert.equal(bundle.headers.get('content-type'), 'application/fhir+json')
  assert.match(bundle.text, /"resourceType":"ResearchStudy","id":"NCT02390596"/)
  assert.equal((await get('/studies/NCT02390596?format=fhir.json&fields=NCTId')).status, 400)
  const ris = await get('/studies/NCT02390596?format=ris')
  assert.match(
    ris.text,
    /^TY {2}- DBASE\r\n[^]*\r\nTI {2}- Anakinra and Kawasaki Disease\r\n[^]*\r\nER {2}- \r\n$/,
  )
  const zip = await door.fetch(
    new Request('http://localhost/v2/studies/NCT02390596?format=json.zip&fields=NCTId'),
  )
  assert.equal(zip.headers.get('content-type'), 'application/zip')
  const file = join(mkdtempSync(join(tmpdir(), 'trialway-zip-')), 'one.zip')
  writeFileSync(file, Buffer.from(await zip.arrayBuffer()))
  const found: unknown[] = []
  for await (const record of readRecords(file))
    found.push('bytes' in record && JSON.parse(Buffer.from(record.bytes).toString()))
  rmSync(dirname(file), { recursive: true })
  assert.deepEqual(found, [(await get('/studies/NCT02390596?fields=NCTId')).json])
})

interface Page {
  readonly totalCount?: number
  readonly studies: readonly { readonly protocolSection: ProtocolSection }[]
  readonly nextPageToken?: string
}

async function page(query: string): Promise<Page> {
  const reply = await get(`/studies?${query}`)
  assert.equal(reply.status, 200, reply.text)
  return reply.json as Page
}

const idsOf = ({ studies }: Page): readonly string[] =>
  studies.map(({ protocolSection }) => protocolSection.identificationModule.nctId)

test('a page has ten studies, each on a line of its own, and the token of the next as its last member', async () => {
  const reply = await get('/studies?countTotal=true&fields=NCTId')
  const { totalCount, studies, nextPageToken } = reply.json as Page
  assert.equal(totalCount, app.catalogue.summary().studies)
  assert.equal(studies.length, 10)
  const lines = reply.text.split('\n')
  assert.equal(lines.length, 12)
  assert.ok(reply.text.endsWith(`],"nextPageToken":"${nextPageToken}"}`))
  assert.ok(lines.slice(1, 10).every((line) => JSON.parse(line.replace(/,$/, '')).protocolSection))
  assert.equal((await page('pageSize=0')).studies.length, 10)
  assert.equal((await page('pageSize=5000')).studies.length, totalCount)
})

test('all pages together have every study once, in one order, and the last has no token', async () => {
  const all = idsOf(await page('pageSize=1000&fields=NCTId'))
  for (const sort of [
    '',
    '&sort=LastUpdatePostDate',
    '&query.cond=asthma',
    '&sort=EnrollmentCount:desc',
  ]) {
    const whole = idsOf(await page(`pageSize=1000&fields=NCTId${sort}`))
    const paged: string[] = []
    let token: string | undefined
    do {
      const next: Page = await page(
        `pageSize=7&fields=NCTId${sort}${token === undefined ? '' : `&pageToken=${token}`}`,
      )
      paged.push(...idsOf(next))
      token = next.nextPageToken
      assert.equal(next.totalCount, undefined)
    } while (token !== undefined)
    assert.deepEqual(paged, whole, sort)
  }
  assert.equal(new Set(all).size, app.catalogue.summary().studies)
})

test('a page that may read only so much has fewer studies and a token, and all pages together have every study that is found', async () => {
  const query = 'fields=NCTId&filter.advanced=COVERAGE[EndsWith]AREA[LocationFacility]Debr%C3%A9'
  const whole = await page(`${query}&pageSize=1000&countTotal=true`)
  const hasty = {
    ...app,
    catalogue: {
      ...app.catalogue,
      select: (selection: Selection) =>
        app.catalogue.select(
          selection.mostRead === undefined ? selection : { ...selection, mostRead: 1 },
        ),
    },
  }
  const other = doorOf(hasty)
  const paged: string[] = []
  let [token, short] = ['', 0]
  do {
    const reply = await other.request(`/v2/studies?${query}&pageSize=2${token}`)
    const next = (await reply.json()) as Page
    paged.push(...idsOf(next))
    if (next.nextPageToken !== undefined && next.studies.length < 2) short++
    token = next.nextPageToken === undefined ? '' : `&pageToken=${next.nextPageToken}`
  } while (token !== '')
  assert.deepEqual(paged, idsOf(whole))
  assert.equal(whole.totalCount, paged.length)
  assert.ok(short > 0 && paged.length > 0)
})

test('queries, filters and places find as the registry does, with the fields that were looked at', async () => {
  assert.deepEqual(idsOf(await page('query.cond=kawasaki&filter.overallStatus=COMPLETED')), [
    'NCT02390596',
  ])
  const near = await page(
    'filter.geo=distance(48.81,2.36,5km)&fields=NCTId,LocationGeoPoint&query.cond=kawasaki',
  )
  assert.deepEqual(idsOf(near), ['NCT02390596'])
  const asked = await page('query.titles=anakinra&fields=NCTId,@query')
  assert.deepEqual(asked.studies, [
    {
      protocolSection: {
        identificationModule: {
          nctId: 'NCT02390596',
          briefTitle: 'Anakinra and Kawasaki Disease',
        },
      },
    },
  ])
  assert.deepEqual(await page('query.cond=nothinglikethis&countTotal=true'), {
    totalCount: 0,
    studies: [],
  })
})

test('CSV is given where the parameter asks for it, its names on the first page alone, its total and token in headers', async () => {
  const first = await get('/studies?format=csv&countTotal=true&pageSize=2&fields=NCT%20Number', {
    headers: { accept: 'application/json' },
  })
  assert.equal(first.headers.get('content-type'), 'text/csv; charset=utf-8')
  assert.equal(first.headers.get('x-total-count'), String(app.catalogue.summary().studies))
  const token = first.headers.get('x-next-page-token') ?? ''
  assert.match(first.text, /^NCT Number\r\nNCT\d{8}\r\nNCT\d{8}\r\n$/)
  const second = await get(
    `/studies?format=csv&pageSize=2&fields=NCT%20Number&pageToken=${token}&markupFormat=legacy`,
  )
  assert.match(second.text, /^NCT\d{8}\r\nNCT\d{8}\r\n$/)
  assert.equal(second.headers.get('x-total-count'), null)
  const last = await get('/studies?format=csv&pageSize=1000')
  assert.equal(last.headers.get('x-next-page-token'), null)
  const head = await get('/studies?format=csv&pageSize=2&countTotal=true', { method: 'HEAD' })
  assert.equal(head.headers.get('x-total-count'), first.headers.get('x-total-count'))
  assert.equal(head.text, '')
})

test('a wrong question is refused in the registry’s words, and never answered as another', async () => {
  for (const [query, said] of [
    ['filter.phase=x', /^`filter\.phase` is unknown parameter/],
    ['filter.overallStatus=RECRUITNG', /^Invalid value in parameter `overallStatus`: `RECRUITNG`/],
    ['query.cond=(head', /^Error parsing query in Conditions or disease: /],
    ['query.term=AREA[X]y', /^Error parsing query in Other terms: Unknown area name: `X`/],
    ['fields=ConditionList', /contains invalid field name: 'ConditionList'/],
    ['fields=constructor', /contains invalid field name: 'constructor'/],
    ['format=csv&fields=NCTId', /contains invalid CSV column name: 'NCTId'/],
    ['pageToken=abc', /incorrect format/],
    ['pageSize=-1', /./],
    ['filter.geo=distance(NaN,1,1km)', /incorrect format/],
    ['sort=BriefTitle', /incorrect format/],
    ['format=xml', /^Invalid value in parameter `format`/],
  ] as const) {
    const reply = await get(`/studies?${query}`)
    assert.equal(reply.status, 400, query)
    assert.match(reply.text, said, query)
  }
})

test('who has a study already is told that it is as it was', async () => {
  const { headers } = await get('/studies/NCT02390596')
  const tag = headers.get('etag') ?? ''
  assert.match(tag, /^"[\w-]+"$/)
  for (const known of [tag, `W/${tag}`, `"x", ${tag}`, '*']) {
    const again = await get('/studies/NCT02390596', { headers: { 'if-none-match': known } })
    assert.deepEqual([again.status, again.text, again.headers.get('etag')], [304, '', tag])
  }
  const other = await get('/studies/NCT02390596?fields=NCTId', {
    headers: { 'if-none-match': tag },
  })
  assert.equal(other.status, 200)
})

test('a wrong request is told in the registry’s words, and a study that is not there is 404', async () => {
  for (const [path, status, said] of [
    ['/studies/NCT99999999', 404, /NCT99999999/],
    ['/studies/12', 400, /incorrect format/],
    ['/studies/NCT123456789', 400, /incorrect format/],
    ['/studies/NCT02390596?fields=constructor', 400, /contains invalid field name: 'constructor'/],
    ['/studies/NCT02390596?fields=NCTId,__proto__', 400, /invalid field name: '__proto__'/],
    [
      '/studies/NCT02390596?format=csv&fields=NCTId',
      400,
      /^Parameter 'fields' contains invalid CSV column name: 'NCTId'$/,
    ],
    ['/studies/NCT02390596?filter.phase=x', 400, /^`filter\.phase` is unknown parameter/],
    ['/studies/metadata?x=1', 400, /^`x` is unknown parameter/],
    ['/version?x=1', 400, /^`x` is unknown parameter/],
    ['/studies/NCT02390596?format=xml', 400, /^Invalid value in parameter `format`: `xml`/],
  ] as const) {
    const reply = await get(path)
    assert.equal(reply.status, status, path)
    assert.equal(reply.headers.get('content-type'), 'text/plain; charset=UTF-8', path)
    assert.match(reply.text, said)
  }
  assert.equal((await get('/nothing')).status, 404)
  assert.equal((await get('/studies', { method: 'POST' })).status, 405)
})

test('HEAD has the headers of GET and no body', async () => {
  for (const path of ['/studies/NCT02390596', '/version', '/studies/metadata', '/openapi.json']) {
    const [whole, head] = [await get(path), await get(path, { method: 'HEAD' })]
    assert.deepEqual([head.status, head.text], [200, ''])
    assert.equal(head.headers.get('etag'), whole.headers.get('etag'))
    assert.equal(head.headers.get('content-type'), whole.headers.get('content-type'))
  }
})

test('what there is is described: version, fields, areas, enumerations', async () => {
  assert.deepEqual((await get('/version')).json, {
    apiVersion: '2.0.5',
    dataTimestamp: '2026-11-19T00:00:00',
  })
  for (const path of [
    '/studies/metadata?includeIndexedOnly=true&includeHistoricOnly=true',
    '/studies/search-areas',
    '/studies/enums',
  ])
    assert.equal((await get(path)).status, 200, path)
})

test('the values of fields are counted over all studies, told as the registry tells each kind', async () => {
  const studies = app.catalogue.summary().studies
  const reply = await get(
    '/stats/field/values?fields=OverallStatus,HasResults|StartDate,EnrollmentCount,BriefTitle,Phase',
  )
  const [status, results, start, count, title] = reply.json as Record<string, never>[]
  const top = status?.['topValues'] as unknown as { value: string; studiesCount: number }[]
  const all = await page('pageSize=1000&fields=OverallStatus')
  const recruiting = all.studies.filter(
    ({ protocolSection }) => protocolSection?.statusModule?.overallStatus === 'RECRUITING',
  )
  assert.deepEqual(top.find(({ value }) => value === 'RECRUITING')?.studiesCount, recruiting.length)
  assert.deepEqual(
    { ...results, falseCount: 0 },
    {
      type: 'BOOLEAN',
      piece: 'HasResults',
      field: 'hasResults',
      missingStudiesCount: studies - Number(results?.['falseCount']),
      trueCount: 0,
      falseCount: 0,
    },
  )
  assert.equal(start?.['type'], 'DATE')
  assert.equal(count?.['type'], 'INTEGER')
  assert.equal(title?.['uniqueValuesCount'], studies - Number(title?.['missingStudiesCount']))
  const ofType = (await get('/stats/field/values?types=BOOLEAN')).json as { type: string }[]
  assert.ok(ofType.length > 20 && ofType.every(({ type }) => type === 'BOOLEAN'))
  const one = (await get('/stats/fieldValues/OverallStatus')).json
  assert.deepEqual(one, status)
})

test('the lengths of lists and the sizes of records are counted over all studies', async () => {
  const { studies } = await page('pageSize=1000')
  const reply = await get('/stats/field/sizes?fields=Condition,Location')
  const [conditions, locations] = reply.json as {
    topSizes: { size: number; studiesCount: number }[]
  }[]
  const having = (size: number, list: (one: ProtocolSection) => readonly unknown[] | undefined) =>
    studies.filter(({ protocolSection }) => list(protocolSection)?.length === size).length
  for (const { size, studiesCount } of conditions?.topSizes ?? [])
    assert.equal(
      studiesCount,
      having(size, (one) => one.conditionsModule?.conditions),
    )
  for (const { size, studiesCount } of locations?.topSizes ?? [])
    assert.equal(
      studiesCount,
      having(size, (one) => one.contactsLocationsModule?.locations),
    )
  assert.ok((locations?.topSizes.length ?? 0) > 0)
  assert.deepEqual((await get('/stats/listSizes/Condition')).json, conditions)
  const sizes = (await get('/stats/size')).json as {
    totalStudies: number
    ranges: { studiesCount: number }[]
    largestStudies: { id: string; sizeBytes: number }[]
  }
  assert.equal(sizes.totalStudies, studies.length)
  assert.equal(
    sizes.ranges.reduce((sum, one) => sum + one.studiesCount, 0),
    studies.length,
  )
  const [largest] = sizes.largestStudies
  const record = await get(`/studies/${largest?.id}`)
  assert.equal(largest?.sizeBytes, Buffer.byteLength(record.text))
})

test('statistics of a field that there is none of are 404, with the registry’s words', async () => {
  for (const path of [
    '/stats/field/values?fields=Phase,constructor',
    '/stats/fieldValues/constructor',
    '/stats/field/sizes?fields=constructor',
  ]) {
    const reply = await get(path)
    assert.equal(reply.status, 404, path)
    assert.equal(reply.text, 'Unknown piece name of field path: constructor')
  }
})

test('every parameter that is described is taken where it is described, and any other is refused', async () => {
  const names = new Set(operations.flatMap(({ parameters }) => parameters.map(({ name }) => name)))
  for (const { path, parameters } of operations) {
    const at = path.replace('{nctId}', 'NCT02390596').replace('{field}', 'Condition')
    const own = new Set(parameters.filter((one) => one.in === 'query').map(({ name }) => name))
    for (const name of names) {
      if (name === 'nctId' || name === 'field') continue
      const { status, text } = await get(`${at}?${name}=`, { method: 'GET' })
      const isUnknown =
        status === 400 && /is unknown parameter|^Invalid prefix in parameter name/.test(text)
      assert.equal(isUnknown, !own.has(name), `${path} ${name}: ${status}`)
    }
  }
})

test('the document names every address that is served, and none that is not', async () => {
  const { json } = await get('/openapi.json')
  const document = json as { paths: object; servers: { url: string }[] }
  assert.equal(document.servers[0]?.url, 'https://trialway.example/api/v2')
  const served = door.routes
    .filter(({ method, path }) => method === 'GET' && /^\/v2\/.*[^/]$/.test(path))
    .map(({ path }) => path.replace(/^\/v2/, '').replaceAll(/:(\w+)/g, '{$1}'))
  assert.deepEqual(Object.keys(document.paths).toSorted(), served.toSorted())
  assert.equal(operations.length, served.length)
  const text = JSON.stringify(json)
  const names = new Set(
    Object.keys((json as { components: { schemas: object } }).components.schemas),
  )
  for (const [, name] of text.matchAll(/"#\/components\/schemas\/([^"]+)"/g))
    assert.ok(names.has(name ?? ''))
})

test('the versions that were imported are listed, and of the newest the record is given', async () => {
  const one = stored(
    { statusModule: { overallStatus: 'COMPLETED' } },
    {
      processed: '2020-07-28',
      history: [
        {
          imported: '2020-08-01',
          from: '2018-05-29',
          to: '2020-07-28',
          fields: [
            {
              field: 'status',
              path: 'protocolSection.statusModule.overallStatus',
              before: 'UNKNOWN',
              after: 'COMPLETED',
            },
            {
              field: 'contacts',
              path: 'protocolSection.contactsLocationsModule.centralContacts',
              before: 'CANARY',
            },
          ],
        },
      ],
    },
  )
  const small = doorOf(smallApp([one]))
  const ask = async (path: string) => {
    const reply = await small.fetch(new Request(`http://localhost/int/studies/${path}`))
    return { status: reply.status, text: await reply.text() }
  }
  const listed = await ask('nct1?history=true')
  assert.doesNotMatch(listed.text, /CANARY/)
  const { history, study } = JSON.parse(listed.text)
  assert.deepEqual(history.changes, [
    { version: 0, date: '2018-05-29', status: 'UNKNOWN', moduleLabels: [] },
    {
      version: 1,
      date: '2020-07-28',
      status: 'COMPLETED',
      moduleLabels: ['Study Status', 'Contacts/Locations'],
    },
  ])
  assert.equal(history.wholeFrom, 1)
  const newest = await ask('NCT00000001/history/1')
  assert.deepEqual(JSON.parse(newest.text), { studyVersion: 1, study })
  assert.deepEqual(
    [(await ask('NCT00000001/history/0')).status, (await ask('NCT00000001/history/2')).status],
    [404, 404],
  )
  assert.match((await ask('NCT00000001/history/0')).text, /only what changed is kept here/)
  assert.equal((await ask('NCT00000001/history/x')).status, 400)
})

test('so many values as no reply can wait for are not read for one, and what to ask instead is said', async () => {
  const { catalogue, ...app } = smallApp([])
  const large = doorOf({
    ...app,
    catalogue: { ...catalogue, fieldReads: async (named) => 20_000 * named.length },
  })
  const ask = (query: string) =>
    large.fetch(new Request(`http://localhost/v2/stats/field/values${query}`))
  const refused = await ask('')
  assert.equal(refused.status, 400)
  assert.match(await refused.text(), /^Too many values .* name fewer fields in `fields`/)
  assert.equal((await ask('?fields=BriefTitle,OfficialTitle')).status, 200)
})

test('an earlier version that is kept is given whole, as a study is', async () => {
  const now = stored({ statusModule: { overallStatus: 'RECRUITING' } })
  const title = { field: 'title', path: 'protocolSection.identificationModule.briefTitle' } as const
  const { protocolSection } = now.study
  const before = {
    ...now.study,
    protocolSection: { ...protocolSection, statusModule: { overallStatus: 'WITHDRAWN' } },
  }
  const was = JSON.stringify(differenceOf(now.study, before))
  const history = [{ imported: '2020-08-01', fields: [title], was }]
  const small = doorOf(smallApp([{ ...now, history }]))
  const reply = await small.fetch(new Request('http://localhost/int/studies/NCT00000001/history/0'))
  assert.equal(reply.status, 200)
  const { studyVersion, study } = (await reply.json()) as {
    studyVersion: number
    study: typeof before
  }
  assert.equal(studyVersion, 0)
  assert.deepEqual(study.protocolSection, before.protocolSection)
  assert.equal(study.hasResults, false)
})
