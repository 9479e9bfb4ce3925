/**
 * Which studies, asked by the fields of their records: what programs ask (the registry's API, FHIR). A door reads its own
 * language into this and nothing else; it is plain data, and goes to the processes that search as it is.
 */
export type Where =
  | { readonly kind: 'everything' }
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Where[] }
  | { readonly kind: 'not'; readonly part: Where }
  | WhereWords
  /** One of these values in a field of few values (an enumeration, yes or no, an id), as the record writes it. */
  | { readonly kind: 'value'; readonly piece: string; readonly values: readonly string[] }
  /**
   * A value from one bound to the other, both included, in a field of dates (`2016-02`), ages (`6 Months`) or numbers;
   * no bound is no limit. A partial date stands for its whole span. What has no value is never in a range, but for an age
   * limit that is absent: no limit is open.
   */
  | {
      readonly kind: 'range'
      readonly piece: string
      readonly from: string | null
      readonly to: string | null
    }
  /** The field, or every field below this path, has no value. */
  | { readonly kind: 'missing'; readonly piece: string }
  /** The field, or the list at this path (with `[]` at its end), has exactly so many values. */
  | { readonly kind: 'size'; readonly piece: string; readonly count: number }
  /** A site within so many metres. */
  | {
      readonly kind: 'near'
      readonly latitude: number
      readonly longitude: number
      readonly metres: number
    }
  /** One of these studies (`NCT02390596`), or what was once registered so. */
  | { readonly kind: 'ids'; readonly ids: readonly string[] }
  /** All of it within one and the same element of a list, such as one site: its path with `[]` at its end. */
  | { readonly kind: 'together'; readonly list: string; readonly part: Where }

/** Words in fields. */
export interface WhereWords {
  readonly kind: 'words'
  readonly text: string
  /** The fields looked at, each with what a match there is worth, and whether synonyms count. */
  readonly fields: readonly WhereField[]
  /** Whether the words stood in quotes: then side by side in their order. */
  readonly isQuoted: boolean
  readonly expansion: Expansion
  readonly coverage: Coverage
}

/** A field that words are looked for in. */
export interface WhereField {
  readonly piece: string
  readonly weight: number
  readonly hasSynonyms: boolean
}

/**
 * How freely words are taken. `none`: as they are written, but for case and accents. `term`: in any form of the word, side by
 * side. `concept`: and other names of the same illness or medicine. `relaxation`: and its words apart, in any of the fields
 * (in quotes: as `concept`). `lossy`: and with words missing (in quotes: as `concept`).
 */
export type Expansion = 'none' | 'term' | 'concept' | 'relaxation' | 'lossy'

/** How much of a value the words must be: all, its start, its end, or anything in it. */
export type Coverage = 'fullMatch' | 'startsWith' | 'endsWith' | 'contains'

/** What is asked of the catalogue: which studies, in which order, from where. */
export interface Selection {
  /** Ranks what it finds; everything where absent. */
  readonly where?: Where
  /** Leaves out, and ranks nothing. */
  readonly filter?: Where
  /** Up to two fields of dates, ages or numbers, or relevance; then by NCT id, the newest first. */
  readonly sort: readonly SortKey[]
  /** Only what comes after this place in the order. */
  readonly after?: OrderPlace
  /** At most 1,000. */
  readonly limit: number
  /** Whether all that is found is counted. */
  readonly isCounted: boolean
  /**
   * How many records may be read for one page. Where the index leaves more in doubt, studies are read in their order until the page is
   * full or so many are read, and nothing is counted: a page may then hold fewer, or none, and say where the next goes on. Absent: all
   * that has to be read is. It counts for nothing where the order is one by relevance, which needs them all.
   */
  readonly mostRead?: number
}

/** What is ordered by: what has no value comes last either way. */
export interface SortKey {
  /** A field, how many values it has (`ArmGroupLabel:size`), or `@relevance`. */
  readonly piece: string
  readonly direction: 'asc' | 'desc'
}

/** A place in an order: the values of its keys (null where there is none) and the number of the study's NCT id. */
export interface OrderPlace {
  readonly keys: readonly (number | null)[]
  readonly nct: number
}

/** What was found. */
export interface Selected {
  readonly studies: readonly SelectedStudy[]
  /** Whether more comes after the last. */
  readonly hasMore: boolean
  /** How many there are in all, where it was asked, and all that is in doubt was read. */
  readonly total?: number
  /** Where the next page goes on, if that is not after the last study of this one: there is more, and perhaps nothing that is found. */
  readonly goesOnAfter?: OrderPlace
  /** The number of the catalogue's state that answered: an order by relevance holds only within one. */
  readonly state: number
}

/** A study that was found, with its place in the order. */
export interface SelectedStudy extends OrderPlace {
  /** From 0 up; 0 where nothing ranks. */
  readonly score: number
}

/** How many records one page of so many studies may read where the index leaves some in doubt: that takes some hundred milliseconds. */
export function mostReadFor(limit: number): number {
  return 1000 + limit
}
