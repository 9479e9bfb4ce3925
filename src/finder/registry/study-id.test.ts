import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isStudyId, readStudyId } from './study-id.ts'

test('a study number is understood in any case, with spaces and with too many zeros', () => {
  assert.deepEqual(readStudyId('NCT02390596'), { kind: 'study', nctId: 'NCT02390596' })
  for (const written of ['nct02390596', ' NCT 0239 0596', 'NCT2390596', 'NCT0002390596'])
    assert.deepEqual(readStudyId(written), { kind: 'rewrite', nctId: 'NCT02390596' }, written)
  for (const written of ['NCT00000000', 'NCT123456789', 'hello', 'NCT1/../x', ''])
    assert.equal(readStudyId(written).kind, 'malformed', written)
})

test('only the registry’s own writing is an id', () => {
  assert.ok(isStudyId('NCT02390596'))
  for (const text of ['nct02390596', 'NCT2390596', ' NCT02390596', 'NCT023905961', ''])
    assert.ok(!isStudyId(text), text)
})
