import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  RecordsAway,
  RecordsBusy,
  RecordsRefused,
  RecordsUnsure,
  RecordsUnwritable,
} from '../model/faults.ts'
import { faultOfConnecting, faultOfOpening, faultOfStatement } from './faults.ts'

const coded = (code: string): Error => Object.assign(new Error('said by the server'), { code })
const statement = { isCommit: false, isLineOver: false }

test('what an error of a statement means for what is written', () => {
  const cases = [
    ['57P01', RecordsAway],
    ['57P02', RecordsAway],
    ['08006', RecordsAway],
    ['53100', RecordsUnwritable],
    ['25006', RecordsUnwritable],
    ['55P03', RecordsBusy],
    ['57014', RecordsBusy],
  ] as const
  for (const [code, kind] of cases)
    assert.ok(faultOfStatement(coded(code), statement) instanceof kind, code)
  const own = coded('23505')
  assert.equal(faultOfStatement(own, statement), own)
})

test('after a commit that was not answered nobody knows; before it, nothing was written', () => {
  const cut = new Error('Connection terminated unexpectedly')
  assert.ok(faultOfStatement(cut, { isCommit: true, isLineOver: true }) instanceof RecordsUnsure)
  assert.ok(faultOfStatement(cut, { isCommit: false, isLineOver: true }) instanceof RecordsAway)
  // A commit that the server refused was not kept.
  const refused = coded('40001')
  assert.equal(faultOfStatement(refused, { isCommit: true, isLineOver: false }), refused)
})

test('no connection left is busy, no server is away', () => {
  assert.ok(faultOfConnecting(coded('53300')) instanceof RecordsBusy)
  const queued = new Error('timeout exceeded when trying to connect')
  assert.ok(faultOfConnecting(queued) instanceof RecordsBusy)
  for (const code of ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', '57P03'])
    assert.ok(faultOfConnecting(coded(code)) instanceof RecordsAway, code)
})

test('who does not get in is refused; who finds nobody may wait', () => {
  for (const code of ['28P01', '28000', '3D000'])
    assert.ok(faultOfOpening(coded(code), 'PostgreSQL x') instanceof RecordsRefused, code)
  for (const code of ['ECONNREFUSED', 'ENOTFOUND', '57P03', '53300'])
    assert.ok(faultOfOpening(coded(code), 'PostgreSQL x') instanceof RecordsAway, code)
})
