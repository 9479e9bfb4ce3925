import type { Vocabulary } from './concept.ts'
import { openDrugFamilies } from './drug-families.ts'
import { readMedicineNames } from './medicine-names.ts'

/** An illness or a medicine named in a run of words, `start` to `end` (exclusive). */
export interface NamedInWords {
  readonly start: number
  readonly end: number
  /** One key for each thing that the name may mean: the same under all its names. */
  readonly keys: readonly string[]
}

/** Finds illnesses and medicines under any of their names. */
export interface ThingNames {
  /** In a record. */
  inWords(words: readonly string[]): readonly NamedInWords[]
  /** In what was asked: the longest names, none of which overlap. */
  asked(words: readonly string[]): readonly NamedInWords[]
  /** What the words are the name of, all of them. */
  nameOf(words: readonly string[]): readonly string[]
}

/** The names of the vocabulary's illnesses and of all medicines that ship; read at the first call and kept. */
export function thingNames(vocabulary: Vocabulary): ThingNames {
  const before = opened.get(vocabulary)
  if (before) return before
  const made = openNames(vocabulary)
  opened.set(vocabulary, made)
  return made
}

const opened = new WeakMap<Vocabulary, ThingNames>()

function openNames(vocabulary: Vocabulary): ThingNames {
  const families = openDrugFamilies()
  const { tree, owners } = readMedicineNames()
  const known: (readonly string[])[] = []
  const keysOf = (name: number): readonly string[] =>
    (known[name] ??= owners[name]?.map((one) => `\u0001m${families.at(one)?.name}`) ?? [])
  const illnesses = (words: readonly string[], writer: 'record' | 'seeker'): NamedInWords[] =>
    vocabulary
      .conceptsIn(words, writer)
      .map(({ start, end, concept }) => ({ start, end, keys: [illnessKey(concept.term)] }))
  const medicines = (words: readonly string[]): NamedInWords[] =>
    tree.longestIn(words).map(({ start, end, value }) => ({ start, end, keys: keysOf(value) }))
  return {
    inWords: (words) => [...illnesses(words, 'record'), ...medicines(words)],
    asked: (words) => withoutOverlap([...illnesses(words, 'seeker'), ...medicines(words)]),
    nameOf: (words) => {
      const illness = illnesses(words, 'seeker').find(
        ({ start, end }) => start === 0 && end === words.length,
      )
      return [...(illness?.keys ?? []), ...keysOf(tree.get(words) ?? -1)]
    },
  }
}

function illnessKey(term: string): string {
  return `\u0001i${term}`
}

/** From the left on the longest; of two as long, both things count. */
function withoutOverlap(named: readonly NamedInWords[]): readonly NamedInWords[] {
  const found: NamedInWords[] = []
  const inOrder = named.toSorted((a, b) => a.start - b.start || b.end - a.end)
  for (const one of inOrder) {
    const last = found.at(-1)
    if (!last || one.start >= last.end) found.push(one)
    else if (one.start === last.start && one.end === last.end)
      found[found.length - 1] = { ...last, keys: [...last.keys, ...one.keys] }
  }
  return found
}
