import { type FieldArea, type Index, areas } from '../model/fields.ts'
import type { Plan } from '../model/plan.ts'
import type { Expression } from './expression.ts'
import type { Lexicon, PlanContext, PlanOptions } from './plan-findings.ts'
import { planWords } from './plan-saying.ts'
import { planPhrase, planPrefix } from './plan-word.ts'

/** Plans one box. */
export function planOf(
  expression: Expression,
  area: FieldArea,
  lexicon: Lexicon,
  options: PlanOptions,
): Plan {
  const index: Index = area === 'elig' || area === 'body' ? 'body' : 'main'
  return planExpression(expression, { ...options, area, index, weights: areas[area], lexicon })
}

function planExpression(expression: Expression, context: PlanContext): Plan {
  switch (expression.kind) {
    case 'words':
      return planWords(expression.words, context)
    case 'phrase':
      return planPhrase(expression.text, context)
    case 'prefix':
      return planPrefix(expression.prefix, context)
    case 'not':
      return { kind: 'not', part: planExpression(expression.part, context) }
    case 'all':
    case 'any':
      return {
        kind: expression.kind,
        parts: expression.parts.map((part) => planExpression(part, context)),
      }
  }
}
