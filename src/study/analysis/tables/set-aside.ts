import type { SetAside } from '../../protocol/facts/reading.ts'
import type { AnalysedParticipant } from '../participants/participant.ts'
import { both } from '../report/both.ts'
import { totalCell } from '../report/counted.ts'
import type { ReportTable } from '../report/report.ts'
import { behindRow } from '../report/study-frame.ts'

const reasons = [
  'corrected',
  'recorded twice',
  'contradictory',
  'not understood',
  'unit not convertible',
  'not plausible',
  'moment not understood',
  'in the future',
  'unknown item',
] as const satisfies readonly SetAside['why'][]

/** Facts of the file that nothing was worked out from, by why: none of them is lost without a word. */
export function setAsideTable(participants: readonly AnalysedParticipant[]): ReportTable {
  return {
    id: 'set-aside',
    title: both((words) => words.setAside.title),
    kind: 'summary',
    labelTitle: both((words) => words.setAside.why),
    columns: [
      { id: 'facts', title: both((words) => words.setAside.facts) },
      { id: 'participants', title: both((words) => words.participants) },
    ],
    rows: reasons.map((why) => {
      const rows = participants.flatMap(({ id, setAside }) => {
        const facts = setAside.filter((one) => one.why === why).map(({ fact }) => fact)
        return facts.length === 0 ? [] : [behindRow(id, facts)]
      })
      const facts = rows.reduce((sum, row) => sum + row.facts.length, 0)
      return {
        id: why.replaceAll(' ', '-'),
        label: both((words) => words.setAside.reasons[why]),
        depth: 0 as const,
        cells: [totalCell(facts, rows), totalCell(rows.length, rows)],
      }
    }),
    footnotes: [],
  }
}
