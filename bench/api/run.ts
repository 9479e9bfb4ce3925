/**
 * `npm run bench:api -- [--data DIR] [--rounds N]`: how fast the registry's API and FHIR are answered from a data folder; without one from
 * the studies that ship. Writes `docs/benchmarks-api.md`, or `--report FILE`.
 */
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readManifest } from '../../src/finder/catalogue/model/manifest.ts'
import { exampleData } from '../../src/testing/example-catalogue.ts'
import { startServer } from '../server.ts'
import { measureFhir } from './fhir.ts'
import { measureApi } from './measure.ts'
import { apiReport } from './report.ts'

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    rounds: { type: 'string', default: '10' },
    report: { type: 'string', default: join(import.meta.dirname, '../../docs/benchmarks-api.md') },
  },
})

// The folder is read, not written to: what a server keeps besides goes elsewhere.
const folder = mkdtempSync(join(tmpdir(), 'trialway-api-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
const source = values.data === undefined ? (await exampleData()).folder : resolve(values.data)
for (const name of ['catalogue', 'places.sqlite'])
  symlinkSync(join(source, name), join(folder, name))

// On a busy machine an answer is waited for, to be measured.
const server = await startServer(folder, { core: 0, settings: { SEARCH_TIMEOUT_MS: '20000' } })
const figures = await measureApi(server, Number(values.rounds))
const fhir = await measureFhir(server, Number(values.rounds))
await server.stop()
const studies = readManifest(join(source, 'catalogue'))?.summary.studies ?? 0
const text = apiReport(
  { ...figures, fhir },
  { studies, day: new Date().toISOString().slice(0, 10) },
)
writeFileSync(resolve(values.report), text)
process.stdout.write(text)
