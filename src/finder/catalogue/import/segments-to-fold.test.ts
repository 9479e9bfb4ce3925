import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../testing/properties.ts'
import { mostStudiesOfSegment } from '../segment/postings.ts'
import { segmentsToFold } from './segments-to-fold.ts'

/** A catalogue of which only is known which study is in which segment, as an import changes it. */
class Segments {
  /** The segment that holds a study's newest version, by the study's number. */
  readonly #of = new Map<number, string>()
  readonly #studies = new Map<string, number>()
  #last = 0

  add(ids: Iterable<number>, most: number): void {
    let [name, room] = ['', 0]
    for (const id of ids) {
      if (room === 0) [name, room] = [`${++this.#last}`, most]
      this.#of.set(id, name)
      this.#studies.set(name, (this.#studies.get(name) ?? 0) + 1)
      room--
    }
  }

  /** How many studies were written again. */
  fold(): number {
    const alive = Map.groupBy(this.#of.keys(), (id) => this.#of.get(id) ?? '')
    const sizes = [...this.#studies].map(([name, studies]) => ({
      name,
      studies,
      alive: alive.get(name)?.length ?? 0,
    }))
    const names = segmentsToFold(sizes)
    for (const name of names) this.#studies.delete(name)
    const ids = names.flatMap((name) => alive.get(name) ?? [])
    this.add(ids, mostStudiesOfSegment)
    return ids.length
  }

  get count(): number {
    return this.#studies.size
  }
}

/** Every day so many studies, drawn by a rule that comes to each of them in the end; the last are new. */
function imports(count: number, first: number, most: number, daily: number) {
  const segments = new Segments()
  segments.add(Array(first).keys(), most)
  let [known, written, mostAtOnce, mostSegments] = [first, 0, 0, 0]
  for (let day = 0; day < count; day++) {
    const ids = new Set(Array.from({ length: daily }, (_, i) => ((day * daily + i) * 7919) % known))
    for (let i = 0; i < daily / 20; i++) ids.add(known++)
    const again = segments.fold()
    segments.add(ids, most)
    written += again
    mostAtOnce = Math.max(mostAtOnce, again)
    mostSegments = Math.max(mostSegments, segments.count)
  }
  return { aDay: written / count, mostAtOnce, mostSegments }
}

test('over half a year of daily imports a study that came is written again less than four times, and no more at once than one segment holds', () => {
  for (const most of [12_500, 25_000]) {
    const { aDay, mostAtOnce, mostSegments } = imports(180, 40_000, most, 2000)
    assert.ok(aDay < 4 * 2100, `${aDay} a day`)
    assert.ok(mostAtOnce <= mostStudiesOfSegment, `${mostAtOnce} at once`)
    assert.ok(mostSegments <= 16, `${mostSegments} segments`)
  }
})

test('a catalogue of many equal segments is not written anew for a few small imports', () => {
  const base = Array.from({ length: 24 }, (_, i) => ({
    name: `${i}`,
    studies: 25_000,
    alive: 24_000,
  }))
  const small = ['a', 'b', 'c'].map((name) => ({ name, studies: 2000, alive: 2000 }))
  assert.deepEqual(segmentsToFold([...base, ...small]), [])
  const fourth = { name: 'd', studies: 1500, alive: 1500 }
  assert.deepEqual(segmentsToFold([...base, ...small, fourth]), ['a', 'b', 'c', 'd'])
})

test('the parts of a large import are left as they are, whatever the number of its workers', () => {
  const base = Array.from({ length: 8 }, (_, i) => ({
    name: `segment-1-mwq00qo0-${(i % 2) + 1}-${(i >> 1) + 1}.data`,
    studies: 10_000,
    alive: 9000,
  }))
  const daily = [2, 3, 4, 5].map((number) => ({
    name: `segment-${number}-mwrfglc${number}-1-1.data`,
    studies: 2000,
    alive: 2000,
  }))
  const folded = { name: 'segment-6-mwrfglc6-1-merged-1.data', studies: 8000, alive: 8000 }
  assert.deepEqual(
    segmentsToFold([...base, folded, ...daily]),
    daily.map(({ name }) => name),
  )
})

test('when all segments lose more than half of their studies, an import writes as many anew as are soon written', () => {
  const base = Array.from({ length: 24 }, (_, i) => ({
    name: `${i}`,
    studies: 50_000,
    alive: 24_000 - i,
  }))
  assert.deepEqual(segmentsToFold(base), ['23', '22'])
})

test('whatever the sizes, import after import leaves fewer than four small ones of each', () => {
  const size = fc.record({
    studies: fc.nat(70_000),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  fc.assert(
    fc.property(fc.array(size, { maxLength: 40 }), (sizes) => {
      let all = sizes.map(({ studies, part }, i) => ({
        name: `${i}`,
        studies,
        alive: Math.floor(studies * part),
      }))
      for (let round = 0; round < 100; round++) {
        const folded = new Set(segmentsToFold(all))
        if (folded.size === 0) break
        const written = all.filter(({ name }) => folded.has(name))
        let alive = written.reduce((sum, one) => sum + one.alive, 0)
        all = all.filter(({ name }) => !folded.has(name))
        for (let part = 0; alive > 0; part++) {
          const studies = Math.min(alive, mostStudiesOfSegment)
          all.push({ name: `${round}-${part}`, studies, alive: studies })
          alive -= studies
        }
      }
      assert.deepEqual(segmentsToFold(all), [])
    }),
  )
})
