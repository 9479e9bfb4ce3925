import assert from 'node:assert/strict'
import { signedIn } from '../../testing/test-accounts.ts'
import { address, outbox, peopleBase } from '../../testing/test-alerts.ts'
import { onEachStore, testNow } from '../../testing/test-records.ts'
import type { Records } from '../records/model/records.ts'
import { keepChallenge, takeChallenge } from './challenges.ts'
import { forgetOldSignIns } from './forget.ts'
import { invite, readInvitation, takeInvitation } from './invitations.ts'
import { readSignInLink, signInByLink, signInUrl } from './sign-in.ts'

const study = 'NCT02390596'
const coordinator = { role: 'coordinator', study, site: 'a' } as const
const later = (days: number): Date => new Date(testNow.getTime() + days * 86_400_000)

onEachStore(
  'of two who press the button of one link at once, one is signed in',
  async (records) => {
    const base = peopleBase(records)
    const link = await signInLink(records)
    const both = await Promise.all([0, 1].map(() => signInByLink(base, link, undefined, testNow)))
    assert.deepEqual(both.map(({ kind }) => kind).toSorted(), ['done', 'signed-in'])
  },
)

onEachStore(
  'who signs in uses up their other links, and shows that the address is theirs',
  async (records) => {
    const [one, other] = [await signInLink(records), await signInLink(records)]
    assert.equal(
      (await signInByLink(peopleBase(records), one, undefined, testNow)).kind,
      'signed-in',
    )
    assert.equal((await readSignInLink(records, other, testNow)).kind, 'done')
    const person = await records.db.selectFrom('person').select('confirmed_at').executeTakeFirst()
    assert.equal(person?.confirmed_at, testNow.toISOString())
  },
)

onEachStore(
  'of two who take an invitation up at once, one has the role, and there is one account',
  async (records) => {
    const { base, link } = await invited(records)
    const taken = { name: 'Nina', before: undefined }
    const both = await Promise.all([0, 1].map(() => takeInvitation(base, link, taken, testNow)))
    assert.deepEqual(both.map(({ kind }) => kind).toSorted(), ['done', 'taken'])
    const accounts = await records.db.selectFrom('account').select('id').execute()
    assert.equal(accounts.length, 2)
  },
)

onEachStore(
  'an invitation is for its own address, runs out after 7 days, and is no link to sign in',
  async (records) => {
    const { base, link } = await invited(records)
    assert.equal((await readSignInLink(records, link, testNow)).kind, 'unknown')
    assert.equal((await signInByLink(base, link, undefined, testNow)).kind, 'unknown')
    assert.equal((await readInvitation(records, link, later(7))).kind, 'expired')
    const open = await readInvitation(records, link, later(6.9))
    assert.deepEqual(open, { kind: 'open', role: coordinator, from: 'boss', name: undefined })
    const taken = await takeInvitation(base, link, { name: 'Nina', before: undefined }, later(6.9))
    assert.equal(taken.kind, 'taken')
    const again = await signedIn(records, [], 'nina@example.com')
    assert.deepEqual([again.actor.name, again.actor.roles], ['Nina', [coordinator]])
  },
)

onEachStore(
  'a challenge is good once, for what it was drawn for, for five minutes',
  async (records) => {
    const base = peopleBase(records)
    const { actor } = await signedIn(records, [])
    const clientData = (challenge: Uint8Array): string =>
      Buffer.from(
        JSON.stringify({ challenge: Buffer.from(challenge).toString('base64url') }),
      ).toString('base64url')
    const { accountId } = actor
    const drawn = clientData(await keepChallenge(base, 'register', accountId, testNow))
    const take = async (asked: Parameters<typeof takeChallenge>[1], now = testNow) =>
      (await takeChallenge(records, asked, now)) !== undefined
    const right = { purpose: 'register', accountId, clientData: drawn } as const
    assert.equal(await take({ ...right, purpose: 'sign-in', accountId: null }), false)
    assert.equal(await take({ ...right, accountId: 'another' }), false)
    assert.equal(await take(right, new Date(testNow.getTime() + 5 * 60_000)), false)
    for (const wrong of ['', 'x', 'e30', Buffer.from('{"challenge":7}').toString('base64url')])
      assert.equal(await take({ ...right, clientData: wrong }), false)
    const both = await Promise.all([take(right), take(right)])
    assert.equal(both.filter((isTaken) => isTaken).length, 1)
  },
)

onEachStore('what ran out is forgotten after 30 days, and nothing sooner', async (records) => {
  await invited(records)
  await keepChallenge(peopleBase(records), 'sign-in', null, testNow)
  const count = async (): Promise<number[]> =>
    Promise.all(
      (['session', 'account_link', 'passkey_challenge'] as const).map(
        async (table) => (await records.db.selectFrom(table).selectAll().execute()).length,
      ),
    )
  await forgetOldSignIns(records, testNow)
  assert.deepEqual(await count(), [1, 1, 1])
  await forgetOldSignIns(records, later(36))
  assert.deepEqual(await count(), [1, 1, 0])
  await forgetOldSignIns(records, later(61))
  assert.deepEqual(await count(), [0, 0, 0])
})

async function signInLink(records: Records): Promise<string> {
  const { actor } = await signedIn(records, [], 'anne@example.org')
  const person = { id: actor.personId, language: 'en' } as const
  const url = await records.write((tx) => signInUrl(tx, peopleBase(records), { person }, testNow))
  return url.split('/').at(-1) ?? ''
}

async function invited(records: Records) {
  const base = peopleBase(records)
  const { actor } = await signedIn(
    records,
    [{ role: 'manager', study, site: null }],
    'boss@example.org',
  )
  const asked = { address: address('nina@example.com'), role: coordinator, language: 'en' } as const
  assert.equal(await invite(base, actor, asked, testNow), 'invited')
  const letter = (await outbox(records)).at(-1)?.letter
  const [, link = ''] = /\/invitations\/([\w-]{43})/.exec(letter?.text ?? '') ?? []
  return { base, link }
}
