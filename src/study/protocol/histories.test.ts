import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Protocol } from './document/protocol.ts'
import type { OperatorSetting } from './document/settings.ts'
import type { Fact } from './facts/fact.ts'
import type { OpenQuestion, ProtocolDeviation } from './state/answers.ts'
import type { ParticipantState } from './state/participant-state.ts'
import { state } from './state.ts'

type Plain = string | number | boolean | null

interface Expected {
  readonly [key: string]: unknown
}
interface History {
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
const histories: readonly History[] = JSON.parse(
  readFileSync(join(here, '../../testing/vectors/histories.json'), 'utf8'),
).scenarios
const protocol = (version: string): Protocol =>
  JSON.parse(
    readFileSync(join(here, `../../../data/protocols/NCT02390596.${version}.json`), 'utf8'),
  )
const versions = { listing: protocol('listing'), published: protocol('report') }

/** A history writes details beside the value; a fact keeps them apart. Numbers become the decimals they print as. */
function factsOf({ facts }: History): readonly Fact[] {
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

function settingsOf({ settings }: History): readonly OperatorSetting[] {
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
  assert.ok(is, `no reading of “${words}”`)
  return is(question)
}

/** Compares only the keys that are given; each may list several answers that are right. */
function compare(expected: Expected, found: ParticipantState): string[] {
  const wrong: string[] = []
  const check = (what: string, isRight: boolean, got: unknown) => {
    if (!isRight) wrong.push(`${what}: ${JSON.stringify(got)}`)
  }
  const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value])
  for (const [key, value] of Object.entries(expected)) {
    if (key === 'eligible') {
      check(key, list(value).includes(found.eligibility.answer), [
        found.eligibility.answer,
        found.eligibility.by,
      ])
    } else if (key === 'earliest') {
      check(key, found.eligibility.earliest === value, found.eligibility.earliest)
    } else if (key === 'nextDose') {
      const wanted = value as { mg?: number; accept?: number[]; hold?: unknown; refuse?: boolean }
      const [next] = found.nextDoses
      const amount = next?.kind === 'give' ? Number(next.dose?.amount.value) : undefined
      const right =
        (wanted.mg !== undefined && amount === wanted.mg) ||
        (wanted.accept?.includes(amount ?? NaN) ?? false) ||
        (wanted.hold !== undefined && next?.kind === 'hold') ||
        // Held, with every right amount shown for a person to choose.
        (next?.kind === 'hold' && next.options.length > 1) ||
        (wanted.refuse === true && next?.kind === 'refuse')
      check(key, right, [next?.kind, next?.dose?.amount, next?.because, next?.missing, wanted])
      check(
        'options',
        (next?.options ?? []).every(
          ({ amount }) => wanted.accept?.includes(Number(amount.value)) ?? true,
        ),
        next?.options,
      )
    } else if (endpointKeys.includes(key)) {
      const endpoint = found.endpoints.find(({ id }) => id === key)
      const answer = endpoint?.answer ?? 'notDefined'
      check(key, list(value).includes(answer), [answer, endpoint?.because, endpoint?.grounds])
    } else if (key === 'visit') {
      const wanted = value as Record<string, string>
      for (const [id, standing] of Object.entries(wanted).filter(([id]) => id !== 'due')) {
        const visit = found.visits.find((one) => one.id === id)
        check(`visit ${id}`, (visit?.standing ?? 'notDefined') === standing, visit)
        if (wanted['due'] !== undefined) check('due', visit?.due === wanted['due'], visit?.due)
      }
    } else if (key === 'safety') {
      const [one] = found.safety
      for (const [name, wanted] of Object.entries(value as Record<string, unknown>))
        check(
          `safety ${name}`,
          Object.entries(one ?? {}).some(([own, got]) => own === name && got === wanted),
          one,
        )
    } else if (key === 'deviation') {
      for (const words of list(value))
        check(
          key,
          found.deviations.some((one) => saysSo(String(words), one)),
          [words, found.deviations],
        )
    } else if (key === 'ask') {
      for (const words of list(value))
        check(
          key,
          found.questions.some((one) => isAsked(String(words), one)),
          [words, found.questions],
        )
    } else if (key === 'stop') {
      check(key, found.stop.stopped, found.stop)
    } else if (key === 'reconsent') {
      check(key, found.version.reconsent === value, found.version)
    } else if (key === 'within48Ends') {
      const ready = found.endpoints.find(({ id }) => id === 'primary')?.readyAt
      check(
        key,
        ready !== undefined &&
          Temporal.Instant.from(ready).equals(Temporal.Instant.from(String(value))),
        ready,
      )
    }
  }
  return wrong
}

for (const history of histories)
  for (const name of ['listing', 'published'] as const)
    test(`${history.id} ${name}: ${history.title}`, () => {
      const version = { protocol: versions[name], settings: settingsOf(history) }
      const found = state([version], factsOf(history), history.now)
      assert.deepEqual(compare(history.expected[name], found), [])
    })
