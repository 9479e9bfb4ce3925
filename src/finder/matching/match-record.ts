import { parseJson } from '../../base/parse-json.ts'
import { z } from 'zod'
import type { Query } from '../catalogue/model/query.ts'
import type { MatchSource } from './match.ts'
import { matchesFor, type TextMatches } from './match-text.ts'
import { readBundle } from './bundle/read-bundle.ts'
import { withoutWishes, type RecordWishes } from './record-wishes.ts'
import type { Vocabulary } from '../vocabulary/concept.ts'

/** A FHIR record as its bytes, as a program sent it, and what is wanted. */
export interface RecordAsked {
  readonly body: Uint8Array
  /** `yyyy-MM-dd` */
  readonly today: string
  readonly limit: number
  /** Only studies that these let through; of a record that says where to look, absent until its place is known. */
  readonly filters?: RecordFilters
}

/** What the studies for a record may be asked to be. */
export type RecordFilters = Pick<Query, 'status' | 'phase' | 'near' | 'withinKm'>

/** What was found for a record. */
export interface RecordMatches {
  readonly wishes: RecordWishes
  /** How many of its resources are a Condition, whether it could be read or not. */
  readonly conditions: number
  /** Absent where the record names no illness, or where its wishes must be looked at first. */
  readonly matched?: TextMatches
}

/**
 * Reads a record and what is asked in it, and ranks the studies for it. Where it has wishes and no filters were given, only the
 * wishes are told: who asked knows places, and asks again. Never throws what could quote the record.
 */
export async function matchRecord(
  { body, filters, today, limit }: RecordAsked,
  source: MatchSource,
  vocabulary: Vocabulary,
): Promise<RecordMatches> {
  const { record, wishes } = withoutWishes(parse(body))
  const conditions = countConditions(record, 0)
  const isAskedFirst = filters === undefined && Object.keys(wishes).length > 0
  if (isAskedFirst && conditions > 0) return { wishes, conditions }
  const read = readBundle(record, { vocabulary, today })
  // A record that is none is told as such; one of a person without an illness is not looked for.
  if (conditions === 0 && read.patient) return { wishes, conditions }
  const asked = { today, limit, filters: filters ?? {} }
  return {
    wishes,
    conditions,
    matched: await matchesFor(read, 'bundle', asked, source, vocabulary),
  }
}

/** What is no JSON is handed on as text, to be told so. */
function parse(body: Uint8Array): unknown {
  const text = utf8.decode(body)
  try {
    return parseJson(text, mostDeep) ?? null
  } catch {
    return text
  }
}

/** What is deeper is told to be no JSON, rather than read; no record is. */
const mostDeep = 150_000

const utf8 = new TextDecoder('utf-8')

const typed = z.object({ resourceType: z.string() })
const holder = z.object({
  entry: z.array(z.unknown()).optional(),
  parameter: z.array(z.unknown()).optional(),
})
const held = z.object({ resource: z.unknown() })
const deepest = 6

function countConditions(record: unknown, depth: number): number {
  if (depth > deepest) return 0
  if (Array.isArray(record)) return sumOf(record, depth)
  const type = typed.safeParse(record)
  if (!type.success) return 0
  if (type.data.resourceType === 'Condition') return 1
  const parts = holder.safeParse(record)
  if (!parts.success) return 0
  const resources = [...(parts.data.entry ?? []), ...(parts.data.parameter ?? [])].map((one) => {
    const found = held.safeParse(one)
    return found.success ? found.data.resource : undefined
  })
  return sumOf(resources, depth)
}

function sumOf(resources: readonly unknown[], depth: number): number {
  return resources.reduce<number>((sum, one) => sum + countConditions(one, depth + 1), 0)
}
