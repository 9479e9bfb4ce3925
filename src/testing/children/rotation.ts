import { flushCompileCache } from 'node:module'
import { openRecords } from '../../people/records/open-records.ts'
import { rotateKeys } from '../../people/records/rotation.ts'

// Test support: rotates keys until it is killed.

// What is killed keeps what Node made of its files only if it says so.
flushCompileCache()
const records = await openRecords({ dataDir: process.argv[2] ?? '' })
process.stdout.write('opened\n')
for (;;)
  await rotateKeys(records, {
    fromEnvironment: false,
    holder: 'test',
    now: () => new Date(),
    finished: async () => {},
  })
