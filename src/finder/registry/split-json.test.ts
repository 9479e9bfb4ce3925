import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../testing/properties.ts'
import { sized } from '../../testing/sized.ts'
import { exampleJson } from '../../testing/examples/study.ts'
import { isProblem } from './records.ts'
import { splitJson } from './split-json.ts'
import type { Found } from './split.ts'

const [one, two, three] = ['NCT00000001', 'NCT00000002', 'NCT00000003'].map((id) => exampleJson(id))

test('a study alone in its source has the name of the source', () => {
  assert.deepEqual(shown(split(`${one}`)), [['x', one]])
  assert.deepEqual(shown(split(`\n ${one}\n\n`)), [['x', one]])
})

test('a study over many lines is one study', () => {
  const pretty = JSON.stringify(JSON.parse(one ?? ''), undefined, 2)
  assert.deepEqual(shown(split(pretty)), [['x', pretty]])
})

test('studies one a line are numbered by their lines', () => {
  assert.deepEqual(shown(split(`${one}\r\n\r\n${two}\r\n${three}`)), [
    ['x:1', one],
    ['x:3', two],
    ['x:4', three],
  ])
})

test('a list of studies is numbered from 0, whatever its layout', () => {
  const expected = [
    ['x[0]', one],
    ['x[1]', two],
  ]
  assert.deepEqual(shown(split(`[${one},${two}]`)), expected)
  assert.deepEqual(shown(split(`[\n  ${one},\n  ${two}\n]\n`)), expected)
  assert.deepEqual(shown(split(`[\n${one},\n${two}\n]\n`)), expected)
})

test('a page of the API gives its studies, wherever its list stands', () => {
  const expected = [
    ['x[0]', one],
    ['x[1]', two],
  ]
  assert.deepEqual(shown(split(`{"studies":[${one},${two}],"nextPageToken":"a"}`)), expected)
  assert.deepEqual(
    shown(split(`{"totalCount":2,"nextPageToken":"studies","studies" : [${one},${two}]}`)),
    expected,
  )
})

test('a page a line gives the studies of each', () => {
  assert.deepEqual(shown(split(`{"studies":[${one}]}\n{"studies":[${two},${three}]}\n`)), [
    ['x[0]', one],
    ['x:2[0]', two],
    ['x:2[1]', three],
  ])
})

test('a study that has a list named studies in it is still one study', () => {
  const study = `{"protocolSection":{"studies":[{"a":1}]},"derivedSection":{}}`
  assert.deepEqual(shown(split(study)), [['x', study]])
})

test('an empty page is no problem, an empty source is', () => {
  assert.deepEqual(split('{"studies":[]}'), [])
  assert.deepEqual(split('[]'), [])
  assert.equal(split('').at(0) && fatal(split('')), true)
})

for (const [fault, line] of Object.entries({
  'has no end': '{"protocolSection":{"a":"b"}',
  'has a text without end': '{"protocolSection":{"a":"b}}',
  'ends in a backslash': '{"protocolSection":{"a":"b\\',
  'is not JSON': 'oops',
  'has an end too many': '}',
  'is a number': '12',
}))
  test(`a line that ${fault} is a problem, and the next lines are read`, () => {
    const found = split(`${one}\n${line}\n${two}\n${three}\n`)
    assert.deepEqual(
      found.map((item) => [item.place, isProblem(item)]),
      [
        ['x:1', false],
        ['x:2', true],
        ['x:3', false],
        ['x:4', false],
      ],
    )
    assert.equal(fatal(found), false)
  })

test('what is not an object in a list of studies is a problem of its own', () => {
  const found = split(`[${one},null,"a, b",7,${two}]`)
  assert.deepEqual(
    found.map((item) => [item.place, isProblem(item)]),
    [
      ['x[0]', false],
      ['x[1]', true],
      ['x[2]', true],
      ['x[3]', true],
      ['x[4]', false],
    ],
  )
})

test('a source cut off anywhere inside a record says so, after the whole records', () => {
  for (const [text, whole] of [
    [`${one}\n${two}`, 1],
    [`[${one},${two}]`, 1],
    [`{"studies":[${one},${two}]}`, 1],
  ] as const)
    for (let end = text.indexOf('NCT00000002'); end < text.lastIndexOf('}}'); end += 3) {
      const found = split(text.slice(0, end))
      assert.equal(found.filter((item) => !isProblem(item)).length, whole)
      assert.equal(fatal(found), true)
    }
})

test('property: records are the same however the bytes are chunked', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 30 })
  const study = fc
    .dictionary(text, fc.jsonValue({ depthSize: 'small' }), { maxKeys: 4 })
    .map((value) => JSON.stringify({ protocolSection: value }))
  const source = fc
    .tuple(
      fc.array(fc.oneof(study, fc.constantFrom('{"a":', 'x"', '')), { maxLength: 6 }),
      fc.boolean(),
    )
    .map(([items, lines]) =>
      lines ? items.join('\n') : `{"a":"b","studies":[${items.filter((item) => item).join(',')}]}`,
    )
  fc.assert(
    fc.property(source, fc.array(fc.nat(400), { maxLength: 20 }), (bytes, cuts) => {
      assert.deepEqual(shown(split(bytes, cuts)), shown(split(bytes)))
    }),
    { numRuns: sized(100, 1000) },
  )
})

test('property: every study in a list or a file of lines is found as it was', () => {
  const study = fc
    .dictionary(fc.string(), fc.jsonValue())
    .map((value) => JSON.stringify({ protocolSection: value }))
  fc.assert(
    fc.property(fc.array(study, { minLength: 2, maxLength: 5 }), fc.boolean(), (studies, lines) => {
      const text = lines ? studies.join('\n') : `[${studies.join(' , ')}]`
      assert.deepEqual(
        shown(split(text)).map(([, bytes]) => bytes),
        studies,
      )
    }),
    { numRuns: sized(80, 1000) },
  )
})

test('a record over 64 MB is a problem that says the limit, and the next is read', () => {
  const splitter = splitJson('x')
  const filler = Buffer.alloc(8 * 1024 * 1024, 'a')
  const found = splitter.push(Buffer.from('{"protocolSection":{"a":"'))
  for (let i = 0; i < 9; i++) found.push(...splitter.push(filler))
  found.push(...splitter.push(Buffer.from(`"}}\n${one}\n`)), ...splitter.end())
  assert.match((found[0] as { reason: string }).reason, /larger than 64 MB/)
  assert.deepEqual(shown(found.slice(1)), [['x:2', one]])
})

test('each record has memory of its own, so it may be given away', () => {
  const [found] = split(`${one}\n${two}`)
  assert.ok(found && !isProblem(found))
  assert.equal(found.bytes.buffer.byteLength, found.bytes.length)
})

function split(text: string, cuts: readonly number[] = []): Found[] {
  const splitter = splitJson('x')
  const bytes = Buffer.from(text)
  const found: Found[] = []
  let from = 0
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    const to = Math.min(Math.max(cut, from), bytes.length)
    found.push(...splitter.push(bytes.subarray(from, to)))
    from = to
  }
  found.push(...splitter.push(bytes.subarray(from)), ...splitter.end())
  return found
}

function shown(found: readonly Found[]): [string, string][] {
  return found.map((item) => [
    item.place,
    isProblem(item) ? `! ${item.reason}` : Buffer.from(item.bytes).toString(),
  ])
}

function fatal(found: readonly Found[]): boolean {
  return found.some((item) => isProblem(item) && item.fatal === true)
}
