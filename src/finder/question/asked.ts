/** Parameters that hold one text each, in the order in which addresses are written. */
export const textFields = [
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
  'results',
  'healthy',
  'updated',
  'tree',
  'sort',
  'exact',
  'page',
  'size',
  'view',
  'unfit',
] as const

/** Parameters that may be repeated. */
export const listFields = ['status', 'phase', 'type', 'category', 'country', 'class'] as const

export type TextField = (typeof textFields)[number]
export type ListField = (typeof listFields)[number]

/** A search as a person asked for it: what fills the form in again and what links are made of. */
export interface Asked {
  readonly texts: Readonly<Record<TextField, string>>
  readonly lists: Readonly<Record<ListField, readonly string[]>>
}

/** Reads the first of each text and all of each list; what we have no name for is left alone. */
export function askedOf(params: URLSearchParams): Asked {
  const texts = textFields.map((name) => [name, cleanText(params.get(name) ?? '')])
  const lists = listFields.map((name) => [name, cleanList(params.getAll(name))])
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
  return withTexts({ ...asked, lists: { ...asked.lists, [field]: left } }, {})
}

/** The words and the place alone, without any filter. */
export function withoutFilters(asked: Asked): Asked {
  const lists = askedOf(new URLSearchParams()).lists
  return withTexts(
    { ...asked, lists },
    { age: '', sex: '', results: '', healthy: '', updated: '', tree: '', elig: '', exact: '' },
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
