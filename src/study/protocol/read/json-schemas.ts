import { z } from 'zod'
import { factShape } from './fact-shape.ts'
import { protocolShape, settingsShape } from './protocol-shape.ts'
import { decimalShape } from './shape-parts.ts'

/** What has a published JSON Schema. */
export type SchemaName = 'protocol' | 'fact' | 'settings'

/** The JSON Schema (2020-12) of a protocol's file, of a line of a file of facts, or of an operator's settings. */
export function jsonSchemaOf(name: SchemaName): object {
  const { shape, title } = schemas[name]
  return { ...z.toJSONSchema(shape, { io: 'input', reused: 'ref', override: withNumbers }), title }
}

interface SchemaPart {
  readonly zodSchema: z.core.$ZodTypes
  readonly jsonSchema: z.core.JSONSchema.BaseSchema
}

/** A decimal or a value may be written as a number: it is read as the text it is written as, with all its digits. */
function withNumbers({ zodSchema, jsonSchema }: SchemaPart): void {
  const { anyOf } = jsonSchema
  if (zodSchema === decimalShape) {
    const written = (anyOf ?? []).filter(({ type }) => type === 'string')
    const most = 10 ** 18
    jsonSchema.anyOf = [
      ...written,
      { type: 'number', exclusiveMinimum: -most, exclusiveMaximum: most },
    ]
    return
  }
  if (anyOf?.some(({ type }) => type === 'null') && !anyOf.some(({ type }) => type === 'number'))
    anyOf.push({ type: 'number' })
}

const schemas: Readonly<Record<SchemaName, { readonly shape: z.ZodType; readonly title: string }>> =
  {
    protocol: { shape: protocolShape, title: 'One version of a protocol' },
    fact: { shape: factShape, title: 'One line of a file of facts' },
    settings: {
      shape: settingsShape,
      title: 'What an operator has set where a protocol is silent',
    },
  }
