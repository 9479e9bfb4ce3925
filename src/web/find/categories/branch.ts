import type { Category } from '../../../finder/vocabulary/categories.ts'
import type { App } from '../../shell/app.ts'
import { categoryOf } from '../../shell/parts/category-name.ts'
import type { StudyCount } from '../../../finder/catalogue/model/summary.ts'
import type { Concept } from '../../../finder/vocabulary/concept.ts'

/** A place in an area of medicine: the whole area, or one branch of the MeSH tree inside it. */
export interface Branch {
  readonly category: Category
  /** The tree number one is at; undefined for the whole area. */
  readonly tree?: string
  readonly concept?: Concept
  readonly counts: StudyCount
  /** The branches above, from the area down. */
  readonly above: readonly Twig[]
  /** One step down, only those with studies. */
  readonly children: readonly (Twig & { readonly counts: StudyCount })[]
}

/** One step down the tree: a narrower disease and its tree number. */
export interface Twig {
  readonly tree: string
  readonly concept: Concept
}

/** Undefined when there is no such area, or the branch is not inside it. */
export function branchOf(app: App, slug: string, tree: string | undefined): Branch | undefined {
  const category = categoryOf(slug)
  if (!category) return undefined
  if (tree === undefined || tree === '') return wholeArea(app, category)
  const concept = app.vocabulary.byTree(tree)
  if (!concept || !category.trees.some((root) => tree === root || tree.startsWith(`${root}.`)))
    return undefined
  const counts = app.catalogue.treeCounts([tree])[tree] ?? none
  return {
    category,
    tree,
    concept,
    counts,
    above: above(app, tree),
    children: below(app, [tree]),
  }
}

const none: StudyCount = { all: 0, recruiting: 0 }

function wholeArea(app: App, category: Category): Branch {
  const counts = app.catalogue.categoryCounts()[category.slug] ?? none
  return { category, counts, above: [], children: below(app, category.trees) }
}

function above(app: App, tree: string): readonly Twig[] {
  const parts = tree.split('.')
  return parts.slice(1).flatMap((_, index) => {
    const number = parts.slice(0, index + 1).join('.')
    const concept = app.vocabulary.byTree(number)
    return concept ? [{ tree: number, concept }] : []
  })
}

function below(app: App, trees: readonly string[]): Branch['children'] {
  const twigs = trees.flatMap((tree) => stepDown(app, tree))
  const counts = app.catalogue.treeCounts(twigs.map(({ tree }) => tree))
  return twigs
    .map((twig) => ({ ...twig, counts: counts[twig.tree] ?? none }))
    .filter((twig) => twig.counts.all > 0)
    .toSorted((one, other) => other.counts.all - one.counts.all)
}

function stepDown(app: App, tree: string): readonly Twig[] {
  const steps = tree.split('.').length + 1
  return app.vocabulary.children(tree).flatMap((concept) => {
    const number = concept.trees.find(
      (each) => each.startsWith(`${tree}.`) && each.split('.').length === steps,
    )
    return number === undefined ? [] : [{ tree: number, concept }]
  })
}
