import type { AgeSpan } from '../../registry/ages.ts'
import type { FacetName, FilterValues } from './filter-table.ts'
import type { Plan } from './plan.ts'
import type { TriedTreatment } from '../../vocabulary/treatment-names.ts'

/** What is asked of the catalogue: typed, checked values, with those of the filters. */
export interface Query extends FilterValues {
  /** Words in any field (other than eligibility text). Each text is an expression: "…", OR, -, NOT, ( ), prefix*. */
  readonly q?: string
  readonly cond?: string
  readonly intr?: string
  readonly title?: string
  readonly spons?: string
  /** Words in the eligibility text, searched only where asked for. */
  readonly elig?: string
  readonly near?: Near
  /** Only studies with a site in this area (`AreaPath`): a country, a region, a department. */
  readonly area?: string
  /** Only studies with a site within this distance of `near`. */
  readonly withinKm?: number
  /** The seeker's age in days, both inclusive: "2 years" is any day from the 2nd birthday to the day before the 3rd. */
  readonly age?: AgeSpan
  /** Somebody's age or sex was said beside the words: a medicine that they name is what that person takes or took, unless they ask for it. */
  readonly isOfPerson?: true
  /** A place was said beside the words: those that are no name only put studies first. */
  readonly isPlaceSaid?: true
  /** The age was said beside an illness, not asked for: where no study takes it, all ages are shown. */
  readonly isAgeSaid?: true
  /** The same of the area. */
  readonly isAreaSaid?: true
  /** The same of the sex, and of the distance. */
  readonly isSexSaid?: true
  readonly isWithinSaid?: true
  readonly sex?: 'FEMALE' | 'MALE'
  /** A branch of the MeSH disease tree by tree number, e.g. `C14.907.940`: the term and all narrower ones. */
  readonly tree?: string
  readonly ids?: readonly string[]
  readonly sort?: Sort
  /** 1 is the first page. */
  readonly page?: number
  /** At most 1,000. */
  readonly pageSize?: number
  /** Misspelt words are corrected unless this is true. */
  readonly exact?: boolean
  /** `yyyy-MM-dd`; the day the search is made. */
  readonly today: string
}

/** Studies on a page where nothing else is asked. */
export const defaultPageSize = 20

/**
 * The order of results. A search for nothing but what can be joined now or soon has what is sure before what is in doubt,
 * but for the orders by date; in any other, and between equals in all, the same.
 */
export type Sort = 'best' | 'nearest' | 'newest' | 'updated'

/** A point on the Earth, in degrees; north and east are positive. */
export interface Near {
  readonly lat: number
  readonly lon: number
}

/** One page of what a query found, with counts over all of it. */
export interface Results {
  readonly total: number
  readonly page: number
  readonly pageSize: number
  readonly hits: readonly Hit[]
  readonly counts: StatusCounts
  /** Counts for each value of each filter, over the studies found with that filter itself set aside. */
  readonly facets: Facets
  /** Words that were searched as something else because they are not in any record. */
  readonly corrections: readonly Correction[]
  /** Fields whose expression could not be parsed and was searched as plain words. */
  readonly asWords: readonly string[]
  /** True when nothing matched outside the eligibility text, so that was searched. */
  readonly inEligibility: boolean
  /** Part of the catalogue is damaged: there may be more than was found. */
  readonly isIncomplete?: true
  /** Studies that name an illness asked for only to leave it out; absent where there is none. */
  readonly excluded?: Excluded
  /** MeSH terms recognised in the words and required, with the words that named them. */
  readonly concepts: readonly { readonly words: string; readonly term: string }[]
  /** Medicines recognised in the words: each is looked for under all its names. */
  readonly drugs: readonly { readonly words: string; readonly name: string }[]
  readonly understood: Understood
}

/** How many studies there are for a search, whatever status it asks for. */
export interface StatusCounts {
  readonly all: number
  /** Of these, what people can join now or soon: what `status=open` finds. */
  readonly open: number
  /** Of the open ones, those whose team confirmed it lately (rule `stale-status@1`). */
  readonly sure: number
}

/** What may be said beside an illness, and is left out where no study has it. */
export type SaidPart = 'age' | 'sex' | 'area' | 'distance'

/** How the words of a search were read. */
export interface Understood {
  /** They were read as a sentence: what is no name of anything need not be found. */
  readonly isSentence: boolean
  /** There, and true, where one of the illnesses is enough, because "or" stood between them or no study has all; or one of the medicines. */
  readonly isEither?: true
  /** What was looked for in just these words, because it stood in quotation marks; absent where nothing was. */
  readonly phrases?: readonly string[]
  /** Keywords beside the name of an illness or a medicine that must be found too; absent where there are none. */
  readonly words?: readonly string[]
  /** Stages and courses that are required, with the words that records use. */
  readonly stages: readonly {
    readonly words: string
    readonly english: string
    /** No stage but what is looked for itself: "kidney transplant". */
    readonly isSubject?: true
  }[]
  /** Abbreviations of several illnesses: the MeSH term that is asked for, and those which they may mean as well. */
  readonly choices: readonly {
    readonly words: string
    readonly term: string
    readonly others: readonly string[]
  }[]
  /** Words that need not be found, and only put studies first. */
  readonly ranked: readonly string[]
  /** What was recognised and is not asked for: it was denied, or no study has all that was recognised. */
  readonly setAside: readonly {
    readonly words: string
    readonly isDenied: boolean
    /** Not denied, but over. */
    readonly isOver?: true
    readonly isOfOther?: true
    /** A treatment that was tried, and puts studies first; or one that cannot be taken. */
    readonly treatment?: 'tried' | 'not tolerated'
  }[]
  /** What was said and left out, because no study has it: studies for all ages, or in all places, are shown. */
  readonly without?: readonly SaidPart[]
}

/** Studies that fit a search but for an illness that they say they leave out: how many, and the first three. */
export interface Excluded {
  readonly total: number
  readonly studies: readonly {
    readonly nctId: string
    readonly briefTitle: string
    /** The MeSH term of what it leaves out, and the text of its record that says so. */
    readonly term?: string
    readonly said?: string
  }[]
}

/** A word that was searched as another one. */
export interface Correction {
  readonly from: string
  readonly to: string
}

/** Studies for each value of each filter that has counts. */
export type Facets = Readonly<Record<FacetName, Readonly<Record<string, number>>>>

/** One study of a page of results. */
export interface Hit {
  readonly nctId: string
  readonly briefTitle: string
  readonly acronym?: string
  readonly overallStatus: string
  readonly lastKnownStatus?: string
  readonly statusVerifiedDate?: string
  readonly lastUpdatePostDate?: string
  readonly studyFirstPostDate?: string
  readonly conditions: readonly string[]
  readonly interventions: readonly string[]
  /** The same with the registry's type of each: for the everyday title. */
  readonly treatments: readonly TriedTreatment[]
  /** MeSH terms that the registry found for the conditions. */
  readonly terms: readonly string[]
  /** The registry's `primaryPurpose`. */
  readonly purpose?: string
  readonly phases: readonly string[]
  readonly studyType?: string
  /** The registry's `allocation`, and the kinds of its arms, each once: for what a treatment is compared with. */
  readonly allocation?: string
  readonly armTypes: readonly string[]
  readonly sex?: string
  readonly minimumAge?: string
  readonly maximumAge?: string
  readonly leadSponsor?: string
  readonly hasResults: boolean
  readonly siteCount: number
  readonly countries: readonly string[]
  /**
   * Of the sites that the filters allow, the nearest to `near` (an open one if the study has one). When no place is given,
   * the first; one that takes people, where a status is asked for.
   */
  readonly nearestSite?: NearestSite
  /** Where people cannot join at the nearest site although the study takes people: the nearest site where they can. */
  readonly joinableSite?: NearestSite
  readonly why: readonly Why[]
}

/** One site of a study, with its distance where a place was asked for. */
export interface NearestSite {
  readonly facility?: string
  readonly city?: string
  readonly country?: string
  readonly status?: string
  readonly km?: number
  /** It is in the area that was asked for: then `km` is 0. */
  readonly isInArea?: true
  /** What the coordinates are of: the registry geocodes to the town, XML records are geocoded by us. */
  readonly exactness?: 'town' | 'postcode' | 'region'
  /** Where it is, for a map. */
  readonly point?: Near
  readonly open: boolean
}

/** Why a study was found, as data; doors put it into words. */
export type Why =
  | { readonly kind: 'field'; readonly words: string; readonly field: MatchField }
  | { readonly kind: 'synonym'; readonly words: string; readonly term: string }
  | {
      readonly kind: 'narrower'
      readonly words: string
      readonly term: string
      readonly narrower: string
      /** It can be told as a kind of it; else lists only have it there. */
      readonly isKind?: true
    }
  /** A medicine is in the record under another name. */
  | {
      readonly kind: 'drug'
      readonly words: string
      readonly name: string
      readonly field: MatchField
    }
  | { readonly kind: 'eligibility'; readonly words: string }
  | { readonly kind: 'id'; readonly words: string }

/** The parts of a record in which a page says that a word was found. */
export type MatchField =
  | 'id'
  | 'title'
  | 'condition'
  | 'keyword'
  | 'intervention'
  | 'summary'
  | 'outcome'
  | 'sponsor'
  | 'site'
  | 'other'

/** What similar studies may be asked to be: open, for somebody, near somewhere. */
export type SimilarOnly = Pick<
  Query,
  'status' | 'age' | 'sex' | 'near' | 'withinKm' | 'area' | 'sort'
>

/** Something to look for, and how much finding it counts. */
export interface WeightedPlan {
  readonly plan: Plan
  readonly weight: number
}

/** A study and the sum of what was found in it. */
export interface Ranked {
  readonly nctId: string
  readonly score: number
}
