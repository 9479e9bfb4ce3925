import { z } from 'zod'
import { enums, type EnumName } from '../../../finder/registry/enums.ts'
import { type FieldNode, fieldNodes } from '../show/metadata.ts'

/** The schemas that the document names, by their names in it. */
export const namedSchemas = z.registry<{ id: string }>()

/** A schema under a name of its own. */
export function namedSchema<T extends z.ZodType>(id: string, schema: T): T {
  namedSchemas.add(schema, { id })
  return schema
}

const made = new Map<string, z.ZodType>()

function membersOf(nodes: readonly FieldNode[]): Record<string, z.ZodType> {
  return Object.fromEntries(nodes.map((node) => [node.name, valueOf(node).optional()]))
}

function valueOf(node: FieldNode): z.ZodType {
  const type = node.type.replace('[]', '')
  const one = node.children ? group(type, node.children) : leaf(node, type)
  return node.type.endsWith('[]') ? z.array(one) : one
}

function group(type: string, children: readonly FieldNode[]): z.ZodType {
  return once(type, () => z.looseObject(membersOf(children)))
}

function leaf({ isEnum }: FieldNode, type: string): z.ZodType {
  // A value that the registry added lately is given as it is.
  if (isEnum) return once(type, () => z.union([z.enum([...enums[type as EnumName]]), z.string()]))
  return plain[type]?.() ?? z.string()
}

const plain: Readonly<Record<string, () => z.ZodType>> = {
  boolean: z.boolean,
  integer: z.int,
  number: z.number,
  PartialDate: () => once('PartialDate', () => z.string().regex(/^\d{4}(-\d\d(-\d\d)?)?$/)),
  NormalizedDate: () => once('NormalizedDate', () => z.string().regex(/^\d{4}(-\d\d(-\d\d)?)?$/)),
  DateTimeMinutes: () =>
    once('DateTimeMinutes', () => z.string().regex(/^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/)),
}

function once(id: string, make: () => z.ZodType): z.ZodType {
  const known = made.get(id)
  if (known) return known
  const schema = namedSchema(id, make())
  made.set(id, schema)
  return schema
}

/**
 * A record, built from the table of fields. Nothing in it is always there, since `fields` may ask for anything; and what the
 * registry may add one day is let through as it came.
 */
export const studySchema = namedSchema('Study', z.looseObject(membersOf(fieldNodes())))
