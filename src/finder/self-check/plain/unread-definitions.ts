import type { AskedTail } from '../../../words/language/asked.ts'
import { endsAt, writtenForms } from './forms.ts'
import type { FoundAt } from './found-at.ts'
import { wordSet } from './word-sets.ts'

/**
 * "(defined as …)", "(as assessed by …)": how the study tells what a rule asks for was not read, and the question says that
 * it is the study's own. What lets some in or out, or turns anything, is none. Rule `unread-definition@1`.
 */
export function unreadDefinitionsAt(words: readonly string[], at: number): FoundAt<AskedTail>[] {
  const isOpen = words[at] === '(' || words[at] === '['
  const start = isOpen || words[at] === ',' ? at + 1 : at
  for (const [leads, tail] of kinds) {
    const [from] = endsAt(words, start, leads)
    if (from === undefined) continue
    const end = isOpen ? closing(words, at) : endOfRule(words)
    const said = words.slice(from, end < 0 ? from : end)
    if (said.length === 0 || said.length > mostWords) return []
    if (said.some((word) => meansMore.has(word))) return []
    // Outside brackets a row may go on with what is asked.
    if (!isOpen && (said.some((word) => goesOn.has(word)) || said.includes(','))) return []
    return [{ end: isOpen ? end + 1 : end, value: tail }]
  }
  return []
}

/** Whether a tail only says that the record has a definition. */
export function isUnreadDefinition(tail: AskedTail): boolean {
  return tail === asDefined
}

function closing(words: readonly string[], at: number): number {
  let depth = 0
  for (let place = at; place < words.length; place++) {
    const word = words[place] ?? ''
    if (word === '(' || word === '[') depth += 1
    if (word === ')' || word === ']') depth -= 1
    if (depth === 0) return place
  }
  return -1
}

function endOfRule(words: readonly string[]): number {
  let end = words.length
  while (end > 0 && /^[,;:.]$/.test(words[end - 1] ?? '')) end -= 1
  return end
}

const asDefined: AskedTail = {
  tail: 'said',
  said: { en: '(as the study defines it)', fr: '(au sens que l’étude précise)' },
}
const asMeasured: AskedTail = {
  tail: 'said',
  said: { en: '(the study says how it is measured)', fr: '(l’étude dit comment c’est mesuré)' },
}
const kinds = [
  [
    writtenForms(
      'defined as|defined by|as defined by|as defined as|which is defined as|is defined as|as defined in|defined per|defined according to|as defined according to|according to the definition of|definition'.split(
        '|',
      ),
    ),
    asDefined,
  ],
  [
    writtenForms(
      'as measured by|measured by|as assessed by|assessed by|as determined by|determined by|calculated by|as calculated by|calculated using|calculated with|using the|by using|measured using|measured with|assessed using|assessed with|as estimated by|estimated by|estimated using|estimated with|as calculated using|as measured using|as measured at|based on the|calculated according to|calculated from|according to the'.split(
        '|',
      ),
    ),
    asMeasured,
  ],
] as const
const mostWords = 40
const meansMore = new Set([
  ...'; . ?'.split(' '),
  ...wordSet(
    'unless except excluding exception if allowed permitted eligible acceptable despite excluded other than however note but including within month week day year prior before previous last past',
  ),
])
const goesOn = wordSet('or and with without within prior before requiring who that which')
