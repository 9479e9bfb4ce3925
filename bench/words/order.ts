import type { Engine } from '../../src/finder/catalogue/search/engine.ts'
import { type QuestionContext, readQuestion } from '../../src/finder/question/read-question.ts'
import type { Study } from '../../src/finder/registry/study.ts'
import type { Concept, Vocabulary } from '../../src/finder/vocabulary/concept.ts'
import { frenchNames } from '../../src/finder/vocabulary/everyday-names.ts'
import { allStudies } from './mentions.ts'

/** Of the first five studies of so many searches, the share that have the illness asked for and no other beside it. */
interface OrderFigures {
  readonly searches: number
  readonly share: number
}

/** How people ask for an illness: by its name, and in sentences whose other words may be in any record. */
const frames: readonly ((name: string, french: string | undefined) => string | undefined)[] = [
  (name) => name,
  (name) => `my father has ${name}, he is tired and afraid of falls, is there a new treatment`,
  (name) => `${name} that came back after surgery`,
  (_, french) => french && `j’ai ${french} depuis deux ans et la fatigue ne passe pas`,
]

/**
 * Asks for each illness that at least five records have as the registry's only terms (those it is a kind of do not count),
 * and looks how many of the first five are such records.
 */
export function measureOrder(
  engine: Engine,
  vocabulary: Vocabulary,
  context: QuestionContext,
): OrderFigures {
  const alone = studiesAlone(allStudies(engine, context.today), vocabulary)
  const french = frenchNames()
  let [searches, right, all] = [0, 0, 0]
  for (const [term, studies] of alone) {
    if (studies.size < first) continue
    const said = term.includes(', ') ? term.split(', ').toReversed().join(' ') : term
    for (const frame of frames) {
      const q = frame(said.toLowerCase(), french.get(term))
      if (q === undefined) continue
      const { query } = readQuestion(new URLSearchParams({ q }), context)
      const { hits, concepts } = engine.search({ ...query, pageSize: first })
      if (!concepts.some((concept) => concept.term === term)) continue
      searches++
      right += hits.filter(({ nctId }) => studies.has(nctId)).length
      all += hits.length
    }
  }
  return { searches, share: all === 0 ? 0 : right / all }
}

const first = 5

function studiesAlone(
  studies: Iterable<{ readonly study: Study }>,
  vocabulary: Vocabulary,
): Map<string, Set<string>> {
  const alone = new Map<string, Set<string>>()
  for (const { study } of studies) {
    const meshes = study.derivedSection?.conditionBrowseModule?.meshes ?? []
    const concepts = meshes.flatMap(({ term }) => (term && vocabulary.byName(term)) || [])
    for (const concept of new Set(concepts.flatMap((one) => [one, ...vocabulary.ancestors(one)])))
      if (concepts.every((other) => isKin(other, concept, vocabulary)))
        add(alone, concept.term, study.protocolSection.identificationModule.nctId)
  }
  return alone
}

function isKin(one: Concept, asked: Concept, vocabulary: Vocabulary): boolean {
  return (
    one === asked ||
    vocabulary.ancestors(one).includes(asked) ||
    vocabulary.ancestors(asked).includes(one)
  )
}

function add(sets: Map<string, Set<string>>, key: string, value: string): void {
  const known = sets.get(key)
  if (known) known.add(value)
  else sets.set(key, new Set([value]))
}
