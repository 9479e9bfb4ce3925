import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { MedplumClient } from '@medplum/core'
import type { Bundle, FhirResource } from 'fhir/r4.d.ts'
import { Client } from 'fhir-kit-client'
import smart from 'fhirclient'
import { type Here, startHere } from './here.ts'

// Clients of FHIR, with nothing told to them but an address.

let here: Here
const kawasaki = 'NCT02390596'

before(async () => {
  here = await startHere()
})
after(() => here.close())

/** A child of four with Kawasaki disease, as a hospital's records would say it. */
const child: Bundle<FhirResource> = {
  resourceType: 'Bundle',
  type: 'collection',
  entry: [
    { resource: { resourceType: 'Patient', id: 'child', gender: 'male', birthDate: '2022-05-01' } },
    {
      resource: {
        resourceType: 'Condition',
        id: 'kawasaki',
        subject: { reference: 'Patient/child' },
        clinicalStatus: {
          coding: [
            {
              system: 'http://terminology.hl7.org/CodeSystem/condition-clinical',
              code: 'active',
            },
          ],
        },
        code: {
          coding: [
            { system: 'http://snomed.info/sct', code: '75053002', display: 'Kawasaki disease' },
          ],
          text: 'Kawasaki disease',
        },
      },
    },
  ],
}

for (const [release, fhirVersion] of [
  ['R4', '4.0.1'],
  ['R5', '5.0.0'],
] as const) {
  test(`fhir-kit-client, ${release}: reads, searches and follows every page`, async () => {
    const client = new Client({ baseUrl: `${here.address}/fhir/${release}` })
    const capability = await client.capabilityStatement()
    assert.equal(capability['fhirVersion'], fhirVersion)
    const study = await client.read({ resourceType: 'ResearchStudy', id: kawasaki })
    assert.equal(study['title'], 'Anakinra and Kawasaki Disease')
    const found = new Set<string>()
    let page = (await client.search({
      resourceType: 'ResearchStudy',
      searchParams: { condition: 'asthma', _count: '20' },
    })) as unknown as Bundle | undefined
    const total = page?.total
    while (page) {
      for (const { resource } of page.entry ?? []) {
        assert.ok(resource?.id && !found.has(resource.id), `${resource?.id} twice`)
        found.add(resource.id)
      }
      page = (await client.nextPage({ bundle: page as never })) as unknown as Bundle | undefined
    }
    assert.ok(found.size > 20)
    assert.equal(found.size, total)
  })

  test(`fhir-kit-client, ${release}: finds a study by illness and place, and matches a child to it`, async () => {
    const client = new Client({ baseUrl: `${here.address}/fhir/${release}` })
    const near = (await client.search({
      resourceType: 'ResearchStudy',
      searchParams: { condition: 'Kawasaki disease', near: '48.81|2.36|20|km' },
      options: { postSearch: true },
    } as never)) as unknown as Bundle
    assert.ok(near.entry?.some(({ resource }) => resource?.id === kawasaki))
    const answer = (await client.operation({
      name: 'match',
      resourceType: 'ResearchStudy',
      method: 'POST',
      input: child,
    } as never)) as unknown as Bundle
    const scores = (answer.entry ?? []).flatMap(({ search }) => search?.score ?? [])
    assert.ok(scores.length > 0)
    assert.ok(scores.every((score) => score >= 0 && score <= 1))
    assert.deepEqual(
      scores,
      scores.toSorted((a, b) => b - a),
    )
    const matched = answer.entry?.find(({ resource }) => resource?.id === kawasaki)
    assert.ok(matched, 'the study of the child’s illness is among the matched')
    assert.match(JSON.stringify(matched), /criterion/i)
  })
}

test('the client of SMART reads the version, all pages flat, and one study', async () => {
  const client = smart({ url: `${here.address}/`, headers: {} } as never, {} as never).client({
    serverUrl: `${here.address}/fhir/R4`,
  })
  assert.equal(await client.getFhirVersion(), '4.0.1')
  const studies = (await client.request('ResearchStudy?title:contains=kawasaki&_count=2', {
    flat: true,
    pageLimit: 0,
  })) as { id: string }[]
  assert.ok(studies.some(({ id }) => id === kawasaki))
  const study = (await client.request(`ResearchStudy/${kawasaki}`)) as { id: string }
  assert.equal(study.id, kawasaki)
})

test('the client of Medplum reads and searches page after page', async () => {
  const client = new MedplumClient({ baseUrl: `${here.address}/`, fhirUrlPath: 'fhir/R4', fetch })
  const study = await client.readResource('ResearchStudy', kawasaki)
  assert.equal(study.id, kawasaki)
  const ids: (string | undefined)[] = []
  for await (const page of client.searchResourcePages('ResearchStudy', {
    'title:contains': 'kawasaki',
    _count: '3',
  }))
    ids.push(...page.map(({ id }) => id))
  assert.equal(new Set(ids).size, ids.length)
  assert.ok(ids.includes(kawasaki))
})
