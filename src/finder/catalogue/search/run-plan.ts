import { ranking, shortness } from '../model/fields.ts'
import { type Facets, type Query, defaultPageSize } from '../model/query.ts'
import { dayNumber, studyFlag } from '../segment/columns.ts'
import { TopStudies, type FoundStudy } from './top-studies.ts'
import { joinableIn } from './in-area.ts'
import { findNearestSite, joinableWithin } from './distances.ts'
import { evaluate } from './evaluate.ts'
import { FacetCounter, type Sifted } from './facets.ts'
import { barred, failedFiltersOf } from './filters.ts'
import type { LoadedSegment } from '../segment/loaded.ts'
import { type Matches, everything, none } from '../segment/matches.ts'
import type { Segment } from '../segment/segment.ts'
import { unlessDamaged } from '../model/damage.ts'
import { beginEvaluation } from '../segment/scratch.ts'
import type { Statistics } from './statistics.ts'
import type { Plan } from '../model/plan.ts'

/** What a plan found: how many in all, the counts of every filter, and one page of them in order. */
export interface PlanResult {
  readonly total: number
  readonly facets: Facets
  readonly page: readonly FoundStudy[]
}

/**
 * Runs a plan (or, without one, takes every study) through the filters of a query. A segment in which something that is
 * needed is damaged gives nothing, and `onDamage` is told: part of an answer that says so is better than a wrong one.
 */
export function runPlan(
  plan: Plan | undefined,
  query: Query,
  loaded: readonly LoadedSegment[],
  statistics: Statistics,
  onDamage: () => void,
): PlanResult {
  const size = query.pageSize ?? defaultPageSize
  const end = (query.page ?? 1) * size
  const best = new TopStudies(end)
  const facets = new FacetCounter(dayNumber(query.today))
  let total = 0
  loaded.forEach((one, segment) => {
    beginEvaluation()
    const matches = matchesIn(one.segment, plan, statistics, onDamage)
    const sifted = sift(matches, query, one, segment, best)
    facets.count(one, sifted)
    total += sifted.passed.length
  })
  return { total, facets: facets.result(), page: best.sorted().slice(end - size, end) }
}

/** What a plan finds in a segment, of every study there without one; nothing, and `onDamage` is told, where it is damaged. */
export function matchesIn(
  segment: Segment,
  plan: Plan | undefined,
  statistics: Statistics,
  onDamage: () => void,
): Matches {
  if (!plan) return everything(segment.count)
  return unlessDamaged(() => evaluate(plan, segment, statistics), onDamage) ?? none
}

/** Puts what passes the filters among the best; says what passed, and what failed only one filter. */
function sift(
  { docs, scores, count }: Matches,
  query: Query,
  one: LoadedSegment,
  segment: number,
  best: TopStudies,
): Sifted {
  const { flags, updated, nct } = one.columns
  const fails = failedFiltersOf(query, one)
  const keyOf = keys(query, one, best)
  const passed = new Int32Array(count)
  const failedOne = new Map<number, number[]>()
  let kept = 0
  let least = best.leastKey
  for (let i = 0; i < count; i++) {
    const doc = docs[i] as number
    const failed = fails(doc)
    if (failed !== 0) {
      noteFailed(failedOne, failed, doc)
      continue
    }
    passed[kept++] = doc
    const key = keyOf(doc, scores[i] as number)
    if (key < least) continue
    const second = ((flags[doc] as number) & studyFlag.open) * 65_536 + (updated[doc] as number)
    if (!best.accepts(key, second)) continue
    best.add({ segment, doc, key, second, nct: nct[doc] as number })
    least = best.leastKey
  }
  return {
    passed: passed.subarray(0, kept),
    failedOne,
    notByStatus: passesWithoutStatus(query, one),
  }
}

/** Who asks for no status is shown a study whose only sites near are closed; who asks for open ones is not. */
function passesWithoutStatus(
  { near, withinKm, area, status = [] }: Query,
  one: LoadedSegment,
): Sifted['notByStatus'] {
  if (status.length > 0) return undefined
  const tests = [
    ...(near && withinKm !== undefined ? [joinableWithin(one.columns, near, withinKm)] : []),
    ...(area === undefined ? [] : [joinableIn(one, area)]),
  ]
  return tests.length === 0 ? undefined : (doc) => !tests.every((isJoinable) => isJoinable(doc))
}

function noteFailed(failedOne: Map<number, number[]>, failed: number, doc: number): void {
  if ((failed & barred) !== 0 || (failed & (failed - 1)) !== 0) return
  const list = failedOne.get(failed)
  if (list) list.push(doc)
  else failedOne.set(failed, [doc])
}

/** What a study is sorted by; larger comes first. Anything under `best.leastKey` may be any such number. */
function keys(
  query: Query,
  { columns }: LoadedSegment,
  best: TopStudies,
): (doc: number, score: number) => number {
  const { near, withinKm } = query
  if (query.sort === 'newest') return (doc) => columns.posted[doc] as number
  if (query.sort === 'updated') return (doc) => columns.updated[doc] as number
  if (query.sort === 'nearest' && near)
    return (doc) =>
      -(findNearestSite(columns, doc, near, { withinKm, mostKm: -best.leastKey })?.km ?? Infinity)
  return relevance(columns)
}

function relevance({
  length,
  flags,
}: LoadedSegment['columns']): (doc: number, score: number) => number {
  return (doc, score) => {
    const open = ((flags[doc] as number) & studyFlag.open) !== 0 ? ranking.open : 1
    return score * open * (shortness[length[doc] as number] as number)
  }
}
