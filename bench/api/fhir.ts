import { Agent, request } from 'node:http'
import type { TestServer } from '../server.ts'
import { childRecord } from './child-record.ts'
import { figuresOf, type PageFigures, workOf } from './measure.ts'

/** Searches of FHIR that programs make, each of a page of twenty. */
const searches: readonly (readonly [kind: string, release: string, query: string])[] = [
  ['a condition', 'R4', 'condition=asthma'],
  ['a condition and a place', 'R4', 'condition=cancer&near=48.85|2.35|100|km'],
  ['a place', 'R4', 'near=48.85|2.35|100|km'],
  ['words of the title', 'R4', 'title:contains=heart failure'],
  ['status and country', 'R4', 'status=active&location=FR'],
  ['words anywhere', 'R4', '_text=breast cancer'],
  ['everything, sorted', 'R4', '_sort=-_lastUpdated'],
  ['a summary', 'R4', 'condition=asthma&_summary=true'],
  ['a name, all of it', 'R4', 'site.name:exact=University Hospital'],
  ['words of a long text, R5', 'R5', 'description:contains=heart failure'],
  ['a condition, R5', 'R5', 'condition=asthma&progress-status-state-actual=recruiting$true'],
]

/** How fast one question was, and what it cost. */
export interface FhirFigures extends PageFigures {
  /** Of the server and its processes together, for one answer, in milliseconds. */
  readonly processorMs: number
}

/** Asks every search so often, and matches a record of thirty resources as often, on one connection, packed. */
export async function measureFhir(
  server: TestServer,
  rounds: number,
): Promise<readonly FhirFigures[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const record = JSON.stringify(childRecord())
  const match = () => timed(`${server.address}/fhir/R4/ResearchStudy/$match`, agent, record)
  // The first ones start the processes that match, and on a busy machine may be too slow to be answered.
  for (let first = 0; first < 5; first++) await match().catch(() => 0)
  const figures: FhirFigures[] = []
  const times: number[] = []
  for (const [kind, release, query] of searches) {
    const words = new URLSearchParams(query).toString()
    const address = `${server.address}/fhir/${release}/ResearchStudy?${words}`
    figures.push(await measured(kind, server, rounds, () => timed(address, agent), times))
  }
  const processorMs = figures.reduce((sum, one) => sum + one.processorMs, 0) / figures.length
  figures.push({ ...figuresOf('all searches', times), processorMs })
  figures.push(await measured('a record of 30 resources', server, rounds, match))
  agent.destroy()
  return figures
}

async function measured(
  kind: string,
  server: TestServer,
  rounds: number,
  ask: () => Promise<number>,
  all: number[] = [],
): Promise<FhirFigures> {
  await ask()
  const before = workOf(server)
  const times: number[] = []
  for (let round = 0; round < rounds; round++) times.push(await ask())
  all.push(...times)
  const processorMs = ((workOf(server) - before) * 1000) / rounds
  return { ...figuresOf(kind, times), processorMs }
}

/** Milliseconds to the last byte of an answer. Throws where it is not a good one. */
function timed(address: string, agent: Agent, body?: string): Promise<number> {
  const began = performance.now()
  const headers = { 'accept-encoding': 'gzip', 'content-type': 'application/fhir+json' }
  return new Promise((resolve, reject) => {
    const method = body === undefined ? 'GET' : 'POST'
    const asked = request(address, { agent, method, headers }, (response) => {
      response.on('error', reject).resume()
      response.on('end', () => {
        const { statusCode = 0 } = response
        if (statusCode === 200) resolve(performance.now() - began)
        else reject(new Error(`${address} answered ${statusCode}`))
      })
    })
    asked.on('error', reject).end(body)
  })
}
