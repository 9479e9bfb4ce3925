import { join } from 'node:path'
import { neededManifest } from '../model/manifest.ts'
import { openNames } from '../segment/names.ts'
import {
  type Query,
  type Ranked,
  type Results,
  type WeightedPlan,
  defaultPageSize,
} from '../model/query.ts'
import { searcherAmong } from './among.ts'
import { hitOf } from './hits.ts'
import { fieldOf } from '../segment/read-postings.ts'
import { type LoadedSegment, loadSegments, newestStudy, openSegments } from '../segment/loaded.ts'
import type { StoredStudy } from '../model/stored.ts'
import type { PlanFindings, Lexicon } from './plan.ts'
import { planQuery, planSimilar } from './plan-query.ts'
import { rank } from './rank.ts'
import { runPlan } from './run-plan.ts'
import { type Statistics, lexiconOf, statisticsOf } from './statistics.ts'
import { type ExplainedStudy, whyFound } from './why.ts'
import type { Vocabulary } from '../../vocabulary/concept.ts'
import { nctNumber } from '../model/nct-number.ts'

/** Searches one state of a catalogue, in this process. What it is asked of it answers at once. */
export interface Engine {
  search(query: Query): Results
  /** The studies most like one: those that share its conditions and treatments, rarest first. */
  similar(nctId: string, limit: number, today: string): Results['hits']
  /** The studies in which most of many weighted plans is found, within a query's filters. */
  rank(plans: readonly WeightedPlan[], query: Query, limit: number): readonly Ranked[]
  /** For each query, the places in `studies` (numbers of NCT ids) of those that its search finds. */
  searchAmong(studies: readonly number[], queries: readonly Query[]): readonly (readonly number[])[]
  /** By NCT id (`NCT02390596`): the version that counts, whole. */
  study(nctId: string): StoredStudy | undefined
  readonly studies: number
  close(): void
}

/** Opens the catalogue in a folder as it is now. Throws when there is none. */
export function openEngine(folder: string, vocabulary: Vocabulary): Engine {
  const manifest = neededManifest(folder)
  const segments = openSegments(folder, manifest.segments)
  const loaded = loadSegments(segments)
  const names = openNames(join(folder, manifest.names))
  const statistics = statisticsOf(loaded, manifest.summary.studies)
  const lexicon = lexiconOf(statistics, vocabulary, names)
  const parts: Parts = { loaded, statistics, lexicon, vocabulary }
  const among = searcherAmong(parts)
  return {
    studies: manifest.summary.studies,
    search: (query) => search(query, parts),
    similar: (nctId, limit, today) => similar(nctId, limit, today, parts),
    rank: (plans, query, limit) => rank(plans, query, limit, parts),
    searchAmong: (studies, queries) => among(studies, queries),
    study: (nctId) => newestStudy(segments, nctNumber(nctId)),
    close: () => {
      for (const segment of segments) segment.close()
      names.close()
    },
  }
}

interface Parts {
  readonly loaded: readonly LoadedSegment[]
  readonly statistics: Statistics
  readonly lexicon: Lexicon
  readonly vocabulary: Vocabulary
}

function search(query: Query, parts: Parts): Results {
  const findings: PlanFindings = { corrections: [], concepts: [] }
  const asWords: string[] = []
  const plan = planQuery(query, parts.lexicon, { findings, asWords, body: false })
  const first = runPlan(plan, query, parts.loaded, parts.statistics)
  const again = first.total === 0 && query.q !== undefined ? searchBody(query, parts) : first
  const inEligibility = again !== first && again.total > 0
  const { total, facets, page } = inEligibility ? again : first
  const hits = page.map(({ segment, doc }) => {
    const from = parts.loaded[segment] as LoadedSegment
    const brief = from.segment.briefAt(doc)
    const readable: ExplainedStudy = {
      brief,
      fieldOf: (stem) => {
        const term = from.segment.term('main', stem)
        return term && fieldOf(term, doc)
      },
      whole: () => from.segment.studyAt(doc).study,
    }
    const why = whyFound(readable, query, findings, parts.vocabulary, inEligibility)
    return hitOf(brief, from, doc, query, why)
  })
  return {
    total,
    page: query.page ?? 1,
    pageSize: query.pageSize ?? defaultPageSize,
    hits,
    facets,
    corrections: findings.corrections,
    asWords,
    inEligibility,
    concepts: findings.concepts,
  }
}

/** Nothing matched: the words of `q` are looked for in the long texts too. */
function searchBody(query: Query, parts: Parts): ReturnType<typeof runPlan> {
  const findings: PlanFindings = { corrections: [], concepts: [] }
  const plan = planQuery(query, parts.lexicon, { findings, asWords: [], body: true })
  return runPlan(plan, query, parts.loaded, parts.statistics)
}

function similar(nctId: string, limit: number, today: string, parts: Parts): Results['hits'] {
  const segments = parts.loaded.map(({ segment }) => segment)
  const stored = newestStudy(segments, nctNumber(nctId))
  const plan = stored && planSimilar(stored, parts.vocabulary)
  if (!plan) return []
  const query: Query = { today, pageSize: limit + 1 }
  return runPlan(plan, query, parts.loaded, parts.statistics)
    .page.map(({ segment, doc }) => {
      const from = parts.loaded[segment] as LoadedSegment
      return hitOf(from.segment.briefAt(doc), from, doc, query, [])
    })
    .filter((hit) => hit.nctId !== nctId)
    .slice(0, limit)
}
