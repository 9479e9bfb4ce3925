import type { z } from 'zod'
import type { Protocol } from '../document/protocol.ts'
import type { OperatorSetting } from '../document/settings.ts'
import { protocolShape, settingsShape } from './protocol-shape.ts'

/** Where a document is not of its shape. `shapeFaultText` in `words` says it. */
export interface ShapeFault {
  readonly kind:
    | 'missing'
    | 'unknown key'
    | 'wrong type'
    | 'not one of'
    | 'empty'
    | 'out of range'
    | 'id'
    | 'decimal'
    | 'duration'
    | 'day'
    | 'zone'
    | 'address'
  /** `eligibility[2].expression.of[0].unit` */
  readonly path: string
  /** The id of the node that it stands in. */
  readonly node?: string
  /** What stands there. */
  readonly found?: string
  /** What may stand there. */
  readonly expected?: readonly string[]
}

/** What a JSON document is by a shape of ours, or every place where it is not of it. */
export function readShape<T>(
  shape: z.ZodType<T>,
  value: unknown,
): { readonly read: T } | { readonly faults: readonly ShapeFault[] } {
  const read = shape.safeParse(value)
  return read.success
    ? { read: read.data }
    : { faults: read.error.issues.flatMap((issue) => shapeFaults(issue, value)) }
}

/** The protocol that a JSON document is, or every place where it is not of a protocol's shape. */
export function readProtocol(
  value: unknown,
): { readonly protocol: Protocol } | { readonly faults: readonly ShapeFault[] } {
  const found = readShape(protocolShape, value)
  return 'read' in found ? { protocol: found.read } : found
}

/** The settings of an operator that a JSON document is, or every place where it is none. */
export function readSettings(
  value: unknown,
): { readonly settings: readonly OperatorSetting[] } | { readonly faults: readonly ShapeFault[] } {
  const found = readShape(settingsShape, value)
  return 'read' in found ? { settings: found.read } : found
}

function shapeFaults(issue: z.core.$ZodIssue, document: unknown): ShapeFault[] {
  const { isThere, ...at } = placeOf(document, issue.path)
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => {
      const { path, node } = placeOf(document, [...issue.path, key])
      return { kind: 'unknown key', path, ...(node !== undefined && { node }) }
    })
  if (!isThere) return [{ kind: 'missing', ...at }]
  return [{ ...at, ...faultOf(issue) }]
}

function faultOf(issue: z.core.$ZodIssue): Pick<ShapeFault, 'kind' | 'expected'> {
  if (issue.code === 'invalid_type') return { kind: 'wrong type', expected: [issue.expected] }
  if (issue.code === 'invalid_value')
    return { kind: 'not one of', expected: issue.values.map(String) }
  if (issue.code === 'invalid_union') return unionFault(issue)
  if (issue.code === 'too_big') return { kind: 'out of range' }
  if (issue.code === 'too_small')
    return { kind: ['string', 'array'].includes(issue.origin) ? 'empty' : 'out of range' }
  return { kind: kinds.get(issue.message) ?? 'wrong type' }
}

/** What a choice of shapes was meant to be. */
function unionFault(issue: z.core.$ZodIssueInvalidUnion): Pick<ShapeFault, 'kind' | 'expected'> {
  if ('options' in issue && issue.options)
    return { kind: 'not one of', expected: issue.options.map(String) }
  const messages = issue.errors.flat().map(({ message }) => message)
  const named = messages.map((message) => kinds.get(message)).find((kind) => kind !== undefined)
  return { kind: named ?? 'wrong type' }
}

/** The messages that our own shapes give. */
const kinds: ReadonlyMap<string, ShapeFault['kind']> = new Map(
  (['id', 'decimal', 'duration', 'day', 'zone', 'address'] as const).map((kind) => [kind, kind]),
)

interface Place {
  readonly path: string
  readonly node?: string
  readonly found?: string
  readonly isThere: boolean
}

/** Where a path leads, and the nearest thing around it that has an id. */
function placeOf(document: unknown, path: readonly PropertyKey[]): Place {
  let node: string | undefined
  let here: unknown = document
  let isThere = true
  for (const key of path) {
    if (typeof here === 'object' && here !== null && 'id' in here && typeof here.id === 'string')
      node = here.id
    isThere = typeof here === 'object' && here !== null && Object.hasOwn(here, key)
    here = isThere ? Object(here)[key] : undefined
  }
  const isPlain = typeof here === 'string' || typeof here === 'number' || typeof here === 'boolean'
  const found = isPlain ? String(here) : undefined
  return {
    path: pathText(path),
    ...(node !== undefined && { node }),
    ...(found !== undefined && { found: found.slice(0, 60) }),
    isThere,
  }
}

/** `eligibility[2].expression.of[0].unit` */
function pathText(path: readonly PropertyKey[]): string {
  const text = path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
  return text.replace(/^\./, '')
}
