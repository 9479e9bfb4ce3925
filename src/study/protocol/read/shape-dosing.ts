import { z } from 'zod'
import type { Regimen } from '../document/dosing.ts'
import { truthShape } from './shape-expressions.ts'
import {
  durationShape,
  idShape,
  nodeShape,
  quantityShape,
  textShape,
  wholeShape,
  wordingShape,
} from './shape-parts.ts'

const checkpointShape = z.union([
  z.strictObject({ days: z.array(z.int()).min(1) }),
  z.strictObject({ fromDay: z.int() }),
  z.strictObject({ fromDose: wholeShape.min(1) }),
])

const changeShape = z.strictObject({
  ...nodeShape,
  from: z.array(idShape).min(1),
  to: idShape.exactOptional(),
  at: checkpointShape,
  when: truthShape,
  once: z.boolean().exactOptional(),
  minGap: durationShape.exactOptional(),
  ifUnknown: z.enum(['hold', 'go on']),
})

const holdShape = z.strictObject({
  ...nodeShape,
  when: truthShape,
  resumeWhen: truthShape,
  resumeLower: wholeShape.exactOptional(),
  longest: durationShape.exactOptional(),
})

const stopShape = z.strictObject({
  ...nodeShape,
  days: wholeShape.min(1).exactOptional(),
  doses: wholeShape.min(1).exactOptional(),
  when: truthShape.exactOptional(),
  asks: wordingShape.exactOptional(),
})

const weightShape = z.strictObject({
  ...nodeShape,
  item: idShape,
  use: z.enum(['baseline', 'current']).exactOptional(),
  surface: z
    .strictObject({ formula: z.enum(['haycock', 'mosteller', 'dubois']), height: idShape })
    .exactOptional(),
})

/** One product given by one rule. */
export const regimenShape: z.ZodType<Regimen> = z.strictObject({
  ...nodeShape,
  product: z.strictObject({
    name: textShape,
    strength: quantityShape.exactOptional(),
    strengthFrom: textShape.exactOptional(),
  }),
  item: idShape,
  route: textShape,
  appliesIf: truthShape.exactOptional(),
  secondPerson: z.literal(true).exactOptional(),
  anchor: idShape,
  timing: z.strictObject({
    ...nodeShape,
    every: durationShape,
    cycle: z
      .strictObject({ length: wholeShape.min(1), from: wholeShape, to: wholeShape })
      .exactOptional(),
  }),
  levels: z.array(z.strictObject({ ...nodeShape, amount: quantityShape })).min(1),
  start: z
    .array(z.strictObject({ ...nodeShape, level: idShape, when: truthShape.exactOptional() }))
    .min(1),
  changes: z.array(changeShape),
  weight: weightShape.exactOptional(),
  cap: z
    .strictObject({
      ...nodeShape,
      amount: quantityShape.exactOptional(),
      askAbove: quantityShape.exactOptional(),
    })
    .exactOptional(),
  rounding: z
    .strictObject({
      ...nodeShape,
      step: quantityShape.exactOptional(),
      mode: z.enum(['down', 'nearest half up']).exactOptional(),
    })
    .exactOptional(),
  smallest: z.strictObject({ ...nodeShape, amount: quantityShape.exactOptional() }).exactOptional(),
  holds: z.array(holdShape).exactOptional(),
  stops: z.array(stopShape),
})
