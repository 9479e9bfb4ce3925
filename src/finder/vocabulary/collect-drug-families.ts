import { isEveryday, isNoBase, isPlainlyMedicine, isSalt, withoutForms } from './drug-forms.ts'
import { type NameGroup, combinationKey, mostNameWords, nameGroups } from './drug-families.ts'
import type { Drug } from './drugs.ts'
import { tokens } from './fold.ts'

/**
 * The lines that `filedFamilies` reads, made of the medicines that ship: rows of one medicine and its salts, forms and
 * copies are one family, so are combinations of the same medicines. What has a single name, on no list of medicines on a
 * market, is left out: there is nothing else to look for. `more` are names that surely mean a medicine, each with
 * a name that it is known by. Throws where that is the name of none.
 */
export function collectDrugFamilies(
  drugs: readonly Drug[],
  more: readonly (readonly string[])[],
): string {
  const families = groupedDrugs(drugs, more)
  const lines = families.map(({ name, names, substances }) =>
    [name, ...nameGroups.map((group) => names[group].join('|')), substances.join(',')].join('\t'),
  )
  return `${lines.join('\n')}\n\n${nameLines(families).join('\n')}\n`
}

interface Family {
  readonly name: string
  readonly names: Readonly<Record<NameGroup, readonly string[]>>
  readonly substances: readonly number[]
}

/** Which row stands for others. */
interface Bases {
  /** The row of the medicine that a row is a salt, a form or a copy of; mostly itself. */
  of(drug: Drug): Drug
  /** The row of one substance with a name. */
  named(name: string): Drug | undefined
}

function basesOf(drugs: readonly Drug[]): Bases {
  const byFirstName = firstNames(drugs)
  const single = drugs.filter(({ substances }) => substances.length === 1)
  const wider = widerBases(single)
  const byOther = new Map<string, Drug>()
  for (const drug of single)
    for (const name of [...drug.names, ...drug.careful.filter((one) => !hand.test(one))]) {
      const key = keyOf(name)
      if (!byOther.has(key)) byOther.set(key, drug)
    }
  const of = (drug: Drug): Drug => {
    const base = baseOf(drug, byFirstName)
    return wider.get(base) ?? base
  }
  return {
    of,
    named: (name) => {
      const drug = byFirstName.get(keyOf(name)) ?? byOther.get(keyOf(name))
      return drug?.substances.length === 1 ? of(drug) : undefined
    },
  }
}

function groupedDrugs(
  drugs: readonly Drug[],
  more: readonly (readonly string[])[],
): readonly Family[] {
  const bases = basesOf(drugs)
  const moreOf = Map.groupBy(more, ([, name = '']) => {
    const drug = drugs.find((one) => one.name === name) ?? bases.named(name)
    if (!drug) throw new Error(`No medicine is called ${name}`)
    return drug.substances.length > 1 ? drug : bases.of(drug)
  })
  const moreNames = (own: readonly Drug[]): readonly string[] =>
    own.flatMap((drug) => moreOf.get(drug)?.map(([name = '']) => name) ?? [])
  const families: Family[] = []
  const indexOf = new Map<string, number>()
  const single = drugs.filter(({ substances }) => substances.length === 1)
  for (const [base, own] of Map.groupBy(single, (drug) => bases.of(drug))) {
    const names = namesOf([base, ...own], moreNames([base]))
    if (names.sure.length + names.careful.length === 0 && names.rare.length < 2) continue
    indexOf.set(base.name, families.length)
    families.push({ name: base.name, names, substances: [] })
  }
  return [...families, ...combinationsOf(drugs, bases, indexOf, moreNames)]
}

/** Combinations; and the medicines that are only in those, which have the one name that they have there. */
function combinationsOf(
  drugs: readonly Drug[],
  bases: Bases,
  indexOf: Map<string, number>,
  moreNames: (own: readonly Drug[]) => readonly string[],
): readonly Family[] {
  const mixed = drugs.filter(({ substances }) => substances.length > 1)
  const combinations = Map.groupBy(mixed, ({ substances }) => {
    const parts = substances.map((name) => bases.named(name)?.name ?? name)
    return [...new Set(parts)].toSorted().join(' + ')
  })
  const families: Family[] = []
  const before = indexOf.size
  for (const name of [...combinations.keys()].flatMap((parts) => parts.split(' + ')))
    if (!indexOf.has(name) && name.length >= shortestPart) {
      indexOf.set(name, before + families.length)
      families.push({ name, names: { ...noNames, sure: [name] }, substances: [] })
    }
  for (const [parts, own] of combinations) {
    const numbers = parts.split(' + ').map((name) => indexOf.get(name))
    const substances = numbers.filter((one) => one !== undefined)
    families.push({
      name: own[0]?.name ?? parts,
      names: namesOf(own, moreNames(own)),
      substances: substances.length === numbers.length && numbers.length > 1 ? substances : [],
    })
  }
  return families
}

const shortestPart = 5
const noNames: Family['names'] = { sure: [], careful: [], everyday: [], rare: [] }

/** Of two rows with one first name, singular and plural, the one that is a medicine on a market. */
function firstNames(drugs: readonly Drug[]): ReadonlyMap<string, Drug> {
  const found = new Map<string, Drug>()
  for (const drug of drugs) {
    const key = keyOf(drug.name)
    const before = found.get(key)
    if (!before || before.names.length < drug.names.length) found.set(key, drug)
  }
  return found
}

function keyOf(name: string): string {
  return tokens(name).join(' ')
}

/** The medicine whose name another has but for salts, forms and the ending of a copy ("trastuzumab-dkst"); mostly itself. */
function baseOf(drug: Drug, byFirstName: ReadonlyMap<string, Drug>): Drug {
  const words = tokens(withoutForms(drug.name))
  let found = drug
  for (let length = words.length; length > 0; length--) {
    const base = byFirstName.get(words.slice(0, length).join(' '))
    if (base && base.substances.length === 1 && !isNoBase(base.name)) found = base
    if (!isSalt(words[length - 1] ?? '')) break
  }
  return found
}

/**
 * Medicines that share a name for running text with one whose own name theirs begins with ("Afatinib dimaleate"), or is
 * another spelling of ("Beclometasone").
 */
function widerBases(drugs: readonly Drug[]): ReadonlyMap<Drug, Drug> {
  const owners = new Map<string, Drug[]>()
  for (const drug of drugs)
    for (const key of drug.names.map(keyOf)) {
      const known = owners.get(key)
      if (known) known.push(drug)
      else owners.set(key, [drug])
    }
  const wider = new Map<Drug, Drug>()
  for (const own of owners.values())
    for (const drug of own) {
      const base = own.find((one) => one !== drug && isBaseOf(one.name, drug.name))
      if (base) wider.set(drug, base)
    }
  return new Map([...wider].map(([drug, base]) => [drug, wider.get(base) ?? base]))
}

function isBaseOf(base: string, name: string): boolean {
  if (isNoBase(base)) return false
  const [one, other] = [keyOf(base), keyOf(name)]
  return other.startsWith(`${one} `) || (alike(one) === alike(other) && one < other)
}

/** International and older spellings made one: "beclometasone" and "beclomethasone". */
function alike(key: string): string {
  return key
    .replaceAll(/(?<=[tr])h/g, '')
    .replaceAll('ph', 'f')
    .replaceAll('y', 'i')
    .replaceAll(/(.)\1/g, '$1')
}

/** Each run of words once, where it is surest. */
function namesOf(
  drugs: readonly Drug[],
  more: readonly string[],
): Record<NameGroup, readonly string[]> {
  const seen = new Set<string>()
  const once = (names: readonly string[]): readonly string[] =>
    names.filter((name) => {
      const words = tokens(name)
      const key = words.join(' ')
      return key !== '' && words.length <= mostNameWords && !seen.has(key) && seen.add(key)
    })
  const all = [
    ...more.map((name) => ({ name, group: groupOfMore(name) })),
    ...drugs.flatMap(groupedNames),
  ]
  const inGroup = (wanted: NameGroup): readonly string[] =>
    once(all.flatMap(({ name, group }) => (group === wanted ? [name] : [])))
  return {
    sure: inGroup('sure'),
    careful: inGroup('careful'),
    everyday: inGroup('everyday'),
    rare: inGroup('rare'),
  }
}

interface GroupedName {
  readonly name: string
  readonly group: NameGroup
}

/** What an element is sold as ("Depakine" of sodium) is mostly a salt of something else. */
function groupedNames(drug: Drug): readonly GroupedName[] {
  const own = tokens(drug.name)
  const isOwn = (name: string): boolean =>
    !isNoBase(drug.name) || own.every((word) => tokens(name).includes(word))
  const first = drug.names.length > 0 && drug.substances.length === 1 ? [drug.name] : []
  return [
    ...[...drug.names, ...first.filter((name) => name.length > 4)].map((name) => ({
      name,
      group: surelyOr(name, isOwn(name) ? 'sure' : 'rare'),
    })),
    ...drug.careful.map((name) => ({ name, group: groupOfCareful(name) })),
    ...[drug.name, ...drug.alone().filter(isSaid)].map((name) => ({
      name,
      group: surelyOr(name, 'rare'),
    })),
  ]
}

/** "MTX", "5-FU", "T-DM1" are abbreviations; what is longer is a name. */
function groupOfMore(name: string): NameGroup {
  return /^(?=.*[A-Z0-9].*[A-Z0-9])[A-Za-z0-9-]{2,7}$/.test(name) ? 'careful' : 'sure'
}

function surelyOr(name: string, group: 'sure' | 'rare'): NameGroup {
  if (isEveryday(tokens(name))) return 'everyday'
  return hand.test(name) ? 'rare' : group
}

/** "(-)-Albuterol", "D-menthol": one hand of a substance, which search reads as the substance. */
const hand = /^(?:\([-+±rs,0-9]+\)|[dl])-/i

function groupOfCareful(name: string): NameGroup {
  const [word = '', ...more] = tokens(name)
  if (more.length > 0 && name.length > 7) return surelyOr(name, 'rare')
  return isPlainlyMedicine(word) && !hand.test(name) ? 'sure' : 'everyday'
}

/** "acid, acetylsalicylic" is for the index of a book; words of a salt after a name are passed over where it is asked for. */
function isSaid(name: string): boolean {
  return !name.includes(', ') && !isSalt(tokens(name).at(-1) ?? '')
}

/** A name, its group by number, and whose it is: of those that it is most surely a name of. */
function nameLines(families: readonly Family[]): readonly string[] {
  const owners = new Map<string, { readonly group: number; readonly of: number[] }>()
  for (const [group, name] of nameGroups.entries())
    families.forEach(({ names }, index) => {
      for (const key of names[name].map(keyOf)) {
        const known = owners.get(key)
        if (!known) owners.set(key, { group, of: [index] })
        else if (known.group === group) known.of.push(index)
      }
    })
  families.forEach(({ substances }, index) => {
    if (substances.length > 0) owners.set(combinationKey(substances), { group: 0, of: [index] })
  })
  return [...owners]
    .map(([key, { group, of }]) => ({
      key: Buffer.from(key),
      group,
      of: narrowed(of, key, families),
    }))
    .toSorted((one, other) => Buffer.compare(one.key, other.key))
    .map(({ key, group, of }) => `${key.toString()}\t${group}\t${of.join(',')}`)
}

/** Of several owners those whose first name it is, or else those that are no mere element or kind. */
function narrowed(
  owners: readonly number[],
  key: string,
  families: readonly Family[],
): readonly number[] {
  if (owners.length === 1) return owners
  const own = owners.filter((one) => keyOf(families[one]?.name ?? '') === key)
  if (own.length > 0) return own
  const whole = owners.filter((one) => !isNoBase(families[one]?.name ?? ''))
  return whole.length > 0 ? whole : owners
}
