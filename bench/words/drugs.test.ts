import assert from 'node:assert/strict'
import { test } from 'node:test'
import { drugTypos, measureDrugNames, measureDrugTypos } from './drugs.ts'

const studies: Readonly<Record<string, readonly string[]>> = {
  Lasix: ['a', 'b', 'c'],
  furosemide: ['a', 'b', 'c'],
  frusemide: ['a'],
  Zocor: [],
}
const finds = (words: string): ReadonlySet<string> => new Set(studies[words])

test('a name is good that finds what all names of its medicine find together', () => {
  const found = measureDrugNames(
    [
      ['Lasix', 'furosemide'],
      ['frusemide', 'furosemide'],
      ['Zocor', 'simvastatin'],
    ],
    finds,
  )
  assert.deepEqual(found, {
    names: 3,
    good: 2,
    weak: [{ name: 'frusemide', recall: 1 / 3, precision: 1 }],
    without: ['Zocor', 'simvastatin'],
  })
})

test('a typing error is one letter, the same for a seed, and no other word', () => {
  const names = ['furosemide', 'frusemide', 'métformine', 'Epo', 'IL-2']
  const typos = drugTypos(names, 7)
  assert.deepEqual(
    typos.map(({ meant }) => meant),
    ['furosemide', 'frusemide', 'métformine'],
  )
  assert.deepEqual(drugTypos(names, 7), typos)
  for (const { typed, meant } of typos) {
    assert.notEqual(typed, meant)
    assert.ok(Math.abs(typed.length - meant.length) <= 1)
  }
  const [first] = typos
  const others = drugTypos(names, 7, (typed) => typed === first?.typed)
  assert.notEqual(others[0]?.typed, first?.typed)
})

test('a typing error that finds nothing is missed', () => {
  const typo = { typed: 'Lasxi', meant: 'Lasix' }
  assert.deepEqual(measureDrugTypos([typo], finds), { all: 1, good: 0, missed: [typo] })
})
