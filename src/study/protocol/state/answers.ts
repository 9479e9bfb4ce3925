import type { Quantity } from '../quantity/quantity.ts'
import type { CriterionSide } from '../document/criteria.ts'
import type { NodeStatus, Wording } from '../document/node.ts'
import type { OperatorSetting } from '../document/settings.ts'
import type { Judged, MissingFact, ShownValue } from '../expression/truth.ts'

/** Silence presumes an exclusion clear in a `self-check`, to be confirmed; in `enrolment` it is unknown and blocks. */
export type EligibilityMode = 'self-check' | 'enrolment'

/** What one version says of one person's criteria. It decides nothing: an investigator signs. */
export interface EligibilityState {
  readonly mode: EligibilityMode
  /** `notYet`: time alone will make it yes, from `earliest`. */
  readonly answer: 'yes' | 'no' | 'unknown' | 'notYet'
  readonly earliest?: string
  /** Ids of the criteria that the answer is by: those not met, or those open. */
  readonly by: readonly string[]
  readonly criteria: readonly CriterionState[]
  /** Exclusions presumed clear because nothing was said. */
  readonly confirm: readonly string[]
  /** The moment it was judged for: now, or the first dose. */
  readonly judgedAt: string
}

/** What one criterion came to. `effect` is what that means for the person: an exclusion that is met is `against`. */
export interface CriterionState extends Judged {
  readonly id: string
  readonly kind: CriterionSide
  readonly status: NodeStatus
  readonly effect: 'for' | 'against' | 'open' | 'not yet' | 'none'
  readonly presumed?: boolean
  /** Members of a group, in order. */
  readonly members: readonly CriterionState[]
}

/** Where a visit stands. `notDefined`: the version does not place it. `begun`: some of it may still be recorded. */
export interface VisitState {
  readonly id: string
  readonly occurrence?: number
  readonly standing:
    | 'notDefined'
    | 'waiting'
    | 'upcoming'
    | 'due'
    | 'overdue'
    | 'begun'
    | 'done'
    | 'early'
    | 'late'
    | 'missed'
    | 'notNeeded'
    | 'unscheduled'
  /** The target: a day, or an instant where the version counts hours. */
  readonly due?: string
  /** As the version numbers it: `J45`. */
  readonly day?: string
  readonly opens?: string
  readonly closes?: string
  readonly windowBy?: 'version' | OperatorSetting
  readonly doneAt?: string
  /** Items still to record. */
  readonly open: readonly string[]
  readonly facts: readonly string[]
}

/** How one amount was worked out, step by step, so that it can be checked by hand. */
export interface DoseDerivation {
  readonly level: string
  readonly perUnit: Quantity
  /** The weight used, when it was taken and how old it is at the dose; absent for a fixed dose. */
  readonly weight?: {
    readonly value: Quantity
    readonly at: string
    readonly ageHours?: string
    readonly which: 'baseline' | 'current' | 'only'
    readonly fact: string
    /** As it was written, where it was converted: `31 [lb_av]`. */
    readonly written?: Quantity
  }
  /** The body surface used, its formula and height. */
  readonly surface?: {
    readonly value: Quantity
    readonly formula: string
    readonly height: Quantity
    /** When the height was taken. */
    readonly at: string
    readonly fact: string
  }
  /** `2 x 14.0`: the numbers as they are multiplied. */
  readonly arithmetic: string
  readonly exact: Quantity
  readonly cap?: {
    readonly amount: Quantity
    readonly applied: boolean
    readonly by: 'version' | OperatorSetting
  }
  readonly rounding?: {
    readonly step: Quantity
    readonly mode: 'down' | 'nearest half up'
    readonly by: 'version' | OperatorSetting
  }
  /** What is to be given. */
  readonly amount: Quantity
  /** What is drawn up or counted out: `0.28 mL`, `2 {tablet}`. `exact` is false where it was cut for display. */
  readonly product?: {
    readonly amount: Quantity
    readonly strength: Quantity
    readonly exact: boolean
  }
}

/** A rule that was looked at for a dose, and what it came to. */
export interface RuleLookedAt extends Judged {
  readonly rule: string
  /** It changed the level, held, stopped, asked, or did nothing. */
  readonly did: 'step' | 'start' | 'hold' | 'stop' | 'ask' | 'nothing'
  readonly to?: string
  /**
   * Of a rule that lets doses rest: since when they do, and after when treatment ends if they still do; the verdict is of what
   * lets them go on. `ended`: they went on at a lower level. `freed`: they went on, although the rule is still met.
   */
  readonly rest?:
    | { readonly since: string; readonly endsAfter?: string }
    | { readonly ended: string }
    | { readonly freed: string }
  /** Why it could not act although it was met. */
  readonly prevented?: { readonly by: 'gap'; readonly earliest: string } | { readonly by: 'once' }
}

/** The dose with which a level was reached, and by which rule. */
export interface ReachedLevel {
  readonly number: number
  readonly at: string
  readonly rule: RuleLookedAt
}

/** What one regimen says of the next dose, or said of one that was given. */
export interface DoseDecision {
  readonly regimen: string
  /** `hold`: give nothing until the questions are answered. `refuse`: the version gives no more, or none to this person. */
  readonly kind: 'give' | 'hold' | 'refuse'
  /** The so-manieth dose. */
  readonly number: number
  readonly dueAt: string
  /** When its time was, where that has passed: `dueAt` is then the moment for which it is decided. */
  readonly dueSince?: string
  /** As the version numbers it: `J3`. */
  readonly day?: string
  readonly level?: string
  readonly dose?: DoseDerivation
  /** Where the level was reached with an earlier dose: that dose, and the rule that led to it, as it was then. */
  readonly reached?: ReachedLevel
  /** Where a silent rule gives several answers: each of them, for a person to choose. */
  readonly options: readonly DoseDerivation[]
  readonly rules: readonly RuleLookedAt[]
  readonly missing: readonly MissingFact[]
  readonly asks: readonly string[]
  readonly because: readonly DecisionReason[]
}

/** Why a dose is given, held or refused, as data. */
export interface DecisionReason {
  readonly type:
    | 'level kept'
    | 'level started'
    | 'level changed'
    | 'not eligible'
    | 'eligibility open'
    | 'not yet'
    | 'no weight'
    | 'weight not settled'
    | 'rule unknown'
    | 'rule holds'
    | 'stopped'
    | 'past last day'
    | 'withdrawn'
    | 'no consent'
    | 'given dose differs'
    | 'level corrected'
    | 'below smallest'
    | 'dose not settled'
    | 'not allocated'
    | 'not modelled'
  readonly node?: string
  readonly on?: string
}

/** A dose that was given, beside what was shown for it when it was given. */
export interface DoseGiven {
  readonly fact: string
  readonly regimen: string
  readonly number: number
  readonly at: string
  readonly day?: string
  readonly amount?: Quantity
  /** By what was known then. It never changes again. */
  readonly shown: DoseDecision
  /** By what is known now, where that differs. */
  readonly now?: DoseDecision
}

/** What an endpoint came to for this person. `pending`: its time has not come or its window is open. */
export interface EndpointState extends Judged {
  readonly id: string
  readonly level: 'primary' | 'secondary' | 'exploratory'
  readonly answer: 'success' | 'failure' | 'unknown' | 'notDefined' | 'excluded'
  readonly pending: boolean
  readonly readyAt?: string
  readonly values: readonly { readonly name: string; readonly value?: ShownValue }[]
  readonly sets: readonly string[]
  readonly because?:
    | 'missing'
    | 'withdrawn'
    | 'does not apply'
    | 'rule for missing'
    | 'rule for withdrawal'
}

/** Whether a participant is in an analysis set. */
export interface SetState extends Judged {
  readonly id: string
  readonly member: 'yes' | 'no' | 'unknown' | 'notDefined'
}

/** Something that was not done as the version says. Raised once each, never taken back by a later fact. */
export interface ProtocolDeviation {
  readonly id: string
  readonly type:
    | 'dose differs'
    | 'dose above highest'
    | 'dose missed'
    | 'dose too early'
    | 'dose after end'
    | 'dose on hold'
    | 'dose without consent'
    | 'not taken before'
    | 'visit missed'
    | 'visit early'
    | 'visit late'
    | 'not eligible'
    | 'after withdrawal'
    | 'corrected after use'
  /** The visit, regimen or criterion. */
  readonly node: string
  readonly at: string
  /** The last day of it, where it lasted: doses missed on several days. */
  readonly until?: string
  readonly day?: string
  /** The so-manieth dose. */
  readonly dose?: number
  readonly item?: string
  readonly found?: ShownValue
  readonly expected?: ShownValue
  readonly facts: readonly string[]
}

/** Something a person must answer. */
export interface OpenQuestion {
  readonly id: string
  /** What it is about; `words` has the document's own question where it has one. */
  readonly type:
    | 'missing'
    | 'contradictory'
    | 'readings disagree'
    | 'in the future'
    | 'recorded twice'
    | 'not plausible'
    | 'not understood'
    | 'moment not exact'
    | 'not comparable'
    | 'silent'
    | 'doubt'
    | 'judgement'
    | 'weight'
    | 'cap'
    | 'no rule'
    | 'given dose differs'
    | 'level corrected'
    | 'missing value'
    | 'withdrawal'
    | 'version'
    | 'reconsent'
    | 'expectedness'
    | 'severity'
    | 'window'
  readonly node?: string
  readonly words?: Wording
  readonly missing?: MissingFact
  /** Numbers and days for the words: an illness day, an amount. */
  readonly given?: Readonly<Record<string, string>>
  readonly facts: readonly string[]
  /** Something waits for the answer: a dose, eligibility. */
  readonly blocks: boolean
}
