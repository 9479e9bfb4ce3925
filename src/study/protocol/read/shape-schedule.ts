import { z } from 'zod'
import type { ProtocolCriterion } from '../document/criteria.ts'
import type { AnalysisSet, ProtocolEndpoint } from '../document/endpoints.ts'
import type { PlannedVisit, PlannedWindow, ProtocolAnchor } from '../document/schedule.ts'
import { momentShape, truthShape, valueShape } from './shape-expressions.ts'
import {
  decimalShape,
  detailsShape,
  durationShape,
  idShape,
  nodeShape,
  textShape,
  wholeShape,
  wordingShape,
} from './shape-parts.ts'

/** How far from its target a visit still counts. */
export const windowShape: z.ZodType<PlannedWindow> = z.strictObject({
  early: durationShape,
  late: durationShape,
})

/** A criterion, or a group of them. */
export const criterionShape: z.ZodType<ProtocolCriterion> = z.lazy(() =>
  z.strictObject({
    ...nodeShape,
    kind: z.enum(['inclusion', 'exclusion']),
    expression: truthShape.exactOptional(),
    group: z
      .strictObject({ join: z.enum(['all', 'any']), members: z.array(criterionShape).min(1) })
      .exactOptional(),
    appliesIf: truthShape.exactOptional(),
    presumeIf: truthShape.exactOptional(),
    silence: z.enum(['presume clear', 'ask']).exactOptional(),
  }),
)

/** A moment that others are counted from. */
export const anchorShape: z.ZodType<ProtocolAnchor> = z.strictObject({
  ...nodeShape,
  event: z.discriminatedUnion('type', [
    z.strictObject({
      type: z.enum(['first', 'last']),
      item: idShape,
      details: detailsShape.exactOptional(),
      onDay: z.strictObject({ anchor: idShape, day: z.int() }).exactOptional(),
      orDecision: z.boolean().exactOptional(),
    }),
    z.strictObject({ type: z.literal('increase'), item: idShape }),
    z.strictObject({ type: z.literal('visit'), visit: idShape }),
  ]),
  days: z
    .strictObject({ first: z.union([z.literal(0), z.literal(1)]), label: z.string().max(100) })
    .exactOptional(),
})

/** A visit or contact that is planned. */
export const visitShape: z.ZodType<PlannedVisit> = z.strictObject({
  ...nodeShape,
  target: z
    .strictObject({
      anchor: idShape,
      day: z.int().exactOptional(),
      after: durationShape.exactOptional(),
    })
    .exactOptional(),
  window: windowShape.exactOptional(),
  items: z.array(idShape),
  // oxlint-disable-next-line unicorn/no-thenable -- the document's word; nothing awaits it
  order: z.array(z.strictObject({ first: idShape, then: idShape })).exactOptional(),
  onlyIf: truthShape.exactOptional(),
  repeat: z
    .strictObject({
      every: durationShape,
      times: wholeShape.min(1).exactOptional(),
      until: truthShape.exactOptional(),
    })
    .exactOptional(),
  unscheduled: z.boolean().exactOptional(),
})

const publishedShape = z.strictObject({
  set: idShape.exactOptional(),
  percent: decimalShape.exactOptional(),
  from: decimalShape.exactOptional(),
  to: decimalShape.exactOptional(),
  successes: wholeShape.exactOptional(),
  total: wholeShape.exactOptional(),
  inferred: wordingShape.exactOptional(),
})

/** What the study is judged by. */
export const endpointShape: z.ZodType<ProtocolEndpoint> = z.strictObject({
  ...nodeShape,
  level: z.enum(['primary', 'secondary', 'exploratory']),
  success: truthShape.exactOptional(),
  values: z
    .array(
      z.strictObject({ name: textShape, title: wordingShape.exactOptional(), value: valueShape }),
    )
    .exactOptional(),
  appliesIf: truthShape.exactOptional(),
  readyAt: momentShape.exactOptional(),
  visit: idShape.exactOptional(),
  ifMissing: z.enum(['failure', 'success', 'excluded']).exactOptional(),
  missingQuestion: wordingShape.exactOptional(),
  ifWithdrawn: z.enum(['failure', 'excluded', 'as collected']).exactOptional(),
  withdrawnQuestion: wordingShape.exactOptional(),
  sets: z.array(idShape),
  analysis: z
    .strictObject({
      method: textShape,
      interval: z.enum(['exact', 'wilson']).exactOptional(),
      confidence: decimalShape.exactOptional(),
    })
    .exactOptional(),
  published: z.array(publishedShape).exactOptional(),
})

/** A set of participants for the analysis. */
export const setShape: z.ZodType<AnalysisSet> = z.strictObject({
  ...nodeShape,
  member: truthShape.exactOptional(),
})
