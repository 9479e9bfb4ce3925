import type { AskedTail } from '../../../words/language/asked.ts'
import { endsAt, writtenForms } from './forms.ts'
import type { FoundAt } from './found-at.ts'
import { wordSet } from './word-sets.ts'

/**
 * "(e.g., …)", "such as …" to the end of a rule: examples that were not read change nothing of what is asked, and the
 * question says that the record has some. Examples that allow, limit or date anything are none. Rule `unread-examples@1`.
 */
export function unreadExamplesAt(words: readonly string[], at: number): FoundAt<AskedTail>[] {
  const isOpen = words[at] === '('
  const start = isOpen || words[at] === ',' ? at + 1 : at
  const [from] = endsAt(words, start, leads)
  if (from === undefined) return []
  const end = isOpen ? words.indexOf(')', from) : endOfRule(words)
  const said = words.slice(from, end < 0 ? from : end)
  if (said.length === 0 || said.length > mostWords) return []
  if (said.some((word) => meansMore.has(word) || /\d/.test(word))) return []
  return [{ end: isOpen ? end + 1 : end, value: examplesInRecord }]
}

/** Whether a tail only says that the record has examples. */
export function isUnreadExamples(tail: AskedTail): boolean {
  return tail === examplesInRecord
}

function endOfRule(words: readonly string[]): number {
  let end = words.length
  while (end > 0 && /^[,;:.]$/.test(words[end - 1] ?? '')) end -= 1
  return end
}

const examplesInRecord: AskedTail = {
  tail: 'said',
  said: { en: '(the study gives examples)', fr: '(l’étude donne des exemples)' },
}
const mostWords = 30
const leads = writtenForms(['e g', 'eg', 'e g ,', 'eg ,', 'for example', 'for instance', 'such as'])
const meansMore = new Set([
  ...'( ) [ ] ; : . < > ≤ ≥ ='.split(' '),
  ...wordSet(
    'unless except excluding exception if not no non without but allowed permitted eligible acceptable within prior before after last past previous during requiring require required needing need who which that is are was were will may can could must should have has had than only until since despite year month week day hour with other history',
  ),
])
