import { enums } from '../../../finder/registry/enums.ts'
import { searchAreas } from '../../../finder/registry/pieces/pieces.ts'

/** A parameter as the document describes it. */
export interface ApiParameter {
  readonly name: string
  readonly in: 'query' | 'path' | 'header'
  readonly required?: true
  readonly description: string
  /** A list is written with commas or pipes between its values, or repeated. */
  readonly isList?: true
  readonly schema: object
}

const text = { type: 'string' }
const yesOrNo = { type: 'boolean', default: false }
const distance = String.raw`^distance\(-?\d+(\.\d+)?,-?\d+(\.\d+)?,\d+(\.\d+)?(km|mi)?\)$`

const queries: readonly ApiParameter[] = [
  ...searchAreas.flatMap(({ param, label, name }) =>
    param === ''
      ? []
      : query(`query.${param}`, `${label}: an Essie expression over ${name}.`, text),
  ),
  query('query.lead', 'An Essie expression over LeadSponsorName.', text),
]

const filters: readonly ApiParameter[] = ['filter', 'postFilter'].flatMap((kind) => [
  list(`${kind}.overallStatus`, 'Statuses, any of which a study has.', {
    type: 'string',
    enum: [...enums.Status],
  }),
  query(
    `${kind}.geo`,
    'A site within a radius: distance(latitude,longitude,radius), the radius in km or mi, and in metres without a unit.',
    { type: 'string', pattern: distance },
  ),
  list(`${kind}.ids`, 'NCT numbers, also former ones.', text),
  query(`${kind}.advanced`, 'An Essie expression, which ranks nothing.', text),
])

const format = (...forms: readonly string[]): ApiParameter =>
  query('format', 'The form of the reply; the header Accept decides nothing.', {
    type: 'string',
    enum: forms,
    default: 'json',
  })

const shape: readonly ApiParameter[] = [
  query('markupFormat', 'Long texts in JSON as markdown, or as HTML (legacy).', {
    type: 'string',
    enum: ['markdown', 'legacy'],
    default: 'markdown',
  }),
  list(
    'fields',
    'What is wanted of each study. JSON: names of fields and groups, paths, search areas, @query for what the queries looked at. CSV: names of columns.',
    text,
  ),
]

/** Understood in JSON. */
const prefer: ApiParameter = {
  name: 'Prefer',
  in: 'header',
  description:
    'added=none: what was recorded alone, without coordinates of sites and hasResults that were worked out here. Preference-Applied says so.',
  schema: text,
}

/** What `/studies` takes. */
export const studiesParameters: readonly ApiParameter[] = [
  ...queries,
  ...filters,
  list('aggFilters', 'Pairs of a filter and its keys, such as status:rec not.', text),
  query('geoDecay', 'Accepted, and ranks nothing here.', text),
  format('json', 'csv'),
  ...shape,
  list(
    'sort',
    'At most two fields of dates, ages or numbers, NumArmGroups or @relevance, each with :asc or :desc.',
    text,
  ),
  query('countTotal', 'Whether all studies found are counted, on the first page.', yesOrNo),
  query('pageSize', 'How many studies a page has; 0 is 10, and more than 1000 is 1000.', {
    type: 'integer',
    minimum: 0,
    default: 10,
  }),
  query('pageToken', 'The nextPageToken of the page before, with the same question.', text),
  prefer,
]

/** What one study is asked by. */
export const studyParameters: readonly ApiParameter[] = [
  {
    name: 'nctId',
    in: 'path',
    required: true,
    description:
      'The number of a study, in any case and without zeros too; a former one leads to the present one.',
    schema: { type: 'string', pattern: String.raw`^[Nn][Cc][Tt]0*[1-9]\d{0,7}$` },
  },
  format('json', 'csv', 'json.zip', 'fhir.json', 'ris'),
  ...shape,
  prefer,
]

/** What the description of the fields takes. */
export const metadataParameters: readonly ApiParameter[] = [
  query('includeIndexedOnly', 'Accepted: no field is indexed only.', yesOrNo),
  query(
    'includeHistoricOnly',
    'Accepted: fields of old records are always among the others.',
    yesOrNo,
  ),
]

/** What the statistics of values take. */
export const valuesParameters: readonly ApiParameter[] = [
  list('fields', 'Names or paths of fields; all where none is named.', text),
  list('types', 'Only fields of these types.', {
    type: 'string',
    enum: ['ENUM', 'STRING', 'DATE', 'INTEGER', 'NUMBER', 'BOOLEAN'],
  }),
]

/** What the statistics of lists take. */
export const sizesParameters: readonly ApiParameter[] = [
  list('fields', 'Names or paths of lists; all where none is named.', text),
]

/** The field that an older address names. */
export const fieldInPath: readonly ApiParameter[] = [
  {
    name: 'field',
    in: 'path',
    required: true,
    description: 'The name or path of a field.',
    schema: text,
  },
]

function query(name: string, description: string, schema: object): ApiParameter {
  return { name, in: 'query', description, schema }
}

function list(name: string, description: string, items: object): ApiParameter {
  return { name, in: 'query', description, isList: true, schema: { type: 'array', items } }
}
