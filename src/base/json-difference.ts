/**
 * How to make one JSON value of another: what it says takes as much room as what differs. `is`: another value. `text`, `list`:
 * so many characters or elements from a place give way to others. `items`: single elements of a list differ, by their places.
 * `members`: of an object; a member of which nothing is said (null) is not there.
 */
export type Difference =
  | { readonly is: unknown }
  | { readonly text: readonly [from: number, taken: number, put: string] }
  | { readonly list: readonly [from: number, taken: number, put: readonly unknown[]] }
  | { readonly items: readonly (readonly [place: number, Difference])[] }
  | { readonly members: readonly (readonly [name: string, Difference | null])[] }

/** What makes `to` of `from`; undefined where they are the same but for the order of members. */
export function differenceOf(from: unknown, to: unknown, depth = 0): Difference | undefined {
  if (from === to) return undefined
  if (typeof from === 'string' && typeof to === 'string') return ofTexts(from, to)
  if (depth < deepest && isObject(from) && isObject(to)) {
    if (Array.isArray(from) && Array.isArray(to)) return ofLists(from, to, depth)
    if (!Array.isArray(from) && !Array.isArray(to)) return ofMembers(from, to, depth)
  }
  return { is: to }
}

/** The value that a difference makes of one. Throws where it is not the value that the difference was taken from. */
export function applied(value: unknown, difference: Difference): unknown {
  if ('is' in difference) return difference.is
  if ('text' in difference) {
    const [from, taken, put] = difference.text
    if (typeof value !== 'string') throw notOfIt()
    return value.slice(0, from) + put + value.slice(from + taken)
  }
  if ('members' in difference) {
    if (!isObject(value) || Array.isArray(value)) throw notOfIt()
    const members = new Map(Object.entries(value))
    for (const [name, one] of difference.members)
      if (one === null) members.delete(name)
      else members.set(name, applied(members.get(name), one))
    return Object.fromEntries(members)
  }
  if (!Array.isArray(value)) throw notOfIt()
  if ('list' in difference) {
    const [from, taken, put] = difference.list
    return value.toSpliced(from, taken, ...put)
  }
  const items: unknown[] = value.slice()
  for (const [place, one] of difference.items) items[place] = applied(items[place], one)
  return items
}

/** Records are not so deep; what is deeper is taken whole. */
const deepest = 60

function notOfIt(): Error {
  return new Error('this difference is of another value')
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function ofTexts(from: string, to: string): Difference {
  const [start, end] = common(from, to)
  const [taken, put] = [from.length - start - end, to.slice(start, to.length - end)]
  return put.length + 20 < to.length ? { text: [start, taken, put] } : { is: to }
}

function ofLists(
  from: readonly unknown[],
  to: readonly unknown[],
  depth: number,
): Difference | undefined {
  const [old, now] = [from.map(asText), to.map(asText)]
  const [start, end] = common(old, now)
  const { length } = to
  if (start === from.length && start === length) return undefined
  const list = { list: [start, from.length - start - end, to.slice(start, length - end)] as const }
  if (from.length !== length) return list
  const items: [number, Difference][] = []
  for (let at = start; at < length - end; at++) {
    const one = old[at] === now[at] ? undefined : differenceOf(from[at], to[at], depth + 1)
    if (one) items.push([at, one])
  }
  if (items.length === 0) return undefined
  return JSON.stringify(items).length < JSON.stringify(list.list).length ? { items } : list
}

function asText(value: unknown): string {
  return JSON.stringify(value)
}

function ofMembers(from: object, to: object, depth: number): Difference | undefined {
  const [old, now] = [new Map(Object.entries(from)), new Map(Object.entries(to))]
  const members: [string, Difference | null][] = []
  for (const name of old.keys()) if (now.get(name) === undefined) members.push([name, null])
  for (const [name, value] of now) {
    if (value === undefined) continue
    const one = differenceOf(old.get(name), value, depth + 1)
    if (one) members.push([name, one])
  }
  return members.length === 0 ? undefined : { members }
}

/** How many elements or characters two are the same at the start, and behind that at the end. */
function common(from: ArrayLike<unknown>, to: ArrayLike<unknown>): readonly [number, number] {
  const most = Math.min(from.length, to.length)
  let start = 0
  while (start < most && from[start] === to[start]) start++
  let end = 0
  while (end < most - start && from[from.length - 1 - end] === to[to.length - 1 - end]) end++
  return [start, end]
}
