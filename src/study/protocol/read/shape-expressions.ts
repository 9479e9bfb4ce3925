import { z } from 'zod'
import type { MomentExpression, TruthExpression, ValueExpression } from '../document/expressions.ts'
import {
  detailsShape,
  durationShape,
  idShape,
  quantityShape,
  textShape,
  wholeShape,
  wordingShape,
} from './shape-parts.ts'

/** A moment that a rule names. */
export const momentShape: z.ZodType<MomentExpression> = z.discriminatedUnion('at', [
  z.strictObject({ at: z.enum(['now', 'decision']), plus: durationShape.exactOptional() }),
  z.strictObject({ at: z.literal('anchor'), anchor: idShape, plus: durationShape.exactOptional() }),
  z.strictObject({ at: z.literal('day'), anchor: idShape, day: z.int() }),
])

const selectShape = z.strictObject({
  item: idShape,
  site: z.array(textShape).exactOptional(),
  method: z.array(textShape).exactOptional(),
  details: detailsShape.exactOptional(),
  from: momentShape.exactOptional(),
  after: momentShape.exactOptional(),
  until: momentShape.exactOptional(),
  before: momentShape.exactOptional(),
  onDayOf: momentShape.exactOptional(),
  visit: idShape.exactOptional(),
})

/** What can be met, not met, unknown or not applicable. */
export const truthShape: z.ZodType<TruthExpression> = z.lazy(() =>
  z.discriminatedUnion('op', [
    z.strictObject({ op: z.literal('fact'), item: idShape }),
    z.strictObject({ op: z.literal('code'), item: idShape, in: z.array(textShape).min(1) }),
    z.strictObject({
      op: z.literal('compare'),
      left: valueShape,
      is: z.enum(['<', '<=', '>', '>=', '=', '!=']),
      right: valueShape,
    }),
    z.strictObject({ op: z.literal('exists'), of: selectShape }),
    z.strictObject({ op: z.enum(['any', 'agreed']), of: selectShape, holds: truthShape }),
    z.strictObject({ op: z.literal('before'), first: momentShape, second: momentShape }),
    z.strictObject({ op: z.enum(['and', 'or']), of: z.array(truthShape).min(1) }),
    z.strictObject({ op: z.literal('not'), of: truthShape }),
    z.strictObject({
      op: z.literal('atLeast'),
      count: wholeShape.min(1),
      of: z.array(truthShape).min(1),
    }),
    z.strictObject({ op: z.literal('defined'), name: idShape }),
    z.strictObject({
      op: z.literal('judgement'),
      item: idShape,
      by: textShape,
      question: wordingShape,
    }),
    z.strictObject({
      op: z.literal('doubt'),
      reading: truthShape,
      others: z.array(truthShape).min(1),
      question: wordingShape,
    }),
  ]),
)

/** What has a value. */
export const valueShape: z.ZodType<ValueExpression> = z.lazy(() =>
  z.discriminatedUnion('op', [
    z.strictObject({ op: z.literal('quantity'), ...quantityShape.shape }),
    z.strictObject({ op: z.literal('text'), text: textShape }),
    z.strictObject({ op: z.literal('this') }),
    z.strictObject({ op: z.literal('bySite'), sites: z.record(z.string(), quantityShape) }),
    readingShape,
    z.strictObject({
      op: z.literal('count'),
      of: selectShape,
      holds: truthShape.exactOptional(),
    }),
    z.strictObject({
      op: z.literal('age'),
      unit: z.enum(['a', 'mo', 'wk', 'd']),
      on: momentShape,
    }),
    z.strictObject({ op: z.literal('day'), anchor: idShape, of: momentShape }),
    z.strictObject({
      op: z.literal('elapsed'),
      from: momentShape,
      to: momentShape,
      unit: z.enum(['min', 'h', 'd']),
    }),
    z.strictObject({
      op: z.enum(['add', 'subtract', 'multiply', 'divide']),
      of: z.array(valueShape).min(2),
    }),
    z.strictObject({
      op: z.literal('derived'),
      by: textShape,
      inputs: z.record(z.string(), valueShape),
    }),
  ]),
)

const readingShape = z.strictObject({
  op: z.literal('reading'),
  pick: z.enum(['latest', 'first', 'lowest', 'highest']),
  of: selectShape,
  comparable: z
    .strictObject({ detail: textShape, with: selectShape, question: wordingShape })
    .exactOptional(),
})
