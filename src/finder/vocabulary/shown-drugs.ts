import { type Drug, type DrugMention, openDrugs } from './drugs.ts'
import { isNoBase, isSalt } from './drug-forms.ts'
import { frenchTreatments } from './everyday-names.ts'
import { tokens } from './fold.ts'
import { frenchGeneric } from './french-generics.ts'
import { naturalOrder } from './names.ts'
import { sentenceCase } from './sentence-case.ts'

/**
 * The medicine that a name of a treatment means, by the generic names that people read in that language (several of a
 * combination), without the salt it is made as ("besylate"). Undefined where not the whole name is surely one that is
 * listed: of "sitaxentan sodium", sodium is not the medicine, nor hydrogen of "hydrogen peroxide". An abbreviation or a
 * code means what the record itself spells out `beside` it, and else nothing that we know.
 */
export function drugNamed(
  name: string,
  language: 'en' | 'fr',
  beside: readonly string[] = [],
): readonly string[] | undefined {
  const known = abbreviated.get(name.trim().toLowerCase())
  if (known !== undefined) return [language === 'fr' ? (frenchTreatment(known) ?? known) : known]
  const [first, ...others] = openDrugs().inText(name)
  if (!first || !isFirst(name.slice(0, first.start))) return undefined
  const all = [first]
  // "Sacubitril-valsartan" is both.
  for (const next of others)
    if (joined.test(name.slice(all.at(-1)?.end, next.start))) all.push(next)
  const rest = name.slice(all.at(-1)?.end)
  const names = all.map((one) => nameOf(name, one, rest, { language, beside }))
  return names.every((one) => one !== undefined) ? [...new Set(names.flat())] : undefined
}

const joined = /^\s?[-–+]\s?$/

interface Wanted {
  readonly language: 'en' | 'fr'
  readonly beside: readonly string[]
}

function nameOf(
  name: string,
  { start, end, drugs }: DrugMention,
  rest: string,
  { language, beside }: Wanted,
): readonly string[] | undefined {
  const [drug, ...others] = drugs
  if (!drug || others.length > 0) return undefined
  const isWhole = isBegunBy(name.slice(start), drug.name)
  const written = isWhole ? drug.name : name.slice(start, end)
  if (!isOnlyHow(rest, written, drug)) return undefined
  // In small letters only a generic name is surely one: brands are everyday words too ("intensive").
  if (!/\p{Lu}|\d/u.test(written) && !isGeneric(written, drug)) return undefined
  if (isAbbreviation(written, drug) && !beside.some((text) => isSpeltOut(text, drug)))
    return undefined
  // What is in Ringer's lactate is no name of it.
  if (drug.substances.length > 1 && drug.substances.every((one) => isSaltWater.test(one)))
    return [`${written}${rest}`.trim()]
  return namesOf(drug, written, language)
}

/** "Brentuximab" is found in texts; "brentuximab vedotin" is what it is called. */
function isBegunBy(text: string, name: string): boolean {
  return `${tokens(text).join(' ')} `.startsWith(`${tokens(name).join(' ')} `)
}

/** Whether what follows a medicine's name says no more than how it is made or given, or its name again. */
function isOnlyHow(rest: string, written: string, { index, name }: Drug): boolean {
  const own = new Set(tokens(name))
  const bare = rest.replace(numbered, ' ').replace(circumstances, '')
  const words = openDrugs()
    .inText(bare)
    .filter(({ drugs }) => drugs.length === 1 && drugs[0]?.index === index)
    .reduceRight((text, { start, end }) => `${text.slice(0, start)} ${text.slice(end)}`, bare)
  const isMade = !isNoBase(written)
  return words
    .split(/[\s()[\],;:.+–-]+/)
    .every(
      (word) =>
        hows.test(word) ||
        tokens(word).every((one) => own.has(one)) ||
        (isMade && (isSalt(word.toLowerCase()) || salt.test(word))),
    )
}

const numbered = /\s(?:formulation|dose|cohort|group|arm|part|level)s?\s\w{1,2}\b/gi
const hows =
  /^(?:|treatments?|therapy|monotherapy|mono|group|arm|administrations?|bolus|doses?|dosing|escalation|formulations?|liquids?|rinse|mouthwash|solutions?|suspensions?|nasal|spray|sprays|gel|cream|ointment|aerosol|powder|granules?|tablets?|capsules?|pills?|drops?|eye|injections?|injectable|infusions?|inhalation|inhaler|transdermal|patch|patches|ophthalmic|sublingual|buccal|rectal|vaginal|oral|orally|iv|sc|intravenous|intravenously|subcutaneous|topical|products?|only|alone|depot|lar|xr|er|sr|cr|mr|xl|hfa|liposomal|liposomes?|maintenance|induction|continuous|continuously|daily|weekly|monthly|once|twice|high|low|mid|medium|open|label|blinded|unblinded|generic|prefilled|pen|syringe|drug|medication|and|or|a|an|the|in|of|per|day|od|bd|bid|tid|qd|thrice|escalating|to|vs|combination|wash|implants?|controlled|extended|sustained|prolonged|release|registered|trademark)$/i
const circumstances =
  /(?:^|[\s,:–-]+)(?:for|at|as|during|before|after|every|given|administered|via|by|per|until|then|when|prior to|followed by|starting|post|pre)(?:[\s-].*)?$/is

/** "TG", "CPM", "RAD001", "5-FU": letters that stand for others, which no list of names can tell apart. */
function isAbbreviation(written: string, { name, names }: Drug): boolean {
  const low = written.toLowerCase()
  if (shortForm.test(written) && low !== name.toLowerCase())
    // "MESNA" in a line of capitals is the name that the lists write "Mesna".
    return written.length < 5 || !names.some((one) => isWord.test(one) && one.toLowerCase() === low)
  const [word = ''] = /\p{L}{5,}/u.exec(written) ?? []
  return codeForm.test(written) && !name.toLowerCase().includes(word.toLowerCase() || '-')
}

const shortForm = /^(?:[\p{Lu}-]{1,6}s?|\p{L}{1,4})$/u
const isWord = /^\p{L}\p{Ll}+$/u
const codeForm = /^(?=\S*\d)\S+$/u

/** Whether a text beside an abbreviation is a name of that medicine, and no abbreviation itself. */
function isSpeltOut(text: string, drug: Drug): boolean {
  const [mention] = openDrugs().inText(text)
  if (!mention || !isFirst(text.slice(0, mention.start))) return false
  const written = text.slice(mention.start, mention.end)
  return (
    !isAbbreviation(written, drug) &&
    isOnlyHow(text.slice(mention.end), written, drug) &&
    mention.drugs.some(({ index }) => index === drug.index)
  )
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
  return before
    .replace(/pegylated (?=liposomal)/i, '')
    .split(/[\s-]+/)
    .every((word) => word === '' || modifiers.test(word))
}

const modifiers =
  /^(?:oral|inhaled|nasal|intranasal|intravenous|iv|subcutaneous|sc|topical|extended|sustained|prolonged|immediate|modified|release|er|xr|liposomal|recombinant|human|low|high|dose|standard|generic|adjuvant|neoadjuvant|concurrent|maintenance|weekly|daily|hyperpolarized|encapsulated|encochleated|the|of|study|drug|medication|treatment|arm|experimental)$/i

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
const salt = new RegExp(`^(?:${salts}|glucuronate|isethionate|propanediol|mesylat|s)$`, 'i')
const saltAfter = new RegExp(`(?:\\s+(?:${salts}))+$`, 'i')

const isSaltWater = new RegExp(`^(?:(?:${salts})\\s?)+$`, 'i')

/** "Isosorbide dinitrate" is more than its first word; "amlodipine besylate" is not. */
function namesOf(drug: Drug, written: string, language: 'en' | 'fr'): readonly string[] {
  const own = written.trim().replace(saltAfter, '')
  const [first = '', ...others] = drug.substances
  const [long, short] = [tokens(own).join(' '), tokens(first).join(' ')]
  const isLonger = others.length === 0 && long.startsWith(`${short} `)
  if (isLonger || (others.length === 0 && isNarrower(first, own)))
    return [shownDrug(own, drug, language)]
  return drug.substances.map((name) => shownDrug(name.replace(saltAfter, ''), drug, language))
}

/** "Levomenthol" is one form of menthol, and "Asparaginase Escherichia coli" one asparaginase: what is written stays. */
function isNarrower(listed: string, written: string): boolean {
  const [long, short] = [tokens(listed).join(' '), tokens(written).join(' ')]
  if (long === short) return false
  return ` ${long} `.includes(` ${short} `) || handed.some((part) => long === part + short)
}

const handed = ['levo', 'dextro', 'dex', 'es', 'ar']

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
