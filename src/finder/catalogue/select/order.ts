import type { OrderPlace, SelectedStudy } from '../model/where.ts'

/** A study that was found, with what it is ordered by: smaller comes first, and infinity, which is nothing, last. */
export interface Placed {
  readonly segment: number
  readonly doc: number
  readonly nct: number
  readonly score: number
  readonly first: number
  readonly second: number
}

/** A place in an order, as it is compared. */
export type OrderedAt = Pick<Placed, 'first' | 'second' | 'nct'>

/** Below 0 where the first comes first; of equals the newest id. */
export function compared(a: OrderedAt, b: OrderedAt): number {
  if (a.first !== b.first) return a.first < b.first ? -1 : 1
  if (a.second !== b.second) return a.second < b.second ? -1 : 1
  return b.nct - a.nct
}

/** What the keys of an order are: which way each goes. */
export type Directions = readonly ('asc' | 'desc')[]

/** A value as it is compared. */
export function orderKey(value: number | null, direction: 'asc' | 'desc' | undefined): number {
  if (value === null || direction === undefined) return value === null ? Infinity : 0
  return direction === 'asc' ? value : 0 - value
}

/** A place as it is compared. */
export function orderedAt({ keys, nct }: OrderPlace, directions: Directions): OrderedAt {
  const [first = 0, second = 0] = directions.map((way, at) => orderKey(keys[at] ?? null, way))
  return { first, second, nct }
}

/** What was found, as it is answered. */
export function selectedOf(
  { first, second, nct, score }: Placed,
  directions: Directions,
): SelectedStudy {
  const keys = directions.map((way, at) => {
    const key = at === 0 ? first : second
    if (key === Infinity) return null
    return way === 'asc' ? key : 0 - key
  })
  return { keys, nct, score }
}

/** Keeps the first so many of any number, in a heap whose top is the last of them. */
export class FirstPlaces {
  readonly #most: number
  readonly #heap: Placed[] = []

  constructor(most: number) {
    this.#most = most
  }

  /** Whether it would be among them; cheaper than building it. */
  accepts(place: OrderedAt): boolean {
    const last = this.#heap[0]
    return this.#heap.length < this.#most || (last !== undefined && compared(place, last) < 0)
  }

  add(placed: Placed): void {
    const heap = this.#heap
    if (heap.length < this.#most) {
      heap.push(placed)
      this.#rise(heap.length - 1)
    } else if (heap[0] && compared(placed, heap[0]) < 0) {
      heap[0] = placed
      this.#sink()
    }
  }

  inOrder(): Placed[] {
    return this.#heap.toSorted(compared)
  }

  #rise(from: number): void {
    const heap = this.#heap
    for (let at = from; at > 0;) {
      const above = (at - 1) >> 1
      if (compared(heap[at] as Placed, heap[above] as Placed) <= 0) return
      this.#swap(at, above)
      at = above
    }
  }

  #sink(): void {
    const heap = this.#heap
    for (let at = 0; ;) {
      let last = at
      for (const below of [2 * at + 1, 2 * at + 2])
        if (below < heap.length && compared(heap[below] as Placed, heap[last] as Placed) > 0)
          last = below
      if (last === at) return
      this.#swap(at, last)
      at = last
    }
  }

  #swap(a: number, b: number): void {
    const held = this.#heap[a] as Placed
    this.#heap[a] = this.#heap[b] as Placed
    this.#heap[b] = held
  }
}
