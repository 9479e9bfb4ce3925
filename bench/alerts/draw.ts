import { seed } from '../setup.ts'
import { chance } from '../random.ts'

/** What a number is drawn for, so that draws do not follow each other. */
export const salt = {
  count: 101,
  kind: 102,
  search: 103,
  town: 104,
  radius: 105,
  age: 106,
  years: 107,
  sex: 108,
  frequency: 109,
  place: 110,
  language: 111,
  topic: 112,
  domain: 113,
  study: 114,
  bytes: 115,
} as const

/** A number from 0 (exclusive) to 1, always the same for the nth draw of a purpose. */
export function draw(purpose: keyof typeof salt, n: number): number {
  return chance(seed, n, salt[purpose])
}

/** Draws places in a list by their weights. */
export function weighted(weights: readonly number[]): (chance: number) => number {
  let sum = 0
  const upTo = Float64Array.from(weights, (weight) => (sum += weight))
  return (given) => {
    const wanted = given * sum
    let [low, high] = [0, upTo.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((upTo[middle] as number) > wanted) high = middle
      else low = middle + 1
    }
    return low
  }
}

/** A place in a list of which the nth is drawn about 1/n as often as the first. */
export function zipf(given: number, count: number): number {
  return Math.min(count - 1, Math.floor(Math.exp(given * Math.log(count + 1))) - 1)
}
