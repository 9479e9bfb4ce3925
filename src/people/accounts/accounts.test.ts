import assert from 'node:assert/strict'
import { address, peopleBase } from '../../testing/test-alerts.ts'
import { signedIn } from '../../testing/test-accounts.ts'
import { onEachStore, testNow } from '../../testing/test-records.ts'
import type { Records } from '../records/model/records.ts'
import {
  accountsAt,
  closeAccount,
  endRole,
  giveRole,
  makeAccount,
  operatorsOf,
} from './accounts.ts'
import type { Role } from './model/actor.ts'
import { actorOf } from './sessions.ts'

const given = { by: 'operator', now: testNow } as const
const operator: Role = { role: 'operator', study: null, site: null }
const study = 'NCT02390596'

onEachStore(
  'an address has one account, and one that was closed opens again with no role',
  async (records) => {
    const { actor, cookie } = await signedIn(records, [{ role: 'manager', study, site: null }])
    const make = () =>
      records.write((tx) =>
        makeAccount(
          tx,
          peopleBase(records),
          { address: address('Coordinator@example.org'), name: 'Anne', language: 'fr' },
          given,
        ),
      )
    assert.deepEqual(await make(), {
      accountId: actor.accountId,
      personId: actor.personId,
      isNew: false,
    })
    assert.equal(await records.write((tx) => closeAccount(tx, actor.accountId, given)), 'ended')
    assert.equal(await records.write((tx) => closeAccount(tx, actor.accountId, given)), 'unknown')
    assert.equal(await actorOf(records, cookie.split('=')[1] ?? '', testNow), undefined)
    assert.equal((await make()).isNew, true)
    const again = await signedIn(records, [])
    assert.deepEqual([again.actor.name, again.actor.roles], ['Anne', []])
  },
)

onEachStore(
  'a role is given once, ends once, and each of both has a line in the trail',
  async (records) => {
    const { actor } = await signedIn(records, [{ role: 'coordinator', study, site: 'a' }])
    const role = { accountId: actor.accountId, role: 'coordinator', study, site: 'a' } as const
    const base = peopleBase(records)
    assert.equal(await records.write((tx) => giveRole(tx, base, role, given)), 'known')
    const id = await roleIdOf(records, actor.accountId)
    assert.equal(await records.write((tx) => endRole(tx, id, given)), 'ended')
    assert.equal(await records.write((tx) => endRole(tx, id, given)), 'unknown')
    assert.equal(await records.write((tx) => giveRole(tx, base, role, given)), 'given')
    const lines = await records.db.selectFrom('audit_event').select(['action', 'details']).execute()
    assert.deepEqual(
      lines.map(({ action }) => action),
      ['account.made', 'role.given', 'session.started', 'role.ended', 'role.given'],
    )
    assert.deepEqual(JSON.parse(lines[3]?.details ?? ''), {
      by: 'operator',
      before: { role: 'coordinator', study, site: 'a' },
    })
  },
)

onEachStore('a role that nobody can hold is not given', async (records) => {
  const { actor } = await signedIn(records, [])
  for (const role of [
    { role: 'operator', study, site: null },
    { role: 'auditor', study: null, site: 'a' },
    { role: 'coordinator', study: null, site: null },
    { role: 'manager', study: null, site: 'a' },
  ] as const)
    await assert.rejects(
      records.write((tx) =>
        giveRole(tx, peopleBase(records), { accountId: actor.accountId, ...role }, given),
      ),
      /nobody can be/,
    )
  assert.deepEqual((await signedIn(records, [])).actor.roles, [])
})

onEachStore(
  'the last operator keeps the role and the account, also where two go at once',
  async (records) => {
    const one = await signedIn(records, [operator], 'one@example.org')
    const close = (accountId: string) => records.write((tx) => closeAccount(tx, accountId, given))
    const end = async (accountId: string) => {
      const id = await roleIdOf(records, accountId)
      return records.write((tx) => endRole(tx, id, given))
    }
    assert.equal(await close(one.actor.accountId), 'last-operator')
    assert.equal(await end(one.actor.accountId), 'last-operator')
    const two = await signedIn(records, [operator], 'two@example.org')
    const both = await Promise.all([close(one.actor.accountId), end(two.actor.accountId)])
    assert.deepEqual(both.toSorted(), ['ended', 'last-operator'])
    assert.equal((await operatorsOf(records.db)).length, 1)
  },
)

onEachStore(
  'the desk of a site is of who holds the site, or the study as a whole',
  async (records) => {
    const at = async (site: string | null): Promise<string[]> =>
      (await accountsAt(records, { study, site })).map(({ role }) => role)
    assert.deepEqual(await at('a'), [])
    await signedIn(records, [{ role: 'coordinator', study, site: 'a' }], 'a@example.org')
    await signedIn(records, [{ role: 'manager', study, site: null }], 'all@example.org')
    await signedIn(
      records,
      [{ role: 'manager', study: 'NCT00000001', site: null }],
      'x@example.org',
    )
    await signedIn(records, [operator], 'o@example.org')
    assert.deepEqual(
      [(await at('a')).toSorted(), await at('b'), await at(null)],
      [['coordinator', 'manager'], ['manager'], ['manager']],
    )
    const [holder] = await accountsAt(records, { study, site: 'b' })
    await records.write((tx) => closeAccount(tx, holder?.accountId ?? '', given))
    assert.deepEqual(await at('b'), [])
  },
)

async function roleIdOf(records: Records, accountId: string): Promise<string> {
  const { id } = await records.db
    .selectFrom('account_role')
    .select('id')
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow()
  return id
}
