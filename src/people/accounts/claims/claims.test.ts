import assert from 'node:assert/strict'
import { bicetre, claimed, claimedStudy, claimLinkOf } from '../../../testing/test-claims.ts'
import { signedIn } from '../../../testing/test-accounts.ts'
import { address, outbox, peopleBase } from '../../../testing/test-alerts.ts'
import { onEachStore, testNow as now } from '../../../testing/test-records.ts'
import type { Study } from '../../../finder/registry/study.ts'
import { eraseForGood } from '../../audit/erase-for-good.ts'
import { checkAudit } from '../../audit/verify.ts'
import type { Records } from '../../records/model/records.ts'
import { accountsAt, giveRole, makeAccount } from '../accounts.ts'
import { actorOf } from '../sessions.ts'
import { decidedClaims, waitingClaims } from './claims-list.ts'
import { forgetOldClaims } from './forget-claims.ts'
import { decideClaim } from './decide-claim.ts'
import { type ProvedClaim, proveClaim, readClaimByLink, type ClaimByLink } from './prove-claim.ts'

const study = 'NCT02390596'
const chief = 'chief@example.org'
const nurse = 'nurse@example.org'

async function press(
  records: Records,
  email: string,
  record: Study | undefined = claimedStudy(),
): Promise<ProvedClaim | ClaimByLink> {
  const link = await claimLinkOf(records, email)
  return proveClaim(peopleBase(records), { link, name: 'Dr Anne', study: record }, now)
}

async function holders(records: Records, site: string | null): Promise<string[]> {
  return (await accountsAt(records, { study, site })).map(({ role }) => role)
}

onEachStore(
  'only the mailbox that the record names is written to, and of others nothing is kept',
  async (records) => {
    for (const stranger of ['stranger@example.org', 'chief@example.com', nurse])
      await claimed(records, stranger, { now })
    assert.deepEqual(await outbox(records), [])
    for (const table of ['person', 'claim', 'account_link', 'audit_event', 'asked_mail'] as const)
      assert.deepEqual(await records.db.selectFrom(table).selectAll().execute(), [], table)
    await claimed(records, 'Chief@Example.ORG', { now })
    const [mail, ...more] = await outbox(records)
    assert.equal(mail?.to, 'Chief@example.org')
    assert.deepEqual(more, [])
    assert.doesNotMatch(`${mail?.letter?.subject}${mail?.letter?.text}`, /kawasaki/i)
  },
)

onEachStore(
  'who looks proves nothing; who presses has the study, once, and is signed in',
  async (records) => {
    await claimed(records, chief, { now })
    const link = await claimLinkOf(records, chief)
    for (let scanner = 0; scanner < 3; scanner++)
      assert.equal((await readClaimByLink(records, link, now)).kind, 'open')
    assert.deepEqual(await holders(records, null), [])
    const both = await Promise.all([press(records, chief), press(records, chief)])
    assert.deepEqual(both.map(({ kind }) => kind).toSorted(), ['done', 'granted'])
    const granted = both.find(({ kind }) => kind === 'granted')
    assert.ok(granted?.kind === 'granted')
    const actor = await actorOf(records, granted.cookie, now)
    assert.deepEqual(actor?.roles, [{ role: 'manager', study, site: null }])
    assert.equal(actor?.name, 'Dr Anne')
    assert.equal((await readClaimByLink(records, link, now)).kind, 'done')
    assert.equal((await checkAudit(records)).isWhole, true)
  },
)

onEachStore(
  "a site's contact has that site, also where somebody has the study",
  async (records) => {
    await claimed(records, chief, { now })
    await press(records, chief)
    await claimed(records, nurse, { now, site: bicetre })
    assert.equal((await press(records, nurse)).kind, 'granted')
    // Both were given at one moment.
    assert.deepEqual((await holders(records, bicetre)).toSorted(), ['coordinator', 'manager'])
  },
)

onEachStore('a link runs out after two days', async (records) => {
  await claimed(records, chief, { now: new Date(now.getTime() - 48 * 3_600_000) })
  assert.equal((await press(records, chief)).kind, 'expired')
  assert.equal((await readClaimByLink(records, 'x'.repeat(43), now)).kind, 'unknown')
})

const doubts: Readonly<
  Record<string, { readonly record: Study | undefined; readonly site?: string }>
> = {
  'former-contact': { record: claimedStudy({ central: ['new@example.org'] }) },
  'listing-gone': { record: undefined },
}

for (const [reason, { record }] of Object.entries(doubts))
  onEachStore(`waits for an operator, who may grant it: ${reason}`, async (records) => {
    await claimed(records, chief, { now })
    const link = await claimLinkOf(records, chief)
    const proof = { link, name: 'Dr Anne', study: record }
    assert.deepEqual(await proveClaim(peopleBase(records), proof, now), { kind: 'waiting', reason })
    assert.deepEqual(await holders(records, null), [])
    const [waiting] = await waitingClaims(records)
    assert.deepEqual([waiting?.address, waiting?.name, waiting?.reason], [chief, 'Dr Anne', reason])
    const decision = { claimId: waiting?.id ?? '', decision: 'grant', by: 'operator' } as const
    assert.equal(await decideClaim(peopleBase(records), decision, now), 'done')
    assert.deepEqual(await holders(records, null), ['manager'])
    assert.equal(await decideClaim(peopleBase(records), decision, now), 'gone')
    assert.match((await outbox(records)).at(-1)?.letter?.text ?? '', /It is granted/)
  })

onEachStore(
  'a listing that somebody else has is decided by an operator; refused, no account stays',
  async (records) => {
    await signedIn(records, [{ role: 'manager', study, site: null }], 'first@example.org', now)
    await claimed(records, chief, { now })
    assert.deepEqual(await press(records, chief), { kind: 'waiting', reason: 'held' })
    const [waiting] = await waitingClaims(records)
    const decision = { claimId: waiting?.id ?? '', decision: 'refuse', by: 'operator' } as const
    assert.equal(await decideClaim(peopleBase(records), decision, now), 'done')
    assert.deepEqual(await holders(records, null), ['manager'])
    const accounts = await records.db.selectFrom('account').select('closed_at').execute()
    assert.equal(accounts.filter(({ closed_at }) => closed_at !== null).length, 1)
    assert.deepEqual(
      (await decidedClaims(records)).map(({ state }) => state),
      ['refused'],
    )
  },
)

const second = 'second@example.org'

onEachStore(
  'who asks a claim for another whom the record names keeps nobody from theirs; who proves one later waits',
  async (records) => {
    const record = claimedStudy({ central: [chief, second] })
    for (const email of [chief, second]) await claimed(records, email, { now, study: record })
    assert.equal((await press(records, chief, record)).kind, 'granted')
    assert.deepEqual(await press(records, second, record), { kind: 'waiting', reason: 'held' })
    assert.deepEqual(await holders(records, null), ['manager'])
  },
)

onEachStore('beside a claim that was proved and waits, another waits, too', async (records) => {
  await claimed(records, chief, { now })
  const later = claimedStudy({ central: [second] })
  assert.equal((await press(records, chief, later)).kind, 'waiting')
  await claimed(records, second, { now, study: later })
  assert.deepEqual(await press(records, second, later), { kind: 'waiting', reason: 'two-claims' })
  assert.deepEqual(await holders(records, null), [])
})

onEachStore(
  'an undone claim takes its role, what was given on, and their sessions',
  async (records) => {
    const base = peopleBase(records)
    await claimed(records, chief, { now })
    const granted = await press(records, chief)
    assert.ok(granted.kind === 'granted')
    const actor = await actorOf(records, granted.cookie, now)
    const by = `account/${actor?.accountId}` as const
    await records.write(async (tx) => {
      const asked = { address: address(nurse), name: 'Nurse', language: 'fr' } as const
      const { accountId } = await makeAccount(tx, base, asked, { by, now })
      await giveRole(
        tx,
        base,
        { accountId, role: 'coordinator', study, site: bicetre },
        { by, now },
      )
    })
    const helper = await signedIn(records, [], nurse, now)
    const other = await signedIn(
      records,
      [{ role: 'coordinator', study, site: bicetre }],
      'x@example.org',
      now,
    )
    const operator = await signedIn(
      records,
      [{ role: 'operator', study: null, site: null }],
      'op@example.org',
      now,
    )
    const [claim] = await decidedClaims(records)
    const decision = {
      claimId: claim?.id ?? '',
      decision: 'undo',
      by: `account/${operator.actor.accountId}`,
    } as const
    assert.equal(await decideClaim(base, decision, now), 'done')
    assert.deepEqual(await holders(records, bicetre), ['coordinator'])
    assert.equal(await actorOf(records, granted.cookie, now), undefined)
    const cookie = (given: string): string => given.replace('__Host-trialway=', '')
    assert.equal(await actorOf(records, cookie(helper.cookie), now), undefined)
    assert.notEqual(await actorOf(records, cookie(other.cookie), now), undefined)
    assert.equal((await checkAudit(records)).isWhole, true)
  },
)

onEachStore('a claim whose person was erased cannot be proved or decided', async (records) => {
  await claimed(records, chief, { now })
  const link = await claimLinkOf(records, chief)
  const [row] = await records.db.selectFrom('claim').selectAll().execute()
  await eraseForGood(records, row?.person_id ?? '', { now, actor: 'operator' })
  const proof = { link, name: 'Dr Anne', study: claimedStudy() }
  assert.equal((await proveClaim(peopleBase(records), proof, now)).kind, 'unknown')
  const decision = { claimId: row?.id ?? '', decision: 'grant', by: 'operator' } as const
  assert.equal(await decideClaim(peopleBase(records), decision, now), 'gone')
})

onEachStore('a claim that nobody proves is deleted after two days', async (records) => {
  await claimed(records, chief, { now })
  const left = async (hours: number): Promise<number> => {
    await forgetOldClaims(records, new Date(now.getTime() + hours * 3_600_000))
    return (await records.db.selectFrom('claim').select('id').execute()).length
  }
  assert.deepEqual([await left(47), await left(49)], [1, 0])
  assert.equal((await checkAudit(records)).isWhole, true)
})
