import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, beforeEach, test } from 'node:test'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import {
  type FhirDefinitions,
  r4Definitions,
  r5Definitions,
} from '../../testing/fhir-definitions.ts'
import { fhirFaults } from '../../testing/fhir-faults.ts'
import { fhirFromXml } from '../../testing/fhir-from-xml.ts'
import { type TestReceiver, testReceiver } from '../../testing/test-receiver.ts'
import { openTestApp, type TestApp } from '../../testing/test-site.ts'
import { type TestWatching, watching } from '../../testing/test-watches.ts'
import { createFhirApi } from './fhir-api.ts'
import { releases } from './protocol/release.ts'
import type { FhirVersion } from './xml/element-table.ts'

interface Resource {
  readonly resourceType: string
  readonly id?: string
  readonly [name: string]: unknown
}

interface Bundle extends Resource {
  readonly type: string
  readonly total?: number
  readonly entry?: readonly { readonly fullUrl: string; readonly resource?: Resource }[]
}

const topic = 'https://trialway.example/fhir/R5/SubscriptionTopic/studies'
const backport = 'http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition'
const definitionsOf: Readonly<Record<FhirVersion, FhirDefinitions>> = {
  R4: r4Definitions(),
  R5: r5Definitions(),
}

/** R5 gives the elements of a definition ids that are none: `Extension.value[x]`. */
const faultsOf = (resource: object, release: FhirVersion): readonly string[] =>
  fhirFaults(resource, definitionsOf[release]).filter(
    (fault) => !/differential\.element\[\d+\]\.id: /.test(fault),
  )

let app: TestApp
let receiver: TestReceiver
let server: TestWatching
let origin = ''
const closing: (() => unknown)[] = []

before(async () => {
  app = await openTestApp()
  receiver = await testReceiver({ after: (done) => void closing.push(done as () => unknown) })
  server = watching(app.people.records, receiver.allowed, app.now(), () => app.catalogue)
  const door = createFhirApi(app, { ...app.people, allowed: receiver.allowed })
  const site = new Hono().route('/fhir', door)
  const listener = getRequestListener((request, env) => site.fetch(request, env))
  const http = createServer((request, response) => void listener(request, response))
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  closing.push(() => {
    http.closeAllConnections()
    http.close()
  })
})

beforeEach(async () => {
  receiver.answer = undefined
  receiver.received.length = 0
  const { records } = app.people
  await records.write((tx) => tx.deleteFrom('watch').execute())
  // The door counts by its own clock; an hour on, everybody may ask again.
  app.clock = new Date(app.clock.getTime() + 3_600_001)
  server.now = app.clock
})

after(async () => {
  for (const close of closing) await close()
  await app.close()
})

const asked: Readonly<Record<FhirVersion, (more?: object) => object>> = {
  R4: (more = {}) => ({
    resourceType: 'Subscription',
    status: 'requested',
    reason: 'A matching service of a hospital',
    criteria: topic,
    _criteria: {
      extension: [
        {
          url: `${backport}/backport-filter-criteria`,
          valueString: 'ResearchStudy?condition=kawasaki&title:contains=kawasaki',
        },
      ],
    },
    channel: {
      extension: [
        { url: `${backport}/backport-heartbeat-period`, valueUnsignedInt: 3600 },
        { url: `${backport}/backport-max-count`, valuePositiveInt: 5 },
      ],
      type: 'rest-hook',
      endpoint: `${receiver.origin}/notify`,
      payload: 'application/fhir+json',
      _payload: {
        extension: [{ url: `${backport}/backport-payload-content`, valueCode: 'full-resource' }],
      },
      header: ['Authorization: Bearer canary'],
    },
    ...more,
  }),
  R5: (more = {}) => ({
    resourceType: 'Subscription',
    name: 'Kawasaki',
    status: 'requested',
    topic,
    reason: 'A matching service of a hospital',
    filterBy: [
      { resourceType: 'ResearchStudy', filterParameter: 'condition', value: 'kawasaki' },
      { filterParameter: 'title', modifier: 'contains', value: 'kawasaki' },
      { filterParameter: 'date', comparator: 'ge', value: '2001' },
    ],
    channelType: {
      system: 'http://terminology.hl7.org/CodeSystem/subscription-channel-type',
      code: 'rest-hook',
    },
    endpoint: `${receiver.origin}/notify`,
    parameter: [{ name: 'Authorization', value: 'Bearer canary' }],
    heartbeatPeriod: 3600,
    contentType: 'application/fhir+json',
    content: 'full-resource',
    maxCount: 5,
    ...more,
  }),
}

const call = (
  release: FhirVersion,
  path: string,
  init: RequestInit & { readonly token?: string } = {},
): Promise<Response> => {
  const { token, ...rest } = init
  const headers = { ...(token !== undefined && { authorization: `Bearer ${token}` }) }
  return fetch(path.startsWith('http') ? path : `${origin}/fhir/${release}${path}`, {
    ...rest,
    headers: { ...headers, ...(rest.headers as Record<string, string> | undefined) },
  })
}

const post = (release: FhirVersion, body: unknown): Promise<Response> =>
  call(release, '/Subscription', {
    method: 'POST',
    headers: { 'content-type': 'application/fhir+json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

async function subscribed(release: FhirVersion, more: object = {}) {
  const reply = await post(release, asked[release](more))
  const resource = (await reply.json()) as Resource & {
    readonly id: string
    readonly extension: readonly { readonly url: string; readonly valueString: string }[]
  }
  assert.equal(reply.status, 201, JSON.stringify(resource))
  const token = resource.extension[0]?.valueString ?? ''
  return { reply, resource, token, path: `/Subscription/${resource.id}` }
}

/** As an import makes it. */
async function happen(id: string, nctIds: readonly string[]): Promise<void> {
  const { records } = app.people
  await records.write(async (tx) => {
    const row = await tx
      .selectFrom('watch')
      .select('events')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    for (const [index, nctId] of nctIds.entries())
      await tx
        .insertInto('watch_event')
        .values({
          watch_id: id,
          number: Number(row.events) + index + 1,
          nct_id: nctId,
          kind: index === 0 ? 'new' : 'changed',
          found_at: server.now.toISOString(),
        })
        .execute()
    await tx
      .updateTable('watch')
      .set({ events: Number(row.events) + nctIds.length, due_at: server.now.toISOString() })
      .where('id', '=', id)
      .execute()
  })
}

const lastNotice = (): Bundle => JSON.parse(receiver.received.at(-1)?.body ?? '{}') as Bundle

const faultOf = async (reply: Response) => {
  const outcome = (await reply.json()) as Resource & {
    readonly issue: readonly [
      {
        readonly code: string
        readonly details: { readonly text: string }
        readonly expression?: readonly string[]
      },
    ]
  }
  assert.equal(outcome.resourceType, 'OperationOutcome')
  const [{ code, details, expression }] = outcome.issue
  return { status: reply.status, code, text: details.text, at: expression?.[0] }
}

for (const release of releases) {
  const sound = (resource: object): void => assert.deepEqual(faultsOf(resource, release), [])

  test(`${release}: a program subscribes, answers the handshake, is told of studies, and ends it`, async () => {
    const { reply, resource, token, path } = await subscribed(release)
    sound(resource)
    assert.equal(reply.headers.get('location'), `${origin}/fhir/${release}${path}`)
    assert.equal(reply.headers.get('cache-control'), 'no-store')
    assert.equal(resource['status'], 'requested')
    assert.match(token, /^[\w-]{43}$/)
    assert.ok(!JSON.stringify(resource).includes('canary'))
    await server.send()
    const handshake = lastNotice()
    sound(handshake)
    assert.equal(receiver.received[0]?.headers.authorization, 'Bearer canary')
    assert.equal(handshake.entry?.length, 1)
    assert.match(JSON.stringify(handshake), /"handshake"/)
    await happen(resource.id, ['NCT02390596', 'NCT90000002', 'NCT02390596', 'NCT09999999'])
    await server.send()
    const notice = lastNotice()
    sound(notice)
    assert.equal(notice.type, release === 'R4' ? 'history' : 'subscription-notification')
    assert.deepEqual(
      notice.entry?.slice(1).map(({ fullUrl, resource: study }) => [fullUrl, study?.id]),
      [
        [`https://trialway.example/fhir/${release}/ResearchStudy/NCT02390596`, 'NCT02390596'],
        [`https://trialway.example/fhir/${release}/ResearchStudy/NCT90000002`, 'NCT90000002'],
        // Known to no catalogue any more.
        [`https://trialway.example/fhir/${release}/ResearchStudy/NCT09999999`, undefined],
      ],
    )
    const study = await (await call(release, '/ResearchStudy/NCT02390596')).json()
    assert.deepEqual(notice.entry?.[1]?.resource, study)
    const read = await call(release, path, { token })
    const shown = (await read.json()) as Resource
    assert.deepEqual([read.status, shown['status']], [200, 'active'])
    sound(shown)
    assert.ok(!JSON.stringify(shown).includes('canary'))
    assert.ok(!JSON.stringify(shown).includes(token))
    const ended = await call(release, path, { method: 'DELETE', token })
    assert.deepEqual([ended.status, await ended.text()], [204, ''])
    assert.equal((await call(release, path, { token })).status, 401)
    await server.send()
    assert.equal(receiver.received.length, 2)
  })

  test(`${release}: what was asked for is shown as it was sent`, async () => {
    const { path, token } = await subscribed(release, { end: '2031-01-01T00:00:00+01:00' })
    const shown = (await (await call(release, path, { token })).json()) as Record<string, unknown>
    assert.equal(shown['end'], '2030-12-31T23:00:00.000Z')
    const sent = asked[release]() as Record<string, unknown>
    if (release === 'R5') {
      const filters = (sent['filterBy'] as object[]).map((one) => ({
        ...one,
        resourceType: 'http://hl7.org/fhir/StructureDefinition/ResearchStudy',
      }))
      assert.deepEqual(shown['filterBy'], filters)
      for (const name of [
        'name',
        'topic',
        'reason',
        'channelType',
        'endpoint',
        'heartbeatPeriod',
        'content',
        'maxCount',
      ])
        assert.deepEqual(shown[name], sent[name], name)
    } else {
      assert.deepEqual([shown['criteria'], shown['reason']], [topic, sent['reason']])
      assert.match(
        JSON.stringify(shown['_criteria']),
        /ResearchStudy\?condition=kawasaki&title%3Acontains=kawasaki/,
      )
      assert.match(
        JSON.stringify(shown),
        /"backport-payload-content","valueCode":"full-resource"|full-resource/,
      )
    }
    // What it shows can be sent again.
    const { id: _, ...again } = shown
    assert.equal((await post(release, again)).status, 201)
  })

  test(`${release}: how much a notification says is what was asked for`, async () => {
    for (const content of ['empty', 'id-only'] as const) {
      const more =
        release === 'R5'
          ? { content }
          : {
              channel: {
                type: 'rest-hook',
                endpoint: `${receiver.origin}/${content}`,
                payload: 'application/fhir+json',
                _payload: {
                  extension: [{ url: `${backport}/backport-payload-content`, valueCode: content }],
                },
              },
            }
      const { resource } = await subscribed(release, more)
      await server.send()
      await happen(resource.id, ['NCT02390596', 'NCT90000002'])
      await server.send()
      const notice = lastNotice()
      sound(notice)
      const text = JSON.stringify(notice)
      assert.equal(text.includes('NCT02390596'), content === 'id-only', content)
      assert.equal(notice.entry?.length, content === 'empty' ? 1 : 3)
      assert.ok(notice.entry.slice(1).every((entry) => entry.resource === undefined))
      assert.match(text, /"(?:eventNumber|valueString)":"2"/)
    }
  })

  test(`${release}: its owner asks how it stands, and for events again`, async () => {
    const { resource, token, path } = await subscribed(release)
    await server.send()
    await happen(resource.id, ['NCT02390596', 'NCT90000002', 'NCT90000003'])
    receiver.answer = (response) => response.writeHead(503).end()
    await server.send()
    for (const init of [{}, { method: 'POST' }])
      for (const sign of ['$', '%24']) {
        const reply = await call(release, `${path}/${sign}status`, { ...init, token })
        const bundle = (await reply.json()) as Bundle
        assert.equal(reply.status, 200)
        sound(bundle)
        const text = JSON.stringify(bundle)
        assert.match(text, /"query-status"/)
        assert.match(text, /"error"/)
        assert.match(text, /The receiver answered with the status 503\./)
        assert.match(text, /"3"/)
      }
    const events = async (query: string, init: RequestInit = {}) => {
      const reply = await call(release, `${path}/$events${query}`, { ...init, token })
      const bundle = (await reply.json()) as Bundle
      assert.equal(reply.status, 200, JSON.stringify(bundle))
      sound(bundle)
      assert.match(JSON.stringify(bundle), /"query-event"/)
      return bundle.entry?.slice(1).map(({ fullUrl }) => fullUrl.split('/').at(-1))
    }
    assert.deepEqual(await events(''), ['NCT02390596', 'NCT90000002', 'NCT90000003'])
    assert.deepEqual(await events('?eventsSinceNumber=2&eventsUntilNumber=2&content=id-only'), [
      'NCT90000002',
    ])
    const body = JSON.stringify({
      resourceType: 'Parameters',
      parameter: [{ name: 'eventsSinceNumber', valueString: '3' }],
    })
    assert.deepEqual(await events('', { method: 'POST', body }), ['NCT90000003'])
    for (const wrong of ['?eventsSinceNumber=x', '?eventsUntilNumber=-1', '?content=all'])
      assert.equal((await call(release, `${path}/$events${wrong}`, { token })).status, 400)
  })

  test(`${release}: nobody else reads, asks or ends it, and it is not listed`, async () => {
    const { token, path } = await subscribed(release)
    const other = await subscribed(release)
    for (const [at, init] of [
      [path, {}],
      [path, { token: other.token }],
      [path, { token: 'x'.repeat(43) }],
      [path, { headers: { authorization: `Basic ${token}` } }],
      [`${path}/$status`, {}],
      [`${path}/$events`, { token: other.token }],
      [path, { method: 'DELETE' }],
      [path, { method: 'DELETE', token: other.token }],
      ['/Subscription/00000000-0000-4000-8000-000000000000', { token }],
      [`/Subscription/${'x'.repeat(300)}`, { token }],
    ] as const) {
      const reply = await call(release, at, init)
      assert.equal(reply.headers.get('www-authenticate'), 'Bearer')
      assert.deepEqual(await faultOf(reply), {
        status: 401,
        code: 'login',
        text: 'There is no subscription of this id with this secret.',
        at: undefined,
      })
    }
    const elsewhere = release === 'R4' ? 'R5' : 'R4'
    for (const at of [path, `${path}/$status`, `${path}/$events`]) {
      const fault = await faultOf(await call(elsewhere, at, { token }))
      assert.deepEqual([fault.status, fault.code], [404, 'not-found'])
      assert.equal(fault.text, `This subscription was made in ${release}.`)
    }
    const listed = await faultOf(await call(release, '/Subscription', { token }))
    assert.deepEqual(
      [listed.status, listed.text],
      [405, 'A subscription is made here by POST, and read and ended by its id.'],
    )
    assert.equal((await call(release, path, { method: 'PUT', token, body: '{}' })).status, 405)
    assert.equal((await call(release, path, { token })).status, 200)
  })

  test(`${release}: what cannot be served is refused with what is wrong, and nothing is kept`, async () => {
    const channel = (more: object) =>
      release === 'R5'
        ? more
        : { channel: { ...(asked.R4() as { channel: object }).channel, ...more } }
    const header = (name: string, value: string) =>
      release === 'R5'
        ? { parameter: [{ name, value }] }
        : channel({ header: [`${name}: ${value}`] })
    const search = (name: string, value: string) =>
      release === 'R5'
        ? { filterBy: [{ filterParameter: name, value }] }
        : {
            _criteria: {
              extension: [
                {
                  url: `${backport}/backport-filter-criteria`,
                  valueString: `ResearchStudy?${name}=${value}`,
                },
              ],
            },
          }
    const other = release === 'R5' ? { channelType: { code: 'sms' } } : channel({ type: 'sms' })
    for (const [more, code] of [
      [channel({ endpoint: 'https://elsewhere.example/notify' }), 'not-supported'],
      [channel({ endpoint: receiver.origin.replace('http:', 'https:') }), 'not-supported'],
      [channel({ endpoint: 'http://127.0.0.1:1/' }), 'not-supported'],
      [channel({ endpoint: `${receiver.origin}/?key=canary` }), 'value'],
      [channel({ endpoint: receiver.origin.replace('//', '//canary@') }), 'value'],
      [channel({ endpoint: `${receiver.origin}/\r\nX: y` }), 'value'],
      [channel({ endpoint: undefined }), 'value'],
      [other, 'not-supported'],
      [header('Host', 'canary'), 'not-supported'],
      [header('Content-Length', '0'), 'not-supported'],
      [header('Transfer-Encoding', 'chunked'), 'not-supported'],
      [header('Cookie', 'canary'), 'not-supported'],
      [header('Authorization', 'a\r\nX-Injected: canary'), 'value'],
      [header('Authorization', ''), 'value'],
      [header('Authorization', 'é'), 'value'],
      [header('Authorization', 'a'.repeat(2001)), 'value'],
      [search('colour', 'blue'), 'not-supported'],
      [search('_count', '5'), 'not-supported'],
      [search('_sort', 'date'), 'not-supported'],
      [search('_lastUpdated', 'yesterday'), 'value'],
      [{ end: '2020-01-01T00:00:00Z' }, 'value'],
      [{ end: 'soon' }, 'value'],
      [{ status: 'off' }, 'value'],
      [{ colour: 'canary' }, 'not-supported'],
      [
        { [release === 'R5' ? 'topic' : 'criteria']: 'ResearchStudy?status=active' },
        'not-supported',
      ],
      [{ resourceType: 'Patient' }, 'value'],
    ] as const) {
      const reply = await post(release, asked[release](more))
      const said = await reply.clone().text()
      const fault = await faultOf(reply)
      assert.deepEqual([fault.status, fault.code], [422, code], JSON.stringify([more, fault]))
      assert.ok(!said.includes('canary'), said)
      sound(JSON.parse(said) as object)
    }
    for (const [body, status] of [
      ['', 422],
      ['{', 422],
      ['[]', 422],
      ['null', 422],
      [`{"a":"${'a'.repeat(40_000)}"}`, 413],
    ] as const)
      assert.equal((await post(release, body)).status, status, body.slice(0, 20))
    const form = await call(release, '/Subscription', {
      method: 'POST',
      body: new URLSearchParams({ a: 'b' }),
    })
    assert.equal(form.status, 415)
    const { db } = app.people.records
    assert.deepEqual(await db.selectFrom('watch').selectAll().execute(), [])
    await server.send()
    assert.equal(receiver.received.length, 0)
  })

  test(`${release}: the CapabilityStatement names what is served of subscriptions, and nothing else`, async () => {
    const statement = (await (await call(release, '/metadata')).json()) as Resource & {
      rest: [
        { resource: { type: string; extension?: object[]; interaction: { code: string }[] }[] },
      ]
    }
    sound(statement)
    const named = statement.rest[0].resource.find(({ type }) => type === 'Subscription')
    assert.deepEqual(
      named?.interaction.map(({ code }) => code),
      ['create', 'read', 'delete'],
    )
    const topics = statement.rest[0].resource.some(({ type }) => type === 'SubscriptionTopic')
    assert.equal(topics, release === 'R5')
    if (release === 'R4')
      assert.match(
        JSON.stringify(named.extension),
        /subscriptiontopic-canonical.*R5\/SubscriptionTopic\/studies/,
      )
    const token = await call(release, '/StructureDefinition/owner-token')
    assert.equal(token.status, 200)
    sound((await token.json()) as object)
  })

  test(`${release}: as XML a subscription and its status are the same`, async () => {
    const { path, token } = await subscribed(release)
    for (const at of [path, `${path}/$status`]) {
      const json = (await (await call(release, at, { token })).json()) as object
      const reply = await call(release, at, { token, headers: { accept: 'application/fhir+xml' } })
      assert.match(reply.headers.get('content-type') ?? '', /^application\/fhir\+xml/)
      assert.deepEqual(fhirFromXml(await reply.text(), release), json)
    }
  })
}

test('R5: the topic is read by its address, and names every filter that is taken', async () => {
  const reply = await call('R5', topic.replace('https://trialway.example', origin))
  const resource = (await reply.json()) as Resource & {
    readonly url: string
    readonly canFilterBy: readonly { readonly filterParameter: string }[]
  }
  assert.deepEqual(faultsOf(resource, 'R5'), [])
  assert.equal(resource.url, topic)
  const value: Readonly<Record<string, string>> = {
    near: '48.8|2.3|50|km',
    date: '2020',
    _lastUpdated: '2020',
    'recruitment-target': '5',
    'recruitment-actual': '5',
    'progress-status-state-actual': 'recruiting$true',
    'progress-status-state-period': 'recruiting$2020',
    'progress-status-state-period-actual': 'recruiting$2020$true',
  }
  for (const { filterParameter } of resource.canFilterBy) {
    const filterBy = [{ filterParameter, value: value[filterParameter] ?? 'a' }]
    const made = await post('R5', asked.R5({ filterBy }))
    const text = await made.text()
    app.clock = new Date(app.clock.getTime() + 3_600_001)
    await app.people.records.write((tx) => tx.deleteFrom('watch').execute())
    assert.equal(made.status, 201, `${filterParameter} ${text}`)
  }
  const found = (await (await call('R5', `/SubscriptionTopic?url=${topic}`)).json()) as Bundle
  assert.equal(found.total, 1)
  assert.equal((await call('R4', '/SubscriptionTopic')).status, 404)
})

test('where subscriptions are not kept, nothing of it is offered, and every address says so', async () => {
  const none = createFhirApi(app)
  for (const release of releases) {
    const statement = await (await none.request(`/${release}/metadata`)).text()
    assert.doesNotMatch(statement, /Subscription/)
    assert.equal((await none.request(`/${release}/StructureDefinition/owner-token`)).status, 404)
    for (const [path, method] of [
      ['/Subscription', 'POST'],
      ['/Subscription', 'GET'],
      ['/Subscription/1', 'GET'],
      ['/Subscription/1', 'DELETE'],
      ['/Subscription/1/$status', 'GET'],
      ['/SubscriptionTopic', 'GET'],
    ] as const) {
      const fault = await faultOf(await none.request(`/${release}${path}`, { method }))
      assert.deepEqual([fault.status, fault.code], [404, 'not-supported'], path)
      assert.match(fault.text, /Subscriptions are not offered here/)
    }
  }
})

test('a network asks for twenty an hour and has ten at most', async () => {
  const door = createFhirApi(app, { ...app.people, allowed: receiver.allowed })
  const from = (address: string) => ({ incoming: { socket: { remoteAddress: address } } })
  const ask = async (address: string) => {
    const request = new Request('http://localhost/R5/Subscription', {
      method: 'POST',
      headers: { 'content-type': 'application/fhir+json' },
      body: JSON.stringify(asked.R5()),
    })
    return (await door.fetch(request, from(address))).status
  }
  const statuses: number[] = []
  for (let count = 0; count < 12; count++) statuses.push(await ask('192.0.2.7'))
  assert.deepEqual(statuses, [...Array.from({ length: 10 }, () => 201), 429, 429])
  await app.people.records.write((tx) => tx.deleteFrom('watch').execute())
  for (let count = 0; count < 8; count++) assert.equal(await ask('192.0.2.8'), 201)
  assert.equal(await ask('192.0.2.9'), 429)
  assert.equal(await ask('198.51.100.1'), 201)
})

test('nothing of a subscription enters the log', async () => {
  const { token } = await subscribed('R5')
  await server.send()
  const log = app.lines.join('\n')
  for (const word of ['canary', token, receiver.origin]) assert.ok(!log.includes(word), word)
})
