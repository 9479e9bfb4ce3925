import { openRecords } from '../../people/records/open-records.ts'
import { rotateKeys } from '../../people/records/rotation.ts'

// Test support: rotates keys until it is killed.

const records = await openRecords({ dataDir: process.argv[2] ?? '' })
process.stdout.write('opened\n')
for (;;)
  await rotateKeys(records, {
    fromEnvironment: false,
    holder: 'test',
    now: () => new Date(),
    finished: async () => {},
  })
