import { listedRows } from './listed-names.ts'

let read: ReadonlyMap<string, string> | undefined

/** The illness whose studies are shown where no study has another ("Heartburn": reflux); undefined where nobody wrote one down. */
export function kinOf(term: string): string | undefined {
  read ??= new Map(listedRows('kin.tsv').map(([of = '', kin = '']) => [of, kin]))
  return read.get(term)
}
