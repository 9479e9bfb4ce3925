import { stateCodes } from '../../places/state-codes.ts'
import { abbreviationMeanings } from '../../vocabulary/abbreviations.ts'
import { abbreviationChoice } from '../../vocabulary/choices.ts'
import type { Concept, Vocabulary } from '../../vocabulary/concept.ts'
import { fold, tokens } from '../../vocabulary/fold.ts'
import { wordRoot } from '../../vocabulary/loose-names.ts'
import { bareWord, smallness } from '../../vocabulary/small-words.ts'
import { areKin } from './diseases.ts'

/** An abbreviation in a run of typed words, at word `start`, and the illness it stands for. */
export interface AbbreviatedIllness {
  readonly start: number
  readonly end: number
  readonly concept: Concept
  /** Other illnesses that it may stand for as well, the likeliest first. */
  readonly others?: readonly Concept[]
}

/**
 * "HCM", "APLV": what is written like an abbreviation and stands for an illness; of several ("AS") the likeliest, with the
 * others beside it.
 */
export function abbreviatedIn(
  words: readonly string[],
  vocabulary: Vocabulary,
): AbbreviatedIllness[] {
  const capitalsMean = words.length === 1 || words.some((word) => /\p{Ll}/u.test(word))
  const isMeant = (at: number): boolean => capitalsMean || isNoQuantity(at, words)
  return words.flatMap((word, at) => {
    const bare = bareWord(word).replace(/(?<=^\p{Lu}{2,5})s$/u, '')
    if (bare.length > mostLetters) return saidForKind(bare, at, words, vocabulary)
    const meant = chosen(bare, at, words, vocabulary, isMeant(at)) ?? listed(bare, vocabulary)
    const [concept, ...others] = meant
    if (!concept) return []
    return [{ concept, start: at, end: at + 1, ...(others.length > 0 && { others }) }]
  })
}

const mostLetters = 6

/**
 * "Anorexia": a whole word that people say for one kind of what it means; of another kind where something else is said to cause it
 * ("tuberculous spondylitis", "anorexia in cancer").
 */
function saidForKind(
  bare: string,
  at: number,
  words: readonly string[],
  vocabulary: Vocabulary,
): AbbreviatedIllness[] {
  const choice = abbreviationChoice(bare.toUpperCase())
  if (choice?.isWord !== true || words.some((word) => ofOtherCause.test(word))) return []
  const [concept, ...others] = choice.terms.flatMap((term) => vocabulary.byName(term) ?? [])
  return concept ? [{ concept, start: at, end: at + 1, ...(others.length > 0 && { others }) }] : []
}

const ofOtherCause =
  /^\P{L}*(?:infect|tubercul|pyogen|bacteri|brucel|septic|fung|psoria|neonat|newborn|secondar|cancer|carcino|tumou?r|leuk|lymphom|chemo|radioth|sarcopen|palliat)/iu

/**
 * "ALL RELAPSED", "PEDIATRIC ALL": in a line of capitals "all" of something is followed by what it is all of, and comes before it, or
 * first.
 */
function isNoQuantity(at: number, words: readonly string[]): boolean {
  const [before, after] = [fold(words[at - 1] ?? ''), fold(words[at + 1] ?? '')]
  if (/^(?:for|of|in|at|to|with|from|about|and|or|my|us)$/.test(before)) return false
  return after === ''
    ? at > 0
    : /^(?:in|with|relaps\w*|refract\w*|recurr\w*|newly|remission|maintenance|induction)$/.test(
        after,
      )
}

/** The illnesses of an abbreviation that has a choice; undefined where it has none, or is no abbreviation as it is written. */
function chosen(
  bare: string,
  at: number,
  words: readonly string[],
  vocabulary: Vocabulary,
  capitalsMean: boolean,
): readonly Concept[] | undefined {
  const isAlone = words.length === 1
  const isCode = /^\p{Lu}{2,6}$/u.test(bare)
  const choice = abbreviationChoice(bare.toUpperCase())
  if (!choice) return undefined
  if (isCode ? !capitalsMean && smallness(bare.toLowerCase()) : !isAlone && !choice.isSmall)
    return undefined
  if (isCode && isAfterName(at, words)) return undefined
  return choice.terms.flatMap((term) => vocabulary.byName(term) ?? [])
}

/** "Detroit MI": two letters after a name in a sentence are mostly where it is. */
function isAfterName(at: number, words: readonly string[]): boolean {
  const before = words[at - 1] ?? ''
  return bareWord(words[at] ?? '').length === 2 && /^\p{Lu}\p{Ll}{3,},?$/u.test(before) && at > 1
}

/** What stands for one illness only. */
function listed(bare: string, vocabulary: Vocabulary): readonly Concept[] {
  const isCode = /^[\p{Lu}\d]{3,6}$/u.test(bare)
  if (!isCode && !(unspeakable.test(bare) && !smallness(bare))) return []
  const meant = illnessesOf(bare.toUpperCase(), vocabulary)
  return meant.length === 1 ? meant : []
}

/** Written small, only what nobody can say is an abbreviation: "hcm", not "cold". */
const unspeakable = /^(?=\p{L}{3,6}$)(?:[^aeiouyàâéèêëîïôûù]+|.*[^aeiouyàâéèêëîïôûù]{3}.*)$/iu

/** The illnesses that an abbreviation may stand for. */
function illnessesOf(abbreviation: string, vocabulary: Vocabulary): Concept[] {
  const meant = abbreviationMeanings(abbreviation).flatMap(({ words, term, kind }) => {
    if (kind === 'disease' && term !== undefined) return vocabulary.byName(term) ?? []
    if (kind === 'drug') return []
    return vocabulary.byName(words) ?? vocabulary.byLooseWords(tokens(words)) ?? []
  })
  return [...new Set(meant)]
}

/**
 * Abbreviations with the choice that the other words leave: another name of one of the illnesses, or of a wider or narrower
 * one, or a word of one illness's names alone, says which is meant.
 */
export function decided<N extends AbbreviatedIllness>(
  names: readonly N[],
  words: readonly string[],
  vocabulary: Vocabulary,
): N[] {
  return names.map((name) => {
    if (!name.others) return name
    const choices = [name.concept, ...name.others]
    const beside = names.filter((one) => one !== name && !one.others).map((one) => one.concept)
    const said = new Set(
      words.flatMap((word, at) => (at === name.start || smallness(word) ? [] : rootsOf(word))),
    )
    const meant =
      only(choices, (choice) => beside.some((one) => areKin(one, choice, vocabulary))) ??
      only(choices, (choice) => tellingRoots(choice).some((root) => said.has(root))) ??
      (words.some((word) => ofNewborn.test(word)) || beside.some(isOfNewborn)
        ? only(choices, isOfNewborn)
        : undefined)
    if (!meant) return name
    const { others: _, ...alone } = name
    return { ...alone, concept: meant } as N
  })
}

/** "My preemie has BPD": of the choices the one that children are born with or have from birth. */
const ofNewborn =
  /^\P{L}*(?:preemies?|prem|premature|preterm|newborn\p{L}*|neonat\p{L}*|nicu|scbu|(?:grande?s?-)?pr[ée]ma(?:tur\p{L}*)?s?|nouveau-n[ée]\p{L}*|n[ée]onat\p{L}*)\P{L}*$/iu

function isOfNewborn({ term, trees }: Concept): boolean {
  return trees.some((tree) => /^C16\.(?:131|614)/.test(tree)) || term === 'Premature Birth'
}

/**
 * "Prostate cancer, psa going up" is no psoriatic arthritis: the other words of the sentence, or the illnesses that they name
 * ("prostrate cancer"), belong to something else that the abbreviation stands for.
 */
export function isOtherSense(
  { start, end, concept }: Pick<AbbreviatedIllness, 'start' | 'end' | 'concept'>,
  words: readonly string[],
  named: readonly Pick<AbbreviatedIllness, 'start' | 'concept'>[],
): boolean {
  if (end !== start + 1 || words.length === 1) return false
  const bare = bareWord(words[start] ?? '')
  if (!/^\p{L}{2,5}$/u.test(bare)) return false
  if (isTest(bare, words.slice(start + 1, start + 5))) return true
  const own = new Set(tellingRoots(concept))
  const beside = named.filter((one) => one.start !== start).map((one) => one.concept.term)
  const others = words.filter((_, at) => at !== start)
  const said = new Set([...others, ...beside].flatMap(rootsOf))
  const meanings = abbreviationMeanings(bare.toUpperCase()).filter(
    ({ term }) => term !== concept.term,
  )
  if (tellingRoots(concept).some((root) => said.has(root))) return false
  return meanings.some(({ words: meant }) =>
    rootsOf(meant).some((root) => said.has(root) && !own.has(root) && !telltale.has(root)),
  )
}

/** "Psa going up", « le PSA qui remonte »: the test, and no arthritis of psoriasis ("PsA"). */
function isTest(bare: string, behind: readonly string[]): boolean {
  return /^(?:psa|PSA)$/.test(bare) && ofTest.test(fold(behind.join(' ')))
}

const ofTest =
  /^(?:(?:qui|is|was|of|at|now|keeps?|est|toujours|encore|still|has|a|levels?) )*(?:\d|remont|mont|ris(?:es|ing|en)|going|up(?!\p{L})|high|eleve|doubl|level|coming|back|increas|augment|test|taux|baiss|drop|fall)/u

/**
 * An illness with its own initials beside it ("primary immunodeficiency diseases PID"): they are another name of it, and nothing to
 * look for besides; two letters too ("kawasaki disease KD"), where nobody lives in a state of that code ("breast cancer BC").
 */
export function withInitials<N extends Pick<AbbreviatedIllness, 'start' | 'end' | 'concept'>>(
  name: N,
  words: readonly string[],
): N {
  const bare = bareWord(words[name.end] ?? '').toUpperCase()
  if (bare.length < fewestInitials || (stateCodes.has(bare) && !isChoiceOf(bare, name))) return name
  const own = words.slice(name.start, name.end).flatMap((word) => bareWord(word).split('-'))
  const initials = (some: readonly string[]): string =>
    some.map((word) => word.slice(0, 1).toUpperCase()).join('')
  const isThem = [own, own.filter((word) => !smallness(word))].some(
    (some) => initials(some) === bare,
  )
  return isThem ? { ...name, end: name.end + 1 } : name
}

const fewestInitials = 2

/** "Multiple sclerosis MS" is no Mississippi. */
function isChoiceOf(bare: string, { concept }: Pick<AbbreviatedIllness, 'concept'>): boolean {
  return abbreviationChoice(bare)?.terms.includes(concept.term) === true
}

function only(choices: readonly Concept[], is: (choice: Concept) => boolean): Concept | undefined {
  const found = choices.filter(is)
  return found.length === 1 ? found[0] : undefined
}

function tellingRoots({ term, entryTerms }: Concept): readonly string[] {
  return [term, ...entryTerms].flatMap(rootsOf).filter((root) => !telltale.has(root))
}

function rootsOf(text: string): string[] {
  return tokens(text)
    .filter((word) => word.length >= fewestLetters)
    .map(wordRoot)
}

const fewestLetters = 4

/** Words of the names of many illnesses. */
const telltale: ReadonlySet<string> = new Set(
  rootsOf(
    'disease diseases disorder disorders syndrome syndromes acute chronic primary secondary familial congenital hereditary ' +
      'type other disability early late adult onset juvenile severe mild infection infections family group',
  ),
)
