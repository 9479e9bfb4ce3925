import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, test } from 'node:test'
import { anyText, fc } from '../../testing/properties.ts'
import { sized } from '../../testing/sized.ts'
import { confirmLinkOf, outbox } from '../../testing/test-alerts.ts'
import { manageLink, readManageLink, stopLink } from '../../people/alerts/model/links.ts'
import { suppressAddress } from '../../people/mail/outbox/suppression.ts'
import { type TestApp, openTestApp } from '../../testing/test-site.ts'
import { createSite } from '../site.ts'
import {
  type Form,
  type Visitor,
  confirmForm,
  paramsOf,
  usualForm,
  visitor,
} from '../../testing/visitor.ts'
import { RecordsBusy } from '../../people/records/model/faults.ts'

let app: TestApp
let visit: Visitor

before(async () => {
  app = await openTestApp()
  visit = visitor(createSite(app), app.baseUrl)
})
after(() => app.close())

/** All that is kept, in short: a test sees by it whether anything changed. */
async function everything(): Promise<string> {
  const { db } = app.people.records
  const tables = ['ask', 'person', 'subscription', 'request_link', 'mail', 'audit_event'] as const
  const rows = await Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute()))
  return JSON.stringify(rows)
}

async function asked(email: string, form: Form = {}): Promise<string> {
  assert.equal((await visit.post('/alerts', { ...usualForm, ...form, email })).status, 303)
  return `/alerts/confirm/${await confirmLinkOf(app.people.records, email)}`
}

async function subscribed(email: string): Promise<{ manage: string; stop: string }> {
  const way = await asked(email)
  const form = confirmForm((await visit.get(way)).text)
  const manage = (await visit.post(way, form)).to.split('?')[0] ?? ''
  const { keys } = app.people.records
  const person = readManageLink(keys, manage.split('/').at(-1) ?? '', app.today())
  return { manage, stop: `/alerts/stop/${stopLink(keys, person?.personId ?? '')}` }
}

async function isKnown(manage: string): Promise<boolean> {
  return (await visit.get(manage)).status === 200
}

test('B229 to B232: a scanner that follows every link, by GET and HEAD, changes nothing', async () => {
  const pending = await asked('scanned@example.org')
  const { manage, stop } = await subscribed('scanned-too@example.org')
  const paths = new Set([pending, manage, stop])
  const before = await everything()
  for (const path of paths) {
    for (const answer of [await visit.head(path), await visit.get(path)]) {
      assert.equal(answer.status, 200, path)
      const links = answer.text.matchAll(/(?:href|action)="(\/(?:fr\/)?alerts\/[^"#]+)"/g)
      for (const [, found = ''] of links)
        if (!found.endsWith('/pause') && !found.endsWith('/letters') && !found.endsWith('/lost'))
          paths.add(found.replaceAll('&amp;', '&'))
    }
  }
  assert.ok(paths.size > 8, [...paths].join('\n'))
  assert.equal(await everything(), before)
})

const oneClicks: Readonly<Record<string, () => RequestInit>> = {
  'a form': () => ({ body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) }),
  'a form of several parts': () => {
    const body = new FormData()
    body.append('List-Unsubscribe', 'One-Click')
    return { body }
  },
}

for (const [name, init] of Object.entries(oneClicks))
  test(`B233 and B234: one click by ${name} stops at once, without cookie or origin, and again alike`, async () => {
    const { manage, stop } = await subscribed('click@example.org')
    assert.ok(await isKnown(manage))
    const first = await visit.send(stop, init())
    assert.deepEqual([first.status, first.to], [200, ''])
    assert.equal(await isKnown(manage), false)
    const second = await visit.send(stop, init())
    assert.deepEqual([second.status, second.text], [first.status, first.text])
  })

test('B235: a confirming link used twice says that it was used, and changes nothing more', async () => {
  const way = await asked('again@example.org')
  const form = confirmForm((await visit.get(way)).text)
  assert.equal((await visit.post(way, form)).status, 303)
  const before = await everything()
  for (const answer of [await visit.get(way), await visit.post(way, form)])
    assert.match(answer.text, /You already said yes/)
  assert.equal(await everything(), before)
})

test('B236: after 48 hours a confirming link confirms nothing and offers to ask again', async () => {
  const way = await asked('late@example.org')
  const before = app.clock
  app.clock = new Date(before.getTime() + 49 * 3_600_000)
  for (const answer of [await visit.get(way), await visit.post(way, { alert: 'x' })]) {
    assert.equal(answer.status, 410)
    assert.match(answer.text, /href="\/alerts\/new"/)
  }
  app.clock = before
})

test('B237 and B238: a link changed by one bit, or made for something else, leads nowhere', async () => {
  const { manage, stop } = await subscribed('bits@example.org')
  const [sent = '', stopped = ''] = [manage, stop].map((path) => path.split('/').at(-1))
  const unknown = await visit.get('/alerts/no-such-link')
  const changed = (link: string, bit: number): string => {
    const bytes = Buffer.from(link, 'base64url')
    bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    return bytes.toString('base64url')
  }
  const links = [0, 77, 130, 200].flatMap((bit) => [
    `/alerts/${changed(sent, bit)}`,
    `/alerts/stop/${changed(stopped, bit)}`,
  ])
  const swapped = [`/alerts/${stopped}`, `/alerts/stop/${sent}`, `/alerts/confirm/${sent}`]
  for (const path of [...links, ...swapped]) {
    const answer = await visit.get(path)
    assert.equal(answer.status, 404, path)
    assert.equal(main(answer.text), main(unknown.text))
    assert.ok([404, 405].includes((await visit.post(path, {})).status), path)
  }
  assert.ok(await isKnown(manage))
})

function main(text: string): string {
  return /<main[^]*<\/main>/.exec(text)?.[0] ?? ''
}

test('B239: who tries links at random finds none, and is soon told to wait', async () => {
  const statuses = new Set<number>()
  for (let times = 0; times < 260; times++) {
    const path = `/alerts/${randomBytes(34).toString('base64url')}`
    statuses.add((await visit.head(path, { from: '203.0.113.9' })).status)
  }
  assert.deepEqual(statuses, new Set([404, 429]))
})

test('B243: an address that complained is answered like any other, and gets no mail', async () => {
  const { records } = app.people
  await records.write((tx) =>
    suppressAddress(tx, {
      lookup: records.keys.lookupOf('angry@example.org'),
      stream: 'all',
      reason: 'complaint',
      now: app.now(),
    }),
  )
  const answer = await visit.post('/alerts', { ...usualForm, email: 'angry@example.org' })
  assert.deepEqual([answer.status, answer.to], [303, '/alerts/sent'])
  const mails = (await outbox(records)).filter(({ to }) => to === 'angry@example.org')
  assert.deepEqual(
    mails.map(({ state, letter }) => [state, letter]),
    [['suppressed', undefined]],
  )
})

test('B244: however often an address is asked for, it gets one question a day', async () => {
  for (let times = 0; times < 40; times++)
    await visit.post('/alerts', { ...usualForm, email: 'victim@example.org' })
  const mails = (await outbox(app.people.records)).filter(({ to }) => to === 'victim@example.org')
  assert.equal(mails.length, 1)
})

test('B245: one household asks twenty times an hour at most, however its addresses vary', async () => {
  const from = (at: number) => ({ from: `198.51.100.${at}` })
  const ask = (at: number) =>
    visit.post('/alerts', { ...usualForm, email: `many-${at}@example.org` }, from(at))
  for (let at = 1; at <= 20; at++) assert.equal((await ask(at)).status, 303)
  const refused = await ask(21)
  assert.equal(refused.status, 429)
  assert.ok(Number(refused.headers.get('retry-after')) > 0)
  const lost = await visit.post('/alerts/lost', { email: 'x@example.org' }, from(22))
  assert.equal(lost.status, 429)
  const other = await visit.post('/alerts', { ...usualForm }, { from: '198.51.101.1' })
  assert.equal(other.status, 303)
  const before = app.clock
  app.clock = new Date(before.getTime() + 3_601_000)
  assert.equal((await ask(23)).status, 303)
  app.clock = before
})

test('behind a proxy that is trusted, the last address it names is who asks', async () => {
  const behind = visitor(createSite({ ...app, trustProxy: true }), app.baseUrl)
  const ask = (forwarded: string) =>
    behind.post(
      '/alerts/lost',
      { email: 'x@example.org' },
      { from: '127.0.0.1', headers: { 'x-forwarded-for': forwarded } },
    )
  for (let times = 0; times < 20; times++)
    assert.equal((await ask(`10.0.${times}.1, 192.0.2.8`)).status, 303)
  assert.equal((await ask('10.9.9.9, 192.0.2.200')).status, 429)
  assert.equal((await ask('192.0.2.8, 203.0.113.5')).status, 303)
})

test('behind a proxy that nobody told us of, each household still has a limit of its own', async () => {
  const ask = async (headers: Readonly<Record<string, string>>, from = '127.0.0.1') =>
    (await visit.post('/alerts/lost', { email: 'x@example.org' }, { from, headers })).status
  for (let times = 0; times < 20; times++)
    assert.equal(await ask({ 'x-forwarded-for': `203.0.${times}.1, 192.0.2.${times}` }), 303)
  assert.equal(await ask({ 'x-forwarded-for': '192.0.2.99' }, '172.17.0.1'), 429)
  for (const headers of [
    { 'x-forwarded-for': '198.18.1.1' },
    { forwarded: 'for="[2001:db8:7::1]:443"' },
    { 'x-real-ip': '198.18.2.1' },
  ])
    for (let times = 0; times < 20; times++) assert.equal(await ask(headers), 303)
  for (let times = 0; times < 60; times++)
    assert.equal(await ask({ via: '1.1 proxy' }), 303, 'all share one name, and a wide limit')
})

test('who is not near is not believed, whatever they say of others', async () => {
  const ask = async (times: number) =>
    visit.post(
      '/alerts/lost',
      { email: 'x@example.org' },
      { from: '198.19.0.1', headers: { 'x-forwarded-for': `203.0.${times}.1` } },
    )
  for (let times = 0; times < 20; times++) assert.equal((await ask(times)).status, 303)
  assert.equal((await ask(21)).status, 429)
})

test('B205 and B206: links in mails are made from our own address, whatever a request calls us', async () => {
  const site = createSite(app)
  const response = await site.fetch(
    new Request('http://evil.example/alerts', {
      method: 'POST',
      headers: {
        origin: app.baseUrl,
        'x-forwarded-host': 'evil.example',
        forwarded: 'host=evil.example',
      },
      body: paramsOf({ ...usualForm, email: 'host@example.org' }),
    }),
  )
  assert.equal(response.status, 303)
  const mail = (await outbox(app.people.records)).find(({ to }) => to === 'host@example.org')
  assert.match(mail?.letter?.text ?? '', /https:\/\/trialway\.example\/alerts\/confirm\//)
  assert.doesNotMatch(JSON.stringify(mail), /evil/)
})

const foreign: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'B215 no origin': {},
  'B216 another site': { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
  'B217 an origin of null': { origin: 'null' },
  'a neighbour site': { origin: 'https://other.trialway.example', 'sec-fetch-site': 'same-site' },
}

for (const [name, headers] of Object.entries(foreign))
  test(`${name}: a form that did not come from our pages changes nothing`, async () => {
    const { manage } = await subscribed('foreign@example.org')
    const before = await everything()
    const body = () => paramsOf({ ...usualForm, email: 'x@example.org' })
    for (const path of ['/alerts', '/alerts/lost', `${manage}/letters`, '/fr/alerts']) {
      const answer = await visit.send(path, { body: body() }, { headers })
      assert.equal(answer.status, 403, path)
      assert.match(answer.text, /<h1/)
    }
    assert.equal(await everything(), before)
  })

test('a form is taken where a browser says that it is ours, though it hides the origin', async () => {
  const body = paramsOf({ ...usualForm, email: 'hidden@example.org' })
  const headers = { origin: 'null', 'sec-fetch-site': 'same-origin' }
  assert.equal((await visit.send('/alerts', { body }, { headers, from: '127.0.0.1' })).status, 303)
})

test('B218: a body that only looks like a form is refused', async () => {
  for (const type of ['text/plain', 'application/json', 'multipart/form-data; boundary=x', '']) {
    const headers = { 'content-type': type, origin: app.baseUrl }
    const answer = await visit.send('/alerts', { body: '{"email":"a@b.example"}' }, { headers })
    assert.equal(answer.status, 415, type)
  }
})

test('B226: a method hidden in a field or a header is not used', async () => {
  const { manage } = await subscribed('method@example.org')
  const headers = { 'x-http-method-override': 'DELETE', origin: app.baseUrl }
  const answer = await visit.post(
    `${manage}/letters`,
    { _method: 'DELETE', language: 'en' },
    { headers },
  )
  assert.equal(answer.status, 303)
  assert.ok(await isKnown(manage))
})

test('what only a program fills in is answered as ever, and nothing is kept', async () => {
  const before = await everything()
  const { status, to } = await visit.post('/alerts', { ...usualForm, website: 'https://x.example' })
  assert.deepEqual([status, to], [303, '/alerts/sent'])
  assert.equal(await everything(), before)
})

test('records that are busy are a clear page that says when to come back, and the form may be sent again', async () => {
  const busy = visitor(
    createSite({
      ...app,
      people: {
        ...app.people,
        records: { ...app.people.records, write: () => Promise.reject(new RecordsBusy('busy')) },
      },
    }),
    app.baseUrl,
  )
  const answer = await busy.post('/alerts', usualForm)
  assert.equal(answer.status, 503)
  assert.ok(Number(answer.headers.get('retry-after')) > 0)
  assert.doesNotMatch(answer.text, /Canary/)
})

const wrong: Readonly<Record<string, { form: Form; says: RegExp }>> = {
  nothing: { form: { q: '' }, says: /Type some words or choose an area/ },
  'no address': { form: { email: '' }, says: /Type your e-mail address/ },
  'B100 no at sign': { form: { email: 'camille' }, says: /not an e-mail address/ },
  'a second recipient': {
    form: { email: 'a@b.example\r\nBcc: x@y.example' },
    says: /not an e-mail/,
  },
  'two addresses': { form: { email: 'a@b.example,c@d.example' }, says: /not an e-mail address/ },
  'a distance from an area': {
    form: { near: '93', within: '25km' },
    says: /Seine-Saint-Denis[^<]* is an area, so nothing can be measured/,
  },
  'a country and a state of one name': {
    form: { near: 'Georgia', within: '' },
    says: /There are several places of that name/,
  },
  'no such place': { form: { near: 'Nowhereatallhere' }, says: /do not know a place/ },
  'several places': {
    form: { near: 'Springfield' },
    says: /There are several places of that name/,
  },
  'a distance from nowhere': { form: { near: '' }, says: /but not from where/ },
  'a distance with more': { form: { within: '5km;x' }, says: /one of the distances/ },
  'a distance of nothing': { form: { within: '0km' }, says: /one of the distances/ },
  'an age': { form: { age: 'old' }, says: /Write an age/ },
  'a sex': { form: { sex: 'x' }, says: /Choose one of the list/ },
  'no event': { form: { event: [] }, says: /Tick at least one/ },
  'an event of ours that is none': { form: { event: ['__proto__'] }, says: /Tick at least one/ },
  'a pace': { form: { often: 'hourly' }, says: /how often we may write/ },
  'a language': { form: { language: 'xx' }, says: /Choose a language/ },
  'an area': { form: { category: 'nope' }, says: /not one of the choices/ },
  'a search of 600 letters': { form: { q: 'a'.repeat(600) }, says: /at most 512/ },
  'a name with brackets': { form: { 'q[x]': 'a' }, says: /without brackets/ },
}

for (const [name, { form, says }] of Object.entries(wrong))
  test(`${name} is said beside its field, and all that was typed stays`, async () => {
    const before = await everything()
    const { status, text } = await visit.post('/alerts', { ...usualForm, age: '3 years', ...form })
    assert.equal(status, 422)
    assert.match(text, says)
    assert.match(text, /role="alert"/)
    const [, field = ''] = /role="alert"[^]*?href="#([^"]+)"/.exec(text) ?? []
    assert.match(text, new RegExp(`id="${field}"`))
    if (form['age'] === undefined) assert.match(text, /value="3 years"/)
    if (form['email'] === undefined) assert.match(text, /value="Camille\.Canary-4711@example\.org"/)
    assert.equal(await everything(), before)
    const french = await visit.post('/fr/alerts', { ...usualForm, ...form })
    assert.equal(french.status, 422)
  })

test('of several places the likeliest is written in, and sent again it is taken', async () => {
  const { text } = await visit.post('/alerts', { ...usualForm, near: 'Springfield' })
  const [, near = ''] = /id="near"[^>]*value="([^"]+)"/s.exec(text) ?? []
  assert.match(near, /Springfield, .*United States/)
  const again = await visit.post('/alerts', { ...usualForm, near, email: 'town@example.org' })
  assert.equal(again.status, 303)
})

test('a number that is no study, or none that is known, has no form', async () => {
  assert.equal((await visit.get('/alerts/new?study=12')).status, 400)
  assert.equal((await visit.get('/alerts/new?study=NCT99999999')).status, 404)
  assert.equal((await visit.post('/alerts', { ...usualForm, study: 'NCT99999999' })).status, 404)
})

test('any form at all is answered, and nothing of it is run', async () => {
  const names = fc.constantFrom(
    ...(
      'q study near within age sex event often language email status tree category link ' +
      'alert rest __proto__ constructor'
    ).split(' '),
  )
  const values = fc.oneof(
    anyText({ maxLength: 40 }),
    fc.constantFrom('<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', 'a@b.example'),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(names, values), { maxLength: 6 }), async (pairs) => {
      const form = Object.fromEntries(pairs)
      const query = new URLSearchParams(pairs).toString()
      for (const answer of [
        await visit.post('/alerts', { ...usualForm, ...form }),
        await visit.post('/alerts/lost', form),
        await visit.get(`/alerts/new?${query}`),
        await visit.get(`/alerts/${encodeURIComponent(pairs[0]?.[1] ?? 'x')}`),
      ]) {
        assert.ok(answer.status < 500, `${answer.status} ${query}`)
        assert.doesNotMatch(answer.text, /<script>alert|<img src=x/)
      }
    }),
    { numRuns: sized(12, 100) },
  )
})

test('a manage link of the future is no link of ours to fear, and one of another person is refused', async () => {
  const { keys } = app.people.records
  const nobody = manageLink(keys, '00000000-0000-4000-8000-000000000000', app.today())
  assert.equal((await visit.get(`/alerts/${nobody}`)).status, 404)
})
