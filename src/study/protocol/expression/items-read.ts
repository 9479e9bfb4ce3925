import type { TruthExpression } from '../document/expressions.ts'
import type { ProtocolBook } from './scene.ts'

/** The items whose readings an expression looks at, through its definitions, and those of the anchors it counts from. */
export function itemsRead(
  expression: TruthExpression,
  { definitions, anchors }: ProtocolBook,
): ReadonlySet<string> {
  const items = new Set<string>()
  const seen = new Set<unknown>()
  const look = (part: unknown): void => {
    if (typeof part !== 'object' || part === null || seen.has(part)) return
    seen.add(part)
    if ('item' in part && typeof part.item === 'string') items.add(part.item)
    if ('anchor' in part && typeof part.anchor === 'string') look(anchors.get(part.anchor)?.event)
    if ('op' in part && part.op === 'defined' && 'name' in part) {
      const definition = definitions.get(String(part.name))
      // What nobody defined is judged by a person, as the item of the same name.
      if (definition?.expression) look(definition.expression)
      else items.add(String(part.name))
    }
    for (const inner of Object.values(part)) look(inner)
  }
  look(expression)
  return items
}
