import { effectText, eligibilityLines } from '../study/in-words/eligibility.ts'
import { judgedLines } from '../study/in-words/grounds.ts'
import { protocolNodes } from '../study/in-words/nodes.ts'
import { type Telling, titleOf } from '../study/in-words/telling.ts'
import type { ProtocolNode } from '../study/protocol/document/node.ts'
import type { CriterionState, EligibilityState } from '../study/protocol/state/answers.ts'
import { indented, labelled, firstLineOf } from './columns.ts'

/** What the criteria come to, then each with what it means for the person, the source's words and its reason. */
export function criteriaInWords(telling: Telling, state: EligibilityState): readonly string[] {
  const nodes = new Map(
    protocolNodes(telling.protocol).eligibility.map(({ node }) => [node.id, node]),
  )
  return [
    ...eligibilityLines(telling, state).flatMap((line) => indented(line, 2)),
    ...state.criteria.flatMap((criterion) => criterionInWords(telling, criterion, nodes, 2)),
  ]
}

/** A criterion that decides against or is open is told whole; of one that fits, a line of each. */
function criterionInWords(
  telling: Telling,
  criterion: CriterionState,
  nodes: ReadonlyMap<string, ProtocolNode>,
  from: number,
): readonly string[] {
  const to = from + 14
  const fits = criterion.effect === 'for' || criterion.effect === 'none'
  const head = labelled(effectText(telling, criterion), titleOf(telling, criterion.id), {
    from,
    to,
  })
  const source = sourceInWords(telling, nodes.get(criterion.id))
  if (fits) {
    const lines = [...source, ...judgedLines(telling, criterion)]
    return [...head, ...lines.flatMap((line) => firstLineOf(line, to + 2))]
  }
  const reasons = criterion.members.length > 0 ? [] : judgedLines(telling, criterion)
  return [
    ...head,
    ...[...source, ...reasons].flatMap((line) => indented(line, to + 2)),
    ...criterion.members.flatMap((member) => criterionInWords(telling, member, nodes, from + 2)),
  ]
}

/** The source's own words and where they stand. */
export function sourceInWords(
  { words }: Telling,
  node: ProtocolNode | undefined,
): readonly string[] {
  return (node?.words ?? []).map(({ text, source, place }) =>
    words.explain.source(text, `${source}, ${place}`),
  )
}
