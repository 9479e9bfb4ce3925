import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../testing/properties.ts'
import { type Difference, applied, differenceOf } from './json-difference.ts'

/** As it is kept: as text. */
function kept(difference: Difference): Difference {
  return JSON.parse(JSON.stringify(difference)) as Difference
}

const name = fc.constantFrom('a', 'b', 'constructor', '__proto__', 'length', '0')
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.string({ maxLength: 30 }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(name, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
}))

test('of any two values a difference makes the second of the first, and there is none of the same', () => {
  fc.assert(
    fc.property(value, value, (a, b) => {
      const [from, to] = [a, b].map((one) => JSON.parse(JSON.stringify(one)) as unknown)
      const before = JSON.stringify(from)
      const difference = differenceOf(from, to)
      const made = difference === undefined ? from : applied(from, kept(difference))
      assert.deepEqual(made, to)
      assert.equal(JSON.stringify(from), before)
      assert.equal(differenceOf(to, made), undefined)
    }),
    { numRuns: 500 },
  )
})

test('what differs in a long list or a long text takes little room', () => {
  const sites = Array.from({ length: 500 }, (_, at) => ({
    facility: `Clinic ${at}`,
    status: 'OPEN',
  }))
  const size = (to: unknown) => JSON.stringify(differenceOf({ sites }, to)).length
  assert.ok(size({ sites: sites.with(250, { facility: 'Clinic 250', status: 'CLOSED' }) }) < 100)
  assert.ok(size({ sites: sites.toSpliced(250, 1) }) < 60)
  assert.ok(size({ sites: [{ facility: 'New', status: 'OPEN' }, ...sites] }) < 100)
  const text = 'Inclusion: adults. '.repeat(200)
  assert.ok(JSON.stringify(differenceOf(text, `${text}Exclusion: none.`)).length < 60)
})

test('lists in lists without end are taken whole', () => {
  const deep = (end: string): unknown => {
    let made: unknown = end
    for (let at = 0; at < 1000; at++) made = [made]
    return made
  }
  const difference = differenceOf(deep('a'), deep('b'))
  assert.ok(difference)
  assert.deepEqual(applied(deep('a'), kept(difference)), deep('b'))
})
