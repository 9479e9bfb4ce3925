import { join } from 'node:path'
import { exitOfDamage } from '../model/catalogue.ts'
import { CatalogueDamaged, ListIncomplete, unlessDamaged } from '../model/damage.ts'
import type { Manifest } from '../model/manifest.ts'
import { openNames, readSoundNames, type Names } from '../segment/names.ts'
import type { Segment } from '../segment/segment.ts'
import {
  type Excluded,
  type Query,
  type Ranked,
  type Results,
  type SimilarOnly,
  type WeightedPlan,
  defaultPageSize,
} from '../model/query.ts'
import type { Selection } from '../model/where.ts'
import type { FieldSizes, FieldValues } from '../model/field-counts.ts'
import { sizesOfField, valuesOfField } from '../select/count-values.ts'
import { type ReadFrom, type ReadValues, readValues } from '../select/read-values.ts'
import { type SelectedHere, selectFrom } from '../select/select.ts'
import { type ReadUntil, readingFor } from '../select/verify.ts'
import { searcherAmong } from './among.ts'
import { explainedHit } from './explained-hit.ts'
import { excludedStudy, planOfExcluded } from './excluded.ts'
import { type LoadedSegment, loadSegments, newestStudy, openSegments } from '../segment/loaded.ts'
import type { StoredStudy } from '../model/stored.ts'
import { withinAbout } from './plan-about.ts'
import type { Lexicon } from './lexicon.ts'
import { type PlanFindings, noFindings, understoodOf } from './plan-findings.ts'
import { planQuery, planUntilFound, type ReadPlan } from './plan-query.ts'
import { rank } from './rank.ts'
import { type PlanResult, type RunIn, bestOfPlan, matchesIn, runPlan } from './run-plan.ts'
import type { Plan } from '../model/plan.ts'
import { beginEvaluation } from '../segment/scratch.ts'
import { studiesLike } from './similar.ts'
import { openSound } from '../segment/sound-state.ts'
import { type CatalogueNames, type Statistics, lexiconOf, statisticsOf } from './statistics.ts'
import { reasonsAsked } from './why.ts'
import { hasSaid, searchedAsSaid } from './without-said.ts'
import type { Vocabulary } from '../../vocabulary/concept.ts'
import { nctNumber } from '../model/nct-number.ts'

/** Searches one state of a catalogue, in this process. What it is asked of it answers at once. */
export interface Engine {
  /** Throws `ReadingTooLong` where texts had to be read for more than so many milliseconds; none for no limit. */
  search(query: Query, withinMs?: number): Results
  /** The studies most like one: those that share its conditions and treatments, rarest first; undefined for damage. */
  similar(
    nctId: string,
    limit: number,
    today: string,
    only?: SimilarOnly,
  ): Results['hits'] | undefined
  /** The studies in which most of many weighted plans is found, within a query's filters; of what is not damaged. */
  rank(plans: readonly WeightedPlan[], query: Query, limit: number): readonly Ranked[]
  /**
   * For each query, the places in `studies` (numbers of NCT ids) of those that its search finds. Throws `ListIncomplete`
   * where anything damaged was met.
   */
  searchAmong(studies: readonly number[], queries: readonly Query[]): readonly (readonly number[])[]
  /**
   * The studies that are asked for by the fields of their records, exactly. Throws `ReadingTooLong` where that took more than so
   * many milliseconds of reading, and `ListIncomplete` where anything damaged was met.
   */
  select(selection: Selection, withinMs: number): SelectedHere
  /** How many values the studies have in a field (by its place in `pieces`), and which; undefined for damage. */
  sizes(field: number): FieldSizes | undefined
  values(field: number): FieldValues | undefined
  readValues(fields: readonly number[], from: ReadFrom): ReadValues | undefined
  /** By NCT id (`NCT02390596`): the version that counts, whole. Throws `StudyDamaged` where its record is not as it was written. */
  study(nctId: string): StoredStudy | undefined
  readonly studies: number
  /** How often something damaged was met since it was opened: what was ranked while this rose is not complete. */
  damageMet(): number
  close(): void
}

/**
 * Opens the catalogue in a folder as it is now; where that is damaged, as it was before the last import; or the state of a
 * `number` and no other. Throws when there is none, and `CatalogueDamaged`.
 */
export function openEngine(folder: string, vocabulary: Vocabulary, number?: number): Engine {
  const open = (manifest: Manifest): Pick<Parts, 'loaded'> & { readonly segments: Segment[] } => {
    // The same is sound here as for a server that opens it now.
    if (number === undefined) readSoundNames(join(folder, manifest.names), manifest.namesChecksum)
    const segments = openSegments(folder, manifest.segments)
    return { segments, loaded: loadSegments(segments) }
  }
  const state = openSound(folder, open, number)
  if (!state) throw new Error(`there is no catalogue in ${folder} yet: run an import first`)
  const { manifest, opened } = state
  const read = <T>(pick: (names: Names) => T): T => {
    const names = openNames(join(folder, manifest.names), manifest.namesChecksum)
    const picked = pick(names)
    names.close()
    return picked
  }
  const names: CatalogueNames = {
    words: () => read((one) => one.words()),
    otherNames: () => read((one) => one.otherNames()),
  }
  return engineOf({ ...opened, studies: manifest.summary.studies, names, vocabulary })
}

/** What an engine searches: segments, oldest first, as they are open and loaded. */
export interface Searched {
  readonly segments: readonly Segment[]
  readonly loaded: readonly LoadedSegment[]
  /** How many studies they hold in all. */
  readonly studies: number
  readonly names: CatalogueNames
  readonly vocabulary: Vocabulary
}

/** The engine over segments that are open. Closing it closes them. `searchAmong` throws `ListIncomplete` as `Engine` says. */
export function engineOf({ segments, loaded, studies, names, vocabulary }: Searched): Engine {
  const incidents = { count: 0 }
  const note = (): void => void incidents.count++
  const statistics = statisticsOf(loaded, studies, note)
  const lexicon = lexiconOf(statistics, vocabulary, names, note)
  const parts: Parts = {
    loaded,
    studies,
    statistics,
    lexicon,
    vocabulary,
    incidents,
    readUntil: Infinity,
  }
  const among = searcherAmong(parts)
  return {
    studies,
    search: (query, withinMs = Infinity) => {
      const timed = { ...parts, readUntil: readingFor(withinMs) }
      return searchedAsSaid(query, (one) => searchWithin(one, timed))
    },
    similar: (nctId, limit, today, only = {}) =>
      allOrNone(
        () => studiesLike(nctId, limit, { ...only, today }, { ...runIn(parts), vocabulary }),
        incidents,
      ),
    rank: (plans, query, limit) => rank(plans, query, limit, parts, note),
    searchAmong: (asked, queries) => {
      const found = allOrNone(() => among(asked, queries), incidents)
      if (!found) throw new ListIncomplete()
      return found
    },
    select: (selection, withinMs) => {
      const selected = allOrNone(
        () => selectFrom(selection, parts, readingFor(withinMs)),
        incidents,
      )
      if (!selected) throw new ListIncomplete()
      return selected
    },
    sizes: (field) => allOrNone(() => sizesOfField(loaded, field), incidents),
    values: (field) => allOrNone(() => valuesOfField(loaded, field), incidents),
    readValues: (fields, from) => allOrNone(() => readValues(loaded, fields, from), incidents),
    study: (nctId) => newestStudy(segments, nctNumber(nctId)),
    damageMet: () => incidents.count,
    close: () => {
      for (const segment of segments) segment.close()
    },
  }
}

/**
 * `openEngine` for a process of a pool, which ends with a code of its own where no state is sound: its asker is told.
 * Throws what `openEngine` throws for any other reason.
 */
export function openEngineOrExit(folder: string, vocabulary: Vocabulary, number?: number): Engine {
  try {
    return openEngine(folder, vocabulary, number)
  } catch (error) {
    if (error instanceof CatalogueDamaged) process.exit(exitOfDamage)
    throw error
  }
}

interface Parts {
  readonly loaded: readonly LoadedSegment[]
  readonly studies: number
  readonly statistics: Statistics
  readonly readUntil: ReadUntil
  readonly lexicon: Lexicon
  readonly vocabulary: Vocabulary
  /** How often something damaged was met: what was answered meanwhile is not complete. */
  readonly incidents: { count: number }
}

/** An answer, or undefined where anything damaged was met on the way to it. */
function allOrNone<T>(answer: () => T, incidents: Parts['incidents']): T | undefined {
  const before = incidents.count
  const found = unlessDamaged(answer, () => void incidents.count++)
  return incidents.count > before ? undefined : found
}

function searchWithin(query: Query, parts: Parts): Results {
  const { incidents } = parts
  const before = incidents.count
  let tried: { readonly plan: Plan | undefined; readonly result: PlanResult } | undefined
  const { plan, findings, asWords, read } = planUntilFound(query, parts, (one, about) => {
    if (!tried || tried.plan !== one) tried = { plan: one, result: run(one, query, parts) }
    return (tried.result.total > 0 && !about) || finds(withinAbout(one, about), parts)
  })
  const first = tried?.plan === plan && tried ? tried.result : run(plan, query, parts)
  const mayBeInBody =
    first.counts.all === 0 && query.q !== undefined && !findings.isSentence && !hasSaid(query)
  const again = mayBeInBody ? searchBody(query, parts, read) : first
  const inEligibility = again !== first && again.counts.all > 0
  const { total, counts, facets, page } = inEligibility ? again : first
  const explaining = { query, parts, reasons: reasonsAsked(query, findings, inEligibility) }
  const hits = page.flatMap(({ segment, doc }) => {
    const from = parts.loaded[segment] as LoadedSegment
    const hit = unlessDamaged(
      () => explainedHit(from, doc, explaining),
      () => void incidents.count++,
    )
    return hit ?? []
  })
  const excluded = plan && excludedFrom(plan, query, findings, parts)
  return {
    total,
    page: query.page ?? 1,
    pageSize: query.pageSize ?? defaultPageSize,
    hits,
    counts,
    facets,
    corrections: findings.corrections,
    asWords,
    inEligibility,
    concepts: findings.concepts,
    ...(excluded && { excluded }),
    drugs: findings.drugs.map(({ words, name }) => ({ words, name })),
    understood: understoodOf(findings),
    ...(incidents.count > before && { isIncomplete: true as const }),
  }
}

const mostExcluded = 3

function excludedFrom(
  plan: Plan,
  query: Query,
  { concepts }: PlanFindings,
  parts: Parts,
): Excluded | undefined {
  const asked = planOfExcluded(plan)
  if (!asked) return undefined
  const few = { ...query, page: 1, pageSize: mostExcluded }
  const { total, page } = bestOfPlan(asked, few, runIn(parts))
  if (total === 0) return undefined
  const terms = concepts.map(({ term }) => term)
  const studies = page.flatMap(({ segment, doc }) => {
    const from = parts.loaded[segment] as LoadedSegment
    return (
      unlessDamaged(
        () => excludedStudy(from.segment.studyAt(doc).study, terms, parts.vocabulary),
        () => void parts.incidents.count++,
      ) ?? []
    )
  })
  return { total, studies }
}

/** Nothing matched: the words of `q` are looked for in the long texts too. */
function searchBody(query: Query, parts: Parts, read: ReadPlan['read']): PlanResult {
  const findings = noFindings()
  const plan = planQuery(query, parts.lexicon, { findings, asWords: [], body: true, read })
  return run(plan, query, parts)
}

function finds(plan: Plan | undefined, parts: Parts): boolean {
  const { loaded, incidents } = parts
  return loaded.some(({ segment }) => {
    beginEvaluation()
    return matchesIn(segment, plan, parts, () => void incidents.count++).count > 0
  })
}

/** A segment in which something sought is damaged gives nothing, and is noted. */
function runIn({ loaded, statistics, readUntil, incidents }: Parts): RunIn {
  return { loaded, statistics, readUntil, onDamage: () => void incidents.count++ }
}

function run(plan: Plan | undefined, query: Query, parts: Parts): PlanResult {
  return runPlan(plan, query, runIn(parts))
}
