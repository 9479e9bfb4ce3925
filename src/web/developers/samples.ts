/** A piece of code to copy, in the language that it is written in. */
export interface Sample {
  /** As it is shown: `curl`, `JavaScript`. */
  readonly language: string
  readonly code: string
}

/** What each part of the page shows, under the address at which this site is reached. */
export interface Samples {
  readonly search: readonly Sample[]
  readonly pages: readonly Sample[]
  readonly table: readonly Sample[]
  readonly change: readonly Sample[]
  readonly fhir: readonly Sample[]
  readonly match: readonly Sample[]
  readonly subscribe: readonly Sample[]
  readonly feeds: readonly Sample[]
}

/** Calls that work as they stand, on this very site. */
export function samplesFor(baseUrl: string): Samples {
  const api = `${baseUrl}/api/v2`
  const fhir = `${baseUrl}/fhir`
  return {
    search: searchSamples(api),
    pages: [
      {
        language: 'curl',
        code: `curl '${api}/studies?query.cond=asthma&filter.overallStatus=RECRUITING&pageSize=100&countTotal=true'
# then, while the reply ends with a nextPageToken:
curl '${api}/studies?query.cond=asthma&filter.overallStatus=RECRUITING&pageSize=100&pageToken=TOKEN'`,
      },
    ],
    table: [
      {
        language: 'curl',
        code: `curl '${api}/studies?query.cond=asthma&format=csv&fields=NCT%20Number%7CStudy%20Title%7CStudy%20Status&pageSize=1000' > asthma.csv`,
      },
    ],
    change: [
      { language: 'curl', code: `curl '${api}/version'` },
      {
        language: 'curl',
        code: `curl '${api}/studies?filter.advanced=AREA%5BLastUpdatePostDate%5DRANGE%5B2026-01-01,MAX%5D&countTotal=true'`,
      },
    ],
    fhir: fhirSamples(fhir),
    match: [{ language: 'curl', code: matchSample(fhir) }],
    subscribe: subscribeSamples(fhir),
    feeds: [{ language: 'curl', code: `curl '${baseUrl}/search.atom?q=kawasaki&status=all'` }],
  }
}

function searchSamples(api: string): readonly Sample[] {
  return [
    {
      language: 'curl',
      code: `curl '${api}/studies?query.cond=kawasaki&fields=NCTId,BriefTitle,OverallStatus'`,
    },
    {
      language: 'JavaScript',
      code: `const url = new URL('${api}/studies')
url.search = new URLSearchParams({
  'query.cond': 'kawasaki',
  'filter.geo': 'distance(48.81,2.36,50km)',
})
const { studies } = await (await fetch(url)).json()
for (const { protocolSection } of studies)
  console.log(protocolSection.identificationModule.nctId)`,
    },
    {
      language: 'Python',
      code: `import requests

reply = requests.get('${api}/studies',
                     params={'query.cond': 'kawasaki', 'pageSize': 50})
reply.raise_for_status()
for study in reply.json()['studies']:
    print(study['protocolSection']['identificationModule']['nctId'])`,
    },
    {
      language: 'R',
      code: `library(jsonlite)
page <- fromJSON('${api}/studies?query.cond=kawasaki&pageSize=50')
page$studies$protocolSection$identificationModule$nctId`,
    },
  ]
}

function fhirSamples(fhir: string): readonly Sample[] {
  return [
    { language: 'curl', code: `curl '${fhir}/R4/metadata'` },
    {
      language: 'curl',
      code: `curl '${fhir}/R4/ResearchStudy?condition=kawasaki&near=48.81%7C2.36%7C50%7Ckm&_count=20'`,
    },
    { language: 'curl', code: `curl '${fhir}/R5/ResearchStudy/NCT02390596'` },
    {
      language: 'JavaScript',
      code: `import { Client } from 'fhir-kit-client'

const client = new Client({ baseUrl: '${fhir}/R4' })
const page = await client.search({
  resourceType: 'ResearchStudy',
  searchParams: { 'title:contains': 'kawasaki' },
})`,
    },
  ]
}

function matchSample(fhir: string): string {
  const bundle = {
    resourceType: 'Bundle',
    type: 'collection',
    entry: [
      { resource: { resourceType: 'Patient', gender: 'male', birthDate: '2024-05-01' } },
      { resource: { resourceType: 'Condition', code: { text: 'Kawasaki disease' } } },
    ],
  }
  return `curl -X POST '${fhir}/R4/ResearchStudy/$match' \\
  -H 'Content-Type: application/fhir+json' \\
  -d '${JSON.stringify(bundle)}'`
}

function subscribeSamples(fhir: string): readonly Sample[] {
  const topic = `${fhir}/R5/SubscriptionTopic/studies`
  const endpoint = 'https://hooks.example.org/studies'
  const backport = 'http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition'
  const r5 = {
    resourceType: 'Subscription',
    status: 'requested',
    topic,
    filterBy: [{ filterParameter: 'condition', value: 'kawasaki' }],
    channelType: { code: 'rest-hook' },
    endpoint,
    parameter: [{ name: 'Authorization', value: 'Bearer YOUR-SECRET' }],
    content: 'id-only',
  }
  const r4 = {
    resourceType: 'Subscription',
    status: 'requested',
    reason: 'Studies for our patients',
    criteria: topic,
    _criteria: {
      extension: [
        {
          url: `${backport}/backport-filter-criteria`,
          valueString: 'ResearchStudy?condition=kawasaki',
        },
      ],
    },
    channel: {
      type: 'rest-hook',
      endpoint,
      payload: 'application/fhir+json',
      _payload: {
        extension: [{ url: `${backport}/backport-payload-content`, valueCode: 'id-only' }],
      },
      header: ['Authorization: Bearer YOUR-SECRET'],
    },
  }
  return [
    { language: 'curl, R5', code: posted(`${fhir}/R5/Subscription`, r5) },
    { language: 'curl, R4', code: posted(`${fhir}/R4/Subscription`, r4) },
    { language: 'curl, email', code: posted(`${fhir}/R5/Subscription`, mailed(topic)) },
    {
      language: 'curl',
      code: `curl -H 'Authorization: Bearer OWNER-TOKEN' '${fhir}/R5/Subscription/ID/$status'
curl -X DELETE -H 'Authorization: Bearer OWNER-TOKEN' '${fhir}/R5/Subscription/ID'`,
    },
  ]
}

function mailed(topic: string): object {
  return {
    resourceType: 'Subscription',
    status: 'requested',
    topic,
    filterBy: [{ filterParameter: 'condition', value: 'kawasaki' }],
    channelType: { code: 'email' },
    endpoint: 'mailto:YOUR-ADDRESS',
    content: 'full-resource',
  }
}

function posted(address: string, resource: object): string {
  return `curl -X POST '${address}' \\
  -H 'Content-Type: application/fhir+json' \\
  -d '${JSON.stringify(resource, null, 2)}'`
}
