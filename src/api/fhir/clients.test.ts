import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MedplumClient } from '@medplum/core'
import { Client } from 'fhir-kit-client'
import { fhirServerOfTests } from '../../testing/fhir-server.ts'
import { releases } from './protocol/release.ts'

const server = fhirServerOfTests()

interface Bundle {
  readonly resourceType: string
  readonly total?: number
  readonly link: readonly { readonly relation: string; readonly url: string }[]
  readonly entry?: readonly {
    readonly resource: {
      readonly resourceType: string
      readonly id?: string
      readonly issue?: readonly {
        readonly details: { readonly text: string }
        readonly diagnostics: string
      }[]
    }
    readonly search: { readonly mode: string; readonly score?: number }
  }[]
}

for (const release of releases) {
  const client = () => new Client({ baseUrl: server.base(release) })

  test(`fhir-kit-client ${release}: finds NCT02390596 by condition and place, reads it, matches a child’s Bundle to it and reads why`, async () => {
    const statement = (await client().capabilityStatement()) as unknown as { fhirVersion: string }
    assert.equal(statement.fhirVersion, release === 'R4' ? '4.0.1' : '5.0.0')
    const found = (await client().search({
      resourceType: 'ResearchStudy',
      searchParams: { condition: 'Kawasaki disease', near: '48.85|2.35|30|km' },
    })) as unknown as Bundle
    const id = found.entry?.[0]?.resource.id ?? ''
    assert.equal(id, 'NCT02390596')
    const study = (await client().read({ resourceType: 'ResearchStudy', id })) as unknown as {
      title: string
    }
    assert.equal(study.title, 'Anakinra and Kawasaki Disease')
    const matched = (await client().operation({
      name: 'match',
      resourceType: 'ResearchStudy',
      input: {
        resourceType: 'Bundle',
        type: 'collection',
        entry: [
          {
            resource: { resourceType: 'Patient', id: 'p', gender: 'male', birthDate: '2024-05-01' },
          },
          {
            resource: {
              resourceType: 'Condition',
              id: 'c',
              code: { text: 'Kawasaki disease' },
              subject: { reference: 'Patient/p' },
            },
          },
        ],
      } as never,
    })) as unknown as Bundle
    const own = matched.entry?.find(({ resource }) => resource.id === id)
    assert.ok((own?.search.score ?? 0) > 0.5)
    const said =
      matched.entry?.find(({ search }) => search.mode === 'outcome')?.resource.issue ?? []
    const why = said.find(({ details }) => details.text.startsWith(id))
    assert.match(
      why?.diagnostics ?? '',
      /- met: Age limits of the study \| "birthDate 2024-05-01" \(Patient\/p\)/,
    )
  })

  test(`fhir-kit-client ${release}: follows every page to the end, by GET and after a search by POST`, async () => {
    const first = await client().search({
      resourceType: 'ResearchStudy',
      searchParams: { condition: 'asthma', _count: '10' },
    })
    const seen: string[] = []
    let page: Bundle | undefined = first as unknown as Bundle
    while (page) {
      for (const { resource } of page.entry ?? []) seen.push(resource.id ?? '')
      page = (await client().nextPage({ bundle: page as never })) as unknown as Bundle | undefined
    }
    assert.equal(seen.length, 45)
    assert.equal(new Set(seen).size, 45)
    const posted = (await client().search({
      resourceType: 'ResearchStudy',
      searchParams: { 'title:contains': 'asthma study', _summary: 'count' },
      options: { postSearch: true },
    } as never)) as unknown as Bundle
    assert.equal(posted.total, 45)
  })

  test(`fhir-kit-client ${release}: an unknown study is told in words`, async () => {
    await assert.rejects(
      client().read({ resourceType: 'ResearchStudy', id: 'NCT99999999' }),
      (error: { response?: { status: number; data: { issue: { diagnostics: string }[] } } }) =>
        error.response?.status === 404 &&
        /NCT/.test(error.response.data.issue[0]?.diagnostics ?? ''),
    )
  })
}

test('MedplumClient: reads a study, finds studies, and goes through all pages', async () => {
  const client = new MedplumClient({
    baseUrl: server.base('R4').replace('fhir/R4', ''),
    fhirUrlPath: 'fhir/R4',
    cacheTime: 0,
  })
  const study = await client.readResource('ResearchStudy', 'NCT02390596')
  assert.equal(study.title, 'Anakinra and Kawasaki Disease')
  const found = await client.searchResources('ResearchStudy', 'condition=Kawasaki disease')
  assert.deepEqual(
    found.map(({ id }) => id),
    ['NCT90000002', 'NCT02390596'],
  )
  const seen: string[] = []
  for await (const page of client.searchResourcePages('ResearchStudy', '_count=20'))
    seen.push(...page.map(({ id }) => id))
  assert.equal(new Set(seen).size, 51)
  await assert.rejects(client.readResource('ResearchStudy', 'NCT99999999'), /no ResearchStudy/)
})
