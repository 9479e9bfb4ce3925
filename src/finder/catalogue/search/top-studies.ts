import { FirstOf } from '../../../base/first-of.ts'

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

/** The best so many of any number of studies. */
export class TopStudies {
  readonly #kept: FirstOf<FoundStudy>

  constructor(most: number) {
    this.#kept = new FirstOf(most, before)
  }

  /** The key of the worst of them once there are enough: nothing below it can be among the best. */
  get leastKey(): number {
    return this.#kept.isFull ? (this.#kept.last?.key ?? -Infinity) : -Infinity
  }

  /** False at once for what cannot be among the best; cheaper than building it. */
  accepts(key: number, second: number): boolean {
    if (!this.#kept.isFull) return true
    const worst = this.#kept.last
    return worst !== undefined && (key > worst.key || (key === worst.key && second >= worst.second))
  }

  add(found: FoundStudy): void {
    this.#kept.add(found)
  }

  /** Best first. */
  sorted(): FoundStudy[] {
    return this.#kept.inOrder()
  }
}

/** A total order, so that pages neither repeat nor skip a study. */
function before(a: FoundStudy, b: FoundStudy): number {
  return b.key - a.key || b.second - a.second || b.nct - a.nct
}
