import assert from 'node:assert/strict'
import { signedIn } from '../../../testing/test-accounts.ts'
import { peopleBase } from '../../../testing/test-alerts.ts'
import { openTestInstitution, passInstitution } from '../../../testing/test-institution.ts'
import { onEachStore } from '../../../testing/test-records.ts'
import { closeAccount } from '../accounts.ts'
import { actorOf } from '../sessions.ts'
import { sendToInstitution, signInByInstitution } from './sign-in.ts'

onEachStore(
  'of many who come back with the same, one is signed in, to the account of the verified address',
  async (records, t) => {
    const base = peopleBase(records)
    const institution = await openTestInstitution(base.baseUrl)
    t.after(() => institution.close())
    institution.people.set('anne', { email: 'Anne@Example.org', email_verified: true })
    const now = new Date()
    const { actor } = await signedIn(records, [], 'anne@example.org', now)
    const asked = {
      language: 'fr',
      isAgain: true,
      path: '/desk',
      returnTo: `${base.baseUrl}/sign-in/institution/return`,
    } as const
    const go = async () => {
      const sent = await sendToInstitution(base, institution.settings, asked, now)
      assert.ok(sent.kind === 'sent')
      const returned = new URL(await passInstitution(sent.address, 'anne'))
      return { returned, cookie: sent.cookie, before: undefined }
    }
    const came = await go()
    const all = await Promise.all(
      Array.from({ length: 8 }, () =>
        signInByInstitution(base, [institution.settings], came, new Date()),
      ),
    )
    const [first, ...more] = all.filter(({ kind }) => kind === 'signed-in')
    assert.ok(first?.kind === 'signed-in' && more.length === 0)
    assert.deepEqual([first.way.path, first.way.language, first.way.isAgain], ['/desk', 'fr', true])
    const known = await actorOf(records, first.cookie, new Date())
    assert.equal(known?.accountId, actor.accountId)
    assert.ok(Math.abs(Date.parse(known?.provedAt ?? '') - Date.now()) < 60_000)

    const late = await go()
    await records.write((tx) => closeAccount(tx, actor.accountId, { by: 'operator', now }))
    const refused = await signInByInstitution(base, [institution.settings], late, new Date())
    assert.equal(refused.kind, 'no-account')
    assert.deepEqual(await records.db.selectFrom('institution_attempt').selectAll().execute(), [])
  },
)
