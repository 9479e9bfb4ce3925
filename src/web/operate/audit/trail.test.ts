import assert from 'node:assert/strict'
import { appendFileSync, readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { audit } from '../../../people/audit/append.ts'
import { anchorsFile, writeAnchor } from '../../../people/audit/anchors.ts'
import { eraseForGood } from '../../../people/audit/erase-for-good.ts'
import { signedIn, type SignedIn } from '../../../testing/test-accounts.ts'
import { personAt } from '../../../testing/test-records.ts'
import { openTestApp, type TestApp } from '../../../testing/test-site.ts'
import { visitor, type Answer, type Visitor } from '../../../testing/visitor.ts'
import { createSite } from '../../site.ts'

let app: TestApp
let visit: Visitor
let auditor: SignedIn

before(async () => {
  app = await openTestApp()
  visit = visitor(createSite(app), app.baseUrl)
  const role = { role: 'auditor', study: null, site: null } as const
  auditor = await signedIn(app.people.records, [role], 'Ada@example.org', app.now())
})
after(() => app.close())

const read = (path: string): Promise<Answer> =>
  visit.get(path, { headers: { cookie: auditor.cookie } })

test('only an auditor reads the trail', async () => {
  const role = { role: 'operator', study: null, site: null } as const
  const operator = await signedIn(app.people.records, [role], 'op@example.org', app.now())
  for (const path of ['/trail', '/trail.csv', '/fr/trail']) {
    assert.equal((await visit.get(path)).status, 303)
    assert.equal((await visit.get(path, { headers: { cookie: operator.cookie } })).status, 404)
    const { status, headers } = await read(path)
    assert.deepEqual([status, headers.get('cache-control')], [200, 'no-store'])
  }
})

test('the page says whether the trail is whole and how far it is anchored', async () => {
  await writeAnchor(app.people.records, app.now())
  const { text } = await read('/trail')
  assert.match(text, /as it was written: (\d+) lines, anchored outside the database up to line \1/)
  assert.match((await read('/trail?action=role.given')).text, /not checked just now/)
  assert.match((await read('/trail?action=role.given&check=yes')).text, /as it was written/)
})

test('a line says who, as what, on what, before, after and why; its text is gone with its person', async () => {
  const { records } = app.people
  const person = await personAt(records, 'seeker@example.org')
  await records.write((tx) =>
    audit(tx, {
      at: app.now(),
      actor: 'person',
      action: 'claim.waits',
      subject: 'claim/=1+2',
      details: {
        by: `account/${auditor.actor.accountId}`,
        role: 'coordinator',
        before: { state: 'asked' },
        after: { state: 'waiting' },
        why: 'held',
      },
      sealed: { person, values: { note: '=cmd|’/c calc’!A1 <b>' } },
    }),
  )
  const line =
    /Ada · account\/[\s\S]*coordinator[\s\S]*state: asked[\s\S]*state: waiting[\s\S]*held[\s\S]*note: =cmd/
  assert.match((await read('/trail?action=claim.waits')).text, line)
  const csv = (await read('/trail.csv?action=claim.waits')).text
  assert.match(csv, /Line,When \(UTC\),Who/)
  assert.doesNotMatch(csv, /(?:^|,)"?[=+@-]/m)
  await eraseForGood(records, person.id, { now: app.now(), actor: 'operator' })
  const { text } = await read('/trail')
  assert.match(text, /\(erased with its person\)/)
  assert.doesNotMatch(text, /cmd/)
})

test('lines are found by account, action, subject and day, in pages; what cannot be read is left out', async () => {
  const { records } = app.people
  await records.write(async (tx) => {
    for (let number = 0; number < 120; number++)
      await audit(tx, {
        at: new Date('2026-10-01T10:00:00Z'),
        actor: 'system',
        action: 'import.matched',
        subject: `import/${number}`,
      })
  })
  const counted = async (query: string): Promise<string | undefined> =>
    /<p>\s*(\d+) lines/.exec((await read(`/trail?${query}`)).text)?.[1]
  assert.equal(await counted('day=2026-10-01'), '120')
  assert.equal(await counted('subject=import'), '120')
  assert.equal(await counted('subject=import/7'), '1')
  assert.equal(await counted('action=import.matched&day=2026-10-02'), undefined)
  assert.equal(await counted(`account=account/${auditor.actor.accountId}`), '2')
  const second = (await read('/trail?day=2026-10-01&page=2')).text
  assert.match(second, /import\/0\b/)
  assert.doesNotMatch(second, /import\/119/)
  for (const query of ['day=2026-13-40', 'account=%25', 'action=x', 'subject=%27or', 'page=-4'])
    assert.equal((await read(`/trail?${query}`)).status, 200, query)
  assert.match((await read('/trail?day=yesterday')).text, /left out/)
})

test('a trail whose end was cut off is said to be', async () => {
  const file = anchorsFile(app.people.records.dataDir)
  const { keys } = app.people.records
  const [before = ''] = readFileSync(file, 'utf8').trim().split('\n').slice(-1)
  const text = `anchor 999999 ${'0'.repeat(64)} 2026-11-29T00:00:00.000Z`
  appendFileSync(file, `${text} ${keys.anchorOf(`${before.split(' ').at(-1)}\n${text}`)}\n`)
  assert.match((await read('/trail?check=yes')).text, /The first wrong line is \d+/)
})
