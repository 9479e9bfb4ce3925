import { readFileSync } from 'node:fs'

/** One of the things an abbreviation may mean. */
export interface AbbreviationMeaning {
  readonly words: string
  /** The MeSH term, or a name of the drug; missing for what is neither. */
  readonly term?: string
  readonly kind: 'disease' | 'drug' | 'other'
  readonly language: 'en' | 'fr'
}

let read: ReadonlyMap<string, readonly AbbreviationMeaning[]> | undefined

/**
 * What an abbreviation, written as the list writes it ("COPD", "BPCO"), may mean; several meanings for many ("RA"),
 * none for one that is not listed. The order says nothing of how likely each is.
 */
export function abbreviationMeanings(abbreviation: string): readonly AbbreviationMeaning[] {
  read ??= readAbbreviations()
  return read.get(abbreviation) ?? []
}

function readAbbreviations(): ReadonlyMap<string, readonly AbbreviationMeaning[]> {
  const file = new URL('../../../data/vocabulary/abbreviations.tsv', import.meta.url)
  const found = new Map<string, AbbreviationMeaning[]>()
  for (const line of readFileSync(file, 'utf8').trimEnd().split('\n')) {
    if (line.startsWith('#')) continue
    const [abbreviation = '', words = '', term = '', kind, language] = line.split('\t')
    const meaning: AbbreviationMeaning = {
      words,
      ...(term && { term }),
      kind: kind === 'disease' || kind === 'drug' ? kind : 'other',
      language: language === 'fr' ? 'fr' : 'en',
    }
    const known = found.get(abbreviation)
    if (known) known.push(meaning)
    else found.set(abbreviation, [meaning])
  }
  return found
}
