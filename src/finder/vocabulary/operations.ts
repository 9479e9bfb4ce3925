import { finderOfListed, listedRows, listOf } from './listed-names.ts'

/** An operation or a device named in a text, at characters `start` to `end`: "gastric surgery", "ICD". */
export interface OperationMention {
  readonly start: number
  readonly end: number
  /** The English name that the file has for it. */
  readonly operation: string
}

/** Operations and devices, what they are kinds of, and how English and French texts name them. */
export interface Operations {
  /** The longest names in a text. */
  inText(text: string): readonly OperationMention[]
  /** The operation itself and all that it is a kind of: a gastrectomy is stomach surgery, and so abdominal surgery. */
  withWider(operation: string): ReadonlySet<string>
}

interface Row {
  readonly name: string
  readonly wider: readonly string[]
  readonly names: readonly string[]
}

let opened: Operations | undefined

/** The operations and devices that ship with Trialway, read at the first call and kept. */
export function openOperations(): Operations {
  return (opened ??= operationsFrom(readRows()))
}

function readRows(): readonly Row[] {
  return listedRows('operations.tsv').map(([name = '', wider = '', body = '', names = '']) => ({
    name,
    wider: listOf(wider),
    names: [...listOf(names), ...listOf(body).flatMap(surgeryOf)],
  }))
}

/** "Gastric surgery", "operation on the stomach", "chirurgie de l'estomac". */
function surgeryOf(part: string): readonly string[] {
  return [
    ...['surgery', 'operation', 'surgical procedure', 'surgical intervention'].map(
      (word) => `${part} ${word}`,
    ),
    ...['surgery', 'operation'].flatMap((word) => [
      `${word} of the ${part}`,
      `${word} on the ${part}`,
    ]),
    ...['chirurgie', 'opération'].map((word) => `${word} ${part}`),
  ]
}

function operationsFrom(rows: readonly Row[]): Operations {
  const byName = new Map(rows.map((row) => [row.name, row]))
  const listed = rows.flatMap(({ name: of, names }) =>
    names.map((name) => ({ name, of, isShort: abbreviation.test(name) })),
  )
  const find = finderOfListed(listed, mostWords)
  return {
    inText: (text) => find(text).map(({ start, end, of }) => ({ start, end, operation: of })),
    withWider: (operation) => climb(operation, byName, new Set()),
  }
}

function climb(
  operation: string,
  byName: ReadonlyMap<string, Row>,
  found: Set<string>,
): ReadonlySet<string> {
  if (found.has(operation)) return found
  found.add(operation)
  for (const wider of byName.get(operation)?.wider ?? []) climb(wider, byName, found)
  return found
}

/** Written in capitals by whoever means it. */
const abbreviation = /^\p{Lu}[\p{Lu}-]{1,5}$/u
/** Room for the words of all names. */
const mostWords = 16_384
