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

/** The French name of each MeSH term that has one: the first that names it, not merely leads to it. */
export function frenchNames(): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const [name, term, mark] of rowsOf('names-fr.tsv'))
    if (mark !== 'leads to' && !names.has(term)) names.set(term, name)
  return names
}

/** French words for treatments (in lower case) and the English words to search for instead. */
export function frenchTreatments(): ReadonlyMap<string, string> {
  return readPairs('treatments-fr.tsv')
}

function namesIn(language: 'en' | 'fr'): EverydayName[] {
  return [...readPairs(`names-${language}.tsv`)].map(([name, term]) => ({ name, term, language }))
}

function readPairs(file: string): ReadonlyMap<string, string> {
  return new Map(rowsOf(file).map(([name, meaning]) => [name, meaning]))
}

/** Lines of a name, a tab, what it means and perhaps a mark; `#` begins a remark. */
function rowsOf(file: string): (readonly [name: string, meaning: string, mark?: string])[] {
  const text = readFileSync(new URL(`../../../data/vocabulary/${file}`, import.meta.url), 'utf8')
  return text.split('\n').flatMap((line) => {
    const [name = '', meaning, mark] = line.split('\t')
    if (!meaning || name.startsWith('#')) return []
    return [mark === undefined ? ([name, meaning] as const) : ([name, meaning, mark] as const)]
  })
}
