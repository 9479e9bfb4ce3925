import assert from 'node:assert/strict'
import { livePromiseYear } from '../../../testing/promise-year.ts'
import { sized } from '../../../testing/sized.ts'
import { onEachStore } from '../../../testing/test-records.ts'

onEachStore(
  'through months of sites that answer, are late, leave, bounce and close, nobody who asked is left in silence',
  async (records) => {
    const year = {
      seed: sized(7, Date.now() % 2 ** 31),
      enquiries: sized(24, 500),
      days: sized(30, 365),
      sites: sized(10, 40),
      everyHours: 2,
    } as const
    const found = await livePromiseYear({ records, ...year })
    assert.deepEqual([found.silent, found.tooOften, found.twice], [[], [], []])
    assert.ok(found.kills > 0 && found.lateWords > year.enquiries / 4, JSON.stringify(found))
    assert.equal(found.happened['asked a site'], year.enquiries)
  },
)
