import { valuesOfGroup } from '../../../finder/catalogue/model/filter-table.ts'
import { link, type Page } from '../../shell/page.ts'
import { diseaseName } from '../../shell/parts/disease-name.ts'
import { shownDistance } from '../../shell/parts/distance.ts'
import { spokenSpan } from '../../shell/parts/ages.ts'
import {
  listFields,
  paramsOf,
  withoutValue,
  withStatusSaid,
  withTexts,
  type Asked,
  type ListField,
  singleFilters,
  type SingleFilter,
  type TextField,
} from '../../../finder/question/asked.ts'
import { readChoice, readSingle } from '../../../finder/question/read-values.ts'
import { filterValueLabel } from './filter-labels.ts'
import { withKept } from '../../shell/parts/kept.ts'
import { paths } from '../../shell/paths.ts'

/** One thing that narrows the list, in words, and the search without it. */
export interface Chosen {
  readonly name: TextField | ListField
  readonly label: string
  readonly without: Asked
}

/** What a search asks for beside its words, each with the search that is left without it. */
export function chosenOf(page: Page, asked: Asked): readonly Chosen[] {
  const texts = Object.entries(labels(page)).flatMap(([name, labelOf]) => {
    const value = asked.texts[name as TextField]
    if (value === '') return []
    const without = withTexts(asked, { [name]: '' })
    return [{ name: name as TextField, label: labelOf(value), without }]
  })
  const lists = listFields.flatMap((field) =>
    asked.lists[field].flatMap((value) => {
      const label = listLabel(page, field, value)
      return label === undefined
        ? []
        : [{ name: field, label, without: withoutValue(asked, field, value) }]
    }),
  )
  return [...texts, ...lists]
}

/** A group of values has a name of its own; the group of all asks for nothing. */
function listLabel(page: Page, field: ListField, value: string): string | undefined {
  const group = valuesOfGroup(field, value)
  if (group) return group.length === 0 ? undefined : page.words.results.openOnly
  return filterValueLabel(page, field, readChoice(field, value) ?? value)
}

type Labels = Partial<Record<TextField, (value: string) => string>>

function labels(page: Page): Labels {
  const words = page.words.search.filters
  const { sexes } = page.words.common
  return {
    cond: words.cond,
    intr: words.intr,
    title: words.titleWords,
    spons: words.spons,
    elig: words.elig,
    within: (value) => words.within(shownDistance(page, value)),
    age: (value) => words.age(spokenSpan(page, value)),
    sex: (value) => (value.toLowerCase().startsWith('f') ? sexes.FEMALE : sexes.MALE),
    ...Object.fromEntries(
      singleFilters.map((name) => [name, (value: string) => singleLabel(page, name, value)]),
    ),
    exact: () => words.exact,
    tree: (value) => words.tree(treeName(page, value)),
  }
}

/** However it was written, `healthy=1` is the choice "yes". */
function singleLabel(page: Page, name: SingleFilter, value: string): string {
  const read = readSingle(name, value)
  const known = read === true ? 'yes' : typeof read === 'string' ? read : value
  return filterValueLabel(page, name, known)
}

function treeName(page: Page, tree: string): string {
  const term = page.vocabulary.byTree(tree)?.term
  return term === undefined ? tree : diseaseName(page, term)
}

/** The address of a search in the language of the page; it says whether all studies are asked for, or the open ones. */
export function searchLink(page: Page, asked: Asked): string {
  return link(page, paths.search(), withKept(page, paramsOf(withStatusSaid(asked))))
}
