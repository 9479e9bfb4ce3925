import { createHash } from 'node:crypto'
import type { PageStart } from './search-request.ts'

/**
 * Where the next page begins, as a word for an address. It holds no words of the search, only a sum of them, so that a page of one
 * search is not taken for one of another; and it needs nothing that the server remembers.
 */
export function searchCursor(start: PageStart, asked: readonly (readonly string[])[]): string {
  const { keys, nct, state } = start
  return Buffer.from(JSON.stringify([sumOf(asked), nct, state ?? null, ...keys])).toString(
    'base64url',
  )
}

/** What a token says; undefined for what is none, or one of another search. */
export function readSearchCursor(
  token: string,
  asked: readonly (readonly string[])[],
  keyCount: number,
): PageStart | undefined {
  const parsed = token.length > mostLetters ? undefined : parse(token)
  if (!Array.isArray(parsed) || parsed.length !== 3 + keyCount) return undefined
  const [sum, nct, state, ...keys] = parsed as unknown[]
  const isState = state === null || isWhole(state)
  if (sum !== sumOf(asked) || !isWhole(nct) || !isState || !keys.every(isKey)) return undefined
  return { keys, nct, state: state === null ? undefined : state }
}

const mostLetters = 400

function parse(token: string): unknown {
  try {
    return JSON.parse(Buffer.from(token, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value)
}

function isKey(value: unknown): value is number | null {
  return value === null || (typeof value === 'number' && Number.isFinite(value))
}

function sumOf(asked: readonly (readonly string[])[]): string {
  const sorted = asked.map((pair) => JSON.stringify(pair)).toSorted()
  return createHash('sha256').update(sorted.join('\n')).digest('base64url').slice(0, 12)
}
