import assert from 'node:assert/strict'
import { test } from 'node:test'
import { r4Definitions, r5Definitions } from '../../testing/fhir-definitions.ts'
import { fhirFaults } from '../../testing/fhir-faults.ts'
import { fhirFromXml } from '../../testing/fhir-from-xml.ts'
import { fhirServerOfTests } from '../../testing/fhir-server.ts'
import { anyText, fc } from '../../testing/properties.ts'
import { sized } from '../../testing/sized.ts'

const server = fhirServerOfTests()
const definitions = { R4: r4Definitions(), R5: r5Definitions() }

interface Questionnaire {
  readonly resourceType: string
  readonly id: string
  readonly url: string
  readonly version: string
  readonly language: string
  readonly item: readonly { readonly linkId: string }[]
}

interface Reply {
  readonly resourceType: string
  readonly total?: number
  readonly parameter?: readonly {
    readonly name: string
    readonly valueCode?: string
    readonly valueString?: string
    readonly part?: Reply['parameter']
  }[]
  readonly issue?: readonly { readonly code: string; readonly details: { readonly text: string } }[]
}

async function questionnaire(id: string, release: 'R4' | 'R5'): Promise<Questionnaire> {
  const reply = await fetch(`${server.base(release)}/Questionnaire/${id}`)
  assert.equal(reply.status, 200)
  return (await reply.json()) as Questionnaire
}

async function check(body: unknown, release: 'R4' | 'R5' = 'R4', type = 'application/fhir+json') {
  const reply = await fetch(`${server.base(release)}/QuestionnaireResponse/$check`, {
    method: 'POST',
    headers: { 'content-type': type },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  assert.equal(reply.headers.get('cache-control'), 'no-store')
  return { status: reply.status, ...((await reply.json()) as Reply) }
}

const responseTo = ({ url, version }: Questionnaire, years: number) => ({
  resourceType: 'QuestionnaireResponse',
  status: 'completed',
  questionnaire: `${url}|${version}`,
  item: [
    { linkId: 'who', answer: [{ valueCoding: { code: 'child' } }] },
    { linkId: 'age', answer: [{ valueInteger: years }] },
    { linkId: 'unit', answer: [{ valueCoding: { code: 'a' } }] },
    { linkId: 'sex', answer: [{ valueCoding: { code: 'male' } }] },
  ],
})

for (const release of ['R4', 'R5'] as const) {
  test(`${release}: the self-check of a study is read in both languages, in JSON and XML, and found by its address`, async () => {
    for (const language of ['en', 'fr']) {
      const id = `NCT02390596-${language}`
      const one = await questionnaire(id, release)
      assert.equal(one.language, language)
      assert.deepEqual(fhirFaults(one, definitions[release]), [])
      const xml = await fetch(`${server.base(release)}/Questionnaire/${id}?_format=xml`)
      assert.deepEqual(fhirFromXml(await xml.text(), release), one)
      for (const query of [`_id=${id}`, `url=${encodeURIComponent(one.url)}`]) {
        const found = await fetch(`${server.base(release)}/Questionnaire?${query}`)
        assert.equal(((await found.json()) as Reply).total, 1, query)
      }
    }
  })

  test(`${release}: answers are weighed, each rule with its result and why`, async () => {
    const asked = await questionnaire('NCT02390596-en', release)
    const young = await check(responseTo(asked, 2), release)
    assert.equal(young.status, 200)
    assert.deepEqual(
      fhirFaults(young as object, definitions[release]).filter((one) => !one.includes('status')),
      [],
    )
    const rule = young.parameter?.find(
      ({ name, part }) => name === 'rule' && part?.some(({ valueString }) => valueString === 'age'),
    )
    assert.equal(rule?.part?.find(({ name }) => name === 'result')?.valueCode, 'met')
    const old = await check(
      {
        resourceType: 'Parameters',
        parameter: [{ name: 'resource', resource: responseTo(asked, 40) }],
      },
      release,
    )
    assert.equal(old.parameter?.find(({ name }) => name === 'outcome')?.valueCode, 'probably-not')
  })
}

const asked = {
  resourceType: 'QuestionnaireResponse',
  status: 'completed',
  questionnaire: 'https://trialway.example/fhir/R4/Questionnaire/NCT02390596-en',
}
const refused = [
  ['no JSON', '{', 400, 'structure'],
  ['a Patient', { resourceType: 'Patient' }, 400, 'structure'],
  ['no questionnaire', { ...asked, questionnaire: undefined }, 422, 'required'],
  [
    'an unknown study',
    { ...asked, questionnaire: `${asked.questionnaire}`.replace('02390596', '99999999') },
    422,
    'required',
  ],
  ['a mistake', { ...asked, status: 'entered-in-error' }, 422, 'value'],
  [
    'an age that is none',
    { ...asked, item: [{ linkId: 'age', answer: [{ valueString: 'old' }] }] },
    422,
    'value',
  ],
  [
    'other rules',
    { ...asked, questionnaire: `${asked.questionnaire}|${'0'.repeat(16)}` },
    422,
    'conflict',
  ],
  ['half a megabyte and more', JSON.stringify(asked) + ' '.repeat(600_000), 413, 'too-long'],
] as const
for (const [name, body, status, code] of refused)
  test(`${name} is refused with words`, async () => {
    const answer = await check(body)
    assert.deepEqual([answer.status, answer.issue?.[0]?.code], [status, code])
    assert.match(answer.issue?.[0]?.details.text ?? '', /\S \S/)
  })

test('a body that is not JSON, and a questionnaire that is not there, are refused', async () => {
  assert.equal((await check('<x/>', 'R4', 'application/fhir+xml')).status, 415)
  for (const [path, status] of [
    ['/Questionnaire/NCT02390596', 404],
    ['/Questionnaire/NCT02390596-de', 404],
    ['/Questionnaire/NCT99999999-en', 404],
    ['/Questionnaire', 400],
    ['/QuestionnaireResponse/1', 404],
  ] as const)
    assert.equal((await fetch(`${server.base('R4')}${path}`)).status, status, path)
})

test('whatever is sent is answered in FHIR, and nothing of it reaches the log', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(anyText({ maxLength: 100 }), fc.json()), async (text) => {
      const item = [{ linkId: 'age', answer: [{ valueString: `canary-5512 ${text}` }] }]
      for (const body of [text, { ...asked, item }]) {
        const { status, resourceType } = await check(body)
        assert.ok([200, 400, 422].includes(status))
        assert.ok(['Parameters', 'OperationOutcome'].includes(resourceType))
      }
    }),
    { numRuns: sized(20, 200) },
  )
  assert.doesNotMatch(server.app().lines.join('\n'), /canary-5512/)
})
