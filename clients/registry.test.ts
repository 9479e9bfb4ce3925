import './without-sqlite3.ts'
import assert from 'node:assert/strict'
import { execFile, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { after, before, test, type TestContext } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import matching from 'clinical-trial-matching-service'
import codegen from 'openapi-typescript-codegen'
import { unusedPort } from '../src/testing/ports.ts'
import { type Here, startHere } from './here.ts'

// Clients of the registry's API, with nothing changed but the base address.

let here: Here
let api = ''
const kawasaki = 'NCT02390596'

before(async () => {
  here = await startHere()
  api = `${here.address}/api/v2`
})
after(() => here.close())

/** Documents that describe the API: our own, and the registry's draft where it is given. */
const documents: Readonly<Record<string, () => Promise<string>>> = {
  'our own document': async () => {
    const folder = mkdtempSync(join(tmpdir(), 'trialway-openapi-'))
    const file = join(folder, 'openapi.json')
    writeFileSync(file, await (await fetch(`${api}/openapi.json`)).text())
    return file
  },
  ...(process.env['OPENAPI_DRAFT'] && {
    "the registry's draft": () => Promise.resolve(process.env['OPENAPI_DRAFT'] as string),
  }),
}

test('the matching service of mCODE fetches studies by id, page after page', async () => {
  const client = new matching.ClinicalTrialsGovAPI({ endpoint: api })
  const ids = await someIds(25)
  const studies = await client.fetchStudies([...ids, kawasaki], 10)
  assert.deepEqual(
    new Set(studies.map(({ protocolSection }) => protocolSection?.identificationModule?.nctId)),
    new Set([...ids, kawasaki]),
  )
})

test('the matching service of mCODE makes its own study of what it is answered', async () => {
  const client = new matching.ClinicalTrialsGovAPI({ endpoint: api })
  const [study] = await client.fetchStudies([kawasaki])
  assert.ok(study)
  const made = matching.createResearchStudyFromClinicalStudy(study)
  assert.equal(made.title, 'Anakinra and Kawasaki Disease')
  assert.match(made.enrollment?.[0]?.display ?? '', /American Heart Association/)
})

for (const [name, fileOf] of Object.entries(documents)) {
  test(`a client generated from ${name} lists, reads and counts`, async (t) => {
    const { OpenAPI, StudiesService, VersionService, StatsService } = await generated(
      t,
      await fileOf(),
    )
    OpenAPI.BASE = api
    const first = await StudiesService.listStudies({
      queryCond: 'asthma',
      filterOverallStatus: ['RECRUITING', 'COMPLETED'],
      fields: ['NCTId', 'OverallStatus'],
      countTotal: true,
      pageSize: 5,
    })
    assert.equal(first.studies.length, 5)
    assert.ok((first.totalCount ?? 0) > 5 && first.nextPageToken)
    for (const { protocolSection } of first.studies)
      assert.match(protocolSection.statusModule?.overallStatus ?? '', /^(RECRUITING|COMPLETED)$/)
    const study = await StudiesService.fetchStudy({ nctId: kawasaki })
    assert.equal(study.protocolSection.identificationModule.nctId, kawasaki)
    assert.equal((await VersionService.version()).apiVersion.split('.')[0], '2')
    assert.ok((await StatsService.sizeStats()).totalStudies > 4000)
  })

  test(`Prism finds no fault in our replies by ${name}`, async (t) => {
    const proxy = await startPrism(t, await fileOf())
    for (const path of asked) {
      const answer = await fetch(`${proxy}${path}`)
      const violations = answer.headers.get('sl-violations')
      await answer.text()
      assert.equal(answer.status, 200, `${path}: ${violations}`)
      assert.equal(violations, null, `${path}: ${violations?.slice(0, 300)}`)
    }
  })
}

const asked = [
  '/version',
  '/studies?query.cond=kawasaki&pageSize=20',
  '/studies?query.cond=kawasaki&countTotal=true',
  '/studies?query.term=heart%20failure&filter.overallStatus=RECRUITING&pageSize=5&fields=NCTId%7CBriefTitle%7COverallStatus',
  '/studies?filter.geo=distance(48.85,2.35,50mi)&pageSize=5&fields=NCTId,LocationCity,LocationGeoPoint',
  '/studies?filter.advanced=AREA%5BPhase%5DPHASE3&sort=LastUpdatePostDate%3Adesc&pageSize=2',
  `/studies/${kawasaki}`,
  '/stats/size',
  '/studies/metadata',
]

async function someIds(count: number): Promise<string[]> {
  const answer = await fetch(`${api}/studies?fields=NCTId&pageSize=${count}&query.cond=asthma`)
  const { studies } = (await answer.json()) as {
    studies: { protocolSection: { identificationModule: { nctId: string } } }[]
  }
  return studies.map(({ protocolSection }) => protocolSection.identificationModule.nctId)
}

interface ReadStudy {
  readonly protocolSection: {
    readonly identificationModule: { readonly nctId: string }
    readonly statusModule?: { readonly overallStatus: string }
  }
}

/** What a generated client offers. */
interface Generated {
  readonly OpenAPI: { BASE: string }
  readonly StudiesService: {
    listStudies(asked: object): Promise<{
      readonly studies: readonly ReadStudy[]
      readonly totalCount?: number
      readonly nextPageToken?: string
    }>
    fetchStudy(asked: { readonly nctId: string }): Promise<ReadStudy>
  }
  readonly VersionService: { version(): Promise<{ readonly apiVersion: string }> }
  readonly StatsService: { sizeStats(): Promise<{ readonly totalStudies: number }> }
}

const run = promisify(execFile)

/** A client made from a document, compiled as its users compile it. */
async function generated(t: TestContext, input: string): Promise<Generated> {
  const folder = mkdtempSync(join(tmpdir(), 'trialway-generated-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const source = join(folder, 'source')
  await codegen.generate({ input, output: source, httpClient: 'fetch', useOptions: true })
  const compiler = join(import.meta.dirname, '../node_modules/.bin/tsc')
  const settings =
    '--ignoreConfig --module commonjs --moduleResolution bundler --target es2022 --lib es2022,dom --noCheck'
  await run(compiler, [
    ...settings.split(' '),
    '--outDir',
    join(folder, 'made'),
    join(source, 'index.ts'),
  ])
  return createRequire(import.meta.url)(join(folder, 'made/index.js')) as Generated
}

async function startPrism(t: TestContext, document: string): Promise<string> {
  const port = await unusedPort()
  const program = join(import.meta.dirname, 'node_modules/.bin/prism')
  const child = spawn(program, ['proxy', document, api, '-p', String(port), '--errors'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  t.after(() => child.kill('SIGKILL'))
  const address = `http://127.0.0.1:${port}`
  while (!said.includes('listening')) {
    if (child.exitCode !== null) throw new Error(`Prism ended: ${said}`)
    await wait(50)
  }
  return address
}
