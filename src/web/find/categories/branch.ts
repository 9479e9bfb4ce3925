import type { Category } from '../../../finder/vocabulary/categories.ts'
import type { App } from '../../shell/app.ts'
import { categoryOf } from '../../shell/parts/category-name.ts'
import type { StudyCount } from '../../../finder/catalogue/model/summary.ts'
import type { Concept } from '../../../finder/vocabulary/concept.ts'

/** A place in an area of medicine: the whole area, or one branch of the MeSH tree inside it. */
export interface Branch {
  readonly category: Category
  /** The tree number one stands at; undefined for the whole area. */
  readonly tree?: string
  readonly concept?: Concept
  readonly counts: StudyCount
  /** The branches above, from the area down. */
  readonly above: readonly Twig[]
  /** One step down, only those with studies. */
  readonly children: readonly (Twig & { readonly counts: StudyCount })[]
}

export interface Twig {
  readonly tree: string
  readonly concept: Concept
}

/** Undefined when there is no such area, or the branch is not inside it. */
export function branchOf(house: App, slug: string, tree: string | undefined): Branch | undefined {
  const category = categoryOf(slug)
  if (!category) return undefined
  if (tree === undefined || tree === '') return wholeArea(house, category)
  const concept = house.vocabulary.byTree(tree)
  if (!concept || !category.trees.some((root) => tree === root || tree.startsWith(`${root}.`)))
    return undefined
  const counts = house.catalogue.treeCounts([tree])[tree] ?? none
  return {
    category,
    tree,
    concept,
    counts,
    above: above(house, tree),
    children: below(house, [tree]),
  }
}

const none: StudyCount = { all: 0, recruiting: 0 }

function wholeArea(house: App, category: Category): Branch {
  const counts = house.catalogue.categoryCounts()[category.slug] ?? none
  return { category, counts, above: [], children: below(house, category.trees) }
}

function above(house: App, tree: string): readonly Twig[] {
  const parts = tree.split('.')
  return parts.slice(1).flatMap((_, index) => {
    const number = parts.slice(0, index + 1).join('.')
    const concept = house.vocabulary.byTree(number)
    return concept ? [{ tree: number, concept }] : []
  })
}

function below(house: App, trees: readonly string[]): Branch['children'] {
  const twigs = trees.flatMap((tree) => stepDown(house, tree))
  const counts = house.catalogue.treeCounts(twigs.map(({ tree }) => tree))
  return twigs
    .map((twig) => ({ ...twig, counts: counts[twig.tree] ?? none }))
    .filter((twig) => twig.counts.all > 0)
    .toSorted((one, other) => other.counts.all - one.counts.all)
}

function stepDown(house: App, tree: string): readonly Twig[] {
  const steps = tree.split('.').length + 1
  return house.vocabulary.children(tree).flatMap((concept) => {
    const number = concept.trees.find(
      (each) => each.startsWith(`${tree}.`) && each.split('.').length === steps,
    )
    return number === undefined ? [] : [{ tree: number, concept }]
  })
}
