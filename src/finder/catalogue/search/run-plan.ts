import { ranking, shortness } from '../model/fields.ts'
import { type Facets, type Query, type StatusCounts, defaultPageSize } from '../model/query.ts'
import { dayNumber } from '../segment/columns.ts'
import { TopStudies, type FoundStudy } from './top-studies.ts'
import { allowedSites } from './in-area.ts'
import { findNearestSite } from './distances.ts'
import { evaluate } from './evaluate.ts'
import { FacetCounter, type Sifted } from './facets.ts'
import { asksStatus, barred, failedFiltersOf, joinableTests } from './filters.ts'
import { hasSureFirst, openness, opennessColumn } from './openness.ts'
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
  readonly counts: StatusCounts
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
  const counts = facets.ofStatus()
  return { total, counts, facets: facets.result(), page: best.sorted().slice(end - size, end) }
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
  const { updated, nct } = one.columns
  const fails = failedFiltersOf(query, one)
  const opennessOf = opennessColumn(one.columns, query.today)
  const keyOf = keys(query, one, best, opennessOf)
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
    const second = opennessOf(doc) * 65_536 + (updated[doc] as number)
    if (!best.accepts(key, second)) continue
    best.add({ segment, doc, key, second, nct: nct[doc] as number })
    least = best.leastKey
  }
  return {
    passed: passed.subarray(0, kept),
    failedOne,
    asksStatus: asksStatus(query),
    notByStatus: failsByStatus(query, one),
    opennessOf,
  }
}

/** Who asks for no status is shown a study whose only sites near are closed; who asks for open ones is not. */
function failsByStatus(query: Query, one: LoadedSegment): Sifted['notByStatus'] {
  const tests = joinableTests(query, one)
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
  loaded: LoadedSegment,
  best: TopStudies,
  opennessOf: (doc: number) => number,
): (doc: number, score: number) => number {
  const { near, withinKm } = query
  const { columns } = loaded
  if (query.sort === 'newest') return (doc) => columns.posted[doc] as number
  if (query.sort === 'updated') return (doc) => columns.updated[doc] as number
  const isSureFirst = hasSureFirst(query)
  const partOf = (doc: number): number =>
    isSureFirst && opennessOf(doc) > openness.doubtful ? nextPart : 0
  if (query.sort === 'nearest' && near) {
    const isAllowed = allowedSites(query, loaded)
    const nowhere = isSureFirst ? fartherThanAny : Infinity
    return (doc) => {
      const part = partOf(doc)
      const options = { withinKm, isAllowed, mostKm: part - best.leastKey }
      return part - (findNearestSite(columns, doc, near, options)?.km ?? nowhere)
    }
  }
  const relevanceOf = relevance(columns, opennessOf)
  return isSureFirst ? (doc, score) => partOf(doc) + relevanceOf(doc, score) : relevanceOf
}

/** More than any score and any distance, so that one part of a list comes whole before the other. */
const nextPart = 1_000_000
const fartherThanAny = 100_000

function relevance(
  { length }: LoadedSegment['columns'],
  opennessOf: (doc: number) => number,
): (doc: number, score: number) => number {
  return (doc, score) => {
    const open = opennessOf(doc) === openness.open ? ranking.open : 1
    return score * open * (shortness[length[doc] as number] as number)
  }
}
