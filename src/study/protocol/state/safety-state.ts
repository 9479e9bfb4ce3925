/** One clock of the law to report an adverse event by. Days are `yyyy-MM-dd` of the sponsor's clocks. */
export interface SafetyClock {
  readonly days: 7 | 15
  /** False where it would run if what is missing made it so. */
  readonly isCertain: boolean
  /** The fact that first said what started it. */
  readonly since: string
  /** The day the sponsor became aware of that; without it the clock has no dates yet. */
  readonly day0?: string
  readonly due?: string
  /** Of a report in 7 days: eight more, for what was not yet known. */
  readonly followUpDue?: string
  /** When the authority was told, and when of the rest. */
  readonly reported?: string
  readonly followUpReported?: string
}

/** What a site owes its sponsor at once: word of a serious event, or that one became worse. */
export interface SponsorWord {
  /** The fact that first said so. */
  readonly since: string
  /** As it was written: when the site became aware. */
  readonly aware: string
  /** In UTC: 24 hours later. */
  readonly due: string
  /** As it was written: when the sponsor was told. */
  readonly told?: string
  /** Told when the time was over, or not told and it is over now. */
  readonly isLate: boolean
}

/** The clocks of one adverse event: the law's, whatever the protocol says. */
export interface SafetyState {
  /** The newest fact of it. */
  readonly fact: string
  /** The fact by which it first became known: the same for all that is said of it later. */
  readonly event: string
  /** Every clock that was started, the shortest first: one that worsening started, and the older one. */
  readonly clocks: readonly SafetyClock[]
  readonly toSponsor: readonly SponsorWord[]
  readonly expedited: '7 days' | '15 days' | 'none' | 'unknown'
  /** The day the sponsor became aware. */
  readonly day0?: string
  readonly due?: string
  readonly followUpDue?: string
  /** Where expectedness is not judged: when it would be due if it is unexpected. */
  readonly ifUnexpectedDue?: string
  readonly missing: readonly string[]
}
