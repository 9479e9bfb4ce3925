import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A published or independently computed value: what goes in, what must come out, and where that comes from. */
export interface Vector {
  readonly id: string
  readonly fn: string
  readonly in: unknown
  readonly out: unknown
  readonly tol: number
  readonly source: string
}

/** The vectors of a file of `src/testing/vectors`. Throws when it is not there. */
export function readVectors(name: string): readonly Vector[] {
  const text = readFileSync(join(import.meta.dirname, 'vectors', `${name}.json`), 'utf8')
  const { vectors } = JSON.parse(text) as { vectors: readonly Vector[] }
  return vectors
}

/** The rows of a file of `src/testing/vectors` that is one list. Throws when it is not there. */
export function readRows<Row>(name: string): readonly Row[] {
  const text = readFileSync(join(import.meta.dirname, 'vectors', `${name}.json`), 'utf8')
  return JSON.parse(text) as readonly Row[]
}

/**
 * Where an answer differs from what must come out, as "path: wanted, got": numbers within `tol`, `Infinity` as
 * text, null for what is not there, `{ undefined: true }` for no answer. What the answer says beyond that is its own.
 */
export function differencesOf(wanted: unknown, got: unknown, tol: number, path = ''): string[] {
  if (isObject(wanted)) {
    if (wanted['undefined'] === true)
      return got === undefined ? [] : [`${path}: no answer, ${JSON.stringify(got)}`]
    const found = isObject(got) ? got : {}
    return Object.entries(wanted).flatMap(([key, value]) =>
      differencesOf(value, found[key], tol, path === '' ? key : `${path}.${key}`),
    )
  }
  if (Array.isArray(wanted) && Array.isArray(got) && wanted.length === got.length)
    return wanted.flatMap((value, at) => differencesOf(value, got[at], tol, `${path}[${at}]`))
  return isSame(wanted, got, tol) ? [] : [`${path}: ${String(wanted)}, ${JSON.stringify(got)}`]
}

function isSame(wanted: unknown, got: unknown, tol: number): boolean {
  if (typeof wanted === 'number' && typeof got === 'number') return Math.abs(wanted - got) <= tol
  if (wanted === 'Infinity') return got === Infinity
  return wanted === (got ?? null)
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
