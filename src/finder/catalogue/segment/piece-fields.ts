import { readableText } from '../../registry/html-text.ts'
import { type Piece, pieces, searchAreas } from '../../registry/pieces/pieces.ts'

/** The place of a field in `pieces`, by its name. */
export const pieceNumbers: ReadonlyMap<string, number> = new Map(
  pieces.map(({ name }, index) => [name, index]),
)

/** After all fields in a set of a word: it is in the study only in other forms, or in other forms as well. */
export const wordForms = { onlyOthers: pieces.length, othersToo: pieces.length + 1 } as const

/** Fields of figures and marks, of which results have hundreds: nobody looks for a word there, so records are read for it. */
const figures =
  /GroupId$|MeasurementValue$|MeasurementSpread$|Limit$|NumSubjects$|CountValue$|ParamValue$|PValue$|DispersionValue$|PctValue$/

const wordTypes: ReadonlySet<Piece['type']> = new Set(['text', 'markup', 'enum', 'boolean', 'nct'])

/** What the index holds of each field: its words, or its values, by its place in `pieces`. */
export const isWordPiece: readonly boolean[] = pieces.map(
  ({ name, type }) => wordTypes.has(type) && !figures.test(name),
)

const valueTypes: ReadonlySet<Piece['type']> = new Set([
  'enum',
  'boolean',
  'nct',
  'date',
  'time',
  'integer',
])

/** Short texts that many studies share, or that are often counted. */
const valueTexts: ReadonlySet<string> = new Set([
  'LeadSponsorName',
  'CollaboratorName',
  'OrgFullName',
  'Condition',
  'Keyword',
  'InterventionName',
  'LocationCity',
  'LocationState',
  'LocationCountry',
  'ConditionMeshId',
  'ConditionMeshTerm',
  'ConditionAncestorId',
  'ConditionAncestorTerm',
  'InterventionMeshId',
  'InterventionMeshTerm',
  'InterventionAncestorId',
  'InterventionAncestorTerm',
  'RemovedCountry',
  'LargeDocLabel',
  'VersionHolder',
])

/** Whether the values of a field are kept in a column, by its place in `pieces`; of the others only how many there are. */
export const isValuePiece: readonly boolean[] = pieces.map(
  ({ name, type }) => (valueTypes.has(type) && name !== 'NCTId') || valueTexts.has(name),
)

const named: ReadonlySet<string> = new Set(
  searchAreas.flatMap(({ parts }) =>
    parts.filter(({ hasSynonyms }) => hasSynonyms).map(({ piece }) => piece.name),
  ),
)

/** Whether other names of an illness or a medicine are found in a field, by its place in `pieces`. */
export const isNamePiece: readonly boolean[] = pieces.map(({ name }) => named.has(name))

/** A value as text, as its words are read; undefined where it has none. */
export function wordedValue(value: unknown): string | undefined {
  if (typeof value === 'string') return readableText(value)
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
}

/** A value as it is compared with another; undefined for what is no value. */
export function plainValue(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
}
