import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { ConfigProblems, readConfig } from './config.ts'

test('without settings, mail is written to files, slowly, from the host itself', () => {
  const config = readConfig({ BASE_URL: 'https://trials.example.org' })
  assert.equal(config.smtpUrl, undefined)
  assert.equal(config.mailFrom, 'Trialway <trialway@trials.example.org>')
  assert.deepEqual(
    [config.mailPerSecond, config.mailPerSecondPerDomain, config.mailConnections],
    [20, 5, 4],
  )
})

test('a mail server needs somebody that mail comes from', () => {
  const SMTP_URL = 'smtp://me:secret@mail.example.org'
  assert.deepEqual(problemsOf({ SMTP_URL }), ['MAIL_FROM must be set where SMTP_URL is.'])
  const MAIL_FROM = 'Essais près de chez vous <alertes@example.org>'
  assert.equal(readConfig({ SMTP_URL, MAIL_FROM }).mailFrom, MAIL_FROM)
})

test('a signature needs all of its three settings', () => {
  const problems = problemsOf({ MAIL_DKIM_DOMAIN: 'example.org' })
  assert.match(problems[0] ?? '', /must be set together/)
})

test('a secret that is wrong is named and never shown', () => {
  const problems = problemsOf({ SMTP_URL: 'http://me:hunter2@x', MAIL_HOOK_SECRET: 'hunter2' })
  assert.equal(problems.length, 2)
  assert.ok(problems.every((text) => !text.includes('hunter2')))
})

test('an address that would be two is not one that mail comes from', () => {
  for (const MAIL_FROM of [
    'a@b.org, c@d.org',
    'a@b.org\r\nBcc: c@d.org',
    'A <a@b.org> <c@d.org>',
    'nobody',
  ])
    assert.equal(problemsOf({ MAIL_FROM }).length, 1, MAIL_FROM)
})

test('a secret may be in a file', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'trialway-secret-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'secret')
  writeFileSync(file, 'a secret of some length\n')
  assert.equal(
    readConfig({ MAIL_HOOK_SECRET_FILE: file }).mailHookSecret,
    'a secret of some length',
  )
  assert.match(problemsOf({ MAIL_HOOK_SECRET_FILE: join(folder, 'none') })[0] ?? '', /ENOENT/)
})

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment)
  } catch (error) {
    if (error instanceof ConfigProblems) return error.problems
    throw error
  }
  return []
}
