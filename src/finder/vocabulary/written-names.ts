import type { Concept } from './concept.ts'
import { plainNames } from './everyday-names.ts'
import { tokens } from './fold.ts'

const known = new WeakMap<Concept, ReadonlySet<string>>()
let plain: ReadonlySet<string> | undefined

/**
 * Whether words, in whatever order, are a name of a concept as records write it: one that MeSH lists, or one English word
 * ("diabetes"); not "low thyroid", not « glaucome ».
 */
export function isWrittenName(words: readonly string[], concept: Concept): boolean {
  const key = keyOf(words)
  const names =
    known.get(concept) ??
    new Set([concept.term, ...concept.entryTerms].map((name) => keyOf([name])))
  known.set(concept, names)
  return names.has(key) || (!key.includes(' ') && plainWords().has(`${key}\t${concept.term}`))
}

function plainWords(): ReadonlySet<string> {
  return (plain ??= new Set(
    plainNames('en')
      .filter(({ name }) => !name.includes(' '))
      .map(({ name, term }) => `${keyOf([name])}\t${term}`),
  ))
}

function keyOf(words: readonly string[]): string {
  return words.flatMap(tokens).toSorted().join(' ')
}
