import { z } from 'zod'
import { readShape, type ShapeFault } from '../../protocol/read/read-protocol.ts'
import { idShape, textShape } from '../../protocol/read/shape-parts.ts'

/** Who is in which analysis set as people decided it, before the data were locked: by participant and set. */
export interface DecidedSets {
  /** The shape of this document: 1. */
  readonly format: 1
  readonly study: string
  readonly sets: Readonly<Record<string, Readonly<Record<string, boolean>>>>
}

const decidedSetsShape: z.ZodType<DecidedSets> = z.strictObject({
  format: z.literal(1),
  study: textShape,
  sets: z.record(textShape, z.record(idShape, z.boolean())),
})

/** The decisions that a JSON document is, or every place where it is none. */
export function readDecidedSets(
  value: unknown,
): { readonly read: DecidedSets } | { readonly faults: readonly ShapeFault[] } {
  return readShape(decidedSetsShape, value)
}
