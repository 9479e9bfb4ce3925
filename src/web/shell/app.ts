import type { Catalogue } from '../../finder/catalogue/model/catalogue.ts'
import type { ImportLine } from '../../finder/catalogue/model/manifest.ts'
import type { Matcher } from '../../finder/matching/open-matcher.ts'
import type { Places } from '../../finder/places/places.ts'
import type { Institution } from '../../people/accounts/model/institution.ts'
import type { PeopleBase } from '../../people/asks/people-base.ts'
import type { InventionRecipe } from '../../study/analysis/invent/recipe.ts'
import type { AnalysisPlan } from '../../study/analysis/plan/plan.ts'
import type { Fact } from '../../study/protocol/facts/fact.ts'
import type { Wording } from '../../study/protocol/document/node.ts'
import type { SiteOperator } from './site-operator.ts'
import type { StudyVersion } from '../../study/protocol/versions.ts'
import type { Vocabulary } from '../../finder/vocabulary/concept.ts'

/** What the pages are built from: made once when the server starts, handed to every area. */
export interface App {
  readonly catalogue: Catalogue
  readonly places: Places
  readonly vocabulary: Vocabulary
  readonly matcher: Matcher
  /** The origin people see, as `https://trials.example.org`, without a slash at its end. */
  readonly baseUrl: string
  /** `yyyy-MM-dd`; with `now` the only clock a page may read. */
  readonly today: () => string
  readonly now: () => Date
  /** What people told us in confidence, and how to write to them. */
  readonly people: PeopleBase
  readonly mail: MailDoor
  /** By whose word people sign in too; none where the operator set none. */
  readonly institutions: readonly Institution[]
  /** The protocols that ship, read when they are first asked for. */
  readonly protocols: () => ProtocolShelf
  /** The last finished imports, the newest first. */
  readonly imports: () => readonly ImportLine[]
  /** True where a proxy in front says in `X-Forwarded-For` who asks. */
  readonly trustProxy: boolean
  /** How what people ask reaches a study team. */
  readonly connect: ConnectChoice
  /** True where everybody in the records is made up. */
  readonly isDemonstration?: boolean
  /** Who runs this installation. */
  readonly operator: SiteOperator
  readonly log: Log
}

/** What the operator chose about writing to study teams. */
export interface ConnectChoice {
  /** Whether a site that is not here is written to at the address that the registry names. */
  readonly introductions: boolean
  /** How many days after the last word of a person an enquiry is kept. */
  readonly keepDays: number
}

/** Lines for the operator. Never a query, a form or a person in them. */
export interface Log {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/** What a page may know of how mail leaves and comes back. */
export interface MailDoor {
  /** The folder of mails written to files; absent where they are sent, and where others than this machine are served. */
  readonly written?: string
  /** Signs the reports of bounced mail; without it none are taken. */
  readonly hookSecret?: string
}

/** The protocols that can be looked at and tried. */
export interface ProtocolShelf {
  readonly versions: readonly StudyVersion[]
  readonly examples: readonly ProtocolExamples[]
  readonly reports: readonly ShippedReport[]
}

/** What ships for the report of a study: a plan, and how participants are invented. */
export interface ShippedReport {
  readonly study: string
  readonly plan?: AnalysisPlan
  readonly recipe?: InventionRecipe
}

/** Invented people with whom the protocol of a study is tried. */
export interface ProtocolExamples {
  readonly study: string
  readonly people: readonly {
    readonly id: string
    readonly title: Wording
    /** The moment at which it is judged, by the clocks of the site: `2017-03-11T09:40`. */
    readonly now: string
    /** When the answers were written down that have no time of their own. */
    readonly recorded: string
    /** Times by the clocks of the site, without an offset. */
    readonly facts: readonly Omit<Fact, 'id'>[]
  }[]
}
