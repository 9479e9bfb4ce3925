import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { runHere } from '../testing/run-here.ts'

test('an empty outbox has a state, and nothing to send', async (t) => {
  const run = await openRun(t)
  const { status, stdout } = await run('mail status --json')
  assert.equal(status, 0)
  const figures = JSON.parse(stdout) as { queued: unknown; relay: unknown }
  assert.deepEqual(figures.queued, {
    confirmation: 0,
    crowd: 0,
    alert: 0,
    enquiry: 0,
    safety: 0,
    desk: 0,
    introduction: 0,
    watch: 0,
  })
  assert.deepEqual(figures.relay, { state: 'good' })
  assert.match((await run('mail status')).stdout, /^mail server +good$/m)
  assert.equal((await run('mail send')).stdout, '0 sent, 0 to be tried again, 0 failed\n')
  assert.equal((await run('mail retry --failed')).stdout, '0 mails are due now\n')
})

test('addresses are suppressed and released from standard input, and never shown', async (t) => {
  const run = await openRun(t)
  const addresses = 'canary@one.example\n\ncanary@two.example\n'
  assert.equal((await run('mail suppress -', addresses)).stdout, '2 suppressed, 0 were before\n')
  assert.equal((await run('mail suppress -', addresses)).stdout, '0 suppressed, 2 were before\n')
  assert.match((await run('mail status')).stdout, /^suppressed, operator +2$/m)
  assert.equal(
    (await run('mail release canary@one.example')).stdout,
    '1 released, 0 were not suppressed\n',
  )
  const wrong = await run('mail suppress -', 'canary at nowhere\n')
  assert.equal(wrong.status, 2)
  assert.equal(wrong.stderr, 'Line 1 is not an e-mail address.\n')
})

test('what came back is taken in from files', async (t) => {
  const run = await openRun(t)
  const folder = newFolder(t)
  writeFileSync(join(folder, 'one.eml'), 'From: Ann <ann@one.example>\n\nI am away.\n')
  const { status, stdout } = await run(`mail bounces ${folder} --json`)
  assert.equal(status, 0)
  assert.equal((JSON.parse(stdout) as { other: number }).other, 1)
  assert.deepEqual(readdirSync(folder), ['one.eml'])
})

for (const [words, status, message] of [
  ['mail bounces nowhere', 2, /no file or folder nowhere/],
  ['mail retry 12', 2, /not the id of a mail/],
  ['mail bounces', 2, /missing required argument/],
  ['mail everything', 2, /unknown command/],
] as const)
  test(`trialway ${words}: exit code ${status}, and why`, async (t) => {
    const ended = await (await openRun(t))(words)
    assert.equal(ended.status, status, ended.stderr)
    assert.equal(ended.stdout, '')
    assert.match(ended.stderr, message)
  })

test('a mail server that cannot be used ends a sending with exit code 1, and nothing is lost', async (t) => {
  const run = await openRun(t, {
    SMTP_URL: 'smtp://127.0.0.1:1',
    MAIL_FROM: 'a@b.example',
    MAIL_DKIM_DOMAIN: 'b.example',
    MAIL_DKIM_SELECTOR: 'm',
    MAIL_DKIM_KEY_FILE: 'nowhere.pem',
  })
  const { status, stderr } = await run('mail send')
  assert.equal(status, 1)
  assert.match(stderr, /MAIL_DKIM_KEY_FILE cannot be used/)
})

async function openRun(t: TestContext, settings: Record<string, string> = {}) {
  const dataDir = join(newFolder(t), 'var')
  const run = (words: string, input = '') =>
    runHere(words.split(' '), { DATA_DIR: dataDir, ...settings }, input)
  assert.equal((await run('migrate')).status, 0)
  return run
}

function newFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'trialway-mail-'))
  t.after(() => rmSync(folder, { recursive: true }))
  return folder
}

test('where there are no records yet, mail and alerts say so, and make none', async (t) => {
  const folder = newFolder(t)
  for (const words of ['mail status', 'alerts status']) {
    const ended = await runHere(words.split(' '), { DATA_DIR: join(folder, 'var') })
    assert.equal(ended.status, 1)
    assert.match(ended.stderr, /There are no records yet/)
  }
  assert.deepEqual(readdirSync(folder), [])
})
