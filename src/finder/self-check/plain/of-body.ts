import type { AskedTail, TwoTongues } from '../../../words/language/asked.ts'
import { ruleWordsAt } from '../../vocabulary/rule-words.ts'
import { type WordForms, endsAt, writtenForms } from './forms.ts'
import type { FoundAt } from './found-at.ts'
import type { Walk } from './walk.ts'
import { wordSet } from './word-sets.ts'

/** "Of the left ventricle", "in the lungs", "affecting the skin": a part of the body. */
export function ofBody({ rule }: Walk, at: number): FoundAt<AskedTail>[] {
  const { words } = rule
  return bodyLeads.flatMap(([forms, isTouching]) => {
    const [from] = endsAt(words, at, forms)
    if (from === undefined) return []
    const start = articles.has(words[from] ?? '') ? from + 1 : from
    return ruleWordsAt(words, start, 'o').map(({ end, word: { en, fr } }) => ({
      end,
      value: {
        tail: 'said' as const,
        said: isTouching
          ? { en: `that affects the ${en}`, fr: `qui touche ${withArticle(fr)}` }
          : { en: `of the ${en}`, fr },
      },
    }))
  })
}

/** « Du foie » is « le foie » where it is touched. */
function withArticle(fr: string): string {
  return fr
    .replace(/^du /, 'le ')
    .replace(/^des /, 'les ')
    .replace(/^de (?=la |l’)/, '')
    .replace(/^d’(?=une? )/, '')
}

const articles = wordSet('the a an their his her any either')
const bodyLeads: readonly (readonly [WordForms, boolean])[] = [
  [writtenForms(['of', 'in', 'on', 'to', 'at', 'within', 'from', 'into']), false],
  [
    writtenForms([
      'affecting',
      'involving',
      'that affects',
      'that affect',
      'which affects',
      'that involves',
    ]),
    true,
  ],
]

/** "Inflammation, an operation inside the eye ‖ of the eye". */
export function isSaidBy({ fr }: TwoTongues, tail: AskedTail): boolean {
  if (tail.tail !== 'said') return false
  const [, part = ''] =
    /^d(?:u |e l’|e la |es |ans l’|ans le |ans la )(\p{L}{3,})$/u.exec(tail.said.fr) ?? []
  return part !== '' && fr.includes(part)
}
