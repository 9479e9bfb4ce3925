/** When something was, as it was typed by the clocks of the site. */
export interface TypedMoment {
  /** As much as is known: `2026-11-26`, `2026-11` or `2026`. */
  readonly day: string
  /** `08:30`; empty where only the day is known. */
  readonly time: string
  /** Which of two, where the clocks showed this time twice: `+02:00`. Empty where nobody was asked. */
  readonly offset: string
}

/** What a form says of one item, as it was typed. */
export interface TypedFact {
  readonly item: string
  /** Words, a decimal, a code, `yes` or `no`; `none` and `not applicable` where they are chosen. */
  readonly value: string
  /** UCUM, of a quantity. */
  readonly unit: string
  /** Where on the body, and how. */
  readonly site: string
  readonly method: string
  /** What else the protocol asks of the item (`askedDetails`), by name; what is empty is left out. */
  readonly details?: Readonly<Record<string, string>>
  readonly at: TypedMoment
  /** It was not done or is not known, which is not "no": why must be said. */
  readonly isNotDone: boolean
  readonly whyNot: string
  /** The value and unit that somebody said are really so, after they were asked: `140 kg`. */
  readonly sureOf: string
}

/** Why what was typed is not recorded. Each has its sentence on the page. */
export type FactProblemCode =
  /** Of the moment. */
  | 'noMoment'
  | 'notADay'
  /** It may be read with the day first: as `given`. */
  | 'dayFirst'
  | 'noSuchDay'
  | 'notATime'
  | 'noSuchTime'
  | 'dayForTime'
  | 'skipped'
  | 'twice'
  | 'future'
  | 'beforeBirth'
  | 'afterWithdrawal'
  /** Of the value. */
  | 'noValue'
  | 'notANumber'
  | 'ambiguousComma'
  | 'unit'
  | 'notPlausible'
  /** Far from the value nearest in time, which is `given` with its unit. */
  | 'farFromLast'
  | 'farDay'
  | 'valueNotADay'
  | 'valueNoSuchDay'
  | 'valueBeforeBirth'
  | 'bornLater'
  | 'bornLongAgo'
  | 'recordedOnce'
  | 'noneNotAllowed'
  | 'notACode'
  | 'tooLong'
  /** Of a detail that the protocol asks of the item. */
  | 'noDetail'
  /** Of the form. */
  | 'noReasonNot'
  | 'both'
  | 'nothing'
  | 'noItem'
  | 'elsewhere'
  /** Of a correction. */
  | 'noReason'
  | 'corrected'
  | 'asBefore'
  | 'aboveHighest'

/** Something that is wrong with what was typed, at which part of which item. */
export interface FactProblem {
  readonly code: FactProblemCode
  /** The item; none where it is about the form as a whole. */
  readonly item?: string
  readonly part:
    | 'value'
    | 'unit'
    | 'detail'
    | 'moment'
    | 'offset'
    | 'whyNot'
    | 'sure'
    | 'reason'
    | 'form'
  /** The name of the detail, where it is about one. */
  readonly detail?: string
  /** Offsets of which one is to be chosen, where the clocks showed a time twice. */
  readonly offsets?: readonly string[]
  /** What the sentence names: a limit, a day. */
  readonly given?: string
}

/** How long one answer may be, in characters. */
export const longestFact = 1000

/** How a value is named when somebody is asked whether it is really so. */
export function sureText({ value, unit }: Pick<TypedFact, 'value' | 'unit'>): string {
  return `${value.trim()} ${unit}`.trim()
}
