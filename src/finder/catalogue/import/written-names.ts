import { fold, tokens } from '../../vocabulary/fold.ts'
import type { Concept, Vocabulary } from '../../vocabulary/concept.ts'
import type { StudyCount } from '../model/summary.ts'
import type { NameParts, SuggestedName } from '../segment/names.ts'
import type { Segment } from '../segment/segment.ts'

/** Names of a segment, as its records write them. */
export type NamesOfSegment = ReturnType<Segment['names']>

/** Conditions and treatments as records write them, with how often, gathered segment by segment, oldest first. */
export class WrittenNames {
  readonly #names = new Map<string, WrittenName>()
  /** Words of the names that more than one study has. */
  readonly #words = new Map<string, PlacedWord>()
  /** How each word of them is found. */
  readonly #stems: Stems = new Map()

  add(names: NamesOfSegment): void {
    for (const { text, kind, count } of names) {
      if (kind === 'other name') continue
      const folded = fold(text)
      const key = `${kind}:${folded}`
      let name = this.#names.get(key)
      if (!name) {
        const shown = kind === 'treatment' ? 'treatment' : 'condition'
        name = { text, folded, kind: shown, studies: 0, at: this.#names.size, words: undefined }
        this.#names.set(key, name)
      }
      name.studies += count
      if (name.words) for (const word of name.words) word.weight += count
      else if (name.studies > 1) this.#spell(name)
    }
  }

  /** The names to suggest: those of concepts, and the most studied of those that are none of theirs. */
  toSuggest(concepts: ReadonlyMap<Concept, StudyCount>, vocabulary: Vocabulary): SuggestedName[] {
    const names: SuggestedName[] = []
    for (const [concept, { all }] of concepts)
      if (all > 0) {
        names.push({ text: concept.term, kind: 'condition', studies: all })
        for (const text of concept.entryTerms.filter(readsNaturally).slice(0, 6))
          names.push({ text, kind: 'condition', term: concept.term, studies: all })
      }
    const known = new Set(names.map(({ text }) => fold(text)))
    const isOther = ({ folded, kind, text }: WrittenName): boolean =>
      !known.has(folded) && !(kind === 'condition' && vocabulary.byName(text))
    for (const same of this.#mostStudiedFirst()) {
      const left = mostNames - names.length
      if (left <= 0) break
      const others = same.filter(isOther).toSorted((a, b) => (a.text < b.text ? -1 : 1))
      for (const { text, kind, studies } of others.slice(0, left))
        names.push({ text, kind, studies })
    }
    return names
  }

  /** The words of names of concepts, and of those that more than one study has; in few names, of all. */
  spellingWords(concepts: ReadonlyMap<Concept, StudyCount>): NameParts['words'] {
    const words = new Map<string, { stem: string; surface: string; weight: number }>()
    const add = (stem: string, surface: string, weight: number): void => {
      const known = words.get(stem)
      if (known) known.weight += weight
      else words.set(stem, { stem, surface, weight })
    }
    for (const [{ term, entryTerms }, { all }] of concepts)
      for (const text of [term, ...entryTerms])
        for (const { stem, surface } of wordsIn(fold(text), this.#stems))
          add(stem, surface, Math.min(all, 50))
    if (this.#names.size < fewNames)
      for (const { folded, studies } of this.#names.values())
        for (const { stem, surface } of wordsIn(folded, this.#stems)) add(stem, surface, studies)
    else for (const [stem, { surface, weight }] of this.#words) add(stem, surface, weight)
    return [...words.values()]
  }

  /** How a word is written is told by the first name that has it, whenever that came to count. */
  #spell(name: WrittenName): void {
    const { folded, at, studies } = name
    name.words = wordsIn(folded, this.#stems).map(({ stem, surface }) => {
      let word = this.#words.get(stem)
      if (!word) this.#words.set(stem, (word = { surface, weight: 0, at }))
      else if (at < word.at) Object.assign(word, { surface, at })
      word.weight += studies
      return word
    })
  }

  /** Names that as many studies have, together: most names are in one study, and need never be put in order. */
  #mostStudiedFirst(): readonly (readonly WrittenName[])[] {
    const byStudies = new Map<number, WrittenName[]>()
    for (const name of this.#names.values()) {
      const same = byStudies.get(name.studies)
      if (same) same.push(name)
      else byStudies.set(name.studies, [name])
    }
    return [...byStudies].toSorted(([a], [b]) => b - a).map(([, names]) => names)
  }
}

interface WrittenName {
  readonly text: string
  readonly folded: string
  readonly kind: SuggestedName['kind']
  studies: number
  /** Its place among all. */
  readonly at: number
  /** What its words count in, once more than one study has it. */
  words: readonly PlacedWord[] | undefined
}

interface PlacedWord {
  surface: string
  weight: number
  /** The place of the first name that has it. */
  at: number
}

const mostNames = 60_000
const fewNames = 20_000

/** "Syndrome, Kawasaki" is for an index of a book. */
function readsNaturally(text: string): boolean {
  return !text.includes(',')
}

/** The longer words of a folded name; what was made of a word before is taken from `stems`. */
function wordsIn(folded: string, stems: Stems): readonly { stem: string; surface: string }[] {
  return (folded.match(/\p{L}{4,}/gu) ?? []).flatMap((surface) => {
    const stem = stems.getOrInsertComputed(surface, (word) => tokens(word)[0])
    return stem === undefined ? [] : [{ stem, surface }]
  })
}

type Stems = Map<string, string | undefined>
