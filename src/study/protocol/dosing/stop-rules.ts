import type { Regimen, StopRule } from '../document/dosing.ts'
import type { Scene } from '../expression/scene.ts'
import { weighTruth } from '../expression/weigh-truth.ts'
import type { DecisionReason, RuleLookedAt } from '../state/answers.ts'
import { type QuestionDesk, judgedAt } from '../state/question-desk.ts'
import type { DoseDay } from './dose-days.ts'

/** The rules that end treatment, as they stand before a dose. */
export interface StopFound {
  readonly rules: readonly RuleLookedAt[]
  readonly reason?: DecisionReason
}

/** Whether treatment has ended before a dose. What nobody has judged ends nothing, and is asked. */
export function stoppedAt(
  { stops }: Regimen,
  number: number,
  day: DoseDay | undefined,
  scene: Scene,
  desk: QuestionDesk,
): StopFound {
  const rules: RuleLookedAt[] = []
  for (const stop of stops) {
    if (isPast(stop, number, day))
      return { rules, reason: { type: 'past last day', node: stop.id } }
    if (!stop.when || !day) continue
    const truth = weighTruth(stop.when, scene)
    const isMet = truth.verdict === 'met'
    const judged = judgedAt(desk, truth, { node: stop.id, blocks: false })
    rules.push({
      ...judged,
      rule: stop.id,
      did: isMet ? 'stop' : truth.verdict === 'unknown' ? 'ask' : 'nothing',
    })
    if (isMet) return { rules, reason: { type: 'stopped', node: stop.id } }
  }
  return { rules }
}

function isPast({ days, doses }: StopRule, number: number, day: DoseDay | undefined): boolean {
  if (doses !== undefined && number > doses) return true
  return days !== undefined && day !== undefined && day.ofTreatment > days
}
