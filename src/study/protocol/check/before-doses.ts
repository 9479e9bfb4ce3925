import type { TruthExpression } from '../document/expressions.ts'
import type { ProtocolBook } from '../expression/scene.ts'

/** What is known of somebody before doses of some items. */
export interface BeforeDoses {
  readonly book: ProtocolBook
  /** The items of the doses that were not given. */
  readonly notGiven: readonly string[]
  /** The definitions that are being read: one that leads back to itself is told elsewhere. */
  readonly defining?: readonly string[]
}

/**
 * Whether a condition may come to an answer while no dose of some items was given. What counts from such a dose is unknown
 * then; all else may be so or not.
 */
export function canBe(
  verdict: 'met' | 'not met',
  expression: TruthExpression,
  before: BeforeDoses,
): boolean {
  const can = (one: TruthExpression) => canBe(verdict, one, before)
  switch (expression.op) {
    case 'not':
      return canBe(verdict === 'met' ? 'not met' : 'met', expression.of, before)
    case 'and':
    case 'or': {
      const isOfAll = (expression.op === 'and') === (verdict === 'met')
      return isOfAll ? expression.of.every(can) : expression.of.some(can)
    }
    case 'atLeast': {
      const { count, of } = expression
      const needed = verdict === 'met' ? count : of.length - count + 1
      return of.filter(can).length >= needed
    }
    case 'exists':
      return !before.notGiven.includes(expression.of.item) && !countsFrom(expression, before)
    case 'defined': {
      const { defining = [], book } = before
      const { name } = expression
      const meant = defining.includes(name) ? undefined : book.definitions.get(name)?.expression
      return !meant || canBe(verdict, meant, { ...before, defining: [...defining, name] })
    }
    case 'fact':
    case 'code':
    case 'compare':
    case 'any':
    case 'agreed':
    case 'before':
    case 'judgement':
    case 'doubt':
      return !countsFrom(expression, before)
  }
}

/** Whether an expression needs the moment of a dose that was not given. */
function countsFrom(part: unknown, before: BeforeDoses): boolean {
  if (typeof part !== 'object' || part === null) return false
  if ('anchor' in part && typeof part.anchor === 'string') {
    const event = before.book.anchors.get(part.anchor)?.event
    if (event && 'item' in event && before.notGiven.includes(event.item) && !isDecided(event))
      return true
  }
  return Object.values(part).some((inner) => countsFrom(inner, before))
}

function isDecided(event: object): boolean {
  return 'orDecision' in event && event.orDecision === true
}
