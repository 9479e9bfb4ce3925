import { remembering } from '../../../base/lru.ts'
import type { Index } from '../model/fields.ts'
import type { Query } from '../model/query.ts'
import { boxQueriesOf } from './box-queries.ts'
import { type EvaluatedBy, evaluate } from './evaluate.ts'
import { expectingMany } from './expecting-many.ts'
import { failedFiltersOf } from './filters.ts'
import { termOfBeginning } from '../segment/beginnings.ts'
import type { LoadedSegment } from '../segment/loaded.ts'
import { type Matches, everything } from '../segment/matches.ts'
import { withinAbout } from './plan-about.ts'
import type { Lexicon } from './lexicon.ts'
import { noFindings } from './plan-findings.ts'
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
export function searcherAmong(parts: SearchParts): SearchAmong {
  const searched = { ...parts, lexicon: { ...parts.lexicon, onlyFound: {} } }
  let studies: readonly number[] = []
  let given: readonly Given[] = []
  let byBox: FoundByBox = () => undefined
  const expectMore = expectingMany(searched.loaded)
  return (asked, queries) => {
    expectMore(queries.length)
    if (!isSame(asked, studies)) {
      studies = asked
      given = locate(asked, searched.loaded)
      byBox = boxesFound(given, searched)
    }
    return queries.map((query) => {
      const boxes = boxQueriesOf(query)
      return boxes ? placesInAll(boxes, query, given, byBox) : foundBy(query, given, searched)
    })
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

/** The studies of each segment that one box of a query finds; undefined where it finds none. */
type FoundByBox = (query: Query) => readonly Docs[] | undefined

/** Documents of one segment, in order. */
type Docs = Int32Array

/** Looks each text of a box up once: thousands of searches share the name of an illness or of a treatment. */
function boxesFound(given: readonly Given[], searched: SearchParts): FoundByBox {
  const lexicon = { ...searched.lexicon, onlyFound: { within: heldBy(given) } }
  return remembering(
    mostBoxes,
    (query: Query) => JSON.stringify(query),
    (query) => {
      const planning = { findings: noFindings(), asWords: [], body: false }
      const plan = planQuery(query, lexicon, planning)
      const found = given.map((some) => {
        beginEvaluation()
        return docsOf(plan ? evaluateWithin(plan, some, searched) : some.within)
      })
      return found.some(({ length }) => length > 0) ? found : undefined
    },
  )
}

const mostBoxes = 50_000

function heldBy(given: readonly Given[]): (index: Index, term: string) => boolean {
  return (index, term) => given.some(({ one }) => one.segment.documents(index, term) > 0)
}

/** A copy: what is found lies in memory that the next evaluation uses again. */
function docsOf({ docs, count }: Matches): Docs {
  return docs.slice(0, count)
}

/** What each of the boxes finds, and the filters pass. The test of this module asks the page's search for the same. */
function placesInAll(
  boxes: readonly Query[],
  query: Query,
  given: readonly Given[],
  byBox: FoundByBox,
): readonly number[] {
  let left = given.map(({ within }) => within.docs)
  for (const box of boxes) {
    const found = byBox(box)
    if (!found) return []
    left = left.map((docs, at) => inBoth(docs, found[at] as Docs))
  }
  return placesPassing(left, query, given)
}

function inBoth(a: Docs, b: Docs): Int32Array<ArrayBuffer> {
  const docs: number[] = []
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [one, other] = [a[i] as number, b[j] as number]
    if (one === other) docs.push(one)
    if (one <= other) i++
    if (other <= one) j++
  }
  return Int32Array.from(docs)
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
  const found = given.map((some) => {
    beginEvaluation()
    return docsOf(plan ? evaluateWithin(plan, some, searched) : some.within)
  })
  return placesPassing(found, query, given)
}

/** The places of what passes the filters of a query, in order. */
function placesPassing(
  matched: readonly Docs[],
  query: Query,
  given: readonly Given[],
): readonly number[] {
  const found: number[] = []
  for (const [at, { one, places }] of given.entries()) {
    const docs = matched[at] as Docs
    if (docs.length === 0) continue
    const fails = failedFiltersOf(query, one)
    for (const doc of docs) {
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
