import type { AskedItem } from './asked.ts'

/** Whether a time is said of a thing, or of what is said after it. */
export function hasTime({ tails }: AskedItem): boolean {
  return tails.some((one) => {
    if (one.tail === 'time') return true
    return one.tail !== 'said' && one.things.things.some(hasTime)
  })
}
