import type { Catalogue } from '../../finder/catalogue/model/catalogue.ts'
import type { Matcher } from '../../finder/matching/open-matcher.ts'
import type { Places } from '../../finder/places/places.ts'
import type { Vocabulary } from '../../finder/vocabulary/concept.ts'

/** What a door for programs is made from: made once when the server starts. Nothing private is in it. */
export interface ApiParts {
  readonly catalogue: Catalogue
  readonly places: Places
  readonly vocabulary: Vocabulary
  readonly matcher: Matcher
  /** The origin programs see, as `https://trials.example.org`, without a slash at its end. */
  readonly baseUrl: string
  /** `yyyy-MM-dd`; with `now` the only clock a door may read. */
  readonly today: () => string
  readonly now: () => Date
  /** True where a proxy in front says in `X-Forwarded-For` who asks. */
  readonly trustProxy: boolean
  /** Lines for the operator. Never a query, a body or a person in them. */
  readonly log: {
    info(fields: object, message: string): void
    warn(fields: object, message: string): void
    error(fields: object, message: string): void
  }
}
