import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { runHere } from '../testing/run-here.ts'
import { newDataDir, personAt } from '../testing/test-records.ts'
import { openRecords } from '../people/records/open-records.ts'

const launcher = join(import.meta.dirname, '../../bin/trialway.js')

test('where there are no records, no command makes any but the one that says so', async (t) => {
  const dataDir = newDataDir(t)
  for (const words of ['backup x', 'export a@b.org', 'erase a@b.org --yes', 'rotate-keys']) {
    const { status, stderr } = await trialway(dataDir, words)
    assert.equal(status, 1, words)
    assert.match(stderr, /There are no records yet/)
  }
  assert.match((await trialway(dataDir, 'doctor')).stdout, /note {3}Records: None yet/)
  assert.ok(!existsSync(join(dataDir, 'records.sqlite')))
  const applied = [
    '0001-people',
    '0002-streams',
    '0003-sealed-alerts',
    '0004-asks',
    '0005-findings',
    '0006-accounts',
    '0007-enquiries',
    '0008-conduct',
    '0009-institutions',
    '0010-watches',
    '0011-mailed-watches',
    '',
  ]
  assert.equal((await trialway(dataDir, 'migrate')).stdout, applied.join('\n'))
  assert.equal((await trialway(dataDir, 'migrate')).stdout, 'nothing to do\n')
})

test('back up, erase, restore: from one file to records that are in order', async (t) => {
  const dataDir = newDataDir(t)
  const records = await openRecords({ dataDir })
  await personAt(records, 'canary@example.org')
  await personAt(records, 'other@example.org')
  await records.close()
  const file = join(dataDir, 'backup.sqlite')
  const made = await trialway(dataDir, `backup ${file}`)
  assert.match(made.stdout, /complete, 2 people\.\n.*\nThe keys are not in it/)
  assert.equal((await trialway(dataDir, `backup ${file}`)).status, 1)

  const given = trialwayApart(dataDir, 'export -', 'Canary@example.org\n')
  assert.equal(JSON.parse(given.stdout).person.address, 'canary@example.org')
  assert.equal((await trialway(dataDir, 'erase -', 'canary@example.org')).status, 2)
  assert.equal((await trialway(dataDir, 'erase - --yes', 'canary@example.org')).status, 0)
  const again = await trialway(dataDir, 'erase - --yes', 'canary@example.org')
  assert.deepEqual([again.status, again.stderr], [1, 'Nothing is held about that address.\n'])
  assert.equal((await trialway(dataDir, 'export nobody')).status, 2)

  rmSync(join(dataDir, 'records.sqlite'))
  assert.match((await trialway(dataDir, 'migrate')).stderr, /records are missing/)
  const restored = await trialway(dataDir, `restore ${file}`)
  assert.match(restored.stdout, /1 people\.\n1 who were erased since have been erased again/)
  assert.match(
    (await trialway(dataDir, `restore ${file}`)).stderr,
    /holds people’s records. With --replace/,
  )
  assert.equal((await trialway(dataDir, 'export -', 'other@example.org')).status, 0)
  const { checks } = JSON.parse((await trialway(dataDir, 'doctor --json')).stdout)
  for (const name of ['Records', 'Keys', 'Audit trail'])
    assert.equal(checks.find((check: { name: string }) => check.name === name)?.state, 'good', name)
  for (const name of ['audit-anchors.txt', 'erased.txt'])
    assert.ok(!readFileSync(join(dataDir, name), 'utf8').includes('canary'))
})

test('after a rotation a backup from before needs the keys from before, and says so', async (t) => {
  const dataDir = newDataDir(t)
  const records = await openRecords({ dataDir })
  await personAt(records)
  await records.close()
  const file = join(dataDir, 'backup.sqlite')
  await trialway(dataDir, `backup ${file}`)
  const rotated = await trialway(dataDir, 'rotate-keys')
  assert.equal(rotated.status, 0)
  assert.match(rotated.stderr, /1 people’s keys are wrapped with version 2/)
  assert.match(
    (await trialway(dataDir, `restore ${file} --replace`)).stderr,
    /Version 1 of the key is not there/,
  )
  assert.equal((await trialway(dataDir, 'export mother@example.org')).status, 0)
})

function trialway(dataDir: string, words: string, input = '') {
  return runHere(words.split(' '), { DATA_DIR: dataDir, PORT: '0' }, input)
}

/** The same as an operator runs it. */
function trialwayApart(dataDir: string, words: string, input: string) {
  return spawnSync(process.execPath, [launcher, ...words.split(' ')], {
    cwd: dataDir,
    input,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], DATA_DIR: dataDir, PORT: '0' },
  })
}
