import { statSync } from 'node:fs'
import type { Config } from '../app/config/config.ts'
import { operatorsOf } from '../people/accounts/accounts.ts'
import { keyFile } from '../people/records/model/key-file.ts'
import { hasRecords } from '../people/records/open-records.ts'
import { damageOf } from '../people/records/damage.ts'
import { lastBackup } from '../people/records/last-backup.ts'
import type { Records } from '../people/records/model/records.ts'
import type { Check } from './doctor-machine.ts'
import { openRecordsOf, recordsOptions } from './with-records.ts'
import { checkAudit } from '../people/audit/verify.ts'
import { watchFigures } from '../people/watches/figures.ts'

/** Whether the records open with their keys, are whole, and were backed up; on a new machine nothing is made. */
export async function recordsChecks(config: Config, now: Date): Promise<Check[]> {
  try {
    if (!(await hasRecords(recordsOptions(config))))
      return [{ name, state: 'note', text: 'None yet. They are made at the first start.' }]
    const records = await openRecordsOf(config)
    try {
      const keys = config.keys === undefined ? [keysCheck(config.dataDir)] : []
      return [
        await whole(records),
        ...keys,
        await backedUp(records, now),
        await trail(records),
        await operators(records),
        ...(await subscriptions(records, config.subscriptionHosts.length)),
      ]
    } finally {
      await records.close()
    }
  } catch (error) {
    return [{ name, state: 'wrong', text: error instanceof Error ? error.message : String(error) }]
  }
}

const name = 'Records'

async function whole(records: Records): Promise<Check> {
  const damage = await damageOf(records)
  const where = records.kind === 'sqlite' ? 'a SQLite file' : 'PostgreSQL'
  if (damage.length === 0)
    return { name, state: 'good', text: `In ${where}, whole, and the keys fit.` }
  return {
    name,
    state: 'wrong',
    text: damage.join('; '),
    todo: 'Make a backup of what there is, and restore the last good one: npx trialway restore FILE',
  }
}

/** Opening has refused a file that others can read; what is left to say is to keep a copy. */
function keysCheck(dataDir: string): Check {
  const file = keyFile(dataDir)
  const mode = (statSync(file).mode & 0o777).toString(8)
  return {
    name: 'Keys',
    state: 'good',
    text: `${file} (mode ${mode}). Without it the records are lost: keep a copy elsewhere.`,
  }
}

async function backedUp(records: Records, now: Date): Promise<Check> {
  const at = await lastBackup(records.db)
  const days = at === undefined ? Infinity : (now.getTime() - Date.parse(at)) / 86_400_000
  const text = at === undefined ? 'Never made.' : `Last made ${at}.`
  if (days <= mostDays) return { name: 'Backup', state: 'good', text }
  return {
    name: 'Backup',
    state: 'note',
    text,
    todo: 'Make one, and then every day: npx trialway backup FILE',
  }
}

const mostDays = 2

async function operators({ db }: Records): Promise<Check> {
  const count = (await operatorsOf(db)).length
  if (count > 0)
    return { name: 'Operators', state: 'good', text: `Accounts that may see /admin: ${count}.` }
  return {
    name: 'Operators',
    state: 'note',
    text: 'No account may see /admin.',
    todo: 'Make one: npx trialway account add ADDRESS --name NAME --role operator',
  }
}

/** Of programs that are told by FHIR; nothing where none is and none may be. */
async function subscriptions({ db }: Records, hosts: number): Promise<Check[]> {
  const { told, waiting, failing, off } = await watchFigures(db)
  if (hosts + told + waiting + failing + off === 0) return []
  const text = `Hosts that may be told: ${hosts}. Programs told: ${told}, not answered yet: ${waiting}, failing: ${failing}, ended in the last 30 days: ${off}.`
  const name = 'Subscriptions'
  if (failing === 0) return [{ name, state: 'good', text }]
  const todo =
    'Ask who runs the receivers whether they are there. What they do not take is tried again for 48 hours.'
  return [{ name, state: 'note', text, todo }]
}

async function trail(records: Records): Promise<Check> {
  const verdict = await checkAudit(records)
  return verdict.isWhole
    ? {
        name: 'Audit trail',
        state: 'good',
        text: `As it was written. Lines: ${verdict.events.toLocaleString('en')}, anchored up to ${verdict.anchored.toLocaleString('en')}.`,
      }
    : {
        name: 'Audit trail',
        state: 'wrong',
        text: `Line ${verdict.seq}: ${verdict.problem}.`,
        todo: 'Somebody changed the records by hand, or put an old file in place. Keep everything, and find out who.',
      }
}
