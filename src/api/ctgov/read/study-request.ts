import { shownInput } from '../essie/essie-fault.ts'
import { nctIdOf } from '../essie/values.ts'
import { type ApiFault, apiFault, badFormat } from './api-fault.ts'
import { fieldNamesOf } from './fields.ts'
import { choiceGiven, readParameters } from './parameters.ts'

const studyFormats = ['json', 'csv', 'json.zip', 'fhir.json', 'ris'] as const

/** What a study can be given as. */
export type StudyFormat = (typeof studyFormats)[number]

/** What `/studies/{nctId}` is asked. */
export interface StudyRequest {
  readonly kind: 'study'
  /** As the registry writes it: lower case and missing zeros are the same study. */
  readonly nctId: string
  readonly format: StudyFormat
  readonly markup: 'markdown' | 'legacy'
  /** The names that `fields` gives; empty for everything. */
  readonly fieldNames: readonly string[]
}

const known: ReadonlySet<string> = new Set(['format', 'markupFormat', 'fields'])

/** Reads the address of one study, or tells what is wrong with it. Never throws. */
export function readStudyRequest(typedId: string, url: URL): StudyRequest | ApiFault {
  if (typedId === 'download') return faultOfDownload(url)
  const nctId = nctIdOf(typedId)
  if (nctId === undefined)
    return badFormat('nctId', 'it is NCT and up to eight digits, such as NCT00841061')
  const read = readParameters(url, known)
  if (read.kind === 'fault') return read
  const { parameters } = read
  const format = choiceGiven<StudyFormat>(parameters, 'format', studyFormats)
  const markup = choiceGiven<StudyRequest['markup']>(parameters, 'markupFormat', [
    'markdown',
    'legacy',
  ])
  if (typeof format === 'object') return format
  if (typeof markup === 'object') return markup
  const fieldNames = fieldNamesOf(parameters)
  if (format === 'fhir.json' && fieldNames.length > 0)
    return apiFault('Parameter `fields` must be unspecified with format `fhir.json`')
  return { kind: 'study', nctId, format, markup, fieldNames }
}

/** The registry's archive of all studies is no study, and is not made here. */
function faultOfDownload(url: URL): ApiFault {
  const name = [...url.searchParams.keys()].find((one) => /^(?:query|filter)\./.test(one))
  if (name !== undefined) return apiFault(`Invalid prefix in parameter name: ${shownInput(name)}`)
  const text =
    'There is no archive of all studies here: read /studies with pageSize=1000 and each nextPageToken'
  return { kind: 'fault', status: 404, text }
}
