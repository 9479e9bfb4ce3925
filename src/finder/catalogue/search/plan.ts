import { type FieldArea, type Index, areas } from '../model/fields.ts'
import type { Plan } from '../model/plan.ts'
import type { Expression } from './expression.ts'
import type { Lexicon } from './lexicon.ts'
import type { PlanContext, PlanOptions } from './plan-findings.ts'
import { planWords } from './plan-saying.ts'
import { isDenial, smallness } from '../../vocabulary/small-words.ts'
import { planQuoted } from './quoted.ts'
import { planPrefix } from './plan-word.ts'

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
      return planQuoted(expression.text, context)
    case 'prefix':
      return planPrefix(expression.prefix, context)
    case 'not':
      return { kind: 'not', part: planExpression(expression.part, context) }
    case 'all': {
      const telling = expression.parts.filter((part) => !isOnlySmall(part, context))
      const parts = telling.length > 0 ? telling : expression.parts
      return { kind: 'all', parts: parts.map((part) => planExpression(part, context)) }
    }
    case 'any':
      return {
        kind: 'any',
        parts: expression.parts.map((part) => planExpression(part, context)),
      }
  }
}

/** The small words around a quoted one ("my mum has no …") say nothing of what is looked for. */
function isOnlySmall(part: Expression, { area, exact }: PlanContext): boolean {
  if (exact || (area !== 'q' && area !== 'body') || part.kind !== 'words') return false
  return (
    part.words.some((word) => smallness(word) === 'speech' || isDenial(word)) &&
    part.words.every((word) => smallness(word))
  )
}
