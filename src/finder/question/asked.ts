import {
  effectiveValues,
  filtersOfKind,
  type FilterNameOf,
  valuesOfGroup,
} from '../catalogue/model/filter-table.ts'

/** Filters that hold one text each, as `results=with`. */
export const singleFilters = filtersOfKind('one', 'yes', 'span')
/** The name of a filter that holds one text. */
export type SingleFilter = FilterNameOf<'one' | 'yes' | 'span'>

/** Filters that may be repeated, as `status=RECRUITING&status=AVAILABLE`. */
export const listFields = filtersOfKind('list')
/** The name of a filter that may be repeated. */
export type ListField = FilterNameOf<'list'>

const beforeFilters = [
  'q',
  'cond',
  'intr',
  'title',
  'spons',
  'elig',
  'near',
  'within',
  'age',
  'sex',
] as const
const afterFilters = ['tree', 'sort', 'exact', 'page', 'size', 'view', 'unfit', 'units'] as const

/** The name of a parameter that holds one text. */
export type TextField =
  | (typeof beforeFilters)[number]
  | SingleFilter
  | (typeof afterFilters)[number]

/** Parameters that hold one text each, in the order in which addresses are written. */
export const textFields: readonly TextField[] = [
  ...beforeFilters,
  ...singleFilters,
  ...afterFilters,
]

/** A search as a person asked for it: what fills the form in again and what links are made of. */
export interface Asked {
  readonly texts: Readonly<Record<TextField, string>>
  readonly lists: Readonly<Record<ListField, readonly string[]>>
}

/** Where a question is read from: the parameters of an address, a form, or the options of a command. */
export type RawQuestion = Pick<URLSearchParams, 'get' | 'getAll' | 'keys'>

/** Reads the first of each text and all of each list; what we have no name for is left alone. */
export function askedOf(raw: RawQuestion): Asked {
  const texts = textFields.map((name) => [name, cleanText(raw.get(name) ?? '')])
  const lists = listFields.map((name) => [name, effectiveValues(name, cleanList(raw.getAll(name)))])
  return { texts: Object.fromEntries(texts), lists: Object.fromEntries(lists) }
}

/** The same search as an address's query: fixed order, nothing empty, so one search has one address. */
export function paramsOf(asked: Asked): URLSearchParams {
  const params = new URLSearchParams()
  for (const name of textFields) {
    const text = asked.texts[name]
    if (text !== '' && !(name === 'page' && text === '1')) params.append(name, text)
  }
  for (const name of listFields) for (const value of asked.lists[name]) params.append(name, value)
  return params
}

/** The same search with some texts changed, from its first page. An empty text takes a field away. */
export function withTexts(asked: Asked, texts: Partial<Record<TextField, string>>): Asked {
  return { ...asked, texts: { ...asked.texts, page: '', view: '', ...texts } }
}

/** The same search without one value of a list, or without any of them, from its first page. */
export function withoutValue(asked: Asked, field: ListField, value?: string): Asked {
  const left = value === undefined ? [] : asked.lists[field].filter((each) => each !== value)
  return withList(asked, field, left)
}

/** The same search with other values of a list, from its first page. */
export function withList(asked: Asked, field: ListField, values: readonly string[]): Asked {
  return withTexts({ ...asked, lists: { ...asked.lists, [field]: values } }, {})
}

/** The same search with its status said: `all` where none was asked for, which means the same. */
export function withStatusSaid(asked: Asked): Asked {
  if (asked.lists.status.length > 0) return asked
  return { ...asked, lists: { ...asked.lists, status: ['all'] } }
}

/** The words and the place alone, without any filter but whether all studies are shown, or the open ones. */
export function withoutFilters(asked: Asked): Asked {
  const status = asked.lists.status.filter((value) => valuesOfGroup('status', value))
  const lists = { ...askedOf(new URLSearchParams()).lists, status }
  const filters = Object.fromEntries(singleFilters.map((name) => [name, '']))
  return withTexts(
    { ...asked, lists },
    { ...filters, age: '', sex: '', tree: '', elig: '', exact: '' },
  )
}

/** Control and direction signs would only disguise what is searched; a joiner inside a word may stay. */
function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/(?![\u200c\u200d])[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
}

/** `status=A,B` is the same as `status=A&status=B`. */
function cleanList(values: readonly string[]): readonly string[] {
  const each = values.flatMap((value) => cleanText(value).split(','))
  return [...new Set(each.map((value) => value.trim()).filter((value) => value !== ''))]
}
