import type { Protocol, ProtocolItem } from '../../protocol/document/protocol.ts'
import { bookOf } from '../../protocol/expression/scene.ts'
import { type Chart, readCharts } from '../../protocol/facts/chart.ts'
import {
  type Moment,
  compareMoments,
  orderMoments,
  readMoment,
} from '../../protocol/time/moment.ts'
import { isTimeProblem } from '../../protocol/time/problems.ts'
import { type ConductCase, itemOf, zoneOf } from '../model/case.ts'
import { type NewFact, plainFact } from '../model/facts.ts'
import { farFromLast } from './far-from-last.ts'
import { type ReadTyped, readTypedValue } from './read-typed-value.ts'
import { askedDetails } from './asked-details.ts'
import { type FactProblem, longestFact, type TypedFact } from './typed-fact.ts'
import { isMomentFault, readTypedMoment } from './typed-moment.ts'

/** What was typed as facts, or everything that is wrong with it: then none of it is recorded. */
export type ReadTypedFacts =
  | { readonly facts: readonly NewFact[] }
  | { readonly problems: readonly FactProblem[] }

/**
 * Reads what was typed of a participant, by the items of their version, the clocks of their site and what is known. What can be
 * one thing alone, such as the day of birth, is recorded once and then corrected (`isCorrection`).
 */
export function readTypedFacts(
  known: ConductCase,
  typed: readonly TypedFact[],
  visit?: string,
  isCorrection = false,
): ReadTypedFacts {
  const circumstances = circumstancesOf(known, typed)
  const given = { ...circumstances, protocol: known.protocol, isCorrection }
  const read = typed.map((one) => readOne(one, given))
  const wrong = read.flatMap((one) => ('problems' in one ? one.problems : []))
  const twice = isCorrection
    ? []
    : typed.flatMap((one) => recordedOnce(one, known.protocol, circumstances))
  // What is wrong by itself is said first.
  const problems = [
    ...wrong,
    ...twice.filter(({ item }) => wrong.every((one) => one.item !== item)),
  ]
  if (problems.length > 0) return { problems }
  const facts = read.flatMap((one) => ('fact' in one ? [one.fact] : []))
  return { facts: facts.map((fact) => ({ ...fact, ...(visit !== undefined && { visit }) })) }
}

/** Who is born once is not born a second time: a second value is a correction, on the page of the first. */
function recordedOnce(
  { item }: TypedFact,
  { items }: Protocol,
  { chart }: Circumstances,
): readonly FactProblem[] {
  if (items.find(({ id }) => id === item)?.repeats !== 'once') return []
  const last = chart.of(item).findLast(({ value }) => !open.has(value.type))
  if (!last) return []
  const given = String(last.fact.value)
  return [{ code: 'recordedOnce', item, part: 'value', given }]
}

/** What says no value yet. */
const open: ReadonlySet<string> = new Set(['not known', 'none', 'not applicable'])

/** What a typed fact is held against. */
interface Circumstances {
  readonly chart: Chart
  readonly zone: string
  readonly now: Moment
  /** The item of the birth date, and the birth as it is known or typed in the same form. */
  readonly birthItem: string | undefined
  readonly birth: Moment | undefined
  /** Since when nothing may be collected any more: consent to visits, or to all, was withdrawn. */
  readonly ended: Moment | undefined
  /** The first thing that was recorded of this participant's body or doings, but for their birth. */
  readonly first: Moment | undefined
}

function circumstancesOf(known: ConductCase, typed: readonly TypedFact[]): Circumstances {
  const { protocol, state, facts } = known
  const zone = zoneOf(known)
  const now = readMoment(state.now, zone)
  if (isTimeProblem(now)) throw new RangeError('a case has no moment')
  const book = bookOf(protocol)
  const { chart } = readCharts(facts.map(plainFact), { items: book.items, now, zone })
  const birthItem = itemOf(protocol, 'birth date')?.id
  const typedBirth = typed.find(({ item }) => item === birthItem)?.value.trim()
  const birth = typedBirth ? readMoment(typedBirth, zone) : bornOn(chart, birthItem)
  return {
    chart,
    zone,
    now,
    birthItem,
    // A birth to come is refused itself, and nothing is held against it.
    birth: birth && !isTimeProblem(birth) && compareMoments(birth, now) !== 1 ? birth : undefined,
    ended: endedAt(known, zone),
    first: protocol.items
      .filter(({ id }) => id !== birthItem)
      .flatMap(({ id }) => chart.of(id).map(({ moment }) => moment))
      .toSorted((one, other) => (one.until < other.until ? -1 : 1))[0],
  }
}

function bornOn(chart: Chart, birthItem: string | undefined): Moment | undefined {
  const value = birthItem === undefined ? undefined : chart.of(birthItem).at(-1)?.value
  return value?.type === 'date' ? value.moment : undefined
}

/** Who withdrew from treatment and from visits is asked nothing more from the later of the two on; one alone does not end it. */
function endedAt({ state }: ConductCase, zone: string): Moment | undefined {
  const { treatment, visits } = state.withdrawn
  if (treatment === undefined || visits === undefined) return undefined
  const moments = [treatment, visits].flatMap((at) => {
    const read = readMoment(at, zone)
    return isTimeProblem(read) ? [] : [read]
  })
  return moments.toSorted(orderMoments).at(-1)
}

function readOne(
  typed: TypedFact,
  circumstances: Circumstances & { readonly protocol: Protocol; readonly isCorrection: boolean },
): { readonly fact: NewFact } | { readonly problems: readonly FactProblem[] } {
  const { protocol, isCorrection } = circumstances
  const item = protocol.items.find(({ id }) => id === typed.item)
  if (!item) return { problems: [{ code: 'noItem', item: typed.item, part: 'form' }] }
  const problems: FactProblem[] = []
  const moment = momentOf(typed, circumstances, problems)
  const read = typed.isNotDone
    ? notDone(typed, problems)
    : valueOf(typed, item, { ...circumstances, ...(!isCorrection && { moment }) }, problems)
  if (Math.max(typed.site.length, typed.method.length) > longestName)
    problems.push({ code: 'tooLong', item: item.id, part: 'value' })
  const said = saidDetails(typed, protocol, problems)
  if (!moment || !read || problems.length > 0) return { problems }
  const details = { ...read.details, ...said }
  const more = Object.keys(details).length > 0 && { details }
  return { fact: { item: item.id, ...read, at: moment.text, ...takenOf(typed, item), ...more } }
}

/** The details that the protocol asks of an item: one that tells readings apart is needed with each value. */
function saidDetails(
  { item, details = {}, isNotDone }: TypedFact,
  protocol: Protocol,
  problems: FactProblem[],
): Readonly<Record<string, string>> {
  const said: Record<string, string> = {}
  for (const { name, choices } of askedDetails(protocol, item)) {
    const value = oneLine(details[name] ?? '')
    const isChosen = choices.length === 0 || choices.includes(value)
    const isNeeded = choices.length > 0 && !isNotDone
    if (value.length > longestName || (!isChosen && (value !== '' || isNeeded)))
      problems.push({ code: 'noDetail', item, part: 'detail', detail: name })
    if (value !== '') said[name] = value
  }
  return said
}

const longestName = 100

function momentOf(
  typed: TypedFact,
  { zone, now, birth, birthItem, ended }: Circumstances,
  problems: FactProblem[],
): Moment | undefined {
  const { item } = typed
  const read = readTypedMoment(typed.at, zone)
  if (isMomentFault(read)) {
    const { fault: code, offsets, given } = read
    const part = code === 'twice' ? 'offset' : 'moment'
    problems.push({ code, item, part, ...(offsets && { offsets }), ...(given && { given }) })
    return undefined
  }
  const wrong = (code: FactProblem['code'], given?: string): void => {
    problems.push({ code, item, part: 'moment', ...(given !== undefined && { given }) })
  }
  if (compareMoments(read, now) === 1) wrong('future')
  else if (birth && item !== birthItem && compareMoments(read, birth) === -1)
    wrong('beforeBirth', birth.text)
  else if (ended && compareMoments(read, ended) === 1) wrong('afterWithdrawal', ended.text)
  return read
}

function notDone(typed: TypedFact, problems: FactProblem[]): Pick<NewFact, 'value' | 'details'> {
  const why = typed.whyNot.trim()
  const { item } = typed
  if (typed.value.trim() !== '') problems.push({ code: 'both', item, part: 'whyNot' })
  if (why === '') problems.push({ code: 'noReasonNot', item, part: 'whyNot' })
  if (why.length > longestFact) problems.push({ code: 'tooLong', item, part: 'whyNot' })
  return { value: null, details: { notDone: why } }
}

function valueOf(
  typed: TypedFact,
  item: ProtocolItem,
  circumstances: Circumstances & {
    readonly protocol: Protocol
    readonly moment?: Moment | undefined
  },
  problems: FactProblem[],
): Pick<NewFact, 'value' | 'unit' | 'details'> | undefined {
  const read = readTypedValue(typed, item, circumstances.zone)
  if ('code' in read) {
    problems.push(read)
    return undefined
  }
  const wrong =
    read.doubt ??
    wrongDay(typed, read, circumstances) ??
    farFromLast(typed, read.means, circumstances.moment, circumstances)
  if (wrong) problems.push(wrong)
  return read.value
}

/** A day that is a value: nobody has a first day of fever before their birth, or was born after they were measured. */
function wrongDay(
  typed: TypedFact,
  { means }: ReadTyped,
  { now, birth, birthItem, first }: Circumstances,
): FactProblem | undefined {
  if (means?.type !== 'date') return undefined
  const { item } = typed
  const day = means.moment
  const wrong = (code: FactProblem['code'], given: string): FactProblem => ({
    code,
    item,
    part: 'value',
    given,
  })
  const isLater = compareMoments(day, now) === 1
  if (item === birthItem) {
    if (isLater) return wrong('future', day.text)
    if (isLongAgo(day, now)) return wrong('bornLongAgo', day.text)
    return first && compareMoments(first, day) === -1 ? wrong('bornLater', first.text) : undefined
  }
  if (birth && compareMoments(day, birth) === -1) return wrong('valueBeforeBirth', birth.text)
  if (!isLater || typed.sureOf === typed.value.trim()) return undefined
  return { code: 'farDay', item, part: 'sure' }
}

/** Nobody who was born more than 125 years ago takes part: the longest life on record had 122. */
function isLongAgo(birth: Moment, now: Moment): boolean {
  return Number(now.firstDay.slice(0, 4)) - Number(birth.lastDay.slice(0, 4)) > 125
}

/** Where and how it was taken, in one line each, without what cannot be seen. */
function takenOf(typed: TypedFact, item: ProtocolItem): Pick<NewFact, 'site' | 'method'> {
  if (item.type !== 'quantity') return {}
  const [site, method] = [typed.site, typed.method].map(oneLine)
  return { ...(site && { site }), ...(method && { method }) }
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '').trim()
}
