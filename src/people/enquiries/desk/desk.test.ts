import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PluginTransformQueryArgs, PluginTransformResultArgs } from 'kysely'
import type { Records } from '../../records/model/records.ts'
import { signedIn } from '../../../testing/test-accounts.ts'
import { deskAt, enquiryOnDesk } from '../../../testing/test-desk.ts'
import { onEachStore, testNow } from '../../../testing/test-records.ts'
import { siteId } from '../../../finder/registry/site-id.ts'
import { deskPage, deskRows, type DeskFilters } from './list.ts'
import { deskStates, deskTabOf, deskTabs, statesOf } from './tabs.ts'

const hour = 3_600_000
const from = (hours: number): Date => new Date(testNow.getTime() + hours * hour)
const everything: DeskFilters & { page: number } = { tab: 'answer', page: 1 }
const lyon = { facility: 'Hôpital Femme Mère Enfant', city: 'Bron', country: 'France' }

/** Counts what is asked of the database. */
function counted(records: Records): { readonly records: Records; readonly count: () => number } {
  let count = 0
  const plugin = {
    transformQuery: ({ node }: PluginTransformQueryArgs) => node,
    transformResult: ({ result }: PluginTransformResultArgs) => {
      count += 1
      return Promise.resolve(result)
    },
  }
  const db = records.db.withPlugin(plugin)
  return { records: { ...records, keys: records.keys, db }, count: () => count }
}

onEachStore('a desk asks the database as often for many enquiries as for one', async (plain) => {
  const { actor } = await signedIn(plain, [{ role: 'coordinator', ...deskAt }])
  const queries = async (): Promise<number> => {
    const { records, count } = counted(plain)
    await deskPage(records, actor, everything, testNow)
    return count()
  }
  await enquiryOnDesk(plain, { now: testNow, takenBy: actor.accountId, dueAt: testNow })
  const first = await queries()
  for (let at = 0; at < 30; at++) await enquiryOnDesk(plain, { now: testNow })
  assert.deepEqual([first, await queries()], [4, 4])
})

test('every state stands in one part of the desk, whether an answer presses or not', () => {
  for (const state of deskStates)
    for (const isPressed of [true, false]) {
      const tab = deskTabOf(state, isPressed)
      const standing = deskTabs.filter((one) => {
        const { always, pressed, calm } = statesOf(one)
        return [...always, ...(isPressed ? pressed : calm)].includes(state)
      })
      assert.deepEqual(standing, [tab], `${state} ${isPressed}`)
    }
  assert.equal(deskTabOf('asked', true), undefined)
})

onEachStore('a desk counts its parts and shows the most pressing first', async (records) => {
  const { actor } = await signedIn(records, [{ role: 'coordinator', ...deskAt }])
  const put = (given: Omit<Parameters<typeof enquiryOnDesk>[1], 'now'>) =>
    enquiryOnDesk(records, { now: testNow, ...given })
  const later = await put({ dueAt: from(48) })
  const late = await put({ dueAt: from(-30) })
  const today = await put({ dueAt: from(3), state: 'seen', takenBy: actor.accountId })
  const again = await put({ dueAt: from(5), state: 'contacted', hasNews: true })
  await put({ state: 'contacted', takenBy: actor.accountId })
  await put({ state: 'invited', dueAt: from(20 * 24) })
  const outcome = await put({ state: 'invited', dueAt: from(50) })
  for (const state of ['joined', 'not-eligible', 'declined', 'passed', 'closed'] as const)
    await put({ state })
  const shown = await deskPage(records, actor, everything, testNow)
  assert.deepEqual(shown.counts.tabs, { answer: 5, waiting: 1, screening: 1, closed: 5 })
  assert.deepEqual(shown.counts.mine, { answer: 1, waiting: 1, screening: 0, closed: 0 })
  assert.equal(shown.counts.overdue, 1)
  assert.deepEqual(
    shown.rows.map(({ id }) => id),
    [late, today, again, later, outcome].map(({ id }) => id),
  )
  assert.equal(shown.names.get(actor.accountId), 'coordinator')
  const mine = await deskPage(records, actor, { ...everything, isMine: true }, testNow)
  assert.deepEqual(
    mine.rows.map(({ id }) => id),
    [today.id],
  )
  assert.equal(mine.counts.tabs.waiting, 1)
})

onEachStore(
  'nobody sees what is not theirs: another site, another study, not confirmed',
  async (records) => {
    const own = await enquiryOnDesk(records, { now: testNow })
    const there = await enquiryOnDesk(records, { now: testNow, siteLabel: lyon })
    const other = await enquiryOnDesk(records, { now: testNow, study: 'NCT00000002' })
    const seenBy = async (roles: Parameters<typeof signedIn>[1], typed: string) => {
      const { actor } = await signedIn(records, roles, typed)
      const { rows, counts } = await deskPage(records, actor, everything, testNow)
      assert.equal(rows.length, counts.tabs.answer)
      return rows.map(({ id }) => id).toSorted()
    }
    const { study } = deskAt
    assert.deepEqual(await seenBy([{ role: 'coordinator', ...deskAt }], 'a@example.org'), [own.id])
    assert.deepEqual(
      await seenBy([{ role: 'manager', study, site: null }], 'b@example.org'),
      [own.id, there.id].toSorted(),
    )
    assert.deepEqual(
      await seenBy(
        [
          { role: 'investigator', study, site: siteId(lyon) },
          { role: 'coordinator', study: 'NCT00000002', site: null },
        ],
        'c@example.org',
      ),
      [there.id, other.id].toSorted(),
    )
    for (const role of ['operator', 'auditor'] as const)
      assert.deepEqual(await seenBy([{ role, study: null, site: null }], `${role}@example.org`), [])
  },
)

onEachStore(
  'a case, a study or a word is found, whatever its part of the desk',
  async (records) => {
    const { actor } = await signedIn(records, [
      { role: 'manager', study: deskAt.study, site: null },
    ])
    const closed = await enquiryOnDesk(records, { now: testNow, state: 'closed' })
    const fever = await enquiryOnDesk(records, {
      now: testNow,
      state: 'invited',
      details: { message: 'La FIÈVRE est revenue' },
    })
    await enquiryOnDesk(records, { now: testNow, details: { message: 'Bonjour' } })
    const find = async (asked: NonNullable<DeskFilters['find']>) => {
      const { rows, searched } = await deskPage(
        records,
        actor,
        { ...everything, find: asked },
        testNow,
      )
      return { ids: rows.map(({ id }) => id), searched }
    }
    const byCase = await find({ kind: 'case', caseNumber: closed.caseNumber })
    assert.deepEqual(byCase.ids, [closed.id])
    assert.deepEqual((await find({ kind: 'case', caseNumber: 'TW-222222' })).ids, [])
    const byWord = await find({ kind: 'text', text: 'fievre REVENUE' })
    assert.deepEqual(byWord.ids, [fever.id])
    assert.deepEqual(byWord.searched, { count: 2, isAll: true })
    assert.equal((await find({ kind: 'studies', studies: [deskAt.study] })).ids.length, 1)
    assert.equal((await find({ kind: 'studies', studies: ['NCT00000002'] })).ids.length, 0)
  },
)

onEachStore(
  'pages hold what the one before did not, and one too far is the last',
  async (records) => {
    const { actor } = await signedIn(records, [{ role: 'coordinator', ...deskAt }])
    for (let at = 0; at < 27; at++)
      await enquiryOnDesk(records, {
        now: testNow,
        dueAt: from(at),
        email: `p${at % 3}@example.org`,
      })
    const first = await deskPage(records, actor, everything, testNow)
    const last = await deskPage(records, actor, { ...everything, page: 9 }, testNow)
    assert.deepEqual([first.rows.length, last.rows.length, last.page, last.pages], [25, 2, 2, 2])
    assert.equal(new Set([...first.rows, ...last.rows].map(({ id }) => id)).size, 27)
    const find = { kind: 'text', text: 'fièvre' } as const
    const found = await deskPage(records, actor, { ...everything, find }, testNow)
    assert.deepEqual([found.rows.length, found.total, found.pages], [25, 27, 1])
    const most = { most: 2000, now: testNow }
    const inFile = await deskRows(records, actor, { ...everything, find }, most)
    assert.equal(inFile.length, 27)
    const other = { kind: 'text', text: 'nowhere said' } as const
    assert.equal((await deskRows(records, actor, { ...everything, find: other }, most)).length, 0)
  },
)
