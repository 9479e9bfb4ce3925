import assert from 'node:assert/strict'
import { existsSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { readSignInLink } from '../people/accounts/sign-in.ts'
import { checkAudit } from '../people/audit/verify.ts'
import { openRecords } from '../people/records/open-records.ts'
import { readCase } from '../study/conduct/model/case.ts'
import { readIdentity } from '../study/conduct/model/participant.ts'
import { checkFacts } from '../study/conduct/model/verify-facts.ts'
import { builtPlaces } from '../testing/built-places.ts'
import { runHere } from '../testing/run-here.ts'
import { newDataDir, testKeys } from '../testing/test-records.ts'

test('a fresh folder is filled with a study that is alive: sixteen children at three sites, each dose as it was derived then', async (t) => {
  const dataDir = newDataDir(t)
  symlinkSync(await builtPlaces(), join(dataDir, 'places.sqlite'))
  const run = (words: string) => runHere(words.split(' '), { DATA_DIR: dataDir, KEYS: testKeys })
  const made = await run('demo study')
  assert.equal(made.status, 0, made.stderr)
  assert.match(made.stderr, /Everybody here is made up/)
  assert.ok(existsSync(join(dataDir, 'demonstration.txt')))
  const links = [...made.stdout.matchAll(/\/sign-in\/([\w-]{43})$/gm)].map(([, link]) => link ?? '')
  for (const role of 'coordinator investigator pharmacist monitor manager statistician auditor operator'.split(
    ' ',
  ))
    assert.match(made.stdout, new RegExp(`, ${role}`))
  const records = await openRecords({ dataDir, keys: testKeys })
  t.after(() => records.close())
  const now = new Date()
  for (const link of links) assert.equal((await readSignInLink(records, link, now)).kind, 'open')
  assert.equal((await checkAudit(records)).isWhole, true)
  assert.equal((await checkFacts(records)).isWhole, true)

  const rows = await records.db.selectFrom('participant').select(['id', 'site', 'origin']).execute()
  assert.equal(rows.length, 16)
  assert.equal(new Set(rows.map(({ site }) => site)).size, 3)
  assert.equal(rows.filter(({ origin }) => origin !== null).length, 3)
  const cases = []
  for (const { id } of rows) {
    const found = await readCase(records.db, records.keys, id, now)
    assert.ok(found)
    cases.push(found)
    assert.equal((await readIdentity(records.db, found.participant))?.isMadeUp, true)
  }
  for (const { facts } of cases)
    for (const { item, at, recordedAt = '' } of facts)
      if (at.includes('T') && item !== 'protocolVersionEffective')
        assert.ok(Date.parse(recordedAt) >= Date.parse(at), `${item} ${at}`)
  const standings = cases.flatMap(({ state }) => state.visits.map(({ standing }) => standing))
  for (const standing of ['done', 'due', 'upcoming'] as const)
    assert.ok(standings.includes(standing), standing)
  const treated = cases.filter(({ state }) => state.nextDoses.some(({ kind }) => kind !== 'refuse'))
  assert.ok(treated.length >= 2, 'some are treated now')
  const clocks = cases.flatMap(({ state }) => state.safety.flatMap((event) => event.clocks))
  assert.equal(clocks.length, 1)
  assert.ok((clocks[0]?.due ?? '') > now.toISOString(), 'the clock runs now')
  const due = cases.filter(({ state }) => state.version.reconsent === 'due')
  assert.ok(due.length > 0, 'some are asked to sign again')
  const lines = await records.db.selectFrom('outlook').selectAll().execute()
  const ended = lines.filter(({ kind, standing }) => kind === 'stage' && standing === 'ended')
  const asked = lines.filter(({ kind, standing }) => kind === 'reconsent' && standing === 'due')
  assert.ok(ended.length > 5 && asked.length > 0)
  for (const { participant_id } of asked)
    assert.ok(
      ended.every((one) => one.participant_id !== participant_id),
      'who has ended is not',
    )
  assert.equal(new Set(cases.map(({ state }) => state.version.version)).size, 2)
  const queries = await records.db.selectFrom('query').select(['state', 'opened_role']).execute()
  const monitored = queries.filter(({ opened_role }) => opened_role === 'monitor')
  assert.deepEqual(monitored.map(({ state }) => state).toSorted(), ['closed', 'open'])
  // A dose that was not given is the only thing that was not as the version says.
  const raised = await records.db.selectFrom('deviation').select(['type', 'class']).execute()
  assert.equal(raised.filter((one) => one.class !== null).length, 1)
  assert.deepEqual(new Set(raised.map(({ type }) => type)), new Set(['dose missed']))
  const again = await run('demo study')
  assert.deepEqual([again.status, again.stdout], [1, ''])
  assert.match(again.stderr, /holds a demonstration already/)
})
