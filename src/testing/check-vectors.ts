import { differencesOf, readVectors } from './vectors.ts'

/** The functions whose values are known from elsewhere, by the name that vectors call them. */
export type VectorFunctions = Readonly<Record<string, unknown>>

/** What became of the vectors of one function: how many there are, where they come from, and what differs. */
export interface Checked {
  readonly fn: string
  readonly vectors: number
  readonly sources: readonly string[]
  readonly differences: readonly string[]
}

/** Runs all vectors of a file. A function without a vector has 0; a vector without a function differs. */
export function checkVectors(file: string, functions: VectorFunctions): readonly Checked[] {
  const all = readVectors(file)
  const names = new Set([...Object.keys(functions), ...all.map(({ fn }) => fn)])
  return [...names].map((fn) => {
    const vectors = all.filter((vector) => vector.fn === fn)
    const answer = functions[fn]
    const differences = vectors.flatMap(({ id, in: given, out, tol }) =>
      typeof answer === 'function'
        ? differencesOf(out, answer(given), tol).map((text) => `${id} ${text}`)
        : [`${id}: no function of that name`],
    )
    const sources = [...new Set(vectors.map(({ source }) => source))]
    return { fn, vectors: vectors.length, sources, differences }
  })
}
