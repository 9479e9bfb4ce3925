import { z } from 'zod'
import { namedSchema } from './record-schema.ts'

const ofField = {
  piece: z.string(),
  field: z.string(),
  missingStudiesCount: z.int().min(0),
}
const valueCount = z.strictObject({ value: z.string(), studiesCount: z.int().min(1) })
const values = {
  uniqueValuesCount: z.int().min(0),
  topValues: z.array(valueCount).max(250).optional(),
}

/** The values of one field over all studies; which of them are told depends on what the values are. */
export const fieldValuesSchema = namedSchema(
  'FieldValuesStats',
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('ENUM'), ...ofField, ...values }),
    z.strictObject({
      type: z.literal('STRING'),
      ...ofField,
      ...values,
      longest: z
        .strictObject({ length: z.int().min(0), nctId: z.string(), value: z.string() })
        .optional(),
    }),
    z.strictObject({
      type: z.literal('BOOLEAN'),
      ...ofField,
      trueCount: z.int().min(0),
      falseCount: z.int().min(0),
    }),
    z.strictObject({
      type: z.literal('DATE'),
      ...ofField,
      formats: z.array(z.string()),
      min: z.string().optional(),
      max: z.string().optional(),
    }),
    z.strictObject({
      type: z.enum(['INTEGER', 'NUMBER']),
      ...ofField,
      min: z.number().optional(),
      max: z.number().optional(),
      avg: z.number().optional(),
    }),
  ]),
)

/** How many values the studies have in a field that is a list. */
export const fieldSizesSchema = namedSchema(
  'ListSizes',
  z.strictObject({
    piece: z.string(),
    field: z.string(),
    minSize: z.int().min(0).optional(),
    maxSize: z.int().min(0).optional(),
    uniqueSizesCount: z.int().min(0),
    topSizes: z
      .array(z.strictObject({ size: z.int().min(0), studiesCount: z.int().min(1) }))
      .optional(),
  }),
)

/** How many bytes the records have as JSON. */
export const sizeSchema = namedSchema(
  'SizeStats',
  z.strictObject({
    totalStudies: z.int().min(0),
    averageSizeBytes: z.int().min(0),
    percentiles: z.record(z.string(), z.int().min(0)),
    ranges: z.array(z.strictObject({ sizeRange: z.string(), studiesCount: z.int().min(0) })),
    largestStudies: z.array(z.strictObject({ id: z.string(), sizeBytes: z.int().min(0) })),
  }),
)

/** The values of several fields. */
export const valuesListSchema = namedSchema('FieldValuesStatsList', z.array(fieldValuesSchema))

/** The lengths of several lists. */
export const sizesListSchema = namedSchema('ListSizesList', z.array(fieldSizesSchema))
