import { readableText } from '../registry/html-text.ts'
import type { Study } from '../registry/study.ts'
import { categories } from './category-list.ts'
import type { Concept, Vocabulary } from './concept.ts'
import { conceptsNamed } from './excluded-concepts.ts'

export { categories, type Category } from './category-list.ts'

/** A category of a study, with the MeSH term that gave it, to be shown beside it. */
export interface GivenCategory {
  readonly slug: string
  readonly term: string
}

/** What a study is about: the terms its record names, and everything those are a kind of. */
export interface StudyConcepts {
  readonly exact: Concept[]
  readonly broader: Concept[]
  /** What it says it leaves out: it is not about these, nor about what is narrower. */
  readonly excluded: Concept[]
}

/** The medical categories of a study, in the registry's order, each with the term that gave it. */
export function categoriesOfStudy(study: Study, vocabulary: Vocabulary): GivenCategory[] {
  const { exact, broader } = conceptsOfStudy(study, vocabulary)
  const given = new Map(categoriesOf([...exact, ...broader]).map(({ slug, term }) => [slug, term]))
  for (const { slug, term } of oldBranches(study)) if (!given.has(slug)) given.set(slug, term)
  return inOrder(given)
}

/**
 * The categories of concepts, by every tree number they have: C04 gives Cancers, and so on. Of all the
 * concepts in a category the first names it, so the study's own terms should come before broader ones.
 */
export function categoriesOf(concepts: readonly Concept[]): GivenCategory[] {
  const given = new Map<string, string>()
  for (const { term, trees } of concepts)
    for (const tree of trees) {
      const slug = slugOfTree.get(tree.slice(0, 3))
      if (slug && !given.has(slug)) given.set(slug, term)
    }
  return inOrder(given)
}

/** What a study is about is asked for its categories and for the index: it is worked out once for one record. */
let latest: { study: Study; vocabulary: Vocabulary; concepts: StudyConcepts } | undefined

/**
 * The concepts of a study: the registry's MeSH terms, joined by name because its ids are of two kinds.
 * A record with none is read by the names in its conditions. Broader concepts come from the record and
 * from the tree, since old records list no ancestors. The registry finds its terms in the words of the record, in what is
 * left out as well: those that the record names only so are not the study's.
 */
export function conceptsOfStudy(study: Study, vocabulary: Vocabulary): StudyConcepts {
  if (latest?.study === study && latest.vocabulary === vocabulary) return latest.concepts
  const concepts = readConcepts(study, vocabulary)
  latest = { study, vocabulary, concepts }
  return concepts
}

function readConcepts(study: Study, vocabulary: Vocabulary): StudyConcepts {
  const { meshes = [], ancestors = [] } = study.derivedSection?.conditionBrowseModule ?? {}
  const named = byTerms(meshes, vocabulary)
  const all = named.size > 0 ? named : namedInConditions(study, vocabulary)
  const excluded = conceptsNamed(study, vocabulary)?.excluded ?? new Set<Concept>()
  const exact = all.difference(excluded)
  const broader = new Set<Concept>()
  for (const concept of exact) for (const above of vocabulary.ancestors(concept)) broader.add(above)
  const aboveExcluded = new Set<Concept>()
  for (const concept of all.intersection(excluded))
    for (const above of vocabulary.ancestors(concept)) aboveExcluded.add(above)
  for (const concept of byTerms(ancestors, vocabulary))
    if (!aboveExcluded.has(concept)) broader.add(concept)
  return {
    exact: [...exact],
    broader: [...broader.difference(exact)],
    excluded: [...excluded.difference(exact).difference(broader)],
  }
}

/** As it is indexed: also what else a study names as its subject, and everything that is a kind of. */
export interface IndexedConcepts extends StudyConcepts {
  readonly named: Concept[]
  readonly standing: ConceptStanding
}

/** Which concepts a study has before others: they, or what is narrower, are named in its title, or by its conditions. */
export interface ConceptStanding {
  readonly inTitle: ReadonlySet<Concept>
  /** More than half of its conditions name them. */
  readonly main: ReadonlySet<Concept>
  /** All of its conditions name them. */
  readonly sole: ReadonlySet<Concept>
}

/** The concepts of a study, and those that its conditions and its title name without the record being listed there. */
export function indexedConcepts(study: Study, vocabulary: Vocabulary): IndexedConcepts {
  const listed = conceptsOfStudy(study, vocabulary)
  const known = new Set([...listed.exact, ...listed.broader, ...listed.excluded])
  const { identificationModule, conditionsModule } = study.protocolSection
  const inTitle = withBroader(identificationModule.briefTitle ?? '', vocabulary)
  const conditions = (conditionsModule?.conditions ?? []).map((text) =>
    withBroader(text, vocabulary),
  )
  const named = [inTitle, ...conditions].reduce((sum, some) => sum.union(some), new Set<Concept>())
  const standing = { inTitle, ...standingIn(conditions) }
  return { ...listed, named: [...named.difference(known)], standing }
}

/** What a text names, and everything that is a kind of. */
function withBroader(text: string, vocabulary: Vocabulary): Set<Concept> {
  const named = [...namedIn([text], vocabulary)]
  return new Set(named.flatMap((concept) => [concept, ...vocabulary.ancestors(concept)]))
}

/** Conditions that name nothing known ("Healthy") do not count. */
function standingIn(conditions: readonly ReadonlySet<Concept>[]): Omit<ConceptStanding, 'inTitle'> {
  const telling = conditions.filter(({ size }) => size > 0)
  const counts = new Map<Concept, number>()
  for (const some of telling)
    for (const concept of some) counts.set(concept, (counts.get(concept) ?? 0) + 1)
  const [main, sole] = [new Set<Concept>(), new Set<Concept>()]
  for (const [concept, count] of counts) {
    if (count * 2 > telling.length) main.add(concept)
    if (count === telling.length) sole.add(concept)
  }
  return { main, sole }
}

const slugOfTree = new Map(
  categories.flatMap(({ slug, trees }) => trees.map((tree) => [tree, slug] as const)),
)
const slugOfCode = new Map(categories.map(({ code, slug }) => [code, slug]))

function inOrder(given: ReadonlyMap<string, string>): GivenCategory[] {
  return categories.flatMap(({ slug }) => {
    const term = given.get(slug)
    return term === undefined ? [] : [{ slug, term }]
  })
}

/** Records processed before August 2025 carry the registry's own categories; the name is taken for the term. */
function oldBranches(study: Study): GivenCategory[] {
  const branches = study.derivedSection?.conditionBrowseModule?.browseBranches ?? []
  return branches.flatMap(({ abbrev = '', name = '' }) => {
    const slug = slugOfCode.get(abbrev)
    return slug ? [{ slug, term: name }] : []
  })
}

function byTerms(
  terms: readonly { readonly term?: string }[],
  vocabulary: Vocabulary,
): Set<Concept> {
  const found = new Set<Concept>()
  for (const { term } of terms) {
    const concept = term === undefined ? undefined : vocabulary.byName(term)
    if (concept) found.add(concept)
  }
  return found
}

function namedInConditions(study: Study, vocabulary: Vocabulary): Set<Concept> {
  return namedIn(study.protocolSection.conditionsModule?.conditions ?? [], vocabulary)
}

function namedIn(texts: readonly string[], vocabulary: Vocabulary): Set<Concept> {
  const mentions = texts.flatMap((text) => vocabulary.conceptsInText(readableText(text)))
  return new Set(mentions.map(({ concept }) => concept))
}
