import { fold } from './fold.ts'
import { listedRows } from './listed-names.ts'

let read: ReadonlyMap<string, string> | undefined

/** What records say for a treatment that is written in capitals ("RT", "CABG"); undefined for any other word. */
export function treatmentOfCode(word: string): string | undefined {
  if (!/^\p{Lu}{2,5}$/u.test(word)) return undefined
  read ??= new Map(
    listedRows('modifiers-en.tsv').flatMap(([name = '', english = '', kind]) =>
      kind === 'treatment' && /^\p{Lu}{2,5}$/u.test(name) ? [[name, fold(english)] as const] : [],
    ),
  )
  return read.get(word)
}
