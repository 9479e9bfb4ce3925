import type { FilterName } from '../../../finder/catalogue/model/filter-table.ts'
import { countryName } from '../../../finder/places/countries.ts'
import type { Page } from '../../shell/page.ts'
import { spokenSpan } from '../../shell/parts/ages.ts'
import { categoryName } from '../../shell/parts/category-name.ts'
import { statusLabel } from '../../shell/parts/status-tag.ts'

type LabelOf = (page: Page, value: string) => string

/** Values that have their names in other parts of the words. */
const namedElsewhere = {
  status: statusLabel,
  phase: ({ words }, value) => labelIn(words.common.phases, value),
  type: ({ words }, value) => labelIn(words.common.types, value),
  class: ({ words }, value) => textIn(words.common.sponsorClasses, value) ?? value,
  category: ({ language }, value) => categoryName(value, language),
  country: ({ language }, value) => countryName(value, language),
} as const satisfies Partial<Record<FilterName, LabelOf>>

type NamedElsewhere = keyof typeof namedElsewhere

/** A filter's value in the reader's words. */
export function filterValueLabel(page: Page, name: FilterName, value: string): string {
  if (isNamedElsewhere(name)) return namedElsewhere[name](page, value)
  const words = page.words.search.filters
  const values: Readonly<Record<Exclude<FilterName, NamedElsewhere>, object>> = words.values
  const label = textIn(values[name], value)
  return label ?? (name === 'updated' ? words.updatedText(spokenSpan(page, value)) : value)
}

function isNamedElsewhere(name: FilterName): name is NamedElsewhere {
  return Object.hasOwn(namedElsewhere, name)
}

function labelIn(known: object, value: string): string {
  return (known as Readonly<Record<string, { label: string }>>)[value]?.label ?? value
}

function textIn(known: object, value: string): string | undefined {
  return Object.hasOwn(known, value)
    ? (known as Readonly<Record<string, string>>)[value]
    : undefined
}
