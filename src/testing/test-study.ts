import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Actor, Role } from '../people/accounts/model/actor.ts'
import { can } from '../people/accounts/model/can.ts'
import type { Records } from '../people/records/model/records.ts'
import { readCase, type ConductCase } from '../study/conduct/model/case.ts'
import type { NewFact } from '../study/conduct/model/facts.ts'
import { recordOf } from '../study/conduct/record/change.ts'
import { enrol } from '../study/conduct/record/enrol.ts'
import { addVersion, keepSite, openRun, startSiteBy } from '../study/conduct/set-up/open-run.ts'
import type { Protocol } from '../study/protocol/document/protocol.ts'
import { readDocumentBytes } from '../study/protocol/read/read-document-bytes.ts'
import { readProtocol } from '../study/protocol/read/read-protocol.ts'
import { peopleBase } from './test-alerts.ts'
import { deskAt } from './test-desk.ts'
import { signedIn, type SignedIn } from './test-accounts.ts'

/** The study that is run in tests, at two sites: Bicêtre and another one. */
export const runStudy = deskAt.study
export const runSite = deskAt.site
export const otherRunSite = '0123456789'

/** The clock of tests of a study: a Thursday, after the first visits of the child below. */
export const runNow = new Date('2026-11-26T09:00:00Z')

/** Everybody who works in the study of tests. */
export interface StudyTeam {
  readonly manager: SignedIn
  readonly coordinator: SignedIn
  readonly investigator: SignedIn
  readonly pharmacist: SignedIn
  readonly monitor: SignedIn
  readonly statistician: SignedIn
  readonly auditor: SignedIn
  /** Of the other site. */
  readonly stranger: SignedIn
}

/** A shipped version of the protocol. */
export function shippedVersion(version: 'listing' | 'record-2020' | 'report'): Protocol {
  const file = join(import.meta.dirname, `../../data/protocols/NCT02390596.${version}.json`)
  const read = readDocumentBytes(readFileSync(file))
  const protocol = 'value' in read ? readProtocol(read.value) : undefined
  if (protocol && 'protocol' in protocol) return protocol.protocol
  throw new Error(`${version} is no protocol`)
}

/** Opens the study of tests: both sites work by one version since 2026-11-01; everybody has an account and is signed in. */
export async function openTestStudy(
  records: Records,
  given: {
    readonly now?: Date
    readonly version?: 'listing' | 'record-2020' | 'report'
    /** Another document, in the place of a shipped one. */
    readonly protocol?: Protocol
    readonly areDosesConfirmed?: boolean
  } = {},
): Promise<StudyTeam> {
  const { now = runNow, areDosesConfirmed = false } = given
  const protocol = given.protocol ?? shippedVersion(given.version ?? 'report')
  const { version } = protocol
  const base = peopleBase(records)
  const held = (role: Role['role'], site: string | null): Role => ({ role, study: runStudy, site })
  const of = (role: Role['role'], site: string | null, name: string = role): Promise<SignedIn> =>
    signedIn(records, [held(role, site)], `${name}@example.org`, now)
  const manager = await of('manager', null)
  const { actor } = manager
  const zone = 'Europe/Paris'
  assertDone(
    await openRun(base, actor, { study: runStudy, timeZone: zone, areDosesConfirmed }, now),
  )
  const sites = [
    { site: runSite, number: '01', name: 'Bicêtre' },
    { site: otherRunSite, number: '02', name: 'Elsewhere' },
  ]
  assertDone(await addVersion(base, actor, protocol, now))
  for (const site of sites) {
    const approved = { approvedFrom: '2026-11-01', approvedUntil: null, timeZone: zone }
    assertDone(await keepSite(base, actor, runStudy, { ...site, ...approved }, now))
    const begun = { study: runStudy, version, site: site.site, from: '2026-11-01' }
    assertDone(await startSiteBy(base, actor, begun, now))
  }
  return {
    manager,
    coordinator: await of('coordinator', runSite),
    investigator: await of('investigator', runSite),
    pharmacist: await of('pharmacist', runSite),
    monitor: await of('monitor', null),
    statistician: await of('statistician', null),
    auditor: await of('auditor', null),
    stranger: await of('coordinator', otherRunSite, 'stranger'),
  }
}

function assertDone(outcome: string): void {
  if (outcome !== 'done') throw new Error(`the study of tests is not there: ${outcome}`)
}

/** Enrols somebody who is made up at the first site, and answers the id. */
export async function enrolTestChild(
  records: Records,
  { actor }: Pick<SignedIn, 'actor'>,
  name = 'Léa Martin',
  now: Date = runNow,
): Promise<string> {
  const enrolled = await enrol(
    peopleBase(records),
    actor,
    {
      study: runStudy,
      site: runSite,
      formKey: randomUUID(),
      identity: { name, language: 'fr', phone: '+33 1 23 45 67 89', isMadeUp: true },
    },
    now,
  )
  if (enrolled.kind !== 'done') throw new Error(`nobody was enrolled: ${enrolled.kind}`)
  return enrolled.participantId
}

/** Records facts past the forms, as one thing, by who may. */
export async function recordTestFacts(
  records: Records,
  actor: Actor,
  id: string,
  facts: readonly NewFact[],
  now: Date = runNow,
): Promise<ConductCase> {
  const before = await readCase(records.db, records.keys, id, now)
  const done = await recordOf(
    peopleBase(records),
    actor,
    { id, formKey: randomUUID(), seen: before?.participant.facts ?? 0 },
    { may: can.recordFacts, act: () => Promise.resolve(facts) },
    now,
  )
  if (done.kind !== 'done') throw new Error(`nothing was recorded: ${done.kind}`)
  return done.after
}

/**
 * What is known of a child of two and a half with Kawasaki disease whom every criterion lets in, up to the consent on the
 * evening of 24 November 2026 in Paris; nothing was given yet.
 */
export function screenedChild(): readonly NewFact[] {
  const at = '2026-11-24T18:00+01:00'
  const said = (item: string, value: NewFact['value']): NewFact => ({ item, value, at })
  return [
    { item: 'birthDate', value: '2024-05-10', at: '2026-11-24' },
    { item: 'sex', value: 'female', at: '2026-11-24' },
    { item: 'bodyWeight', value: '14.0', unit: 'kg', at },
    { item: 'bodyHeight', value: '96', unit: 'cm', at },
    { item: 'firstFeverDay', value: '2026-11-17', at: '2026-11-17' },
    said('kawasakiDiagnosis', 'confirmed by the physician'),
    { item: 'kawasakiSigns', value: '5', at },
    { item: 'ivigEnd', value: '2 g/kg', at: '2026-11-22T18:00+01:00' },
    {
      item: 'temperature',
      value: '39.1',
      unit: 'Cel',
      site: 'axillary',
      at: '2026-11-24T19:00+01:00',
    },
    said('healthInsurance', true),
    said('pretermOrNeonate', false),
    said('pregnancy', 'not applicable'),
    said('contraception', 'not applicable'),
    said('otherDiagnosisSuspected', false),
    said('bacterialInfection', false),
    said('previousBiotherapy', false),
    said('immunodeficiencyOrCancer', false),
    said('tbRecentOrActive', false),
    said('tbContact', false),
    { item: 'tbCountryArrival', value: 'none', at },
    said('chestFilmSuggestsTb', false),
    said('renalStage4OrEgfrLe29', false),
    said('diabetes', false),
    { item: 'neutrophils', value: '4200', unit: '/mm3', at },
    said('liverFailure', false),
    said('hypersensitivity', false),
    said('otherInterventionalResearch', false),
    { item: 'consentSigned', value: 'both parents', at: '2026-11-24T20:00+01:00' },
  ]
}
