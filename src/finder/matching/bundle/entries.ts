import { parseJson } from '../../../base/parse-json.ts'
import * as shapes from './shapes.ts'
import type { Problems } from './problems.ts'

/** A resource of a Bundle, unread, and where it is. */
export interface BundleEntry {
  readonly resource: object
  readonly type: string
  readonly id: string | undefined
  readonly fullUrl: string | undefined
  /** `Condition/123`, to be named by. */
  readonly place: string
  readonly versionOf: { readonly updated: string; readonly version: number }
}

/** The resources of a record and how many were too many; undefined, with a problem, where it is no record. */
export interface OpenedRecord {
  readonly entries: readonly BundleEntry[]
  readonly unread: number
}

/** Opens a Bundle, a list of resources, lines of resources, or Parameters that hold them. */
export function openRecord(input: unknown, problems: Problems): OpenedRecord | undefined {
  const parsed = typeof input === 'string' ? parseText(input) : input
  if (parsed === undefined) return refuse(problems, 'notJson')
  const walk = new Walk(problems)
  if (Array.isArray(parsed)) {
    for (const one of parsed) walk.resource(one, undefined, 0)
    if (walk.entries.length === 0) return refuse(problems, 'notRecord')
  } else {
    const found = shapes.anyShape.safeParse(parsed)
    const type = found.success ? found.data.resourceType : undefined
    if (type === undefined) return refuse(problems, 'notRecord')
    if (type === 'Parameters') walk.parameters(parsed, 0)
    else if (type !== 'Bundle') return refuse(problems, 'notBundle', type)
    else if (!walk.bundle(parsed, 0)) return refuse(problems, 'notList')
  }
  if (walk.seen === 0) return refuse(problems, 'empty')
  return { entries: withoutOldVersions(walk), unread: walk.unread }
}

function refuse(
  problems: Problems,
  kind: 'notJson' | 'notRecord' | 'notBundle' | 'notList' | 'empty',
  about = '',
): undefined {
  problems.add('Bundle', kind, about)
  return undefined
}

/** JSON, or JSON in lines. */
function parseText(text: string): unknown {
  const whole = jsonIn(text)
  if (whole !== undefined) return whole
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const parsed = lines.map(jsonIn)
  return lines.length > 1 && parsed.every((line) => line !== undefined) ? parsed : undefined
}

function jsonIn(text: string): unknown {
  try {
    return parseJson(text, mostDeep) ?? null
  } catch {
    return undefined
  }
}

/** What is deeper is told to be no JSON, rather than read; no record is. */
const mostDeep = 150_000
/** More entries are left unread, and said. */
const mostEntries = 10_000
/** A Bundle in a Bundle in a Bundle; more is nobody's record. */
const deepest = 5

class Walk {
  readonly entries: BundleEntry[] = []
  readonly deleted = new Set<string>()
  readonly #problems: Problems
  isHistory = false
  seen = 0
  unread = 0

  constructor(problems: Problems) {
    this.#problems = problems
  }

  /** False where it has not the shape of a Bundle. */
  bundle(resource: unknown, depth: number): boolean {
    const bundle = shapes.bundleShape.safeParse(resource)
    if (!bundle.success) return false
    const { entry = [], link = [], type } = bundle.data
    if (type === 'history') this.isHistory = true
    if (link.some(({ relation }) => relation === 'next')) this.#problems.add('Bundle', 'morePages')
    for (const one of entry) this.#entry(one, depth)
    return true
  }

  #entry(one: unknown, depth: number): void {
    const entry = shapes.entryShape.safeParse(one)
    if (!entry.success) {
      this.seen++
      return this.#problems.add(`entry ${this.seen}`, 'shape')
    }
    const { resource, fullUrl, request, response } = entry.data
    if (request?.method === 'DELETE') {
      this.seen++
      this.deleted.add(request.url ?? '')
    } else if (resource !== undefined || (!request && !response)) {
      this.resource(resource, fullUrl, depth)
    } else this.seen++
  }

  resource(resource: unknown, fullUrl: string | undefined, depth: number): void {
    const found = shapes.anyShape.safeParse(resource)
    if (found.success && found.data.resourceType === 'Bundle') {
      const isRead = depth < deepest && this.bundle(resource, depth + 1)
      if (!isRead) this.#problems.add('Bundle', 'shape')
      return
    }
    this.seen++
    if (this.entries.length >= mostEntries) this.unread++
    else if (!found.success || typeof resource !== 'object' || resource === null)
      this.#problems.add(placeOf(resource, this.seen), 'shape', '', wordsOf(resource))
    else {
      const { resourceType: type, id, meta } = found.data
      const place = `${type}/${id ?? `entry-${this.seen}`}`.slice(0, 120)
      const versionOf = { updated: meta?.lastUpdated ?? '', version: Number(meta?.versionId ?? '') }
      this.entries.push({ resource, type, id, fullUrl, place, versionOf })
    }
  }

  parameters(resource: unknown, depth: number): void {
    const parameters = shapes.parametersShape.safeParse(resource)
    if (!parameters.success) return this.#problems.add('Parameters', 'shape')
    for (const { resource: one } of parameters.data.parameter ?? [])
      if (one !== undefined) this.resource(one, undefined, depth)
  }
}

function placeOf(resource: unknown, at: number): string {
  const type = shapes.typeShape.safeParse(resource)
  return type.success ? `${type.data.resourceType.slice(0, 60)}/entry-${at}` : `entry ${at}`
}

/** What words can be had of a resource of the wrong shape. */
function wordsOf(resource: unknown): string {
  const loose = shapes.looseShape.safeParse(resource)
  return loose.success ? (loose.data.code?.text ?? '') : ''
}

/** Of several versions of a resource the newest; of a resource that was deleted none. Where that cannot be told, all. */
function withoutOldVersions({ entries, deleted, isHistory }: Walk): readonly BundleEntry[] {
  const groups = new Map<string, BundleEntry[]>()
  entries.forEach((entry, at) => {
    const key = entry.id === undefined ? `#${at}` : (entry.fullUrl ?? `${entry.type}/${entry.id}`)
    const group = groups.get(key)
    if (group) group.push(entry)
    else groups.set(key, [entry])
  })
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (first && isHistory && deleted.has(`${first.type}/${first.id}`)) return []
    return group.length === 1 ? group : newestVersion(group, isHistory)
  })
}

function newestVersion(group: readonly BundleEntry[], isHistory: boolean): readonly BundleEntry[] {
  const byTime = group.toSorted((a, b) => timeOf(b) - timeOf(a))
  const [first, second] = byTime
  if (first && second && timeOf(first) > timeOf(second)) return [first]
  const byNumber = group.toSorted((a, b) => b.versionOf.version - a.versionOf.version)
  const [top, next] = byNumber
  if (top && next && top.versionOf.version > next.versionOf.version) return [top]
  if (isHistory) return group.slice(0, 1)
  return [...new Map(group.map((entry, at) => [textOf(entry) ?? at, entry])).values()]
}

function textOf({ resource }: BundleEntry): string | undefined {
  try {
    return JSON.stringify(resource)
  } catch {
    // Nested too deep to be compared.
    return undefined
  }
}

function timeOf({ versionOf }: BundleEntry): number {
  return Date.parse(versionOf.updated)
}
