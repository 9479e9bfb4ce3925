import { countryCode, countryCodes } from '../../places/countries.ts'
import { enums } from '../../registry/enums.ts'
import { statusesOf } from '../../registry/status.ts'
import { categories } from '../../vocabulary/categories.ts'

/** One filter of a search, for every door, the catalogue and the alerts alike. */
export interface FilterRow {
  /** Its member of a query. Its name in an address and on the command line is the row's name. */
  readonly key: string
  /** Its member of the counts in the results. */
  readonly facet: string
  /** `list`: any of several values. `one`: one of a few. `yes`: set or not. `span`: a time such as `30d`, in days. */
  readonly kind: 'list' | 'one' | 'yes' | 'span'
  /** The values that are offered and counted, in the order in which they are shown. */
  readonly values: readonly string[]
  /** Finds a value by another of its names, such as a country's. */
  readonly find?: (text: string) => string | undefined
  /** Names for several of its values at once; a name for none of them asks for nothing, and says so. */
  readonly groups?: Readonly<Record<string, readonly string[]>>
  /** True for a long list: it is shown with the most studies first. */
  readonly isLong?: true
}

/**
 * Every filter that counts its values: a new one is a row here. Types then ask for how the catalogue tells
 * it (`search/filters.ts`) and for its words in both languages.
 */
export const filterTable = {
  status: {
    key: 'status',
    facet: 'status',
    kind: 'list',
    values: [...enums.Status],
    /** `open`: what a person can join now or soon. `all`: whatever the status, as where none is asked for. */
    groups: { open: statusesOf('open', 'opening'), all: [] },
  },
  phase: { key: 'phase', facet: 'phase', kind: 'list', values: [...enums.Phase] },
  type: { key: 'type', facet: 'type', kind: 'list', values: [...enums.StudyType] },
  category: {
    key: 'category',
    facet: 'category',
    kind: 'list',
    values: categories.map(({ slug }) => slug),
    isLong: true,
  },
  country: {
    key: 'country',
    facet: 'country',
    kind: 'list',
    values: countryCodes,
    find: countryCode,
    isLong: true,
  },
  class: {
    key: 'sponsorClass',
    facet: 'sponsorClass',
    kind: 'list',
    values: [...enums.AgencyClass],
  },
  results: { key: 'results', facet: 'results', kind: 'one', values: ['with', 'without'] },
  healthy: { key: 'healthy', facet: 'healthy', kind: 'yes', values: ['yes'] },
  updated: {
    key: 'updatedWithinDays',
    facet: 'updated',
    kind: 'span',
    values: ['30d', '1y', '3y'],
  },
  /** `open` where all know who gets which treatment; a record that does not say is neither. */
  masking: { key: 'masking', facet: 'masking', kind: 'one', values: ['open', 'blind'] },
  /** Only studies with a contact, by `hasContact` of the registry. */
  contact: { key: 'contact', facet: 'contact', kind: 'yes', values: ['yes'] },
} as const satisfies Readonly<Record<string, FilterRow>>

type Table = typeof filterTable

/** The steps of "last updated" that are counted, in days. */
export const updatedSteps: Readonly<Record<Table['updated']['values'][number], number>> = {
  '30d': 30,
  '1y': 366,
  '3y': 1096,
}

/** The name of a filter in an address and on the command line. */
export type FilterName = keyof Table
/** The names of the filters of one kind, or of several. */
export type FilterNameOf<Kind extends FilterRow['kind']> = {
  [Name in FilterName]: Table[Name]['kind'] extends Kind ? Name : never
}[FilterName]

/** All filters in their order, each with its name. */
export const filterNames = Object.keys(filterTable) as readonly FilterName[]

/** The filters of these kinds, in their order. */
export function filtersOfKind<Kind extends FilterRow['kind']>(
  ...kinds: readonly Kind[]
): readonly FilterNameOf<Kind>[] {
  const isWanted = (name: FilterName): name is FilterNameOf<Kind> =>
    kinds.some((kind) => kind === filterTable[name].kind)
  return filterNames.filter(isWanted)
}

/** The values that a name stands for which is one of a filter's groups; undefined for any other. */
export function valuesOfGroup(name: FilterName, text: string): readonly string[] | undefined {
  const { groups = {} }: FilterRow = filterTable[name]
  const group = text.toLowerCase()
  return Object.hasOwn(groups, group) ? groups[group] : undefined
}

/** What of a list has an effect: a value of its own is more exact than a group, and the group for all than another. */
export function effectiveValues(name: FilterName, texts: readonly string[]): readonly string[] {
  const groups = texts.filter((text) => valuesOfGroup(name, text))
  if (groups.length < texts.length) return texts.filter((text) => !groups.includes(text))
  const forAll = groups.find((text) => valuesOfGroup(name, text)?.length === 0)
  return groups.length > 1 && forAll !== undefined ? [forAll] : texts
}

interface ValueOfKind<Row extends FilterRow> {
  readonly list: readonly string[]
  readonly one: Row['values'][number]
  readonly yes: true
  readonly span: number
}

/** What a query holds of the filters; what is not asked is not there. */
export type FilterValues = {
  readonly [Name in FilterName as Table[Name]['key']]?: ValueOfKind<
    Table[Name]
  >[Table[Name]['kind']]
}

/** How many studies each value of each filter would leave. */
export type FacetName = Table[FilterName]['facet']
