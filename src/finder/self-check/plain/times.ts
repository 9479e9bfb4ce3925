import type { AskedAnchor, AskedTime } from '../../../words/language/asked.ts'
import { type WordForms, endsAt, formsOf, writtenForms } from './forms.ts'

/** Something read at a place of a rule's words, and the place after it. */
export interface FoundAt<T> {
  readonly end: number
  readonly value: T
}

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
  const kind = more === undefined ? 'within' : 'moreThan'
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
  if (anchored) return [{ end: anchored.end, value: { ...time, anchor: anchored.value } }]
  // "Within 6 months prior" is whole; "within 6 months after", "for 6 months" are other times.
  const end = words[at] === 'prior' || words[at] === 'before' ? at + 1 : at
  if (['after', 'of', 'from', 'following', 'post', 'to'].includes(words[end] ?? '')) return []
  return isRecent || words[at - 1] !== undefined ? [{ end, value: time }] : []
}

function lengthAt(
  words: readonly string[],
  at: number,
): FoundAt<Required<Pick<AskedTime, 'count' | 'unit'>>> | undefined {
  let place = at
  const word = words[place] ?? ''
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

function anchorAt(
  words: readonly string[],
  at: number,
  by: readonly string[],
): FoundAt<AskedAnchor> | undefined {
  const lead = words[at] ?? ''
  if (!by.includes(lead)) return undefined
  let place = at + 1
  if (lead === 'prior' && words[place] === 'to') place += 1
  if (words[place] === 'the' || words[place] === 'their' || words[place] === 'this') place += 1
  if (timeOf.has(words[place] ?? '') && words[place + 1] === 'of') place += 2
  if (words[place] === 'the') place += 1
  let best: FoundAt<AskedAnchor> | undefined
  for (const [forms, value] of anchorForms) {
    const [end = 0] = endsAt(words, place, forms)
    if (end > (best?.end ?? 0)) best = { end, value }
  }
  return best
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
const moreThan = forms('more than', '>', 'greater than', 'over')
const timeOf = new Set(['time', 'date', 'day', 'start'])
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

/** What criteria call the events of a study. */
const anchors: Readonly<Record<AskedAnchor, string>> = {
  entry:
    'enrollment|study enrollment|inclusion|study entry|entry|entering the study|entry into the study|study inclusion|inclusion in the study|study start|study|start of the study|beginning of the study|study participation|participation|participation in the study|trial entry|baseline|registration|recruitment|start of study|trial|study begin|beginning of study|entry into study|study registration|this study|this trial|the trial|enrolment into the study|enrollment in this study|enrolment in the trial|entering into the study|inclusion visit|subject registration|patient registration|study registration|inclusion into the study|study commencement|beginning the study|joining the study|trial registration|trial start|trial inclusion|trial enrollment|enrollment in the study|enrollment into the study|start of the trial|enrolling',
  screening:
    'screening|screening visit|screening visit (visit 1)|visit 0|day of screening|screening period|screening (visit 1)|pre screening|selection|screening for the study|screening evaluation|screening assessment|screening assessments|screening procedures|screening tests|screening for this study|v0|screening visit 1|the screening visit v1|initial screening|screening examination|first screening visit|start of screening',
  draw: 'randomization|randomisation|study randomization|randomization into the study|randomization in the study|being randomized|randomization visit|allocation|day of randomization',
  firstDose:
    'first dose|first dose of study drug|first dose of study treatment|first dose of study medication|first dose of the study drug|first dose of study intervention|first dose of investigational product|study drug administration|start of study treatment|start of treatment|start of study drug|initiation of study treatment|initiation of study drug|initiation of treatment|initiation of study therapy|study treatment|first administration of study drug|first study drug administration|first dose of trial treatment|first dose of trial medication|dosing|first dosing|cycle 1 day 1|day 1 of treatment|first study treatment|first dose of treatment|start of study medication|start of study therapy|start of therapy|first administration|first dose of investigational drug|first administration of the study drug|first administration of study treatment|initiation of study medication|investigational product administration|administration of study drug|first infusion|first injection|treatment|first treatment|first dose of study therapy|day 1 of study treatment|first dose of the study treatment|first dose of the study medication|administration of the study drug|first vaccination|vaccination|first dose of study vaccine|study vaccination|study intervention|start of study intervention|first infusion of study drug|first dose of study product|first dose of investigational medicinal product|first dose of the investigational product|first dose of imp|first dose of study agent|first dose of study medicine|start of trial treatment|start of trial therapy|start of the study treatment|start of the study drug|start of the treatment|starting treatment|starting study treatment|starting study drug|study drug treatment|study drug initiation|study treatment initiation|treatment initiation|treatment start|initiation of trial treatment|initiation of the study drug|initiation of study intervention|first trial treatment|first study vaccination|dose 1|study dosing|day 1 of treatment|day 1 of cycle 1|day 1 of study|first use of study drug|first dose of drug|first medication|first dose of vaccine|first study drug dose|first administration of trial drug|administration of the first dose of study drug|beginning of treatment|beginning study treatment|c1d1|first use of the study drug|first study dose|first dose of study drug administration|first administration of investigational product|first injection of study drug|first infusion of study treatment',
  visit:
    'visit 1|day 1|v1|v2|visit 3|first visit of the study|clinic visit|enrollment visit|the visit|first visit|first study visit|visit 2|baseline visit|study visit|day 0|initial visit',
  consent:
    'consent|informed consent|signing informed consent|signing the informed consent|signing of informed consent|signing of the informed consent|signing the informed consent form|providing informed consent|signature of informed consent|time of consent|icf|study consent|signing the icf|signing of the icf|signing of icf|signing icf|date of informed consent|informed consent signature|provision of informed consent|signing informed consent form|signing of the consent form|signing the consent form|signing consent|obtaining informed consent',
  surgery:
    'surgery|procedure|index procedure|operation|study procedure|implantation|intervention|index surgery|transplant|transplantation',
  admission: 'admission|hospital admission|hospitalization|presentation|index hospitalization',
}

const anchorForms = (Object.keys(anchors) as AskedAnchor[]).map(
  (anchor): readonly [WordForms, AskedAnchor] => [formsOf(anchors[anchor]), anchor],
)
