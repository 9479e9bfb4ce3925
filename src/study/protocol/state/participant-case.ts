import type { ItemRole } from '../document/protocol.ts'
import type { OperatorSetting } from '../document/settings.ts'
import type { ProtocolBook, Scene } from '../expression/scene.ts'
import type { Chart } from '../facts/chart.ts'
import type { Moment } from '../time/moment.ts'
import type { EligibilityMode } from './answers.ts'
import type { QuestionDesk } from './question-desk.ts'

/** One participant under one version: what every part of the answer is worked out from. */
export interface ParticipantCase {
  readonly book: ProtocolBook
  readonly settings: readonly OperatorSetting[]
  readonly mode: EligibilityMode
  readonly now: Moment
  readonly zone?: string
  /** What is known now. */
  readonly chart: Chart
  /** What was known at an instant (UTC). */
  readonly chartAt: (instant: string) => Chart
  readonly desk: QuestionDesk
  /** A scene for a decision at a moment; planned while it has not been acted on. */
  readonly sceneAt: (decision: Moment, planned: boolean, chart?: Chart) => Scene
}

/** The item that has a role in this protocol. */
export function itemWithRole(
  { book }: Pick<ParticipantCase, 'book'>,
  role: ItemRole,
): string | undefined {
  return book.protocol.items.find((item) => item.role === role)?.id
}

/** When consent was withdrawn, if it was. */
export function withdrawnAt(
  participant: Pick<ParticipantCase, 'book'>,
  chart: Chart,
): Moment | undefined {
  const item = itemWithRole(participant, 'withdrawal')
  return item === undefined
    ? undefined
    : chart
        .of(item)
        .find(({ value }) => value.type === 'event' || (value.type === 'yes-no' && value.yes))
        ?.moment
}
