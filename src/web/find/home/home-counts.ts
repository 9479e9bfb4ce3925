import type { Catalogue } from '../../../finder/catalogue/model/catalogue.ts'
import type { StatusCounts } from '../../../finder/catalogue/model/query.ts'
import type { Vocabulary } from '../../../finder/vocabulary/concept.ts'
import type { App } from '../../shell/app.ts'

/** The whole catalogue in numbers of what is open, and the illnesses with the most of it. */
export interface HomeCounts {
  readonly all: StatusCounts
  readonly illnesses: readonly CountedIllness[]
}

/** An illness as MeSH names it, by the number of its place in the tree, and the studies of it. */
export interface CountedIllness {
  readonly term: string
  readonly tree: string
  readonly counts: StatusCounts
}

/** Illnesses that many people look for, by their MeSH terms. */
const known: readonly string[] = [
  'Alzheimer Disease',
  'Arthritis, Rheumatoid',
  'Asthma',
  'Breast Neoplasms',
  'Colorectal Neoplasms',
  'Crohn Disease',
  'Cystic Fibrosis',
  'Depression',
  'Diabetes Mellitus',
  'Epilepsy',
  'Heart Failure',
  'HIV Infections',
  'Hypertension',
  'Leukemia',
  'Lung Neoplasms',
  'Lymphoma',
  'Melanoma',
  'Migraine Disorders',
  'Multiple Sclerosis',
  'Obesity',
  'Parkinson Disease',
  'Prostatic Neoplasms',
  'Stroke',
]
const mostShown = 12

/**
 * Counts by the same search as the lists that the home page leads to, so that they say the same number; made anew with
 * each import and each day. Rejects as a search does, and then counts again when it is next asked.
 */
export function homeCounter({ catalogue, vocabulary, today }: Counted): () => Promise<HomeCounts> {
  let key = ''
  let counting: Promise<HomeCounts> | undefined
  return () => {
    const now = `${catalogue.summary().generation} ${today()}`
    if (counting && key === now) return counting
    key = now
    const made = countAll(catalogue, vocabulary, today())
    counting = made
    made.catch(() => {
      if (counting === made) counting = undefined
    })
    return made
  }
}

type Counted = Pick<App, 'catalogue' | 'vocabulary' | 'today'>

/** One after the other, so that nobody else waits for the home page. */
async function countAll(
  catalogue: Catalogue,
  vocabulary: Vocabulary,
  today: string,
): Promise<HomeCounts> {
  const { counts: all } = await catalogue.search({ today, pageSize: 1 })
  const illnesses: CountedIllness[] = []
  for (const term of known) {
    const tree = vocabulary.byName(term)?.trees[0]
    if (tree === undefined) continue
    const { counts } = await catalogue.search({ today, tree, pageSize: 1 })
    if (counts.sure > 0) illnesses.push({ term, tree, counts })
  }
  illnesses.sort((one, other) => other.counts.sure - one.counts.sure)
  return { all, illnesses: illnesses.slice(0, mostShown) }
}
