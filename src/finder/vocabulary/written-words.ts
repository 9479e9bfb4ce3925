import { type Token, internedTokens } from './fold.ts'

const parts = new WeakMap<Token, number>()

/** How many words a written word (the `form` of a word) is read as: "her2" as two. */
export function wordsOfForm(form: Token): number {
  const known = parts.get(form)
  if (known !== undefined) return known
  const count = internedTokens(form.word).length
  parts.set(form, count)
  return count
}

/** The words of a text as they are written: folded, but neither stemmed nor split. */
export function writtenWords(text: string): string[] {
  const found: string[] = []
  const words = internedTokens(text)
  for (let at = 0; at < words.length; at++) {
    const { word, form } = words[at] as Token
    found.push(form ? form.word : word)
    if (form) at += wordsOfForm(form) - 1
  }
  return found
}
