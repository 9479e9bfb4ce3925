import { Turns } from '../../../base/turns.ts'
import { pieces } from '../../registry/pieces/pieces.ts'
import { ListIncomplete, unlessDamaged } from '../model/damage.ts'
import { type FieldSizes, type FieldValues, mostTopValues } from '../model/field-counts.ts'
import { nctOf } from '../model/nct-number.ts'
import { newestStudy } from '../segment/loaded.ts'
import type { Segment } from '../segment/segment.ts'
import { isCountedAtOnce } from '../select/count-values.ts'
import {
  type FieldRead,
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
 * once for each state. Of the fields that are asked for next, as many as find room are read along, each record once. Throws as `askSizes`.
 */
export function askValues(
  state: CountedState,
  piece: string,
  others: readonly string[] = [],
): Promise<FieldValues | undefined> {
  return once(state, `values ${piece}`, async () => {
    const field = pieces.findIndex(({ name }) => name === piece)
    if (field < 0) return undefined
    if (isCountedAtOnce(field)) return (await asked(state.pool, 'values', field)) as FieldValues
    const fields = await togetherWith(state, field, others)
    const read = alone(state, () => readAll(state, fields))
    for (const { field: other } of fields)
      if (other !== field)
        void once(state, `values ${pieces[other]?.name}`, async () => (await read).get(other))
    return (await read).get(field)
  })
}

/** A field, and how many values it has in all studies. */
interface FieldToRead {
  readonly field: number
  readonly values: number
}

/** The field, and of the others those that are to be read too, as far as their values find room beside its own. */
async function togetherWith(
  state: CountedState,
  first: number,
  others: readonly string[],
): Promise<readonly FieldToRead[]> {
  const chosen: FieldToRead[] = []
  let sum = 0
  const named = others.filter((name) => !isCounted(state, `values ${name}`))
  const next = named.map((name) => pieces.findIndex((piece) => piece.name === name))
  for (const field of new Set([first, ...next])) {
    if (field < 0 || isCountedAtOnce(field)) continue
    const sizes = (await askSizes(state, pieces[field]?.name ?? '')) ?? []
    const values = sizes.reduce((all, { size, studies }) => all + size * studies, 0)
    if (chosen.length > 0 && sum + values > mostAtOnce) continue
    chosen.push({ field, values })
    sum += values
  }
  return chosen
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
async function readAll(
  state: CountedState,
  fields: readonly FieldToRead[],
): Promise<ReadonlyMap<number, FieldValues>> {
  const values = fields.reduce((sum, one) => sum + one.values, 0)
  const of = Math.max(1, Math.ceil(values / mostAtOnce))
  const counts = fields.map((one) => new FieldCount(one))
  const numbers = fields.map(({ field }) => field)
  for (let part = 0; part < of; part++) {
    for (const count of counts) await count.begin()
    for await (const turn of turns(state.pool, numbers, part, of))
      for (const [at, read] of turn.fields.entries()) await counts[at]?.add(read)
    for (const count of counts) await count.end()
  }
  const texts = await textsOf(state, counts)
  return new Map(counts.map((count) => [count.field, count.result(texts)]))
}

/** A value of a field that is to be shown, by a study that has it: by its key, or by how long it is. */
interface SoughtText {
  readonly field: number
  readonly nct: number
  readonly by: string | number
}

/** One field, as its values are counted. */
class FieldCount {
  readonly field: number
  readonly #values: number
  readonly #others = new Turns()
  #counter = new ValueCounter(0)
  #unique = 0
  #missing = 0
  #longest: LongestValue | undefined
  readonly #most: CountedKey[] = []

  constructor({ field, values }: FieldToRead) {
    this.field = field
    this.#values = values
  }

  /** Begins a share. */
  async begin(): Promise<void> {
    await this.#others.next()
    this.#counter = new ValueCounter(Math.min(this.#values, mostAtOnce))
    this.#missing = 0
  }

  async add({ keys, ncts, missing, longest }: FieldRead): Promise<void> {
    for (const [at, key] of keys.entries()) {
      if (at % 1000 === 0) await this.#others.next()
      this.#counter.add(key, ncts[at] as number)
    }
    this.#missing += missing
    if (longest) this.#longest = longer(this.#longest, longest)
  }

  async end(): Promise<void> {
    this.#unique += this.#counter.unique
    this.#most.push(...(await this.#counter.most(mostTopValues)))
  }

  sought(): readonly SoughtText[] {
    const { field } = this
    const longest = this.#longest
      ? [{ field, nct: this.#longest.nct, by: this.#longest.length }]
      : []
    return [...this.#top().map(({ key, nct }) => ({ field, nct, by: key })), ...longest]
  }

  result(texts: ReadonlyMap<string, string>): FieldValues {
    const textBy = (by: string | number): string => texts.get(placeOf(this.field, by)) ?? ''
    const longest = this.#longest
    return {
      missing: this.#missing,
      unique: this.#unique,
      top: this.#top().map(({ key, count }) => ({ value: textBy(key), studies: count })),
      ...(longest && {
        longest: {
          length: longest.length,
          nctId: nctOf(longest.nct),
          value: textBy(longest.length),
        },
      }),
    }
  }

  #top(): readonly CountedKey[] {
    const first = this.#most.toSorted((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
    return first.slice(0, mostTopValues)
  }
}

/** The texts of the values to be shown: each study that has some is read once. */
async function textsOf(
  { segments }: CountedState,
  counts: readonly FieldCount[],
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>()
  const others = new Turns()
  const byStudy = new Map<number, SoughtText[]>()
  for (const count of counts) {
    await others.next()
    for (const one of count.sought()) {
      const known = byStudy.get(one.nct)
      if (known) known.push(one)
      else byStudy.set(one.nct, [one])
    }
  }
  for (const [nct, sought] of byStudy) {
    const stored = unlessDamaged(
      () => newestStudy(segments, nct),
      () => undefined,
    )
    if (!stored) throw new ListIncomplete()
    for (const { field, by } of sought) {
      await others.next()
      const value = [...differentValues(stored.study, field)].find((one) =>
        typeof by === 'number' ? one.length === by : keyOfValue(one) === by,
      )
      if (value === undefined) throw new ListIncomplete()
      texts.set(placeOf(field, by), value)
    }
  }
  return texts
}

function placeOf(field: number, by: string | number): string {
  return `${field} ${typeof by} ${by}`
}

async function* turns(
  pool: SearchPool,
  fields: readonly number[],
  part: number,
  of: number,
): AsyncGenerator<ReadValues> {
  let next: ReadValues['next'] = { segment: 0, doc: 0 }
  while (next) {
    const question = { kind: 'read values', fields, ...next, withinMs: turnMs, part, of } as const
    const turn = (await pool.ask(question, longestWaitMs)) as ReadValues | undefined
    if (!turn) throw new ListIncomplete()
    yield turn
    next = turn.next
  }
}

/** A turn is short beside the time in which a search is to be answered. */
const turnMs = 60
const longestWaitMs = 60_000
/** 67 MB while they are counted, in which twice as many would still find room: shares are not quite equal. */
const mostAtOnce = 2_000_000
