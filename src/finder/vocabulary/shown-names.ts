import { frenchNames } from './everyday-names.ts'
import { listedRows } from './listed-names.ts'
import { naturalOrder } from './names.ts'

let english: ReadonlyMap<string, string> | undefined
let french: ReadonlyMap<string, string> | undefined

/**
 * A MeSH term as people say it: "heart attack", « crise cardiaque ». Where nobody wrote that down, the term in its natural
 * order.
 */
export function shownName(term: string, language: 'en' | 'fr'): string {
  const own = language === 'fr' ? (french ??= frenchNames()).get(term) : undefined
  if (own !== undefined) return own
  return englishNames().get(term) ?? asSaid(term)
}

/** Whether somebody wrote down how people say a MeSH term in English. */
export function hasShownName(term: string): boolean {
  return englishNames().has(term)
}

function englishNames(): ReadonlyMap<string, string> {
  return (english ??= new Map(listedRows('shown-en.tsv').map(([of = '', name = '']) => [of, name])))
}

/** "Myeloid Leukemia"; "Triple Negative Breast cancer" for "… Neoplasms". MeSH writes every word large; generic ones are no names. */
function asSaid(term: string): string {
  return naturalOrder(term)
    .replace(/(?<=\p{L} )Neoplasms$/u, 'cancer')
    .replace(generic, (word) => word.toLowerCase())
}

const generic = /(?<=\s)(?:Diseases?|Syndromes?|Disorders?|Infections?|Cancers?|Tumors?)\b/g
