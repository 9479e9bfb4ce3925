import assert from 'node:assert/strict'
import { test } from 'node:test'
import { statusNames } from './status-names.ts'
import { adminFr } from './fr/admin.ts'
import { alertsFr } from './fr/alerts.ts'
import { wordsOf } from './words.ts'

for (const language of ['en', 'fr'] as const)
  test(`mails and the command line say every status as the pages do (${language})`, () => {
    const labels = Object.entries(wordsOf(language).common.statuses).map(
      ([status, { label }]) => [status, label] as const,
    )
    assert.ok(labels.length >= 14)
    assert.deepEqual(statusNames[language], Object.fromEntries(labels))
  })

/** All that is said, with numbers wherever something is filled in. */
function said(words: unknown): string[] {
  if (typeof words === 'string') return [words]
  if (typeof words === 'function') return [String(words(1, 2, 3))]
  return Object.values(words as object).flatMap(said)
}

for (const [name, words] of Object.entries({ alerts: alertsFr, admin: adminFr }))
  test(`French ${name}: the space before ? ! : ; and inside « » does not break`, () => {
    const lines = said(words)
    assert.ok(lines.length > 20)
    assert.deepEqual(
      lines.filter((line) => / [?!:;»]|« |\w[?!;»]|«\w/.test(line)),
      [],
    )
  })
