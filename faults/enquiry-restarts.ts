import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { readSeekerLink } from '../src/people/enquiries/model/links.ts'
import { openRecords } from '../src/people/records/open-records.ts'
import { unusedPort } from '../src/testing/ports.ts'
import { signedIn } from '../src/testing/test-accounts.ts'
import { chanceOf } from './chance.ts'
import { checkEnquiries } from './check-enquiries.ts'
import type { Said } from './child.ts'
import { type Database, startDatabase } from './database.ts'
import { mailsAreOut, strikeOften, type StrikeKind } from './database-restarts.ts'
import { type Fault, Findings, type FaultSetup, type Outcome } from './fault.ts'
import { Seekers } from './seekers.ts'
import { startServer } from './server.ts'
import { mailTo, type Sink, startSink } from './sink.ts'
import { makeSmallWorld } from './small-world.ts'
import { nctOf } from './studies.ts'

/** Each of these is a start of the database anew: asked to, forced to, and by itself after one of its processes died. */
const restarts: readonly StrikeKind[] = ['fast', 'immediate', 'backend killed']

/** The database is restarted while people ask sites. */
export const enquiryRestarts: Fault = {
  id: 'F45 enquiries',
  title: 'PostgreSQL restarts while people ask sites',
  how: 'The real server, which sends its own mail, on a PostgreSQL that waits for its disk. Four people at once ask a site by its form, three more confirm by the links in the mails that came, write notes and take it back; who gets a 503 presses again. Meanwhile PostgreSQL is restarted, in good order, at once, and by itself after one of its processes was killed. A stop in good order that has not ended after 20 s is made an immediate one.',
  expected:
    'The process never ends. Every form that was answered for is an enquiry; what was confirmed was sent once, with one mail to the site; notes are there; what was taken back is not. Records and mail come back by themselves.',
  onPostgres: false,
  run: async (setup) => {
    const database = await startDatabase(join(setup.folder, 'postgres'))
    const sink = await startSink({ journal: join(setup.folder, 'sink.ndjson') })
    try {
      return await restartOften(setup, { database, sink })
    } finally {
      await sink.stop()
      await database.end()
    }
  },
}

async function restartOften(
  setup: FaultSetup,
  { database, sink }: { readonly database: Database; readonly sink: Sink },
): Promise<Outcome> {
  const findings = new Findings()
  const databaseUrl = database.url()
  const world = { folder: setup.folder, databaseUrl, studies: 1, sets: 0 }
  const { dataDir } = await makeSmallWorld(world)
  await giveDesk({ dataDir, databaseUrl })
  const port = await unusedPort()
  const env = { ...mailTo(sink), TRUST_PROXY: 'true' }
  const server = await startServer({ dataDir, databaseUrl, port, env, longestMs: 3_600_000 })
  const seekers = new Seekers({ server, sink, findings, chance: chanceOf(setup.seed, 'seekers') })
  const seeking = seekers.crowd.run()
  await wait(1000)
  const times = setup.times(6, 102)
  const struck = await strikeOften(setup, { database, server, findings, times, kinds: restarts })
  seekers.crowd.end()
  await seeking
  findings.expect(await mailsAreOut(database), 'mails were still waiting in the end')
  server.child.kill('SIGTERM')
  const { code } = await server.child.ended
  findings.expect(code === 0, 'the server did not end in good order', String(code))
  const place = { dataDir, databaseUrl }
  const journal = await withIds(place, seekers.journal, findings)
  const checked = await checkEnquiries(place, journal, findings)
  return {
    tries: times,
    fired: struck.fired,
    lost: checked.lost,
    repeated: checked.repeated,
    recovery: struck.recovery,
    notes: [struck.note, wordsOf(seekers, checked.enquiries)],
    failures: findings.failures,
  }
}

/** Somebody has the desk of the study, so that what is asked goes there. */
export async function giveDesk(place: {
  readonly dataDir: string
  readonly databaseUrl?: string
}): Promise<void> {
  const records = await openRecords(place)
  try {
    const role = { role: 'coordinator', study: nctOf(0), site: null } as const
    await signedIn(records, [role], 'desk@example.org', new Date())
  } finally {
    await records.close()
  }
}

/** The journal with the id of each enquiry, which its owner's link names. */
async function withIds(
  place: { readonly dataDir: string; readonly databaseUrl: string },
  journal: readonly Said[],
  findings: Findings,
): Promise<readonly Said[]> {
  const records = await openRecords(place)
  try {
    return journal.map((said) => {
      const { link } = said
      if (typeof link !== 'string') return said
      const read = readSeekerLink(records.keys, link)
      if (!read) findings.add('a link that was given is not ours')
      return { ...said, id: read?.enquiryId ?? '' }
    })
  } finally {
    await records.close()
  }
}

function wordsOf({ journal, crowd, refusals, slowestMs }: Seekers, found: number): string {
  const count = (kind: string): number => journal.filter((said) => said.kind === kind).length
  return `${crowd.asked} people asked; answered for ${count('asked')} forms, ${count('confirmed')} confirmations, ${count('noted')} notes, ${count('withdrawn')} taken back; told to come again ${refusals} times, the slowest after ${slowestMs} ms; ${found} enquiries found`
}
