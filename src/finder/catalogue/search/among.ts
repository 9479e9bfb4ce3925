import type { Query } from '../model/query.ts'
import { type EvaluatedBy, evaluate } from './evaluate.ts'
import { failedFiltersOf } from './filters.ts'
import { termOfBeginning } from '../segment/beginnings.ts'
import type { LoadedSegment } from '../segment/loaded.ts'
import { type Matches, everything } from '../segment/matches.ts'
import { withinAbout } from './plan-about.ts'
import { type Lexicon, noFindings } from './plan-findings.ts'
import { planQuery, planUntilFound } from './plan-query.ts'
import { loosely } from './loosely.ts'
import { beginEvaluation } from '../segment/scratch.ts'
import type { Statistics } from './statistics.ts'
import type { KeptTexts } from './text-holds.ts'
import type { Plan } from '../model/plan.ts'

/** What a search needs of a catalogue. */
export interface SearchParts {
  readonly loaded: readonly LoadedSegment[]
  readonly statistics: Statistics
  readonly lexicon: Lexicon
}

type SearchAmong = (
  studies: readonly number[],
  queries: readonly Query[],
) => readonly (readonly number[])[]

/**
 * Answers which of some studies a page's search would find, looking only where those studies are: the
 * same plan over the same statistics, evaluated within a few documents. For the same studies as the last
 * time, what was worked out of them is used again.
 */
export function searcherAmong(searched: SearchParts): SearchAmong {
  let studies: readonly number[] = []
  let given: readonly Given[] = []
  return (asked, queries) => {
    if (!isSame(asked, studies)) {
      studies = asked
      given = locate(asked, searched.loaded)
    }
    return queries.map((query) => foundBy(query, given, searched))
  }
}

/** The given studies of one segment, in order of documents. */
interface Given {
  readonly one: LoadedSegment
  readonly within: Matches
  /** What was read of them. */
  readonly keptTexts: KeptTexts
  /** For each document, its places among the studies asked about. */
  readonly places: ReadonlyMap<number, readonly number[]>
}

function locate(studies: readonly number[], loaded: readonly LoadedSegment[]): readonly Given[] {
  const asked = new Map<number, number[]>()
  for (const [place, nct] of studies.entries()) {
    const places = asked.get(nct)
    if (places) places.push(place)
    else asked.set(nct, [place])
  }
  return loaded.flatMap((one) => {
    const { nct } = one.columns
    const places = new Map<number, readonly number[]>()
    for (let doc = 0; doc < nct.length; doc++) {
      const here = one.alive[doc] === 1 ? asked.get(nct[doc] as number) : undefined
      if (here) places.set(doc, here)
    }
    if (places.size === 0) return []
    const docs = Int32Array.from(places.keys())
    return [
      {
        one,
        places,
        within: { docs, scores: new Float32Array(docs.length), count: docs.length },
        keptTexts: { texts: new Map(), left: mostKept },
      },
    ]
  })
}

/** Characters of long texts in one segment: those of some thousand studies. */
const mostKept = 8_000_000

function isSame(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((nct, index) => nct === b[index])
}

/** As the page's search does: words are read less strictly, and long texts count, only when the whole search finds nothing. */
function foundBy(query: Query, given: readonly Given[], searched: SearchParts): readonly number[] {
  if (given.length === 0) return []
  const { plan, findings, read } = planUntilFound(query, searched, (tried, about) =>
    findsAnything(withinAbout(tried, about), given, searched),
  )
  const found = placesFound(plan, query, given, searched)
  if (found.length > 0 || query.q === undefined || findings.isSentence) return found
  const body = planQuery(query, searched.lexicon, {
    findings: noFindings(),
    asWords: [],
    body: true,
    read,
  })
  if (!mayFind(body, query, given, searched) || passesSome(plan, whateverStatus(query), searched))
    return []
  return placesFound(body, query, given, searched)
}

function placesFound(
  plan: Plan | undefined,
  query: Query,
  given: readonly Given[],
  searched: SearchParts,
): readonly number[] {
  const found: number[] = []
  for (const some of given) {
    const { one, within, places } = some
    beginEvaluation()
    const matches = plan ? evaluateWithin(plan, some, searched) : within
    if (matches.count === 0) continue
    const fails = failedFiltersOf(query, one)
    for (let i = 0; i < matches.count; i++) {
      const doc = matches.docs[i] as number
      const here = places.get(doc)
      if (here && fails(doc) === 0) found.push(...here)
    }
  }
  return found.toSorted((a, b) => a - b)
}

function evaluateWithin(
  plan: Plan,
  { one, within, keptTexts }: Given,
  searched: SearchParts,
): Matches {
  return evaluate(plan, one.segment, { ...ownCounts(one, searched), keptTexts }, within)
}

/** As the search of a page does. */
function evaluateWhole(plan: Plan, one: LoadedSegment, searched: SearchParts): Matches {
  return evaluate(plan, one.segment, ownCounts(one, searched))
}

/**
 * Counts of one segment instead of the whole catalogue's, which are sooner known: they change the scores, and the order in
 * which words are looked up, and not what is found.
 */
function ownCounts({ segment }: LoadedSegment, { statistics }: SearchParts): EvaluatedBy {
  return {
    // Texts are read of the given studies only: they are few.
    readUntil: Infinity,
    statistics: {
      ...statistics,
      documents: (index, term) => segment.documents(index, term),
      holdingBeginning: (beginning) => termOfBeginning(segment, beginning)?.documents ?? 0,
    },
  }
}

/** False only when none of the given studies can be found. Phrases are taken for their words: no text is read. */
function mayFind(
  plan: Plan | undefined,
  query: Query,
  given: readonly Given[],
  searched: SearchParts,
): boolean {
  const loose = plan && loosely(plan)
  return given.some((some) => {
    beginEvaluation()
    const found = loose ? evaluateWithin(loose, some, searched) : some.within
    return passesAny(found, query, some.one)
  })
}

/** Whether a plan finds any study, whatever the filters: mostly one of those given, or the first segment, says so. */
function findsAnything(
  plan: Plan | undefined,
  given: readonly Given[],
  searched: SearchParts,
): boolean {
  if (!plan) return true
  const isAmong = given.some((some) => {
    beginEvaluation()
    return evaluateWithin(plan, some, searched).count > 0
  })
  return (
    isAmong ||
    searched.loaded.some((one) => {
      beginEvaluation()
      return evaluateWhole(plan, one, searched).count > 0
    })
  )
}

/** The same for studies of any status: what is not open is found, and only not shown. */
function whateverStatus({ status: _status, ...query }: Query): Query {
  return query
}

/** Whether the whole search, with its filters, finds any study. */
function passesSome(plan: Plan | undefined, query: Query, searched: SearchParts): boolean {
  return searched.loaded.some((one) => {
    beginEvaluation()
    const matches = plan ? evaluateWhole(plan, one, searched) : everything(one.segment.count)
    return passesAny(matches, query, one)
  })
}

function passesAny({ docs, count }: Matches, query: Query, one: LoadedSegment): boolean {
  if (count === 0) return false
  const fails = failedFiltersOf(query, one)
  for (let i = 0; i < count; i++) if (fails(docs[i] as number) === 0) return true
  return false
}
