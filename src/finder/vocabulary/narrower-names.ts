import type { Concept } from './concept.ts'
import { tokens } from './fold.ts'

/**
 * Whether a name that MeSH counts among those of an illness is of one kind of it alone: it has the words of the illness and one
 * more that narrows them ("Familial …", "… Type 1", "Steroid-Sensitive …"), or is known to be one. A person asked for the illness
 * in its place could say yes and have another kind. Rule `narrower-name@1`.
 */
export function isNarrowerName(name: string, { term }: Concept): boolean {
  const words = tokens(name)
  if (kinds.has(words.toSorted().join(' '))) return true
  const own = new Set(tokens(term))
  const more = words.filter((word) => !own.has(word))
  return words.length === own.size + more.length && more.some((word) => narrowing.has(word))
}

const listed = (names: string) => names.split('|').map((name) => tokens(name).toSorted().join(' '))

/** Kinds of an illness that MeSH lists among its names in other words. */
const kinds: ReadonlySet<string> = new Set(
  listed("Juvenile Onset Still Disease|Still's Disease, Juvenile Onset|Dravet Syndrome"),
)

/** Words that make a kind of an illness: from when, by what, of what course, of whom, with what answer to treatment. */
const narrowing: ReadonlySet<string> = new Set(
  tokens(
    'familial hereditary inherited congenital acquired sporadic secondary primary systemic localized polyarticular oligoarticular pauciarticular psoriatic infantile juvenile childhood pediatric neonatal adolescent adult onset early late acute subacute chronic recurrent relapsing remitting progressive refractory resistant sensitive dependent severe mild moderate metastatic nonmetastatic transient autoimmune alcoholic nonalcoholic postoperative gestational traumatic ruptured perforated gangrenous strangulated incarcerated obstructed complicated ulcerated bilateral unilateral viral bacterial 1 2 3 4 ia ib ii iii iv',
  ),
)
