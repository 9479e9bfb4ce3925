import type { Concept, Mention, Vocabulary } from './concept.ts'
import { frenchNames } from './everyday-names.ts'
import { tokens } from './fold.ts'
import { isNarrowerName } from './narrower-names.ts'
import { sentenceCase, upperFirst } from './sentence-case.ts'
import { hasShownName, shownName } from './shown-names.ts'
import { bareName } from './treatment-names.ts'

/** What a title says a study is of. */
export interface TitleSubjects {
  /** At most two names, the first with a large letter; empty where the study is of healthy people. */
  readonly subjects: readonly string[]
  readonly moreSubjects: number
}

/** What a record says of the illness. */
interface SubjectFacts {
  readonly briefTitle: string
  readonly conditions: readonly string[]
  /** MeSH terms that the registry found for the conditions. */
  readonly terms: readonly string[]
}

/** More conditions than this say nothing more about what a study is of. */
export const mostRead = 20

/**
 * Rule `title-subjects@4`: the illnesses that a record lists, by the names that people say; those that the registry's title
 * names come first, of one kind the narrowest. Where one of the list cannot be read, what the title names is said with those that can: a list
 * that is half read would call a study of heart failure one of obesity. Undefined where nothing has a name in that language.
 */
export function titleSubjects(
  vocabulary: Vocabulary,
  { briefTitle, conditions, terms }: SubjectFacts,
  language: 'en' | 'fr',
): TitleSubjects | undefined {
  const sick = conditions.slice(0, mostRead).filter((name) => !healthy.test(name.trim()))
  if (sick.length === 0)
    return conditions.length > 0 ? { subjects: [], moreSubjects: 0 } : undefined
  const read = sick.map((name) => conceptsOf(vocabulary, name))
  const listed = distinct(read.flat())
  const known = listed.length > 0 ? listed : termsOf(vocabulary, terms)
  const named = namedIn(vocabulary, briefTitle)
  const unsaid = illnessesBeside(vocabulary, named, known).filter(isSayable)
  const written = language === 'en' && listed.length === 0 ? writtenName(sick[0] ?? '') : undefined
  // A list of which nothing is read may name what the title does not say, and no illness at all.
  const isOdd = listed.length === 0 && unsaid.length > 0
  if (isOdd && !(written && isSaidIn(written, briefTitle))) return undefined
  const isHalfRead = read.some((one) => one.length === 0)
  const chosen = isOfAllCancers(vocabulary, sick, named)
    ? withoutKinds(vocabulary, known)
    : narrowest(vocabulary, named, [...known, ...(isHalfRead ? unsaid : [])])
  const names = written
    ? [written]
    : chosen.flatMap((one) => nameOf(vocabulary, one, sick, language) ?? [])
  const [first, ...others] = [...new Set(names)]
  if (first === undefined) return undefined
  const shown = others.slice(0, 1)
  return { subjects: [upperFirst(first), ...shown], moreSubjects: others.length - shown.length }
}

const healthy =
  /^(?:normal |healthy )?(?:healthy|normal|volunteers?)(?:[ -](?:human |male |female |adult )?(?:volunteers?|subjects?|participants?|adults?|people|persons?|individuals?|males?|females?|men|women|children|populations?|controls?))*$/i

/** Each illness that a condition names; none where it names only what may happen in any organ ("stenosis of …"). */
function conceptsOf(vocabulary: Vocabulary, condition: string): readonly Concept[] {
  const whole =
    wholly(vocabulary, condition) ?? wholly(vocabulary, condition.replace(shortened, ''))
  if (whole) return [whole]
  const parts = partsOf(condition).map((part) =>
    solidTumors.test(part) ? anyCancer(vocabulary) : wholly(vocabulary, part),
  )
  const each = parts.flatMap((one) => one ?? [])
  if (parts.length > 1 && each.length === parts.length)
    return each.filter((one) => !vocabulary.ancestors(one).some((other) => each.includes(other)))
  const [head = '', ...rest] = condition.split(headEnd)
  const found = [head, ...(rest.length > 0 ? [condition] : [])]
    .map((text) => longestIn(vocabulary, text))
    .concat(anyTumor.test(condition) ? anyCancer(vocabulary) : undefined)
    .find((one) => one !== undefined)
  return found && !isOfAnyOrgan(found) ? [found] : []
}

/** "… Syndrome (FPIES)": the same in letters. */
const shortened = /\s*\(\p{Lu}[\p{Lu}\d-]{1,7}\)\s*$/u

function wholly(vocabulary: Vocabulary, name: string): Concept | undefined {
  return vocabulary.byName(name) ?? vocabulary.byLooseWords(tokens(name))
}

/** "Diabetes and heart failure", "breast and ovarian cancer": each by itself. */
function partsOf(condition: string): readonly string[] {
  const parts = condition.split(between).map((part) => part.trim())
  const shared = sharedEnd.exec(parts.at(-1) ?? '')?.[0] ?? ''
  return parts.map((part) => (shared !== '' && !part.includes(' ') ? part + shared : part))
}

const between = /,\s*(?:and\s|or\s)?|\s(?:and|or|and\/or|&)\s|(?<=\p{L}{3})\/(?=\p{L}{3})/iu
const sharedEnd =
  /\s(?:cancers?|carcinomas?|tumou?rs?|neoplasms?|failure|disease|allerg(?:y|ies))$/i

/** What a condition is of comes first: "amyloidosis with polyneuropathy" is an amyloidosis. */
const headEnd = /\s(?:with|without|in|due to|after|following|associated with|caused by)\s/i
const anyTumor = /\b(?:tumou?rs?|malignanc(?:y|ies)|cancers?)\b/i
const solidTumors = /\bsolid (?:malignant )?(?:tumou?rs?|cancers?|malignanc(?:y|ies)|neoplasms?)\b/i

function anyCancer(vocabulary: Vocabulary): Concept | undefined {
  return vocabulary.byName('Neoplasms')
}

/** "Constriction, Pathologic", "Hypertrophy", "Adenocarcinoma": changes and tissues, which say nothing without their organ. */
function isOfAnyOrgan({ trees }: Concept): boolean {
  return trees.every((tree) => /^(?:C23\.(?:300|550)|C04\.557\.470\.200(?:\.025)?$)/.test(tree))
}

function longestIn(vocabulary: Vocabulary, text: string): Concept | undefined {
  const found = mentionsIn(vocabulary, text)
  return found.toSorted((one, other) => other.end - other.start - (one.end - one.start))[0]?.concept
}

/** What a title names. */
function namedIn(vocabulary: Vocabulary, title: string): readonly Concept[] {
  const named = mentionsIn(vocabulary, title).map(({ concept }) => concept)
  const any = solidTumors.test(title) ? anyCancer(vocabulary) : undefined
  return distinct(any ? [...named, any] : named)
}

/** The volume of a stroke of the heart is no stroke, and "graft-versus-leukemia" no leukemia. */
function mentionsIn(vocabulary: Vocabulary, text: string): readonly Mention[] {
  return vocabulary
    .conceptsInText(text, 'record')
    .filter(
      ({ start, end }) => !measured.test(text.slice(end)) && !against.test(text.slice(0, start)),
    )
}

const against = /\b(?:anti|versus)-$/i
const measured = /^[\s-]*(?:volumes?|work)\b/i

/** No sign, nor what may happen in any organ. */
function isIllness({ trees }: Concept): boolean {
  return trees.some((tree) => /^(?:C(?!23)|F03)/.test(tree))
}

/** "Infant, Premature, Diseases" is the name of a shelf. */
function isSayable({ term }: Concept): boolean {
  return hasShownName(term) || !term.includes(',')
}

function isSaidIn(name: string, title: string): boolean {
  return ` ${tokens(title).join(' ')} `.includes(` ${tokens(name).join(' ')} `)
}

/** A study of all cancers, or of all solid tumors, lists some of them too; it is not limited to those. */
function isOfAllCancers(
  vocabulary: Vocabulary,
  conditions: readonly string[],
  named: readonly Concept[],
): boolean {
  const any = anyCancer(vocabulary)
  // "Metastatic cancer" beside "gastric cancer" says how far that one went, and names no other.
  const isListed = conditions.some(
    (one) => solidTumors.test(one) || (!howFar.test(one) && wholly(vocabulary, one) === any),
  )
  return isListed && named.filter(isIllness).every((one) => one === any)
}

const howFar =
  /^(?:locally |loco-?regionally )?(?:advanced|metastatic|recurrent|refractory|relapsed|unresectable|inoperable|stage \S+)(?:[ ,]+(?:or |and |\/ ?)?(?:advanced|metastatic|recurrent|refractory|relapsed|unresectable))* /i

function withoutKinds(vocabulary: Vocabulary, concepts: readonly Concept[]): readonly Concept[] {
  const any = anyCancer(vocabulary)
  if (!any) return concepts
  return distinct([any, ...concepts.filter((one) => !vocabulary.ancestors(one).includes(any))])
}

function termsOf(vocabulary: Vocabulary, terms: readonly string[]): readonly Concept[] {
  return distinct(terms.flatMap((term) => vocabulary.byName(term) ?? []))
}

/** The illnesses that are neither among those that are known nor akin to one. */
function illnessesBeside(
  vocabulary: Vocabulary,
  concepts: readonly Concept[],
  known: readonly Concept[],
): readonly Concept[] {
  return concepts.filter(
    (one) => isIllness(one) && !isOfAnyOrgan(one) && !isKin(vocabulary, one, known),
  )
}

/** Whether an illness is one of those, or a kind of one, or the other way round. */
function isKin(vocabulary: Vocabulary, concept: Concept, others: readonly Concept[]): boolean {
  const wider = vocabulary.ancestors(concept)
  return others.some(
    (one) => one === concept || wider.includes(one) || vocabulary.ancestors(one).includes(concept),
  )
}

function distinct(concepts: readonly Concept[]): readonly Concept[] {
  return [...new Set(concepts)]
}

/** Those that the title names, or something of their kind, and then the others; of one kind the narrowest. */
function narrowest(
  vocabulary: Vocabulary,
  named: readonly Concept[],
  concepts: readonly Concept[],
): readonly Concept[] {
  if (concepts.length < 2) return concepts
  const chosen = inTitle(vocabulary, named, concepts)
  const others = illnessesBeside(vocabulary, concepts, chosen)
  return [...withoutWider(vocabulary, chosen), ...withoutWider(vocabulary, others)]
}

/** Without what another of them is a kind of. */
function withoutWider(vocabulary: Vocabulary, concepts: readonly Concept[]): readonly Concept[] {
  const wider = new Set(concepts.flatMap((one) => vocabulary.ancestors(one)))
  return concepts.filter((one) => !wider.has(one))
}

function inTitle(
  vocabulary: Vocabulary,
  named: readonly Concept[],
  concepts: readonly Concept[],
): readonly Concept[] {
  const wider = new Set(named.flatMap((one) => [one, ...vocabulary.ancestors(one)]))
  const isNamed = concepts.some((one) => named.includes(one))
  // A study "at risk of heart failure" that lists hypertension and heart diseases is of hypertension.
  const isShelf = (one: Concept): boolean =>
    !isNamed && concepts.some((other) => vocabulary.ancestors(other).includes(one))
  const same = concepts.filter((one) => wider.has(one) && !isShelf(one))
  if (same.length > 0) return same
  const narrower = concepts.filter((one) =>
    vocabulary.ancestors(one).some((other) => named.includes(other)),
  )
  return narrower.length > 0 ? narrower : concepts
}

/** A condition by the name that people say in a language, as it stands within a sentence; undefined where nobody wrote one. */
export function saidDisease(
  vocabulary: Vocabulary,
  condition: string,
  language: 'en' | 'fr',
): string | undefined {
  const concept = wholly(vocabulary, condition)
  if (!concept) return undefined
  if (isNarrowerName(condition, concept))
    return language === 'fr' ? undefined : writtenName(condition)
  if (language === 'fr') return frenchNames().get(concept.term)?.replaceAll("'", '’')
  return nameOf(vocabulary, concept, [condition], 'en')
}

function nameOf(
  vocabulary: Vocabulary,
  concept: Concept,
  conditions: readonly string[],
  language: 'en' | 'fr',
): string | undefined {
  if (language === 'fr') return frenchName(vocabulary, concept)
  const own = conditions.find((name) => vocabulary.byName(name) === concept)
  if (!hasShownName(concept.term) || (own && isNarrowerName(own, concept))) {
    const written = own && writtenName(own)
    if (written) return written
  }
  return sentenceCase(shownName(concept.term, 'en'))
}

/** The French name, or that of the nearest wider term that is no whole branch of medicine. */
function frenchName(vocabulary: Vocabulary, concept: Concept): string | undefined {
  const names = frenchNames()
  const wider = vocabulary
    .ancestors(concept)
    .filter(({ trees }) => trees.some((tree) => tree.split('.').length >= 3))
  const known = [concept, ...wider].find(({ term }) => names.has(term))
  return known && names.get(known.term)
}

/** A condition as its team wrote it, where it reads as a name: no code, no list, not too long. */
function writtenName(condition: string): string | undefined {
  const name = bareName(condition, false)
  if (name.length > 60 || name.length < 4 || /[,;:/|]/.test(name)) return undefined
  return /\p{Ll}{3}/u.test(name) && !noName.test(name) ? sentenceCase(name) : undefined
}

/** What stands in the place of a condition and names none. */
const noName =
  /^(?:interventions?|treatments?|patients?|other|none|not applicable|no conditions?|unknown|all conditions|diseases?|diagnosis|quality|safety|efficacy)$|\b(?:pharmacokinetics|efficacy|feasibility|acceptability|safety of)\b/i
