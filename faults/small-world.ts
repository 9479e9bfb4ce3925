import { copyFileSync, linkSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { eventBits, usualEvents } from '../src/people/alerts/model/events.ts'
import { pauseAlert } from '../src/people/alerts/manage.ts'
import { openRecords } from '../src/people/records/open-records.ts'
import { finished, startChild } from './child.ts'
import type { ImportOrders } from './children/import.ts'
import { subscribe } from './people.ts'
import { nctOf, placesFile, type SmallStudy, writeStudies } from './studies.ts'

/** A small registry, people who wait for changes in it, and what each of them must hear of. */
export interface SmallWorld {
  readonly dataDir: string
  readonly people: readonly Waiting[]
  /** Changes some studies; the answer is the file to import. */
  change(round: number, numbers: readonly number[]): string
  /** Who must hear of these studies' change, as `address study:round`. */
  expected(round: number, numbers: readonly number[]): readonly string[]
}

interface Waiting {
  readonly address: string
  readonly hears: (study: number) => boolean
}

const category = { category: ['heart-and-vessels'] }
const openOrShut = eventBits(['recruiting', 'closed'])
const nearParis = { name: 'Paris, France', lat: 48.85, lon: 2.35, withinKm: 50 }

export interface WorldOptions {
  readonly folder: string
  readonly databaseUrl?: string
  readonly studies: number
  /** How often the usual set of people is there. */
  readonly sets: number
}

export async function makeSmallWorld(options: WorldOptions): Promise<SmallWorld> {
  const { folder, databaseUrl, studies: count, sets } = options
  const dataDir = join(folder, 'data')
  mkdirSync(dataDir, { recursive: true })
  shareFile(placesFile(), join(dataDir, 'places.sqlite'))
  const studies: SmallStudy[] = Array.from({ length: count }, (_, number) => ({
    number,
    open: true,
    round: 0,
  }))
  const first = join(folder, 'round-0.ndjson')
  writeStudies(first, studies)
  const orders: ImportOrders = { dataDir, placesFile: placesFile(), files: [first] }
  await finished(startChild('import.ts', orders))
  const people = await settle({ dataDir, ...(databaseUrl !== undefined && { databaseUrl }) }, sets)
  return {
    dataDir,
    people,
    change: (round, numbers) => {
      const changed = numbers.map((number) => {
        const study = { number, open: !studies[number]?.open, round }
        studies[number] = study
        return study
      })
      const file = join(folder, `round-${round}.ndjson`)
      writeStudies(file, changed)
      return file
    },
    expected: (round, numbers) =>
      people.flatMap(({ address, hears }) =>
        numbers.filter(hears).map((number) => `${address} ${number}:${round}`),
      ),
  }
}

/** Before the first run, so that it does not match what nobody could have waited for. */
async function settle(
  place: { readonly dataDir: string; readonly databaseUrl?: string },
  sets: number,
): Promise<readonly Waiting[]> {
  const records = await openRecords(place)
  const people: Waiting[] = []
  try {
    for (let set = 0; set < sets; set++) {
      const address = (name: string): string => `${name}@${name}-${set}.example`
      const wish = { events: openOrShut, frequency: 'at_once' } as const
      const everything = { ...wish, search: category }
      const follows = (study: number) => ({ ...wish, search: { study: nctOf(study) } })
      await subscribe(records, address('all'), everything)
      await subscribe(records, address('near'), { ...everything, place: nearParis })
      await subscribe(records, address('one'), follows(set))
      await subscribe(records, address('both'), everything)
      await subscribe(records, address('both'), follows(set))
      await subscribe(records, address('other'), { ...wish, search: { q: 'zzasthmazz' } })
      await subscribe(records, address('posted'), { ...everything, events: usualEvents.search & 1 })
      const paused = await subscribe(records, address('paused'), everything)
      await pauseAlert(records, { ...paused, now: new Date() })
      people.push(
        { address: address('all'), hears: () => true },
        { address: address('near'), hears: (study) => study % 2 === 0 },
        { address: address('one'), hears: (study) => study === set },
        { address: address('both'), hears: () => true },
      )
    }
  } finally {
    await records.close()
  }
  return people
}

/** The same file under another name, without its bytes once more where that can be done. */
function shareFile(from: string, to: string): void {
  try {
    linkSync(from, to)
  } catch {
    copyFileSync(from, to)
  }
}
