/** Keeps the first so many of any number, in a heap whose top is the last of them. `compare` is below 0 where the first comes first. */
export class FirstOf<T> {
  readonly #most: number
  readonly #compare: (a: T, b: T) => number
  readonly #heap: T[] = []

  constructor(most: number, compare: (a: T, b: T) => number) {
    this.#most = most
    this.#compare = compare
  }

  /** Whether there are so many already: then only what comes before `last` is taken. */
  get isFull(): boolean {
    return this.#heap.length >= this.#most
  }

  /** The last of those that are kept; undefined where none is. */
  get last(): T | undefined {
    return this.#heap[0]
  }

  add(one: T): void {
    const heap = this.#heap
    if (heap.length < this.#most) {
      heap.push(one)
      this.#rise(heap.length - 1)
    } else if (heap.length > 0 && this.#compare(one, heap[0] as T) < 0) {
      heap[0] = one
      this.#sink()
    }
  }

  /** The first first. */
  inOrder(): T[] {
    return this.#heap.toSorted(this.#compare)
  }

  #rise(from: number): void {
    const heap = this.#heap
    for (let at = from; at > 0;) {
      const above = (at - 1) >> 1
      if (this.#compare(heap[at] as T, heap[above] as T) <= 0) return
      this.#swap(at, above)
      at = above
    }
  }

  #sink(): void {
    const heap = this.#heap
    for (let at = 0; ;) {
      let last = at
      for (const below of [2 * at + 1, 2 * at + 2])
        if (below < heap.length && this.#compare(heap[below] as T, heap[last] as T) > 0)
          last = below
      if (last === at) return
      this.#swap(at, last)
      at = last
    }
  }

  #swap(a: number, b: number): void {
    const held = this.#heap[a] as T
    this.#heap[a] = this.#heap[b] as T
    this.#heap[b] = held
  }
}
