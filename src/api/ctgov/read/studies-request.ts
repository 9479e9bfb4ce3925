import {
  type Selected,
  type Selection,
  type SortKey,
  type Where,
  mostReadFor,
} from '../../../finder/catalogue/model/where.ts'
import { type ApiFault, badFormat } from './api-fault.ts'
import { fieldNamesOf } from './fields.ts'
import { filterParameters, readFilters } from './filters.ts'
import { isGeoDecay } from './geo.ts'
import { type PageEnd, readPageToken, writePageToken } from './page-token.ts'
import {
  choiceGiven,
  listGiven,
  oneGiven,
  type Parameters,
  readParameters,
  yesGiven,
} from './parameters.ts'
import { isRanking, queriedPieces, queryParameters, readQueries } from './queries.ts'
import { readSortKeys } from './sort.ts'

/** What `/studies` is asked. */
export interface StudiesRequest {
  readonly kind: 'studies'
  readonly selection: Selection
  readonly format: 'json' | 'csv'
  readonly markup: 'markdown' | 'legacy'
  /** The names that `fields` gives; empty for everything. */
  readonly fieldNames: readonly string[]
  /** The fields that the queries look at: what `@query` stands for. */
  readonly queried: readonly string[]
  /** Where the page before ended; undefined for the first page. */
  readonly from?: PageEnd
}

const known: ReadonlySet<string> = new Set([
  ...queryParameters,
  ...filterParameters,
  'geoDecay',
  'fields',
  'sort',
  'countTotal',
  'pageSize',
  'pageToken',
  'format',
  'markupFormat',
])

/** Reads the parameters of `/studies`, or tells what is wrong with the first of them. Never throws. */
export function readStudiesRequest(url: URL): StudiesRequest | ApiFault {
  const read = readParameters(url, known)
  if (read.kind === 'fault') return read
  const { parameters } = read
  const asked = readAsked(parameters)
  if (asked.kind === 'fault') return asked
  const format = choiceGiven(parameters, 'format', ['json', 'csv'])
  const markup = choiceGiven(parameters, 'markupFormat', ['markdown', 'legacy'])
  const limit = pageSizeOf(parameters)
  const isCounted = yesGiven(parameters, 'countTotal')
  for (const one of [format, markup, limit, isCounted]) if (typeof one === 'object') return one
  const from = pageEndOf(parameters, asked)
  if (from && 'kind' in from) return from
  return {
    kind: 'studies',
    selection: {
      ...questionOf(asked),
      ...(from && { after: { keys: from.keys, nct: from.nct } }),
      limit: limit as number,
      isCounted: isCounted === true && !from,
      ...((isCounted !== true || from) && { mostRead: mostReadFor(limit as number) }),
    },
    format: format as 'json' | 'csv',
    markup: markup as 'markdown' | 'legacy',
    fieldNames: fieldNamesOf(parameters),
    queried: queriedPieces(asked.where),
    ...(from && { from }),
  }
}

/** The token of the next page; undefined where this was the last. */
export function nextPageToken(
  { selection }: StudiesRequest,
  { studies, hasMore, state, goesOnAfter }: Selected,
): string | undefined {
  const last = goesOnAfter ?? studies.at(-1)
  if (!hasMore || !last) return undefined
  return writePageToken(
    { keys: last.keys, nct: last.nct, ...(isOfOneState(selection) && { state }) },
    selection,
  )
}

/**
 * The refusal of a page whose order is that of records that were there before: it could leave studies out or give them twice.
 * Undefined where the page is whole.
 */
export function staleFault(
  { from }: StudiesRequest,
  { state }: Pick<Selected, 'state'>,
): ApiFault | undefined {
  if (from?.state === undefined || from.state === state % 2 ** 32) return undefined
  return badFormat(
    'pageToken',
    'the records have changed since it was given, and with them the order; begin with the first page again. With filter.advanced and no sort, studies come in the order of their numbers, which stays',
  )
}

interface Asked {
  readonly kind: 'asked'
  readonly where: Where
  readonly filter: Where
  readonly sort: readonly SortKey[]
}

function readAsked(parameters: Parameters): Asked | ApiFault {
  const queries = readQueries(parameters)
  if (queries.kind === 'fault') return queries
  const filter = readFilters(parameters)
  if (filter.kind === 'fault') return filter
  const sort = readSortKeys(listGiven(parameters, 'sort'))
  if (sort.kind === 'fault') return sort
  const decay = oneGiven(parameters, 'geoDecay')
  if (typeof decay === 'object') return decay
  if (decay !== undefined && !isGeoDecay(decay))
    return badFormat('geoDecay', 'it is written func:exp,scale:300mi,offset:0mi,decay:0.5')
  const { where, isByNumber } = queries
  return {
    kind: 'asked',
    where,
    filter: isByNumber ? { kind: 'everything' } : filter,
    sort: orderOf(sort.keys, where),
  }
}

/** What is found by words comes in the order of how well it fits; nothing else has a relevance to be ordered by. */
function orderOf(keys: readonly SortKey[], where: Where): readonly SortKey[] {
  const ranks = isRanking(where)
  if (keys.length === 0 && ranks) return [{ piece: '@relevance', direction: 'desc' }]
  return ranks ? keys : keys.filter(({ piece }) => piece !== '@relevance')
}

function questionOf({ where, filter, sort }: Asked): Pick<Selection, 'where' | 'filter' | 'sort'> {
  return {
    ...(where.kind !== 'everything' && { where }),
    ...(filter.kind !== 'everything' && { filter }),
    sort,
  }
}

/** A number is a study's for ever; anything else by which it has its place, a later version of it may move. */
function isOfOneState({ sort }: Pick<Selection, 'sort'>): boolean {
  return sort.length > 0
}

const usualPageSize = 10
const mostPageSize = 1000

function pageSizeOf(parameters: Parameters): number | ApiFault {
  const given = oneGiven(parameters, 'pageSize')
  if (typeof given !== 'string') return given ?? usualPageSize
  if (!/^\+?\d{1,10}$/.test(given))
    return badFormat('pageSize', `it is a number from 0 to ${mostPageSize}`)
  return Number(given) === 0 ? usualPageSize : Math.min(Number(given), mostPageSize)
}

function pageEndOf(parameters: Parameters, asked: Asked): PageEnd | ApiFault | undefined {
  const token = oneGiven(parameters, 'pageToken')
  if (typeof token !== 'string') return token
  const end = readPageToken(token, questionOf(asked))
  const isPlace =
    end?.keys.length === asked.sort.length &&
    (end.state !== undefined) === isOfOneState(asked) &&
    end.keys.every((key) => key === null || Number.isFinite(key))
  if (isPlace) return end
  return badFormat(
    'pageToken',
    'it is none that this server gave for these parameters; begin with the first page again, and change nothing but countTotal and pageSize',
  )
}
