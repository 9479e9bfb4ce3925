import type { Concept, Vocabulary } from '../../vocabulary/concept.ts'

/** A sign ("fever", "breathless"), a process ("metastasis") or a behaviour beside an illness tells of the illness. */
export function isDisease({ term, trees }: Concept): boolean {
  if (otherSigns.has(term)) return false
  return trees.some((tree) => /^(?:C(?!23|04\.697)|F03)/.test(tree)) && !trees.some(isSign)
}

/** Signs and symptoms, but for those of body weight: obesity is an illness. */
function isSign(tree: string): boolean {
  return tree.startsWith('C23.888.') && !tree.startsWith('C23.888.144')
}

/** Signs that MeSH has among the diseases of an organ. */
const otherSigns: ReadonlySet<string> = new Set([
  'Deglutition Disorders',
  'Cough',
  'Rhinorrhea',
  'Sleep Initiation and Maintenance Disorders',
])

/** Whether two names are of one illness, or the one is a kind of the other. */
export function areKin(one: Concept, other: Concept, vocabulary: Vocabulary): boolean {
  return (
    one === other ||
    vocabulary.ancestors(one).includes(other) ||
    vocabulary.ancestors(other).includes(one)
  )
}
