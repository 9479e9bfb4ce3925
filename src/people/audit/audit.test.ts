import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { sql } from 'kysely'
import { isPostgres } from '../records/model/dialect.ts'
import { onEachStore, testNow } from '../../testing/test-records.ts'
import type { Records } from '../records/model/records.ts'
import { anchorsFile, writeAnchor } from './anchors.ts'
import { audit } from './append.ts'
import { type AuditEvent, hashOfEvent } from './event.ts'
import { checkAudit } from './verify.ts'

onEachStore('lines are numbered without a gap, also when they come at once', async (records) => {
  await Promise.all(Array.from({ length: 20 }, () => append(records)))
  assert.deepEqual(await checkAudit(records), { isWhole: true, events: 20, anchored: 0 })
})

onEachStore('a line goes with the write it tells of', async (records) => {
  const failing = records.write(async (tx) => {
    await audit(tx, event)
    throw new Error('no')
  })
  await assert.rejects(failing)
  assert.deepEqual(await checkAudit(records), { isWhole: true, events: 0, anchored: 0 })
})

onEachStore('the database refuses to change, delete, skip or replace a line', async (records) => {
  for (let each = 0; each < 3; each++) await append(records)
  const attempts = [
    sql`update audit_event set details = '{}' where seq = 2`,
    sql`delete from audit_event where seq = 3`,
    sql`delete from audit_event`,
    sql`insert into audit_event values (5, '', 'system', '', '', '', '', '')`,
    ...(records.kind === 'sqlite'
      ? [sql`insert or replace into audit_event values (2, '', 'system', '', '', '', '', '')`]
      : [sql`truncate audit_event`]),
  ]
  for (const attempt of attempts)
    await assert.rejects(
      records.write((tx) => attempt.execute(tx)),
      /audit event/,
    )
  assert.equal((await checkAudit(records)).isWhole, true)
})

const tamperings: Readonly<Record<string, (lines: AuditEvent[]) => AuditEvent[]>> = {
  'a changed line': (lines) => lines.with(4, { ...line(lines, 4), details: '{"people":0}' }),
  'a changed line with a fresh hash': (lines) =>
    lines.with(4, rehashed(line(lines, 4), '{"people":0}')),
  'a line taken out of the middle': (lines) => lines.toSpliced(4, 1),
  'two lines that changed places': (lines) =>
    lines.with(4, { ...line(lines, 5), seq: 5 }).with(5, { ...line(lines, 4), seq: 6 }),
  'a line put into the middle': (lines) =>
    chained([...lines.slice(0, 4), line(lines, 3), ...lines.slice(4)], 9),
  'an end that was cut off': (lines) => lines.slice(0, 6),
  'a trail written anew from one line on': (lines) =>
    chained(lines.with(4, { ...line(lines, 4), details: '{"people":0}' }), lines.length),
}

const firstBad: Readonly<Record<string, number>> = {
  // It fits those before it; the next one does not follow from it.
  'a changed line with a fresh hash': 6,
  'an end that was cut off': 7,
  // Only the anchor can tell, and it stands at the end.
  'a trail written anew from one line on': 10,
  'a line put into the middle': 10,
}

for (const [name, tamper] of Object.entries(tamperings))
  onEachStore(`found and located: ${name}`, async (records) => {
    for (let each = 0; each < 10; each++) await append(records)
    await writeAnchor(records, testNow)
    const lines = await records.db.selectFrom('audit_event').selectAll().orderBy('seq').execute()
    await withoutTriggers(records, tamper(lines))
    const verdict = await checkAudit(records)
    assert.equal(verdict.isWhole, false)
    assert.equal(!verdict.isWhole && verdict.seq, firstBad[name] ?? 5)
  })

onEachStore(
  'an anchor is written once for each state, and half a line of one does no harm',
  async (records) => {
    assert.equal(await writeAnchor(records, testNow), false)
    await append(records)
    assert.equal(await writeAnchor(records, testNow), true)
    assert.equal(await writeAnchor(records, testNow), false)
    const file = anchorsFile(records.dataDir)
    writeFileSync(file, `${readFileSync(file, 'utf8')}anchor 7 abc`)
    await append(records)
    assert.equal(await writeAnchor(records, testNow), true)
    assert.deepEqual(await checkAudit(records), { isWhole: true, events: 2, anchored: 2 })
  },
)

onEachStore('anchors that are written at once are one, and in order', async (records) => {
  for (let each = 0; each < 5; each++) {
    await append(records)
    const written = await Promise.all([1, 2, 3].map(() => writeAnchor(records, testNow)))
    assert.deepEqual(written.filter(Boolean), [true])
  }
  assert.deepEqual(await checkAudit(records), { isWhole: true, events: 5, anchored: 5 })
})

onEachStore('an anchor that was changed, made up or taken away shows', async (records) => {
  const file = anchorsFile(records.dataDir)
  for (let each = 0; each < 3; each++) {
    await append(records)
    await writeAnchor(records, testNow)
  }
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  const forged = [
    [lines[0]?.replace('anchor 1', 'anchor 2'), ...lines.slice(1)],
    [lines[0], lines[2]],
    [...lines, 'restored 1 abc 2026-11-25T00:00:00.000Z proof'],
  ]
  for (const each of forged) {
    writeFileSync(file, `${each.join('\n')}\n`)
    const verdict = await checkAudit(records)
    assert.match(verdict.isWhole ? '' : verdict.problem, /of the anchors was changed/)
  }
})

const event = {
  at: testNow,
  actor: 'system',
  action: 'import.matched',
  subject: 'import/changes-1',
} as const

let count = 0

function append(records: Records): Promise<void> {
  return records.write((tx) => audit(tx, { ...event, details: { people: ++count } }))
}

function line(lines: readonly AuditEvent[], at: number): AuditEvent {
  return lines[at] ?? assert.fail()
}

function rehashed(given: AuditEvent, details: string): AuditEvent {
  const changed = { ...given, details }
  return { ...changed, hash: hashOfEvent(changed) }
}

/** As somebody would write it who can do everything but forge what lies outside the database. */
function chained(lines: readonly AuditEvent[], length: number): AuditEvent[] {
  let previous_hash = ''
  return lines.slice(0, length + 1).map((each, index) => {
    const changed = { ...each, seq: index + 1, previous_hash }
    previous_hash = hashOfEvent(changed)
    return { ...changed, hash: previous_hash }
  })
}

async function withoutTriggers(records: Records, lines: readonly AuditEvent[]): Promise<void> {
  await records.write(async (tx) => {
    for (const name of ['no_gap', 'no_update', 'no_delete'])
      await sql`drop trigger ${sql.ref(`audit_event_${name}`)} ${isPostgres(tx) ? sql`on audit_event` : sql``}`.execute(
        tx,
      )
    await tx.deleteFrom('audit_event').execute()
    for (const each of lines) await tx.insertInto('audit_event').values(each).execute()
  })
}
