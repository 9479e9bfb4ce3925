import { assertionOf } from './assertion.ts'
import type { NoteSentence } from './note-sentence.ts'

/** The words of a sentence that are said to be so of the person: without what is denied, feared or a relative's. */
export function affirmedIn(sentence: NoteSentence): string {
  const kept: string[] = []
  for (const match of sentence.text.matchAll(run)) {
    const { presence, of } = assertionOf(sentence, match.index, match.index + match[0].length)
    if ((presence === 'present' || presence === 'possible') && of === 'patient') kept.push(match[0])
  }
  return kept.join(' ')
}

/** Words between commas and the small words that join: judged together, which is fast and enough for a search. */
const run =
  /(?<![^\s,;:.()])(?!(?:no|not|never|nor|denies|without|sans|pas|jamais|aucune?|ni)\s)[^\s,;:.()]+(?: (?!(?:and|or|but|with|who|which|is|was|has|had|no|not|denies|without|et|ou|mais|avec|qui|est|a|pas|sans|ni)\b)[^\s,;:.()]+){0,5}/gi
