import type { ItemRole } from '../document/protocol.ts'
import type { OperatorSetting } from '../document/settings.ts'
import type { ProtocolBook, Scene } from '../expression/scene.ts'
import type { Chart, ChartOfNow } from '../facts/chart.ts'
import type { Fact } from '../facts/fact.ts'
import type { FactReading } from '../facts/reading.ts'
import type { Moment } from '../time/moment.ts'
import type { EligibilityMode, EligibilityState } from './answers.ts'
import type { QuestionDesk } from './question-desk.ts'

/** One participant under one version: what every part of the answer is worked out from. */
export interface ParticipantCase {
  readonly book: ProtocolBook
  readonly settings: readonly OperatorSetting[]
  readonly mode: EligibilityMode
  readonly now: Moment
  readonly zone?: string
  /** The sponsor's clocks, where they are not those of the site. */
  readonly sponsorZone?: string
  /** What is known now. */
  readonly chart: ChartOfNow
  /** What was known at an instant (UTC). */
  readonly chartAt: (instant: string) => Chart
  /** The same for whoever was about to do what a reading says: by what else was known. */
  readonly chartBefore: (reading: FactReading, instant: string) => Chart
  readonly desk: QuestionDesk
  /** What the criteria of an earlier version came to, where the first dose was given under it. */
  readonly criteriaThen?: EligibilityState
  /** A scene for a decision at a moment, by what is known now or by another chart. */
  readonly sceneAt: (decision: Moment, chart?: Chart) => Scene
  /** The same for a decision that has not been acted on: its moment may still move. */
  readonly plannedAt: (decision: Moment) => Scene
}

/** The item that has a role in this protocol. */
export function itemWithRole(
  { book }: Pick<ParticipantCase, 'book'>,
  role: ItemRole,
): string | undefined {
  return book.protocol.items.find((item) => item.role === role)?.id
}

/** What goes on or ends when somebody withdraws: what is given, and visits with all that is collected at them. */
export type WithdrawnPart = 'treatment' | 'visits'

/** When consent to treatment or to visits was withdrawn, if it was. */
export function withdrawnAt(
  participant: Pick<ParticipantCase, 'book'>,
  chart: Chart,
  part: WithdrawnPart,
): Moment | undefined {
  return withdrawalsFrom(participant, chart, part)[0]?.moment
}

/** The withdrawals from treatment or from visits, the first one first. */
export function withdrawalsFrom(
  participant: Pick<ParticipantCase, 'book'>,
  chart: Chart,
  part: WithdrawnPart,
): readonly FactReading[] {
  const item = itemWithRole(participant, 'withdrawal')
  if (item === undefined) return []
  return chart
    .of(item)
    .filter(
      ({ value, fact }) =>
        (value.type === 'event' || (value.type === 'yes-no' && value.yes)) &&
        isWithdrawnFrom(fact, part),
    )
}

/** Whether a withdrawal is from a part: what does not say `treatment` or `visits` is from all. */
export function isWithdrawnFrom({ details }: Pick<Fact, 'details'>, part: WithdrawnPart): boolean {
  const of = details?.['of']
  return of !== 'treatment' && of !== 'visits' ? true : of === part
}
