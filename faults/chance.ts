import { chance, hashText } from '../bench/random.ts'

/** Chance that comes out the same for the same seed and name. */
export interface Chance {
  /** From 0 (exclusive) to 1. */
  next(): number
  /** A whole number from `from` to `to`, both inclusive. */
  whole(from: number, to: number): number
  pick<T>(from: readonly T[]): T
}

export function chanceOf(seed: number, name: string): Chance {
  const key = hashText(name)
  let turn = 0
  const next = (): number => chance(seed, key, turn++)
  const whole = (from: number, to: number): number =>
    from + Math.min(to - from, Math.floor(next() * (to - from + 1)))
  return {
    next,
    whole,
    pick: <T>(from: readonly T[]): T => {
      const one = from[whole(0, from.length - 1)]
      if (one === undefined) throw new Error('nothing to pick from')
      return one
    },
  }
}

/** The value below which a share of all is. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

/** "p50 12 ms, p95 40 ms, most 55 ms". */
export function spreadMs(values: readonly number[]): string {
  const [half, most, all] = [0.5, 0.95, 1].map((share) => Math.round(quantile(values, share)))
  return `p50 ${half} ms, p95 ${most} ms, most ${all} ms`
}
