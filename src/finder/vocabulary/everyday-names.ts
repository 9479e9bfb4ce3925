import { readFileSync } from 'node:fs'

/** A name from outside MeSH, and the MeSH term it means. */
export interface EverydayName {
  readonly name: string
  readonly term: string
  readonly language: 'en' | 'fr'
}

/** Names people use that MeSH does not list. */
export function everydayNames(): readonly EverydayName[] {
  return [...namesIn('en'), ...namesIn('fr')]
}

/** French words for treatments (in lower case) and the English words to search for instead. */
export function frenchTreatments(): ReadonlyMap<string, string> {
  return readPairs('treatments-fr.tsv')
}

function namesIn(language: 'en' | 'fr'): EverydayName[] {
  return [...readPairs(`names-${language}.tsv`)].map(([name, term]) => ({ name, term, language }))
}

/** Lines of a name, a tab and what it stands for; `#` begins a remark. */
function readPairs(file: string): ReadonlyMap<string, string> {
  const text = readFileSync(new URL(`../../../data/vocabulary/${file}`, import.meta.url), 'utf8')
  const pairs = new Map<string, string>()
  for (const line of text.split('\n')) {
    const [name = '', meaning] = line.split('\t')
    if (meaning && !name.startsWith('#')) pairs.set(name, meaning)
  }
  return pairs
}
