import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { after, before, test } from 'node:test'
import createClient from 'openapi-fetch'
import { type Here, startHere } from './here.ts'

// Clients that are given nothing but the address, or the document in which we describe it.

/** What is used of the client of Swagger, which comes without types. */
interface Swagger {
  readonly errors: readonly unknown[]
  readonly spec: { readonly servers?: readonly { readonly url: string }[] }
  readonly apis: Readonly<Record<string, object>>
  execute(asked: { readonly operationId: string; readonly parameters: object }): Promise<{
    readonly status: number
    readonly body: unknown
  }>
}
const SwaggerClient = createRequire(import.meta.url)('swagger-client') as new (options: {
  readonly url: string
}) => Promise<Swagger>

let here: Here
let api = ''

before(async () => {
  here = await startHere()
  api = `${here.address}/api/v2`
})
after(() => here.close())

test('the client of Swagger reads our document as it is served, and every operation that it names answers', async () => {
  const client = await new SwaggerClient({ url: `${api}/openapi.json` })
  assert.deepEqual(client.errors, [])
  assert.equal(client.spec.servers?.[0]?.url, api)
  const names = Object.values(client.apis).flatMap((tag) => Object.keys(tag))
  assert.ok(names.length > 10)
  for (const operationId of names) {
    const parameters = { nctId: 'NCT02390596', field: 'Phase', fields: ['Phase'], pageSize: 2 }
    const { status } = await client.execute({ operationId, parameters })
    assert.equal(status, 200, operationId)
  }
  const { body } = await client.execute({
    operationId: 'listStudies',
    parameters: { 'query.cond': 'kawasaki', 'filter.overallStatus': ['COMPLETED', 'UNKNOWN'] },
  })
  const ids = (body as Page).studies.map(
    (study) => study.protocolSection.identificationModule.nctId,
  )
  assert.ok(ids.includes('NCT02390596'))
})

interface Page {
  readonly studies: readonly {
    readonly protocolSection: { readonly identificationModule: { readonly nctId: string } }
  }[]
  readonly nextPageToken?: string
}

test('openapi-fetch follows every page, repeats the parameter of a list, and is told what is wrong as text', async () => {
  const client = createClient<Record<string, never>>({ baseUrl: api })
  const get = client.GET as unknown as (
    path: string,
    init: { readonly params: object; readonly parseAs?: 'text' },
  ) => Promise<{ readonly data?: Page; readonly error?: unknown; readonly response: Response }>
  const found: string[] = []
  const query = {
    'query.cond': 'asthma',
    'filter.overallStatus': ['RECRUITING', 'COMPLETED'],
    fields: ['NCTId'],
    pageSize: 20,
  }
  let pageToken: string | undefined
  do {
    const { data, response } = await get('/studies', {
      params: { query: { ...query, ...(pageToken !== undefined && { pageToken }) } },
    })
    assert.equal(response.status, 200)
    for (const { protocolSection } of data?.studies ?? [])
      found.push(protocolSection.identificationModule.nctId)
    pageToken = data?.nextPageToken
  } while (pageToken !== undefined)
  assert.ok(found.length > 20)
  assert.equal(new Set(found).size, found.length)
  const { error, response } = await get('/studies', { params: { query: { 'filter.phase': 'x' } } })
  assert.equal(response.status, 400)
  assert.match(String(error), /^`filter\.phase` is unknown parameter/)
})
