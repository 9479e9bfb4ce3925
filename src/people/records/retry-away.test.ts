import assert from 'node:assert/strict'
import { test } from 'node:test'
import { RecordsAway, RecordsBusy, RecordsUnsure } from './model/faults.ts'
import { retryAway } from './retry-away.ts'

function failing(...faults: Error[]) {
  const left = [...faults]
  return async (): Promise<string> => {
    const fault = left.shift()
    if (fault) throw fault
    return 'done'
  }
}

test('what the database went away under is done when it is back', async () => {
  const work = failing(new RecordsAway('away'), new RecordsUnsure('?'))
  assert.equal(await retryAway(work, { mostMs: 60_000 }), 'done')
})

test('it ends with the time that is given, and other faults end it at once', async () => {
  await assert.rejects(retryAway(failing(new RecordsBusy('busy')), { mostMs: 60_000 }), RecordsBusy)
  const always = (): Promise<never> => Promise.reject(new RecordsAway('away'))
  await assert.rejects(retryAway(always, { mostMs: 0 }), RecordsAway)
  const stopped = AbortSignal.abort()
  const began = performance.now()
  await assert.rejects(retryAway(always, { mostMs: 600_000, signal: stopped }), RecordsAway)
  assert.ok(performance.now() - began < 60_000)
})
