import { readFileSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { verifyTrail } from '../scripts/verify-trail.ts'
import { anchorsFile, readAnchors, writeAnchor } from '../src/people/audit/anchors.ts'
import { audit } from '../src/people/audit/append.ts'
import { checkAudit } from '../src/people/audit/verify.ts'
import type { Records } from '../src/people/records/model/records.ts'
import { openRecords } from '../src/people/records/open-records.ts'
import { type Draw, tamperings, verdictsOn } from '../src/testing/audit-tampering.ts'
import { personAt } from '../src/testing/test-records.ts'
import { chanceOf } from './chance.ts'
import { databaseOf, type Fault, Findings, type FaultSetup, type Outcome } from './fault.ts'

/** The audit trail is tampered with in every way there is, by somebody who can write to the database. */
export const auditTampering: Fault = {
  id: 'F38 audit',
  title: 'Tampering with the audit trail',
  how: 'In a trail of lines with sealed texts, anchored now and then and at its end, seven kinds of tampering are done at random, a thousand times each, with the triggers of the database dropped first: any field of a line edited, a line taken out, the end cut off, two lines swapped, a line put in, all hashes made anew from some line on, an older database put in place that went on. `trialway audit verify` and, over the export, the verifier that stands alone (`scripts/verify-trail.ts`) look at each.',
  expected:
    'Each is found and located by both: the line that was tampered with is the first bad one, or lies between the last anchor that still holds and it. The trail as it was written is whole.',
  onPostgres: true,
  run,
}

async function run(setup: FaultSetup): Promise<Outcome> {
  const records = await openRecords({ dataDir: setup.folder, ...(await databaseOf(setup)) })
  try {
    return await tamperAll(records, setup)
  } finally {
    await records.close()
  }
}

async function tamperAll(records: Records, setup: FaultSetup): Promise<Outcome> {
  const findings = new Findings()
  await fill(records, setup.times(60, linesOfTrail))
  const lines = await records.db.selectFrom('audit_event').selectAll().orderBy('seq').execute()
  const anchorsText = readFileSync(anchorsFile(records.dataDir), 'utf8')
  const anchors = readAnchors(records)
  const [spans, named]: [number[], { exactly: number }] = [[], { exactly: 0 }]
  let tries = 0
  for (const [kind, tamper] of Object.entries(tamperings)) {
    const chance = chanceOf(setup.seed, `tampering ${kind}`)
    const draw: Draw = (below) => chance.whole(0, below - 1)
    for (let each = 0; each < setup.times(20, 1000); each++, tries++) {
      const { lines: tampered, first } = tamper(lines, draw)
      const { verdict, exported } = await verdictsOn(records, tampered, anchors)
      if (verdict.isWhole) {
        findings.add(`not found: ${kind}`, `line ${first}`)
        continue
      }
      const { from, seq } = verdict
      const isLocated = from <= first && first <= seq
      findings.expect(
        isLocated,
        `located wrongly: ${kind}`,
        `line ${first}, said ${from} to ${seq}`,
      )
      const alone = verifyTrail(exported, anchorsText)
      const agrees = 'bad' in alone && alone.bad === seq && alone.from === from
      findings.expect(agrees, `the two do not agree: ${kind}`, JSON.stringify([verdict, alone]))
      spans.push(seq - from + 1)
      if (first === seq) named.exactly++
    }
    setup.say(`${kind}: done`)
  }
  findings.expect((await checkAudit(records)).isWhole, 'the trail as it was written is not whole')
  return {
    tries,
    fired: tries,
    notes: [
      `${spans.length} of ${tries} tamperings found and located by both who check, in a trail of ${lines.length} lines with ${anchors.length} anchors; the first bad line was the tampered one itself in ${named.exactly}; at most ${Math.max(0, ...spans)} lines stood in doubt, those between two anchors`,
    ],
    failures: findings.failures,
  }
}

const linesOfTrail = 200

async function fill(records: Records, count: number): Promise<void> {
  const person = await personAt(records)
  const now = new Date('2026-11-29T12:00:00Z')
  for (let number = 1; number <= count; number++) {
    const line = {
      at: new Date(now.getTime() + number * 1000),
      actor: 'person',
      action: 'subscription.changed',
      subject: `subscription/${randomUUID()}`,
      details: { by: `account/${number}`, before: { state: 'seen' }, after: { version: number } },
      ...(number % 3 === 0 && { sealed: { person, values: { note: `Fièvre ${number} الحمى` } } }),
    } as const
    await records.write((tx) => audit(tx, line))
    if (number % 11 === 0 || number === count) await writeAnchor(records, now)
  }
}
