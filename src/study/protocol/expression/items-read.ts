import type { TruthExpression } from '../document/expressions.ts'
import type { ProtocolBook } from './scene.ts'

/** The items whose readings an expression looks at, through its definitions, and those of the anchors it counts from. */
export function itemsRead(expression: TruthExpression, book: ProtocolBook): ReadonlySet<string> {
  const items = new Set<string>()
  for (const part of expressionParts(expression, book)) {
    if ('item' in part && typeof part.item === 'string') items.add(part.item)
    // What nobody defined is judged by a person, as the item of the same name.
    if (isDefined(part) && !book.definitions.get(part.name)?.expression) items.add(part.name)
  }
  return items
}

/** True for an expression that looks at nothing but `itemsRead`: not at when a visit is or a dose was raised, nor at an age. */
export function readsItemsOnly(expression: TruthExpression, book: ProtocolBook): boolean {
  return [...expressionParts(expression, book)].every(
    (part) =>
      !('visit' in part) &&
      !('type' in part && part.type === 'increase') &&
      !('op' in part && part.op === 'age'),
  )
}

/** Every object within an expression, within the definitions it names and the events of the anchors it counts from. */
export function expressionParts(
  expression: TruthExpression,
  { definitions, anchors }: ProtocolBook,
): ReadonlySet<object> {
  const parts = new Set<object>()
  const look = (part: unknown): void => {
    if (typeof part !== 'object' || part === null || parts.has(part)) return
    parts.add(part)
    if ('anchor' in part && typeof part.anchor === 'string') look(anchors.get(part.anchor)?.event)
    if (isDefined(part)) look(definitions.get(part.name)?.expression)
    for (const inner of Object.values(part)) look(inner)
  }
  look(expression)
  return parts
}

function isDefined(part: object): part is { readonly op: 'defined'; readonly name: string } {
  return 'op' in part && part.op === 'defined' && 'name' in part && typeof part.name === 'string'
}
