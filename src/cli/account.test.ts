import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { runHere } from '../testing/run-here.ts'

function openRun(t: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), 'trialway-account-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  return (words: string) => runHere(words.split(' '), { DATA_DIR: join(folder, 'var') })
}

const anne = 'anne@example.org'

test('accounts are made, given roles, listed and closed at the terminal', async (t) => {
  const run = openRun(t)
  assert.match((await run('account list')).stderr, /no records yet/)
  const made = await run(`account add ${anne} --name Anne --role operator`)
  assert.deepEqual([made.status, made.stderr], [0, ''])
  assert.match((await run(`account add ${anne} --name Other`)).stdout, /already/)
  assert.match((await run(`account role ${anne} manager --study NCT02390596`)).stdout, /Given/)
  assert.match((await run(`account role ${anne} manager --study NCT02390596`)).stdout, /already/)
  assert.equal(
    (await run('account list')).stdout,
    'anne@example.org  Anne  operator, manager NCT02390596\n',
  )
  assert.match((await run(`account end ${anne} manager --study NCT02390596`)).stdout, /Ended/)
  assert.equal((await run(`account end ${anne} manager --study NCT02390596`)).status, 1)
  await run('account add Paul@example.org --name Paul --language fr')
  assert.match((await run('account close paul@example.org')).stdout, /Closed/)
  assert.match((await run('account list')).stdout, /Paul {2}closed 20/)
  assert.equal((await run('account close paul@example.org')).status, 1)
  const told = JSON.parse((await run('account list --json')).stdout) as { name: string }[]
  assert.deepEqual(
    told.map(({ name }) => name),
    ['Anne', 'Paul'],
  )
})

test('the last operator stays, and can always be made again at the terminal', async (t) => {
  const run = openRun(t)
  await run(`account add ${anne} --name Anne --role operator`)
  for (const words of [`account close ${anne}`, `account end ${anne} operator`]) {
    const refused = await run(words)
    assert.deepEqual([refused.status, refused.stdout], [1, ''])
    assert.match(refused.stderr, /last operator/)
  }
  await run('account add paul@example.org --name Paul --role operator')
  assert.equal((await run(`account close ${anne}`)).status, 0)
  assert.equal((await run(`account add ${anne} --name Anne --role operator`)).status, 0)
  assert.match((await run('account list')).stdout, /anne@example.org {2}Anne {2}operator/)
})

test('a link to sign in is printed, for who has an account', async (t) => {
  const run = openRun(t)
  await run(`account add ${anne} --name Anne --language fr`)
  assert.match(
    (await run(`account sign-in-link ${anne}`)).stdout,
    /^http:\/\/localhost:8080\/fr\/sign-in\/[\w-]{43}\n$/,
  )
  assert.equal((await run('account sign-in-link nobody@example.org')).status, 1)
})

test('what is told wrongly is refused with what to do, and changes nothing', async (t) => {
  const run = openRun(t)
  for (const [words, message] of [
    ['account add anne --name Anne', /not an e-mail address/],
    [`account add ${anne}`, /required option/],
    [`account add ${anne} --name Anne --role king`, /Allowed choices/],
    [`account add ${anne} --name Anne --role manager`, /add --study/],
    [`account add ${anne} --name Anne --role operator --study NCT02390596`, /leave --study/],
    [`account add ${anne} --name Anne --role manager --study 12`, /NCT02390596/],
    [`account add ${anne} --name Anne --role manager --study NCT02390596 --site x`, /ten letters/],
    [`account role ${anne} king`, /no role/],
  ] as const) {
    const ended = await run(words)
    assert.deepEqual([ended.status, ended.stdout], [2, ''], words)
    assert.match(ended.stderr, message)
  }
  assert.match((await run('account list')).stderr, /no records yet/)
})
