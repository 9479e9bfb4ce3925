import type { Where } from '../../../finder/catalogue/model/where.ts'

/** What finds nothing. */
export const nothing: Where = { kind: 'any', parts: [] }

/** All of them: one list, without what asks for nothing. */
export function allWhere(parts: readonly Where[]): Where {
  const flat = parts
    .flatMap((part) => (part.kind === 'all' ? part.parts : [part]))
    .filter(({ kind }) => kind !== 'everything')
  const [only] = flat
  if (!only) return { kind: 'everything' }
  return flat.length === 1 ? only : { kind: 'all', parts: flat }
}

/** Any of them: one list, the values of one field together, and the same words once: each is looked up in every study. */
export function anyWhere(parts: readonly Where[]): Where {
  const flat: Where[] = []
  const places = new Map<string, number>()
  const said = new Map<unknown, Set<string>>()
  for (const part of parts.flatMap((one) => (one.kind === 'any' ? one.parts : [one]))) {
    if (part.kind === 'value' || part.kind === 'ids') addValues(part, flat, places)
    else if (part.kind !== 'words' || isNew(part, said)) flat.push(part)
  }
  const [only] = flat
  return only && flat.length === 1 ? only : { kind: 'any', parts: flat }
}

type Values = Extract<Where, { kind: 'value' | 'ids' }>

function addValues(part: Values, flat: Where[], places: Map<string, number>): void {
  const key = part.kind === 'value' ? part.piece : ''
  const place = places.get(key)
  const before = place === undefined ? undefined : flat[place]
  if (place === undefined || !before) {
    places.set(key, flat.length)
    flat.push(part)
  } else if (before.kind === 'value' && part.kind === 'value')
    flat[place] = { ...before, values: [...new Set([...before.values, ...part.values])] }
  else if (before.kind === 'ids' && part.kind === 'ids')
    flat[place] = { ...before, ids: [...new Set([...before.ids, ...part.ids])] }
}

/** Words in other fields, or weighed otherwise there, are others. */
function isNew(
  { text, isQuoted, expansion, coverage, fields }: Extract<Where, { kind: 'words' }>,
  said: Map<unknown, Set<string>>,
): boolean {
  const before = said.get(fields) ?? new Set<string>()
  const size = before.size
  said.set(fields, before.add(JSON.stringify([text, isQuoted, expansion, coverage])))
  return before.size > size
}
