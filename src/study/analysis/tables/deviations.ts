import type { Protocol } from '../../protocol/document/protocol.ts'
import type { ProtocolDeviation } from '../../protocol/state/answers.ts'
import { type ReportGroup, groupColumns } from '../participants/groups.ts'
import { both } from '../report/both.ts'
import { inBoth } from '../report/in-both.ts'
import type { ReportTable } from '../report/report.ts'
import { behindRow } from '../report/study-frame.ts'

/** Every kind of deviation, in the order of the table; one that never happened keeps its row. */
const kinds = [
  'not eligible',
  'dose without consent',
  'dose differs',
  'dose above highest',
  'dose on hold',
  'dose too early',
  'dose missed',
  'dose after end',
  'not taken before',
  'visit early',
  'visit late',
  'visit missed',
  'after withdrawal',
  'corrected after use',
] as const satisfies readonly ProtocolDeviation['type'][]

/** How many participants had each kind of deviation, and how many there were. */
export function deviationsTable(protocol: Protocol, groups: readonly ReportGroup[]): ReportTable {
  const rows = (type?: ProtocolDeviation['type']) =>
    groups.map(({ title, members }) => {
      const found = members.flatMap((one) => {
        const those = one.deviations.filter((each) => type === undefined || each.type === type)
        const facts = those.flatMap((each) => each.facts)
        return those.length === 0 ? [] : [{ row: behindRow(one.id, facts), events: those.length }]
      })
      const events = found.reduce((sum, one) => sum + one.events, 0)
      return {
        value: { is: 'events', people: found.length, of: members.length, events },
        behind: { set: title, denominator: members.length, rows: found.map(({ row }) => row) },
      } as const
    })
  return {
    id: 'deviations',
    title: both((words) => words.deviations.title),
    kind: 'summary',
    labelTitle: both((words) => words.deviations.kind),
    columns: groupColumns(groups),
    rows: [
      { id: 'any', label: both((words) => words.deviations.any), depth: 0, cells: rows() },
      ...kinds.map((type) => ({
        id: type.replaceAll(' ', '-'),
        label: inBoth(protocol, ({ words }) => words.participant.deviation.types[type]),
        depth: 1 as const,
        cells: rows(type),
      })),
    ],
    footnotes: [both((words) => words.eventsFootnote)],
  }
}
