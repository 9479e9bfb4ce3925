import { type Drug, openDrugs } from './drugs.ts'
import { frenchTreatments } from './everyday-names.ts'
import { tokens } from './fold.ts'
import { frenchGeneric } from './french-generics.ts'
import { naturalOrder } from './names.ts'
import { sentenceCase } from './sentence-case.ts'

/**
 * The medicine that a name of a treatment means, by the generic names that people read in that language (several of a
 * combination), without the salt it is made as ("besylate"). Undefined where the name begins with none that is listed: of
 * "sitaxentan sodium", sodium is not the medicine.
 */
export function drugNamed(name: string, language: 'en' | 'fr'): readonly string[] | undefined {
  const known = abbreviated.get(name.trim().toLowerCase())
  if (known !== undefined) return [language === 'fr' ? (frenchTreatment(known) ?? known) : known]
  for (const { start, end, drugs } of openDrugs().inText(name)) {
    const written = name.slice(start, end)
    const [drug, ...others] = drugs
    if (!drug || others.length > 0 || !isFirst(name.slice(0, start))) return undefined
    if (isSalt.test(written) && end < name.trimEnd().length) continue
    // In small letters only a generic name is surely one: brands are everyday words too ("intensive").
    if (!/\p{Lu}|\d/u.test(written) && !isGeneric(written, drug)) return undefined
    return namesOf(drug, written, language)
  }
  return undefined
}

/** What people say for what records write short. */
const abbreviated: ReadonlyMap<string, string> = new Map([
  ['ivig', 'intravenous immunoglobulins'],
  ['iv immunoglobulin', 'intravenous immunoglobulins'],
  ['intravenous immunoglobulin', 'intravenous immunoglobulins'],
  ['intravenous immune globulin', 'intravenous immunoglobulins'],
  ['immunoglobulin', 'immunoglobulins'],
  ['corticosteroid', 'corticosteroids'],
  ['chemo', 'chemotherapy'],
])

/** Nothing before it but how it is given or made. */
function isFirst(before: string): boolean {
  return before.split(/[\s-]+/).every((word) => word === '' || modifiers.test(word))
}

const modifiers =
  /^(?:oral|inhaled|nasal|intranasal|intravenous|iv|subcutaneous|sc|topical|extended|sustained|prolonged|immediate|modified|release|er|xr|liposomal|pegylated|peg|recombinant|human|low|high|dose|standard|generic|adjuvant|neoadjuvant|concurrent|maintenance|weekly|daily|hyperpolarized|encapsulated|encochleated|l|d|dl|n|s|r|the|of|study|drug|medication|treatment|arm|experimental)$/i

function isGeneric(written: string, drug: Drug): boolean {
  const bare = tokens(written.replace(saltAfter, '')).join(' ')
  const known = [drug.name, ...drug.substances, ...drug.names]
  return known.some(
    (name) => tokens(name.replace(saltAfter, '')).join(' ') === bare && isSmall(name, drug),
  )
}

/** A generic name, of all the names of a medicine: the preferred one, or one that begins like it. */
function isSmall(name: string, drug: Drug): boolean {
  const [own, other] = [bare(drug.name), bare(name)]
  return own.slice(0, 4) === other.slice(0, 4) || own.slice(-4) === other.slice(-4)
}

/** What medicines are made as, and what they are given in: alone they are medicines too. */
const salts =
  'sodium|disodium|calcium|potassium|magnesium|zinc|chloride|bromide|sulfate|sulphate|phosphate|acetate|citrate|nitrate|carbonate|hydrochloride|hcl|dihydrochloride|hydrobromide|besylate|besilate|mesylate|mesilate|tosylate|maleate|fumarate|tartrate|succinate|malate|lactate|gluconate|glucose|dextrose|water|oxygen|ethanol|alcohol|monohydrate|hemihydrate|trihydrate|anhydrous|medoxomil|propionate|furoate|dipropionate'
const isSalt = new RegExp(`^(?:${salts})$`, 'i')
const saltAfter = new RegExp(`(?:\\s+(?:${salts}))+$`, 'i')

/** "Isosorbide dinitrate" is more than its first word; "amlodipine besylate" is not. */
function namesOf(drug: Drug, written: string, language: 'en' | 'fr'): readonly string[] {
  const own = written.trim().replace(saltAfter, '')
  const [first = '', ...others] = drug.substances
  const isLonger =
    others.length === 0 &&
    tokens(own)
      .join(' ')
      .startsWith(`${tokens(first).join(' ')} `)
  if (isLonger) return [shownDrug(own, drug, language)]
  return drug.substances.map((name) => shownDrug(name.replace(saltAfter, ''), drug, language))
}

function shownDrug(substance: string, drug: Drug, language: 'en' | 'fr'): string {
  const plain = sentenceCase(naturalOrder(substance))
  const name = everyday.get(plain) ?? plain
  if (language === 'en') return name
  const isSingle = drug.substances.length === 1
  return (
    frenchTreatment(name) ?? (isSingle ? amongNames(name, drug) : undefined) ?? frenchGeneric(name)
  )
}

/** Generic names that people know by another one. */
const everyday: ReadonlyMap<string, string> = new Map([
  ['acetylsalicylic acid', 'aspirin'],
  ['coenzyme M', 'mesna'],
])

/** A treatment in its French name; undefined where nobody wrote one. */
export function frenchTreatment(english: string): string | undefined {
  if (!french) {
    const names = new Map<string, string>()
    for (const [name, of] of frenchTreatments()) {
      const key = tokens(of).join(' ')
      const known = names.get(key)
      // "ibuprofène" before "ibuprofene": people type names without accents, and read them with.
      if (known === undefined) names.set(key, name)
    }
    french = names
  }
  return french.get(tokens(english).join(' '))
}

let french: ReadonlyMap<string, string> | undefined

/** The lists hold French names among all others: the same word but for its accents, its final "e", and "i" for "y". */
function amongNames(name: string, { names }: Drug): string | undefined {
  const alike = names.filter((other) => other !== name && bare(other) === bare(name))
  const accented = alike.find((other) => accents.test(other))
  return (accented ?? alike.find((other) => other.toLowerCase() === `${name}e`))?.toLowerCase()
}

function bare(name: string): string {
  return tokens(name).join(' ').replace(/e$/, '').replaceAll('y', 'i').replaceAll('th', 't')
}

const accents = /[\u00C0-\u017F]/
