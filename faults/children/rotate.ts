import { audit } from '../../src/people/audit/append.ts'
import { openRecords } from '../../src/people/records/open-records.ts'
import { rotateKeys } from '../../src/people/records/rotation.ts'
import { clockAhead, ordersOf, say } from './orders.ts'

// Rotates the keys, as `trialway rotate-keys` does.

export interface RotateOrders {
  readonly dataDir: string
  readonly databaseUrl?: string
  readonly aheadMs: number
  /** Names this process; one that goes on with the same name need not wait for the lease. */
  readonly holder: string
}

const { dataDir, databaseUrl, aheadMs, holder } = ordersOf<RotateOrders>()
const records = await openRecords({ dataDir, ...(databaseUrl !== undefined && { databaseUrl }) })
say('ready')
const { version, people, isResumed } = await rotateKeys(records, {
  fromEnvironment: false,
  holder,
  now: clockAhead(aheadMs),
  finished: (tx, rotation) =>
    audit(tx, {
      at: new Date(),
      actor: 'operator',
      action: 'keys.rotated',
      subject: 'keys',
      details: { version: rotation.version, people: rotation.people },
    }),
})
say('rotated', { version, people, isResumed })
await records.close()
