import { fold } from '../../vocabulary/fold.ts'
import { bareWord } from '../../vocabulary/small-words.ts'
import type { WordSpan } from './word-spans.ts'

/**
 * Of illnesses named in a sentence those that somebody else has or had, where the seeker names one of their own: "my neighbour
 * has diabetes but I have psoriasis". Children and husbands are whom one seeks for.
 */
export function ofOthers<Name extends WordSpan>(
  illnesses: readonly Name[],
  words: readonly string[],
): readonly Name[] {
  if (illnesses.length < 2) return []
  const whose = illnesses.map(({ start }) => ownerAt(words, start))
  if (!whose.includes('own')) return []
  return illnesses.filter((_, at) => whose[at] === 'other')
}

/** Whose an illness is: the last person who was named before it, in the same sentence. */
function ownerAt(words: readonly string[], start: number): 'own' | 'other' | undefined {
  for (let at = start - 1; at >= Math.max(0, start - farthest); at--) {
    const word = words[at] ?? ''
    if (/[.;!?]$/.test(word)) return undefined
    const plain = fold(bareWord(word)).replace(/[’]/g, "'")
    if (others.has(plain.replace(/^[dl]'/, ''))) return 'other'
    if (seekers.has(plain) || plain.startsWith("j'")) return 'own'
    if (plain === 'my' && at === start - 1) return 'own'
  }
  return undefined
}

const farthest = 8

const others: ReadonlySet<string> = new Set(
  (
    'mother father mum mom dad grandmother grandfather grandma grandpa granny gran nana aunt auntie uncle cousin neighbour ' +
    'neighbor friend colleague boss sister brother coworker ' +
    'mere pere maman papa grand-mere grand-pere mamie papi papy tante oncle cousine voisin voisine ami amie collegue patron soeur frere'
  ).split(' '),
)

const seekers: ReadonlySet<string> = new Set(['i', "i'm", 'im', "i've", 'ive', 'je', 'moi', 'jai'])
