import type { Scene } from '../../protocol/expression/scene.ts'
import { weighTruth } from '../../protocol/expression/weigh-truth.ts'
import type { SetState } from '../../protocol/state/answers.ts'
import type { AnalysisPlan } from '../plan/plan.ts'

/**
 * The sets of a participant: by the version, by the plan where the version names one and does not define it, and before both as
 * people decided it.
 */
export function setsOf(
  { sets: planned }: Pick<AnalysisPlan, 'sets'>,
  sets: readonly SetState[],
  scene: Scene,
  decided: Readonly<Record<string, boolean>> = {},
): readonly SetState[] {
  return byVersionAndPlan(planned, sets, scene).map((state) => {
    const isMember = decided[state.id]
    const member = isMember ? 'yes' : 'no'
    if (isMember === undefined || state.member === member) return state
    const verdict = isMember ? 'met' : 'not met'
    return { id: state.id, member, verdict, grounds: [], missing: [], asks: [] }
  })
}

function byVersionAndPlan(
  planned: AnalysisPlan['sets'],
  sets: readonly SetState[],
  scene: Scene,
): readonly SetState[] {
  return sets.map((state) => {
    const own = planned.find(({ set }) => set === state.id)
    if (state.member !== 'notDefined' || !own) return state
    const { verdict, grounds, missing } = weighTruth(own.member, scene)
    const member = verdict === 'met' ? 'yes' : verdict === 'unknown' ? 'unknown' : 'no'
    return { id: state.id, member, verdict, grounds, missing, asks: [] }
  })
}
