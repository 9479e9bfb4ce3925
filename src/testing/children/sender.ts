import { randomUUID } from 'node:crypto'
import { flushCompileCache } from 'node:module'
import { openRecords } from '../../people/records/open-records.ts'
import type { RecordsOptions } from '../../people/records/model/records.ts'
import { postTo } from '../test-mail.ts'
import { sendDue } from '../../people/mail/delivery/sender.ts'

/** A sender in a process of its own, which may be killed. It runs once at each of some distances from now. */
const { options, port, aheadMs } = JSON.parse(process.argv[2] ?? '') as {
  readonly options: RecordsOptions
  readonly port: number
  readonly aheadMs: readonly number[]
}
// Who is killed keeps what Node made of its files only if it says so.
flushCompileCache()
const records = await openRecords(options)
for (const ahead of aheadMs)
  await sendDue(records, postTo(port), {
    holder: `sender-${process.pid}`,
    now: () => new Date(Date.now() + ahead),
    random: Math.random,
    newId: randomUUID,
    pace: { perSecond: 0, perSecondPerDomain: 0 },
    lingerMs: 0,
  })
await records.close()
process.disconnect?.()
