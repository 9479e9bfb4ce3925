import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { openCatalogue } from '../../src/finder/catalogue/open-catalogue.ts'
import { openVocabulary } from '../../src/finder/vocabulary/vocabulary.ts'
import { dayOf } from '../../src/app/folders.ts'
import { runAlerts } from '../../src/people/alerts/run.ts'
import { openRecords } from '../../src/people/records/open-records.ts'
import { clockAhead, ordersOf, say } from './orders.ts'

// Matches imports and makes digests, as `trialway alerts run --no-send` does.

export interface AlertsOrders {
  readonly dataDir: string
  readonly databaseUrl?: string
  readonly aheadMs?: number
  /** Ready, it waits for this moment, so that several begin at once. */
  readonly startAt?: number
}

const { dataDir, databaseUrl, aheadMs = 0, startAt } = ordersOf<AlertsOrders>()
const vocabulary = openVocabulary()
const records = await openRecords({ dataDir, ...(databaseUrl !== undefined && { databaseUrl }) })
const catalogue = await openCatalogue(join(dataDir, 'catalogue'), {
  processes: 1,
  timeoutMs: 60_000,
  vocabulary,
})
say('ready')
if (startAt !== undefined)
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, startAt - Date.now())))
const run = await runAlerts({
  records,
  catalogue,
  names: vocabulary,
  baseUrl: 'https://trialway.example',
  newId: randomUUID,
  clock: clockAhead(aheadMs),
  timeZone: 'UTC',
  dayOf,
})
say('run', { run: run ?? null })
await catalogue.close()
await records.close()
