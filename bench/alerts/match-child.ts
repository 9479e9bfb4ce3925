import { randomUUID } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { openCatalogue } from '../../src/finder/catalogue/open-catalogue.ts'
import { openVocabulary } from '../../src/finder/vocabulary/vocabulary.ts'
import { matchList } from '../../src/people/alerts/match/match-list.ts'
import { openRecords } from '../../src/people/records/open-records.ts'
import type { Records } from '../../src/people/records/model/records.ts'
import { recordsOptions } from './records-options.ts'

/** How long each part of matching took; the answer of this program. */
export interface MatchTimes {
  /** Opening records, vocabulary and catalogue. */
  readonly openSeconds: number
  /** As long as a search was being asked of the changed studies; alerts are opened meanwhile. */
  readonly searchSeconds: number
  /** All but writing: opening every alert, asking its search, looking at it. */
  readonly lookSeconds: number
  /** Writing the news down; the subscriptions wait meanwhile. */
  readonly writeSeconds: number
  readonly wholeSeconds: number
  /** Searches that were asked of the catalogue. */
  readonly searches: number
  readonly studies: number
  readonly subscriptions: number
  readonly news: number
}

const opening = performance.now()
const options = recordsOptions(process.env)
const records = await openRecords(options)
const vocabulary = openVocabulary()
const catalogue = await openCatalogue(join(options.dataDir, 'catalogue'), {
  processes: availableParallelism(),
  timeoutMs: 120_000,
  vocabulary,
})
const newest = catalogue.changeLists().at(-1)
const list = newest && (await catalogue.readChangeList(newest.name))
if (!list) throw new Error('no import has changed anything')

const began = performance.now()
let searches = 0
let underWay = 0
let searchSeconds = 0
let writeSeconds = 0
const watchedCatalogue: Pick<typeof catalogue, 'searchAmong'> = {
  searchAmong: async (nctIds, queries) => {
    searches += queries.length
    const start = performance.now()
    if (underWay++ === 0) searchSeconds -= start / 1000
    try {
      return await catalogue.searchAmong(nctIds, queries)
    } finally {
      if (--underWay === 0) searchSeconds += performance.now() / 1000
    }
  },
}
const watchedRecords: Records = {
  ...records,
  writeLightly: async (work) => {
    const start = performance.now()
    try {
      return await records.writeLightly(work)
    } finally {
      writeSeconds += (performance.now() - start) / 1000
    }
  },
}
const matched = await matchList(watchedRecords, watchedCatalogue, list, {
  now: new Date(),
  newId: randomUUID,
})
const end = performance.now()
await catalogue.close()
await records.close()

const times: MatchTimes = {
  openSeconds: (began - opening) / 1000,
  searchSeconds,
  lookSeconds: (end - began) / 1000 - writeSeconds,
  writeSeconds,
  wholeSeconds: (end - began) / 1000,
  searches,
  studies: matched.studies,
  subscriptions: matched.subscriptions,
  news: matched.news,
}
process.stdout.write(`${JSON.stringify(times)}\n`)
