import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openLog } from './log.ts'
import { faultOf } from '../base/fault-of.ts'

test('a log line is JSON with a level, a time and named fields', () => {
  const lines: string[] = []
  const log = openLog({ level: 'info', stream: { write: (text) => lines.push(text) } })
  log.info({ status: 200 }, 'request')
  log.debug('not shown')
  assert.equal(lines.length, 1)
  const entry = JSON.parse(lines[0] ?? '')
  assert.deepEqual(Object.keys(entry), ['level', 'time', 'status', 'msg'])
  assert.equal(entry.level, 'info')
  assert.match(entry.time, /^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
})

test('at a terminal a log line is plain words', () => {
  const lines: string[] = []
  const log = openLog({
    level: 'info',
    stream: { isTTY: true, write: (text) => lines.push(text) },
  })
  log.warn({ route: '/search', ms: 12 }, 'request')
  assert.match(lines[0] ?? '', /^\d\d:\d\d:\d\d warn request route=\/search ms=12\n$/)
})

test('an error is logged by kind and place, never by its message', () => {
  const error = new SyntaxError('near "CANARY"\n    at CANARY again')
  const text = JSON.stringify(faultOf(error))
  assert.ok(!text.includes('CANARY'), text)
  assert.match(text, /SyntaxError/)
  assert.match(text, /log\.test\.ts/)
  assert.deepEqual(faultOf('CANARY'), { type: 'string', at: [] })
})

test('an error whose message was changed after it was made keeps its message out too', () => {
  const error = new Error('first CANARY')
  error.message = 'second'
  assert.ok(!JSON.stringify(faultOf(error)).includes('CANARY'))
})
