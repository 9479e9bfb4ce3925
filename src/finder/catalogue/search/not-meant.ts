import { fold } from '../../vocabulary/fold.ts'
import { sayingsIn } from '../../vocabulary/sayings.ts'
import { bareWord } from '../../vocabulary/small-words.ts'
import { foundInWords, overlap, type WordSpan } from './word-spans.ts'

/**
 * Tells of words that name an illness whether they are part of something else: a saying ("stroke of luck"), a person
 * ("Dr. Hodgkin"), a place ("Measles Lane", "I come from Lyme") or where somebody works ("a nurse on a cancer ward"). A name that
 * holds a saying and more ("broken heart syndrome") is meant.
 */
export function notMeantIn(words: readonly string[]): (span: WordSpan) => boolean {
  let said: readonly WordSpan[] | undefined
  return (span) =>
    isPerson(span, words) ||
    isPlace(span, words) ||
    isWork(span, words) ||
    (said ??= sayings(words)).some((saying) => overlap(saying, span) && !isWithin(saying, span))
}

function isWithin(saying: WordSpan, span: WordSpan): boolean {
  const longer = span.end - span.start - (saying.end - saying.start)
  return longer > 0 && span.start <= saying.start && saying.end <= span.end
}

/** The sayings among typed words. */
export function sayings(words: readonly string[]): readonly WordSpan[] {
  return foundInWords(words, sayingsIn)
}

function isPerson({ start, end }: WordSpan, words: readonly string[]): boolean {
  const first = words[start] ?? ''
  if (end !== start + 1 || !isName(first)) return false
  // "Ms Smith" is no multiple sclerosis.
  if (/^Ms\.?$/.test(first)) return isName(words[start + 1] ?? '')
  const before = words.slice(Math.max(0, start - 3), start).join(' ')
  return titled.test(before) || named.test(before)
}

const titled =
  /(?:^|\s)(?:dr|mr|mrs|ms|miss|prof|professor|doctor|sir|docteur|professeur|monsieur|madame|mme|mlle)\.?$/i
const named =
  /(?:name is|name['’]s|called|call me|m['’]appelle|nom est|nomm[ée]e?|pr[ée]nomm[ée]e?)$/i

function isPlace({ start, end }: WordSpan, words: readonly string[]): boolean {
  const first = words[start] ?? ''
  if (!isName(first)) return false
  if (streets.has(plain(words[end] ?? ''))) return /^\p{Lu}/u.test(words[end] ?? '')
  if (end !== start + 1) return false
  const before = words.slice(Math.max(0, start - 4), start).join(' ')
  return street.test(before) || living.test(before)
}

const streets: ReadonlySet<string> = new Set(
  'road street lane avenue alley boulevard drive square industries county'.split(' '),
)
const street =
  /(?:^|\s)(?:rue|avenue|boulevard|place|impasse|chemin|quai) (?:du |de la |de |des |d['’])?$/i
const living =
  /(?:^|\s)(?:come|came|live|lives|living|lived|based|resident|moved|(?:j['’])?habit(?:e|ant|ons)|vis|vit|viens|vient|vivant)(?: back| now)? (?:from|in|at|near|to|[àa]|de|en)$/i

/** "I work on a cancer ward": not one's own. */
function isWork({ end }: WordSpan, words: readonly string[]): boolean {
  if (!workplaces.has(plain(words[end] ?? ''))) return false
  return /(?:^|\s)(?:work|working|works|nurse|doctor|volunteer|healthy|employed)(?:$|\s)/i.test(
    words.join(' '),
  )
}

const workplaces: ReadonlySet<string> = new Set(
  'ward unit centre center clinic hospital institute charity foundation department'.split(' '),
)

function isName(word: string): boolean {
  return /^\p{Lu}\p{Ll}/u.test(word)
}

function plain(word: string): string {
  return fold(bareWord(word))
}
