import type { AskedItem, AskedThing } from './asked.ts'

/** Whether an item of a row is a thing, not a value. */
export function isThing(item: AskedItem): item is AskedThing {
  return 'name' in item
}
