import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import type { Hono } from 'hono'
import {
  type FhirDefinitions,
  r4Definitions,
  r5Definitions,
} from '../../testing/fhir-definitions.ts'
import { fhirFaults } from '../../testing/fhir-faults.ts'
import { openedMails } from '../../testing/test-alerts.ts'
import { openTestApp, type TestApp } from '../../testing/test-site.ts'
import { watching } from '../../testing/test-watches.ts'
import { answerAsks } from '../../people/asks/asks.ts'
import { confirmWatches, readWatchesByLink } from '../../people/watches/confirm-watches.ts'
import { stopWatch } from '../../people/watches/stop-watch.ts'
import { watchAskTakers } from '../../people/watches/take-request.ts'
import { createFhirApi } from './fhir-api.ts'
import { releases } from './protocol/release.ts'
import type { FhirVersion } from './xml/element-table.ts'

interface Resource {
  readonly resourceType: string
  readonly id: string
  readonly status: string
  readonly extension?: readonly { readonly valueString: string }[]
  readonly issue?: readonly { readonly code: string; readonly expression?: readonly string[] }[]
}

const backport = 'http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition'
const topic = 'https://trialway.example/fhir/R5/SubscriptionTopic/studies'
const definitionsOf: Readonly<Record<FhirVersion, FhirDefinitions>> = {
  R4: r4Definitions(),
  R5: r5Definitions(),
}
const address = 'canary@example.org'

let app: TestApp
let door: Hono

before(async () => {
  app = await openTestApp()
})

beforeEach(async () => {
  await app.people.records.write(async (tx) => {
    for (const table of ['watch', 'asked_mail', 'person'] as const)
      await tx.deleteFrom(table).execute()
  })
  door = createFhirApi(app, { ...app.people, allowed: [] })
})

after(() => app.close())

/** A channel of e-mail as each release writes it. */
const asked: Readonly<Record<FhirVersion, (endpoint?: string, channel?: object) => object>> = {
  R4: (endpoint = `mailto:${address}`, channel = {}) => ({
    resourceType: 'Subscription',
    status: 'requested',
    reason: 'Our ward',
    criteria: topic,
    _criteria: {
      extension: [
        {
          url: `${backport}/backport-filter-criteria`,
          valueString: 'ResearchStudy?condition=kawasaki',
        },
      ],
    },
    channel: {
      type: 'email',
      endpoint,
      payload: 'text/plain',
      _payload: {
        extension: [{ url: `${backport}/backport-payload-content`, valueCode: 'full-resource' }],
      },
      ...channel,
    },
  }),
  R5: (endpoint = `mailto:${address}`, channel = {}) => ({
    resourceType: 'Subscription',
    status: 'requested',
    topic,
    filterBy: [{ filterParameter: 'condition', value: 'kawasaki' }],
    channelType: {
      system: 'http://terminology.hl7.org/CodeSystem/subscription-channel-type',
      code: 'email',
    },
    endpoint,
    contentType: 'text/plain',
    content: 'full-resource',
    ...channel,
  }),
}

async function call(release: FhirVersion, path: string, init: RequestInit = {}) {
  const reply = await door.request(`/${release}${path}`, init)
  const text = await reply.text()
  const resource = (text === '' ? undefined : JSON.parse(text)) as Resource | undefined
  return { status: reply.status, text, resource }
}

const post = (release: FhirVersion, body: object, language = 'en') =>
  call(release, '/Subscription', {
    method: 'POST',
    headers: { 'content-type': 'application/fhir+json', 'accept-language': language },
    body: JSON.stringify(body),
  })

/** The link of the mail that asks, once what was asked is dealt with. */
async function questionTo(to: string) {
  await answerAsks(app.people, watchAskTakers, app.now())
  const mails = (await openedMails(app.people.records)).filter((mail) => mail.to === to)
  const [, link = ''] =
    /\/subscriptions\/confirm\/([\w-]+)/.exec(mails.at(-1)?.letter?.text ?? '') ?? []
  return { mails, link }
}

for (const release of releases) {
  const sound = (resource: object): void =>
    assert.deepEqual(fhirFaults(resource, definitionsOf[release]), [])

  test(`${release}: a program asks for mail, its reader says yes, is told, and says stop`, async () => {
    const made = await post(release, asked[release]())
    assert.equal(made.status, 201, made.text)
    assert.ok(made.resource)
    sound(made.resource)
    assert.equal(made.resource.status, 'requested')
    assert.ok(!made.text.includes(address))
    const token = made.resource.extension?.[0]?.valueString ?? ''
    const read = async () => {
      const { text, resource } = await call(release, `/Subscription/${made.resource?.id}`, {
        headers: { authorization: `Bearer ${token}` },
      })
      assert.ok(resource && !text.includes(address) && !text.includes(token), text)
      sound(resource)
      return resource
    }
    const { link } = await questionTo(address)
    assert.equal((await read()).status, 'requested')
    const { records } = app.people
    const open = await readWatchesByLink(records, link, app.now())
    assert.ok(open.kind === 'open')
    const ids = open.watches.map(({ id }) => id)
    await confirmWatches(records, link, { shown: ids, chosen: ids }, app.now())
    assert.equal((await read()).status, 'active')
    await records.write(async (tx) => {
      const at = app.now().toISOString()
      const watch_id = made.resource?.id ?? ''
      await tx
        .insertInto('watch_event')
        .values({ watch_id, number: 1, nct_id: 'NCT02390596', kind: 'changed', found_at: at })
        .execute()
      await tx
        .updateTable('watch')
        .set({ events: 1, due_at: at })
        .where('id', '=', watch_id)
        .execute()
    })
    const server = watching(records, [], app.now(), () => app.catalogue)
    assert.equal(await server.send(), 1)
    const notice = (await openedMails(records)).find(({ stream }) => stream === 'watch')
    assert.match(notice?.letter?.text ?? '', /Kawasaki[^]*\(NCT02390596\)[^]*Status: /)
    assert.match(notice?.letter?.text ?? '', /https:\/\/trialway\.example\/studies\/NCT02390596/)
    const status = await call(release, `/Subscription/${made.resource.id}/$status`, {
      headers: { authorization: `Bearer ${token}` },
    })
    assert.ok(status.resource && !status.text.includes(address))
    sound(status.resource)
    await stopWatch(records, made.resource.id, app.now())
    const off = await read()
    assert.equal(off.status, 'off')
    assert.ok(!app.lines.join('\n').includes('canary'))
  })

  test(`${release}: what it shows can be sent again with an address`, async () => {
    const { resource } = await post(release, asked[release]())
    const { id: _id, extension: _secret, ...again } = resource as unknown as Record<string, unknown>
    const whole =
      release === 'R5'
        ? { ...again, endpoint: `mailto:${address}` }
        : {
            ...again,
            channel: { ...(again['channel'] as object), endpoint: `mailto:${address}` },
          }
    const made = await post(release, whole)
    assert.equal(made.status, 201, made.text)
  })

  test(`${release}: an address with anything but one address in it is refused, and is in no answer`, async () => {
    for (const endpoint of [
      address,
      '',
      'mailto:',
      `MAILTO: ${address}`,
      `mailto:${address}?subject=canary`,
      `mailto:${address}?bcc=victim@example.org`,
      `mailto:${address},victim@example.org`,
      `mailto:${address};victim@example.org`,
      `mailto:${address}%2Cvictim@example.org`,
      `mailto:${address}\r\nBcc: victim@example.org`,
      `mailto:${address}%0d%0aBcc:%20victim@example.org`,
      'mailto:canary%00@example.org',
      'mailto:%',
      'mailto:"canary"@example.org',
      'mailto:Anna <canary@example.org>',
      'mailto:canary\u202e@example.org',
      'mailto:canary\u200b@example.org',
      'mailto:canary@localhost',
      'mailto:canary@127.0.0.1',
      'mailto:canary@[::1]',
      `mailto:${'a'.repeat(65)}@example.org`,
      `mailto:mailto:${address}`,
      `https://example.org/${address}`,
    ]) {
      const { status, text, resource } = await post(release, asked[release](endpoint))
      assert.equal(status, 422, `${endpoint} ${text}`)
      assert.ok(!text.includes('canary'), text)
      assert.equal(resource?.issue?.[0]?.code, 'value', endpoint)
      const at = release === 'R4' ? 'Subscription.channel.endpoint' : 'Subscription.endpoint'
      assert.deepEqual(resource.issue[0].expression, [at])
    }
    assert.deepEqual((await questionTo(address)).mails, [])
    assert.deepEqual(await app.people.records.db.selectFrom('watch').selectAll().execute(), [])
  })

  test(`${release}: an address of any script, or written with signs, is one mailbox`, async () => {
    for (const [written, to] of [
      ['anna%2Bstudies@example.org', 'anna+studies@example.org'],
      ['zoë@example.org', 'zoë@example.org'],
      ['zo%C3%AB@bücher.example', 'zoë@xn--bcher-kva.example'],
    ] as const) {
      const { status, text } = await post(release, asked[release](`mailto:${written}`))
      assert.equal(status, 201, text)
      assert.equal((await questionTo(to)).mails.length, 1, to)
    }
  })

  test(`${release}: what a mail cannot have is refused`, async () => {
    const extension = (name: string) =>
      release === 'R5'
        ? { [name === 'heartbeat-period' ? 'heartbeatPeriod' : name]: 60 }
        : { extension: [{ url: `${backport}/backport-${name}`, valueUnsignedInt: 60 }] }
    const timeout =
      release === 'R5'
        ? { timeout: 10 }
        : { extension: [{ url: `${backport}/backport-timeout`, valueUnsignedInt: 10 }] }
    for (const [channel, code] of [
      [extension('heartbeat-period'), 'not-supported'],
      [timeout, 'not-supported'],
      [
        release === 'R5'
          ? { parameter: [{ name: 'Subject', value: 'x' }] }
          : { header: ['Subject: x'] },
        'not-supported',
      ],
      [
        release === 'R5'
          ? { contentType: 'application/fhir+json' }
          : { payload: 'application/fhir+json' },
        'not-supported',
      ],
    ] as const) {
      const { status, resource } = await post(release, asked[release](undefined, channel))
      assert.deepEqual([status, resource?.issue?.[0]?.code], [422, code], JSON.stringify(channel))
    }
  })

  test(`${release}: a host that nobody listed is still not called`, async () => {
    const { status, resource } = await post(
      release,
      release === 'R5'
        ? asked.R5('https://hooks.example.org/a', {
            channelType: { code: 'rest-hook' },
            contentType: 'application/fhir+json',
          })
        : asked.R4('https://hooks.example.org/a', {
            type: 'rest-hook',
            payload: 'application/fhir+json',
          }),
    )
    assert.deepEqual([status, resource?.issue?.[0]?.code], [422, 'not-supported'])
  })
}

test('a stranger is asked in the language of the program, and the mail does not say what was asked', async () => {
  await post('R5', asked.R5(), 'fr-CA,fr;q=0.9')
  const { mails } = await questionTo(address)
  assert.deepEqual(
    mails.map(({ letter }) => letter?.subject),
    ['Confirmez des courriels sur des études'],
  )
  for (const { letter } of mails) assert.doesNotMatch(letter?.text ?? '', /kawasaki|ward/i)
})

test('the answer is the same for an address that is known and for one that is not', async () => {
  const shapeOf = async (to: string) => {
    const { status, text } = await post('R5', asked.R5(`mailto:${to}`))
    return [status, text.replace(/[\w-]{36,43}/g, '…')]
  }
  const unknown = await shapeOf('nobody@example.org')
  await questionTo('nobody@example.org')
  assert.deepEqual(await shapeOf('nobody@example.org'), unknown)
})
