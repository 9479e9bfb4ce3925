import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { confirmLinkOf, outbox } from '../../testing/test-alerts.ts'
import { confirmedAlertsOf } from '../../people/alerts/manage.ts'
import { manageLink, readManageLink, stopLink } from '../../people/alerts/model/links.ts'
import { openTestApp, type TestApp } from '../../testing/test-site.ts'
import { createSite } from '../site.ts'
import { confirmForm, usualForm, visitor, type Visitor } from '../../testing/visitor.ts'

let app: TestApp
let visit: Visitor

before(async () => {
  app = await openTestApp()
  visit = visitor(createSite(app), app.baseUrl)
})
after(() => app.close())

const address = usualForm.email

/** Asks and confirms; the path of the page that manages what was asked for. */
async function subscribed(email: string, form: object = {}, prefix = ''): Promise<string> {
  assert.equal((await visit.post(`${prefix}/alerts`, { ...usualForm, ...form, email })).status, 303)
  const way = `${prefix}/alerts/confirm/${await confirmLinkOf(app.people.records, email)}`
  const { to } = await visit.post(way, confirmForm((await visit.get(way)).text))
  return to.split('?')[0] ?? ''
}

async function alertsOf(path: string) {
  const read = readManageLink(app.people.records.keys, path.split('/').at(-1) ?? '', app.today())
  return (await confirmedAlertsOf(app.people.records, read?.personId ?? ''))?.alerts ?? []
}

test('from asking to stopping, everything is done by links and forms alone', async () => {
  const asked = await visit.post('/alerts', usualForm)
  assert.deepEqual([asked.status, asked.to], [303, '/alerts/sent'])
  assert.match((await visit.get(asked.to)).text, /48 hours/)
  const confirm = `/alerts/confirm/${await confirmLinkOf(app.people.records, address)}`
  const question = await visit.get(confirm)
  assert.match(
    question.text,
    /“kawasaki”, within 25 km of Paris, Île-de-France, France, age 2 years/,
  )
  assert.match(question.text, /C…@example\.org/)
  assert.doesNotMatch(question.text, /Canary-4711/)
  const form = confirmForm(question.text)
  const [id = ''] = form.alert
  const confirmed = await visit.post(confirm, form)
  assert.match(confirmed.to, /^\/alerts\/[\w-]+\?did=confirmed$/)
  const manage = confirmed.to.split('?')[0] ?? ''
  assert.match((await visit.get(confirmed.to)).text, /Thank you\. Your alerts are on\./)

  const { text } = await visit.get(`${manage}/${id}`)
  assert.match(text, /value="Paris, Île-de-France, France"/)
  assert.match(text, /value="2 years"/)
  const changed = await visit.post(`${manage}/${id}`, {
    ...usualForm,
    near: '33081',
    within: '50mi',
    event: 'recruiting',
    often: 'weekly',
  })
  assert.equal(changed.to, `${manage}?did=changed`)
  const page = (await visit.get(changed.to)).text
  assert.match(page, /Once a week, on Monday/)
  assert.doesNotMatch(page, /of Paris/)

  await visit.post(`${manage}/${id}/pause`, { rest: 'yes' })
  assert.match((await visit.get(manage)).text, /data-state="paused"/)
  await visit.post(`${manage}/${id}/pause`, { rest: 'no' })
  assert.match((await visit.get(manage)).text, /data-state="on"/)

  assert.match((await visit.get(`${manage}/${id}/deletion`)).text, /Yes, delete it/)
  assert.equal((await alertsOf(manage)).length, 1)
  const deleted = await visit.post(`${manage}/${id}/deletion`, {})
  assert.match((await visit.get(deleted.to)).text, /You have no alerts now/)

  const [, stop = ''] = /href="(\/alerts\/stop\/[^"]+)"/.exec((await visit.get(manage)).text) ?? []
  assert.match((await visit.post(stop, {})).text, /All alerts are stopped/)
  assert.equal((await visit.get(manage)).status, 404)
})

test('the same in French, for one study, with the mails in French', async () => {
  const form = { study: 'NCT02390596', q: '', near: '', within: '', event: ['closed', 'changed'] }
  const manage = await subscribed('marie@example.org', { ...form, language: 'fr' }, '/fr')
  assert.match(manage, /^\/fr\/alerts\//)
  const { text } = await visit.get(manage)
  assert.match(text, /L’étude NCT02390596/)
  assert.match(text, /Anakinra and Kawasaki Disease/)
  const letters = await outbox(app.people.records)
  const letter = letters.findLast(({ to }) => to === 'marie@example.org')?.letter
  assert.match(letter?.text ?? '', /https:\/\/trialway\.example\/fr\/alerts\/confirm\//)
})

test('a search is carried into the form whole, and what is unticked is left out', async () => {
  const { text } = await visit.get(
    '/alerts/new?q=asthma&status=RECRUITING&phase=PHASE2&near=Paris&within=10mi&age=34&sex=female&tree=C14.907.940',
  )
  for (const part of [
    /name="status"\s+value="RECRUITING"\s+checked/,
    /name="phase"\s+value="PHASE2"\s+checked/,
    /name="tree"\s+value="C14\.907\.940"\s+checked/,
    /value="asthma"/,
    /value="Paris, Île-de-France, France"/,
    /value="10mi" selected/,
    /value="34"/,
    /value="female" selected/,
  ])
    assert.match(text, part)
  const manage = await subscribed('search@example.org', {
    phase: 'PHASE2',
    masking: 'open',
    contact: 'yes',
    sex: 'female',
  })
  const [alert] = await alertsOf(manage)
  assert.deepEqual(alert?.search, {
    q: 'kawasaki',
    phase: ['PHASE2'],
    masking: 'open',
    contact: true,
  })
  assert.equal(alert?.sex, 'FEMALE')
  assert.match(
    (await visit.get(manage)).text,
    /\/search\?q=kawasaki&amp;phase=PHASE2&amp;masking=open&amp;contact=true&amp;near=Paris/,
  )
})

test('a sentence stays as it was typed, fills the boxes, and says how it is read', async () => {
  const q = 'my boy, 3, has kawasaki disease and aspirin did not help, Rennes'
  const { text } = await visit.get(
    `/alerts/new?${new URLSearchParams({ q, within: '25km' }).toString()}`,
  )
  for (const part of [
    `value="${q}"`,
    'value="3 years"',
    'value="male" selected',
    'value="Rennes, Bretagne, France"',
    'value="25km" selected',
    'Illness: Kawasaki disease',
  ])
    assert.ok(text.includes(part), part)
  const french = 'mon fils de 3 ans a la maladie de Kawasaki, Rennes'
  const form = (await visit.get(`/fr/alerts/new?${new URLSearchParams({ q: french }).toString()}`))
    .text
  assert.ok(
    form.includes('value="3\u00a0ans"') || form.includes('value="3 ans"'),
    'the age in French',
  )
  assert.match(form, /nous cherchons\u00a0:\s*<bdi>Maladie\u00a0: maladie de Kawasaki/)
})

test('a sentence typed into the form is confirmed and managed in its own words', async () => {
  const q = 'my boy, 3, has kawasaki disease, Rennes'
  const sent = { q, near: '', age: '', within: '' }
  const email = 'sentence@example.org'
  assert.equal((await visit.post('/alerts', { ...usualForm, ...sent, email })).status, 303)
  const way = `/alerts/confirm/${await confirmLinkOf(app.people.records, email)}`
  const question = (await visit.get(way)).text
  assert.match(question, /“my boy, 3, has kawasaki disease, Rennes”, within 100 km of Rennes/)
  assert.match(question, /age 3 years, male/)
  assert.match(question, /Illness: Kawasaki disease/)
  const { to } = await visit.post(way, confirmForm(question))
  const manage = to.split('?')[0] ?? ''
  const [alert] = await alertsOf(manage)
  assert.equal(alert?.said, q)
  assert.deepEqual(alert?.search, {
    q: 'my , has kawasaki disease',
    isOfPerson: true,
    isPlaceSaid: true,
  })
  assert.equal(alert?.sex, 'MALE')
  const changed = { ...usualForm, q, often: 'weekly', filled: q }
  await visit.post(`${manage}/${alert?.id}`, changed)
  assert.equal((await alertsOf(manage))[0]?.said, q)
  assert.match((await visit.get(manage)).text, /q=my\+boy%2C\+3%2C\+has\+kawasaki/)
})

test('a box that was filled from the words and then emptied stays empty', async () => {
  const q = 'my girl has kawasaki disease, 4, Rennes'
  const manage = await subscribed('emptied@example.org', {
    q,
    filled: q,
    near: '',
    within: '',
    age: '',
    sex: '',
  })
  const [alert] = await alertsOf(manage)
  assert.deepEqual([alert?.age, alert?.place, alert?.sex], [undefined, undefined, undefined])
})

test('an area of medicine alone is enough', async () => {
  const manage = await subscribed('area@example.org', { q: '', category: 'heart-and-vessels' })
  assert.deepEqual((await alertsOf(manage))[0]?.search, { category: ['heart-and-vessels'] })
})

test('an alert for a baby says all the ages that it is for', async () => {
  const manage = await subscribed('baby@example.org', { age: 'baby' })
  assert.deepEqual((await alertsOf(manage))[0]?.age, { least: 0, most: 730, on: app.today() })
  assert.match((await visit.get(manage)).text, /age 0 days to 23 months/)
})

test('an alert may be for a department or a country, and its pages say so', async () => {
  const manage = await subscribed('department@example.org', { near: '94', within: '' }, '/fr')
  const [alert] = await alertsOf(manage)
  const name = 'Val-de-Marne (département), Île-de-France, France'
  assert.deepEqual(alert?.area, { name, path: 'FR/11/94' })
  assert.equal(alert?.place, undefined)
  const { text } = await visit.get(manage)
  assert.match(text, /kawasaki.», dans Val-de-Marne \(département\)/)
  assert.match(text, /near=Val-de-Marne[^"]*&amp;age=/)
  const kept = { ...usualForm, near: name, within: '', often: 'weekly' }
  assert.equal((await visit.post(`${manage}/${alert?.id}`, kept)).status, 303)
  assert.deepEqual((await alertsOf(manage))[0]?.area, alert?.area)
  const form = await visit.get('/alerts/new?q=asthma&near=Illinois')
  assert.match(form.text, /value="Illinois \(region\), United States"/)
})

test('an age grows, and is not made vaguer by a change of something else', async () => {
  const manage = await subscribed('age@example.org', { age: '8 months' })
  const [alert] = await alertsOf(manage)
  const before = app.clock
  app.clock = new Date('2027-01-30T09:00:00.000Z')
  const { text } = await visit.get(`${manage}/${alert?.id}`)
  const [, age = ''] = /id="age"[^>]*value="([^"]+)"/s.exec(text) ?? []
  assert.equal(age, '10 months')
  await visit.post(`${manage}/${alert?.id}`, {
    ...usualForm,
    age,
    near: 'Paris, Île-de-France, France',
  })
  assert.deepEqual((await alertsOf(manage))[0]?.age, alert?.age)
  assert.deepEqual((await alertsOf(manage))[0]?.place, alert?.place)
  app.clock = before
})

test('asking says the same for an address that is known, unknown or never mailed again', async () => {
  await subscribed('known@example.org')
  const answers = []
  for (const email of ['known@example.org', 'stranger@example.org'])
    for (const path of ['/alerts', '/alerts/lost']) {
      const { status, text, to } = await visit.post(path, { ...usualForm, email })
      answers.push([path, status, text, to])
    }
  assert.deepEqual(answers.slice(0, 2), answers.slice(2))
})

test('the way to one’s alerts is mailed to who has some, once a day, and to nobody else', async () => {
  await subscribed('lost@example.org')
  const count = async (to: string) =>
    (await outbox(app.people.records)).filter(
      (mail) => mail.to === to && mail.messageId.startsWith('<manage'),
    ).length
  for (let times = 0; times < 3; times++)
    await visit.post('/alerts/lost', { email: 'LOST@example.org' })
  await visit.post('/alerts/lost', { email: 'nobody@example.org' })
  assert.equal(await count('lost@example.org'), 1)
  assert.equal(await count('nobody@example.org'), 0)
})

test('a link of a hundred days ago lets nobody in, and mails a fresh one to its owner', async () => {
  const manage = await subscribed('old@example.org')
  const sent = manage.split('/').at(-1) ?? ''
  const { keys } = app.people.records
  const personId = readManageLink(keys, sent, app.today())?.personId ?? ''
  const old = manageLink(keys, personId, '2026-08-01')
  const page = await visit.get(`/alerts/${old}`)
  assert.equal(page.status, 410)
  assert.doesNotMatch(page.text, /kawasaki/)
  assert.equal((await visit.get(`/alerts/${old}/data.json`)).status, 410)
  assert.equal((await visit.post('/alerts/lost', { link: old })).to, '/alerts/sent-link')
  const mails = await outbox(app.people.records)
  assert.ok(
    mails.some(({ to, messageId }) => to === 'old@example.org' && messageId.startsWith('<manage')),
  )
})

test('everything kept about a person can be taken away as a file', async () => {
  const manage = await subscribed('data@example.org')
  const { text, headers } = await visit.get(`${manage}/data.json`)
  assert.match(headers.get('content-disposition') ?? '', /^attachment/)
  assert.match(headers.get('cache-control') ?? '', /no-store/)
  const data = JSON.parse(text) as { person: { address: string }; alerts: unknown[] }
  assert.equal(data.person.address, 'data@example.org')
  assert.equal(data.alerts.length, 1)
})

test('that file opens with a link of yesterday, not with an older one, which offers to mail a fresh link', async () => {
  const email = 'older@example.org'
  const manage = await subscribed(email)
  const { keys } = app.people.records
  const sent = manage.split('/').at(-1) ?? ''
  const personId = readManageLink(keys, sent, app.today())?.personId ?? ''
  const [yesterday, older] = ['2026-11-22', '2026-11-21'].map((day) =>
    manageLink(keys, personId, day),
  )
  assert.equal((await visit.get(`/alerts/${yesterday}/data.json`)).status, 200)
  for (const prefix of ['', '/fr']) {
    const page = await visit.get(`${prefix}/alerts/${older}/data.json`)
    assert.equal(page.status, 403)
    assert.match(page.headers.get('content-type') ?? '', /^text\/html/)
    assert.equal(page.headers.get('content-disposition'), null)
    assert.match(page.text, /today or yesterday|aujourd’hui ou hier/)
    assert.doesNotMatch(page.text, /older@example|kawasaki/)
    assert.match(page.text, new RegExp(`action="${prefix}/alerts/lost"`))
    assert.match(page.text, new RegExp(`name="link"\\s+value="${older}"`))
  }
  assert.equal((await visit.get(`/alerts/${older}`)).status, 200)
  assert.equal((await visit.post('/alerts/lost', { link: older ?? '' })).to, '/alerts/sent-link')
  const mails = await outbox(app.people.records)
  const [, fresh] =
    mails
      .findLast(({ to, messageId }) => to === email && messageId.startsWith('<manage'))
      ?.letter?.text.match(/(\/alerts\/[\w-]+)/) ?? []
  assert.equal((await visit.get(`${fresh}/data.json`)).status, 200)
})

test('the language of the mails and what their subject says can be changed', async () => {
  const manage = await subscribed('letters@example.org')
  const { to } = await visit.post(`${manage}/letters`, { language: 'fr', subject: 'yes' })
  const { text } = await visit.get(to)
  assert.match(text, /id="subject"[^>]*checked/s)
  assert.match(text, /value="fr"\s+checked/)
})

test('a second wish is confirmed beside the first, and asked alike it replaces it', async () => {
  await subscribed('twice@example.org', { often: 'daily' })
  const manage = await subscribed('twice@example.org', { often: 'weekly' })
  const alerts = await alertsOf(manage)
  assert.deepEqual(
    alerts.map(({ frequency }) => frequency),
    ['weekly'],
  )
  assert.equal((await alertsOf(await subscribed('twice@example.org', { q: 'asthma' }))).length, 2)
})

test('nobody reaches another person’s alert with a link of their own', async () => {
  const mine = await subscribed('mine@example.org')
  const theirs = await subscribed('theirs@example.org')
  const [alert] = await alertsOf(theirs)
  for (const path of [`${mine}/${alert?.id}`, `${mine}/${alert?.id}/deletion`])
    assert.equal((await visit.get(path)).status, 404)
  assert.equal((await visit.post(`${mine}/${alert?.id}/deletion`, {})).status, 404)
  assert.equal((await visit.post(`${mine}/${alert?.id}/pause`, { rest: 'yes' })).status, 404)
  assert.equal((await alertsOf(theirs))[0]?.pausedAt, null)
})

test('private pages are kept nowhere, found nowhere, and their links stand in no head', async () => {
  const manage = await subscribed('private@example.org')
  const [alert] = await alertsOf(manage)
  const { keys } = app.people.records
  const personId = readManageLink(keys, manage.split('/').at(-1) ?? '', app.today())?.personId
  const stop = stopLink(keys, personId ?? '')
  for (const path of [
    manage,
    `${manage}/${alert?.id}`,
    `${manage}/${alert?.id}/deletion`,
    `/alerts/stop/${stop}`,
    '/alerts/confirm/x',
    '/alerts/no-such-link',
  ]) {
    const { text, headers } = await visit.get(path)
    assert.equal(headers.get('cache-control'), 'no-store', path)
    assert.equal(headers.get('etag'), null)
    assert.match(headers.get('x-robots-tag') ?? '', /noindex/)
    assert.equal(headers.get('referrer-policy'), 'strict-origin')
    assert.equal(headers.get('set-cookie'), null)
    const head = text.slice(0, text.indexOf('</head>'))
    assert.match(head, /name="robots" content="noindex, nofollow"/)
    assert.doesNotMatch(head, /rel="canonical"|hreflang/)
    assert.doesNotMatch(text, /href="https?:/)
  }
})

test('the page that says what alerts are is public, and its form still works in every browser', async () => {
  const { headers } = await visit.get('/alerts')
  assert.equal(headers.get('x-robots-tag'), null)
  assert.equal(headers.get('cache-control'), 'no-cache')
  assert.equal(headers.get('referrer-policy'), 'strict-origin')
  const wrong = await visit.post('/alerts/lost', { email: 'x' })
  assert.equal(wrong.status, 422)
  assert.equal(wrong.headers.get('cache-control'), 'no-store')
  assert.equal((await visit.get('/fr/alerts/lost')).to, '/fr/alerts')
})

test('neither an address nor a link of anybody is in the log', () => {
  const lines = app.lines.join('\n')
  assert.doesNotMatch(lines, /example\.org|Canary|\/alerts\/|kawasaki/i)
})

test('every list and every study leads to an alert for just that', async () => {
  for (const [path, link] of [
    [
      '/search?q=asthma&status=RECRUITING&near=Paris',
      '/alerts/new?q=asthma&amp;near=Paris&amp;status=RECRUITING',
    ],
    ['/search?q=qqqqzzzz', '/alerts/new?q=qqqqzzzz&amp;status=all'],
    ['/fr/categories/heart-and-vessels', '/fr/alerts/new?category=heart-and-vessels'],
    ['/categories/heart-and-vessels?tree=C14.907', '/alerts/new?tree=C14.907'],
    ['/studies/NCT90000005', '/alerts/new?study=NCT90000005'],
    ['/studies/NCT02390596', '/alerts/new?study=NCT02390596'],
    ['/en', '/alerts/new'],
    ['/about', '/alerts'],
  ] as const)
    assert.ok((await visit.get(path)).text.includes(`href="${link}"`), path)
})

test('the result of a self-check leads to news of the study, and no answer stands in that address', async () => {
  const path = '/studies/NCT02390596/check'
  const [, rules = ''] =
    /name="rules" value="([^"]*)"/.exec((await visit.get(`${path}?who=me`)).text) ?? []
  const answers = { rules, who: 'child', age: '2', unit: 'year', sex: 'MALE', condition: 'yes' }
  const { text } = await visit.send(path, { body: new URLSearchParams(answers) })
  assert.match(text, /Worth asking|Probably not|site must tell/i)
  assert.match(text, /href="\/alerts\/new\?study=NCT02390596"/)
})
