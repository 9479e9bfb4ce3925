import { z } from 'zod'
import { wordingShape } from '../../protocol/read/shape-parts.ts'

const decimal = z.string().regex(/^-?\d{1,9}(?:\.\d{1,6})?$/)
const draw = z.strictObject({ from: decimal, to: decimal, step: decimal })
const clock = z.string().regex(/^[0-2]\d:[0-5]\d$/)

/** A value of a fact: as it stands, drawn, or a day so many days from that of the first dose. */
const value = z.union([
  z.string(),
  z.boolean(),
  z.null(),
  draw,
  z.strictObject({ draw: z.string() }),
  z.strictObject({ day: z.int() }),
  /** A date of birth for an age in whole months on the day of the first dose. */
  z.strictObject({ monthsBefore: z.string() }),
])

const fact = z.strictObject({
  item: z.string(),
  value,
  unit: z.string().exactOptional(),
  site: z.string().exactOptional(),
  visit: z.string().exactOptional(),
  details: z.record(z.string(), z.union([z.string(), z.boolean()])).exactOptional(),
  /** Counted from the day of the first dose, which is 0. */
  day: z.int(),
  /** So many minutes from the dose of that day, a time of the clock, or the day alone. */
  at: z.union([z.strictObject({ minutes: z.int() }), clock, z.literal('day')]),
})

/** What some participants have: drawn numbers, facts, days without a dose; `oneOf` draws one more part. */
interface Part {
  readonly draws?: Readonly<Record<string, z.infer<typeof draw>>>
  readonly facts?: readonly z.infer<typeof fact>[]
  /** One of these days has no dose. */
  readonly skipsOneOf?: readonly number[]
  readonly oneOf?: readonly Part[]
}

const part: z.ZodType<Part> = z.lazy(() =>
  z.strictObject({
    draws: z.record(z.string(), draw).exactOptional(),
    facts: z.array(fact).exactOptional(),
    skipsOneOf: z.array(z.int()).exactOptional(),
    oneOf: z.array(part).min(1).exactOptional(),
  }),
)

/**
 * How participants are invented: what all of them have, and what so many of them have, by counts that are fixed to those
 * of a source. Who has what, and everything else, is drawn.
 */
export const recipeShape = z.strictObject({
  format: z.literal(1),
  study: z.string(),
  /** The version by which doses are given. */
  version: z.string(),
  title: wordingShape,
  seed: z.int().min(0),
  participants: z.int().min(1).max(1000),
  /** Before the number in each participant's id. */
  prefix: z.string(),
  sites: z.array(z.string()).min(1),
  zone: z.string(),
  /** The first dose: on a day between these, at a time between these. */
  start: z.strictObject({ from: z.iso.date(), to: z.iso.date(), earliest: clock, latest: clock }),
  /** Doses are given on so many days, as many mg as the version says. */
  doses: z.strictObject({
    item: z.string(),
    days: z.int().min(1),
    visit: z.string().exactOptional(),
  }),
  everybody: part,
  fixed: z.array(
    z.strictObject({
      why: wordingShape,
      options: z.array(z.strictObject({ count: z.int().min(0), part })).min(1),
    }),
  ),
})

/** A recipe that was read. */
export type InventionRecipe = z.infer<typeof recipeShape>

/** What some participants of a recipe have. */
export type InventedPart = Part

/** One fact of a recipe. */
export type InventedFact = z.infer<typeof fact>
