import type { Wording } from '../../protocol/document/node.ts'
import type { Protocol } from '../../protocol/document/protocol.ts'
import { both, same } from '../report/both.ts'
import type { ReportColumn } from '../report/report.ts'
import type { AnalysedParticipant } from './participant.ts'

/** Participants who are counted together: an arm, or everybody. */
export interface ReportGroup {
  readonly id: string
  readonly title: Wording
  readonly members: readonly AnalysedParticipant[]
}

/** The arms of a study that allocates, each a group, those not allocated in one of their own; and everybody. */
export function groupsOf(
  { items }: Pick<Protocol, 'items'>,
  members: readonly AnalysedParticipant[],
): readonly ReportGroup[] {
  const all: ReportGroup = { id: 'all', title: both((words) => words.everybody), members }
  const arms = items.find(({ role }) => role === 'allocation')?.codes ?? []
  if (arms.length === 0) return [all]
  const groups = arms.map((arm) => ({
    id: `arm-${arm}`,
    title: same(arm),
    members: members.filter((one) => one.arm?.text === arm),
  }))
  const others = members.filter((one) => !arms.includes(one.arm?.text ?? ''))
  const rest = { id: 'arm', title: both((words) => words.notAllocated), members: others }
  return [...groups, ...(others.length > 0 ? [rest] : []), all]
}

/** The same groups, only with those of their members for whom something holds. */
export function narrowed(
  groups: readonly ReportGroup[],
  holds: (one: AnalysedParticipant) => boolean,
): readonly ReportGroup[] {
  return groups.map((group) => ({ ...group, members: group.members.filter(holds) }))
}

/** A column for each group, with the number of its members. */
export function groupColumns(groups: readonly ReportGroup[]): readonly ReportColumn[] {
  return groups.map(({ id, title, members }) => ({ id, title, of: members.length }))
}
