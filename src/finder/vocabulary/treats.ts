import { remembering } from '../../base/lru.ts'
import { listedRows, listOf } from './listed-names.ts'

/**
 * The diseases, by their MeSH terms, that a medicine of this name is mostly given for: "levothyroxine" for hypothyroidism.
 * The name is in lower case; what the list does not have is given for nothing known. Rule `treats@1`.
 */
export const treatedBy: (name: string) => readonly string[] = remembering(
  20_000,
  (name) => name,
  (name) => (rows ??= readRows()).flatMap((row) => (row.names.test(name) ? row.terms : [])),
)

interface Row {
  readonly terms: readonly string[]
  readonly names: RegExp
}

let rows: readonly Row[] | undefined

function readRows(): readonly Row[] {
  return listedRows('treats.tsv').map(([terms = '', names = '']) => {
    const any = names.split(' ').map((one) => one.replaceAll('+', ' ').replaceAll('*', '[a-z-]*'))
    return { terms: listOf(terms), names: new RegExp(`\\b(?:${any.join('|')})\\b`) }
  })
}
