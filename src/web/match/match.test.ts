import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { anyText, fc } from '../../testing/properties.ts'
import { sized } from '../../testing/sized.ts'
import type { Hono } from 'hono'
import { openTestApp, type TestApp } from '../../testing/test-site.ts'
import { createSite } from '../site.ts'
import { assertValid } from '../../testing/valid-html.ts'

let app: TestApp
let site: Hono

before(async () => {
  app = await openTestApp()
  site = createSite(app)
})
after(() => app.close())

const note =
  'A 34-year-old woman with asthma since childhood. She denies fever. Her mother had diabetes. Canary-41370001.'
const bundle = JSON.stringify({
  resourceType: 'Bundle',
  type: 'collection',
  entry: [
    { resource: { resourceType: 'Patient', id: 'p', gender: 'male', birthDate: '2024-05-01' } },
    {
      resource: {
        resourceType: 'Condition',
        id: 'c',
        code: { text: 'Kawasaki disease' },
        subject: { reference: 'Patient/p' },
      },
    },
  ],
})

async function post(form: Record<string, string | Blob>, prefix = '') {
  const body = new FormData()
  for (const [name, value] of Object.entries(form)) body.append(name, value)
  const response = await site.request(`${prefix}/match`, { method: 'POST', body })
  const page = await response.text()
  assert.equal(response.headers.get('cache-control'), 'no-store')
  assert.equal(response.headers.get('etag'), null)
  await assertValid(page, 'match')
  return { status: response.status, page }
}

for (const prefix of ['', '/fr'])
  test(`the form at ${prefix}/match says that nothing is kept and that notes are in English or French`, async () => {
    const response = await site.request(`${prefix}/match`)
    const page = await response.text()
    await assertValid(page, 'form')
    assert.match(page, prefix ? /ni gardé ni noté/ : /not kept and not logged/)
    assert.match(
      page,
      prefix ? /doit être en français ou en anglais/ : /must be in English or French/,
    )
  })

test('a note gives studies in order, with what was read and the sentence behind it', async () => {
  for (const prefix of ['', '/fr']) {
    const { status, page } = await post({ note }, prefix)
    assert.equal(status, 200)
    assert.match(page, /Asthma Study Number/)
    assert.match(page, prefix ? /34 ans/ : /34 years/)
    assert.match(page, /<q lang="en">A 34-year-old woman with asthma/)
    const quoted = page.match(/<q>[^<]*Canary|Canary/g)
    assert.deepEqual(quoted, ['<q>Canary'], 'shown once, among what was not understood')
  }
})

test('a pasted Bundle and one in a file are matched alike', async () => {
  const file = new Blob([bundle], { type: 'application/json' })
  for (const form of [{ note: bundle }, { note: '', file }]) {
    const { status, page } = await post(form)
    assert.equal(status, 200)
    assert.match(page, /NCT02390596/)
    assert.match(page, /2 years/)
  }
})

test('only studies that look for people are given where that is ticked', async () => {
  assert.doesNotMatch((await post({ note: bundle, open: 'yes' })).page, /NCT02390596/)
})

test('with a town, the nearest open site and its distance are shown as in search, and doubt of a status is too', async () => {
  const child = 'Garçon de 2 ans avec une maladie de Kawasaki.'
  for (const prefix of ['', '/fr']) {
    const { page } = await post({ note: child, near: 'Lyon' }, prefix)
    assert.match(page, prefix ? /Bicêtre[^]*?\d+\skm/ : /Bicêtre[^]*?\d+ km away/)
    assert.match(page, prefix ? /pas confirmé depuis/ : /not confirmed since/)
  }
})

test('a place that is not known is said, of an area the sites in it are named, and the studies are shown all the same', async () => {
  for (const [near, said] of [
    ['Nowheretown', /We do not know a place called “Nowheretown”/],
    ['France', /Of each study we name a site in France[^]*in the area you chose/],
    ['Illinois', /we name a site in Illinois[^]*In that area[^]*No site is there/],
  ] as const) {
    const { status, page } = await post({ note, near })
    assert.equal(status, 200)
    assert.match(page, said)
    assert.match(page, /Asthma Study Number/)
    assert.doesNotMatch(page, /km away/)
  }
})

test('a place that was typed is still in the form where the text was refused', async () => {
  const { status, page } = await post({ note: '', near: 'Lyon' })
  assert.equal(status, 422)
  assert.match(page, /id="near"[^>]*value="Lyon"/)
})

test('sentences that were not understood are counted and quoted, beside the languages that are read', async () => {
  const odd = 'The xyloband reading was gloriously frindled on Tuesday.'
  const { page } = await post({ note: `A 34-year-old woman with asthma. ${odd}` })
  assert.match(page, /One sentence was not understood/)
  assert.ok(page.includes(odd))
  assert.match(page, /Notes are read in English and French only/)
})

const refused: Readonly<Record<string, Record<string, string | Blob>>> = {
  nothing: {},
  blanks: { note: ' \n\t ' },
  'a Patient alone': { note: '{"resourceType":"Patient"}' },
  'JSON that does not end': { note: '{"resourceType":' },
  'a list': { note: '[1,2]' },
  'a PDF': { file: new Blob(['%PDF-1.7 \0\0\0']) },
  'a picture': { file: new Blob([new Uint8Array([137, 80, 78, 71, 0, 1, 2, 3, 0, 0, 0, 255])]) },
}

for (const [name, form] of Object.entries(refused))
  test(`${name} is answered with what to send instead`, async () => {
    for (const prefix of ['', '/fr']) assert.equal((await post(form, prefix)).status, 422)
  })

test('a note of a megabyte is answered, and more is refused in words', async () => {
  assert.equal((await post({ note: `${note} `.repeat(20_000).slice(0, 1_000_000) })).status, 200)
  for (const prefix of ['', '/fr'])
    assert.equal((await post({ note: 'a'.repeat(1_200_000) }, prefix)).status, 413)
})

/** As a doctor writes: commas, line ends, French letters. */
const clinical =
  'Patiente âgée de 62 ans. A 62-year-old woman with asthma, seen on 4 March, sent by Dr Lefèvre (Hôpital Saint-Éloi).\n' +
  'She denies chest pain, fever, or weight loss; her mother had diabetes. BP 142/88, HbA1c 8.1 %, creatinine 1.4 mg/dL.\n'

test('a real note of a megabyte is answered however it is packed for the way, and what was not read is said', async () => {
  const longest = 1024 * 1024
  const text = clinical.repeat(6_000).slice(0, 990_000)
  assert.ok(Buffer.byteLength(text) < longest && Buffer.byteLength(text) > 0.95 * longest)
  const asForm = await site.request('/match', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ note: text.replaceAll('\n', '\r\n') }).toString(),
  })
  const file = new Blob([text], { type: 'text/plain' })
  const pages = [
    { status: asForm.status, page: await asForm.text() },
    await post({ note: text.replaceAll('\n', '\r\n') }),
    await post({ note: '', file }),
  ]
  for (const { status, page } of pages) {
    assert.equal(status, 200)
    assert.match(page, /We read its first part only: the last \d+ signs/)
    assert.match(page, /62 years/)
  }
})

test('a form with more fields than ours has is refused before it is read', async () => {
  const body = 'a&'.repeat(500_000)
  const response = await site.request('/match', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body,
  })
  assert.equal(response.status, 422)
  await assertValid(await response.text(), 'many fields')
})

test('a body that is no form is answered with the form', async () => {
  for (const type of ['multipart/form-data; boundary=x', 'application/json', 'text/plain']) {
    const response = await site.request('/match', {
      method: 'POST',
      headers: { 'content-type': type },
      body: '--y\r\nnot a form',
    })
    assert.equal(response.status, 422, type)
    await assertValid(await response.text(), type)
  }
})

test('any text at all gives a valid page, with nothing of it run', async () => {
  const odd = fc.oneof(
    anyText({ maxLength: 200 }),
    fc.constantFrom(
      '<script>alert(1)</script> asthma',
      '\0asthma\u202E',
      '\uD800 asthma',
      '[]',
      '{}',
    ),
  )
  await fc.assert(
    fc.asyncProperty(odd, async (text) => {
      const { status, page } = await post({ note: text })
      assert.ok(status === 200 || status === 422)
      assert.doesNotMatch(page, /<script>alert/)
    }),
    { numRuns: sized(10, 100) },
  )
})

test('nothing of a note reaches the log or an address', async () => {
  const { page } = await post({ note })
  assert.doesNotMatch(app.lines.join('\n'), /41370001|asthma/i)
  assert.doesNotMatch(page, /href="[^"]*34-year/)
})

test('a match holds up nobody: other pages are answered while one is made', async () => {
  let matching = true
  const long = post({ note: `${note} `.repeat(20_000).slice(0, 1_000_000) }).finally(
    () => (matching = false),
  )
  let answered = 0
  while (matching && answered < 20) {
    await site.request('/about')
    await setImmediate()
    answered++
  }
  assert.equal(answered, 20)
  assert.ok(matching, 'the match was over before twenty pages were answered')
  await long
})

test('the place of a search goes along to the form', async () => {
  const search = await (await site.request('/search?q=asthma&near=Lyon')).text()
  assert.match(search, /href="\/match\?near=Lyon"/)
  const form = await (await site.request('/match?near=Lyon')).text()
  assert.match(form, /value="Lyon"/)
})
