import type { Command } from 'commander'
import type { FilterNameOf } from '../finder/catalogue/model/filter-table.ts'
import { type ListField, type TextField, listFields, textFields } from '../finder/question/asked.ts'
import { searchOptions } from '../words/terminal.ts'
import type { CommonOptions } from './terminal.ts'

/** Fields of a search that are options of the command: all but the words and what only a page has. */
export type SearchOptionName = Exclude<TextField, 'q' | OfPages> | ListField
/** What only a page has. */
type OfPages = 'view' | 'unfit' | 'units'
type FlagName = FilterNameOf<'yes'> | 'exact'

/** The options of `trialway search`, as they were typed. */
export interface SearchOptions
  extends
    CommonOptions,
    Readonly<Partial<Record<Exclude<SearchOptionName, ListField | FlagName>, string>>>,
    Readonly<Partial<Record<FlagName, boolean>>>,
    Readonly<Partial<Record<ListField, readonly string[]>>> {
  readonly json?: boolean
}

/** The fields of a search that a terminal can give, in the order of the help. */
export const searchOptionNames: readonly SearchOptionName[] = [
  ...textFields.filter((name): name is Exclude<TextField, 'q' | OfPages> => {
    return name !== 'q' && name !== 'view' && name !== 'unfit' && name !== 'units'
  }),
  ...listFields,
]

/** Adds these fields of a search to a command, each with its help. */
export function addSearchOptions(command: Command, names: readonly SearchOptionName[]): Command {
  for (const name of names) {
    const words: { readonly takes?: string; readonly help: string } = searchOptions[name]
    const many = isList(name) ? '...' : ''
    command.option(words.takes ? `--${name} <${words.takes}${many}>` : `--${name}`, words.help)
  }
  return command
}

function isList(name: SearchOptionName): name is ListField {
  return listFields.some((field) => field === name)
}
