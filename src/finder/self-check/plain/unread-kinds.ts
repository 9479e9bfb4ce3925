import type { Vocabulary } from '../../vocabulary/concept.ts'
import { isWordOfRules } from '../../vocabulary/rule-words.ts'
import { likesAt } from './likes.ts'
import { noKinds } from './named-alone.ts'
import { nounsAt } from './nouns.ts'
import { type Walk, walkAlong } from './walk.ts'
import { wordSet } from './word-sets.ts'

/**
 * A rule without up to three words that are of no question here and stand before a thing that is ("zorbled asthma"): they say
 * of which kind it is. Undefined where there are none, or more, or such a word stands elsewhere. Rule `unread-kinds@1`.
 */
export function withoutUnreadKinds(text: string, vocabulary: Vocabulary): string | undefined {
  if (text.length > mostText || turned.test(text)) return undefined
  const walk = walkAlong(text, vocabulary)
  const { rule } = walk
  const dropped = rule.words.flatMap((word, at) => (isKindAt(walk, at, word) ? [at] : []))
  // "High frequency asthma": what stands before may be said of the word that would go.
  if (dropped.some((at) => isSaidOf(walk, at))) return undefined
  if (dropped.length === 0 || dropped.length > mostKinds) return undefined
  let plain = text
  for (const at of dropped.toReversed())
    plain = plain.slice(0, rule.starts[at] ?? 0) + plain.slice(rule.starts[at + 1] ?? text.length)
  return plain
}

const mostText = 250
const mostKinds = 3
/** Where something is let in or of somebody else a kind more or less turns it. */
const turned =
  /\b(?:unless|except\w*|other than|excluding|allowed|permitted|eligible|acceptable|only|donors?|siblings?|relatives?|partners?|mothers?|fathers?|parents?|famil\w+|cohorts?|arms?)\b/i

/** Whether a word that is no adjective has one before it. */
function isSaidOf(walk: Walk, at: number): boolean {
  const word = walk.rule.words[at] ?? ''
  if (adjective.test(word)) return false
  return at > 0 && likesAt(walk, at - 1).some(({ end, value }) => end === at && value.length > 0)
}

const adjective = /(?:ic|al|ous|ar|ive|ory|oid|ian|ary|less|able|ible|ine|ile|form|ed|ent|ant)$/

function isKindAt(walk: Walk, at: number, word: string): boolean {
  if (!/^[\p{L}-]{4,}$/u.test(word) || isWordOfRules(word) || !isOfOneWord(walk, at)) return false
  if (noKinds.has(word) || notKinds.has(word) || /(?:ing|ly|ed)$/.test(word)) return false
  return beginsThing(walk, at + 1) || (isKindWord(walk, at + 1) && beginsThing(walk, at + 2))
}

function isKindWord({ rule }: Walk, at: number): boolean {
  const word = rule.words[at] ?? ''
  return (
    /^[\p{L}-]{4,}$/u.test(word) &&
    !isWordOfRules(word) &&
    !noKinds.has(word) &&
    !notKinds.has(word)
  )
}

/** "Para-aortic", "drug-induced" are one word each. */
function isOfOneWord({ rule }: Walk, at: number): boolean {
  const before = rule.text.charAt((rule.starts[at] ?? 0) - 1)
  return /^\s?$/.test(before) && /\s/.test(rule.text.charAt(rule.ends[at] ?? 0))
}

function beginsThing(walk: Walk, at: number): boolean {
  return likesAt(walk, at).some(({ end }) =>
    nounsAt(walk, end).some(({ value }) => value.mark !== 'own' && value.kind !== 'exam'),
  )
}

/** Words that are no kinds: of doing, of time, of number, of whom. */
const notKinds = wordSet(
  `
  reject rejects hinder impair preclude contraindicate withhold relative relatives sibling donor donors responsible
  despite although though even whether however otherwise regardless irrespective except unless minus plus versus
  frequency quality pressure dose grade grades stage type strength both neither several many few some none half double twice once every total number amount volume size rate score
  level levels count counts ratio index percent predicted decrease increase reduction change changes loss gain
  fear worry concern desire wish hope interest able ability attempt candidate naive naïve exposure vaccine
  vaccination immune immunity resistance response responder remission free carrier contact suspicion possibility
  potential probability likelihood susceptibility predisposition tendency prevention prophylaxis screening test tests
  cardio gastro hepato neuro cerebro musculo broncho psycho regional local spinal epidural neuraxial topical
  provoke mimic resemble simulate look like called named termed
  `,
)
