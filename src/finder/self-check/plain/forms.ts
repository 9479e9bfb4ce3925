import { tokens } from '../../vocabulary/fold.ts'

/** Set forms of words, by their first. */
export type WordForms = ReadonlyMap<string, readonly (readonly string[])[]>

/** Set forms of words, as `tokens()` gives them, from a text that has them between "|". */
export function formsOf(text: string): WordForms {
  return indexed(text.split('|').map((one) => tokens(one)))
}

/** The same of words and signs, as a rule's text is cut, with a space between any two. */
export function writtenForms(texts: readonly string[]): WordForms {
  return indexed(texts.map((text) => text.split(' ')))
}

/** The places after those of some forms that stand at a place, the longest first. */
export function endsAt(words: readonly string[], at: number, forms: WordForms): readonly number[] {
  const found = forms.get(words[at] ?? '')
  if (!found) return []
  const ends: number[] = []
  for (const form of found) if (stands(words, at, form)) ends.push(at + form.length)
  return ends
}

function stands(words: readonly string[], at: number, form: readonly string[]): boolean {
  for (let step = 1; step < form.length; step++) if (words[at + step] !== form[step]) return false
  return true
}

function indexed(all: readonly (readonly string[])[]): WordForms {
  const forms = new Map<string, (readonly string[])[]>()
  for (const form of all) {
    const [first = ''] = form
    const held = forms.get(first)
    if (held) held.push(form)
    else forms.set(first, [form])
  }
  for (const held of forms.values()) held.sort((one, other) => other.length - one.length)
  return forms
}
