import type { Outcome, Study } from '../../../finder/registry/study.ts'
import { codedConcept } from './concepts.ts'
import type { CodeSystems } from './code-systems.ts'
import type { SharedConcept } from './shapes.ts'
import { markdownText, plainLine } from './texts.ts'

/** One thing that is measured, and how much the study rests on it. */
export interface StudyOutcome {
  readonly name: string
  readonly type: SharedConcept
  readonly timeFrame?: string
  readonly description?: string
}

/** What is measured: first what the study is made for, then the rest. */
export function outcomesOf({ protocolSection }: Study, systems: CodeSystems): StudyOutcome[] {
  const module = protocolSection.outcomesModule
  const kinds: readonly (readonly [SharedConcept, readonly Outcome[] | undefined])[] = [
    [codedConcept(systems.objective, 'primary', 'Primary'), module?.primaryOutcomes],
    [codedConcept(systems.objective, 'secondary', 'Secondary'), module?.secondaryOutcomes],
    // Set down beforehand, so not what the standard calls exploratory.
    [{ text: 'Other Pre-specified' }, module?.otherOutcomes],
  ]
  return kinds.flatMap(([type, outcomes = []]) =>
    outcomes.flatMap((outcome): StudyOutcome[] => {
      const name = plainLine(outcome.measure) ?? plainLine(outcome.description)
      if (name === undefined) return []
      const [timeFrame, description] = [
        plainLine(outcome.timeFrame),
        markdownText(outcome.description),
      ]
      return [
        {
          name,
          type,
          ...(timeFrame !== undefined && { timeFrame }),
          ...(description !== undefined && { description }),
        },
      ]
    }),
  )
}
