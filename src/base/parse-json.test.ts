import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseJson } from './parse-json.ts'

const nested = (depth: number, open: string, close: string): string =>
  open.repeat(depth) + '1' + close.repeat(depth)

test('what is JSON is read as JSON, brackets in strings and behind escapes too', () => {
  for (const value of [
    null,
    0,
    'a',
    [],
    { a: [{ b: '['.repeat(2000) }] },
    ['\\', '"[', '\\"'.repeat(1000), '{'.repeat(2000)],
    JSON.parse(nested(400, '[', ']')),
  ])
    assert.deepEqual(parseJson(JSON.stringify(value)), value)
})

test('what is no JSON is told, and what is nested without end is told at once', () => {
  for (const text of [
    '',
    '{',
    '"',
    '"\\',
    '[1,]',
    '['.repeat(10_000_000),
    '{"a":'.repeat(2_000_000),
    nested(501, '[', ']'),
    nested(100_000, '{"a":', '}'),
    `${' '.repeat(1000)}${'[\n'.repeat(3_000_000)}`,
  ]) {
    const before = process.cpuUsage()
    assert.throws(() => parseJson(text), SyntaxError)
    const { user, system } = process.cpuUsage(before)
    assert.ok((user + system) / 1000 < 500, `${(user + system) / 1000} ms`)
  }
})

test('a string without an end, full of backslashes, is passed over once', () => {
  const before = process.cpuUsage()
  assert.throws(() => parseJson(`"${'\\"'.repeat(3_000_000)}`), SyntaxError)
  assert.throws(() => parseJson(`"${'\\'.repeat(6_000_001)}`), SyntaxError)
  const { user } = process.cpuUsage(before)
  assert.ok(user / 1000 < 1000, `${user / 1000} ms`)
})
