import type { ProtocolEndpoint } from '../document/endpoints.ts'
import type { MomentExpression, ReadingSelect, TruthExpression } from '../document/expressions.ts'
import { expressionParts } from '../expression/items-read.ts'
import { momentOfTarget } from '../expression/moments.ts'
import type { ProtocolBook } from '../expression/scene.ts'
import { readDuration } from '../time/duration.ts'
import { isTimeProblem } from '../time/problems.ts'
import type { ExpressionCheck } from './check-names.ts'

/** Reports an endpoint that would be told before the day of its visit, or before the values that it reads can be there. */
export function checkReady(
  endpoint: ProtocolEndpoint,
  path: string,
  { book, report }: ExpressionCheck,
): void {
  const { readyAt, success, visit } = endpoint
  if (!readyAt || !success) return
  const read = [...momentsRead(success, book), ...targetsOf(visit, book)]
  const later = read.find((moment) => isSurelyBefore(readyAt, moment, book))
  if (later)
    report({
      kind: 'told before its day',
      path: `${path}.readyAt`,
      found: nameOf(readyAt, book),
      other: nameOf(later, book),
    })
}

/** The moments at which windows of an expression begin and end. */
function momentsRead(expression: TruthExpression, book: ProtocolBook): MomentExpression[] {
  return [...expressionParts(expression, book)].filter(isSelect).flatMap((select) => {
    const { from, after, until, before, onDayOf, visit } = select
    const ends = [from, after, until, before, onDayOf].filter((one) => one !== undefined)
    return [...ends, ...targetsOf(visit, book)]
  })
}

function isSelect(part: object): part is ReadingSelect {
  return 'item' in part && !('op' in part) && !('type' in part)
}

function targetsOf(id: string | undefined, { protocol }: ProtocolBook): MomentExpression[] {
  const target = momentOfTarget(protocol.visits.find((one) => one.id === id))
  return target ? [target] : []
}

/** True where one moment is on an earlier day than another or on the same clock earlier, whatever the hour of their anchor. */
function isSurelyBefore(
  one: MomentExpression,
  other: MomentExpression,
  book: ProtocolBook,
): boolean {
  if (!('anchor' in one) || !('anchor' in other) || one.anchor !== other.anchor) return false
  const [first, second] = [spanOf(one, book), spanOf(other, book)]
  if (!first || !second) return false
  if (one.at === other.at) return first.from < second.from
  return first.until < second.from
}

interface Span {
  readonly from: number
  readonly until: number
}

/** Hours after midnight of the anchor's day between which a moment is; undefined for months, which have no length of their own. */
function spanOf(moment: MomentExpression, { anchors }: ProtocolBook): Span | undefined {
  if (moment.at === 'day') {
    const first = anchors.get(moment.anchor)?.days?.first ?? 1
    // Before day 1 is day -1.
    const days = first === 1 && moment.day > 0 ? moment.day - 1 : moment.day
    return { from: days * 24, until: days * 24 + 24 }
  }
  const parts = readDuration(moment.plus ?? 'P0D')
  if (isTimeProblem(parts) || parts.months !== 0) return undefined
  const hours = parts.days * 24 + parts.seconds / 3600
  return { from: hours, until: hours + 24 }
}

/** `D3`, `start + PT48H`. */
function nameOf(moment: MomentExpression, { anchors }: ProtocolBook): string {
  const plus = 'plus' in moment && moment.plus !== undefined ? ` + ${moment.plus}` : ''
  if (!('anchor' in moment)) return moment.at + plus
  if (moment.at === 'anchor') return moment.anchor + plus
  return `${anchors.get(moment.anchor)?.days?.label ?? `${moment.anchor} `}${moment.day}`
}
