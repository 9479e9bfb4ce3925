import type { Where } from '../../../finder/catalogue/model/where.ts'
import { enums } from '../../../finder/registry/enums.ts'
import { valueSpelled } from '../../../finder/registry/pieces/old-spellings.ts'
import { allWhere } from '../essie/parts.ts'
import { readEssie } from '../essie/read-essie.ts'
import { targetNamed } from '../essie/target.ts'
import { nctIdOf } from '../essie/values.ts'
import { readAggFilters } from './agg-filters.ts'
import { type ApiFault, apiFault, badChoice, badItem } from './api-fault.ts'
import { readGeo } from './geo.ts'
import { listGiven, type Parameters } from './parameters.ts'

const filterNames = ['overallStatus', 'geo', 'ids', 'advanced', 'synonyms'] as const

/** The parameters that leave studies out without ranking any. */
export const filterParameters: readonly string[] = [
  ...['filter', 'postFilter'].flatMap((kind) => filterNames.map((name) => `${kind}.${name}`)),
  'aggFilters',
]

/** What all filters of a request ask together; `everything` where there is none. */
export function readFilters(parameters: Parameters): Where | ApiFault {
  const parts: Where[] = []
  for (const name of filterParameters) {
    const texts = parameters.get(name)
    if (!texts) continue
    const part = readFilter(name, texts, parameters)
    if (part.kind === 'fault') return part
    parts.push(part)
  }
  return allWhere(parts)
}

function readFilter(
  name: string,
  texts: readonly string[],
  parameters: Parameters,
): Where | ApiFault {
  switch (name.slice(name.indexOf('.') + 1)) {
    case 'overallStatus':
      return readStatuses(listGiven(parameters, name))
    case 'ids':
      return readIds(name, listGiven(parameters, name))
    case 'geo':
      return every(texts, (text) => readGeo(name, text))
    case 'advanced':
      return every(texts, readAdvanced)
    case 'synonyms':
      return apiFault(
        `Parameter \`${name}\` is not supported by this server: it has no numbers of synonyms. Use query.cond, query.intr or query.term, which find other names of the same`,
      )
    default:
      return readAggFilters(texts)
  }
}

function every(
  texts: readonly string[],
  read: (text: string) => Where | ApiFault,
): Where | ApiFault {
  const parts: Where[] = []
  for (const text of texts) {
    const part = read(text)
    if (part.kind === 'fault') return part
    parts.push(part)
  }
  return allWhere(parts)
}

function readStatuses(texts: readonly string[]): Where | ApiFault {
  const values: string[] = []
  for (const text of texts) {
    const value = valueSpelled('Status', text)
    if (value === undefined) return badChoice('overallStatus', text, [...enums.Status].toSorted())
    values.push(value)
  }
  if (values.length === 0) return { kind: 'everything' }
  return { kind: 'value', piece: 'OverallStatus', values: [...new Set(values)] }
}

function readIds(name: string, texts: readonly string[]): Where | ApiFault {
  const ids = texts.flatMap((text) => text.split(/\s+/)).map(nctIdOf)
  const wrong = ids.indexOf(undefined)
  if (wrong >= 0 || !ids.every((id) => id !== undefined))
    return badItem(name, wrong + 1, 'NCT and up to eight digits, such as NCT04852770')
  return ids.length === 0 ? { kind: 'everything' } : { kind: 'ids', ids: [...new Set(ids)] }
}

function readAdvanced(text: string): Where | ApiFault {
  if (!anyWords) return { kind: 'everything' }
  const where = readEssie(text, { target: anyWords, label: 'advanced filter' })
  return where.kind === 'fault' ? apiFault(where.text) : where
}

const anyWords = targetNamed('BasicSearch')
