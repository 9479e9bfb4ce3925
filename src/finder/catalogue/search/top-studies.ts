/** One study found, with what it is sorted by. */
export interface FoundStudy {
  readonly segment: number
  readonly doc: number
  /** Larger comes first. */
  readonly key: number
  /** Between equal keys: open studies, then the latest update. */
  readonly second: number
  /** Between equals in both: the later id. */
  readonly nct: number
}

/** Keeps the best so many of any number, in a heap whose top is the worst of them. */
export class TopStudies {
  readonly #most: number
  readonly #heap: FoundStudy[] = []

  constructor(most: number) {
    this.#most = most
  }

  /** The key of the worst of them once there are enough: nothing below it can be among the best. */
  get leastKey(): number {
    return this.#heap.length < this.#most ? -Infinity : (this.#heap[0]?.key ?? -Infinity)
  }

  /** False at once for what cannot be among the best; cheaper than building it. */
  accepts(key: number, second: number): boolean {
    if (this.#heap.length < this.#most) return true
    const worst = this.#heap[0]
    return worst !== undefined && (key > worst.key || (key === worst.key && second >= worst.second))
  }

  add(found: FoundStudy): void {
    const heap = this.#heap
    if (heap.length < this.#most) {
      heap.push(found)
      this.#rise(heap.length - 1)
    } else if (heap[0] && before(found, heap[0]) < 0) {
      heap[0] = found
      this.#sink()
    }
  }

  /** Best first. */
  sorted(): FoundStudy[] {
    return this.#heap.toSorted(before)
  }

  #rise(from: number): void {
    const heap = this.#heap
    let at = from
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (before(heap[at] as FoundStudy, heap[parent] as FoundStudy) <= 0) return
      this.#swap(at, parent)
      at = parent
    }
  }

  #sink(): void {
    const heap = this.#heap
    let at = 0
    for (;;) {
      let worst = at
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < heap.length && before(heap[child] as FoundStudy, heap[worst] as FoundStudy) > 0)
          worst = child
      if (worst === at) return
      this.#swap(at, worst)
      at = worst
    }
  }

  #swap(a: number, b: number): void {
    const heap = this.#heap
    const held = heap[a] as FoundStudy
    heap[a] = heap[b] as FoundStudy
    heap[b] = held
  }
}

/** A total order, so that pages neither repeat nor skip a study. */
function before(a: FoundStudy, b: FoundStudy): number {
  return b.key - a.key || b.second - a.second || b.nct - a.nct
}
