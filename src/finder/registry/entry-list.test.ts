import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Entry, EntryList } from './entry-list.ts'

const entryAt = (at: number, name = `é/NCT${at}.json`): Entry => ({
  name,
  offset: at * 5_000_000_000,
  compressedBytes: at + 6_000_000_000,
  inflatedBytes: at + 7_000_000_000,
  method: at % 3 === 0 ? 8 : 99,
  crc32: 4_294_967_295 - at,
  encrypted: at % 2 === 0,
})

function listOf(entries: Iterable<Entry>): EntryList {
  const list = new EntryList()
  for (const entry of entries) list.add(entry)
  return list
}

function* taken(list: EntryList): Generator<Entry> {
  for (let entry = list.take(); entry; entry = list.take()) yield entry
}

for (const [order, of] of [
  ['as it lies', (at: number) => at],
  ['in any order', (at: number) => (at * 7919) % 10_000],
] as const)
  test(`ten thousand files of a directory that is ${order} are taken as they lie, each as it was`, () => {
    const list = listOf(Array.from({ length: 10_000 }, (_, at) => entryAt(of(at))))
    assert.equal(list.repeatedName(), undefined)
    const wanted = Array.from({ length: 10_000 }, (_, at) => entryAt(at))
    assert.deepEqual([...list.inOrder()], wanted)
    assert.deepEqual([...taken(list)], wanted)
    assert.deepEqual([...list.inOrder()], [])
  })

test('of two files of one name, in whatever case, the second is told, and the first such there is', () => {
  const names = ['a', 'É.json', 'b', 'é.JSON', 'B']
  assert.equal(listOf(names.map((name, at) => entryAt(at, name))).repeatedName(), 'é.JSON')
  assert.equal(listOf([]).repeatedName(), undefined)
  assert.deepEqual([...taken(listOf([]))], [])
})

test('names that were made to have one sum are told apart', () => {
  // These two have the same FNV-1a.
  const list = listOf([entryAt(0, 'costarring'), entryAt(1, 'liquid'), entryAt(2, 'Liquid')])
  assert.equal(list.repeatedName(), 'Liquid')
  assert.equal(listOf([entryAt(0, 'costarring'), entryAt(1, 'liquid')]).repeatedName(), undefined)
})
