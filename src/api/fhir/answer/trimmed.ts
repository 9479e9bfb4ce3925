import type { Summary } from '../search/search-request.ts'
import type { FhirVersion } from '../xml/element-table.ts'

/** A study as a resource, where only the names of its elements matter. */
export interface StudyResource {
  readonly resourceType: 'ResearchStudy'
  readonly id: string
  readonly meta: Readonly<Record<string, unknown>> & { readonly lastUpdated?: string }
  readonly [element: string]: unknown
}

/** How much of each resource is given. */
export interface Trim {
  readonly summary: Summary
  /** All where there are none. */
  readonly elements: readonly string[]
}

/**
 * A study with only what is asked for, marked as a part. What it refers to stays with it where the reference does; in a summary only
 * the names of it do.
 */
export function trimmed(resource: StudyResource, trim: Trim, release: FhirVersion): StudyResource {
  const { summary, elements } = trim
  if (elements.length > 0) return part(resource, [...always, ...elements], true)
  switch (summary) {
    case 'true':
      return part(resource, [...always, ...summaryElements[release]], false)
    case 'text':
      return part(resource, [...always, 'text'], false)
    case 'data':
      return part(
        resource,
        Object.keys(resource).filter((name) => name !== 'text'),
        true,
      )
    case 'count':
    case 'false':
      return resource
  }
}

/** What every study has, whatever is asked: without `status` it is no ResearchStudy. */
const always = ['resourceType', 'id', 'meta', 'status']

/** What the definitions call the summary. */
const summaryElements: Readonly<Record<FhirVersion, readonly string[]>> = {
  R4: [
    'identifier',
    'title',
    'primaryPurposeType',
    'phase',
    'category',
    'focus',
    'condition',
    'contact',
    'keyword',
    'location',
    'period',
    'sponsor',
    'principalInvestigator',
    'site',
    'reasonStopped',
  ],
  R5: [
    'identifier',
    'title',
    'primaryPurposeType',
    'phase',
    'studyDesign',
    'condition',
    'keyword',
    'region',
    'period',
    'site',
    'whyStopped',
  ],
}

const subsetted = {
  system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue',
  code: 'SUBSETTED',
}

function part(
  resource: StudyResource,
  names: readonly string[],
  hasContained: boolean,
): StudyResource {
  const wanted = new Set(names)
  const kept = Object.fromEntries(
    Object.entries(resource).filter(([name]) => wanted.has(name) && name !== 'contained'),
  )
  const contained = hasContained ? reachedFrom(kept, resource['contained']) : []
  const withoutLoose = contained.length > 0 ? kept : withoutReferences(kept)
  return {
    resourceType: resource.resourceType,
    id: resource.id,
    ...(withoutLoose as object),
    meta: { ...resource.meta, tag: [subsetted] },
    ...(contained.length > 0 && { contained }),
  }
}

/** The contained resources that are referred to from what is kept, or from one of them. */
function reachedFrom(kept: unknown, all: unknown): readonly unknown[] {
  const byId = new Map(
    (Array.isArray(all) ? (all as { readonly id: string }[]) : []).map((one) => [one.id, one]),
  )
  const reached = new Set<string>()
  const waiting = referencesIn(kept)
  for (const id of waiting) {
    const one = byId.get(id)
    if (!one || reached.has(id)) continue
    reached.add(id)
    waiting.push(...referencesIn(one))
  }
  return [...byId].flatMap(([id, one]) => (reached.has(id) ? [one] : []))
}

function referencesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, one]) =>
    name === 'reference' && typeof one === 'string' && one.startsWith('#')
      ? [one.slice(1)]
      : referencesIn(one),
  )
}

/** The same without what leads to nothing that is there: of a reference its words stay. */
function withoutReferences(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutReferences).filter((one) => one !== undefined)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).flatMap(([name, one]) => {
    if (name === 'reference' && typeof one === 'string' && one.startsWith('#')) return []
    const left = withoutReferences(one)
    return left === undefined ? [] : [[name, left] as const]
  })
  return entries.length === 0 ? undefined : Object.fromEntries(entries)
}
