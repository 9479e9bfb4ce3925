import type { Concept, Vocabulary } from './concept.ts'
import { tokens } from './fold.ts'
import { listedRows, listOf } from './listed-names.ts'
import { wordRoot } from './loose-names.ts'

/** The terms that the tree has under a term and that are no kinds of it: pulmonary hypertension is no high blood pressure. */
export function notKindsOf(term: string): readonly string[] {
  return lists().none.get(term) ?? []
}

/**
 * Whether it can be told to anyone that one illness is a kind of another that the tree has above it: its name says so ("Diabetes
 * Mellitus, Type 2"), or it is listed. What the tree only puts together ("Myeloma" under "Hemostatic Disorders") is none.
 */
export function isToldKind(
  kind: Concept,
  wider: Concept,
  { ancestors }: Pick<Vocabulary, 'ancestors'>,
): boolean {
  if (isNoKind(kind, wider, { ancestors })) return false
  const own = [kind, ...ancestors(kind)].map(({ term }) => term)
  if (own.some((term) => lists().further.get(wider.term)?.includes(term))) return true
  const said = rootsOf(wider.term)
  return [kind.term, ...kind.entryTerms].some((name) => {
    const roots = new Set(rootsOf(name))
    return said.every((root) => roots.has(root))
  })
}

/** Whether the tree has an illness under one that it is no kind of. */
export function isNoKind(
  kind: Concept,
  wider: Concept,
  { ancestors }: Pick<Vocabulary, 'ancestors'>,
): boolean {
  const own = [kind, ...ancestors(kind)].map(({ term }) => term)
  return notKindsOf(wider.term).some((term) => own.includes(term))
}

function rootsOf(name: string): string[] {
  return tokens(name).map(wordRoot)
}

interface Lists {
  readonly none: ReadonlyMap<string, readonly string[]>
  readonly further: ReadonlyMap<string, readonly string[]>
}

let read: Lists | undefined

function lists(): Lists {
  return (read ??= { none: rowsOf('not-kinds.tsv'), further: rowsOf('further-kinds.tsv') })
}

function rowsOf(file: string): ReadonlyMap<string, readonly string[]> {
  return new Map(listedRows(file).map(([term = '', cell = '']) => [term, listOf(cell)]))
}
