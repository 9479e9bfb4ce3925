import { z } from 'zod'
import type { Protocol, ProtocolItem } from '../document/protocol.ts'
import type { OperatorSetting } from '../document/settings.ts'
import { regimenShape } from './shape-dosing.ts'
import { truthShape } from './shape-expressions.ts'
import {
  dayShape,
  decimalShape,
  idShape,
  nodeShape,
  quantityShape,
  standardsShape,
  textShape,
  wordingShape,
  zoneShape,
} from './shape-parts.ts'
import {
  anchorShape,
  criterionShape,
  endpointShape,
  setShape,
  visitShape,
  windowShape,
} from './shape-schedule.ts'

const itemShape: z.ZodType<ProtocolItem> = z.strictObject({
  id: idShape,
  title: wordingShape,
  type: z.enum(['quantity', 'yes-no', 'code', 'date', 'text', 'event']),
  unit: z.string().min(1).max(60).exactOptional(),
  codes: z.array(textShape).min(1).exactOptional(),
  sites: z.array(textShape).min(1).exactOptional(),
  labels: z.record(textShape, wordingShape).exactOptional(),
  repeats: z.enum(['once', 'series']),
  plausible: z.strictObject({ from: decimalShape, to: decimalShape }).exactOptional(),
  mayBeNone: z.boolean().exactOptional(),
  role: z
    .enum([
      'birth date',
      'sex',
      'consent',
      'withdrawal',
      'adverse event',
      'version effective',
      'allocation',
      'visit',
    ])
    .exactOptional(),
  standards: standardsShape.exactOptional(),
})

/** The shape of a protocol's file: what may stand where. What it means as a whole is checked after it. */
export const protocolShape: z.ZodType<Protocol> = z.strictObject({
  format: z.literal(1),
  study: idShape,
  version: idShape,
  title: wordingShape,
  date: dayShape.exactOptional(),
  supersedes: idShape.exactOptional(),
  effective: z
    .array(z.strictObject({ site: textShape, from: dayShape, zone: zoneShape.exactOptional() }))
    .min(1),
  amendment: z
    .strictObject({
      ...nodeShape,
      appliesTo: z.enum(['new participants', 'everybody']).exactOptional(),
      reconsent: z.boolean().exactOptional(),
    })
    .exactOptional(),
  sources: z.array(
    z.strictObject({
      id: idShape,
      title: textShape,
      date: dayShape.exactOptional(),
      link: z.url({ protocol: /^https?$/, error: 'address' }).exactOptional(),
      credit: textShape.exactOptional(),
    }),
  ),
  items: z.array(itemShape),
  definitions: z.array(
    z.strictObject({
      ...nodeShape,
      expression: truthShape.exactOptional(),
      by: textShape.exactOptional(),
    }),
  ),
  anchors: z.array(anchorShape),
  eligibility: z.array(criterionShape),
  visits: z.array(visitShape),
  regimens: z.array(regimenShape),
  endpoints: z.array(endpointShape),
  sets: z.array(setShape),
  notes: z.array(wordingShape).exactOptional(),
})

const setBy = {
  by: textShape,
  on: dayShape.exactOptional(),
  reason: textShape.exactOptional(),
}

/** The shape of a file of an operator's settings. */
export const settingsShape: z.ZodType<readonly OperatorSetting[]> = z.array(
  z.discriminatedUnion('sets', [
    z.strictObject({
      ...setBy,
      sets: z.literal('visit window'),
      visit: idShape,
      window: windowShape,
    }),
    z.strictObject({
      ...setBy,
      sets: z.literal('rounding'),
      regimen: idShape,
      step: quantityShape,
      mode: z.enum(['down', 'nearest half up']),
    }),
    z.strictObject({
      ...setBy,
      sets: z.enum(['cap', 'smallest dose']),
      regimen: idShape,
      amount: quantityShape,
    }),
    z.strictObject({ ...setBy, sets: z.literal('own consent'), regimen: idShape }),
    z.strictObject({
      ...setBy,
      sets: z.literal('assent age'),
      item: idShape,
      years: z.int().min(1).max(17),
    }),
    z.strictObject({
      ...setBy,
      sets: z.literal('weight'),
      regimen: idShape,
      use: z.enum(['baseline', 'current']),
    }),
  ]),
)
