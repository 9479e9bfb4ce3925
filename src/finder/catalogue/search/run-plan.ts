import { ranking, shortness } from '../model/fields.ts'
import { type Facets, type Query, type StatusCounts, defaultPageSize } from '../model/query.ts'
import { type DayColumn, dayColumn, opennessBits } from './day-column.ts'
import { TopStudies, type FoundStudy } from './top-studies.ts'
import { allowedSites } from './in-area.ts'
import { findNearestSite } from './distances.ts'
import { type EvaluatedBy, evaluate } from './evaluate.ts'
import { FacetCounter, type Sifted } from './facets.ts'
import { asksStatus, barred, filtersAsked, joinableTests } from './filters.ts'
import { hasSureFirst, openness } from './openness.ts'
import type { LoadedSegment } from '../segment/loaded.ts'
import { type Matches, everything, none } from '../segment/matches.ts'
import type { Segment } from '../segment/segment.ts'
import { unlessDamaged } from '../model/damage.ts'
import { beginEvaluation, newDocs, newScores } from '../segment/scratch.ts'
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
 * needed is damaged gives nothing, and `onDamage` is told: part of an answer that says so is better than a wrong one. Throws
 * `ReadingTooLong` as `evaluate` does, and so do the other functions here.
 */
export function runPlan(plan: Plan | undefined, query: Query, searched: RunIn): PlanResult {
  const facets = new FacetCounter(query.today)
  const { total, page } = bestOfPlan(plan, query, searched, facets)
  return { total, page, counts: facets.ofStatus(), facets: facets.result() }
}

/** What is searched, and who is told of damage. */
export interface RunIn extends EvaluatedBy {
  readonly loaded: readonly LoadedSegment[]
  readonly onDamage: () => void
}

/** The same without counts of filters, for who does not show them; with them where there is a counter. */
export function bestOfPlan(
  plan: Plan | undefined,
  query: Query,
  { loaded, onDamage, ...by }: RunIn,
  facets?: FacetCounter,
): Pick<PlanResult, 'total' | 'page'> {
  const size = query.pageSize ?? defaultPageSize
  const end = (query.page ?? 1) * size
  const best = new TopStudies(end)
  let total = 0
  loaded.forEach((one, segment) => {
    beginEvaluation()
    const matches = matchesIn(one.segment, plan, by, onDamage)
    if (matches.count === 0) return
    const sifted = sift(matches, query, { one, segment, best, isCounted: facets !== undefined })
    facets?.count(one, sifted)
    total += sifted.passed.length
  })
  return { total, page: best.sorted().slice(end - size, end) }
}

/** What a plan finds in a segment, of every study there without one; nothing, and `onDamage` is told, where it is damaged. */
export function matchesIn(
  segment: Segment,
  plan: Plan | undefined,
  by: EvaluatedBy,
  onDamage: () => void,
): Matches {
  if (!plan) return everything(segment.count)
  return unlessDamaged(() => evaluate(plan, segment, by), onDamage) ?? none
}

interface Sifting {
  readonly one: LoadedSegment
  readonly segment: number
  readonly best: TopStudies
  /** What fails only one filter is wanted too. */
  readonly isCounted: boolean
}

/** Puts what passes the filters among the best; says what passed, and what failed only one filter. */
function sift(found: Matches, query: Query, { one, segment, best, isCounted }: Sifting): Sifted {
  const days = dayColumn(one, query.today)
  const { passed, scores, failedOne } = filtered(found, query, one, isCounted)
  const { updated, nct } = one.columns
  const keyOf = keys(query, one, best, days)
  const { factor, more } = mostOfKeys(query)
  let least = best.leastKey
  for (let i = 0; i < passed.length; i++) {
    const score = scores[i] as number
    // A word in more studies than there are now (replaced ones are counted) has scores below nothing.
    if ((score > 0 ? score * factor : 0) + more < least) continue
    const doc = passed[i] as number
    const key = keyOf(doc, score)
    if (key < least) continue
    const second = ((days[doc] as number) & opennessBits) * 65_536 + (updated[doc] as number)
    if (!best.accepts(key, second)) continue
    best.add({ segment, doc, key, second, nct: nct[doc] as number })
    least = best.leastKey
  }
  const asks = asksStatus(query)
  return { passed, failedOne, asksStatus: asks, notByStatus: failsByStatus(query, one), days }
}

interface Filtered extends Pick<Sifted, 'passed' | 'failedOne'> {
  readonly scores: Float32Array
}

function filtered(
  { docs, scores, count }: Matches,
  query: Query,
  one: LoadedSegment,
  isCounted: boolean,
): Filtered {
  const fails = filtersAsked(query, one)
  const { alive } = one
  const passed = newDocs(count)
  const passedScores = newScores(count)
  const failed = new FailedOne(count, isCounted)
  let kept = 0
  if (!fails) {
    // Without a branch: what is replaced is written over by the next.
    for (let i = 0; i < count; i++) {
      const doc = docs[i] as number
      passed[kept] = doc
      passedScores[kept] = scores[i] as number
      kept += alive[doc] as number
    }
    return { passed: passed.subarray(0, kept), scores: passedScores, failedOne: [] }
  }
  for (let i = 0; i < count; i++) {
    const doc = docs[i] as number
    if (alive[doc] === 0) continue
    const failing = fails(doc)
    if (failing !== 0) {
      failed.note(failing, doc)
      continue
    }
    passed[kept] = doc
    passedScores[kept++] = scores[i] as number
  }
  return { passed: passed.subarray(0, kept), scores: passedScores, failedOne: failed.lists() }
}

/** Studies by the one filter that they fail, where it is only one. */
class FailedOne {
  readonly #most: number
  readonly #isCounted: boolean
  readonly #docs: (Int32Array | undefined)[] = []
  readonly #counts: number[] = []

  constructor(most: number, isCounted: boolean) {
    this.#most = most
    this.#isCounted = isCounted
  }

  note(failed: number, doc: number): void {
    if (!this.#isCounted || (failed & barred) !== 0 || (failed & (failed - 1)) !== 0) return
    const filter = 31 - Math.clz32(failed)
    const docs = (this.#docs[filter] ??= newDocs(this.#most))
    const count = this.#counts[filter] ?? 0
    docs[count] = doc
    this.#counts[filter] = count + 1
  }

  lists(): Sifted['failedOne'] {
    return Array.from(this.#docs, (docs, filter) => docs?.subarray(0, this.#counts[filter]))
  }
}

/** Who asks for no status is shown a study whose only sites near are closed; who asks for open ones is not. */
function failsByStatus(query: Query, one: LoadedSegment): Sifted['notByStatus'] {
  const tests = joinableTests(query, one)
  return tests.length === 0 ? undefined : (doc) => !tests.every((isJoinable) => isJoinable(doc))
}

/** What a study is sorted by; larger comes first. Anything under `best.leastKey` may be any such number. */
function keys(
  query: Query,
  loaded: LoadedSegment,
  best: TopStudies,
  days: DayColumn,
): (doc: number, score: number) => number {
  const { near, withinKm } = query
  const { columns } = loaded
  if (query.sort === 'newest') return (doc) => columns.posted[doc] as number
  if (query.sort === 'updated') return (doc) => columns.updated[doc] as number
  const isSureFirst = hasSureFirst(query)
  const partOf = (doc: number): number =>
    isSureFirst && ((days[doc] as number) & opennessBits) > openness.doubtful ? nextPart : 0
  if (query.sort === 'nearest' && near) {
    const isAllowed = allowedSites(query, loaded)
    const nowhere = isSureFirst ? fartherThanAny : Infinity
    return (doc) => {
      const part = partOf(doc)
      const options = { withinKm, isAllowed, mostKm: part - best.leastKey }
      return part - (findNearestSite(columns, doc, near, options)?.km ?? nowhere)
    }
  }
  const relevanceOf = relevance(columns, days)
  return isSureFirst ? (doc, score) => partOf(doc) + relevanceOf(doc, score) : relevanceOf
}

/** More than any score and any distance, so that one part of a list comes whole before the other. */
const nextPart = 1_000_000
const fartherThanAny = 100_000

function relevance(
  { length }: LoadedSegment['columns'],
  days: DayColumn,
): (doc: number, score: number) => number {
  return (doc, score) => {
    const open = ((days[doc] as number) & opennessBits) === openness.open ? ranking.open : 1
    return score * open * (shortness[length[doc] as number] as number)
  }
}

/**
 * A key is at most a score times `factor`, and `more`: what cannot be among the best by that is not looked at. Rounded up, as
 * keys are multiplied in another order.
 */
function mostOfKeys(query: Query): { readonly factor: number; readonly more: number } {
  const { sort = 'best' } = query
  const isByScore = sort === 'best' || (sort === 'nearest' && !query.near)
  if (!isByScore) return { factor: 0, more: Infinity }
  return { factor: mostFactor, more: hasSureFirst(query) ? nextPart : 0 }
}

const mostFactor = ranking.open * Math.max(...shortness) * 1.000_001
