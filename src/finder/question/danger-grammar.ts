import { fearedNext } from './danger-words.ts'
import { type DangerTopic, isTopic, type TopicSpan, topicsIn } from './danger-topics.ts'

/** A sentence as its words, and where each topic of danger is in it. */
export interface SaidWords {
  readonly words: readonly string[]
  readonly found: ReadonlyMap<DangerTopic, readonly TopicSpan[]>
}

/** Topics beside one another. */
interface Way {
  readonly topics: readonly DangerTopic[]
  readonly isInOrder: boolean
}

/** What is said together, each part in one of its ways. */
export type Sign = readonly (readonly Way[])[]

/** A line of `danger-together.ts` as it is looked for. */
export function asSign(line: string): Sign {
  return line.split(' + ').map((part) =>
    part.split('|').map((way) => ({
      topics: way.split(/[ ~]/).map(topicNamed),
      isInOrder: !way.includes('~'),
    })),
  )
}

function topicNamed(name: string): DangerTopic {
  if (isTopic(name)) return name
  throw new Error(`No topic of danger is called ${name}`)
}

/** The words of a sentence that `asDangerIsRead` gives: « n'arrive » is two, "can't" is one, and a comma stands alone. */
export function saidWords(asRead: string): SaidWords {
  const words =
    asRead
      .replace(/(?<=(?<!\p{L})(?:\p{L}|qu))'/gu, ' ')
      .replaceAll("'", '')
      .replace(
        /(?<!\d)(?:3[89]|4[0-2])(?:[.,]\d| ?°| (?=degr))|(?<=(?:fever|fievre|temp|temperature)(?: of| de| a)? )(?:3[89]|4[0-2])(?!\d)/g,
        ' degrees ',
      )
      .replace(/(?<=\d)(?=\p{L})/gu, ' ')
      .match(/[\p{L}\d]+|[,;.!?]/gu) ?? []
  return { words, found: topicsIn(words) }
}

/** Whether a sentence says a sign, and denies or fears no part of it. */
export function saysSign(said: SaidWords, sign: Sign): boolean {
  return sign.every((ways) => ways.some((way) => isNear(said, way)))
}

/** How many words may stand between two that belong together. */
const farthest = 4

function isNear(said: SaidWords, { topics, isInOrder }: Way): boolean {
  const spans = topics.map((topic) => said.found.get(topic) ?? [])
  if (spans.some((of) => of.length === 0)) return false
  const [first = [], ...rest] = spans
  const isNegative = topics.includes('not')
  return first.some(
    (span) => isSure(said, span) && follows(said, span, rest, { isInOrder, isNegative }),
  )
}

function follows(
  said: SaidWords,
  before: TopicSpan,
  [next, ...rest]: readonly (readonly TopicSpan[])[],
  how: { readonly isInOrder: boolean; readonly isNegative: boolean },
): boolean {
  if (!next) return true
  return next.some(
    (span) =>
      isBeside(before, span, how.isInOrder) &&
      (how.isNegative || isSure(said, span)) &&
      follows(said, span, rest, how),
  )
}

function isBeside(a: TopicSpan, b: TopicSpan, isInOrder: boolean): boolean {
  const behind = b.first - a.last - 1
  if (behind >= 0 && behind <= farthest) return true
  const ahead = a.first - b.last - 1
  return !isInOrder && ahead >= 0 && ahead <= farthest
}

/**
 * Whether no word before denies or fears it, and none right behind names a fear of it: "no blood", « peur de vomir du sang »,
 * "choking phobia"; "cannot stop bleeding" denies nothing.
 */
function isSure({ words }: SaidWords, { first, last }: TopicSpan): boolean {
  if (fearedNext.test(words[last + 1] ?? '')) return false
  for (let at = first - 1; at >= 0 && first - at <= 5; at -= 1) {
    const word = words[at] ?? ''
    if (denying.test(word)) return ofStopping.test(`${words[at - 1]} ${words[at + 1]}`)
    if (!filling.test(word)) return true
  }
  return true
}

const denying =
  /^(?:no|not|never|without|denies|afraid|scared|fear|fears|worried|worry|anxious|risk|risque|phobi\p{L}+|pas|sans|jamais|aucune?|ni|peur|crainte|if|si|history|antecedents?|prevent\p{L}*|avoid|eviter)$/u
const ofStopping = /(?:^|[ ])(?:stop\p{L}*|arret\p{L}*)/u
const filling =
  /^(?:about|of|from|for|to|any|an?|having|getting|more|that|i|my|he|she|they|might|may|could|will|de|d|du|des|une?|l|la|le|les|que|je|j|il|elle|ait|aie|fasse|faire|avoir|or|ou|s|is|be)$/u
