import assert from 'node:assert/strict'
import { liveOutlookYear } from '../../../testing/outlook-year.ts'
import { sized } from '../../../testing/sized.ts'
import { onOneStore } from '../../../testing/test-records.ts'

onOneStore(
  'through weeks of visits, new consent and serious events in many time zones, nothing that is due is missing in Today',
  async (records) => {
    const year = {
      seed: sized(5, Date.now() % 2 ** 31),
      participants: sized(8, 120),
      sites: sized(7, 20),
      days: sized(12, 120),
      everyHours: sized(12, 1),
      everyTurns: 2,
    }
    const found = await liveOutlookYear({ records, ...year })
    assert.deepEqual([found.missed, found.stale], [[], []])
    assert.ok(found.shown > 50 && found.changes > 10 && found.renewed > 50, JSON.stringify(found))
    assert.equal(found.happened['enrolled'], year.participants)
  },
)
