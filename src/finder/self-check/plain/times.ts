import type { AskedTime } from '../../../words/language/asked.ts'
import { anchorAt } from './anchors.ts'
import { type WordForms, endsAt, writtenForms } from './forms.ts'
import type { FoundAt } from './found-at.ts'

/**
 * A time that stands after a thing: "within 6 months prior to screening", "in the past year", "6 months before
 * enrolment", "prior to randomization". A time that is read otherwise than by these forms is none. Rule `asked-time@1`.
 */
export function timeAt(words: readonly string[], at: number): readonly FoundAt<AskedTime>[] {
  return [...within(words, at), ...ago(words, at), ...before(words, at), ...lasting(words, at)]
}

/** "For at least 6 months", "of more than 3 weeks duration". */
function lasting(words: readonly string[], at: number): FoundAt<AskedTime>[] {
  const lead = longest(words, at, lastingLeads)
  if (lead === undefined) return []
  const length = lengthAt(words, lead)
  if (!length) return []
  const more = words
    .slice(at, lead)
    .some((word) => word === 'more' || word === '>' || word === 'longer' || word === 'greater')
  const end = words[length.end] === 'duration' ? length.end + 1 : length.end
  if (followed.has(words[end] ?? '')) return []
  return [{ end, value: { kind: more ? 'longer' : 'for', ...length.value } }]
}

function within(words: readonly string[], at: number): FoundAt<AskedTime>[] {
  const lead = longest(words, at, leads)
  if (lead === undefined) return []
  const after = oneOf(words, lead, recent)
  const length = lengthAt(words, after.end)
  if (!length) return []
  return withAnchor(words, length.end, { kind: 'within', ...length.value }, after.found)
}

/** "6 months before screening", "less than 3 months ago", "> 6 months before". */
function ago(words: readonly string[], at: number): FoundAt<AskedTime>[] {
  const less = longest(words, at, lessThan)
  const more = less === undefined ? longest(words, at, moreThan) : undefined
  const length = lengthAt(words, less ?? more ?? at)
  if (!length) return []
  const kind =
    more === undefined ? 'within' : words[at] === '≥' || words[at] === 'at' ? 'atLeast' : 'moreThan'
  const isAgo = words[length.end] === 'ago'
  if (isAgo) return [{ end: length.end + 1, value: { kind, ...length.value } }]
  const anchored = anchorAt(words, length.end, ['prior', 'before', 'preceding'])
  if (anchored)
    return [{ end: anchored.end, value: { kind, ...length.value, anchor: anchored.value } }]
  return less === undefined ? [] : [{ end: length.end, value: { kind, ...length.value } }]
}

function before(words: readonly string[], at: number): FoundAt<AskedTime>[] {
  const anchored = anchorAt(words, at, ['prior', 'before'])
  return anchored ? [{ end: anchored.end, value: { kind: 'before', anchor: anchored.value } }] : []
}

function withAnchor(
  words: readonly string[],
  at: number,
  time: AskedTime,
  isRecent: boolean,
): FoundAt<AskedTime>[] {
  const anchored = anchorAt(words, at, ['prior', 'before', 'of', 'preceding', 'from', 'to'])
  if (anchored)
    return [
      ...halfLives(words, anchored.end, { ...time, anchor: anchored.value }),
      { end: anchored.end, value: { ...time, anchor: anchored.value } },
    ]
  const halves = halfLives(words, at, time).flatMap(({ end, value }) => {
    const after = anchorAt(words, end, ['prior', 'before', 'of', 'preceding', 'to'])
    return after ? [{ end: after.end, value: { ...value, anchor: after.value } }] : [{ end, value }]
  })
  if (halves.length > 0) return halves
  // "Within 6 months prior" is whole; "within 6 months after", "for 6 months" are other times.
  const end = words[at] === 'prior' || words[at] === 'before' ? at + 1 : at
  if (['after', 'of', 'from', 'following', 'post', 'to'].includes(words[end] ?? '')) return []
  return isRecent || words[at - 1] !== undefined ? [{ end, value: time }] : []
}

/** "Within 30 days or 5 half-lives of the drug, whichever is longer": which of the two it is, a doctor can tell. */
function halfLives(words: readonly string[], at: number, time: AskedTime): FoundAt<AskedTime>[] {
  const isOpen = words[at] === '('
  const start = at + (isOpen || words[at] === ',' ? 1 : 0)
  if (words[start] !== 'or') return []
  const within = ['within', 'at'].includes(words[start + 1] ?? '') ? start + 2 : start + 1
  const from = words[within] === 'least' ? within + 1 : within
  const isCount = /^(?:\d|two|three|four|five|six)$/.test(words[from] ?? '')
  let end = isCount ? from + 1 : from
  if (words[end] === 'time' || words[end] === 'x') end += 1
  while (['the', 'drug', 'elimination', 'terminal'].includes(words[end] ?? '')) end += 1
  if (words[end] !== 'half') return []
  end += words[end + 1] === 'life' || words[end + 1] === 'live' ? 2 : 1
  if (['of', 'for'].includes(words[end] ?? '')) {
    const last = words.findIndex((word, place) => place > end && halfLifeOf.has(word))
    if (last > 0 && last <= end + 5) end = last + 1
  }
  const comma = words[end] === ',' || words[end] === '(' ? end + 1 : end
  if (words[comma] === 'whichever') {
    const stop = words.findIndex((word, place) => place > comma && whichLasts.has(word))
    if (stop < 0 || stop > comma + 3) return []
    end = stop + 1
    if (words[comma - 1] === '(' && words[end] === ')') end += 1
  }
  if (isOpen && words[end] === ')') end += 1
  return [{ end, value: { ...time, orHalfLives: true } }]
}

const halfLifeOf = new Set([
  'drug',
  'agent',
  'medication',
  'product',
  'treatment',
  'compound',
  'therapy',
])
const whichLasts = new Set(['longer', 'longest', 'greater'])

function lengthAt(
  words: readonly string[],
  at: number,
): FoundAt<Required<Pick<AskedTime, 'count' | 'unit'>>> | undefined {
  let place = at
  const word = words[place] ?? ''
  const glued = /^(\d{1,3})(h|hour|day|week|month|year)s?$/.exec(word)
  if (glued) {
    const unit = units[glued[2] ?? '']
    return unit && { end: at + 1, value: { count: Number(glued[1]), unit } }
  }
  const isOne = units[word] !== undefined && at > 0 && recent.has(words[at - 1] ?? '')
  const count = isOne ? 1 : /^\d{1,4}$/.test(word) ? Number(word) : numbers[word]
  if (count === undefined) return undefined
  if (!isOne) place += 1
  // "Six (6) months".
  if (words[place] === '(' && words[place + 1] === String(count) && words[place + 2] === ')')
    place += 3
  const unit = units[words[place] ?? '']
  return unit ? { end: place + 1, value: { count, unit } } : undefined
}

function longest(words: readonly string[], at: number, forms: WordForms): number | undefined {
  return endsAt(words, at, forms)[0]
}

function oneOf(
  words: readonly string[],
  at: number,
  set: ReadonlySet<string>,
): { end: number; found: boolean } {
  const found = set.has(words[at] ?? '')
  return { end: found ? at + 1 : at, found }
}

const forms = (...texts: string[]): WordForms => writtenForms(texts)
const leads = forms(
  'within the',
  'in less than',
  'within less than',
  'within approximately',
  'within about',
  'at any time in the',
  'anytime in the',
  'any time within',
  'at any time during the',
  'at any time within the',
  'in the immediate',
  'taken within',
  'obtained within',
  'documented within',
  'measured within',
  'assessed within',
  'recorded within',
  'collected within',
  'confirmed within',
  'treated within',
  'hospitalized within',
  'started within',
  'initiated within',
  'developed within',
  'experienced within',
  'resolved within',
  'received within',
  'used within',
  'given within',
  'completed within',
  'implanted within',
  'placed within',
  'undertaken within',
  'requiring treatment within',
  'have occurred within',
  'within a',
  'occurred within',
  'occurring within',
  'that occurred within',
  'performed within',
  'diagnosed within',
  'administered within',
  'within',
  'during',
  'in the',
  'during the',
  'over the',
  'in',
  'for the',
)
const lessThan = forms('less than', '<', '≤', '< =', '= <', '< / =', 'up to', 'within')
const moreThan = forms('more than', '>', 'greater than', 'over', '≥', 'at least', '> =')
const lastingLeads = forms(
  'for at least',
  'for more than',
  'for longer than',
  'for greater than',
  'for ≥',
  'for >',
  'for a minimum of',
  'of at least',
  'lasting at least',
  'lasting more than',
  'lasting longer than',
  'lasting ≥',
  'since at least',
  'for over',
)
const followed = new Set([
  'prior',
  'before',
  'after',
  'of',
  'from',
  'preceding',
  'following',
  'or',
  'and',
  'to',
])
const recent = new Set(['last', 'past', 'previous', 'preceding', 'prior'])

const units: Readonly<Record<string, NonNullable<AskedTime['unit']>>> = {
  hour: 'hour',
  h: 'hour',
  day: 'day',
  week: 'week',
  wk: 'week',
  month: 'month',
  mo: 'month',
  year: 'year',
  yr: 'year',
}

const numbers: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  fourteen: 14,
}
