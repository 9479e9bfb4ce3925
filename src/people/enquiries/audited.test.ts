import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { siteId } from '../../finder/registry/site-id.ts'
import { auditedRecords } from '../../testing/audited-records.ts'
import { claimed, claimedStudy, claimLinkOf } from '../../testing/test-claims.ts'
import { address, answered, outbox, peopleBase } from '../../testing/test-alerts.ts'
import {
  asked,
  bicetre,
  enquiryAsk,
  enquiryBase,
  enquiryLinksTo,
} from '../../testing/test-enquiries.ts'
import { askedStudy, knowsAsked } from '../../testing/test-promises.ts'
import { onEachStore, testNow as now } from '../../testing/test-records.ts'
import { endRole, closeAccount, giveRole, makeAccount } from '../accounts/accounts.ts'
import { decidedClaims } from '../accounts/claims/claims-list.ts'
import { decideClaim } from '../accounts/claims/decide-claim.ts'
import { forgetOldClaims } from '../accounts/claims/forget-claims.ts'
import { proveClaim } from '../accounts/claims/prove-claim.ts'
import { invite, takeInvitation } from '../accounts/invitations.ts'
import type { Actor } from '../accounts/model/actor.ts'
import { changeOwnAccount } from '../accounts/own-account.ts'
import { actorOf, endSession, startSession } from '../accounts/sessions.ts'
import { signInByLink, signInUrl } from '../accounts/sign-in.ts'
import { secretsOf } from '../audit/details.ts'
import { eraseForGood } from '../audit/erase-for-good.ts'
import type { Records } from '../records/model/records.ts'
import { confirmEnquiry } from './confirm.ts'
import { addSiteNote } from './desk/site-note.ts'
import { assignEnquiry } from './desk/assign.ts'
import { openEnquiry } from './desk/open-enquiry.ts'
import { saySiteWord } from './desk/site-word.ts'
import { takeStep } from './desk/take-step.ts'
import { dropTemplate, keepTemplate, templatesAt } from './desk/templates.ts'
import { forgetOldEnquiries } from './forget.ts'
import { type Enquiry, readEnquiry } from './model/enquiry.ts'
import { passOn } from './pass-on.ts'
import { keepPromises } from './promise/keep.ts'
import { readSiteSetting, saveSiteSetting } from './promise/site-setting.ts'
import { readdressEnquiry } from './readdress.ts'
import { addNote, correct } from './seeker.ts'
import { withdraw } from './withdraw.ts'

const study = 'NCT02390596'
const at = { study, site: siteId(bicetre) }
const rouen = siteId({ facility: 'CHU de Rouen', city: 'Rouen', country: 'France' })
const hours = (count: number): Date => new Date(now.getTime() + count * 3_600_000)
const by = { by: 'operator', now } as const

/** What one act after the other is done with, and what it made. */
interface Story {
  readonly records: Records
  coordinator: Actor
  cookie: string
  enquiry: Enquiry
}

/** Every exported function that does something to an account, a claim or an enquiry, in an order in which each has something to do. */
const acts: Readonly<Record<string, (story: Story) => Promise<unknown>>> = {
  makeAccount: (story) => account(story, 'nurse@example.org'),
  giveRole: async ({ records }) => {
    const { accountId } = await account({ records }, 'nurse@example.org')
    for (const site of [at.site, rouen]) {
      const role = { accountId, role: 'manager', study, site } as const
      await records.write((tx) => giveRole(tx, peopleBase(records), role, by))
    }
  },
  startSession: async (story) => {
    const { records } = story
    const { accountId } = await account({ records }, 'nurse@example.org')
    const base = peopleBase(records)
    const started = { accountId, method: 'link' } as const
    story.cookie = (await records.write((tx) => startSession(tx, base, started, now))).cookie
    story.coordinator = (await actorOf(records, story.cookie, now)) ?? assert.fail()
  },
  changeOwnAccount: ({ records, coordinator: actor }) =>
    records.write((tx) =>
      changeOwnAccount(tx, records, { actor, name: 'Nurse Anne', language: 'fr' }, now),
    ),
  signInByLink: async ({ records, coordinator }) => {
    const base = peopleBase(records)
    const person = { id: coordinator.personId, language: 'fr' } as const
    const url = await records.write((tx) => signInUrl(tx, base, { person }, now))
    return signInByLink(base, url.split('/').at(-1) ?? '', undefined, now)
  },
  sendEnquiry: ({ records }) => asked(records, 'parent@example.org', { now, formKey: '1' }),
  readdressEnquiry: async ({ records }) => {
    await asked(records, 'typo@example.org', { now, formKey: 'typo' })
    const right = { formKey: 'typo', address: address('no-typo@example.org') }
    await readdressEnquiry(peopleBase(records), right, now)
    await answered(records)
  },
  confirmEnquiry: async (story) => {
    story.enquiry = await confirmed(story.records, 'parent@example.org')
  },
  openEnquiry: ({ records, coordinator, enquiry }) =>
    openEnquiry(records, coordinator, enquiry.id, hours(1)),
  assignEnquiry: async (story) =>
    assignEnquiry(
      peopleBase(story.records),
      story.coordinator,
      { ...(await fresh(story)), to: story.coordinator.accountId },
      hours(2),
    ),
  addSiteNote: ({ records, coordinator, enquiry: { id } }) =>
    addSiteNote(peopleBase(records), coordinator, { id, text: 'Rappeler jeudi.' }, hours(3)),
  takeStep: async (story) =>
    takeStep(
      peopleBase(story.records),
      story.coordinator,
      { ...(await fresh(story)), step: 'contacted', text: 'Bonjour' },
      hours(4),
    ),
  addNote: ({ records, enquiry }) =>
    addNote(peopleBase(records), enquiry.id, 'La fièvre est partie.', hours(5)),
  correct: ({ records, enquiry }) =>
    correct(peopleBase(records), enquiry.id, { age: '4 ans' }, hours(6)),
  keepTemplate: ({ records, coordinator }) => {
    const template = { language: 'fr', name: 'Appel', step: 'contacted', text: 'Bonjour' } as const
    return keepTemplate(peopleBase(records), coordinator, { at, template }, hours(6))
  },
  dropTemplate: async ({ records, coordinator }) => {
    const [template] = await templatesAt(records.db, at)
    return dropTemplate(peopleBase(records), coordinator, { at, id: template?.id ?? '' }, hours(6))
  },
  saySiteWord: ({ records, coordinator }) => {
    const nothing = { status: null, contact: null, summaryEn: null, summaryFr: null }
    const word = { ...nothing, hours: '9–17' }
    return saySiteWord(peopleBase(records), coordinator, { at, word }, hours(6))
  },
  invite: async (story) => {
    const { records, coordinator } = story
    const invitation = {
      address: address('colleague@example.org'),
      role: { role: 'coordinator', ...at },
      language: 'fr',
    } as const
    return invite(peopleBase(records), coordinator, invitation, now)
  },
  takeInvitation: async ({ records }) => {
    const letters = (await outbox(records)).map(({ letter }) => letter?.text ?? '')
    const link = letters.flatMap((text) => /invitations\/([\w-]{43})/.exec(text)?.[1] ?? []).at(-1)
    const taken = { name: 'Paul', before: undefined }
    return takeInvitation(peopleBase(records), link ?? '', taken, now)
  },
  saveSiteSetting: async ({ records, coordinator: { accountId } }) => {
    const setting = { ...(await readSiteSetting(records.db, at)), promiseDays: 3 }
    return records.write((tx) => saveSiteSetting(tx, at, setting, { accountId, now }))
  },
  keepPromises: async ({ records }) => {
    await asked(records, 'other@example.org', { now, formKey: '2' })
    await confirmed(records, 'other@example.org')
    return keepPromises(peopleBase(records), hours(30 * 24), { studyOf: knowsAsked })
  },
  passOn: ({ records, enquiry }) => {
    const { consent } = enquiryAsk('parent@example.org')
    const base = enquiryBase(records, [askedStudy])
    return passOn(base, enquiry.id, { site: rouen, consent }, hours(31 * 24))
  },
  withdraw: ({ records, enquiry }) => withdraw(peopleBase(records), enquiry.id, hours(31 * 24)),
  forgetOldEnquiries: ({ records }) => forgetOldEnquiries(records, hours(900 * 24)),
  proveClaim: async ({ records }) => {
    await claimed(records, 'chief@example.org', { now })
    const link = await claimLinkOf(records, 'chief@example.org')
    return proveClaim(peopleBase(records), { link, name: 'Chief', study: claimedStudy() }, now)
  },
  decideClaim: async ({ records }) => {
    const [claim] = await decidedClaims(records)
    const decision = { claimId: claim?.id ?? '', decision: 'undo', by: 'operator' } as const
    return decideClaim(peopleBase(records), decision, now)
  },
  forgetOldClaims: ({ records }) => forgetOldClaims(records, hours(900 * 24)),
  endSession: async ({ records, coordinator: { accountId, sessionId } }) =>
    records.write((tx) => endSession(tx, { accountId, sessionId }, now)),
  endRole: async ({ records, coordinator: { accountId } }) => {
    const role = await records.db
      .selectFrom('account_role')
      .select('id')
      .where('account_id', '=', accountId)
      .executeTakeFirstOrThrow()
    return records.write((tx) => endRole(tx, role.id, by))
  },
  closeAccount: ({ records, coordinator: { accountId } }) =>
    records.write((tx) => closeAccount(tx, accountId, by)),
}

onEachStore(
  'whatever is done to accounts, claims and enquiries leaves a line in the trail',
  async (given) => {
    const { records, unaudited } = auditedRecords(given)
    const story = { records } as Story
    for (const [name, act] of Object.entries(acts)) {
      const before = await linesOf(records)
      await act(story)
      assert.ok((await linesOf(records)) > before, `${name} left no line`)
      assert.deepEqual(unaudited, [], name)
    }
  },
)

onEachStore(
  'a changed name is in the trail, before and after, until its owner is erased',
  async (records) => {
    const { accountId, personId } = await account({ records }, 'nurse@example.org')
    const changed = {
      actor: { accountId, personId },
      name: 'Élodie Petit',
      language: 'fr',
    } as const
    await records.write((tx) => changeOwnAccount(tx, records, changed, now))
    const lines = await records.db
      .selectFrom('audit_event')
      .selectAll()
      .where('action', '=', 'account.changed')
      .execute()
    const seen = async (): Promise<unknown[]> => [
      ...(await secretsOf(records.db, records.keys, lines)).values(),
    ]
    assert.deepEqual(await seen(), [{ before: 'Anne', after: 'Élodie Petit' }])
    assert.doesNotMatch(JSON.stringify(lines), /lodie|Anne/)
    await eraseForGood(records, personId, { now, actor: 'operator' })
    assert.deepEqual(await seen(), ['erased'])
  },
)

onEachStore('an act without a line would show', async (given) => {
  const { records, unaudited } = auditedRecords(given)
  await account({ records }, 'nurse@example.org')
  assert.deepEqual(unaudited, [])
  await records.write((tx) =>
    tx.updateTable('account').set({ closed_at: now.toISOString() }).execute(),
  )
  assert.deepEqual(unaudited, ['account'])
})

/** What no act has to leave a line for by itself, by what it is for. */
const others: Readonly<Record<string, string>> = {
  'parts of an act, in its transaction':
    'takeEnquiry appendEvent changeState changeHeld insertEnquiry keepConsent noteConfirmed noteAbout queueAboutEnquiry enquiryMail openDeadlines openPromise addDeadlines closeDeadlines decideOn markConfirmed startOf',
  'links and challenges, which do nothing until they are used':
    'signInUrl makeAccountLink takeAccountLink keepChallenge takeChallenge askToRegister askToSignIn',
  'passkeys, of which the tests of passkeys say it':
    'registerPasskey signInByPasskey removePasskey',
  'an institution, of which the tests of institutions say it':
    'keepAttempt takeAttempt signInByInstitution',
  'sending what waited, of which its own test says it': 'sendWaiting',
  'what ran out, and meant nothing any more': 'forgetOldSignIns',
  'a mark of the last use, once an hour at most': 'actorOf',
  'reading, in a file where something below writes': 'openAccountOf nextTelling',
}

test('no function that writes is left out of that', () => {
  const known = [
    ...Object.keys(acts),
    ...Object.values(others).flatMap((names) => names.split(' ')),
  ]
  const rooms = join(import.meta.dirname, '..')
  const unknown = globSync(['accounts/**/*.ts', 'enquiries/**/*.ts'], { cwd: rooms })
    .filter((name) => !name.endsWith('.test.ts'))
    .flatMap((name) =>
      readFileSync(join(rooms, name), 'utf8')
        .split(/^export /m)
        .filter((part) => /insertInto|updateTable|deleteFrom|\.write\(|writeLightly/.test(part))
        .flatMap((part) => /^(?:async )?function (\w+)/.exec(part)?.[1] ?? []),
    )
    .filter((made) => !known.includes(made))
  assert.deepEqual(unknown, [], 'let an act of it happen above, or say why it leaves no line')
})

async function linesOf({ db }: Records): Promise<number> {
  return (await db.selectFrom('audit_event').select('seq').execute()).length
}

function account({ records }: Pick<Story, 'records'>, email: string) {
  const asked = { address: address(email), name: 'Anne', language: 'en' } as const
  return records.write((tx) => makeAccount(tx, peopleBase(records), asked, by))
}

async function confirmed(records: Records, email: string): Promise<Enquiry> {
  const link = (await enquiryLinksTo(records, email)).at(-1) ?? ''
  const sent = await confirmEnquiry(enquiryBase(records, [askedStudy]), link, now)
  return sent.kind === 'sent' ? sent.enquiry : assert.fail(sent.kind)
}

async function fresh({ records, enquiry }: Story): Promise<{ id: string; version: number }> {
  const found = await readEnquiry(records.db, records.keys, enquiry.id)
  return found ?? assert.fail()
}
