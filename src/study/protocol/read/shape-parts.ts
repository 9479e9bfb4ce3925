import { z } from 'zod'
import { readDays } from '../time/days.ts'
import { readDuration } from '../time/duration.ts'
import { isTimeProblem } from '../time/problems.ts'
import { isZone } from '../time/wall-clock.ts'

/** What a name within a document may look like: it stands in addresses and in messages. */
export const idShape = z.string().regex(/^[\w.*/+ -]{1,100}$/, { error: 'id' })
/** Words for people. */
export const textShape = z.string().min(1).max(20_000)
/** A decimal as it is written. A whole number may stand without quotes: no digit of it can be lost. */
export const decimalShape = z.union([
  z.string().regex(/^-?\d{1,18}(?:\.\d{1,18})?$/, { error: 'decimal' }),
  z.int().transform(String),
])
/** A value with its UCUM unit. */
export const quantityShape = z.strictObject({
  value: decimalShape,
  unit: z.string().min(1).max(60),
})
/** ISO 8601: `PT48H`, `-P1D`. */
export const durationShape = z
  .string()
  .refine((text) => !isTimeProblem(readDuration(text)), { error: 'duration' })
/** `2018`, `2018-09`, `2018-09-01`. */
export const dayShape = z
  .string()
  .refine((text) => /^[\d-]{4,10}$/.test(text) && !isTimeProblem(readDays(text)), { error: 'day' })
/** `Europe/Paris` */
export const zoneShape = z.string().refine(isZone, { error: 'zone' })
/** A count. */
export const wholeShape = z.int().min(0).max(100_000)

/** Words in both languages. */
export const wordingShape = z.strictObject({ en: textShape, fr: textShape.exactOptional() })
/** Details that a reading must have. */
export const detailsShape = z.record(z.string(), z.string())
/** What each standard calls a thing. */
export const standardsShape = z.strictObject({
  m11: textShape.exactOptional(),
  usdm: textShape.exactOptional(),
  odm: textShape.exactOptional(),
  fhir: textShape.exactOptional(),
  sdtm: textShape.exactOptional(),
})

/** What every node of a protocol carries. */
export const nodeShape = {
  id: idShape,
  title: wordingShape,
  status: z.enum(['stated', 'inferred', 'silent']),
  reason: wordingShape.exactOptional(),
  question: wordingShape.exactOptional(),
  words: z
    .array(z.strictObject({ source: idShape, place: textShape, text: textShape }))
    .exactOptional(),
  standards: standardsShape.exactOptional(),
  notes: z.array(wordingShape).exactOptional(),
}
