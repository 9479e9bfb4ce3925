import type { DrugFamily, OwnedName } from './drug-families.ts'
import { tokens } from './fold.ts'
import { listOf, listedRows } from './listed-names.ts'

let read: ReadonlyMap<string, OwnedName> | undefined

/**
 * Medicines that are given together under one name ("FOLFOX", "R-CHOP"), by the words of a name as `tokens` gives them: they are asked for
 * as a medicine is, and are none of its families, so that their numbers are below zero.
 */
export function regimenOf(words: readonly string[]): OwnedName | undefined {
  return (read ??= readRegimens()).get(words.join(' '))
}

function readRegimens(): ReadonlyMap<string, OwnedName> {
  return new Map(
    listedRows('regimens.tsv').flatMap(([name = '', others = ''], at) => {
      const sure = [name, ...listOf(others)]
      const names = { sure, careful: [], everyday: [], rare: [] }
      const family: DrugFamily = { index: -1 - at, name, names, substances: [] }
      const owned: OwnedName = { group: 'sure', families: [family] }
      return sure.map((one): [string, OwnedName] => [tokens(one).join(' '), owned])
    }),
  )
}
