import { type Drug, openDrugs } from './drugs.ts'
import { tokens } from './fold.ts'
import { isNoBase, isSalt, withoutForms } from './drug-forms.ts'

/** How surely a name means a medicine. */
export const nameGroups = [
  /** Wherever it is written. */
  'sure',
  /** Short, or an everyday word too: where a treatment is named. */
  'careful',
  /** On no list of medicines on a market, or on one list only: where it is all that was asked. */
  'rare',
] as const
/** One of `nameGroups`. */
export type NameGroup = (typeof nameGroups)[number]

/** A medicine as it is searched for: with its salts, forms and copies, under all the names of any of them. */
export interface DrugFamily {
  /** Dense, from 0. */
  readonly index: number
  readonly name: string
  readonly drugs: readonly Drug[]
  /** What a combination is made of; empty for one substance, and where a part is not known. */
  readonly substances: readonly DrugFamily[]
}

/** Whose a name is: several for a few names ("Lotrimin"). */
export interface OwnedName {
  readonly group: NameGroup
  readonly families: readonly DrugFamily[]
}

/** Medicines by the words of a name, as `tokens` gives them. */
export interface DrugFamilies {
  readonly all: readonly DrugFamily[]
  /** How many words the longest name has. */
  readonly longest: number
  byWords(words: readonly string[]): OwnedName | undefined
  /** The combination that is made of these and nothing else. */
  combinationOf(substances: readonly DrugFamily[]): DrugFamily | undefined
}

let opened: DrugFamilies | undefined

/** The families of the medicines that ship, made at the first call, which takes about a third of a second, and kept. */
export function openDrugFamilies(): DrugFamilies {
  return (opened ??= familiesFrom(openDrugs().all))
}

/** The names of a family of one group, in the order of its lists; some may be the same words. */
export function namesInGroup({ drugs }: DrugFamily, group: NameGroup): readonly string[] {
  return drugs.flatMap((drug) => namesOf(drug, group))
}

function namesOf(drug: Drug, group: NameGroup): readonly string[] {
  switch (group) {
    case 'sure':
      return drug.names
    case 'careful':
      return drug.careful
    case 'rare':
      return [drug.name, ...drug.alone()]
  }
}

function familiesFrom(drugs: readonly Drug[]): DrugFamilies {
  const byFirstName = new Map(drugs.map((drug) => [keyOf(drug.name), drug]))
  const groups = Map.groupBy(drugs, (drug) =>
    drug.substances.length > 1 ? combinationKey(drug, byFirstName) : baseOf(drug, byFirstName),
  )
  const all: DrugFamily[] = []
  const ofDrug = new Map<Drug, DrugFamily>()
  const add = (
    first: Drug,
    own: readonly Drug[],
    substances: readonly DrugFamily[],
  ): DrugFamily => {
    const family = { index: all.length, name: first.name, drugs: own, substances }
    all.push(family)
    for (const drug of own) ofDrug.set(drug, family)
    return family
  }
  for (const [base, own] of groups) if (typeof base !== 'string') add(base, own, [])
  const combinations = new Map<string, DrugFamily>()
  for (const [key, own] of groups) {
    const [first] = own
    if (typeof key !== 'string' || !first) continue
    const parts = partsOf(first, byFirstName).flatMap((part) => ofDrug.get(part) ?? [])
    const isWhole = parts.length === first.substances.length
    const family = add(first, own, isWhole ? parts : [])
    if (isWhole) combinations.set(idOf(parts), family)
  }
  const names = new NameTable(all)
  return {
    all,
    longest: names.longest,
    byWords: (words) => names.get(words.join(' ')),
    combinationOf: (substances) => combinations.get(idOf(substances)),
  }
}

function keyOf(name: string): string {
  return tokens(name).join(' ')
}

function idOf(families: readonly DrugFamily[]): string {
  return [...new Set(families.map(({ index }) => index))].toSorted((a, b) => a - b).join('+')
}

/** The medicine whose name another has but for salts, forms and the ending of a copy ("trastuzumab-dkst"); mostly itself. */
function baseOf(drug: Drug, byFirstName: ReadonlyMap<string, Drug>): Drug {
  const words = tokens(withoutForms(drug.name))
  for (let length = words.length; length > 0; length--) {
    const base = byFirstName.get(words.slice(0, length).join(' '))
    if (base && base.substances.length === 1 && !isNoBase(base.name)) return base
    if (!isSalt(words[length - 1] ?? '')) break
  }
  return drug
}

/** The medicines that a combination is made of, as far as they are known. */
function partsOf(drug: Drug, byFirstName: ReadonlyMap<string, Drug>): readonly Drug[] {
  return drug.substances.flatMap((name) => {
    const part = byFirstName.get(keyOf(name))
    return part ? baseOf(part, byFirstName) : []
  })
}

/** Combinations of the same medicines are one, whatever their salts. */
function combinationKey(drug: Drug, byFirstName: ReadonlyMap<string, Drug>): string {
  const parts = partsOf(drug, byFirstName)
  const names =
    parts.length === drug.substances.length ? parts.map(({ name }) => name) : drug.substances
  return [...new Set(names)].toSorted().join(' + ')
}

/** Every name by its words, kept small: a number for its group and its family, lists only for the few with several owners. */
class NameTable {
  readonly #families: readonly DrugFamily[]
  readonly #owners = new Map<string, number>()
  readonly #shared = new Map<string, DrugFamily[]>()
  longest = 1

  constructor(families: readonly DrugFamily[]) {
    this.#families = families
    for (const [at, group] of nameGroups.entries())
      for (const family of families)
        for (const name of namesInGroup(family, group)) this.#add(name, at, family)
  }

  get(key: string): OwnedName | undefined {
    const value = this.#owners.get(key)
    const group = nameGroups[(value ?? 0) % nameGroups.length]
    const family =
      value === undefined ? undefined : this.#families[Math.floor(value / nameGroups.length)]
    if (!group || !family) return undefined
    return { group, families: narrowed(this.#shared.get(key) ?? [family], key) }
  }

  /** A name counts for those that it is most surely a name of. */
  #add(name: string, group: number, family: DrugFamily): void {
    const words = tokens(name)
    if (words.length === 0) return
    if (words.length > this.longest) this.longest = words.length
    const key = words.join(' ')
    const before = this.#owners.get(key)
    if (before === undefined) {
      this.#owners.set(key, family.index * nameGroups.length + group)
      return
    }
    const first = this.#families[Math.floor(before / nameGroups.length)]
    if (before % nameGroups.length !== group || !first || first === family) return
    const shared = this.#shared.get(key)
    if (!shared) this.#shared.set(key, [first, family])
    else if (!shared.includes(family)) shared.push(family)
  }
}

/** Of several owners those whose first name it is, or else those that are no mere element or kind. */
function narrowed(families: readonly DrugFamily[], key: string): readonly DrugFamily[] {
  if (families.length === 1) return families
  const own = families.filter(({ name }) => keyOf(name) === key)
  if (own.length > 0) return own
  const whole = families.filter(({ name }) => !isNoBase(name))
  return whole.length > 0 ? whole : families
}
