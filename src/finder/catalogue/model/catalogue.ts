import type { AskedStudy } from '../../registry/study-id.ts'
import { ListIncomplete } from './damage.ts'
import type { ChangeList, ChangeListName } from './changes.ts'
import type { Hit, Query, Results, SimilarOnly } from './query.ts'
import type { FieldSizes, FieldValues } from './field-counts.ts'
import type { Selected, Selection } from './where.ts'
import type { StoredStudy } from './stored.ts'
import type { CatalogueSummary, StudyCount, Suggestion } from './summary.ts'

/**
 * The catalogue as doors see it: every study read and found through this one narrow face, so that
 * what is under it can be replaced. Searches run in other processes; the rest are point reads.
 */
export interface Catalogue {
  /** Throws `SearchTooSlow` when cut off after two seconds of work, `CatalogueBusy` when too many are waiting or the machine gave it no turn. */
  search(query: Query): Promise<Results>
  /**
   * For each query, which of some studies (as places in `nctIds`, rising) the same search as a page's finds,
   * all its filters applied. Made for thousands of queries at once; throws as `search` does, and `ListIncomplete` where
   * something that is needed for it is damaged.
   */
  searchAmong(
    nctIds: readonly string[],
    queries: readonly Query[],
  ): Promise<readonly (readonly number[])[]>
  /**
   * The studies that are asked for by the fields of their records, exactly and in an order without gaps or repeats. Throws
   * `SearchTooSlow` rather than give part of an answer, `CatalogueBusy`, and `ListIncomplete` where what it needs is damaged.
   */
  select(selection: Selection): Promise<Selected>
  /**
   * The values that the studies have in a field, by its name (`LocationCity`), and how many each study has; undefined for a name that
   * is no field's. What no column holds is read from all records, once for each state of the catalogue, between other questions:
   * for a long text of the whole registry that takes minutes. Of `others`, which are asked for next, as many are read along
   * as find room. Throws as `select`.
   */
  fieldValues(piece: string, others?: readonly string[]): Promise<FieldValues | undefined>
  fieldSizes(piece: string): Promise<FieldSizes | undefined>
  /** How many records would have to be read for `fieldValues` of these fields, as far as they are not counted yet. */
  fieldReads(named: readonly string[]): Promise<number>
  /** What the imports of the last weeks changed: the lists still kept, oldest first. */
  changeLists(): readonly ChangeListName[]
  /** Undefined when there is no list of that name, or no more. */
  readChangeList(name: string): Promise<ChangeList | undefined>
  /** Whether there is a study of an NCT id, in any case; its record is not read. */
  has(nctId: string): boolean
  /** By NCT id, in any case. Throws `StudyDamaged` where its record is not as it was written. */
  study(nctId: string): StoredStudy | undefined
  /**
   * The NCT ids of the studies that are asked for: the study itself, the one once registered so, or all that have this number
   * in another registry or from their sponsor; at most 100. Empty where there is none.
   */
  idsOf(asked: AskedStudy): readonly string[]
  /**
   * At most `limit` studies most like this one (same conditions, open ones first), of those that `only` asks for; undefined
   * where something that is needed for it is damaged. With a status of `only` that people can join, what is sure comes first.
   */
  similar(
    nctId: string,
    limit: number,
    today: string,
    only?: SimilarOnly,
  ): Promise<readonly Hit[] | undefined>
  /** Conditions and treatments that begin with what was typed, most studied first. */
  suggest(typed: string, limit: number): readonly Suggestion[]
  summary(): CatalogueSummary
  /** Studies (all, and recruiting) in each medical category, by slug. */
  categoryCounts(): Readonly<Record<string, StudyCount>>
  /** Studies at or below each MeSH disease tree number given. */
  treeCounts(trees: readonly string[]): Readonly<Record<string, StudyCount>>
  /** Ids with the day of their last update (`yyyy-MM-dd`), in order of id, for the sitemap. */
  ids(from: number, count: number): readonly { readonly nctId: string; readonly updated?: string }[]
  /** Reads every piece of every file for damage, in turns with other work; empty when all is sound. */
  damage(): Promise<readonly string[]>
  close(): Promise<void>
}

/** A search that had not finished after two seconds of work and was stopped. */
export class SearchTooSlow extends Error {
  override readonly name = 'SearchTooSlow'
}

/** More searches are waiting than can be answered in good time, or the machine is too busy for this one. */
export class CatalogueBusy extends Error {
  override readonly name: string = 'CatalogueBusy'
}

/** What is thrown where a question about the catalogue was not answered. */
export const searchFaults = {
  busy: () => new CatalogueBusy(),
  tooSlow: () => new SearchTooSlow(),
  notReady: (code: number | null) => (code === exitOfDamage ? new ListIncomplete() : undefined),
} as const

/** What a process ends with that finds no state of the catalogue sound. */
export const exitOfDamage = 65
