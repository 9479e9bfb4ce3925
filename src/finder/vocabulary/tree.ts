import type { Concept, Vocabulary } from './concept.ts'
import { listedRows, listOf } from './listed-names.ts'

type Tree = Pick<Vocabulary, 'ancestors' | 'narrower' | 'byTree' | 'children'>

/**
 * How concepts contain each other: C14.907 contains C14.907.940. A concept may be in several places, and be a kind of one that the
 * tree has elsewhere: a leukemia is a cancer of the blood.
 */
export function treeOf(concepts: readonly Concept[]): Tree {
  // Made when first asked for: finding names in texts needs none of them.
  let made: ReadonlyMap<string, Concept> | undefined
  let sorted: readonly string[] | undefined
  let further: FurtherKinds | undefined
  const byNumber = () => (made ??= conceptsByNumber(concepts))
  const numbers = () => (sorted ??= [...byNumber().keys()].sort())
  const elsewhere = () => (further ??= furtherKinds(concepts))
  // Each study of a list asks for those of all its concepts; there are as many as concepts, so all are kept.
  const above = new Map<Concept, readonly Concept[]>()
  const ancestors = (concept: Concept): readonly Concept[] => {
    const known = above.get(concept)
    if (known) return known
    const found = ancestorsOf(concept, byNumber(), elsewhere().wider)
    above.set(concept, found)
    return found
  }
  return {
    byTree: (tree) => byNumber().get(tree),
    ancestors,
    narrower: (concept) => narrowerOf(concept, numbers(), byNumber(), elsewhere().kinds),
    children: (tree) => childrenOf(tree, numbers(), byNumber()),
  }
}

type Related = ReadonlyMap<Concept, readonly Concept[]>

/** What the tree puts elsewhere: of a concept, what it is a kind of, and its kinds. */
interface FurtherKinds {
  readonly wider: Related
  readonly kinds: Related
}

function furtherKinds(concepts: readonly Concept[]): FurtherKinds {
  const byTerm = new Map(concepts.map((concept) => [concept.term, concept]))
  const pairs = listedRows('further-kinds.tsv').flatMap(([term = '', cell = '']) => {
    const wider = byTerm.get(term)
    const kinds = listOf(cell).flatMap((kind) => byTerm.get(kind) ?? [])
    return wider ? kinds.map((kind) => ({ wider, kind })) : []
  })
  const of = (key: 'wider' | 'kind', value: 'wider' | 'kind'): Related =>
    new Map(
      Map.groupBy(pairs, (pair) => pair[key])
        .entries()
        .map(([concept, own]) => [concept, own.map((pair) => pair[value])]),
    )
  return { wider: of('kind', 'wider'), kinds: of('wider', 'kind') }
}

function conceptsByNumber(concepts: readonly Concept[]): ReadonlyMap<string, Concept> {
  const byNumber = new Map<string, Concept>()
  for (const concept of concepts) for (const tree of concept.trees) byNumber.set(tree, concept)
  return byNumber
}

function ancestorsOf(
  concept: Concept,
  byNumber: ReadonlyMap<string, Concept>,
  wider: Related,
): readonly Concept[] {
  const found = new Map<Concept, number>([[concept, 0]])
  // From the concept up its trees, and from each on the way to what it is a kind of elsewhere.
  const starts = new Set([concept])
  for (const start of starts) {
    const before = found.get(start) ?? 0
    for (const [above, steps] of [[start, 0] as const, ...inTree(start, byNumber)]) {
      found.set(above, Math.min(before + steps, found.get(above) ?? Infinity))
      for (const further of wider.get(above) ?? []) {
        found.set(further, Math.min(before + steps + 1, found.get(further) ?? Infinity))
        starts.add(further)
      }
    }
  }
  found.delete(concept)
  return [...found].sort(([, one], [, other]) => one - other).map(([above]) => above)
}

/** What stands above a concept in its own trees, and how many steps. */
function inTree(
  { trees }: Concept,
  byNumber: ReadonlyMap<string, Concept>,
): readonly (readonly [Concept, number])[] {
  return trees.flatMap((tree) => {
    const above: (readonly [Concept, number])[] = []
    let steps = 0
    for (let cut = tree.lastIndexOf('.'); cut > 0; cut = tree.lastIndexOf('.', cut - 1)) {
      steps++
      const one = byNumber.get(tree.slice(0, cut))
      if (one) above.push([one, steps])
    }
    return above
  })
}

function narrowerOf(
  concept: Concept,
  numbers: readonly string[],
  byNumber: ReadonlyMap<string, Concept>,
  kinds: Related,
): readonly Concept[] {
  const found = new Set<Concept>()
  // From the concept down its trees, and from each on the way to its kinds elsewhere.
  const starts = new Set([concept])
  for (const start of starts) {
    const inTrees = start.trees.flatMap((tree) => below(tree, numbers))
    for (const one of [start, ...inTrees.flatMap((number) => byNumber.get(number) ?? [])]) {
      found.add(one)
      for (const kind of kinds.get(one) ?? []) starts.add(kind)
    }
  }
  found.delete(concept)
  return [...found]
}

function childrenOf(
  tree: string,
  numbers: readonly string[],
  byNumber: ReadonlyMap<string, Concept>,
): readonly Concept[] {
  const found = new Set<Concept>()
  for (const number of below(tree, numbers)) {
    const child = number.includes('.', tree.length + 1) ? undefined : byNumber.get(number)
    if (child) found.add(child)
  }
  return [...found].sort((one, other) => (one.term < other.term ? -1 : 1))
}

/** The sorted tree numbers that begin with `tree.`: one run of the list. */
function below(tree: string, numbers: readonly string[]): readonly string[] {
  const start = firstAtLeast(`${tree}.`, numbers)
  // "/" is the character after "."
  return numbers.slice(start, firstAtLeast(`${tree}/`, numbers))
}

function firstAtLeast(wanted: string, numbers: readonly string[]): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] ?? '') < wanted) low = middle + 1
    else high = middle
  }
  return low
}
