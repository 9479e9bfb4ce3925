/** Why a time cannot be read or used; a door puts it into words. */
export type TimeProblem =
  | { readonly problem: 'notADate'; readonly text: string }
  | { readonly problem: 'notATime'; readonly text: string }
  /** 30 February, 29 February 2017, 25:00, a 61st second. */
  | { readonly problem: 'noSuchDay' | 'noSuchTime'; readonly text: string }
  /** A time of the clock without an offset, where no zone is known. */
  | { readonly problem: 'noOffset'; readonly text: string }
  | { readonly problem: 'unknownZone'; readonly zone: string }
  /** The clocks went forward over it. */
  | { readonly problem: 'skippedTime'; readonly text: string; readonly zone: string }
  /** The clocks went back over it: which of the two is asked. Times are ISO with their offset. */
  | {
      readonly problem: 'timeHappensTwice'
      readonly text: string
      readonly zone: string
      readonly candidates: readonly string[]
    }
  | { readonly problem: 'notADuration' | 'negativeDuration'; readonly text: string }
  /** Hours were added to a calendar day, or calendar days without a zone. */
  | { readonly problem: 'needsTime' | 'needsZone'; readonly text: string }
  /** A birth after the visit, a day of illness before the fever: one of the two is wrong. */
  | { readonly problem: 'before'; readonly day: string; readonly start: string }
  | { readonly problem: 'partialDay'; readonly firstDay: string; readonly lastDay: string }
  /** There is no day 0 where days are counted from 1. */
  | { readonly problem: 'noDayZero' }
  | { readonly problem: 'notAWholeNumber'; readonly value: number }
  /** Before the year 0 or after 9999. */
  | { readonly problem: 'outOfCalendar'; readonly text: string }

/** True for what went wrong instead of a time, or instead of what is made of one. */
export function isTimeProblem<Result extends object>(
  result: Result | TimeProblem,
): result is TimeProblem {
  return 'problem' in result
}
