import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { sql } from 'kysely'
import { type AuditEvent, hashOfEvent } from '../people/audit/event.ts'
import { exportTrail } from '../people/audit/export-trail.ts'
import { type AuditVerdict, verifyAudit } from '../people/audit/verify.ts'
import type { Anchor } from '../people/audit/anchors.ts'
import { isPostgres } from '../people/records/model/dialect.ts'
import type { Records, Tx } from '../people/records/model/records.ts'
import { insertRows } from '../people/records/model/rows.ts'

/** What the verifier says that stands alone. */
export type LoneVerdict =
  | { readonly lines: number; readonly anchored: number }
  | { readonly bad: number; readonly from: number; readonly why: string }

/** The verifier that stands alone: it is no part of the product, so it is loaded from where it lies. */
export async function loneVerifier(): Promise<(trail: string, anchors?: string) => LoneVerdict> {
  const file = join(import.meta.dirname, '../../scripts/verify-trail.ts')
  const loaded = (await import(pathToFileURL(file).href)) as {
    readonly verifyTrail: (trail: string, anchors?: string) => LoneVerdict
  }
  return loaded.verifyTrail
}

/** A trail that somebody changed who can write to the database and knows how hashes are made, and the first line that differs. */
export interface Tampered {
  readonly lines: readonly AuditEvent[]
  readonly first: number
}

/** A whole number from 0 and below the one given. */
export type Draw = (below: number) => number

/** The ways to tamper with a trail; each draws where and with what. */
export const tamperings: Readonly<
  Record<string, (lines: readonly AuditEvent[], draw: Draw) => Tampered>
> = {
  'edit a field': editField,
  'delete a middle line': (lines, draw) => {
    const at = draw(lines.length - 1)
    return { lines: lines.toSpliced(at, 1), first: at + 1 }
  },
  'cut the end off': (lines, draw) => {
    const kept = draw(lines.length)
    return { lines: lines.slice(0, kept), first: kept + 1 }
  },
  'swap two lines': swap,
  'insert a line': insertLine,
  'write all hashes anew from some line on': (lines, draw) => {
    const at = draw(lines.length)
    const changed = lines.with(at, otherDetails(lineAt(lines, at), draw))
    return { lines: chained(changed, at), first: at + 1 }
  },
  'an older database that went on': (lines, draw) => {
    const kept = draw(lines.length)
    const more = Array.from({ length: draw(4) }, () => otherDetails(lineAt(lines, kept), draw))
    return { lines: chained([...lines.slice(0, kept), ...more], kept), first: kept + 1 }
  },
}

/**
 * What both walkers say of a trail in the database after it was tampered with, triggers dropped first: that of the product, and
 * one over its export. Nothing of it stays.
 */
export async function verdictsOn(
  records: Records,
  lines: readonly AuditEvent[],
  anchors: readonly Anchor[],
): Promise<{ readonly verdict: AuditVerdict; readonly exported: string }> {
  let seen: { verdict: AuditVerdict; exported: string } | undefined
  const undone = new Error('undone')
  try {
    await records.write(async (tx) => {
      await replaceLines(tx, lines)
      const verdict = await verifyAudit(tx, anchors)
      seen = { verdict, exported: (await Array.fromAsync(exportTrail(tx))).join('') }
      throw undone
    })
  } catch (error) {
    if (error !== undone) throw error
  }
  if (!seen) throw new Error('nothing was seen')
  return seen
}

async function replaceLines(tx: Tx, lines: readonly AuditEvent[]): Promise<void> {
  const table = isPostgres(tx) ? sql` on audit_event` : sql``
  for (const name of ['no_gap', 'no_update', 'no_delete'])
    await sql`drop trigger ${sql.ref(`audit_event_${name}`)}${table}`.execute(tx)
  await tx.deleteFrom('audit_event').execute()
  await insertRows(tx, 'audit_event', lines)
}

const fields = [
  'seq',
  'at',
  'actor',
  'action',
  'subject',
  'details',
  'previous_hash',
  'hash',
] as const

function editField(lines: readonly AuditEvent[], draw: Draw): Tampered {
  const at = draw(lines.length)
  const line = lineAt(lines, at)
  const field = fields[draw(fields.length)] ?? 'details'
  const edited = { ...line, [field]: editedValue(line, field, { lines, draw }) }
  const sorted = lines.with(at, edited).toSorted((one, other) => one.seq - other.seq)
  return { lines: sorted, first: edited.seq < 1 ? 1 : at + 1 }
}

function editedValue(
  line: AuditEvent,
  field: (typeof fields)[number],
  { lines, draw }: { readonly lines: readonly AuditEvent[]; readonly draw: Draw },
): string | number {
  switch (field) {
    case 'seq':
      return draw(2) === 0 ? lines.length + 1 + draw(50) : -draw(50)
    case 'at':
      return new Date(Date.parse(line.at) + (1 + draw(9_999_999))).toISOString()
    case 'actor':
      return line.actor === 'person' ? 'operator' : 'person'
    case 'details':
      return otherDetails(line, draw).details
    case 'action':
    case 'subject':
    case 'previous_hash':
    case 'hash': {
      const place = draw(line[field].length + 1)
      return `${line[field].slice(0, place)}x${line[field].slice(place)}`
    }
  }
}

function swap(lines: readonly AuditEvent[], draw: Draw): Tampered {
  const one = draw(lines.length - 1)
  const other = one + 1 + draw(lines.length - 1 - one)
  const [a, b] = [lineAt(lines, one), lineAt(lines, other)]
  const swapped = lines.with(one, { ...b, seq: a.seq }).with(other, { ...a, seq: b.seq })
  return { lines: swapped, first: one + 1 }
}

/** With those behind it renumbered; in one of two cases all hashes are made anew. */
function insertLine(lines: readonly AuditEvent[], draw: Draw): Tampered {
  const at = draw(lines.length)
  const made = otherDetails(lineAt(lines, at), draw)
  const all = [...lines.slice(0, at), made, ...lines.slice(at)]
  const isChained = draw(2) === 0
  return {
    lines: isChained ? chained(all, at) : all.map((line, index) => ({ ...line, seq: index + 1 })),
    first: at + 1,
  }
}

function otherDetails(line: AuditEvent, draw: Draw): AuditEvent {
  return { ...line, details: JSON.stringify({ forged: draw(2 ** 31) }) }
}

/** Numbers and hashes made anew from one line on, as the product would. */
function chained(lines: readonly AuditEvent[], from: number): AuditEvent[] {
  let previous_hash = lines[from - 1]?.hash ?? ''
  return lines.map((line, index) => {
    if (index < from) return line
    const renumbered = { ...line, seq: index + 1, previous_hash }
    previous_hash = hashOfEvent(renumbered)
    return { ...renumbered, hash: previous_hash }
  })
}

function lineAt(lines: readonly AuditEvent[], at: number): AuditEvent {
  const line = lines[at]
  if (!line) throw new Error(`there is no line ${at}`)
  return line
}
