import { join } from 'node:path'
import { usualEvents } from '../src/people/alerts/model/events.ts'
import { keepAsk } from '../src/people/asks/asks.ts'
import { readMailAddress } from '../src/people/records/address.ts'
import { openRecords } from '../src/people/records/open-records.ts'
import { findPerson } from '../src/people/records/persons.ts'
import type { Records } from '../src/people/records/model/records.ts'
import { type Canary, pointCanary, textCanary } from './canaries.ts'
import { finished, startChild } from './child.ts'
import type { AlertsOrders } from './children/alerts.ts'
import type { ImportOrders } from './children/import.ts'
import { houseOf, subscribe } from './people.ts'
import { makeSmallWorld, type SmallWorld } from './small-world.ts'
import { nctOf, placesFile } from './studies.ts'

/** Where records are. */
export interface Place {
  readonly dataDir: string
  readonly databaseUrl?: string
}

/** Somebody of whom everything that is marked is looked for. */
export interface Watched {
  readonly address: string
  /** Studies they follow; others may be told of them, too. */
  readonly studies: readonly Canary[]
  readonly canaries: readonly Canary[]
}

/** People with an alert in words and one for a study, one that is not confirmed, a mail that waits, and news. */
export interface WatchedWorld {
  readonly place: Place
  readonly people: readonly Watched[]
}

/** Studies that watched people follow: one that changes is told at once, another waits for Monday. */
const [told, waits] = [2, 3]

/** Makes the people, changes what they follow, and matches it. */
export async function makeWatchedWorld(
  folder: string,
  databaseUrl: string | undefined,
  count: number,
): Promise<WatchedWorld> {
  const at = databaseUrl === undefined ? {} : { databaseUrl }
  const world = await makeSmallWorld({ ...at, folder, studies: 6, sets: 1 })
  const place = { ...at, dataDir: world.dataDir }
  const records = await openRecords(place)
  const people: Watched[] = []
  for (let number = 0; number < count; number++) people.push(await watch(records, number))
  await records.close()
  await matchChanges(world, place)
  return { place, people }
}

async function watch(records: Records, number: number): Promise<Watched> {
  const address = `zqx.canary${number}@zqxhost${number}.example`
  const [english, french] = [`zqxheartache${number}`, `zqxmaladie d’été ${number}`]
  // Above 60, so that no seconds of a moment are taken for them.
  const [lat, lon] = [6135 + (number % 28) * 100, 12_076 + number * 100].map((all) => all / 100)
  const place = { name: `Zqxville-sur-Canari ${number}`, lat: lat ?? 0, lon: lon ?? 0 }
  const age = { least: 1_234_567_000 + number, most: 1_234_567_890 + number, on: '1987-03-19' }
  const events = usualEvents.search
  const weekly = { events: usualEvents.study, frequency: 'weekly' } as const
  await subscribe(records, address, {
    search: { q: english },
    place: { ...place, withinKm: 43.21 },
    age,
    sex: 'FEMALE',
    events,
    frequency: 'daily',
  })
  await subscribe(records, address, { ...weekly, search: { study: nctOf(waits) } })
  await subscribe(records, address, {
    events: usualEvents.study,
    frequency: 'at_once',
    search: { study: nctOf(told) },
  })
  await draft(records, address, french)
  return {
    address,
    canaries: [
      textCanary('the address', address),
      textCanary('the name before the @', address.split('@')[0] ?? ''),
      textCanary('the words in English', english),
      textCanary('the words in French', french),
      textCanary('the place', place.name),
      pointCanary('the latitude', place.lat),
      pointCanary('the longitude', place.lon),
      textCanary('the age', String(age.least)),
      textCanary('the day of the age', age.on),
    ],
    studies: [
      textCanary('the study told', nctOf(told)),
      textCanary('the study that waits', nctOf(waits)),
    ],
  }
}

/** Asked for by a visitor, and not dealt with before a server runs. */
async function draft(records: Records, typed: string, words: string): Promise<void> {
  const address = readMailAddress(typed)
  if (!address) throw new Error(`${typed} is no address`)
  const terms = { search: { cond: words }, events: 1, frequency: 'daily' } as const
  await keepAsk(houseOf(records), { kind: 'alert', address, language: 'fr', terms }, new Date())
}

async function matchChanges(world: SmallWorld, place: Place): Promise<void> {
  const orders: ImportOrders = {
    dataDir: place.dataDir,
    placesFile: placesFile(),
    files: [world.change(1, [told, waits])],
  }
  await finished(startChild('import.ts', orders))
  await finished(startChild('alerts.ts', place satisfies AlertsOrders))
}

/** The id of a watched person. Throws when they are not there. */
export async function idOfWatched(records: Records, { address }: Watched): Promise<string> {
  const read = readMailAddress(address)
  const person = read && (await findPerson(records.db, records.keys, read))
  if (!person) throw new Error('a watched person is not there')
  return person.id
}

/** The file of a backup that is made. */
export function backupFile(folder: string, name: string): string {
  return join(folder, `${name}.backup`)
}
