import type { Regimen, StopRule } from '../document/dosing.ts'
import type { Wording } from '../document/node.ts'
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
    const isOpen = truth.verdict === 'unknown'
    const ask = isOpen && stop.asks ? askOf(stop, stop.asks, desk) : []
    rules.push({
      ...judged,
      asks: [...judged.asks, ...ask],
      rule: stop.id,
      did: isMet ? 'stop' : isOpen ? 'ask' : 'nothing',
    })
    if (isMet) return { rules, reason: { type: 'stopped', node: stop.id } }
  }
  return { rules }
}

/** The document's own question, where nobody can tell yet whether treatment ends. */
function askOf({ id }: StopRule, words: Wording, desk: QuestionDesk): readonly string[] {
  return [desk.ask({ type: 'judgement', node: id, words, facts: [], blocks: false })]
}

function isPast({ days, doses }: StopRule, number: number, day: DoseDay | undefined): boolean {
  if (doses !== undefined && number > doses) return true
  return days !== undefined && day !== undefined && day.ofTreatment > days
}
