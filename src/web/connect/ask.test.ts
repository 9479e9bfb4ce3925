import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { siteId } from '../../finder/registry/site-id.ts'
import type { StoredStudy } from '../../finder/catalogue/model/stored.ts'
import { readEnquiry } from '../../people/enquiries/model/enquiry.ts'
import { answered } from '../../testing/test-alerts.ts'
import { signedIn } from '../../testing/test-accounts.ts'
import { enquiryLinksTo } from '../../testing/test-enquiries.ts'
import { happens, promised } from '../../testing/test-promises.ts'
import { openTestApp, type TestApp } from '../../testing/test-site.ts'
import { type Answer, type Form, visitor, type Visitor } from '../../testing/visitor.ts'
import { anyText, fc } from '../../testing/properties.ts'
import { sized } from '../../testing/sized.ts'
import { createSite } from '../site.ts'

let app: TestApp
let visit: Visitor

/** Open, with a site in Paris and one in Texas; the one in Paris has a desk here. */
const study = 'NCT90000003'
const paris = siteId({ facility: 'Hôpital Robert-Debré', city: 'Paris', country: 'France' })
const texas = siteId({ facility: 'Paris Clinic', city: 'Paris', country: 'United States' })
const connect = `/studies/${study}/connect`

before(async () => {
  app = await openTestApp()
  visit = visitor(createSite(app), app.baseUrl)
  await signedIn(app.people.records, [{ role: 'coordinator', study, site: paris }])
})
after(() => app.close())

/** What a reader sees, on one line. */
function seen({ text }: Answer): string {
  return text
    .slice(text.indexOf('<main'))
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll('&quot;', '"')
}

/** The fields that a form brings with it unseen. */
function hiddenIn({ text }: Answer): Record<string, string> {
  const fields = [...text.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)]
  return Object.fromEntries(fields.map(([, name = '', value = '']) => [name, value]))
}

const parent = {
  asker: 'parent',
  name: 'Camille',
  email: 'parent@example.org',
  phone: '+33 1 23 45 67 89',
  when: 'evening',
  message: 'Our child has fever.',
  language: 'en',
  consent: 'yes',
  website: '',
  send: 'yes',
}

async function sent(path: string, more: Form = {}): Promise<Answer> {
  const form = await visit.get(path)
  assert.equal(form.status, 200)
  return visit.post(path, { ...hiddenIn(form), ...parent, ...more })
}

test('the form names the site, its distance and the day of the promise, and says who gets what for how long', async () => {
  const page = await visit.get(`${connect}?site=${paris}&near=Versailles&age=8mo&sex=female`)
  const text = seen(page)
  assert.match(text, /Write to Hôpital Robert-Debré/)
  assert.match(text, /\d+ km from Versailles/)
  assert.match(text, /An answer is promised by Wednesday 25 November, 18:00\./)
  assert.match(text, /the age: 8 months; sex: female; the place: Versailles/)
  assert.match(text, /12 months after the last answer/)
  assert.match(text, /erased after 48 hours/)
  assert.match(text, /erases all of it, at the site’s desk too/)
  assert.doesNotMatch(page.text, /type="checkbox"[^>]*checked/)
  assert.equal(page.headers.get('cache-control'), 'no-store')
  assert.equal(page.headers.get('set-cookie'), null)
})

test('what is sent waits for its owner with all that was said, and the consent word for word', async () => {
  const answer = await sent(`${connect}?site=${paris}&near=Versailles&age=8mo`)
  assert.equal(answer.status, 303)
  assert.match(answer.to, /^\/enquiries\/sent\/[\w-]{43}$/)
  await answered(app.people.records)
  const { db, keys } = app.people.records
  const [row] = await db.selectFrom('enquiry').select(['id', 'consent_hash']).execute()
  const enquiry = await readEnquiry(db, keys, row?.id ?? '')
  assert.deepEqual(enquiry?.details, {
    who: 'parent',
    name: 'Camille',
    phone: '+33 1 23 45 67 89',
    when: 'evening',
    contactBy: 'phone',
    message: 'Our child has fever.',
    age: '8 months',
    place: { name: enquiry?.details.place?.name, km: enquiry?.details.place?.km },
  })
  const text = await db.selectFrom('consent_text').selectAll().execute()
  assert.equal(text[0]?.hash, row?.consent_hash)
  assert.match(text[0]?.text ?? '', /I agree that this information.*Hôpital Robert-Debré/s)
})

test('a form with faults comes back with all that was typed, the summary first, and a doctor is not asked for a name', async () => {
  const path = `${connect}?site=${paris}`
  const form = await visit.get(path)
  assert.match(seen(form), /Do not write the name of a child or of a patient/)
  const wrong = {
    ...hiddenIn(form),
    ...parent,
    asker: 'doctor',
    email: 'nobody',
    phone: '12',
    consent: '',
  }
  const page = await visit.post(path, wrong)
  assert.equal(page.status, 422)
  assert.match(
    page.text,
    /class="error-summary"[\s\S]*href="#email"[\s\S]*href="#phone"[\s\S]*href="#consent"/,
  )
  assert.match(page.text, /value="nobody"/)
  assert.match(page.text, /Our child has fever\./)
  assert.match(page.text, /value="doctor"\s+checked/)
  assert.equal(hiddenIn(page)['key'], hiddenIn(form)['key'])
})

test('the same form is sent once, and with other words it is said that the first counts', async () => {
  const path = `${connect}?site=${paris}`
  const form = { ...hiddenIn(await visit.get(path)), ...parent, email: 'once@example.org' }
  assert.equal((await visit.post(path, form)).status, 303)
  assert.equal((await visit.post(path, form)).status, 303)
  const other = await visit.post(path, { ...form, message: 'Something else' })
  assert.equal(other.status, 409)
  assert.match(seen(other), /sent before/)
})

test('without a site one is chosen, the nearest first; one that is gone from the record is said', async () => {
  const page = await visit.get(`${connect}?near=Houston`)
  const text = seen(page)
  assert.ok(text.indexOf('Paris Clinic') < text.indexOf('Robert-Debré'))
  assert.match(page.text, new RegExp(`name="site"\\s+value="${texas}"`))
  const gone = await visit.get(`${connect}?site=0123456789`)
  assert.equal(gone.status, 404)
  assert.match(seen(gone), /no longer has the site/)
})

test('a site that nobody can reach from here has contact details, a letter and the next nearest site instead', async () => {
  const page = await visit.get(`${connect}?site=${texas}&near=Houston`)
  const text = seen(page)
  assert.match(text, /How to reach Paris Clinic/)
  assert.match(text, /gives no phone number and no e-mail/)
  assert.match(text, /The next nearest site Hôpital Robert-Debré/)
  assert.doesNotMatch(page.text, /name="message"/)
  const letter = await visit.get(`/studies/${study}/letter?site=${texas}`)
  assert.match(seen(letter), /Dear study team,/)
  assert.match(seen(letter), /My name/)
})

test('of a site that is not here, the contact in the registry is written to, and no promise is made in its name', async () => {
  const around = { ...app, catalogue: { ...app.catalogue, study: withContact } }
  const other = visitor(createSite(around), app.baseUrl)
  const page = await other.get(`${connect}?site=${texas}`)
  assert.match(seen(page), /We ask the team to answer by/)
  assert.match(seen(page), /has not promised it/)
  const form = { ...hiddenIn(page), ...parent, email: 'far@example.org' }
  assert.equal((await other.post(`${connect}?site=${texas}`, form)).status, 303)
  await answered(app.people.records)
  const { db, keys } = app.people.records
  const row = await db
    .selectFrom('enquiry')
    .select('id')
    .where('route', '=', 'introduction')
    .executeTakeFirstOrThrow()
  assert.equal((await readEnquiry(db, keys, row.id))?.siteLabel.facility, 'Paris Clinic')
  const closed = visitor(
    createSite({ ...around, connect: { ...app.connect, introductions: false } }),
    app.baseUrl,
  )
  const instead = await closed.get(`${connect}?site=${texas}`)
  assert.match(seen(instead), /How to reach/)
  assert.match(instead.text, /href="mailto:team@example\.org\?subject=A%20question/)
  const draftOf = (text: string): string =>
    decodeURIComponent(/href="mailto:team@example\.org\?([^"]*)"/.exec(text)?.[1] ?? '')
  assert.match(draftOf(instead.text), /open now at this site: Paris Clinic, Paris, United States\?/)
  assert.doesNotMatch(draftOf(instead.text), /Madame/)
  const french = await closed.get(`/fr${connect}?site=${texas}`)
  assert.match(
    draftOf(french.text),
    /Madame, Monsieur.*Paris Clinic.*Dear study team.*Paris Clinic/s,
  )
})

test('a French letter to a site where French may not be read leads to the same letter in English', async () => {
  const abroad = await visit.get(`/fr/studies/${study}/letter?site=${texas}`)
  assert.match(seen(abroad), /on ne lit peut-être pas le français/)
  assert.match(abroad.text, new RegExp(`href="/studies/${study}/letter\\?site=${texas}"`))
  for (const path of [
    `/fr/studies/${study}/letter?site=${paris}`,
    `/studies/${study}/letter?site=${texas}`,
  ])
    assert.doesNotMatch(seen(await visit.get(path)), /on ne lit peut-être|may not read French/)
})

function withContact(nctId: string): StoredStudy | undefined {
  const stored = app.catalogue.study(nctId)
  if (!stored) return undefined
  const { protocolSection } = stored.study
  const module = protocolSection.contactsLocationsModule
  const contacts = [{ name: 'Team', email: 'team@example.org' }]
  const locations = module?.locations?.map((one) => ({ ...one, contacts }))
  return {
    ...stored,
    study: {
      ...stored.study,
      protocolSection: {
        ...protocolSection,
        contactsLocationsModule: { ...module, ...(locations && { locations }) },
      },
    },
  }
}

test('a study that is closed or in doubt offers something else before anything is typed', async () => {
  const closed = await visit.get('/studies/NCT02390596/connect')
  assert.match(seen(closed), /This study is finished/)
  assert.match(closed.text, /href="\/alerts\/new\?study=NCT02390596"/)
  assert.doesNotMatch(closed.text, /Ask the team all the same/)
  const doubt = await visit.get('/studies/NCT90000002/connect')
  assert.match(seen(doubt), /may no longer be open/)
  assert.doesNotMatch(doubt.text, /name="email"/)
  assert.match(doubt.text, /href="\/studies\/NCT90000002\/connect\?anyway=yes"/)
  const soon = await visit.get('/studies/NCT90000005/connect')
  assert.match(seen(soon), /Tell me when this study opens/)
})

test('a study that closes while a message is written sends nothing and gives the words back', async () => {
  const page = await visit.post(`/studies/NCT02390596/connect?site=${paris}`, {
    ...parent,
    key: 'x',
  })
  assert.equal(page.status, 409)
  assert.match(seen(page), /closed while you were writing/)
  assert.match(seen(page), /Our child has fever\./)
})

test('a site that nobody can reach any more when a message is sent gives the words back, and takes them to the next site', async () => {
  const { db } = app.people.records
  const before = await db.selectFrom('enquiry').select('id').execute()
  const typed = { ...parent, key: 'n'.repeat(43) }
  const page = await visit.post(`${connect}?site=${texas}&near=Houston`, typed)
  assert.equal(page.status, 409)
  assert.match(seen(page), /cannot be written to from here any more\. Nothing was sent\./)
  assert.match(seen(page), /What you had written: Our child has fever\./)
  assert.doesNotMatch(seen(page), /from here yet/)
  const french = await visit.post(`/fr${connect}?site=${texas}`, typed)
  assert.match(seen(french), /Rien n’a été envoyé.*Our child has fever\./)
  const form = page.text.slice(page.text.indexOf('id="next"'))
  const kept = hiddenIn({ ...page, text: form })
  assert.deepEqual([kept['site'], kept['email'], kept['consent']], [paris, parent.email, undefined])
  assert.match(form, /<textarea name="message" hidden>Our child has fever\.</)
  const next = await visit.post(connect, { ...kept, message: parent.message })
  assert.equal(next.status, 200)
  assert.match(seen(next), /Write to Hôpital Robert-Debré/)
  assert.match(next.text, /Our child has fever\./)
  const back = await visit.post(connect, { ...kept, message: parent.message, site: texas })
  assert.match(seen(back), /What you had written: Our child has fever\./)
  assert.deepEqual(await db.selectFrom('enquiry').select('id').execute(), before)
})

test('while the records are away, a reader is told how to reach the site, and what was typed stays', async () => {
  const path = `${connect}?site=${paris}`
  const form = { ...hiddenIn(await visit.get(path)), ...parent }
  const records = { ...app.people.records, isThere: false }
  const away = visitor(createSite({ ...app, people: { ...app.people, records } }), app.baseUrl)
  const page = await away.get(path)
  assert.equal(page.status, 503)
  assert.match(seen(page), /reach the site yourself/)
  const kept = await away.post(path, form)
  assert.equal(kept.status, 503)
  assert.match(seen(kept), /what you typed is still here/)
  assert.match(kept.text, /Our child has fever\./)
})

test('a trap, a foreign form and a body that is no form change nothing', async () => {
  const path = `${connect}?site=${paris}`
  const before = await app.people.records.db.selectFrom('ask').select('id').execute()
  const trapped = { ...hiddenIn(await visit.get(path)), ...parent, website: 'http://spam.example' }
  assert.match((await visit.post(path, trapped)).to, /^\/enquiries\/sent\/[\w-]{43}$/)
  const foreign = await visit.post(path, trapped, { headers: { origin: 'https://evil.example' } })
  assert.equal(foreign.status, 403)
  const none = await visit.send(path, {
    body: '{}',
    headers: { origin: app.baseUrl, 'content-type': 'application/json' },
  })
  assert.equal(none.status, 415)
  const afterwards = await app.people.records.db.selectFrom('ask').select('id').execute()
  assert.deepEqual(afterwards, before)
})

test('a mistyped address is put right from the page after sending, and every form is answered alike', async () => {
  const { db } = app.people.records
  const { to } = await sent(`${connect}?site=${paris}`, { email: 'typo@exmaple.org' })
  await answered(app.people.records)
  const page = await visit.get(to)
  assert.match(seen(page), /Was the e-mail address typed wrong\?/)
  assert.doesNotMatch(page.text, /typo@exmaple/)
  assert.equal(page.headers.get('set-cookie'), null)
  const wrong = await visit.post(to, { email: 'nobody' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /class="error-summary"[\s\S]*href="#email"[\s\S]*value="nobody"/)
  const foreign = await visit.post(
    to,
    { email: 'a@b.org' },
    { headers: { origin: 'https://evil.example' } },
  )
  assert.equal(foreign.status, 403)
  const known = await visit.post(to, { email: 'typo@example.org' })
  assert.deepEqual([known.status, known.to], [303, `${to}?did=right`])
  assert.match(seen(await visit.get(known.to)), /We noted the new address/)
  const french = seen(await visit.get(`/fr${known.to}`))
  assert.match(french, /Nous avons noté la nouvelle adresse/)
  // Nobody is told to write again where the address can be put right.
  assert.doesNotMatch(french, /Écrivez de nouveau/)
  assert.doesNotMatch(seen(page), /Write again/)
  await answered(app.people.records)
  assert.equal((await enquiryLinksTo(app.people.records, 'typo@example.org')).length, 1)
  const madeUp = `/enquiries/sent/${'A'.repeat(43)}`
  const unknown = await visit.post(madeUp, { email: 'typo@example.org' })
  assert.deepEqual([unknown.status, unknown.to], [303, `${madeUp}?did=right`])
  assert.equal((await visit.get('/enquiries/sent/short')).status, 404)
  const before = await db.selectFrom('enquiry').select('id').execute()
  await answered(app.people.records)
  assert.equal((await db.selectFrom('enquiry').select('id').execute()).length, before.length)
  const records = { ...app.people.records, isThere: false }
  const away = visitor(createSite({ ...app, people: { ...app.people, records } }), app.baseUrl)
  const kept = await away.post(to, { email: 'typo@example.org' })
  assert.deepEqual([kept.status, /value="typo@example.org"/.test(kept.text)], [503, true])
})

test('every page speaks French as well', async () => {
  for (const [path, said] of [
    [
      `${connect}?site=${paris}&near=Versailles`,
      /Une réponse est promise avant le mercredi 25 novembre, 18.h/,
    ],
    [connect, /À quel centre voulez-vous écrire/],
    [`${connect}?site=${texas}`, /Comment joindre/],
    [`/studies/${study}/letter?site=${paris}`, /Madame, Monsieur/],
    ['/studies/NCT02390596/connect', /Cette étude est terminée/],
    ['/enquiries/sent', /regardez votre messagerie/],
  ] as const)
    assert.match(seen(await visit.get(`/fr${path}`)), said, path)
})

test('the answers of a check come along in the form, unticked, and go out only where they are ticked', async () => {
  const check = await visit.get(`/studies/${study}/check?who=me&age=40y&sex=female`)
  const told = { ...hiddenIn(check), condition: 'yes' }
  const result = await visit.post(`/studies/${study}/check?who=me&age=40y&sex=female`, told)
  assert.match(result.text, /action="\/studies\/NCT90000003\/connect\?/)
  const form = await visit.post(`${connect}?site=${paris}&age=40y`, told)
  assert.equal(form.status, 200)
  assert.match(seen(form), /Send my 1 answer from the check too/)
  assert.match(form.text, /value="patient"\s+checked/)
  assert.doesNotMatch(form.text, /type="checkbox"[^>]*checked/)
  const path = `${connect}?site=${paris}&age=40y`
  const fields = { ...hiddenIn(form), ...parent, asker: 'patient' }
  await visit.post(path, { ...fields, email: 'without@example.org' })
  const ticked = { ...fields, key: 'k'.repeat(43), answers: 'yes', email: 'with@example.org' }
  assert.equal((await visit.post(path, ticked)).status, 303)
  await answered(app.people.records)
  const { db, keys } = app.people.records
  const rows = await db.selectFrom('enquiry').select('id').orderBy('asked_at').execute()
  const all = await Promise.all(rows.map(({ id }) => readEnquiry(db, keys, id)))
  const of = (email: string) => all.find((one) => one?.person.address() === email)?.details
  assert.equal(of('without@example.org')?.answers, undefined)
  const sentAnswers = of('with@example.org')?.answers ?? []
  assert.ok(sentAnswers.some(({ criterion }) => criterion === 'Condition: Vasculitis'))
  const old = await visit.post(path, { ...told, rules: 'other' })
  assert.match(seen(old), /rules of this study have changed/)
})

test('5,000 letters in Arabic are taken, one more is said to be too long, and a flood is answered at once', async () => {
  const path = `${connect}?site=${paris}`
  const form = { ...hiddenIn(await visit.get(path)), ...parent, email: 'arabic@example.org' }
  const long = await visit.post(path, { ...form, message: 'س'.repeat(5001) })
  assert.equal(long.status, 422)
  assert.match(seen(long), /Your message has 5,001 letters/)
  assert.equal((await visit.post(path, { ...form, message: 'س'.repeat(5000) })).status, 303)
  const flood = await visit.post(path, { ...form, message: 'a'.repeat(300_000) })
  assert.equal(flood.status, 413)
  assert.match(seen(flood), /too long to send/)
})

test('a network that asks on and on is told to wait', async () => {
  const path = `${connect}?site=${paris}`
  const form = { ...hiddenIn(await visit.get(path)), ...parent }
  const statuses: number[] = []
  for (let at = 0; at < 22; at++) {
    const one = { ...form, email: `flood-${at}@example.org`, key: `${at}`.padStart(43, 'f') }
    statuses.push((await visit.post(path, one, { from: '198.51.100.7' })).status)
  }
  assert.deepEqual([...new Set(statuses)], [303, 429])
})

test('how often a site answers in time is public once ten enquiries tell', async () => {
  const siteLabel = { facility: 'Hôpital Robert-Debré', city: 'Paris', country: 'France' }
  const { records } = app.people
  for (let number = 1; number <= 10; number++) {
    const page = seen(await visit.get(`${connect}?site=${paris}`))
    assert.doesNotMatch(page, /in the time that was promised/)
    const asked = { from: `p${number}@home.example`, now: app.now(), siteLabel, study }
    const { id } = await promised(records, asked)
    await happens(records, id, 'contacted', { now: app.now() })
  }
  const page = seen(await visit.get(`${connect}?site=${paris}`))
  assert.match(page, /This team answered 10 of 10 messages in the time that was promised\./)
})

test('whatever is put into the fields and the address is answered with a page, never with a fault of ours', async () => {
  const names = [
    'asker',
    'email',
    'phone',
    'when',
    'name',
    'message',
    'language',
    'key',
    'site',
    'rules',
  ]
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(fc.constantFrom(...names), anyText({ maxLength: 80 })),
      anyText({ maxLength: 30 }),
      async (fields, place) => {
        const query = new URLSearchParams({ site: paris, near: place.toWellFormed() })
        const { status } = await visit.post(`${connect}?${query.toString()}`, {
          ...fields,
          send: 'yes',
        })
        assert.ok(status < 500, String(status))
        const looked = await visit.get(
          `${connect}?site=${encodeURIComponent(place.toWellFormed())}`,
        )
        assert.ok(looked.status < 500, String(looked.status))
      },
    ),
    { numRuns: sized(15, 2000) },
  )
})
