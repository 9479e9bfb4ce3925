import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { giveRole, makeAccount } from '../src/people/accounts/accounts.ts'
import type { Actor, Role } from '../src/people/accounts/model/actor.ts'
import type { PeopleBase } from '../src/people/asks/people-base.ts'
import { readMailAddress } from '../src/people/records/address.ts'
import { enrol } from '../src/study/conduct/record/enrol.ts'
import { addVersion, keepSite, openRun, startSiteBy } from '../src/study/conduct/set-up/open-run.ts'
import { readDocumentBytes } from '../src/study/protocol/read/read-document-bytes.ts'
import { readProtocol } from '../src/study/protocol/read/read-protocol.ts'

/** The study that is run while something is broken, and its one site. */
export const faultStudy = { study: 'NCT02390596', site: '0123456789' } as const

/** Somebody with these roles for the whole study; made where they are not there yet. */
export function somebodyOf(
  base: PeopleBase,
  email: string,
  asked: readonly Role['role'][],
): Promise<Actor> {
  const given = { by: 'operator', now: new Date() } as const
  const address = readMailAddress(email)
  if (!address) throw new Error('no address')
  const roles = asked.map((role): Role => ({ role, study: faultStudy.study, site: null }))
  return base.records.write(async (tx) => {
    const named = { address, name: 'A', language: 'fr' } as const
    const { accountId, personId } = await makeAccount(tx, base, named, given)
    for (const role of roles) await giveRole(tx, base, { accountId, ...role }, given)
    const provedAt = given.now.toISOString()
    return { accountId, personId, name: 'A', language: 'fr', roles, sessionId: '', provedAt }
  })
}

/** Opens the study by a shipped version; each step is done already where a start before this one came so far. */
export async function openFaultStudy(base: PeopleBase, actor: Actor): Promise<void> {
  const { study, site } = faultStudy
  const now = new Date()
  const timeZone = 'Europe/Paris'
  const file = join(import.meta.dirname, '../data/protocols/NCT02390596.report.json')
  const read = readDocumentBytes(readFileSync(file))
  const protocol = 'value' in read ? readProtocol(read.value) : undefined
  if (!protocol || !('protocol' in protocol)) throw new Error('no protocol')
  const day = '2026-11-01'
  const place = {
    site,
    number: '01',
    name: 'Here',
    timeZone,
    approvedFrom: day,
    approvedUntil: null,
  }
  await openRun(base, actor, { study, timeZone, areDosesConfirmed: false }, now)
  await keepSite(base, actor, study, place, now)
  await addVersion(base, actor, protocol.protocol, now)
  await startSiteBy(base, actor, { study, version: 'report', site, from: day }, now)
}

/** Enrols somebody who is made up; the same number twice is one participant. Answers the id. */
export async function enrolNumber(base: PeopleBase, actor: Actor, number: number): Promise<string> {
  const identity = { name: `Somebody ${number}`, language: 'fr', isMadeUp: true } as const
  const asked = { ...faultStudy, formKey: `enrol ${number}`, identity }
  const done = await enrol(base, actor, asked, new Date())
  if (done.kind !== 'done') throw new Error(`enrolling ended as ${done.kind}`)
  return done.participantId
}
