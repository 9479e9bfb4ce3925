import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import { ordersOf, say } from './orders.ts'

// Another program that writes for too long.

export interface HoldOrders {
  readonly dataDir: string
  readonly holdMs: number
}

const { dataDir, holdMs } = ordersOf<HoldOrders>()
const database = new DatabaseSync(join(dataDir, 'records.sqlite'), { timeout: 5000 })
database.exec('begin immediate')
say('holding')
await wait(holdMs)
database.exec('rollback')
database.close()
say('released')
