import { createHash } from 'node:crypto'
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { openRecords } from '../src/people/records/open-records.ts'
import { personOf } from '../src/people/records/persons.ts'
import { type Chance, chanceOf } from './chance.ts'
import { finished, startChild, startCommand } from './child.ts'
import type { SubscribeOrders } from './children/subscribe.ts'
import { type Fault, Findings, type FaultSetup } from './fault.ts'
import { RecordsRefused } from '../src/people/records/model/faults.ts'

/** One way in which a data folder can be wrong. */
interface Wrong {
  readonly name: string
  /** The refusal must say this. */
  readonly says: RegExp
  spoil(dataDir: string, other: string, chance: Chance): void
}

const file = (dataDir: string): string => join(dataDir, 'records.sqlite')

const newer: readonly Wrong[] = [
  {
    name: 'made by a newer version',
    says: /newer/i,
    spoil: (dataDir) =>
      change(dataDir, "insert into migration values ('9999-future', '2030-01-01')"),
  },
  {
    name: 'a newer format of SQLite',
    says: /newer/i,
    spoil: (dataDir) => patch(file(dataDir), 18, Buffer.from([3, 3])),
  },
]

const wrong: readonly Wrong[] = [
  { name: 'empty', says: /empty/i, spoil: (dataDir) => truncateSync(file(dataDir)) },
  { name: 'missing', says: /missing/i, spoil: (dataDir) => rmSync(file(dataDir)) },
  {
    name: 'no database',
    says: /not a database/i,
    spoil: (dataDir, _, chance) =>
      writeFileSync(
        file(dataDir),
        Buffer.from(Array.from({ length: 9000 }, () => chance.whole(0, 255))),
      ),
  },
  {
    name: 'of another program',
    says: /another program/i,
    spoil: (dataDir) => {
      rmSync(file(dataDir))
      const database = new DatabaseSync(file(dataDir))
      database.exec('create table recipe (name text)')
      database.close()
    },
  },
  {
    name: 'of another installation',
    says: /another installation|not the keys/i,
    spoil: (dataDir, other) => copyFileSync(file(other), file(dataDir)),
  },
  {
    name: 'cut in half',
    says: /damaged/i,
    spoil: (dataDir) => truncateSync(file(dataDir), 8192),
  },
  {
    name: 'the first page overwritten',
    says: /damaged|not a database|another program/i,
    spoil: (dataDir, _, chance) =>
      patch(
        file(dataDir),
        0,
        Buffer.from(Array.from({ length: 4096 }, () => chance.whole(0, 255))),
      ),
  },
  {
    name: 'its keys are gone',
    says: /keys/i,
    spoil: (dataDir) => rmSync(join(dataDir, 'keys.json')),
  },
  {
    name: 'the keys of another',
    says: /keys/i,
    spoil: (dataDir, other) => copyFileSync(join(other, 'keys.json'), join(dataDir, 'keys.json')),
  },
  {
    name: 'its keys are damaged',
    says: /damaged/i,
    spoil: (dataDir) => truncateSync(join(dataDir, 'keys.json'), 40),
  },
  {
    name: 'its marker is damaged',
    says: /records\.json/i,
    spoil: (dataDir) => truncateSync(join(dataDir, 'records.json'), 10),
  },
]

function wrongFiles(id: string, title: string, cases: readonly Wrong[], expected: string): Fault {
  return {
    id,
    title,
    how: `Records with people in them are spoiled in ${cases.length} ways and opened; the hash of every file in the folder is taken before and after. One of them is given to the real command as well.`,
    expected,
    onPostgres: false,
    run: async (setup) => {
      const findings = new Findings()
      const chance = chanceOf(setup.seed, id)
      const [good, other] = ['good', 'other'].map((name) => join(setup.folder, name)) as [
        string,
        string,
      ]
      for (const dataDir of [good, other]) {
        mkdirSync(dataDir)
        const orders: SubscribeOrders = {
          dataDir,
          from: 0,
          count: 40,
          seed: setup.seed,
          mix: 'requests',
        }
        await finished(startChild('subscribe.ts', orders))
      }
      const notes: string[] = []
      for (const one of cases) {
        const dataDir = join(setup.folder, 'spoiled')
        rmSync(dataDir, { recursive: true, force: true })
        cpSync(good, dataDir, { recursive: true })
        one.spoil(dataDir, other, chance)
        notes.push(await refusalOf(one, dataDir, findings))
      }
      await byCommand(join(setup.folder, 'spoiled'), findings)
      if (id === 'F21') notes.push(await overwritePages(setup, good, findings))
      return {
        tries: notes.length,
        fired: notes.length,
        lost: findings.count('a file was changed'),
        corrupt: findings.count('it was opened'),
        notes,
        failures: findings.failures,
      }
    },
  }
}

export const newerFiles = wrongFiles(
  'F20',
  'Records of a newer version',
  newer,
  'Refused, with the versions in the message; not a byte changed.',
)

export const damagedFiles = wrongFiles(
  'F21',
  'Empty, missing, foreign or corrupt files',
  wrong,
  'Refused with a message that says what to do; nothing is made anew; not a byte changed.',
)

async function refusalOf(one: Wrong, dataDir: string, findings: Findings): Promise<string> {
  const before = hashOf(dataDir)
  let said = ''
  try {
    await (await openRecords({ dataDir })).close()
    findings.add('it was opened', one.name)
  } catch (error) {
    said = (error as Error).message
    findings.expect(error instanceof RecordsRefused, 'an unclear error', `${one.name}: ${said}`)
    findings.expect(one.says.test(said), 'the message does not say why', `${one.name}: ${said}`)
  }
  findings.expect(hashOf(dataDir) === before, 'a file was changed', one.name)
  const words = said.replaceAll(dataDir, 'DATA_DIR')
  return `${one.name}: "${words.slice(0, 160)}${words.length > 160 ? '…' : ''}"`
}

/** A page somewhere inside is found when it is read, not when the file is opened: what is read must be right or an error. */
async function overwritePages(
  setup: FaultSetup,
  good: string,
  findings: Findings,
): Promise<string> {
  const chance = chanceOf(setup.seed, 'pages')
  const times = setup.times(10, 60)
  const dataDir = join(setup.folder, 'page')
  const counts = { refused: 0, error: 0, unread: 0, wrong: 0 }
  const whole = await readAll(good)
  for (let time = 0; time < times; time++) {
    rmSync(dataDir, { recursive: true, force: true })
    cpSync(good, dataDir, { recursive: true })
    const pages = readFileSync(file(dataDir)).length / pageBytes
    const noise = Array.from({ length: pageBytes }, () => chance.whole(0, 255))
    patch(file(dataDir), chance.whole(1, pages - 1) * pageBytes, Buffer.from(noise))
    try {
      const read = await readAll(dataDir)
      counts[JSON.stringify(read) === JSON.stringify(whole) ? 'unread' : 'wrong']++
    } catch (error) {
      counts[error instanceof RecordsRefused ? 'refused' : 'error']++
    }
  }
  findings.expect(counts.wrong === 0, 'something else was read than was written', `${counts.wrong}`)
  return `one page overwritten, ${times} times: refused at the start ${counts.refused}, an error when it was read ${counts.error}, in a part that this reading does not touch ${counts.unread}, read wrongly ${counts.wrong}`
}

const pageBytes = 4096

async function readAll(dataDir: string): Promise<readonly string[]> {
  const records = await openRecords({ dataDir })
  try {
    const people = await records.db.selectFrom('person').selectAll().orderBy('id').execute()
    const wishes = await records.db
      .selectFrom('subscription')
      .selectAll()
      .orderBy('person_id')
      .orderBy('id')
      .execute()
    return [
      ...people.map((row) => personOf(row, records.keys).address()),
      ...wishes.map((row) => JSON.stringify(row)),
    ]
  } finally {
    await records.close()
  }
}

/** The command must end with the message, and not with lines of code. */
async function byCommand(dataDir: string, findings: Findings): Promise<void> {
  const child = startCommand(['mail', 'status'], { env: { DATA_DIR: dataDir } })
  const { code } = await child.ended
  findings.expect(code === 1, 'the command did not fail', String(code))
  const words = child.complaints()
  findings.expect(!/^\s+at /m.test(words), 'the command shows lines of code', words.slice(0, 200))
}

function change(dataDir: string, sql: string): void {
  const database = new DatabaseSync(file(dataDir))
  database.exec(sql)
  database.close()
}

function patch(path: string, at: number, bytes: Buffer): void {
  const content = readFileSync(path)
  bytes.copy(content, at)
  writeFileSync(`${path}.spoiled`, content)
  renameSync(`${path}.spoiled`, path)
}

/** The log's index and an empty log are made by whoever only reads, and say nothing. */
function hashOf(dataDir: string): string {
  const hash = createHash('sha256')
  for (const name of ['records.sqlite', 'keys.json', 'records.json', 'erased.txt']) {
    const path = join(dataDir, name)
    hash.update(existsSync(path) ? readFileSync(path) : 'missing').update('\0')
  }
  return hash.digest('hex')
}
