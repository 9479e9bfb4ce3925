import type { Protocol } from '../study/protocol/document/protocol.ts'
import { playEntry, type PlayedChild } from './demo-child.ts'
import { aliveChildren, demoChildren, demoDays } from './demo-children.ts'
import type { DemoEntry } from './demo-entries.ts'
import type { Happening } from './demo-enquiries.ts'
import { amendedDaysAgo, amendmentHappenings, setUpDemoStudy } from './demo-set-up.ts'
import { reviewHappenings } from './demo-review.ts'
import { type DemoTeam, demoZone } from './demo-team.ts'

/** How the study of the demonstration is played. */
export interface DemoPlay {
  readonly team: DemoTeam
  /** By which doses are given. */
  readonly protocol: Protocol
  /** All children have had their last visit, and nothing waits; else some are treated now. */
  readonly isFinished: boolean
  /** The ids of enquiries by the address they are from, as they are played; none, without it. */
  readonly enquiries?: ReadonlyMap<string, string>
  /** From which enquiry a child came, by the index of the child. */
  readonly from?: ReadonlyMap<number, string>
}

/** What happens in the study up to `now`, and the children, who get their ids while they are played. */
export function studyHappenings(
  { team, protocol, isFinished, enquiries, from }: DemoPlay,
  now: Date,
): { readonly happenings: readonly Happening[]; readonly children: readonly PlayedChild[] } {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(demoZone)
  const day = today.toPlainDate()
  const invented = demoChildren({ protocol }, { today: day.toString(), isFinished })
  const children = invented.map((child): PlayedChild => {
    const address = from?.get(child.index)
    const enquiry = address !== undefined && { enquiry: () => enquiries?.get(address) ?? '' }
    const openEvent = !isFinished && child.index === aliveChildren.event
    return { ...child, id: '', number: '', openEvent, ...enquiry }
  })
  // What is of today waits for who looks at the demonstration.
  const midnight = today.startOfDay().epochMilliseconds
  const opened = today.subtract({ days: demoDays }).with({ hour: 9, minute: 0 }).epochMilliseconds
  return {
    children,
    happenings: [
      { at: opened, happen: (moment) => setUpDemoStudy(team, protocol, moment) },
      ...amendmentHappenings(team, protocol, now),
      ...reviewHappenings(team, children, isFinished, now),
      ...children.flatMap((child) =>
        [...child.entries, ...afterAmendment(child, isFinished, today)]
          .filter(({ at }) => at < midnight)
          .map((entry) => ({
            at: entry.at,
            happen: (moment: Date) => playEntry(team, child, entry, moment),
          })),
      ),
    ],
  }
}

/**
 * When a site goes over to another version, the investigator signs by it for those already in; the parents of who is treated
 * sign its text.
 */
function afterAmendment(
  { index, site, entries }: PlayedChild,
  isFinished: boolean,
  today: Temporal.ZonedDateTime,
): readonly DemoEntry[] {
  const daysAgo = amendedDaysAgo[site]
  if (daysAgo === undefined) return []
  const signed = today.subtract({ days: daysAgo }).with({ hour: 7, minute: 30 })
  const wasIn = entries.some(({ kind, at }) => kind === 'sign' && at < signed.epochMilliseconds)
  if (!wasIn) return []
  const sign = { kind: 'sign', at: signed.epochMilliseconds } as const
  if (isFinished || index !== aliveChildren.lastDose) return [sign]
  const consented = signed.add({ hours: 25 })
  const at = consented.toString({ timeZoneName: 'never', smallestUnit: 'minute' })
  const fact = { id: '', item: 'consentSigned', value: 'both parents', at }
  return [sign, { kind: 'consent', fact, at: consented.epochMilliseconds + 600_000 }]
}
