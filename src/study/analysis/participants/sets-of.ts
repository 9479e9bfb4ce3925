import type { Scene } from '../../protocol/expression/scene.ts'
import { weighTruth } from '../../protocol/expression/weigh-truth.ts'
import type { SetState } from '../../protocol/state/answers.ts'
import type { AnalysisPlan } from '../plan/plan.ts'

/** The sets of a participant: by the version, and by the plan where the version names one and does not define it. */
export function setsOf(
  { sets: planned }: Pick<AnalysisPlan, 'sets'>,
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
