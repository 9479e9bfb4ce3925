import type { Where } from '../../../finder/catalogue/model/where.ts'
import type { WatchFilter } from '../../../people/watches/model/watch.ts'
import { type FhirFault, faultOfOne } from '../protocol/outcome.ts'
import { isControlName, silentParameters } from '../search/control-parameters.ts'
import { r4Parameters } from '../search/r4-parameters.ts'
import { r5Parameters } from '../search/r5-parameters.ts'
import { findsAll } from '../search/meaning.ts'
import { readStudySearch } from '../search/read-search.ts'
import type { FhirVersion } from '../xml/element-table.ts'

/** What filters ask of the catalogue: just what the same parameters find in a search. A fault where one is not understood. */
export function watchWhere(
  release: FhirVersion,
  filters: readonly WatchFilter[],
): Where | FhirFault {
  const given = filters.map(pairOf)
  const other = given.find(
    ([name, value]) => isControlName(name) || silentParameters.has(name) || value.trim() === '',
  )
  if (other)
    return faultOfOne(
      422,
      'not-supported',
      'A filter is a search parameter that says which studies, with a value; not how an answer is given.',
    )
  const parameters = release === 'R4' ? r4Parameters : r5Parameters
  const asked = readStudySearch(given, { parameters, isStrict: true })
  if ('status' in asked) return { ...asked, status: 422 }
  const parts = [asked.where, asked.filter].filter((one) => one !== undefined)
  const [only] = parts
  return parts.length > 1 ? { kind: 'all', parts } : (only ?? findsAll)
}

function pairOf({ name, modifier, comparator, value }: WatchFilter): readonly [string, string] {
  return [
    modifier === undefined ? name : `${name}:${modifier}`,
    comparator === undefined || comparator === 'eq' ? value : `${comparator}${value}`,
  ]
}
