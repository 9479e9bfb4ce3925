import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Protocol } from '../study/protocol/document/protocol.ts'
import type { OperatorSetting } from '../study/protocol/document/settings.ts'
import type { Fact } from '../study/protocol/facts/fact.ts'
import type { OpenQuestion, ProtocolDeviation } from '../study/protocol/state/answers.ts'
import type { ParticipantState } from '../study/protocol/state/participant-state.ts'
import { state } from '../study/protocol/state.ts'

type Plain = string | number | boolean | null

interface Expected {
  readonly [key: string]: unknown
}
/** An invented child with what each source says of them, worked out by hand. */
export interface WorkedHistory {
  readonly id: string
  readonly title: string
  readonly now: string
  readonly settings: {
    readonly visitWindow?: Record<string, { earlyDays: number; lateDays: number }>
  }
  readonly facts: readonly Readonly<Record<string, Plain>>[]
  readonly expected: Readonly<Record<'listing' | 'published', Expected>>
}

const here = import.meta.dirname
/** The thirty histories, in their order. */
export const workedHistories: readonly WorkedHistory[] = JSON.parse(
  readFileSync(join(here, 'vectors/histories.json'), 'utf8'),
).scenarios
const protocol = (version: string): Protocol =>
  JSON.parse(readFileSync(join(here, `../../data/protocols/NCT02390596.${version}.json`), 'utf8'))
const versions = { listing: protocol('listing'), published: protocol('report') }

/** A history writes details beside the value; a fact keeps them apart. Numbers become the decimals they print as. */
export function factsOfHistory({ facts }: WorkedHistory): readonly Fact[] {
  const text = (value: Plain) => (typeof value === 'number' ? String(value) : value)
  return facts.map(({ at, item, value, unit, site, ...rest }, index) => ({
    id: `f${index}`,
    at: String(at),
    item: String(item),
    value: text(value ?? null),
    ...(unit !== undefined && { unit: String(unit) }),
    ...(site !== undefined && { site: String(site) }),
    details: Object.fromEntries(Object.entries(rest).map(([name, one]) => [name, text(one)])),
  }))
}

function settingsOf({ settings }: WorkedHistory): readonly OperatorSetting[] {
  return Object.entries(settings.visitWindow ?? {}).map(([visit, { earlyDays, lateDays }]) => ({
    sets: 'visit window',
    visit,
    window: { early: `P${earlyDays}D`, late: `P${lateDays}D` },
    by: 'the sponsor',
  }))
}

const endpointKeys = ['primary', 'activityPhysician', 'activityParent', 'zBelow25', 'zBelow2']

/** A deviation said in words: its numbers, and what was not done. */
function saysSo(words: string, one: ProtocolDeviation): boolean {
  const numbers = words.match(/\d+(?:\.\d+)?/g) ?? []
  const told = JSON.stringify([one.found, one.expected, one.dose])
  if (/not taken before/.test(words)) return one.type === 'not taken before'
  if (/^missed .*visit/.test(words)) return one.type === 'visit missed'
  return one.type.startsWith('dose') && numbers.every((number) => told.includes(`"${number}"`))
}

/** What a question in the histories is about. */
const askedAs: readonly (readonly [RegExp, (question: OpenQuestion) => boolean])[] = [
  [/^(?:no )?temperature/, ({ missing }) => missing?.item === 'temperature'],
  [/run/, ({ type }) => type === 'doubt'],
  [/illness day/, ({ type, given }) => type === 'silent' && given?.['value'] !== undefined],
  [/ceiling/, ({ type, node }) => type === 'silent' && node === 'ceiling'],
  [/baseline or current/, ({ type }) => type === 'weight'],
  [/^body weight/, ({ missing }) => missing?.item === 'bodyWeight'],
  [/missing J3/, ({ type }) => type === 'missing value'],
  [/one reading/, ({ type }) => type === 'doubt'],
  [/withdrawal/, ({ type }) => type === 'withdrawal'],
  [/definition/, ({ type, node }) => type === 'silent' && /activity|coronary/.test(node ?? '')],
  [/diameter/, ({ type }) => type === 'not comparable'],
  [/complete response/, ({ type }) => type === 'judgement'],
  [/last visit/, ({ type, node }) => type === 'silent' && node === 'lastVisit'],
  [/reference safety/, ({ type }) => type === 'expectedness'],
  [/version 2/, ({ type }) => type === 'version'],
  [/new consent/, ({ type }) => type === 'reconsent'],
]

function isAsked(words: string, question: OpenQuestion): boolean {
  const [, is] = askedAs.find(([pattern]) => pattern.test(words)) ?? []
  if (!is) throw new Error(`no reading of “${words}”`)
  return is(question)
}

/** What a version says otherwise than was worked out by hand; nothing where all is as written. */
export function historyDifferences(
  history: WorkedHistory,
  name: 'listing' | 'published',
): readonly string[] {
  const version = { protocol: versions[name], settings: settingsOf(history) }
  const found = state([version], factsOfHistory(history), history.now)
  return compare(history.expected[name], found)
}

/** Compares only the keys that are given; each may list several answers that are right. */
function compare(expected: Expected, found: ParticipantState): readonly string[] {
  return Object.entries(expected).flatMap(([key, value]) => {
    const comparer = endpointKeys.includes(key) ? compareEndpoint(key) : comparers[key]
    return comparer ? comparer(value, found).map((wrong) => `${key}: ${wrong}`) : []
  })
}

type Comparer = (value: unknown, found: ParticipantState) => readonly string[]

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value])
const unless = (isRight: boolean, got: unknown): readonly string[] =>
  isRight ? [] : [JSON.stringify(got) ?? 'nothing']

const comparers: Readonly<Partial<Record<string, Comparer>>> = {
  eligible: (value, { eligibility }) =>
    unless(list(value).includes(eligibility.answer), [eligibility.answer, eligibility.by]),
  earliest: (value, { eligibility }) => unless(eligibility.earliest === value, eligibility),
  nextDose: (value, found) => compareDose(value, found),
  visit: (value, { visits }) => compareVisit(value, visits),
  safety: (value, { safety: [one] }) =>
    Object.entries(Object(value)).flatMap(([name, wanted]) =>
      unless(
        Object.entries(one ?? {}).some(([own, got]) => own === name && got === wanted),
        one,
      ),
    ),
  deviation: (value, { deviations }) =>
    list(value).flatMap((words) =>
      unless(
        deviations.some((one) => saysSo(String(words), one)),
        [words, deviations],
      ),
    ),
  ask: (value, { questions }) =>
    list(value).flatMap((words) =>
      unless(
        questions.some((one) => isAsked(String(words), one)),
        [words, questions],
      ),
    ),
  stop: (_, { stop }) => unless(stop.stopped, stop),
  reconsent: (value, { version }) => unless(version.reconsent === value, version),
  within48Ends: (value, { endpoints }) => {
    const ready = endpoints.find(({ id }) => id === 'primary')?.readyAt
    const same = (text: string) => Temporal.Instant.from(text).epochMilliseconds
    return unless(ready !== undefined && same(ready) === same(String(value)), ready)
  },
}

/** An endpoint that the version does not name is not defined by it. */
function compareEndpoint(key: string): Comparer {
  return (value, { endpoints }) => {
    const endpoint = endpoints.find(({ id }) => id === key)
    return unless(list(value).includes(endpoint?.answer ?? 'notDefined'), endpoint)
  }
}

/** Held with every right amount shown for a person to choose is as good as one of them. */
function compareDose(value: unknown, { nextDoses: [next] }: ParticipantState): readonly string[] {
  const { mg, accept = [], hold, refuse }: WantedDose = Object(value)
  const amount = next?.kind === 'give' ? Number(next.dose?.amount.value) : undefined
  const options = (next?.options ?? []).map((one) => Number(one.amount.value))
  const isRight =
    (mg !== undefined && amount === mg) ||
    (amount !== undefined && accept.includes(amount)) ||
    (hold !== undefined && next?.kind === 'hold') ||
    (next?.kind === 'hold' && options.length > 1 && options.every((one) => accept.includes(one))) ||
    (refuse === true && next?.kind === 'refuse')
  return unless(isRight, next)
}

interface WantedDose {
  readonly mg?: number
  readonly accept?: readonly number[]
  readonly hold?: unknown
  readonly refuse?: boolean
}

function compareVisit(value: unknown, visits: ParticipantState['visits']): readonly string[] {
  const { due, ...standings }: Record<string, string> = Object(value)
  return Object.entries(standings).flatMap(([id, standing]) => {
    const visit = visits.find((one) => one.id === id)
    const isRight = (visit?.standing ?? 'notDefined') === standing
    return unless(isRight && (due === undefined || visit?.due === due), visit)
  })
}
