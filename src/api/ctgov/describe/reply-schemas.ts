import { z } from 'zod'
import { namedSchema, studySchema } from './record-schema.ts'

/** A page of `/studies`. */
export const pageSchema = namedSchema(
  'PagedStudies',
  z.strictObject({
    totalCount: z.int().min(0).optional(),
    studies: z.array(studySchema),
    nextPageToken: z
      .string()
      .regex(/^[\w-]{1,40}$/)
      .optional(),
  }),
)

/** The reply of `/version`. */
export const versionSchema = namedSchema(
  'Version',
  z.strictObject({
    apiVersion: z.string(),
    dataTimestamp: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/),
  }),
)

const nodeSchema = namedSchema(
  'FieldNode',
  z.strictObject({
    name: z.string(),
    piece: z.string(),
    title: z.string(),
    sourceType: z.string(),
    type: z.string(),
    isEnum: z.boolean().optional(),
    synonyms: z.boolean().optional(),
    nested: z.boolean().optional(),
    get children(): z.ZodOptional<z.ZodArray<z.ZodType>> {
      return z.array(nodeSchema).optional()
    },
  }),
)

/** The reply of `/studies/metadata`. */
export const nodesSchema = namedSchema('FieldNodeList', z.array(nodeSchema))

/** The reply of `/studies/search-areas`. */
export const areasSchema = namedSchema(
  'SearchDocumentList',
  z.array(
    namedSchema(
      'SearchDocument',
      z.strictObject({
        name: z.string(),
        areas: z.array(
          z.strictObject({
            name: z.string(),
            param: z.string(),
            uiLabel: z.string(),
            parts: z.array(
              z.strictObject({
                pieces: z.array(z.string()),
                type: z.string(),
                isEnum: z.boolean(),
                isSynonyms: z.boolean(),
                weight: z.number(),
              }),
            ),
          }),
        ),
      }),
    ),
  ),
)

/** The reply of `/studies/enums`. */
export const enumsSchema = namedSchema(
  'EnumInfoList',
  z.array(
    namedSchema(
      'EnumInfo',
      z.strictObject({
        type: z.string(),
        pieces: z.array(z.string()),
        values: z.array(z.strictObject({ value: z.string(), legacyValue: z.string() })),
      }),
    ),
  ),
)

/** Why a request is not answered. */
export const messageSchema = namedSchema('errorMessage', z.string())

/** A table as CSV. */
export const csvSchema = namedSchema('StudiesCsv', z.string())

/** The document that describes all this. */
export const documentSchema = namedSchema(
  'OpenApiDocument',
  z.looseObject({ openapi: z.literal('3.1.0') }),
)

/** A zip archive with one file of JSON. */
export const archiveSchema = namedSchema('StudiesZip', z.string())

/** An entry for programs that keep references. */
export const risSchema = namedSchema('StudyRis', z.string())

/** A study as FHIR R5. */
export const bundleSchema = namedSchema(
  'StudyFhir',
  z.looseObject({
    resourceType: z.literal('Bundle'),
    type: z.literal('collection'),
    entry: z.array(z.looseObject({ resource: z.looseObject({ resourceType: z.string() }) })),
  }),
)
