import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { openTestApp, type TestApp } from '../../testing/test-site.ts'
import { createFhirApi } from './fhir-api.ts'
import { fhirServerOfTests } from '../../testing/fhir-server.ts'
import { fhirFromXml } from '../../testing/fhir-from-xml.ts'
import { fhirFaults } from '../../testing/fhir-faults.ts'
import {
  type FhirDefinitions,
  r4Definitions,
  r5Definitions,
} from '../../testing/fhir-definitions.ts'
import type { FhirVersion } from './xml/element-table.ts'
import { releases } from './protocol/release.ts'
import { r4Parameters } from './search/r4-parameters.ts'
import { r5Parameters } from './search/r5-parameters.ts'

const server = fhirServerOfTests()

interface Resource {
  readonly resourceType: string
  readonly id?: string
  readonly [name: string]: unknown
}

interface Bundle extends Resource {
  readonly total?: number
  readonly link: readonly { readonly relation: string; readonly url: string }[]
  readonly entry?: readonly {
    readonly fullUrl?: string
    readonly resource: Resource
    readonly search: { readonly mode: string; readonly score?: number }
  }[]
}

interface Outcome extends Resource {
  readonly issue: readonly {
    readonly severity: string
    readonly code: string
    readonly details: { readonly text: string }
    readonly diagnostics: string
  }[]
}

const ask = (path: string, init: RequestInit = {}, release: FhirVersion = 'R4') =>
  fetch(path.startsWith('http') ? path : `${server.base(release)}${path}`, init)

async function search(query: string, release: FhirVersion = 'R4'): Promise<Bundle> {
  const reply = await ask(query.startsWith('http') ? query : `/ResearchStudy?${query}`, {}, release)
  const bundle = (await reply.json()) as Bundle
  assert.equal(reply.status, 200, JSON.stringify(bundle))
  return bundle
}

const idsOf = ({ entry = [] }: Bundle): readonly string[] =>
  entry.flatMap(({ resource, search: { mode } }) => (mode === 'match' ? [resource.id ?? ''] : []))
const linkOf = ({ link }: Bundle, name: string): string | undefined =>
  link.find(({ relation }) => relation === name)?.url
const definitionsOf = new Map<FhirVersion, FhirDefinitions>()
function definitions(release: FhirVersion): FhirDefinitions {
  const made = definitionsOf.get(release) ?? (release === 'R4' ? r4Definitions() : r5Definitions())
  definitionsOf.set(release, made)
  return made
}

/** R5 calls the id of an element an id, and gives its own elements ids that are none: `Extension.value[x]`. */
const soundFaults = (resource: Resource, release: FhirVersion): readonly string[] =>
  fhirFaults(resource, definitions(release)).filter(
    (fault) => !/differential\.element\[\d+\]\.id: /.test(fault),
  )

for (const release of releases) {
  test(`${release}: what the server says of itself holds to the definitions, and so does all that it names`, async () => {
    const statement = (await (await ask('/metadata', {}, release)).json()) as Resource & {
      fhirVersion: string
      rest: [{ resource: { type: string; searchParam: { definition?: string }[] }[] }]
    }
    assert.deepEqual(fhirFaults(statement, definitions(release)), [])
    assert.equal(statement.fhirVersion, release === 'R4' ? '4.0.1' : '5.0.0')
    const listed = (type: string): boolean => !/^(?:ResearchStudy|Questionnaire.*)$/.test(type)
    const own = statement.rest[0].resource.filter(({ type }) => listed(type))
    let checked = 0
    for (const { type } of own) {
      const all = (await (await ask(`/${type}`, {}, release)).json()) as Bundle
      assert.deepEqual(soundFaults(all, release), [], type)
      for (const { fullUrl = '', resource } of all.entry ?? []) {
        const one = (await (await ask(fullUrl)).json()) as Resource
        assert.deepEqual(one, resource)
        assert.deepEqual(soundFaults(one, release), [], fullUrl)
        const byUrl = await ask(
          `/${type}?url=${encodeURIComponent(String(one['url']))}`,
          {},
          release,
        )
        assert.equal(((await byUrl.json()) as Bundle).total, 1)
        checked++
      }
    }
    assert.ok(checked > 10)
  })

  test(`${release}: parameters of the standard that are not served, and an order by title, are named and refused`, async () => {
    const statement = (await (await ask('/metadata', {}, release)).json()) as {
      rest: [{ documentation: string; resource: [{ documentation: string }] }]
    }
    const [{ documentation, resource }] = statement.rest
    assert.match(documentation, /not the title/)
    const said = /not served, .*: (.*)\.$/.exec(resource[0].documentation)?.[1]?.split(', ') ?? []
    assert.ok(said.includes('protocol') && said.length === (release === 'R4' ? 2 : 6), said.join())
    const strict = { headers: { prefer: 'handling=strict' } }
    for (const name of [...said.map((one) => `${one}=x`), '_sort=title']) {
      assert.equal((await ask(`/ResearchStudy?${name}`, strict, release)).status, 400, name)
      const told = await (await ask(`/ResearchStudy?${name}&_count=1`, {}, release)).text()
      assert.match(told, /"code":"not-supported"/, name)
    }
  })

  test(`${release}: every parameter that is named is served, with each of its modifiers, and its definition can be read`, async () => {
    const parameters = release === 'R4' ? r4Parameters : r5Parameters
    const statement = (await (await ask('/metadata', {}, release)).json()) as {
      rest: [
        {
          resource: [
            {
              searchParam: {
                name: string
                definition?: string
                type: string
                documentation: string
              }[]
            },
          ]
        },
      ]
    }
    const named = statement.rest[0].resource[0].searchParam
    assert.deepEqual(
      named.map(({ name }) => name),
      parameters.map(({ name }) => name).filter((name) => !name.includes('.')),
    )
    for (const { name, type, definition, documentation } of named) {
      if (definition !== undefined) {
        const path = new URL(definition).pathname.replace(/^\/fhir\/R[45]/, '')
        assert.equal((await ask(path, {}, release)).status, 200, path)
      }
      const composite = ['recruiting']
      if (name.includes('period')) composite.push('2020')
      if (name.endsWith('actual')) composite.push('true')
      const value = { date: '2020', number: '1', composite: composite.join('$') }[type] ?? 'asthma'
      const [given, modifiers] = [
        name === 'near' ? '1|1' : value,
        [...documentation.matchAll(/:(missing|not|text|below|contains|exact)\b/g)].map(
          ([one]) => one,
        ),
      ]
      for (const modifier of ['', ...modifiers]) {
        const text = modifier === ':missing' ? 'true' : given
        const bundle = await search(`${name}${modifier}=${encodeURIComponent(text)}`, release)
        assert.ok(
          decodeURIComponent(linkOf(bundle, 'self') ?? '').includes(`${name}${modifier}=`),
          `${name}${modifier}`,
        )
        // Of a code that no study has it is told so; nothing was left out.
        assert.doesNotMatch(JSON.stringify(bundle), /"severity":"warning"/, name)
      }
    }
  })

  test(`${release}: the next page comes in the form of this one, also where a form in a body asks for it`, async () => {
    const query = '_count=1&_format=xml&_pretty=true'
    const posted = await ask(
      '/ResearchStudy/_search',
      { method: 'POST', body: new URLSearchParams(query) },
      release,
    )
    for (const reply of [await ask(`/ResearchStudy?${query}`, {}, release), posted]) {
      assert.match(reply.headers.get('content-type') ?? '', /xml/)
      const links = fhirFromXml(await reply.text(), release) as unknown as Bundle
      const next = linkOf(links, 'next') ?? assert.fail()
      const second = await ask(next, {}, release)
      assert.match(second.headers.get('content-type') ?? '', /xml/)
      assert.match(await second.text(), /<ResearchStudy/)
    }
  })

  test(`${release}: a study is read whole, is unchanged for who has it, and a page of a search holds to the definitions`, async () => {
    const reply = await ask('/ResearchStudy/NCT02390596', {}, release)
    const study = (await reply.json()) as Resource
    assert.equal(study.id, 'NCT02390596')
    assert.deepEqual(fhirFaults(study, definitions(release)), [])
    assert.match(
      reply.headers.get('content-type') ?? '',
      /^application\/fhir\+json; charset=utf-8$/i,
    )
    const tag = reply.headers.get('etag') ?? ''
    assert.match(tag, /^W\/"\d+\.\d{8}"$/)
    const modified = reply.headers.get('last-modified') ?? ''
    for (const headers of [{ 'if-none-match': tag }, { 'if-modified-since': modified }] as const) {
      const again = await ask('/ResearchStudy/NCT02390596', { headers: { ...headers } }, release)
      assert.equal(again.status, 304)
      assert.equal(again.headers.get('etag'), tag)
    }
    const parts = ['_summary=true', '_summary=text', '_elements=title', '_elements=title,status']
    const tags = new Set([tag])
    for (const query of [...parts, '_format=xml', '_pretty=true', '_summary=true&_format=xml']) {
      const path = `/ResearchStudy/NCT02390596?${query}`
      const other = await ask(path, { headers: { 'if-none-match': tag } }, release)
      const own = other.headers.get('etag') ?? ''
      assert.equal(other.status, 200, `${query} is not what has the tag of the whole`)
      assert.equal((await ask(path, { headers: { 'if-none-match': own } }, release)).status, 304)
      tags.add(own)
    }
    assert.equal(tags.size, 8, 'each part and form has a tag of its own')
    const accept = { accept: 'application/fhir+xml', 'if-none-match': tag }
    const asXml = await ask('/ResearchStudy/NCT02390596', { headers: accept }, release)
    assert.equal(asXml.status, 200)
    assert.match(asXml.headers.get('vary') ?? '', /\bAccept\b/)
    for (const query of ['_summary=all', '_elements=a%20b']) {
      const known = { headers: { 'if-none-match': tag } }
      const wrong = await ask(`/ResearchStudy/NCT02390596?${query}`, known, release)
      assert.equal(wrong.status, 400, query)
    }
    const head = await ask('/ResearchStudy/NCT02390596', { method: 'HEAD' }, release)
    assert.deepEqual([head.status, head.headers.get('etag'), await head.text()], [200, tag, ''])
    for (const query of [
      '',
      '_summary=true',
      '_summary=data',
      '_summary=text',
      '_elements=sponsor,title',
      '_text=kawasaki',
      'colour=blue',
    ])
      assert.deepEqual(fhirFaults(await search(query, release), definitions(release)), [], query)
  })

  test(`${release}: following "next" leads to every study once, and ends`, async () => {
    const seen: string[] = []
    let page: Bundle | undefined = await search('_count=7', release)
    assert.equal(page.total, 51)
    for (let pages = 0; page && pages < 30; pages++) {
      seen.push(...idsOf(page))
      const next = linkOf(page, 'next')
      page = next === undefined ? undefined : await search(next)
    }
    assert.equal(seen.length, 51)
    assert.equal(new Set(seen).size, 51)
    assert.deepEqual(seen, seen.toSorted().toReversed())
  })
}

const found: readonly (readonly [query: string, ids: readonly string[]])[] = [
  ['_id=NCT02390596', ['NCT02390596']],
  ['_id=NCT02390596,NCT90000002', ['NCT90000002', 'NCT02390596']],
  ['_id=nct02390596', []],
  ['identifier=NCT02390596', ['NCT02390596']],
  ['identifier=http://clinicaltrials.gov|NCT02390596', ['NCT02390596']],
  ['identifier=urn:other|NCT02390596', []],
  ['title:contains=kawasaki disease', ['NCT90000002', 'NCT02390596']],
  ['title:contains=disease kawasaki', []],
  ['title=Anakinra', ['NCT02390596']],
  ['title=Kawasaki', []],
  ['title:exact=anakinra and kawasaki disease', ['NCT02390596']],
  ['title:exact=anakinra', []],
  ['condition=Kawasaki disease', ['NCT90000002', 'NCT02390596']],
  ['condition=kawasaki syndrome&overall-status=COMPLETED', ['NCT02390596']],
  ['condition=Kawasaki disease&near=48.8|2.36|20|km', ['NCT02390596']],
  ['condition=Kawasaki disease&near=32.7|-117.16|20|m', []],
  ['condition=Kawasaki disease&site.address-city=Le Kremlin-Bicêtre', ['NCT02390596']],
  ['condition=Kawasaki disease&site=bicetre', ['NCT02390596']],
  ['condition=Kawasaki disease&site.name=hospital', ['NCT90000002', 'NCT02390596']],
  ['condition=Kawasaki disease&site.name:contains=bicetre hospital', ['NCT02390596']],
  ['condition=Kawasaki disease&site.name=hospital bicetre', []],
  ['condition=Kawasaki disease&site.name:exact=hospital', []],
  ['_text=kawasaki anakinra', ['NCT02390596']],
  ['_tag=urn:x|master', []],
  ['_profile=urn:x', []],
]
for (const release of releases)
  for (const [query, ids] of found)
    test(`${release}: ${query} finds ${ids.join(', ') || 'nothing'}`, async () => {
      const bundle = await search(query, release)
      assert.deepEqual(idsOf(bundle), ids)
      assert.equal(bundle.total, ids.length)
      assert.equal('entry' in bundle, ids.length > 0)
    })

const foundInR4: typeof found = [
  ['status=active&condition=Kawasaki disease', ['NCT90000002']],
  [
    'status=http://hl7.org/fhir/research-study-status|completed&condition=Kawasaki disease',
    ['NCT02390596'],
  ],
  ['location=US&condition=Kawasaki disease', ['NCT90000002']],
  ['location=urn:iso:std:iso:3166|FR&condition=Kawasaki disease', ['NCT02390596']],
  ['location=États-Unis&condition=Kawasaki disease', ['NCT90000002']],
  ['sponsor=assistance publique', ['NCT02390596']],
  ['sponsor:Organization.name=Assistance', ['NCT02390596']],
  ['sponsor.name=hopitaux de paris', ['NCT02390596']],
  ['sponsor.name:exact=hopitaux de paris', []],
  ['focus=Kineret', ['NCT02390596']],
  ['category=Study Type: Interventional&focus=anakinra', ['NCT02390596']],
  ['category=Observational', []],
  ['phase=phase-2&focus=anakinra', ['NCT02390596']],
  ['phase=phase-1-phase-2', []],
]
for (const [query, ids] of foundInR4)
  test(`R4: ${query} finds ${ids.join(', ') || 'nothing'}`, async () =>
    assert.deepEqual(idsOf(await search(query)), ids))

const foundInR5: typeof found = [
  ['progress-status-state-actual=completed$true&condition=Kawasaki disease', ['NCT02390596']],
  ['progress-status-state-actual=completed$false', []],
  ['progress-status-state-period=completed$eb2100&condition=Kawasaki disease', []],
  ['progress-status-state-period=recruiting$ge1990', []],
  ['progress-status-state-period-actual=completed$le2100$false', []],
  ['region=FR&focus-code=anakinra', ['NCT02390596']],
  ['study-design=INTERVENTIONAL&focus-code=anakinra', ['NCT02390596']],
  ['classifier=Study Type: Interventional&focus-code=anakinra', ['NCT02390596']],
  ['status=active&focus-code=anakinra', ['NCT02390596']],
  ['status=draft', []],
  ['eligibility:text=zebrafishing', ['NCT90000004']],
]
for (const [query, ids] of foundInR5)
  test(`R5: ${query} finds ${ids.join(', ') || 'nothing'}`, async () =>
    assert.deepEqual(idsOf(await search(query, 'R5')), ids))

test('only the number is given for _count=0 and _summary=count, and a page is as long as was asked', async () => {
  for (const query of ['_count=0', '_summary=count', '_count=0&_totalMethod=count']) {
    const bundle = await search(query)
    assert.equal(bundle.total, 51)
    assert.ok(!('entry' in bundle))
    assert.equal(linkOf(bundle, 'next'), undefined)
  }
  assert.equal(idsOf(await search('_count=3')).length, 3)
  assert.equal((await search('_total=none')).total, undefined)
  assert.match(linkOf(await search('_count=100000'), 'self') ?? '', /_count=500$/)
})

test('a search by POST finds the same, with what stands in the address and in the form together', async () => {
  for (const path of ['/ResearchStudy/_search', '/ResearchStudy/_search?_count=1']) {
    const reply = await ask(path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'condition=Kawasaki%20disease',
    })
    const bundle = (await reply.json()) as Bundle
    assert.equal(bundle.total, 2)
    assert.equal(idsOf(bundle).length, path.endsWith('=1') ? 1 : 2)
    assert.match(linkOf(bundle, 'self') ?? '', /\/ResearchStudy\?condition=Kawasaki\+disease/)
  }
  const wrong = await ask('/ResearchStudy/_search', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  assert.equal(wrong.status, 415)
})

test('what is not known is told beside what was found, and refused where that is wanted', async () => {
  const bundle = await search('condition=Kawasaki disease&colour=blue')
  assert.deepEqual(idsOf(bundle), ['NCT90000002', 'NCT02390596'])
  const outcome = bundle.entry?.find(({ search: { mode } }) => mode === 'outcome')
  assert.match(JSON.stringify(outcome?.resource), /\\"colour\\" is not known/)
  assert.doesNotMatch(linkOf(bundle, 'self') ?? '', /colour/)
  const strict = await ask('/ResearchStudy?colour=blue', { headers: { prefer: 'handling=strict' } })
  assert.equal(strict.status, 400)
})

test('links lead back the way the caller came, and a proxy is believed only where the operator said so', async () => {
  const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'trials.example.org' }
  const links = async (): Promise<string> => {
    const reply = await ask('/ResearchStudy?_count=1', { headers })
    const bundle = (await reply.json()) as Bundle
    return [linkOf(bundle, 'next'), linkOf(bundle, 'self'), bundle.entry?.[0]?.fullUrl].join(' ')
  }
  assert.doesNotMatch(await links(), /trials\.example\.org/)
  const app = server.app() as { trustProxy: boolean }
  app.trustProxy = true
  try {
    assert.equal((await links()).split('https://trials.example.org/fhir/R4/').length, 4)
  } finally {
    app.trustProxy = false
  }
})

test('a page of another state of the catalogue is refused in words, but in the order of numbers', async () => {
  const page = await search('_text=asthma&_count=5')
  await assertOnlyHere(page)
  await assertOnlyHere(await search('condition=asthma&_sort=-_lastUpdated&_count=5'))
  const numbered = linkOf(await search('condition=asthma&_count=5'), 'next') ?? assert.fail()
  const cursor = new URL(numbered).searchParams.get('_cursor') ?? ''
  assert.equal((JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[])[2], null)
  const scores = page.entry?.map(({ search: { score } }) => score ?? -1) ?? []
  assert.ok(scores.length === 5 && scores.every((score) => score > 0 && score <= 1))
})

async function assertOnlyHere(page: Bundle): Promise<void> {
  const next = new URL(linkOf(page, 'next') ?? '')
  const cursor = next.searchParams.get('_cursor') ?? ''
  const parts = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[]
  parts[2] = Number(parts[2]) + 1
  next.searchParams.set('_cursor', Buffer.from(JSON.stringify(parts)).toString('base64url'))
  const reply = await ask(next.href)
  assert.equal(reply.status, 410)
  assert.match(((await reply.json()) as Outcome).issue[0]?.details.text ?? '', /has changed/)
}

test('where too many records would have to be read, a page holds what was met, says that nothing was counted, and its links lead to each study once', async () => {
  const app = server.app()
  const { catalogue } = app
  const select: TestApp['catalogue']['select'] = (selection) =>
    catalogue.select(selection.mostRead === undefined ? selection : { ...selection, mostRead: 1 })
  const door = createFhirApi({ ...app, catalogue: { ...catalogue, select } })
  const env = { incoming: { socket: { remoteAddress: '127.0.0.1' } } }
  const found = async (address: string): Promise<Bundle> => {
    const url = address.startsWith('http')
      ? address
      : `http://localhost/fhir/R5/ResearchStudy?${address}`
    const reply = await door.fetch(new Request(url.replace('/fhir/', '/')), env)
    return (await reply.json()) as Bundle
  }
  const query = 'site.name:exact=Hôpital Robert-Debré'
  const whole = await found(`${query}&_total=accurate&_count=500`)
  for (const way of ['', '&_total=none', '&_sort=-_lastUpdated']) {
    const first = await found(`${query}&_count=3${way}`)
    const told = first.entry?.filter(({ search: { mode } }) => mode === 'outcome') ?? []
    assert.equal(told.length, way === '&_total=none' ? 0 : 1)
    assert.equal(first.total, undefined)
    const met = [...idsOf(first)]
    let next = linkOf(first, 'next')
    while (next !== undefined) {
      const page = await found(next)
      met.push(...idsOf(page))
      next = linkOf(page, 'next')
    }
    assert.deepEqual(met.toSorted(), [...idsOf(whole)].toSorted(), way)
  }
  assert.ok(idsOf(whole).length > 3)
  const counted = await found(`${query}&_total=accurate&_count=3`)
  assert.equal(counted.total, whole.total)
  assert.equal((await found(`${query}&_count=0`)).total, whole.total)
})

test('an order by date has what has none last, and both ways', async () => {
  const up = await search('_sort=_lastUpdated&_count=60')
  const down = await search('_sort=-_lastUpdated&_count=60')
  assert.equal(idsOf(up).length, 51)
  assert.equal(idsOf(up).at(-1), 'NCT90000009')
  assert.equal(idsOf(down).at(-1), 'NCT90000009')
})

const faults: readonly (readonly [
  method: string,
  path: string,
  status: number,
  code: string,
  headers?: Readonly<Record<string, string>>,
])[] = [
  ['GET', '/ResearchStudy/NCT99999999', 404, 'not-found'],
  ['GET', '/ResearchStudy/nct02390596', 404, 'not-found'],
  ['GET', '/ResearchStudy/%00', 404, 'not-found'],
  ['GET', '/ResearchStudy/__proto__', 404, 'not-found'],
  ['GET', '/ResearchStudy/NCT02390596?_summary=much', 400, 'value'],
  ['GET', '/Patient', 404, 'not-supported'],
  ['GET', '/Patient/1', 404, 'not-supported'],
  ['GET', '/Subscription/1', 404, 'not-supported'],
  ['GET', '/nothing', 404, 'not-found'],
  ['GET', '/ResearchStudy/NCT02390596/_history/1', 404, 'not-supported'],
  ['PUT', '/ResearchStudy/NCT02390596', 405, 'not-supported'],
  ['PATCH', '/ResearchStudy/NCT02390596', 405, 'not-supported'],
  ['DELETE', '/ResearchStudy/NCT02390596', 405, 'not-supported'],
  ['POST', '/ResearchStudy', 405, 'not-supported'],
  ['GET', '/ResearchStudy/$match', 405, 'not-supported'],
  ['GET', '/ResearchStudy/_search', 405, 'not-supported'],
  ['POST', '/ResearchStudy/$everything', 405, 'not-supported'],
  ['POST', '', 405, 'not-supported'],
  ['GET', '/ResearchStudy?_count=x', 400, 'value'],
  ['GET', '/ResearchStudy?_lastUpdated=yesterday', 400, 'value'],
  ['GET', '/ResearchStudy?title:like=x', 400, 'not-supported'],
  ['GET', `/ResearchStudy?${'a=1&'.repeat(200)}`, 400, 'too-costly'],
  ['GET', `/ResearchStudy?_id=${'NCT1,'.repeat(1_200)}`, 400, 'too-costly'],
  ['GET', '/metadata', 406, 'not-supported', { accept: 'text/turtle' }],
  ['GET', '/metadata?_format=ttl', 406, 'not-supported'],
  ['GET', '/ResearchStudy/NCT02390596', 406, 'not-supported', { accept: 'image/png' }],
]
for (const [method, path, status, code, headers = {}] of faults)
  test(`${method} ${path.slice(0, 60)} ${JSON.stringify(headers)} is refused with ${status} and words`, async () => {
    for (const release of releases) {
      const reply = await ask(path, { method, headers: { ...headers } }, release)
      const outcome = (await reply.json()) as Outcome
      assert.equal(reply.status, status)
      assert.equal(outcome.issue[0]?.code, code)
      assert.match(outcome.issue[0]?.details.text ?? '', /\S \S/)
      assert.match(outcome.issue[0]?.diagnostics ?? '', /\S \S/)
      assert.deepEqual(fhirFaults(outcome, definitions(release)), [])
      assert.equal(reply.headers.get('access-control-allow-origin'), '*')
      assert.match(reply.headers.get('content-type') ?? '', /^application\/fhir\+json/)
    }
  })

test('JSON is given to whoever takes it by any of its names, or says nothing', async () => {
  for (const accept of [
    '',
    '*/*',
    'application/json',
    'application/fhir+json',
    'application/fhir+json, */*; q=0.1',
    'text/html,application/xhtml+xml,*/*;q=0.8',
  ])
    assert.equal((await ask('/metadata', { headers: { accept } })).status, 200, accept)
  for (const format of [
    'json',
    'application/fhir%2Bjson',
    'application/fhir+json',
    'application/json',
  ])
    assert.equal((await ask(`/metadata?_format=${format}&_pretty=true`)).status, 200, format)
  const pretty = await (await ask('/ResearchStudy?_count=2&_pretty=true')).text()
  assert.equal(((JSON.parse(pretty) as Bundle).entry ?? []).length, 2)
  assert.ok(pretty.split('\n').length > 50)
})

test('who takes XML alone is given XML: studies, pages with their links, and faults', async () => {
  const headers = { accept: 'application/fhir+xml' }
  for (const release of releases) {
    const kept = async (path: string, status = 200): Promise<unknown> => {
      const [xml, json] = [await ask(path, { headers }, release), await ask(path, {}, release)]
      assert.match(
        xml.headers.get('content-type') ?? '',
        /^application\/fhir\+xml; charset=utf-8$/i,
      )
      assert.deepEqual([xml.status, json.status], [status, status], path)
      const read = fhirFromXml(await xml.text(), release)
      assert.deepEqual(read, await json.json(), path)
      return read
    }
    await kept('/metadata')
    await kept('/ResearchStudy/NCT02390596')
    await kept('/ResearchStudy/NCT00000001', 404)
    await kept('/ResearchStudy?_count=x', 400)
    await kept('/ResearchStudy?_id=NCT00000001')
    await kept('/StructureDefinition')
    await kept('/ResearchStudy?condition=Kawasaki disease&colour=blue')
    await kept('/ResearchStudy?_count=7')
  }
  assert.equal(
    (await ask('/metadata?_format=xml')).headers.get('content-type')?.includes('xml'),
    true,
  )
})

test('addresses with a slash at their end are the same', async () => {
  for (const path of ['/', '/metadata/', '/ResearchStudy/?_count=1', '/ResearchStudy/NCT02390596/'])
    assert.equal((await ask(path)).status, 200, path)
})

test('nothing of a search reaches the log', async () => {
  await search('condition=canary-77001&near=48.8|2.3')
  await ask('/ResearchStudy?_lastUpdated=canary-77001')
  await setImmediate()
  assert.doesNotMatch(server.app().lines.join('\n'), /canary-77001|48\.8/)
})

test('a network that asks too often, and a catalogue that is away, are told in FHIR', async () => {
  const app = await openTestApp()
  let isAway = false
  const study: TestApp['catalogue']['study'] = (nctId) => {
    if (isAway) throw new Error('away')
    return app.catalogue.study(nctId)
  }
  const door = createFhirApi({ ...app, catalogue: { ...app.catalogue, study } })
  const asked = (remoteAddress: string) =>
    Promise.resolve(
      door.fetch(new Request('http://localhost/R4/ResearchStudy/NCT02390596'), {
        incoming: { socket: { remoteAddress } },
      }),
    )
  for (let count = 0; count < 1_200; count++) await (await asked('192.0.2.7')).body?.cancel()
  const often = await asked('192.0.2.7')
  assert.equal(often.status, 429)
  assert.equal(((await often.json()) as Outcome).issue[0]?.code, 'throttled')
  assert.match(often.headers.get('retry-after') ?? '', /^\d+$/)
  isAway = true
  const away = await asked('192.0.2.200')
  assert.ok(away.status === 429)
  const broken = await asked('198.51.100.7')
  assert.equal(broken.status, 500)
  assert.equal(((await broken.json()) as Outcome).issue[0]?.code, 'exception')
  await app.close()
})

test('what is asked of all types, of codes, or of another release is refused with what to ask instead', async () => {
  const refused = [
    ['?_type=ResearchStudy', {}, 400, /One type is searched at a time/],
    ['/?_getpages=1&_getpagesoffset=20', {}, 400, /One type is searched at a time/],
    ['/metadata?mode=terminology', {}, 400, /no TerminologyCapabilities/],
    ['/metadata', { accept: 'application/fhir+json; fhirVersion=5.0' }, 406, /below \/fhir\/R5/],
  ] as const
  for (const [path, headers, status, text] of refused) {
    const reply = await ask(path, { headers })
    assert.equal(reply.status, status, path)
    assert.match(await reply.text(), text)
  }
  const taken = [
    ['?_format=json', {}],
    ['/metadata?mode=full', {}],
    ['/metadata', { accept: 'application/fhir+json; fhirVersion=4.0' }],
    ['/metadata', { accept: 'application/fhir+xml; fhirVersion=5.0, application/fhir+json' }],
  ] as const
  for (const [path, headers] of taken)
    assert.equal((await ask(path, { headers })).status, 200, path)
})
