import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { hash } from 'node:crypto'
import { checkAudit } from '../../../people/audit/verify.ts'
import { readIdentity, readParticipant } from '../../../study/conduct/model/participant.ts'
import { changeIdentity, identityMark } from '../../../study/conduct/record/identity.ts'
import { signFor } from '../../../study/conduct/record/sign.ts'
import { runHere } from '../../../testing/run-here.ts'
import type { SignedIn } from '../../../testing/test-accounts.ts'
import { openTestApp, type TestApp } from '../../../testing/test-site.ts'
import {
  enrolTestChild,
  openTestStudy,
  recordTestFacts,
  runNow,
  runStudy,
  screenedChild,
  type StudyTeam,
} from '../../../testing/test-study.ts'
import { type Answer, type Form, type Visitor, visitor } from '../../../testing/visitor.ts'
import { homePathOf } from '../../account/parts/ways.ts'
import { createSite } from '../../site.ts'

let app: TestApp
let visit: Visitor
let team: StudyTeam
let child = ''

const path = `/desk/study/${runStudy}`

before(async () => {
  app = await openTestApp()
  app.clock = runNow
  visit = visitor(createSite(app), app.baseUrl)
  const { records } = app.people
  team = await openTestStudy(records)
  child = await enrolTestChild(records, team.coordinator)
  await recordTestFacts(records, team.coordinator.actor, child, [
    ...screenedChild(),
    { item: 'crp', value: null, at: '2026-11-24T18:00+01:00' },
    { item: 'adverseEvent', value: '=SUM(A1)', at: '2026-11-25T18:00+01:00' },
  ])
})
after(() => app.close())

const get = (way: string, who: SignedIn = team.manager): Promise<Answer> =>
  visit.get(path + way, { headers: { cookie: who.cookie } })
const post = (way: string, form: Form, who: SignedIn = team.manager): Promise<Answer> =>
  visit.post(path + way, form, { headers: { cookie: who.cookie } })

/** What a page is for, as text. */
function mainOf({ text }: Answer): string {
  const [, main = text] = /<main[^>]*>([^]*)<\/main>/.exec(text) ?? []
  return main.replace(/<[^>]*>|\s+/g, ' ').replace(/ +/g, ' ')
}

const tables = (text: string): string => /<main>([^]*)<\/main>/.exec(text)?.[1] ?? ''

/** The report that the command makes of the files that were taken out. */
async function madeByCommand(facts: string, sets?: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'trialway-report-'))
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }
  const { text: document } = await get('/versions/report')
  const asked = ['report', file('report.json', document), file('facts.ndjson', facts)]
  const decided = sets === undefined ? [] : ['--sets', file('sets.json', sets)]
  const made = await runHere(
    [...asked, ...decided, '--format', 'html', '--at', app.now().toISOString()],
    {},
  )
  rmSync(folder, { recursive: true })
  assert.equal(made.status, 0, made.stderr)
  return made.stdout
}

test('rows are read by number alone, by the statistician too, and nobody’s name is among them', async () => {
  for (const who of [team.manager, team.statistician, team.monitor, team.auditor]) {
    const page = await get('/data', who)
    assert.equal(page.status, 200)
    assert.match(mainOf(page), /01-001: \d+ values/)
    assert.match(mainOf(page), /not known/)
    assert.match(mainOf(page), /39\.1\s°C, axillary/)
    assert.doesNotMatch(mainOf(page), /\bCel\b/, 'units as people write them')
    assert.doesNotMatch(page.text, /Léa|Martin/u)
  }
  for (const who of [team.coordinator, team.pharmacist, team.stranger])
    assert.equal((await get('/data', who)).status, 404)
  assert.match(
    mainOf(await visit.get(`/fr${path}/data`, { headers: { cookie: team.manager.cookie } })),
    /non connu/,
  )
  assert.equal((await get('/data?of=nobody')).status, 404)
})

test('an export guards formulas, says what is not known and who is made up, and leaves a line in the trail', async () => {
  const csv = await post('/data/export', { participant: child, format: 'csv' }, team.statistician)
  assert.equal(csv.status, 200)
  assert.match(csv.headers.get('content-disposition') ?? '', /NCT02390596-01-001-made-up\.csv/)
  assert.match(csv.text, /'=SUM\(A1\)/)
  assert.match(csv.text, /,crp,,true,/)
  assert.doesNotMatch(csv.text, /Léa|Martin|,false\r?\n$/u)
  const all = await post('/data/export', { participant: '', format: 'ndjson' }, team.statistician)
  assert.equal(all.headers.get('x-content-sha256'), hash('sha256', all.text))
  assert.match(all.text, /"invented":true/)
  const foreign = await post('/data/export', { participant: 'nobody', format: 'csv' })
  assert.equal(foreign.status, 404)
  const lines = await app.people.records.db
    .selectFrom('audit_event')
    .select(['subject', 'details'])
    .where('action', '=', 'data.exported')
    .orderBy('seq')
    .execute()
  assert.deepEqual(
    lines.map(({ subject }) => subject),
    [`participant/${child}`, `study/${runStudy}`],
  )
  assert.match(lines[1]?.details ?? '', new RegExp(hash('sha256', all.text)))
})

test('the report is a draft until the lock, says the hash of its facts on each page, and gives the numbers of the command', async () => {
  assert.match(mainOf(await get('/report')), /the report is a draft/)
  assert.equal((await get('/report?version=none')).status, 422)
  assert.equal((await get('/report?version=report&beside=report')).status, 422)
  assert.equal((await get('/report', team.coordinator)).status, 404)
  const report = await visit.raw(`${path}/report?version=report`, {
    headers: { cookie: team.statistician.cookie },
  })
  assert.equal(report.status, 200)
  const { text: facts } = await post('/data/export', { participant: '', format: 'ndjson' })
  const digest = hash('sha256', facts)
  assert.match(report.text, new RegExp(`NOT LOCKED: DRAFT[^<]*${digest}`))
  assert.match(report.text, new RegExp(`@bottom-left \\{ content: [^}]*${digest}`))
  assert.match(report.text, /INVENTED PARTICIPANTS/)
  assert.doesNotMatch(report.text, /Léa|Martin/u)
  const made = await madeByCommand(facts)
  assert.ok(tables(made).length > 5000)
  assert.equal(tables(report.text), tables(made))
  // From a number to its rows, from a row to the participant: for who may see them, as the statistician may not.
  const way = `href="/desk/participants/${child}"`
  assert.ok(!report.text.includes(way))
  const cookie = team.manager.cookie
  const seen = await visit.raw(`${path}/report?version=report`, { headers: { cookie } })
  assert.equal(seen.text.split(way).length, 2)
  const french = await visit.raw(`/fr${path}/report?version=report`, { headers: { cookie } })
  assert.ok(french.text.includes(`href="/fr/desk/participants/${child}"`))
})

test('a study is locked on its page when nothing is missing, signed by who just proved who they are, and opened again with a reason', async () => {
  const missing = mainOf(await get('/lock'))
  assert.match(missing, /01-001 ?: no investigator’s signature/)
  assert.match(missing, /analysis sets not decided/)
  assert.equal((await post('/lock', { act: 'lock', lockReason: 'Done' })).status, 409)
  const { records } = app.people
  const seen = Number(
    (
      await records.db
        .selectFrom('participant')
        .select('facts')
        .where('id', '=', child)
        .executeTakeFirstOrThrow()
    ).facts,
  )
  const signed = await signFor(
    app.people,
    team.investigator.actor,
    { participantId: child, meaning: 'eligibility', seen },
    runNow,
  )
  assert.equal(signed.kind, 'done')
  assert.match(mainOf(await get('/sets')), /Still to decide/)
  assert.equal((await post('/sets', { accept: 'yes' })).status, 303)
  const open = [
    ...(await get('/sets')).text.matchAll(/value="([\w-]+ \w+)"\s*(?:selected)?\s*>\s*([^<]*)</g),
  ]
  const all = open.filter(([, line = '']) => line.startsWith('all '))
  assert.match(all[0]?.[2] ?? '', /Per protocol: everybody of whom the version does not say \(1\)/)
  for (const [, line = ''] of all) {
    const none = await post('/sets', { line, member: 'yes', reason: '' })
    assert.equal(none.status, 422)
    assert.match(mainOf(none), /Write why/)
    assert.equal(
      (await post('/sets', { line, member: 'no', reason: 'No day was as planned' })).status,
      303,
    )
  }
  assert.match(mainOf(await get('/sets')), /lines are decided/)
  assert.equal((await post('/lock', { act: 'lock', lockReason: '' })).status, 422)
  app.clock = new Date(runNow.getTime() + 16 * 60_000)
  assert.match(mainOf(await get('/lock')), /First sign in once more/)
  const again = await post('/lock', { act: 'lock', lockReason: 'All data are there' })
  assert.match(again.to, /\/sign-in\?/)
  app.clock = runNow
  assert.equal((await post('/lock', { act: 'lock', lockReason: 'All data are there' })).status, 303)
  const locked = await get('/lock?did=lock')
  assert.match(mainOf(locked), /Signed by manager \(Manager.*I lock these data/i)
  const { text: facts } = await post('/data/export', { participant: '', format: 'ndjson' })
  const report = await visit.raw(`${path}/report?version=report`, {
    headers: { cookie: team.statistician.cookie },
  })
  assert.match(report.text, new RegExp(`Locked on 2026-11-26 09:00[^<]*${hash('sha256', facts)}`))
  const { text: sets } = await post('/data/export', { participant: '', format: 'sets' })
  assert.equal(JSON.parse(sets).sets['01-001'].pp, false)
  assert.equal(tables(report.text), tables(await madeByCommand(facts, sets)))
  assert.match(report.text, /is as people decided it/)
  assert.equal((await post('/sets', { accept: 'yes' })).status, 409)
  assert.equal(
    (await post('/lock', { act: 'unlock', reason: 'A value came late' }, team.monitor)).status,
    404,
  )
  assert.equal((await post('/lock', { act: 'unlock', reason: 'A value came late' })).status, 303)
  assert.match(mainOf(await get('/lock')), /Void since/)
  assert.equal((await post('/lock', { act: 'unlock', reason: 'Again' })).status, 409)
  assert.equal(
    (await post('/lock', { act: 'freeze', reason: 'Review', participant: child })).status,
    303,
  )
  assert.equal(
    (await post('/lock', { act: 'unfreeze', reason: 'Review done', participant: child })).status,
    303,
  )
})

test('the trail of a study opens values for who may read participants, and never says who somebody is', async () => {
  const { records } = app.people
  const { coordinator, monitor, auditor, statistician } = team
  const participant = await readParticipant(records.db, records.keys, child)
  const identity = participant && (await readIdentity(records.db, participant))
  assert.ok(participant && identity)
  const { name: _, isMadeUp: __, ...rest } = identity
  const changed = await changeIdentity(
    app.people,
    coordinator.actor,
    {
      id: child,
      seen: identityMark(participant.key, identity),
      identity: { ...rest, name: 'Léa Durand' },
    },
    runNow,
  )
  assert.equal(changed, 'done')
  for (const who of [monitor, auditor, team.manager]) {
    const page = await get('/trail', who)
    assert.equal(page.status, 200)
    assert.match(mainOf(page), /study\.locked/)
    assert.match(mainOf(page), /participant\.identity-changed/)
    assert.match(mainOf(page), /All data are there/)
    assert.doesNotMatch(page.text, /Léa|Durand/u)
  }
  assert.match(mainOf(await get(`/trail?of=${child}`, monitor)), /39\.1 Cel/)
  assert.equal((await get('/trail', statistician)).status, 404)
  assert.equal((await get('/trail', coordinator)).status, 404)
  assert.equal((await get('/trail?of=nobody')).status, 404)
  const file = await post('/trail', { of: '' }, auditor)
  assert.match(file.headers.get('content-disposition') ?? '', /NCT02390596-all-trail\.csv/)
  assert.match(file.text, /fact\.recorded/)
  assert.match(mainOf(await get('/trail')), /data\.exported/)
  assert.equal((await checkAudit(records)).isWhole, true)
})

test('who has a role in a study is led to it: from their account, and after they sign in', async () => {
  for (const who of [team.manager, team.monitor, team.statistician, team.pharmacist]) {
    const account = await visit.get('/account', { headers: { cookie: who.cookie } })
    assert.match(account.text, new RegExp(`href="${path}"`))
  }
  const { actor } = team.statistician
  assert.equal(homePathOf(actor), path)
  assert.equal(homePathOf(team.manager.actor), '/desk')
  assert.match((await get('', team.monitor)).text, /href="\/desk\/today"/)
  assert.doesNotMatch((await get('', team.statistician)).text, /href="\/desk\/today"/)
})
