import { shownInput } from '../essie/essie-fault.ts'
import { type ApiFault, apiFault } from './api-fault.ts'
import { listGiven, type Parameters } from './parameters.ts'

/** The names that `fields` gives, in the order in which they were written; empty for everything. */
export function fieldNamesOf(parameters: Parameters): readonly string[] {
  return listGiven(parameters, 'fields')
}

/** A name in `fields` that is none of a field, a branch or a search area. */
export function noSuchField(name: string): ApiFault {
  return apiFault(`Parameter 'fields' contains invalid field name: '${shownInput(name)}'`)
}

/** A name in `fields` that is none of a column of CSV. */
export function noSuchColumn(name: string): ApiFault {
  return apiFault(`Parameter 'fields' contains invalid CSV column name: '${shownInput(name)}'`)
}
