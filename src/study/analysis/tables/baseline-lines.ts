import type { Protocol } from '../../protocol/document/protocol.ts'
import { baselineId } from '../participants/baseline-values.ts'
import type { AnalysisPlan, PlannedBaseline } from '../plan/plan.ts'
import { both, joined } from '../report/both.ts'
import type { BaselineLine } from './baseline.ts'

/** The lines of the table of participants, in the order of the plan. An item that this version does not have has none. */
export function baselineLines(
  { items }: Pick<Protocol, 'items'>,
  { baseline }: Pick<AnalysisPlan, 'baseline'>,
): readonly BaselineLine[] {
  return baseline.flatMap((line): readonly BaselineLine[] => {
    const item = items.find(({ id }) => id === line.item)
    if (!item) return []
    const isNumber = item.type === 'quantity' || line.age !== undefined
    const codes = item.type === 'yes-no' ? ['yes', 'no'] : (item.codes ?? [])
    return [
      {
        id: baselineId(line),
        title: titleOf(line, item.title),
        ...(item.unit !== undefined && line.age === undefined && { unit: item.unit }),
        type: isNumber ? 'quantity' : 'code',
        codes,
        digits: line.digits ?? 1,
      },
    ]
  })
}

function titleOf(line: PlannedBaseline, title: BaselineLine['title']): BaselineLine['title'] {
  if (line.title) return line.title
  const { age } = line
  if (age !== undefined) return both((words) => words.baseline.age[age])
  const details = Object.values(line.details ?? {}).join(', ')
  return details === '' ? title : joined((_, told) => `${told(title)} (${details})`)
}
