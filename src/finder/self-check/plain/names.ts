import type { NamedThing } from '../../../words/language/asked.ts'
import { openDrugClasses } from '../../vocabulary/drug-classes.ts'
import { type Drug, openDrugs } from '../../vocabulary/drugs.ts'
import { frenchGeneric } from '../../vocabulary/french-generics.ts'
import { frenchNames, plainNames } from '../../vocabulary/everyday-names.ts'
import { tokens } from '../../vocabulary/fold.ts'
import { naturalOrder } from '../../vocabulary/names.ts'
import { hasShownName, shownName } from '../../vocabulary/shown-names.ts'
import type { Vocabulary } from '../../vocabulary/concept.ts'
import { genderOf, isNamedAfter } from './french-gender.ts'
import type { FoundAt } from './found-at.ts'
import type { CutRule } from './rule-text.ts'

/** A named thing at the words of a rule, by the place of its first word. */
export type NamesByPlace = ReadonlyMap<number, readonly FoundAt<NamedThing>[]>

/**
 * The diseases and medicines of the vocabulary in a rule that have a name in French; with `isWider`, illnesses that have but
 * the name of a wider one ("seizure disorder", of epilepsy), by that.
 */
export function namesIn(
  rule: CutRule,
  vocabulary: Vocabulary,
  isWider: boolean = false,
): NamesByPlace {
  const found = new Map<number, FoundAt<NamedThing>[]>()
  const add = (start: number, end: number, value: NamedThing): void => {
    const first = rule.starts.indexOf(start)
    const after = rule.ends.lastIndexOf(end)
    if (first < 0 || after < first) return
    found.set(first, [...(found.get(first) ?? []), { end: after + 1, value }])
  }
  for (const { start, end, concept } of vocabulary.conceptsInText(rule.text, 'record')) {
    const written = rule.text.slice(start, end)
    const isIts = isItsName(written, concept.term)
    const name =
      isIts || (isWider && mayBeNarrower(written) && !isOfOtherDegree(written, concept.term))
        ? namedDisease(concept.term)
        : undefined
    if (name) add(start, end, name)
  }
  for (const { start, end, drugClass } of openDrugClasses().inText(rule.text)) {
    const isIts = tokens(rule.text.slice(start, end)).join(' ') === tokens(drugClass).join(' ')
    const name = isIts ? className(drugClass) : undefined
    if (name) add(start, end, name)
  }
  for (const { start, end, drugs } of openDrugs().inText(rule.text)) {
    const written = rule.text.slice(start, end)
    if (drugs.length > 0 && isPlainName.test(written) && !salts.test(written))
      add(start, end, drugName(written, drugs))
  }
  for (const { 0: code, index } of rule.text.matchAll(drugCode))
    add(index, index + code.length, { ...drugName(code), en: code, fr: code, gender: 'm' })
  return found
}

/** A medicine that has no name yet, by its maker's code: "HS-20093", "AZD4831". Markers of cells ("CD123") are none. */
const drugCode = /(?<![\p{L}\d-])(?!CD|HLA|NCT)\p{Lu}{2,4}-?\d{3,6}(?![\p{L}\d-])/gu

/** An entry term may name a narrower thing than the term that it leads to: only a name of that term itself is one. */
function isItsName(written: string, term: string): boolean {
  const key = tokens(written).join(' ')
  if (key === tokens(naturalOrder(term)).join(' ')) return true
  ownNames ??= new Set(
    plainNames('en').map(({ name, term: of }) => `${tokens(name).join(' ')}=${of}`),
  )
  return ownNames.has(`${key}=${term}`)
}

/** Whether words name an illness that has but the name of a wider one. Abbreviations and short words name many things. */
export function mayBeNarrower(written: string): boolean {
  return /\p{Ll}{5}/u.test(written) && written.length > 7 && !ofOthers.test(written)
}

/** "Hypogammaglobulinemia" is entered under "agammaglobulinemia": too little is not none, and not too much. */
function isOfOtherDegree(written: string, term: string): boolean {
  const of = term.toLowerCase()
  const [, degree = '', rest = ''] =
    /\b(hypo|hyper|poly|oligo|pan|dys)([a-z]{4,})/i.exec(written) ?? []
  const said = degree.toLowerCase()
  return said !== '' && !of.includes(said) && of.includes(rest.slice(-8).toLowerCase())
}

/** Entry terms of the vocabulary that are no narrower than their term. */
const ofOthers =
  /^(?:dietary habits|bodily distress.*|amyloid deposit\w*|.*carcinomatosis|paralytic ileus|akathisia|binge eating|pulmonary inflammation|polyneuropathy.*|hypomani.*|pineoblastoma|varices?|bleeding|hemorrhage|aids?|stenosis|cognitive function\w*|alcohol (?:intake|consumption)|chromosom\w+.*|cytogenetic.*|thymic carcinoma.*|substance use|breast-?feeding|seronegativ\w*|orthopn\w+|pregnanc\w+|infections?|fibroids?|wheez\w+|behaviou?r.*|.*(?:test|therapy|phase)s?|.*\bnon\b.*|.*adheren.*)$/i

let ownNames: ReadonlySet<string> | undefined

/** A disease by its MeSH term as a thing to be asked of; undefined where it has no French name. */
export function namedDisease(term: string): NamedThing | undefined {
  const fr = frenchNames().get(term)?.replaceAll("'", '’')
  if (fr === undefined) return undefined
  const gender = genderOf(fr)
  if (gender === undefined) return undefined
  return {
    en: inSentence(term, fr)
      .replaceAll(/(?<=l)eukemia/g, 'eukaemia')
      .replaceAll(/\banemia/g, 'anaemia'),
    fr,
    gender,
    ...(isNamedAfter(fr) && { mark: 'named' }),
  }
}

/** MeSH writes every word large: "Inflammation" is small within a sentence, a name of a person or place is not. */
function inSentence(term: string, fr: string): string {
  const shown = shownName(term, 'en')
  if (hasShownName(term) || /\p{Lu}/u.test(fr)) return shown
  return shown.replaceAll(/(?<!\p{L})\p{Lu}\p{Ll}+/gu, (word) => word.toLowerCase())
}

function className(drugClass: string): NamedThing | undefined {
  const listed = openDrugClasses().all.find(({ name }) => name === drugClass)
  const fr = listed?.names.find((name) => french.test(name))
  return fr === undefined
    ? undefined
    : {
        en: drugClass,
        fr,
        gender: `${/ines?$/.test(fr) ? 'f' : 'm'}${fr.endsWith('s') ? 'p' : ''}`,
        kind: 'given',
      }
}

const french = /[éèêàç]|^anti[a-z]+s?$|^inhibiteurs?|^bêta|eurs?$|iques?$/

/** "Zorbine acetate": the second word is of many medicines. */
const salts =
  /^(?:acetate|sodium|potassium|sul(?:f|ph)ate|phosphate|(?:hydro)?chloride|citrate|tartrate|maleate|mesylate|fumarate|succinate|(?:hydro)?bromide|besylate|tosylate|lactate|gluconate|hydrate|isethionate)$/i

/** One word that is no abbreviation and no plural: others are English. */
const isPlainName = /^(?!\p{Lu}{2,5}$)[\p{L}-]{4,}(?<!s)$/u

/** An international name is much the same in both languages ("nystatin", « nystatine »); a trade name is the same. */
function drugName(written: string, drugs: readonly Drug[] = []): NamedThing {
  const name = /^\p{Lu}\p{Ll}+$/u.test(written) ? written.toLowerCase() : written
  const fr = frenchDrug(name, drugs)
  return {
    en: name,
    fr,
    gender: feminineDrug.test(fr) ? 'f' : 'm',
    mark: 'mass',
    kind: 'given',
  }
}

/** « La nystatine, la prednisone, l’altéplase », but « le cisplatine ». */
const feminineDrug = /(?<!plat)(?:[iï]ne|one|ase)$/

/** French writes an "e" after most international names, and accents where the list has them. */
function frenchDrug(name: string, drugs: readonly Drug[]): string {
  const key = tokens(name).join(' ')
  const drug = drugs.find((one) => tokens(one.name).join(' ') === key)
  if (!drug) return name
  const isAlike = (other: string): boolean => tokens(other).join(' ') === key
  const longer = drug.names.find((one) => tokens(one).join(' ') === `${key}e`)
  const accented = drug.names.find((one) => isAlike(one) && /[^\p{ASCII}]/u.test(one))
  // « Topotécan »: another language's final "e".
  const known = name.endsWith('an') ? accented : (longer ?? accented)
  return frenchGeneric((known ?? name).toLowerCase())
}
