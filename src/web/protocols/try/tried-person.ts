import type { ItemRole, Protocol, ProtocolItem } from '../../../study/protocol/document/protocol.ts'
import type { ProtocolExamples } from '../../shell/app.ts'

/** What was typed of an invented person, as it was typed. */
export interface TriedPerson {
  readonly now: string
  /** When the answers were written down that have no time of their own. */
  readonly recorded: string
  /** One answer each, by item. */
  readonly answers: Readonly<Record<string, string>>
  readonly rows: readonly TriedRow[]
  /** When each visit was held, by visit. */
  readonly visits: Readonly<Record<string, string>>
  readonly events: readonly TriedEvent[]
  /** Since when the site works by each version, by version. */
  readonly from: Readonly<Record<string, string>>
  /** Judged by the version that was in force at the site, and not by one that is named. */
  readonly isByDate: boolean
}

/** An adverse event, with what decides whether it must be reported and by when. */
export interface TriedEvent {
  readonly name: string
  readonly at: string
  readonly serious: string
  readonly related: string
  readonly expected: string
  /** The day the sponsor knew. */
  readonly aware: string
}

/** A line of the form: something measured, given or done. */
export interface TriedRow {
  readonly item: string
  readonly at: string
  readonly value: string
  readonly site: string
}

/** So many adverse events have room. */
export const mostEvents = 3

/** What is chosen instead of a version: that of the date. */
export const byDate = 'by-date'

/** A form has at most so many lines. */
export const mostRows = 60
/** So many empty lines stand ready. */
export const spareRows = 3

/** Items that are one answer, and items that may come several times, each with its moment. */
export function formItems({ items }: Protocol): {
  readonly answers: readonly ProtocolItem[]
  readonly rows: readonly ProtocolItem[]
} {
  const asked = items.filter(({ role }) => role === undefined || !notAsked.has(role))
  const isRow = ({ type }: ProtocolItem): boolean => type === 'quantity' || type === 'event'
  return { answers: asked.filter((item) => !isRow(item)), rows: asked.filter(isRow) }
}

/** What the house records of itself, and what needs more than a line. */
const notAsked: ReadonlySet<ItemRole> = new Set(['visit', 'version effective', 'adverse event'])

/** An empty person. */
export const nobody: TriedPerson = {
  now: '',
  recorded: '',
  answers: {},
  rows: [],
  visits: {},
  events: [],
  from: {},
  isByDate: false,
}

/** An example as the form shows it; what this version does not record is left out. */
export function triedExample(
  protocol: Protocol,
  example: ProtocolExamples['people'][number],
): TriedPerson {
  const { answers, rows } = formItems(protocol)
  const units = new Map(rows.map(({ id, unit }) => [id, unit]))
  const ids = {
    answers: new Set(answers.map(({ id }) => id)),
    rows: new Set(rows.map(({ id }) => id)),
  }
  return {
    ...nobody,
    now: example.now,
    recorded: example.recorded,
    answers: Object.fromEntries(
      example.facts
        .filter(({ item }) => ids.answers.has(item))
        .map(({ item, value }) => [item, answerText(value)]),
    ),
    rows: example.facts
      .filter(({ item }) => ids.rows.has(item))
      .map(({ item, at, value, unit, site = '' }) => ({
        item,
        at,
        site,
        // The unit that stands beside the item's name need not be written again.
        value:
          unit === undefined || unit === units.get(item)
            ? String(value)
            : `${String(value)} ${unit}`,
      })),
  }
}

function answerText(value: string | boolean | null): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return value ?? ''
}
