import { type Verdict, and } from '../../../finder/eligibility/logic.ts'
import { type DayLike, dayAfter } from './days.ts'
import { type TimeProblem, isTimeProblem } from './problems.ts'
import { soleDay } from './study-day.ts'

/** The rule of expedited reports; its sources are with `expeditedClocks`. */
export const expeditedRule = 'expedited-7-15@1'

/** What a sponsor has judged of an adverse event; what is not judged is left out. */
export interface JudgedEvent {
  readonly serious?: boolean
  readonly related?: boolean
  readonly unexpected?: boolean
  readonly fatalOrLifeThreatening?: boolean
}

/** A clock to report by: days are `yyyy-MM-dd`, the last day on which it is in time. */
export interface ReportClock {
  readonly days: 7 | 15
  readonly due: string
  /** Only of a report in 7 days: eight more, for what was not yet known. */
  readonly followUpDue?: string
}

/** Whether an event is reported at once and by when; where it is not judged, the clock that would run. */
export interface ExpeditedClocks {
  readonly rule: typeof expeditedRule
  readonly expedited: Verdict
  /** The day the sponsor was told; `yyyy-MM-dd`. */
  readonly day0: string
  /** The clock that runs: 7 days also where nobody has said whether it threatened life. */
  readonly clock?: ReportClock
  /** The clock that would run if what is missing made it expedited. */
  readonly ifExpedited?: ReportClock
  readonly missing: readonly (keyof JudgedEvent)[]
  /** True where it was called fatal or life-threatening and yet not serious: it is taken as serious until that is put right. */
  readonly isContradictory: boolean
}

/**
 * The clocks of a suspected unexpected serious adverse reaction: 7 calendar days when it is fatal or life-threatening,
 * with 8 more for the follow-up, else 15. Day 0 is the day, in the sponsor's zone, on which the sponsor was told;
 * weekends and holidays count. A fatal or life-threatening event is serious by definition. Nothing waits for a judgement
 * that is missing: the clock that would run is shown. A problem for a partial day.
 * Sources: 21 CFR 312.32(c), ICH E2A.
 */
export function expeditedClocks(
  awareDay: DayLike,
  event: JudgedEvent,
): ExpeditedClocks | TimeProblem {
  const day = soleDay(awareDay)
  if (isTimeProblem(day)) return day
  const { fatalOrLifeThreatening } = event
  const serious = fatalOrLifeThreatening === true ? true : event.serious
  const asked = { serious, related: event.related, unexpected: event.unexpected }
  const expedited = and(Object.values(asked).map(judged))
  const isContradictory = fatalOrLifeThreatening === true && event.serious === false
  const day0 = day.firstDay
  const said = { rule: expeditedRule, expedited, day0, isContradictory } as const
  if (expedited === 'not met') return { ...said, missing: [] }
  const missing = missingOf({ ...asked, fatalOrLifeThreatening })
  const clock = clockFrom(day0, fatalOrLifeThreatening)
  const shown = expedited === 'met' ? { clock } : { ifExpedited: clock }
  return { ...said, ...shown, missing }
}

/** The shorter clock where nobody has said that the event threatened no life. */
function clockFrom(day0: string, fatalOrLifeThreatening: boolean | undefined): ReportClock {
  if (fatalOrLifeThreatening === false) return { days: 15, due: dayAfter(day0, 15) }
  return { days: 7, due: dayAfter(day0, 7), followUpDue: dayAfter(day0, 15) }
}

function missingOf(
  asked: Readonly<Record<keyof JudgedEvent, boolean | undefined>>,
): readonly (keyof JudgedEvent)[] {
  const names: readonly (keyof JudgedEvent)[] = [
    'serious',
    'related',
    'unexpected',
    'fatalOrLifeThreatening',
  ]
  return names.filter((name) => asked[name] === undefined)
}

function judged(said: boolean | undefined): Verdict {
  if (said === undefined) return 'unknown'
  return said ? 'met' : 'not met'
}
