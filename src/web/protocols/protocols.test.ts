import assert from 'node:assert/strict'
import { test } from 'node:test'
import { jsonSchemaOf } from '../../study/protocol/read/json-schemas.ts'
import { shippedProtocols } from '../../app/shipped-protocols.ts'
import { exampleProtocol } from '../../testing/example-protocol.ts'
import { smallApp } from '../../testing/small-site.ts'
import { assertValid } from '../../testing/valid-html.ts'
import { createSite } from '../site.ts'

const shipped = shippedProtocols()
const older = {
  ...exampleProtocol,
  version: '1',
  date: '2024-01-01',
  eligibility: exampleProtocol.eligibility.slice(1),
}
const versions = [
  ...shipped.versions,
  {
    protocol: exampleProtocol,
    settings: [
      {
        sets: 'visit window',
        visit: 'scanVisit',
        window: { early: 'P3D', late: 'P5D' },
        by: 'the site of Lyon',
      },
    ] as const,
  },
  { protocol: older },
]
const site = createSite({ ...smallApp([]), protocols: () => ({ ...shipped, versions }) })

async function read(path: string, status = 200): Promise<string> {
  const response = await site.request(path)
  assert.equal(response.status, status, path)
  const text = await response.text()
  await assertValid(text, path)
  return text.replaceAll(/\s+/g, ' ').replaceAll('\u00A0', ' ')
}

test('every version that ships, and any other document, is a valid page with the source’s own words', async () => {
  for (const [index, { protocol }] of versions.entries())
    for (const prefix of index % 2 === 0 ? ['/fr'] : ['']) {
      const text = await read(`${prefix}/protocols/${protocol.study}?version=${protocol.version}`)
      for (const { text: words } of protocol.eligibility.flatMap((one) => one.words ?? []))
        assert.ok(text.includes(escaped(words)), words)
    }
})

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
    .replaceAll(/\s+/g, ' ')
    .replaceAll('\u00A0', ' ')
}

test('the list names each study once, with its versions from the oldest to the newest', async () => {
  const text = await read('/protocols')
  assert.match(text, /version=1"[^]*version=2"[^]*\(newest\)/)
  assert.match(await read('/fr/protocols'), /la plus récente/)
})

test('a page without a version shows the newest, and a version that is not there is not found', async () => {
  assert.match(await read('/protocols/NCT90000099'), /Version 2/)
  await read('/protocols/NCT90000099?version=nine', 404)
  await read('/protocols/NCT00000000', 404)
})

test('how sure a line is stands in words, and a silent one has the question that is asked', async () => {
  const text = await read('/protocols/NCT90000099')
  assert.match(text, /data-status="inferred"[^>]*> Inferred/)
  assert.match(text, /Why:<\/b> The source says “adequate marrow”/)
  assert.match(text, /says nothing on 4 points/)
  assert.match(text, /How many days may the scan differ\?/)
})

test('a visit stands in a picture and in a table, and a window that an operator set is theirs', async () => {
  const text = await read('/protocols/NCT90000099')
  assert.match(text, /role="img" aria-label="When things happen, counted from: First infusion\./)
  assert.match(text, /<td data-label="How far from its day">2 days early to 2 days late<\/td>/)
  assert.match(text, /3 days early to 5 days late <p class="small">Set by the site of Lyon\./)
})

test('the ladder names its levels and its ceiling, and its numbers are those of the list', async () => {
  const text = await read('/protocols/NCT90000099')
  assert.match(
    text,
    /aria-label="From the lowest to the highest level: 50 mg\/m², 75 mg\/m², 100 mg\/m²\./,
  )
  assert.match(text, /Highest: 100 mg\/m²\. No level above\./)
  assert.match(text, /<span class="node-number">2<\/span> Up after a cycle without trouble/)
  assert.match(text, /168 calendar days/)
})

test('what changed is shown as old words and new words, section by section', async () => {
  const text = await read('/protocols/NCT90000099/changes?from=1&to=2')
  assert.match(text, /0 lines changed, 1 new, 0 gone\./)
  assert.match(text, /not in this version[^]*Men and women of 18 years or older\./)
  assert.match(await read('/fr/protocols/NCT90000099/changes'), /Résumé des changements/)
  await read('/protocols/NCT90000099/changes?from=7', 404)
})

test('the twin is the document itself', async () => {
  const response = await site.request('/protocols/NCT90000099.json?version=1')
  assert.equal(response.headers.get('content-type'), 'application/json')
  assert.deepEqual(await response.json(), older)
})

test('the JSON Schema of a protocol holds what the reader of documents asks', async () => {
  const response = await site.request('/protocols/schema.json')
  assert.equal(response.headers.get('content-type'), 'application/json')
  const schema = (await response.json()) as { $schema: string; required: readonly string[] }
  assert.match(schema.$schema, /json-schema\.org\/draft\/2020-12/)
  assert.ok(schema.required.includes('eligibility') && schema.required.includes('regimens'))
  assert.deepEqual(schema, jsonSchemaOf('protocol'))
})

test('a study is written in any case, and the page has one address', async () => {
  const response = await site.request('/fr/protocols/nct90000099')
  assert.equal(response.status, 301)
  assert.equal(response.headers.get('location'), '/fr/protocols/NCT90000099')
})
