import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { anyText, fc } from '../../../testing/properties.ts'
import { r4Definitions, r5Definitions } from '../../../testing/fhir-definitions.ts'
import { fhirFaults } from '../../../testing/fhir-faults.ts'
import { fhirFromXml } from '../../../testing/fhir-from-xml.ts'
import { fhirServerOfTests } from '../../../testing/fhir-server.ts'
import { sized } from '../../../testing/sized.ts'

const server = fhirServerOfTests()

interface Extension {
  readonly url: string
  readonly valueCode?: string
  readonly valueString?: string
  readonly extension?: readonly Extension[]
}

interface Entry {
  readonly resource: { resourceType: string; id?: string; issue?: readonly Issue[] }
  readonly search: { mode: string; score?: number; extension?: readonly Extension[] }
}

interface Issue {
  readonly severity: string
  readonly code: string
  readonly details: { readonly text: string }
  readonly diagnostics: string
}

const child = [
  { resourceType: 'Patient', id: 'p', gender: 'male', birthDate: '2024-05-01' },
  {
    resourceType: 'Condition',
    id: 'c',
    code: {
      coding: [{ system: 'http://snomed.info/sct', code: '75053002', display: 'Kawasaki disease' }],
    },
    subject: { reference: 'Patient/p' },
    note: [{ text: 'Canary-41370001' }],
  },
] as const

const bundle = {
  resourceType: 'Bundle',
  type: 'collection',
  entry: child.map((resource) => ({ resource })),
}

async function post(
  body: unknown,
  {
    path = '/ResearchStudy/$match',
    type = 'application/fhir+json',
    release = 'R4' as 'R4' | 'R5',
  } = {},
) {
  const response = await fetch(`${server.base(release)}${path}`, {
    method: 'POST',
    headers: { 'content-type': type },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  const answer = (await response.json()) as {
    resourceType: string
    total?: number
    entry?: readonly Entry[]
    issue?: readonly Issue[]
  }
  assert.equal(
    response.headers.get('cache-control'),
    response.status === 413 ? 'private, no-cache' : 'no-store',
  )
  assert.equal(response.headers.get('etag'), null)
  return { status: response.status, ...answer }
}

const studiesOf = (entry: readonly Entry[] = []): readonly string[] =>
  entry.flatMap(({ resource, search }) => (search.mode === 'match' ? [resource.id ?? ''] : []))

test('a child’s Bundle finds NCT02390596, the best fit first, and says of each criterion how it came out and why', async () => {
  for (const release of ['R4', 'R5'] as const) {
    const { status, entry = [], total } = await post(bundle, { release })
    assert.equal(status, 200)
    const found = studiesOf(entry)
    assert.ok(found.includes('NCT02390596'))
    assert.equal(total, found.length)
    const scores = entry.flatMap(({ search }) => search.score ?? [])
    assert.deepEqual(
      scores,
      scores.toSorted((a, b) => b - a),
    )
    assert.ok(scores.every((score) => score > 0 && score <= 1))
    const own = entry.find(({ resource }) => resource.id === 'NCT02390596')
    const rules = (own?.search.extension ?? []).filter(({ url }) =>
      url.endsWith('/match-criterion'),
    )
    const age = rules.find(({ extension }) =>
      extension?.some(({ valueCode }) => valueCode === 'age'),
    )
    assert.deepEqual(
      age?.extension?.map(({ url, valueCode, valueString }) => [url, valueCode ?? valueString]),
      [
        ['verdict', 'met'],
        ['kind', 'age'],
        ['text', 'Age limits of the study'],
        ['evidence', '"birthDate 2024-05-01" (Patient/p)'],
      ],
    )
    const said = entry.at(-1)
    assert.equal(said?.search.mode, 'outcome')
    const line = said?.resource.issue?.find(({ details }) => details.text.startsWith('NCT02390596'))
    assert.match(
      line?.diagnostics ?? '',
      /^- met: Age limits of the study \| "birthDate 2024-05-01"/m,
    )
  }
})

test('the answer holds to the definitions, and is the same in XML', async () => {
  const definitions = { R4: r4Definitions(), R5: r5Definitions() }
  for (const release of ['R4', 'R5'] as const) {
    const [json, xml] = await Promise.all(
      ['application/fhir+json', 'application/fhir+xml'].map((accept) =>
        fetch(`${server.base(release)}/ResearchStudy/$match`, {
          method: 'POST',
          headers: { 'content-type': 'application/fhir+json', accept },
          body: JSON.stringify(bundle),
        }),
      ),
    )
    const answer = (await json?.json()) as { resourceType: string }
    assert.deepEqual(fhirFaults(answer, definitions[release]), [])
    assert.deepEqual(fhirFromXml((await xml?.text()) ?? '', release), answer)
  }
})

test('a Bundle, Parameters with it and Parameters with its resources are matched alike, at the address of the app too', async () => {
  const parameters = {
    resourceType: 'Parameters',
    parameter: [{ name: 'resource', resource: bundle }],
  }
  const single = {
    resourceType: 'Parameters',
    parameter: child.map((resource) => ({ name: 'resource', resource })),
  }
  const first = studiesOf((await post(bundle)).entry)
  for (const [body, path, type] of [
    [parameters, '/ResearchStudy/$match', 'application/fhir+json'],
    [single, '/ResearchStudy/%24match', 'application/json'],
    [bundle, '/getClinicalTrial', 'application/json'],
  ] as const)
    assert.deepEqual(studiesOf((await post(body, { path, type })).entry), first)
  assert.equal(
    studiesOf((await post(bundle, { path: '/ResearchStudy/$match?_count=1' })).entry).length,
    1,
  )
})

const wishes = (...given: readonly (readonly [string, string])[]) => ({
  ...bundle,
  entry: [
    {
      resource: {
        resourceType: 'Parameters',
        parameter: given.map(([name, valueString]) => ({ name, valueString })),
      },
    },
    ...bundle.entry,
  ],
})

test('where to look and for which studies is read from the Bundle, as the matching app sends it', async () => {
  const near = await post(wishes(['zipCode', '92101'], ['travelRadius', '15']))
  assert.deepEqual(studiesOf(near.entry), ['NCT90000002'])
  const active = await post(wishes(['zipCode', '92101'], ['recruitmentStatus', 'completed']))
  assert.deepEqual(studiesOf(active.entry), ['NCT02390596'])
  const phase = await post(wishes(['phase', 'phase-3'], ['recruitmentStatus', 'any']))
  assert.deepEqual(studiesOf(phase.entry), [])
  const all = await post(wishes(['phase', 'phase-2'], ['recruitmentStatus', 'all']))
  assert.equal(studiesOf(all.entry).length, 2)
})

test('a wish that is not understood is told, and studies come without it', async () => {
  const { entry = [] } = await post(
    wishes(['zipCode', 'Nowheretown'], ['travelRadius', 'far'], ['phase', 'nine']),
  )
  assert.equal(studiesOf(entry).length, 2)
  const notes = entry.at(-1)?.resource.issue?.filter(({ severity }) => severity === 'warning')
  assert.deepEqual(notes?.map(({ details }) => details.text).slice(0, 2), [
    'The zipCode is not known here: studies everywhere are given.',
    'The phase is not known here, and was not used.',
  ])
})

test('what was not understood of a record is said', async () => {
  const odd = {
    resourceType: 'Condition',
    id: 'x',
    code: { coding: [{ system: 'urn:mine', code: 'Q-17' }] },
    subject: { reference: 'Patient/p' },
  }
  const { entry = [] } = await post({ ...bundle, entry: [...bundle.entry, { resource: odd }] })
  const issues = entry.at(-1)?.resource.issue ?? []
  assert.ok(issues.some(({ details }) => details.text.includes('Q-17')))
})

const onlyPatient = { ...bundle, entry: bundle.entry.slice(0, 1) }
const refused = [
  ['no Condition', onlyPatient, 422, 'required'],
  ['nothing', '', 400, 'required'],
  ['no JSON', '{"resourceType":', 400, 'structure'],
  ['JSON that is no record', {}, 422, 'structure'],
  ['a list of numbers', [1, 2], 422, 'structure'],
  ['a Patient alone', child[0], 422, 'structure'],
  ['null', 'null', 422, 'structure'],
  ['deep nesting', '['.repeat(100_000), 400, 'structure'],
  ['nesting for ten megabytes', '['.repeat(10_000_000), 400, 'structure'],
  [
    'Parameters in Parameters',
    `${'{"resourceType":"Parameters","parameter":[{"name":"a","resource":'.repeat(20_000)}{}${'}]}'.repeat(20_000)}`,
    422,
    'required',
  ],
  ['deep lists that end', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 422, 'structure'],
] as const
for (const [name, body, status, code] of refused)
  test(`${name} is refused with what to send instead`, async () => {
    const answer = await post(body)
    assert.equal(answer.status, status)
    assert.equal(answer.resourceType, 'OperationOutcome')
    assert.equal(answer.issue?.[0]?.code, code)
    assert.equal(answer.issue?.[0]?.severity, 'error')
  })

test('a body of another kind is refused unread, whatever is in it', async () => {
  const laughs = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "haha">]><Bundle xmlns="http://hl7.org/fhir">${'&b;'.repeat(1000)}</Bundle>`
  for (const type of ['application/fhir+xml', 'text/plain', 'multipart/form-data; boundary=x']) {
    const { status, issue } = await post(laughs, { type })
    assert.equal(status, 415, type)
    assert.equal(issue?.[0]?.code, 'not-supported')
  }
})

test('a body of ten megabytes is read, and more is refused', async () => {
  const entry = { resource: { ...child[1], id: 'filler', note: [{ text: 'word '.repeat(200) }] } }
  const padded = (bytes: number): string => {
    const start = JSON.stringify(bundle).slice(0, -2)
    const one = `,${JSON.stringify(entry)}`
    return `${start}${one.repeat(Math.floor((bytes - start.length - 10) / one.length))}]}`
  }
  const long = await post(padded(10 * 1024 * 1024))
  assert.equal(long.status, 200)
  const longer = await post(padded(11 * 1024 * 1024))
  assert.equal(longer.status, 413)
  assert.equal(longer.issue?.[0]?.code, 'too-long')
})

test('when too many long records are on their way, one more is asked to come back', async () => {
  const many = Array.from({ length: 1_000 }, (_, at) => ({
    resource: { ...child[1], id: `c${at}`, code: { text: `Asthma of kind ${at} with fever` } },
  }))
  const body = { ...bundle, entry: [...bundle.entry, ...many] }
  const answers = await Promise.all(Array.from({ length: 12 }, () => post(body)))
  const turnedAway = answers.filter(({ status }) => status === 503)
  assert.ok(turnedAway.length > 0 && turnedAway.length < 12)
  assert.equal(turnedAway[0]?.issue?.[0]?.code, 'transient')
  assert.equal((await post(bundle)).status, 200)
})

test('whatever is sent is answered in FHIR', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(anyText({ maxLength: 200 }), fc.json()), async (text) => {
      const { status, resourceType } = await post(text)
      assert.ok([200, 400, 422].includes(status))
      assert.ok(['Bundle', 'OperationOutcome'].includes(resourceType))
    }),
    { numRuns: sized(20, 200) },
  )
})

test('nothing of a record reaches the log', async () => {
  await post(bundle)
  await post('{"Canary-41370001')
  assert.doesNotMatch(server.app().lines.join('\n'), /41370001|kawasaki|2024-05-01/i)
})

test('a match holds up nobody: other requests are answered while one is made', async () => {
  const many = Array.from({ length: 3_000 }, (_, at) => ({
    resource: {
      ...child[1],
      id: `c${at}`,
      code: { text: `Kawasaki disease of kind ${at} with fever` },
    },
  }))
  let matching = true
  const long = post({ ...bundle, entry: [...bundle.entry, ...many] }).finally(() => {
    matching = false
  })
  let answered = 0
  while (matching && answered < 10) {
    await (await fetch(`${server.base('R4')}/metadata`)).text()
    await setImmediate()
    answered++
  }
  assert.equal(answered, 10)
  assert.equal((await long).status, 200)
})
