import type { Protocol } from '../../protocol/document/protocol.ts'
import type { AnalysisPlan, PlannedBaseline } from './plan.ts'

/**
 * What a report shows where nobody wrote a plan: age, and every number, code and yes or no that the version names a role
 * or a value for. No times to events and no pairs: the protocol does not declare them.
 */
export function defaultPlan({ study, items }: Protocol): AnalysisPlan {
  const baseline = items.flatMap((item): readonly PlannedBaseline[] => {
    if (item.role === 'birth date') return [{ item: item.id, age: 'by the youngest' }]
    if (item.role !== undefined && item.role !== 'sex') return []
    return ['quantity', 'code', 'yes-no'].includes(item.type) ? [{ item: item.id }] : []
  })
  return {
    format: 1,
    study,
    title: { en: 'everything that the version names', fr: 'tout ce que la version nomme' },
    by: 'Trialway',
    sets: [],
    baseline,
    times: [],
    pairs: [],
    published: [],
  }
}
