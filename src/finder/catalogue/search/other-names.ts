import {
  type DrugFamily,
  type OwnedName,
  openDrugFamilies,
} from '../../vocabulary/drug-families.ts'
import { tokens } from '../../vocabulary/fold.ts'
import { regimenOf } from '../../vocabulary/regimens.ts'
import type { OtherName } from '../segment/names.ts'

/** Medicines by their names: those that ship, and those that the records of a catalogue give them. */
export interface NamedFamilies {
  /** By the words of a name, as `tokens` gives them. */
  byWords(words: readonly string[]): OwnedName | undefined
  /** The other names of a medicine in this catalogue. */
  othersOf(family: DrugFamily): readonly string[]
}

/** Medicines with the other names of a catalogue; those that mean another medicine by now are left out. */
export function namedFamilies(otherNames: readonly OtherName[]): NamedFamilies {
  const families = openDrugFamilies()
  const byKey = new Map<string, string>()
  const others = new Map<number, string[]>()
  for (const { other, name } of otherNames) {
    const [family] = families.byWords(tokens(name))?.families ?? []
    if (!family) continue
    byKey.set(tokens(other).join(' '), name)
    const known = others.get(family.index)
    if (known) known.push(other)
    else others.set(family.index, [other])
  }
  return {
    byWords: (words) => {
      const listed = families.byWords(words) ?? regimenOf(words)
      if (listed && listed.group !== 'rare') return listed
      const name = byKey.get(words.join(' '))
      const [family] = (name !== undefined && families.byWords(tokens(name))?.families) || []
      return family ? { group: 'sure', families: [family] } : listed
    },
    othersOf: ({ index }) => others.get(index) ?? [],
  }
}
