import { spawnSync } from 'node:child_process'
import { copyFileSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { Session } from 'node:inspector/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openEngine } from '../../src/finder/catalogue/search/engine.ts'
import { openRecords } from '../../src/people/records/open-records.ts'
import { requestAlert } from '../../src/people/alerts/request.ts'
import { usualEvents } from '../../src/people/alerts/model/events.ts'
import { rooms } from '../../src/rooms.ts'
import { exampleData } from '../../src/testing/example-catalogue.ts'
import { address, peopleBase, confirmLinkOf, pressConfirm } from '../../src/testing/test-alerts.ts'
import { openTestApp } from '../../src/testing/test-site.ts'
import { placeOf } from '../../src/testing/house/walls.ts'
import { createSite } from '../../src/web/site.ts'

const source = join(import.meta.dirname, '../../src')

/** What V8 tells of one script: its functions, the module itself first, and how often each ran. */
interface ScriptCoverage {
  readonly url: string
  readonly functions: readonly {
    readonly functionName: string
    readonly ranges: readonly { readonly startOffset: number; readonly count: number }[]
  }[]
}

/**
 * The rooms in which something ran, counted by V8 itself: from a search's request to its reply, in a whole `trialway import`,
 * and in a whole `trialway alerts run`.
 */
export async function roomsEntered(): Promise<
  Readonly<Record<'search' | 'import' | 'alert', readonly string[]>>
> {
  const search = await roomsOfSearch()
  return { search, ...(await whileImporting()) }
}

/**
 * The rooms in which something ran from a search's request to its reply, the search done in this process instead of one
 * beside it. The second of two is counted, so that nothing is which runs once.
 */
export async function roomsOfSearch(): Promise<readonly string[]> {
  const app = await openTestApp()
  const engine = openEngine((await exampleData()).catalogue, app.vocabulary)
  const catalogue = { ...app.catalogue, search: async (query: never) => engine.search(query) }
  const site = createSite({ ...app, catalogue })
  const ask = async (words: string): Promise<void> => {
    const reply = await site.request(`/search?q=${words}&near=Paris&within=50km&age=8mo&sex=male`)
    await reply.text()
    if (reply.status !== 200) throw new Error(`the search answered ${reply.status}`)
  }
  await ask('kawasaki')
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false })
  await ask('vasculitis')
  const { result } = await session.post('Profiler.takePreciseCoverage')
  session.disconnect()
  await app.close()
  return roomsOf(result)
}

/** An import of what changed in a study that a person waits for, then the alerts of it. */
async function whileImporting(): Promise<{
  import: readonly string[]
  alert: readonly string[]
}> {
  const folder = mkdtempSync(join(tmpdir(), 'trialway-rooms-'))
  try {
    copyFileSync((await exampleData()).placesFile, join(folder, 'places.sqlite'))
    const record = (day: string) => join(source, `testing/examples/NCT02390596.${day}.xml`)
    command(folder, ['import', record('2018-05-29')])
    await askForAlert(folder)
    return {
      import: command(folder, ['import', record('2020-07-28')]),
      alert: command(folder, ['alerts', 'run', '--no-send']),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function askForAlert(dataDir: string): Promise<void> {
  const records = await openRecords({ dataDir })
  const now = new Date(Date.now() - 60_000)
  const wish = {
    search: { study: 'NCT02390596' },
    events: usualEvents.study,
    frequency: 'at_once',
  } as const
  await requestAlert(
    peopleBase(records),
    { address: address('parent@example.org'), language: 'en', terms: wish },
    now,
  )
  await pressConfirm(records, await confirmLinkOf(records, 'parent@example.org'), now)
  await records.close()
}

/** Runs a command of Trialway, and tells the rooms in which it ran something. */
function command(folder: string, args: readonly string[]): readonly string[] {
  const covered = join(folder, 'coverage', args.join('-').replaceAll(/\W+/g, '-').slice(-40))
  mkdirSync(covered, { recursive: true })
  const quiet = ['--disable-warning=ExperimentalWarning', join(source, 'main.ts')]
  const { status, stderr } = spawnSync(process.execPath, [...quiet, ...args], {
    env: { PATH: process.env['PATH'], DATA_DIR: folder, NODE_V8_COVERAGE: covered },
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`trialway ${args.join(' ')} ended with ${status}: ${stderr}`)
  const files = globSync('*.json', { cwd: covered }).map((name) => join(covered, name))
  return roomsOf(
    files.flatMap(
      (file) => (JSON.parse(readFileSync(file, 'utf8')) as { result: ScriptCoverage[] }).result,
    ),
  )
}

/** A module that is only loaded is not entered: one of its functions has to run. */
function roomsOf(scripts: readonly ScriptCoverage[]): readonly string[] {
  const entered = scripts.filter(({ url, functions }) => {
    const ran = functions.filter(
      ({ functionName, ranges }) => functionName !== '' && (ranges[0]?.count ?? 0) > 0,
    )
    return url.startsWith('file:') && ran.length > 0
  })
  const names = entered.flatMap(({ url }) => {
    const path = fileURLToPath(url)
    if (!path.startsWith(source)) return []
    return placeOf(path.slice(source.length + 1).replaceAll('\\', '/'), rooms)?.room ?? []
  })
  const ordered = Object.keys(rooms)
  return [...new Set(names)]
    .filter((name) => name !== 'testing')
    .toSorted((a, b) => ordered.indexOf(a) - ordered.indexOf(b))
}
