import { everydayNames } from './everyday-names.ts'
import { tokens } from './fold.ts'

let read:
  | { readonly french: ReadonlySet<string>; readonly english: ReadonlySet<string> }
  | undefined

/** Whether a text is a name of an illness in French that is none in everyday English as well. MeSH's own names are English. */
export function isFrenchName(text: string): boolean {
  read ??= { french: namesIn('fr'), english: namesIn('en') }
  const key = keyOf(text)
  return read.french.has(key) && !read.english.has(key)
}

function namesIn(language: 'en' | 'fr'): ReadonlySet<string> {
  const names = everydayNames().filter((one) => one.language === language && one.use !== 'alone')
  return new Set(names.map(({ name }) => keyOf(name)))
}

function keyOf(name: string): string {
  return tokens(name).join(' ')
}
