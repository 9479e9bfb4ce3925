import { FirstOf } from '../../../base/first-of.ts'
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

/** The first so many of any number of studies. */
export class FirstPlaces {
  readonly #kept: FirstOf<Placed>

  constructor(most: number) {
    this.#kept = new FirstOf<Placed>(most, compared)
  }

  /** Whether it would be among them; cheaper than building it. */
  accepts(place: OrderedAt): boolean {
    const { isFull, last } = this.#kept
    return !isFull || (last !== undefined && compared(place, last) < 0)
  }

  /** Whether nothing of this first key is among them any more; cheaper still, and false where that alone does not tell. */
  isBeyond(first: number): boolean {
    const { isFull, last } = this.#kept
    return isFull && last !== undefined && first > last.first
  }

  add(placed: Placed): void {
    this.#kept.add(placed)
  }

  inOrder(): Placed[] {
    return this.#kept.inOrder()
  }
}
