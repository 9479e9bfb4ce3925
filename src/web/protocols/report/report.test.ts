import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shippedProtocols } from '../../../app/shipped-protocols.ts'
import { smallApp } from '../../../testing/small-site.ts'
import { assertValid } from '../../../testing/valid-html.ts'
import { createSite } from '../../site.ts'
import { openReportWriter } from '../../report/report-writer.ts'

const site = createSite({ ...smallApp([]), protocols: shippedProtocols })
const address = '/protocols/NCT02390596/report'

async function post(facts: string, version = 'report', beside = ''): Promise<Response> {
  const form = new FormData()
  form.set('facts', new File([facts], 'facts.ndjson'))
  form.set('version', version)
  form.set('beside', beside)
  return await site.request(address, { method: 'POST', body: form })
}

const fact = (more: object) =>
  JSON.stringify({
    participant: 'P1',
    item: 'bodyWeight',
    value: '14.0',
    unit: 'kg',
    at: '2017-03-08T18:00+01:00',
    ...more,
  })

test('the page takes a file in both languages, and leads to the report of the invented children', async () => {
  for (const [path, words] of [
    [address, /Nothing of it is kept/],
    [`/fr${address}`, /Rien n’en est gardé/],
  ] as const) {
    const page = await (await site.request(path)).text()
    await assertValid(page, path)
    assert.match(page, words)
    assert.match(page, /report\?show=invented/)
  }
})

test('the report of the invented children is marked, and its style sheet alone may be used', async () => {
  const response = await site.request(`${address}?show=invented`)
  assert.equal(response.status, 200)
  const page = await response.text()
  assert.match(page, /INVENTED PARTICIPANTS/)
  assert.match(page, /12\/16 \(75\.0%\)/)
  const policy = response.headers.get('content-security-policy') ?? ''
  assert.match(policy, /default-src 'none'; style-src 'sha256-[\w+/=]{44}';/)
  assert.match(response.headers.get('cache-control') ?? '', /no-store/)
})

test('a posted file is answered by its report, and read by two versions where that is asked', async () => {
  const response = await post(`${fact({})}\n`, 'report', 'listing')
  assert.equal(response.status, 200)
  const page = await response.text()
  assert.match(page, /1 fact of 1 participant\./)
  assert.match(page, /The same histories by two versions/)
  assert.doesNotMatch(page, /INVENTED/)
})

test('a file with a fault is answered by the form and each line with what is wrong', async () => {
  const response = await post(`${fact({})}\nhello\n`)
  assert.equal(response.status, 422)
  const page = await response.text()
  await assertValid(page, 'problems')
  assert.match(page, /line 2: This is not JSON/)
  assert.equal((await post('')).status, 422)
  const form = await site.request(address, { method: 'POST', body: new URLSearchParams() })
  assert.equal(form.status, 422)
})

test('a file that is too large and a study that is not here are refused', async () => {
  const large = await post('x'.repeat(3 * 1024 * 1024))
  assert.equal(large.status, 413)
  assert.match(await large.text(), /<form/)
  for (const path of [address, `/fr${address}`]) {
    const said = await site.request(path, {
      method: 'POST',
      headers: { 'content-length': String(9 * 1024 * 1024) },
      body: 'a browser says how long it is',
    })
    assert.equal(said.status, 413)
    assert.match(await said.text(), /<form/)
  }
  assert.equal((await site.request('/protocols/NCT00000000/report')).status, 404)
})

test('reports are written one at a time, and one that takes too long is stopped', async () => {
  const [version] = shippedProtocols().versions
  assert.ok(version)
  const asked = { language: 'en', version, from: { file: Buffer.from(`${fact({})}\n`) } } as const
  const hurried = openReportWriter(1)
  assert.equal(await hurried.write(asked), 'slow')
  const writer = openReportWriter()
  const all = await Promise.all(Array.from({ length: 5 }, () => writer.write(asked)))
  assert.deepEqual(
    all.map((one) => (typeof one === 'object' && 'text' in one ? 'written' : one)),
    ['written', 'written', 'written', 'written', 'busy'],
  )
})
