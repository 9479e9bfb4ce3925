import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

/** Files that write and leave no line themselves, and why. */
const others: Readonly<Record<string, string>> = {
  'model/signature.ts': 'part of an act that leaves its line',
  'model/facts.ts': 'part of an act that leaves its line',
  'derived/query-rows.ts': 'part of an act that leaves its line',
  'review/snapshot.ts': 'part of a lock, which leaves its line with the hash',
  'derived/void-source-checks.ts': 'follows from a correction, which has its line',
  'derived/keep-outlook.ts': 'what the engine says, made again at any time',
  'derived/renew-outlooks.ts': 'what the engine says, made again at any time',
  'derived/catch-up.ts': 'calls what leaves the lines',
  'derived/plan-reminders.ts':
    'what is due, made again at any time; each mail is noted when it is sent',
  'today/mail-desk-day.ts':
    'counts what waits, and writes to who works there; nothing of a study changes',
}

test('every file of a study that writes leaves a line in the trail, or says why not', () => {
  const room = join(import.meta.dirname, '..')
  const writing = globSync('**/*.ts', { cwd: room })
    .filter((name) => !name.endsWith('.test.ts'))
    .map((name) => ({ name, text: readFileSync(join(room, name), 'utf8') }))
    .filter(({ text }) => /insertInto|updateTable|deleteFrom|\.write\(|writeLightly/.test(text))
  assert.ok(writing.length > 20)
  const silent = writing
    .filter(({ text }) => !/\b(?:audit(?:Conduct|Study|Facts)?|recordOf)\(/.test(text))
    .map(({ name }) => name)
  assert.deepEqual(silent.toSorted(), Object.keys(others).toSorted())
})
