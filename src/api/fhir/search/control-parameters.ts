import type { SortKey } from '../../../finder/catalogue/model/where.ts'
import type { SearchRequest, Summary } from './search-request.ts'

/** Studies on a page where nothing is said. */
export const usualCount = 20
/** Studies on a page at most; who asks for more gets so many. */
export const mostCount = 500

/** Parameters that say how an answer is given, and not which studies; each with its documentation. */
export const controlParameters = [
  '_count',
  '_sort',
  '_summary',
  '_elements',
  '_total',
  '_include',
  '_revinclude',
  '_cursor',
] as const

/** Said of the form of the answer, or by some client; they change nothing in what is found. */
export const silentParameters: ReadonlySet<string> = new Set(['_format', '_pretty', '_totalMethod'])

/** The name of a parameter that says how an answer is given. */
export type ControlParameter = (typeof controlParameters)[number]

/** True for the name of one. */
export function isControlName(name: string): name is ControlParameter {
  return controlParameters.some((known) => known === name)
}

/** Reads `_count`: a whole number from 0 up, taken as far as the most there is. Undefined for anything else. */
export function readCount(text: string): number | undefined {
  return /^\d{1,9}$/.test(text) ? Math.min(Number(text), mostCount) : undefined
}

/** Reads `_summary`. */
export function readSummary(text: string): Summary | undefined {
  return (['true', 'text', 'data', 'count', 'false'] as const).find((known) => known === text)
}

/** Reads `_total`: whether all that is found is counted: never, where that takes no long reading (as without it), or always. */
export function readTotal(text: string): SearchRequest['counts'] | undefined {
  return totals.get(text)
}

const totals: ReadonlyMap<string, SearchRequest['counts']> = new Map([
  ['none', 'never'],
  ['estimate', 'whereQuick'],
  ['accurate', 'always'],
])

/** Reads `_elements`: names of elements at the top of a resource. */
export function readElements(text: string): readonly string[] | undefined {
  const names = text.split(',').map((name) => name.trim().replace(/^ResearchStudy\./, ''))
  const isSound = names.length <= 60 && names.every((name) => /^_?[A-Za-z]{1,60}$/.test(name))
  return isSound ? names : undefined
}

/** What can be ordered by, with the field it is of. */
export const sortKeys: Readonly<Record<string, SortKey['piece']>> = {
  _lastUpdated: 'LastUpdatePostDate',
  date: 'StartDate',
  _score: '@relevance',
}

/** Reads `_sort`: the keys that are known, and the names that are not. The best match comes first either way. */
export function readStudySort(text: string): {
  readonly keys: readonly SortKey[]
  readonly known: readonly string[]
  readonly unknown: readonly string[]
} {
  const given = [...new Set(text.split(',').map((name) => name.trim()))].filter(
    (name) => name !== '',
  )
  const known = given.filter((name) => Object.hasOwn(sortKeys, name.replace(/^-/, ''))).slice(0, 2)
  const keys = known.flatMap((name): SortKey[] => {
    const piece = sortKeys[name.replace(/^-/, '')]
    if (piece === undefined) return []
    const isDown = piece === '@relevance' || name.startsWith('-')
    return [{ piece, direction: isDown ? 'desc' : 'asc' }]
  })
  return { keys, known, unknown: given.filter((name) => !known.includes(name)) }
}
