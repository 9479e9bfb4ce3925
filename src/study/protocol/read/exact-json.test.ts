import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../testing/properties.ts'
import { ExactNumber, type ExactValue, readExactJson } from './exact-json.ts'
import { mostDocumentBytes, readDocumentBytes } from './read-document-bytes.ts'

const valueOf = (text: string): ExactValue | undefined => readExactJson(text).value
const kindOf = (text: string) => readExactJson(text).faults?.map(({ kind }) => kind)

test('a number keeps every digit it was written with', () => {
  for (const text of ['38.0', '7.35', '-0.10', '100', '1e3', '12345678901234567890.123456789'])
    assert.deepEqual(valueOf(text), new ExactNumber(text))
})

test('what is JSON is read as JSON.parse reads it, and the rest is refused', () => {
  const plain = (value: ExactValue): unknown => {
    if (value instanceof ExactNumber) return Number(value.text)
    if (Array.isArray(value)) return value.map(plain)
    return typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plain(part)]))
      : value
  }
  const cases = [fc.json(), fc.integer({ min: 0, max: 40 }), fc.string({ maxLength: 2 })] as const
  fc.assert(
    fc.property(...cases, (good, at, noise) => {
      for (const text of [good, good.slice(0, at), good.slice(0, at) + noise + good.slice(at)]) {
        const read = readExactJson(text)
        if (read.faults?.every(({ kind }) => kind === 'key twice')) continue
        const parsed = parsedByNode(text)
        assert.equal(read.faults === undefined, parsed !== undefined, text)
        if (parsed && read.faults === undefined) assert.deepEqual(plain(read.value), parsed.value)
      }
    }),
  )
})

function parsedByNode(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}

test('a fault says where it is and what stands there', () => {
  assert.deepEqual(readExactJson('{\n  "a": 007\n}').faults, [
    { kind: 'not JSON', line: 2, column: 9, found: '07\n}' },
  ])
  assert.deepEqual(readExactJson('{"a": 1,\n "b": 2, "a": 3, "b": 4').faults, [
    { kind: 'key twice', line: 2, column: 10, found: 'a' },
    { kind: 'key twice', line: 2, column: 18, found: 'b' },
    { kind: 'cut off', line: 2, column: 24 },
  ])
  const faults: readonly [string, string][] = [
    ['', 'empty'],
    [' \n', 'empty'],
    ['{} x', 'text after the end'],
    ['"a', 'cut off'],
    ['{"a":1,}', 'not JSON'],
    ['[1,]', 'not JSON'],
    ["{'a':1}", 'not JSON'],
    ['NaN', 'not JSON'],
    ['1.2.3', 'not JSON'],
    ['"\\x"', 'not JSON'],
    ['"a\tb"', 'control character'],
    ['['.repeat(200), 'too deep'],
  ]
  for (const [text, kind] of faults) assert.deepEqual(kindOf(text), [kind], text)
})

test('a key that means something to JavaScript is a key like any other', () => {
  const read = valueOf('{"__proto__": {"x": 1}, "constructor": 2}')
  assert.deepEqual(Object.keys(Object(read)), ['__proto__', 'constructor'])
  assert.equal(Object.getPrototypeOf(read), Object.prototype)
})

test('a long text is read in the time its length asks for', () => {
  const text = JSON.stringify({
    a: 'é\\"'.repeat(300_000),
    b: Array.from({ length: 100_000 }).fill('x'),
  })
  const started = performance.now()
  assert.notEqual(valueOf(text), undefined)
  assert.ok(performance.now() - started < 5000)
})

test('a document is UTF-8 of a bounded size; whole numbers are numbers, others their text', () => {
  const read = (bytes: string | Uint8Array) => readDocumentBytes(Buffer.from(bytes))
  assert.deepEqual(
    read('\uFEFF{"days": 15, "kg": 7.35, "limit": 38.0, "much": 1234567890123456789}'),
    {
      value: { days: 15, kg: '7.35', limit: '38.0', much: '1234567890123456789' },
    },
  )
  assert.deepEqual(read(Buffer.from('{}', 'utf16le')), { faults: [{ kind: 'UTF-16' }] })
  assert.deepEqual(read(Buffer.from('\uFEFF{}', 'utf16le')), { faults: [{ kind: 'UTF-16' }] })
  assert.deepEqual(read('PK\u0003\u0004\u0000\u0000'), { faults: [{ kind: 'not a text file' }] })
  assert.deepEqual(read(Buffer.from('{\n"a": "é"}', 'latin1')), {
    faults: [{ kind: 'not UTF-8', line: 2 }],
  })
  assert.deepEqual(read(' '.repeat(mostDocumentBytes + 1)), {
    faults: [{ kind: 'too large', mostBytes: mostDocumentBytes }],
  })
})
