import type { Query } from '../model/query.ts'
import type { SearchPool } from './search-pool.ts'
import { ListIncomplete } from '../model/damage.ts'
import { nctNumber } from '../model/nct-number.ts'
import { boxQueriesOf } from './box-queries.ts'

/** Which of some studies many queries find, and the studies asked about. */
interface AskedAmong {
  readonly nctIds: readonly string[]
  readonly queries: readonly Query[]
}

/**
 * Asks a pool of many queries, as many batches at a time as there are processes. Of searches with several boxes the first box is asked
 * by itself, once for all that share it: mostly it finds none of the studies, and the search neither. Throws `ListIncomplete` where
 * something that is needed for one of them is damaged.
 */
export async function askAmong(
  pool: SearchPool,
  processes: number,
  { nctIds, queries }: AskedAmong,
): Promise<readonly (readonly number[])[]> {
  const studies = nctIds.map(nctNumber)
  const ask = (some: readonly Query[]): ReturnType<typeof askAll> =>
    askAll(pool, processes, { studies, queries: some })
  const known = knownOf(pool, studies)
  const first = queries.map(firstOfSeveral)
  const fresh = new Map(
    first.flatMap((box) => (box === undefined || known.has(keyOf(box)) ? [] : [[keyOf(box), box]])),
  )
  for (const [at, found] of (await ask([...fresh.values()])).entries())
    known.set([...fresh.keys()][at] ?? '', found.length > 0)
  const left = queries.filter((_, at) => mayFind(first[at], known))
  const answers = (await ask(left)).values()
  return queries.map((_, at) => (mayFind(first[at], known) ? (answers.next().value ?? []) : []))
}

/** The first of several boxes. */
function firstOfSeveral(query: Query): Query | undefined {
  const boxes = boxQueriesOf(query) ?? []
  return boxes.length > 1 ? boxes[0] : undefined
}

/** By a box, whether it finds any of the studies that were asked about last. */
type KnownBoxes = Map<string, boolean>

function mayFind(first: Query | undefined, known: KnownBoxes): boolean {
  return first === undefined || known.get(keyOf(first)) !== false
}

const lastKnown = new WeakMap<
  SearchPool,
  { readonly studies: string; readonly boxes: KnownBoxes }
>()

function knownOf(pool: SearchPool, asked: readonly number[]): KnownBoxes {
  const studies = asked.join()
  const before = lastKnown.get(pool)
  if (before?.studies === studies && before.boxes.size < mostKnown) return before.boxes
  const boxes: KnownBoxes = new Map()
  lastKnown.set(pool, { studies, boxes })
  return boxes
}

const mostKnown = 200_000

function keyOf(box: Query): string {
  return JSON.stringify(box)
}

async function askAll(
  pool: SearchPool,
  processes: number,
  { studies, queries }: { readonly studies: readonly number[]; readonly queries: readonly Query[] },
): Promise<readonly (readonly number[])[]> {
  const found: (readonly number[])[] = []
  let next = 0
  const askOn = async (): Promise<void> => {
    while (next < queries.length) {
      const from = next
      next += queriesAtOnce
      const some = queries.slice(from, next)
      const answer = await pool.ask({ kind: 'among', studies, queries: some }, longestWaitMs)
      if (answer === undefined) throw new ListIncomplete()
      for (const [index, places] of (answer as (readonly number[])[]).entries())
        found[from + index] = places
    }
  }
  await Promise.all(Array.from({ length: processes }, askOn))
  return found
}

/** A few hundred milliseconds' work, so that what is sent along with each batch hardly counts. */
const queriesAtOnce = 1000
/** This is not asked for a page: a process that has to be started anew first is worth waiting for. */
const longestWaitMs = 60_000
