import { z } from 'zod'
import { apiVersion } from '../show/description-routes.ts'
import { type ApiOperation, type ApiReply, operations } from './operations.ts'
import type { ApiParameter } from './parameters.ts'
import { namedSchemas } from './record-schema.ts'
import { messageSchema } from './reply-schemas.ts'

/** The OpenAPI 3.1 document of what is served below `/api/v2` of a deployment (`baseUrl` is without a slash at its end). */
export function openapiDocument(baseUrl: string): object {
  return {
    openapi: '3.1.0',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: {
      title: 'Records of ClinicalTrials.gov, by its API v2',
      version: apiVersion,
      description:
        'The API v2 of ClinicalTrials.gov, answered by Trialway from the records that were imported here. Sites without coordinates have those that were worked out here. Data: ClinicalTrials.gov, processed on the day that /version gives.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: `${baseUrl}/api/v2` }],
    paths: Object.fromEntries(operations.map((one) => [one.path, { get: described(one) }])),
    components: { schemas: schemas() },
  }
}

function described({ path, summary, parameters, replies }: ApiOperation): object {
  return {
    operationId: operationIds[path] ?? path,
    tags: [tagOf(path)],
    summary,
    parameters: parameters.map(parameter),
    responses: Object.fromEntries(
      [...Object.entries(replies), ...Object.entries(everywhere)].map(([status, reply]) => [
        status,
        replyOf(reply),
      ]),
    ),
  }
}

/** The registry's own names of what is asked, by which generated clients call it; those it has none for are ours. */
const operationIds: Readonly<Record<string, string>> = {
  '/studies': 'listStudies',
  '/studies/{nctId}': 'fetchStudy',
  '/studies/metadata': 'studiesMetadata',
  '/studies/search-areas': 'searchAreas',
  '/studies/enums': 'enums',
  '/stats/size': 'sizeStats',
  '/stats/field/values': 'fieldValues',
  '/stats/field/sizes': 'fieldSizes',
  '/stats/fieldValues': 'fieldValuesSummary',
  '/stats/fieldValues/{field}': 'fieldValuesStats',
  '/stats/listSizes': 'listSizesSummary',
  '/stats/listSizes/{field}': 'listSizes',
  '/version': 'version',
  '/openapi.json': 'openApi',
}

function tagOf(path: string): string {
  if (path.startsWith('/studies')) return 'Studies'
  return path.startsWith('/stats') ? 'Stats' : 'Version'
}

/** What any address may answer. */
const everywhere: Readonly<Record<number, ApiReply>> = {
  429: {
    description: 'Too many requests from one network',
    content: { 'text/plain': messageSchema },
    headers: { 'Retry-After': 'How many seconds to wait' },
  },
  503: {
    description: 'Too much to do, or a question that takes too long',
    content: { 'text/plain': messageSchema },
    headers: { 'Retry-After': 'How many seconds to wait' },
  },
}

function parameter({ isList, ...rest }: ApiParameter): object {
  return isList ? { ...rest, style: 'form', explode: false } : rest
}

function replyOf({ description, content, headers }: ApiReply): object {
  return {
    description,
    ...(headers && {
      headers: Object.fromEntries(
        Object.entries(headers).map(([name, what]) => [
          name,
          { description: what, schema: { type: 'string' } },
        ]),
      ),
    }),
    ...(content && {
      content: Object.fromEntries(
        Object.entries(content).map(([type, schema]) => [type, { schema: schemaOf(schema) }]),
      ),
    }),
  }
}

/** Every schema of a reply has a name. */
function schemaOf(schema: z.ZodType): object {
  return { $ref: addressOf(namedSchemas.get(schema)?.id ?? '') }
}

function schemas(): Readonly<Record<string, object>> {
  const { schemas: all } = z.toJSONSchema(namedSchemas, { uri: addressOf })
  return Object.fromEntries(
    Object.entries(all).map(([id, schema]) => {
      const { $schema: _, $id: _also, ...own } = schema
      return [id, own]
    }),
  )
}

function addressOf(id: string): string {
  return `#/components/schemas/${id}`
}
