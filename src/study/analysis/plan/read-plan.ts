import { z } from 'zod'
import { readShape, type ShapeFault } from '../../protocol/read/read-protocol.ts'
import { truthShape } from '../../protocol/read/shape-expressions.ts'
import {
  detailsShape,
  idShape,
  textShape,
  wholeShape,
  wordingShape,
} from '../../protocol/read/shape-parts.ts'
import type { AnalysisPlan } from './plan.ts'

const status = z.enum(['stated', 'inferred', 'silent'])
const digits = z.int().min(0).max(6)

/** The shape of an analysis plan's document. */
export const planShape: z.ZodType<AnalysisPlan> = z.strictObject({
  format: z.literal(1),
  study: textShape,
  title: wordingShape,
  by: textShape,
  on: textShape.exactOptional(),
  sets: z
    .array(z.strictObject({ set: idShape, status, reason: wordingShape, member: truthShape }))
    .max(100),
  baseline: z
    .array(
      z.strictObject({
        item: idShape,
        age: z.enum(['a', 'mo', 'd', 'by the youngest']).exactOptional(),
        details: detailsShape.exactOptional(),
        title: wordingShape.exactOptional(),
        digits: digits.exactOptional(),
      }),
    )
    .max(200),
  times: z
    .array(
      z.strictObject({
        id: idShape,
        title: wordingShape,
        status,
        reason: wordingShape.exactOptional(),
        of: z.strictObject({
          item: idShape,
          site: z.array(textShape).exactOptional(),
          method: z.array(textShape).exactOptional(),
          details: detailsShape.exactOptional(),
        }),
        event: truthShape,
        unit: z.enum(['h', 'd']),
        ticks: z.array(wholeShape).min(2).max(30),
      }),
    )
    .max(20),
  pairs: z
    .array(
      z.strictObject({
        id: idShape,
        title: wordingShape,
        endpoint: idShape,
        before: textShape,
        after: textShape,
        digits,
      }),
    )
    .max(20),
  published: z
    .array(
      z.strictObject({
        table: idShape,
        row: idShape,
        participants: wholeShape,
        total: wholeShape.exactOptional(),
        events: wholeShape.exactOptional(),
        source: idShape,
        place: textShape,
      }),
    )
    .max(200),
})

/** The plan that a JSON document is, or every place where it is none. */
export function readPlan(
  value: unknown,
): { readonly read: AnalysisPlan } | { readonly faults: readonly ShapeFault[] } {
  return readShape(planShape, value)
}
