import { unitText } from '../../in-words/values.ts'
import type { Protocol } from '../../protocol/document/protocol.ts'
import { baselineId } from '../participants/baseline-values.ts'
import type { ReportAgeUnit, AnalysisPlan, PlannedBaseline } from '../plan/plan.ts'
import type { AnalysedParticipant } from '../participants/participant.ts'
import { both, joined } from '../report/both.ts'
import { inBoth } from '../report/in-both.ts'
import type { BaselineLine } from './baseline.ts'

/** The lines of the table of these people, in the order of the plan. An item that this version does not have has none. */
export function baselineLines(
  protocol: Protocol,
  { baseline }: Pick<AnalysisPlan, 'baseline'>,
  people: readonly AnalysedParticipant[],
): readonly BaselineLine[] {
  const { items } = protocol
  return baseline.flatMap((line): readonly BaselineLine[] => {
    const item = items.find(({ id }) => id === line.item)
    if (!item) return []
    const id = baselineId(line)
    const { unit } = item
    const age = line.age === 'by the youngest' ? unitOfYoungest(people, id) : line.age
    const isNumber = item.type === 'quantity' || line.age !== undefined
    const codes = item.type === 'yes-no' ? ['yes', 'no'] : (item.codes ?? [])
    return [
      {
        id,
        title: titleOf(line, item.title, age),
        ...(age !== undefined && { age }),
        ...(unit !== undefined &&
          age === undefined && { unit: inBoth(protocol, (telling) => unitText(telling, unit)) }),
        type: isNumber ? 'quantity' : 'code',
        codes,
        digits: line.digits ?? 1,
      },
    ]
  })
}

/** Nobody is told to be 0 years or 0 months old: days where somebody is under a month, months under two years. */
function unitOfYoungest(people: readonly AnalysedParticipant[], id: string): ReportAgeUnit {
  const ages = people.flatMap(({ baseline }) => baseline.get(id)?.ages ?? [])
  if (ages.some(({ d, mo }) => d !== undefined && mo === 0)) return 'd'
  return ages.some(({ mo }) => mo !== undefined && mo < 24) ? 'mo' : 'a'
}

function titleOf(
  line: PlannedBaseline,
  title: BaselineLine['title'],
  age: ReportAgeUnit | undefined,
): BaselineLine['title'] {
  const named = line.title
  if (named && age !== undefined && line.age === 'by the youngest')
    return joined((words, told) => `${told(named)} (${words.baseline.age[age]})`)
  if (named) return named
  if (age !== undefined) return both((words) => words.baseline.age[age])
  const details = Object.values(line.details ?? {}).join(', ')
  return details === '' ? title : joined((_, told) => `${told(title)} (${details})`)
}
