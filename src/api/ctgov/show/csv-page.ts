import { stringify } from 'csv-stringify/sync'
import type { Study } from '../../../finder/registry/study.ts'
import type { CsvColumn } from './csv-columns.ts'

/** A page of studies as the registry's CSV (RFC 4180): one line each, after the names of the columns where it is the first. */
export function* csvPage(
  studies: Iterable<Study>,
  columns: readonly CsvColumn[],
  hasHeader: boolean,
): Generator<string, void> {
  if (hasHeader) yield line(columns.map(({ name }) => name))
  for (const study of studies) yield line(columns.map(({ cell }) => cell(study)))
}

function line(cells: readonly string[]): string {
  return stringify([cells], { record_delimiter: 'windows' })
}
