import type { Concept, Vocabulary } from './concept.ts'

type Tree = Pick<Vocabulary, 'ancestors' | 'narrower' | 'byTree' | 'children'>

/** How concepts contain each other: C14.907 contains C14.907.940. A concept may be in several places. */
export function treeOf(concepts: readonly Concept[]): Tree {
  // Made when first asked for: finding names in texts needs neither.
  let made: ReadonlyMap<string, Concept> | undefined
  let sorted: readonly string[] | undefined
  const byNumber = () => (made ??= conceptsByNumber(concepts))
  const numbers = () => (sorted ??= [...byNumber().keys()].sort())
  // Each study of a list asks for those of all its concepts; there are as many as concepts, so all are kept.
  const above = new Map<Concept, readonly Concept[]>()
  const ancestors = (concept: Concept): readonly Concept[] => {
    const known = above.get(concept)
    if (known) return known
    const found = ancestorsOf(concept, byNumber())
    above.set(concept, found)
    return found
  }
  return {
    byTree: (tree) => byNumber().get(tree),
    ancestors,
    narrower: (concept) => narrowerOf(concept, numbers(), byNumber()),
    children: (tree) => childrenOf(tree, numbers(), byNumber()),
  }
}

function conceptsByNumber(concepts: readonly Concept[]): ReadonlyMap<string, Concept> {
  const byNumber = new Map<string, Concept>()
  for (const concept of concepts) for (const tree of concept.trees) byNumber.set(tree, concept)
  return byNumber
}

function ancestorsOf(concept: Concept, byNumber: ReadonlyMap<string, Concept>): readonly Concept[] {
  const found = new Map<Concept, number>()
  for (const tree of concept.trees) {
    let steps = 0
    for (let cut = tree.lastIndexOf('.'); cut > 0; cut = tree.lastIndexOf('.', cut - 1)) {
      steps++
      const above = byNumber.get(tree.slice(0, cut))
      if (above && above !== concept && steps < (found.get(above) ?? Infinity))
        found.set(above, steps)
    }
  }
  return [...found].sort(([, one], [, other]) => one - other).map(([above]) => above)
}

function narrowerOf(
  concept: Concept,
  numbers: readonly string[],
  byNumber: ReadonlyMap<string, Concept>,
): readonly Concept[] {
  const found = new Set<Concept>()
  for (const tree of concept.trees)
    for (const number of below(tree, numbers)) {
      const narrower = byNumber.get(number)
      if (narrower && narrower !== concept) found.add(narrower)
    }
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
