import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../testing/properties.ts'
import type { Fact } from '../facts/fact.ts'
import type { FactFault, FactLine } from './fact-fault.ts'
import { gatherFacts } from './gather-facts.ts'
import { readFactLines } from './read-fact-lines.ts'

async function* chunked(text: string | Uint8Array, size = 65_536): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

const read = (text: string | Uint8Array, zone?: string, size?: number): Promise<FactLine[]> =>
  Array.fromAsync(readFactLines(chunked(text, size), zone === undefined ? {} : { zone }))

async function factOf(line: string, zone?: string): Promise<Fact> {
  const [found] = await read(line, zone)
  assert.ok(found?.fact, JSON.stringify(found))
  return found.fact
}

async function faultsOf(line: string, zone?: string): Promise<readonly FactFault[]> {
  const [found] = await read(line, zone)
  return found?.faults ?? []
}

const line = (more: string, at = '2017-03-09T10:00+01:00') =>
  `{"item":"temperature",${more},"at":"${at}"}`

test('a value keeps the digits it was written with, as a number or as a text', async () => {
  for (const written of ['38.0', '"38.0"'])
    assert.equal((await factOf(line(`"value":${written},"unit":"Cel"`))).value, '38.0')
  assert.equal((await factOf(line('"value":7.35,"unit":"kg"'))).value, '7.35')
  assert.equal((await factOf(line('"value":"38,5","unit":"Cel"'))).value, '38.5')
  assert.equal((await factOf(line('"value":null,"unit":"Cel"'))).value, null)
  assert.equal((await factOf(line('"value":"none","unit":"mm"'))).value, 'none')
  assert.equal((await factOf(line('"value":false'))).value, false)
  const { details } = await factOf(line('"value":2.5,"details":{"course":1,"related":null}'))
  assert.deepEqual(details, { course: '1', related: null })
})

test('a file is lines or a list, however its bytes come, with or without a mark', async () => {
  const [one, two] = [line('"value":"é}[\\"{"'), line('"value":true')]
  const expected = [await factOf(one), await factOf(two)]
  for (const text of [
    `${one}\n${two}`,
    `\uFEFF\n${one}\r\n\r\n${two}\r\n`,
    `[${one},${two}]`,
    ` [\n  ${one},\n  ${two.replace(',', ',\n')}\n]\n`,
  ])
    for (const size of [1, 2, 7, 1000]) {
      const lines = await read(text, undefined, size)
      assert.deepEqual(
        lines.map(({ fact }) => fact),
        expected,
        `${text} by ${size}`,
      )
    }
  assert.deepEqual(
    (await read(`\n[\n${one}\n,\n\n${two}]`)).map((found) => found.line),
    [3, 6],
  )
})

test('a line that is wrong is named with what is wrong, and the next one is read', async () => {
  const lines = await read(
    ['{"item":1,"value":2,"at":"2017"', line('"value":1'), 'hello', '[1]', line('"value":2')].join(
      '\n',
    ),
  )
  assert.deepEqual(
    lines.map((found) => found.faults?.map(({ kind }) => kind) ?? found.fact?.value),
    [['cut off'], '1', ['not JSON'], ['not an object'], '2'],
  )
})

test('what a fact may not be is told, all of it', async () => {
  const faults: readonly [string, readonly FactFault[]][] = [
    [
      '{"Value":1,"units":"kg","colour":"red"}',
      [
        { kind: 'missing key', key: 'item' },
        { kind: 'missing key', key: 'value' },
        { kind: 'missing key', key: 'at' },
        { kind: 'unknown key', key: 'Value', meant: 'value' },
        { kind: 'unknown key', key: 'units', meant: 'unit' },
        { kind: 'unknown key', key: 'colour' },
      ],
    ],
    [line('"value":[1]'), [{ kind: 'wrong type', key: 'value' }]],
    [line('"value":1,"details":{"a":{}}'), [{ kind: 'wrong type', key: 'details.a' }]],
    [line('"value":1,"participant":"A "'), [{ kind: 'hidden sign', key: 'participant' }]],
    [line('"value":1,"participant":"A\\u200b"'), [{ kind: 'hidden sign', key: 'participant' }]],
    [line('"value":1,"visit":""'), [{ kind: 'empty', key: 'visit' }]],
    [
      line(`"value":1,"visit":"${'v'.repeat(201)}"`),
      [{ kind: 'too many letters', key: 'visit', most: 200 }],
    ],
    [
      '{"item":"a","value":1,"value":2,"at":"2017"}',
      [{ kind: 'key twice', line: 1, column: 23, found: 'value' }],
    ],
  ]
  for (const [text, expected] of faults) {
    const found = await faultsOf(text)
    const sorted = (list: readonly FactFault[]) => list.map((one) => JSON.stringify(one)).toSorted()
    assert.deepEqual(sorted(found), sorted(expected), text)
  }
})

test('a number with a comma, an exponent or a unit that is not UCUM is asked about', async () => {
  const why = async (more: string) => {
    const [fault] = await faultsOf(line(more))
    return fault?.kind === 'value' ? fault.why : fault
  }
  assert.deepEqual(await why('"value":16,"unit":"lb"'), {
    problem: 'unknownUnit',
    unit: 'lb',
    meant: '[lb_av]',
  })
  assert.deepEqual(await why('"value":"1,500","unit":"kg"'), {
    problem: 'ambiguousComma',
    value: '1,500',
  })
  for (const value of ['1e3', '"high"', '""', '"38.5 C"'])
    assert.equal((await faultsOf(line(`"value":${value},"unit":"Cel"`)))[0]?.kind, 'value', value)
})

test('a moment needs its offset, a day or a time that exists, and may be partial', async () => {
  for (const at of [
    '2017',
    '2017-03',
    '2020-02-29',
    '2017-03-09T10:00Z',
    '2017-03-09T10:00:30+01:00',
  ])
    assert.equal((await factOf(line('"value":1', at))).at, at)
  const problems: readonly [string, string][] = [
    ['2017-03-09T10:00', 'noOffset'],
    ['2017-02-29', 'noSuchDay'],
    ['2017-03-09T24:30+01:00', 'noSuchTime'],
    ['09/03/2017', 'notADate'],
    ['yesterday', 'notADate'],
  ]
  for (const [at, problem] of problems) {
    const [fault] = await faultsOf(line('"value":1', at))
    assert.equal(fault?.kind === 'time' && fault.why.problem, problem, at)
  }
  const [fault] = await faultsOf(line('"value":1,"recordedAt":"2017-03-09T10:00"'))
  assert.equal(fault?.kind === 'time' && fault.key, 'recordedAt')
})

test('in a named zone a time without offset gets its own; one that never was or was twice is asked', async () => {
  const at = async (text: string) => (await factOf(line('"value":1', text), 'Europe/Paris')).at
  assert.equal(await at('2017-03-26T01:59'), '2017-03-26T01:59:00+01:00')
  assert.equal(await at('2017-03-26T03:00'), '2017-03-26T03:00:00+02:00')
  assert.equal(await at('2017-10-29T02:30+01:00'), '2017-10-29T02:30+01:00')
  for (const [text, problem] of [
    ['2017-03-26T02:30', 'skippedTime'],
    ['2017-10-29T02:30', 'timeHappensTwice'],
  ] as const) {
    const [fault] = await faultsOf(line('"value":1', text), 'Europe/Paris')
    assert.equal(fault?.kind === 'time' && fault.why.problem, problem)
  }
})

test('the same content has the same id, in whatever order and with whatever spaces', async () => {
  const one = await factOf('{"item":"a","value":1.0,"at":"2017","details":{"x":1,"y":2}}')
  const same = await factOf('{"details":{"y":2,"x":1}, "at":"2017", "value":"1.0", "item":"a"}')
  const other = await factOf('{"item":"a","value":1,"at":"2017","details":{"x":1,"y":2}}')
  assert.deepEqual(one, same)
  assert.notEqual(one.id, other.id)
})

test('what is no text of facts ends with one fault that says what it is', async () => {
  const endings: readonly [string | Uint8Array, string][] = [
    [Buffer.from(line('"value":1'), 'utf16le'), 'UTF-16'],
    ['PK\u0003\u0004\u0000\u0000'.repeat(9), 'not a text file'],
    ['{\n "item": "a"\n}\n', 'over several lines'],
    [`[${line('"value":1')}`, 'cut off'],
    [`[${line('"value":1')}] x`, 'text after the end'],
    [`[${line('"value":1')} ${line('"value":1')}]`, 'not JSON'],
    [Buffer.from(line('"value":"é"'), 'latin1'), 'not UTF-8'],
    [line(`"value":"${'x'.repeat(70_000)}"`), 'too long'],
    [`[${line(`"value":"${'x'.repeat(70_000)}"`)}]`, 'too long'],
  ]
  for (const [text, kind] of endings)
    for (const size of [text.length < 1000 ? 1 : 999, 100_000]) {
      const faults = (await read(text, undefined, size)).flatMap((found) => found.faults ?? [])
      assert.deepEqual([...new Set(faults.map((fault) => fault.kind))], [kind], `${kind} ${size}`)
    }
  assert.deepEqual([await read(''), await read(' \n\n'), await read('[]')], [[], [], []])
})

test('whatever the bytes are, reading ends without a throw and says a line for each fault', async () => {
  const good = Buffer.from(`[${line('"value":1')},\n${line('"value":2')}]`)
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 40 }), fc.nat(50), async (noise, at) => {
      const within = Buffer.concat([good.subarray(0, at), noise, good.subarray(at)])
      for (const bytes of [noise, within, Buffer.concat([good, noise])])
        for (const found of await read(bytes, undefined, 13))
          assert.ok(found.line >= 1 && (found.fact !== undefined || found.faults.length > 0))
    }),
  )
})

test('facts are gathered by participant, and only what is wanted is held', async () => {
  const text = ['A', 'B', 'A']
    .map((who, n) => line(`"value":${n},"participant":"${who}"`))
    .join('\n')
  const all = await gatherFacts(readFactLines(chunked(text)))
  assert.deepEqual([...all.participants.keys()], ['A', 'B'])
  assert.deepEqual(
    all.participants.get('A')?.map(({ value }) => value),
    ['0', '2'],
  )
  const one = await gatherFacts(readFactLines(chunked(text)), { participant: 'B' })
  assert.deepEqual([[...one.participants.keys()], one.facts], [['B'], 3])
  const few = await gatherFacts(readFactLines(chunked(text)), { mostFacts: 2 })
  assert.deepEqual(few.faults, [{ line: 3, faults: [{ kind: 'too many', most: 2 }] }])
})

test('an id with two contents, a correction of nothing and a fact of nobody are faults of their lines', async () => {
  const faultsIn = async (...lines: string[]) =>
    (await gatherFacts(readFactLines(chunked(lines.join('\n'))))).faults
  const first = line('"id":"f1","value":1')
  assert.deepEqual(await faultsIn(first, first), [])
  assert.deepEqual(await faultsIn(first, line('"id":"f1","value":2')), [
    { line: 2, faults: [{ kind: 'id twice', id: 'f1', line: 1 }] },
  ])
  const correction = line('"id":"f2","value":2,"corrects":"f1"')
  assert.deepEqual(await faultsIn(correction, first), [])
  assert.deepEqual(await faultsIn(correction), [
    { line: 1, faults: [{ kind: 'corrects nothing', id: 'f1' }] },
  ])
  assert.deepEqual(await faultsIn(first, line('"value":3,"participant":"A"')), [
    { line: 1, faults: [{ kind: 'no participant' }] },
  ])
})

test('corrections that lead back to themselves are faults: none of the facts would be left', async () => {
  const faultsIn = async (...lines: string[]) =>
    (await gatherFacts(readFactLines(chunked(lines.join('\n'))))).faults
  const of = (id: string, corrects: string) =>
    line(`"id":"${id}","value":1,"corrects":"${corrects}"`)
  const circle = (id: string) => ({ kind: 'corrects in a circle', id }) as const
  assert.deepEqual(await faultsIn(of('a', 'a')), [{ line: 1, faults: [circle('a')] }])
  assert.deepEqual(await faultsIn(of('c', 'a'), of('a', 'b'), of('b', 'a')), [
    { line: 2, faults: [circle('b')] },
    { line: 3, faults: [circle('a')] },
  ])
  const chain = Array.from({ length: 20_000 }, (_, at) => of(`f${at}`, `f${at + 1}`))
  assert.deepEqual(await faultsIn(...chain, line('"id":"f20000","value":1')), [])
})

test('a key that every object has is no key of a fact, and none is meant by it', async () => {
  for (const key of ['__proto__', 'constructor', 'toString']) {
    const written = `{"${key}":1,"item":"weight","value":1,"unit":"kg","at":"2025-03-02"}`
    const { faults } = await gatherFacts(readFactLines(chunked(written)))
    assert.deepEqual(faults, [{ line: 1, faults: [{ kind: 'unknown key', key }] }])
  }
})

test('of a file with many faults a hundred are kept and all are counted', async () => {
  const { faults, faultyLines } = await gatherFacts(readFactLines(chunked('x\n'.repeat(5000))))
  assert.deepEqual([faults.length, faultyLines], [100, 5000])
})
