/**
 * One measurement of one checkout, in a process of its own: `side.ts CHECKOUT STAGE FOLDER STUDIES ALERTS`.
 * It runs the bench of that checkout, so that each side measures its own code; the answer is one
 * line of JSON.
 */
import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type * as importBench from '../measure-import.ts'
import type * as searchBench from '../measure-search.ts'
import type * as serverBench from '../server.ts'
import type * as servedBench from '../measure-pages-served.ts'
import type * as prepareBench from '../alerts/prepare.ts'
import type * as readyBench from '../alerts/ready-records.ts'
import type * as matchBench from '../alerts/measure-matching.ts'
import { processorSeconds } from '../processes.ts'
import type { Figures } from './figures.ts'
import { measurePageCpu } from './page-cpu.ts'

const [checkout = '', stage = '', folder = '', studies = '', alerts = ''] = process.argv.slice(2)
const where = {
  studies: Number(studies),
  folder,
  source: join(checkout, 'data/snapshot'),
  today: '2026-11-23',
  say,
}
const records = join(folder, 'records')

process.stdout.write(`${JSON.stringify(await measured())}\n`)

async function measured(): Promise<Figures> {
  switch (stage) {
    case 'import': {
      const { measureImport } = await benchOf<typeof importBench>('measure-import.ts')
      const work = workSince()
      const { seconds, catalogueBytes } = await measureImport(where)
      return { importSeconds: seconds, catalogueBytes, ...work('importCpu') }
    }
    case 'search': {
      const { measureSearch } = await benchOf<typeof searchBench>('measure-search.ts')
      const { requestP50, requestP95 } = await measureSearch(where)
      return { searchP50: requestP50, searchP95: requestP95 }
    }
    case 'pages': {
      const { measurePagesServed } = await benchOf<typeof servedBench>('measure-pages-served.ts')
      const { warm, cold } = await measurePagesServed(where)
      const { startServer } = await benchOf<typeof serverBench>('server.ts')
      const work = await measurePageCpu(startServer, folder)
      return { warmPages: warm.perSecond, coldPages: cold.perSecond, ...work }
    }
    case 'alerts': {
      const { measureMatching } = await benchOf<typeof matchBench>('alerts/measure-matching.ts')
      const { forgetMatches } = await benchOf<typeof readyBench>('alerts/ready-records.ts')
      await forgetMatches({ DATA_DIR: records }, records)
      const work = workSince()
      const { times } = await measureMatching({ DATA_DIR: records }, records)
      return { matchSeconds: times.wholeSeconds, ...work('matchCpu') }
    }
    default:
      return fillRecords()
  }
}

/** Alerts, and the import of a day that none of them was held against yet. */
async function fillRecords(): Promise<Figures> {
  const { prepare } = await benchOf<typeof prepareBench>('alerts/prepare.ts')
  const { readyRecords } = await benchOf<typeof readyBench>('alerts/ready-records.ts')
  const plan = {
    studies: where.studies,
    subscriptions: Number(alerts),
    changes: 2000,
    digests: 0,
    alone: 0,
    peerSubscriptions: 0,
    peerMails: 0,
    folder: join(folder, 'alerts'),
    source: where.source,
    data: join(folder, 'data'),
    stores: ['sqlite' as const],
    keep: true,
    report: '',
  }
  mkdirSync(plan.folder, { recursive: true })
  const prepared = await prepare(plan, say)
  rmSync(records, { recursive: true, force: true })
  mkdirSync(records)
  for (const name of ['catalogue', 'places.sqlite'])
    symlinkSync(join(prepared.dataDir, name), join(records, name))
  await readyRecords(prepared, { DATA_DIR: records }, plan.subscriptions, say)
  return {}
}

/** A file of that checkout's bench; both sides have it under the same name. */
async function benchOf<Module>(name: string): Promise<Module> {
  const file = join(checkout, 'bench', name)
  if (!existsSync(file)) throw new Error(`there is no ${file}: that checkout cannot be compared`)
  return (await import(pathToFileURL(file).href)) as Module
}

/** The processor time of this process and its children from now on: other work on the machine adds little to it. */
function workSince(): (kind: 'importCpu' | 'matchCpu') => Figures {
  const before = processorSeconds('self')
  return (kind) => {
    const after = processorSeconds('self')
    return before === undefined || after === undefined ? {} : { [kind]: after - before }
  }
}

function say(text: string): void {
  process.stderr.write(`  ${text}\n`)
}
