import { Turns } from '../../../base/turns.ts'
import { pieces } from '../../registry/pieces/pieces.ts'
import { ListIncomplete, unlessDamaged } from '../model/damage.ts'
import { type FieldSizes, type FieldValues, mostTopValues } from '../model/field-counts.ts'
import { nctOf } from '../model/nct-number.ts'
import { newestStudy } from '../segment/loaded.ts'
import type { Segment } from '../segment/segment.ts'
import { isCountedAtOnce } from '../select/count-values.ts'
import {
  type LongestValue,
  type ReadValues,
  differentValues,
  keyOfValue,
  longer,
} from '../select/read-values.ts'
import { type CountedKey, ValueCounter } from '../select/value-counter.ts'
import type { SearchPool } from './search-pool.ts'

/** One state of a catalogue, as its fields are counted. */
export interface CountedState {
  readonly pool: SearchPool
  readonly segments: readonly Segment[]
}

/** What is counted of one state is remembered as long as that is. */
const counted = new WeakMap<SearchPool, Map<string, Promise<unknown>>>()

/**
 * How many values the studies have in a field; undefined for a name that is no field's. Throws `ListIncomplete` where something
 * that is needed is damaged, and what a search throws.
 */
export function askSizes(state: CountedState, piece: string): Promise<FieldSizes | undefined> {
  return once(state, `sizes ${piece}`, async () => {
    const field = pieces.findIndex(({ name }) => name === piece)
    return field < 0 ? undefined : ((await asked(state.pool, 'sizes', field)) as FieldSizes)
  })
}

/**
 * Which values the studies have in a field; undefined for a name that is no field's. What no column holds is read from the
 * records, in turns of a fraction of a second between which others are answered: minutes for a long text of the whole registry,
 * once for each state. Throws as `askSizes`.
 */
export function askValues(state: CountedState, piece: string): Promise<FieldValues | undefined> {
  return once(state, `values ${piece}`, async () => {
    const field = pieces.findIndex(({ name }) => name === piece)
    if (field < 0) return undefined
    if (isCountedAtOnce(field)) return (await asked(state.pool, 'values', field)) as FieldValues
    return alone(state, () => readAll(state, field))
  })
}

/** How many records have to be read for the values of some fields, by their names, that are not counted yet. Throws as `askSizes`. */
export async function askReads(state: CountedState, named: readonly string[]): Promise<number> {
  let reads = 0
  for (const name of named) {
    const field = pieces.findIndex((piece) => piece.name === name)
    if (field < 0 || isCountedAtOnce(field) || isCounted(state, `values ${name}`)) continue
    const sizes = (await askSizes(state, name)) ?? []
    reads += sizes.reduce((sum, { size, studies }) => sum + (size > 0 ? studies : 0), 0)
  }
  return reads
}

function isCounted({ pool }: CountedState, key: string): boolean {
  return counted.get(pool)?.has(key) === true
}

/** What is being read of each state: one field after the other, so that most processes are there for searches. */
const reading = new WeakMap<SearchPool, Promise<unknown>>()

async function alone<T>({ pool }: CountedState, read: () => Promise<T>): Promise<T> {
  const before = reading.get(pool)
  const own = before ? before.then(read, read) : read()
  reading.set(pool, own)
  return own
}

function once<T>({ pool }: CountedState, key: string, count: () => Promise<T>): Promise<T> {
  const known = counted.get(pool) ?? new Map<string, Promise<unknown>>()
  counted.set(pool, known)
  const before = known.get(key)
  if (before) return before as Promise<T>
  const made = count()
  known.set(key, made)
  made.catch(() => known.delete(key))
  return made
}

async function asked(pool: SearchPool, kind: 'sizes' | 'values', field: number): Promise<unknown> {
  const answer = await pool.ask({ kind, field })
  if (answer === undefined) throw new ListIncomplete()
  return answer
}

/** Values of which there may be very many are counted a share at a time. */
async function readAll(state: CountedState, field: number): Promise<FieldValues> {
  const sizes = (await asked(state.pool, 'sizes', field)) as FieldSizes
  const values = sizes.reduce((sum, { size, studies }) => sum + size * studies, 0)
  const of = Math.max(1, Math.ceil(values / mostAtOnce))
  let [unique, missing] = [0, 0]
  let longest: LongestValue | undefined
  const most: CountedKey[] = []
  const others = new Turns()
  for (let part = 0; part < of; part++) {
    const counter = new ValueCounter(Math.min(values, mostAtOnce))
    missing = 0
    for await (const turn of turns(state.pool, field, part, of)) {
      for (const [at, key] of turn.keys.entries()) {
        if (at % 1000 === 0) await others.next()
        counter.add(key, turn.ncts[at] as number)
      }
      missing += turn.missing
      if (turn.longest) longest = longer(longest, turn.longest)
    }
    unique += counter.unique
    most.push(...(await counter.most(mostTopValues)))
  }
  const first = most.toSorted((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
  const top: { value: string; studies: number }[] = []
  for (const { key, count, nct } of first.slice(0, mostTopValues)) {
    await others.next()
    const value = valueIn(state, field, nct, (one) => keyOfValue(one) === key)
    top.push({ value, studies: count })
  }
  return {
    missing,
    unique,
    top,
    ...(longest && { longest: longestIn(state, field, longest) }),
  }
}

async function* turns(
  pool: SearchPool,
  field: number,
  part: number,
  of: number,
): AsyncGenerator<ReadValues> {
  let next: ReadValues['next'] = { segment: 0, doc: 0 }
  while (next) {
    const question = { kind: 'read values', field, ...next, withinMs: turnMs, part, of } as const
    const turn = (await pool.ask(question, longestWaitMs)) as ReadValues | undefined
    if (!turn) throw new ListIncomplete()
    yield turn
    next = turn.next
  }
}

function longestIn(
  state: CountedState,
  field: number,
  { length, nct }: LongestValue,
): NonNullable<FieldValues['longest']> {
  const value = valueIn(state, field, nct, (one) => one.length === length)
  return { length, nctId: nctOf(nct), value }
}

/** The text of a value, from a study that has it. */
function valueIn(
  { segments }: CountedState,
  field: number,
  nct: number,
  isIt: (value: string) => boolean,
): string {
  const stored = unlessDamaged(
    () => newestStudy(segments, nct),
    () => undefined,
  )
  const value = stored && [...differentValues(stored.study, field)].find(isIt)
  if (value === undefined) throw new ListIncomplete()
  return value
}

/** A turn is short beside the time in which a search is to be answered. */
const turnMs = 60
const longestWaitMs = 60_000
/** 67 MB while they are counted, in which twice as many would still find room: shares are not quite equal. */
const mostAtOnce = 2_000_000
