import { readFileSync } from 'node:fs'

/**
 * The diseases, by their MeSH terms, that a medicine of this name is mostly given for: "levothyroxine" for hypothyroidism.
 * The name is in lower case; what the list does not have is given for nothing known. Rule `treats@1`.
 */
export function treatedBy(name: string): readonly string[] {
  const before = known.get(name)
  if (before) return before
  rows ??= readRows()
  const terms = rows.flatMap((row) => (row.names.test(name) ? row.terms : []))
  if (known.size > mostKnown) known.clear()
  known.set(name, terms)
  return terms
}

interface Row {
  readonly terms: readonly string[]
  readonly names: RegExp
}

let rows: readonly Row[] | undefined
const known = new Map<string, readonly string[]>()
const mostKnown = 20_000

function readRows(): readonly Row[] {
  const file = new URL('../../../data/vocabulary/treats.tsv', import.meta.url)
  return readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .map((line) => {
      const [terms = '', names = ''] = line.split('\t')
      const any = names.split(' ').map((one) => one.replaceAll('+', ' ').replaceAll('*', '[a-z-]*'))
      return { terms: terms.split('|'), names: new RegExp(`\\b(?:${any.join('|')})\\b`) }
    })
}
