import { type AuditValue, readDetails } from '../../people/audit/details.ts'
import type { AuditEvent } from '../../people/audit/event.ts'
import type { Page } from '../shell/page.ts'

/** A line of the trail in the words of the page, by the names of its columns. */
export type TrailRow = Readonly<Record<keyof Page['words']['trail']['columns'], string>>

/** What was sealed in lines, by their numbers, and the names of accounts by their ids. */
export interface TrailKnown {
  readonly secrets: ReadonlyMap<number, Readonly<Record<string, string>> | 'erased'>
  readonly names: ReadonlyMap<string, string>
}

/** One line, as the page and the spreadsheet show it. */
export function trailRow(page: Page, line: AuditEvent, { secrets, names }: TrailKnown): TrailRow {
  const words = page.words.trail
  const { by, role, before, after, why, ...more } = readDetails(line).codes
  const texts = secrets.get(line.seq)
  const name = by === undefined ? undefined : names.get(by.replace(/^account\//, ''))
  return {
    seq: String(line.seq),
    at: line.at.slice(0, 19).replace('T', ' '),
    who: [name, by ?? words.actors[line.actor]].filter(Boolean).join(' · '),
    role: role ?? '',
    action: line.action,
    subject: line.subject,
    before: spoken(before),
    after: spoken(after),
    why: why ?? '',
    more: spoken(more),
    text: texts === 'erased' ? words.erased : spoken(texts),
    hash: line.hash,
  }
}

/** Codes as they are: `state: seen, version: 3`. */
function spoken(value: AuditValue | Readonly<Record<string, AuditValue | undefined>> = ''): string {
  if (value === null) return '–'
  if (Array.isArray(value)) return value.map((each: AuditValue) => spoken(each)).join(', ')
  if (typeof value !== 'object') return String(value)
  return Object.entries(value)
    .map(([name, each]) => `${name}: ${spoken(each)}`)
    .join(', ')
}
