import type { z } from 'zod'
import {
  type ApiParameter,
  fieldInPath,
  metadataParameters,
  sizesParameters,
  studiesParameters,
  studyParameters,
  valuesParameters,
} from './parameters.ts'
import { studySchema } from './record-schema.ts'
import {
  fieldSizesSchema,
  fieldValuesSchema,
  sizeSchema,
  sizesListSchema,
  valuesListSchema,
} from './stats-schemas.ts'
import {
  archiveSchema,
  areasSchema,
  bundleSchema,
  risSchema,
  csvSchema,
  documentSchema,
  enumsSchema,
  messageSchema,
  nodesSchema,
  pageSchema,
  versionSchema,
} from './reply-schemas.ts'

/** What one address answers to GET, and to HEAD without its body. */
export interface ApiOperation {
  /** Below `/api/v2`: `/studies/{nctId}`. */
  readonly path: string
  readonly summary: string
  readonly parameters: readonly ApiParameter[]
  /** By status. */
  readonly replies: Readonly<Record<number, ApiReply>>
}

/** A reply: what is in it by media type, and the headers that it may have besides those of every reply. */
export interface ApiReply {
  readonly description: string
  readonly content?: Readonly<Record<string, z.ZodType>>
  readonly headers?: Readonly<Record<string, string>>
}

const plain = { 'text/plain': messageSchema }
const wrong: ApiReply = {
  description: 'The request asks wrongly: the text says what is wrong',
  content: plain,
}
const missing: ApiReply = { description: 'There is no such thing', content: plain }
const unchanged: ApiReply = { description: 'As it was, by If-None-Match' }
const preferred = { 'Preference-Applied': 'What of Prefer was done' }
const tag = { ETag: 'The tag of the content' }

/** Every address below `/api/v2`. */
export const operations: readonly ApiOperation[] = [
  {
    path: '/studies',
    summary: 'A page of the studies that match queries and filters',
    parameters: studiesParameters,
    replies: {
      200: {
        description: 'A page',
        content: { 'application/json': pageSchema, 'text/csv': csvSchema },
        headers: {
          ...preferred,
          'x-total-count': 'In CSV: how many studies there are, with countTotal on the first page',
          'x-next-page-token': 'In CSV: the token of the next page; none on the last',
        },
      },
      400: wrong,
    },
  },
  {
    path: '/studies/{nctId}',
    summary: 'One study',
    parameters: studyParameters,
    replies: {
      200: {
        description: 'The study',
        content: {
          'application/json': studySchema,
          'text/csv': csvSchema,
          'application/zip': archiveSchema,
          'application/fhir+json': bundleSchema,
          'application/x-research-info-systems': risSchema,
        },
        headers: { ...tag, ...preferred },
      },
      301: {
        description: 'A former number leads to the study',
        headers: { Location: 'Its address' },
      },
      304: unchanged,
      400: wrong,
      404: missing,
    },
  },
  described('/studies/metadata', 'The fields of a record', nodesSchema, metadataParameters),
  described('/studies/search-areas', 'The fields that each query looks at', areasSchema),
  described('/studies/enums', 'The values of enumerations, with their old spellings', enumsSchema),
  described('/stats/size', 'How many bytes the records have as JSON', sizeSchema),
  counted('/stats/field/values', 'The values of fields', valuesListSchema, valuesParameters),
  counted('/stats/field/sizes', 'How many values lists have', sizesListSchema, sizesParameters),
  // Older addresses of the same.
  counted('/stats/fieldValues', 'The values of fields', valuesListSchema, valuesParameters),
  counted('/stats/fieldValues/{field}', 'The values of one field', fieldValuesSchema, fieldInPath),
  counted('/stats/listSizes', 'How many values lists have', sizesListSchema, sizesParameters),
  counted('/stats/listSizes/{field}', 'How many values a list has', fieldSizesSchema, fieldInPath),
  described('/version', 'Which API this is, and how new the records are', versionSchema),
  described('/openapi.json', 'This document', documentSchema),
]

function described(
  path: string,
  summary: string,
  schema: z.ZodType,
  parameters: readonly ApiParameter[] = [],
): ApiOperation {
  const content = { 'application/json': schema }
  return {
    path,
    summary,
    parameters,
    replies: { 200: { description: summary, content, headers: tag }, 304: unchanged, 400: wrong },
  }
}

function counted(
  path: string,
  summary: string,
  schema: z.ZodType,
  parameters: readonly ApiParameter[],
): ApiOperation {
  const content = { 'application/json': schema }
  const replies = { 200: { description: summary, content }, 400: wrong, 404: missing }
  return { path, summary, parameters, replies }
}
