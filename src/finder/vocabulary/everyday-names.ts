import { readFileSync } from 'node:fs'

/** A name from outside MeSH, and the MeSH term it means. */
export interface EverydayName {
  readonly name: string
  readonly term: string
  readonly language: 'en' | 'fr'
  /**
   * `lay` means it wherever a person writes; `asked` where a person asks, and `as said` there in just these words; `alone` only
   * when it is all that was asked.
   */
  readonly use?: 'lay' | 'asked' | 'as said' | 'alone'
}

/** Names people use that MeSH does not list, those written for Trialway first; before them what only means them where asked. */
export function everydayNames(): readonly EverydayName[] {
  return [
    ...askedNames('en'),
    ...askedNames('fr'),
    ...namesIn('en'),
    ...namesIn('fr'),
    ...frenchDiseases(),
    ...layWords(),
  ]
}

/**
 * The French name of each MeSH term that has one: the first that names it, not merely leads to it. A name that
 * a rule made is searched for, and shown only once a second reader has found it right.
 */
export function frenchNames(): ReadonlyMap<string, string> {
  return (french ??= readFrenchNames())
}

let french: ReadonlyMap<string, string> | undefined

function readFrenchNames(): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const [name, term, mark] of [...rowsOf('names-fr.tsv'), ...rowsOf('diseases-fr.tsv')])
    if (!mark?.startsWith('leads to') && mark !== 'by rule' && !names.has(term))
      names.set(term, name)
  return names
}

/** All French names of illnesses, as they are listed, those that only lead to one too. */
export function frenchIllnessNames(): readonly string[] {
  return [...rowsOf('names-fr.tsv'), ...rowsOf('diseases-fr.tsv')].map(([name]) => name)
}

/** Names that name a term and no more, in one language, as people say them: none that only leads to it, or that a rule made. */
export function plainNames(language: 'en' | 'fr'): readonly Pick<EverydayName, 'name' | 'term'>[] {
  const rows = rowsOf(`names-${language}.tsv`).filter(([, , mark]) => !mark)
  const more = rowsOf('diseases-fr.tsv').filter(([, , mark]) => mark !== 'by rule')
  return [...rows, ...(language === 'fr' ? more : [])].map(([name, term]) => ({ name, term }))
}

/** French words for treatments (in lower case) and the English words to search for instead. */
export function frenchTreatments(): ReadonlyMap<string, string> {
  return readPairs('treatments-fr.tsv')
}

function namesIn(language: 'en' | 'fr'): EverydayName[] {
  return rowsOf(`names-${language}.tsv`).map(([name, term, mark]) => ({
    name,
    term,
    language,
    ...(mark?.endsWith('alone') && { use: 'alone' as const }),
    ...(mark === 'lay' && { use: 'lay' as const }),
  }))
}

/** What people say who look for studies; too loose for a record or a note. */
function askedNames(language: 'en' | 'fr'): EverydayName[] {
  return rowsOf(`asked-${language}.tsv`).map(([name, term, mark]) => ({
    name,
    term,
    language,
    use: mark === 'as said' ? mark : 'asked',
  }))
}

function frenchDiseases(): EverydayName[] {
  return rowsOf('diseases-fr.tsv').map(([name, term]) => ({ name, term, language: 'fr' }))
}

/** Lay words: the surer ones wherever a person writes; the others, and abbreviations, only asked for alone. */
function layWords(): EverydayName[] {
  return rowsOf('lay-words.tsv').map(([name, term, language, sureness]) => ({
    name,
    term,
    language: language === 'fr' ? 'fr' : 'en',
    use: sureness === '1' ? 'lay' : 'alone',
  }))
}

function readPairs(file: string): ReadonlyMap<string, string> {
  return new Map(rowsOf(file).map(([name, meaning]) => [name, meaning]))
}

type VocabularyRow = readonly [name: string, meaning: string, mark?: string, more?: string]

/** Lines of a name, a tab, what it means and perhaps more; `#` begins a remark. */
function rowsOf(file: string): VocabularyRow[] {
  const text = readFileSync(new URL(`../../../data/vocabulary/${file}`, import.meta.url), 'utf8')
  return text.split('\n').flatMap((line): VocabularyRow[] => {
    const [name = '', meaning, mark, more] = line.split('\t')
    if (!meaning || name.startsWith('#')) return []
    if (mark === undefined) return [[name, meaning]]
    return [more === undefined ? [name, meaning, mark] : [name, meaning, mark, more]]
  })
}
