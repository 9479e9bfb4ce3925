import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { audit } from '../people/audit/append.ts'
import { anchorsFile, writeAnchor } from '../people/audit/anchors.ts'
import { openRecords } from '../people/records/open-records.ts'
import { runHere } from '../testing/run-here.ts'
import { newDataDir, testKeys, testNow } from '../testing/test-records.ts'

const verifier = join(import.meta.dirname, '../../scripts/verify-trail.ts')

test('the trail is verified here and, from its export, where nothing of Trialway is', async (t) => {
  const dataDir = newDataDir(t)
  const run = (words: string) => runHere(words.split(' '), { DATA_DIR: dataDir, KEYS: testKeys })
  assert.match((await run('audit verify')).stderr, /There are no records yet/)
  const records = await openRecords({ dataDir, keys: testKeys })
  for (let number = 1; number <= 5; number++)
    await records.write((tx) =>
      audit(tx, {
        at: testNow,
        actor: 'system',
        action: 'import.matched',
        subject: `import/${number}`,
      }),
    )
  await writeAnchor(records, testNow)
  await records.close()

  assert.match(
    (await run('audit verify')).stdout,
    /as it was written\. Lines: 5, anchored up to 5\./,
  )
  const found = JSON.parse((await run('audit verify --json')).stdout) as unknown
  assert.deepEqual(found, {
    isWhole: true,
    events: 5,
    anchored: 5,
    facts: { isWhole: true, participants: 0, facts: 0 },
  })
  const alone = async (): Promise<[number | null, unknown]> => {
    const file = join(dataDir, 'trail.jsonl')
    writeFileSync(file, (await run('audit export')).stdout)
    const ended = spawnSync(process.execPath, [verifier, file, anchorsFile(dataDir)], {
      encoding: 'utf8',
    })
    return [ended.status, JSON.parse(ended.stdout)]
  }
  assert.deepEqual(await alone(), [0, { lines: 5, anchored: 5 }])

  tamper(dataDir, "update audit_event set subject = 'import/forged' where seq = 3")
  const broken = await run('audit verify')
  assert.deepEqual([broken.status, broken.stdout.split('\n')[0]], [1, 'Line 3: it was changed.'])
  const said = await run('audit verify --json --quiet')
  const facts = { isWhole: true, participants: 0, facts: 0 }
  const verdict = { isWhole: false, seq: 3, from: 3, problem: 'it was changed', facts }
  assert.deepEqual([said.status, JSON.parse(said.stdout)], [1, verdict])
  assert.deepEqual(await alone(), [1, { bad: 3, from: 3, why: 'it is not what was hashed' }])
})

/** As somebody does who opens the file with another program. */
function tamper(dataDir: string, statement: string): void {
  const file = new DatabaseSync(join(dataDir, 'records.sqlite'))
  file.exec(`drop trigger audit_event_no_update; ${statement}`)
  file.close()
}
