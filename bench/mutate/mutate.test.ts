import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { readHouse } from '../../src/testing/house/read-house.ts'
import { mutantsOf, mutated } from './mutants.ts'
import { orderOf } from './plan.ts'
import { reachOf } from './nearest-tests.ts'
import { openTester } from './tester.ts'

const changes = (source: string): string[] =>
  mutantsOf(source).map((mutant) => mutated(source, mutant))

test('comparisons, signs, conditions, numbers, defaults and ends are changed, one at a time', () => {
  const some: readonly (readonly [string, readonly string[]])[] = [
    ['a < b', ['a <= b', 'a >= b']],
    ['a === b', ['a !== b']],
    ['(a) + (b)', ['(a) - (b)']],
    ['a && b', ['a || b']],
    ['!a', ['a']],
    ['a ?? b', ['(b)', '(a)']],
    ['a[i] ?? b', ['(b)']],
    ['Math.min(a)', [';', 'Math.max(a)']],
    ['a ** 0.5', ['a * 0.5', 'a ** 1']],
    ['a++', ['a--']],
    ['a ? b : c', ['true ? b : c', 'false ? b : c']],
    ['x = () => a', ['x = () => undefined']],
    ['x = () => { return a }', ['x = () => { return }']],
    ['if (a) return_()', ['if (true) return_()', 'if (false) return_()', 'if (a) ;']],
    ['`${a}` + b', []],
    ["a as 'x' | 1", []],
    ['const a: 1 | 2 = b', []],
  ]
  for (const [source, wanted] of some)
    assert.deepEqual(changes(source).toSorted(), wanted.toSorted())
  assert.throws(() => mutantsOf('const = '), /^Error: Not TypeScript/)
})

test('a change says its line', () => {
  assert.deepEqual(
    mutantsOf('a\n\n  a < b').map(({ line, was, now }) => [line, was, now]),
    [
      [3, '<', '<='],
      [3, '<', '>='],
    ],
  )
})

test('the tests of a file’s own folder come first, then the nearest, and those of other wings not at all', () => {
  const file = (path: string, ...imports: string[]): Parameters<typeof reachOf>[1][number] => ({
    path,
    text: '',
    imports,
    packages: [],
  })
  const house = [
    file('study/a.ts'),
    file('study/b.ts', 'study/a.ts'),
    file('study/b.test.ts', 'study/b.ts'),
    file('study/deep/a.test.ts', 'study/a.ts'),
    file('study/a.test.ts', 'study/a.ts'),
    file('web/a.test.ts', 'study/a.ts'),
    file('study/c.test.ts', 'study/c.ts'),
  ]
  const { affected, tests } = reachOf('study/a.ts', house)
  assert.deepEqual(tests, ['study/a.test.ts', 'study/b.test.ts', 'study/deep/a.test.ts'])
  assert.equal(affected.length, 6)
})

test('the tests that noticed most for their time come first, then the quickest', () => {
  const some = { tests: ['slow', 'quick', 'keen'], ms: [900, 30, 300] }
  assert.deepEqual(orderOf(some, new Map()), {
    tests: ['quick', 'keen', 'slow'],
    limitsMs: [2120, 3200, 5600],
  })
  const noticed = new Map([
    ['slow', 5],
    ['keen', 4],
  ])
  assert.deepEqual(orderOf(some, noticed).tests, ['keen', 'slow', 'quick'])
})

test('a mutant is noticed, one that never ends is ended, and the next is tested as if nothing had been', async () => {
  const path = 'study/statistics/ties.ts'
  const text = readFileSync(join(import.meta.dirname, '../../src', path), 'utf8')
  const { affected } = reachOf(path, readHouse())
  const tester = openTester()
  const ask = (changed: string, limitMs = 60_000): ReturnType<typeof tester.ask> =>
    tester.ask({ path, text: changed, affected, tests: ['study/statistics/ranks.test.ts'] }, [
      limitMs,
    ])
  const found = await ask(text)
  assert.deepEqual([found?.failed, found?.ms.length], [undefined, 1])
  const wrong = await ask(text.replace('from + 1 + to', 'from + 2 + to'))
  assert.equal(wrong?.failed, 'study/statistics/ranks.test.ts')
  assert.equal(await ask(text.replace('from = to', 'from = from'), 1500), undefined)
  assert.equal((await ask(text))?.failed, undefined)
  tester.close()
})
