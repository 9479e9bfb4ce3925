import type { SitePoint } from '../../places/place.ts'
import type { Study } from '../../registry/study.ts'

/** One study as the catalogue keeps it: the record whole, and what was worked out when it was imported. */
export interface StoredStudy {
  readonly study: Study
  /** The day the registry processed the record (`yyyy-MM-dd`), where it says so. */
  readonly processed?: string
  /** The day of the import that brought this version (`yyyy-MM-dd`). */
  readonly imported: string
  /** Where the record lay, for messages: `bulk.zip: NCT02390596.json`. Not known of records imported long ago. */
  readonly place?: string
  /** One for each of the record's locations, in order; undefined where no coordinates could be found. */
  readonly points: readonly (SitePoint | undefined)[]
  /** For each location the area it is in, as `FR/11/94` (`AreaPath`); null where its country is not known. */
  readonly areas?: readonly (string | null)[]
  /** Changes between the versions imported here, newest first. */
  readonly history: readonly Change[]
  /** Medical categories (slugs), each with the MeSH term that gave it. */
  readonly categories: readonly { readonly slug: string; readonly term: string }[]
}

/** What one import changed in a study. */
export interface Change {
  /** `yyyy-MM-dd` of the import. */
  readonly imported: string
  /** `yyyy-MM-dd` on which the registry processed the older and the newer version. */
  readonly from?: string
  readonly to?: string
  readonly fields: readonly FieldChange[]
  /** What makes the older version whole of the newer one, without contacts: a `Difference` as JSON; absent where it is too much. */
  readonly was?: string
}

/** One value that differs between two versions of a record. */
export interface FieldChange {
  readonly field: ChangedField
  /** The record's path, as `protocolSection.statusModule.overallStatus`. */
  readonly path: string
  /** The sites that changed alike, by name and place, where the change is one of sites. */
  readonly of?: readonly string[]
  /**
   * A value as the registry writes it (`2015-06, ACTUAL`); of lists and long texts, a line for each
   * entry taken away (before) and added (after).
   */
  readonly before?: string
  readonly after?: string
}

/** The kinds of change that are told apart. */
export type ChangedField =
  | 'status'
  | 'dates'
  | 'sites'
  | 'contacts'
  | 'eligibility'
  | 'title'
  | 'design'
  | 'treatments'
  | 'outcomes'
  | 'results'
  | 'sponsor'
  | 'description'
  | 'other'
