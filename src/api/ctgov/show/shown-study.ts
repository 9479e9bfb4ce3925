import type { StoredStudy } from '../../../finder/catalogue/model/stored.ts'
import { publicRecord } from '../../../finder/catalogue/model/public-record.ts'
import type { Study } from '../../../finder/registry/study.ts'
import { onlyWanted, wantedFields } from '../fields/wanted-fields.ts'
import type { ApiFault } from '../read/api-fault.ts'
import { noSuchColumn, noSuchField } from '../read/fields.ts'
import { columnsNamed, type CsvColumn } from './csv-columns.ts'
import { withLegacyMarkup } from './legacy-markup.ts'
import type { Making } from './study-page.ts'
import { type ServedForm, servedRecord } from './served-record.ts'

/** How studies are to be shown: the fields that were named, and the form of long texts. */
export interface ShownAs {
  readonly fieldNames: readonly string[]
  readonly markup: 'markdown' | 'legacy'
  /** The fields that the query looked in: what `@query` stands for. */
  readonly queried?: readonly string[]
}

/** What makes of a stored study the record that is given, with the fields that were asked for; or the name that is none. */
export function jsonMaker(
  as: ShownAs,
  form: ServedForm,
): ((stored: StoredStudy) => Making) | ApiFault {
  const fields = wantedFields(as.fieldNames, () => as.queried ?? [])
  if ('wrong' in fields) return noSuchField(fields.wrong)
  const { wanted } = fields
  return function* making(stored): Making {
    const record = servedRecord(stored, form)
    const part = wanted === true ? record : ((onlyWanted(record, wanted) ?? {}) as object)
    return as.markup === 'legacy' ? yield* withLegacyMarkup(part) : part
  }
}

/** The columns that were named; or the name that is none. */
export function csvColumnsOf({ fieldNames }: ShownAs): readonly CsvColumn[] | ApiFault {
  const named = columnsNamed(fieldNames)
  return 'wrong' in named ? noSuchColumn(named.wrong) : named.columns
}

/** A stored study as its line of CSV is made from it. */
export function csvStudy(stored: StoredStudy): Study {
  return publicRecord(stored).study
}
