import { randomBytes } from 'node:crypto'
import { readEnquiryByLink } from '../src/people/enquiries/confirm.ts'
import { noteConfirmed } from '../src/people/enquiries/note-confirmed.ts'
import { openRecords } from '../src/people/records/open-records.ts'
import { suppressAddress } from '../src/people/mail/outbox/suppression.ts'
import { requestAlert } from '../src/people/alerts/request.ts'
import { readMailAddress } from '../src/people/records/address.ts'
import type { Records } from '../src/people/records/model/records.ts'
import { asked, enquiryLinksTo } from '../src/testing/test-enquiries.ts'
import { chanceOf, quantile } from './chance.ts'
import { giveDesk } from './enquiry-restarts.ts'
import { databaseOf, type Fault, Findings, type FaultSetup } from './fault.ts'
import { houseOf, subscribe } from './people.ts'
import { typedEnquiry } from './seekers.ts'
import { type Server, startServer } from './server.ts'
import { makeSmallWorld } from './small-world.ts'
import { nctOf } from './studies.ts'
import { unusedPort } from '../src/testing/ports.ts'

/** Somebody measures how long an answer takes, to learn whether an address is known. */
export const askTiming: Fault = {
  id: 'F33',
  title: 'Who is known, told by time',
  how: 'The real server is asked, one request at a time, for an alert, for the way to alerts and by the form to a site: each address once, so that each is the first of its day. Addresses with alerts or a message to a site, with one that was not confirmed, suppressed ones and unknown ones come in turn, in an order by chance. How well the time tells each kind from the unknown is the area under the ROC curve (AUC): 0.5 tells nothing, 1 everything.',
  expected: 'AUC from 0.45 to 0.55 for each kind; every answer alike.',
  onPostgres: true,
  run: async (setup) => {
    const findings = new Findings()
    const notes = await measure(setup, findings)
    return { tries: notes.length, fired: notes.length, notes, failures: findings.failures }
  },
}

const kinds = ['known', 'pending', 'suppressed', 'unknown'] as const
type Kind = (typeof kinds)[number]
const toSite = `/studies/${nctOf(0)}/connect`
const paths = ['/alerts', '/alerts/lost', toSite] as const

interface Turn {
  readonly path: (typeof paths)[number]
  readonly kind: Kind
  readonly email: string
}

async function measure(setup: FaultSetup, findings: Findings): Promise<string[]> {
  const at = await databaseOf(setup)
  const { dataDir } = await makeSmallWorld({ ...at, folder: setup.folder, studies: 3, sets: 0 })
  const count = setup.times(100, 800)
  const turns = turnsOf(setup, count)
  await giveDesk({ ...at, dataDir })
  const records = await openRecords({ ...at, dataDir })
  for (const turn of turns) await prepare(records, turn)
  await records.close()
  const server = await startServer({ ...at, dataDir, port: await unusedPort() })
  const answers = new Set<string>()
  const took = new Map<string, number[]>()
  const form = await server.get(toSite)
  const way = /<form method="post" action="([^"]*connect[^"]*)"/.exec(form.text)?.[1] ?? toSite
  for (let warm = 0; warm < 50; warm++)
    for (const path of paths) await ask(server, turnOf(path, 'unknown', -1 - warm), way)
  for (const turn of turns) {
    const answer = await ask(server, turn, way)
    // The way on has the number of the form in it, which its browser made.
    const to = answer.to.replace(/[\w-]{43}$/, 'form')
    answers.add(`${turn.path} ${answer.status} ${to} ${answer.text}`)
    const key = `${turn.path} ${turn.kind}`
    took.set(key, [...(took.get(key) ?? []), answer.ms])
  }
  server.child.kill('SIGTERM')
  await server.child.ended
  findings.expect(answers.size === paths.length, 'an answer differs', [...answers].join('; '))
  // A small sample strays from a half by itself: four times its standard deviation are allowed.
  const allowed = Math.max(0.05, 4 * Math.sqrt((2 * count + 1) / (12 * count * count)))
  return paths.flatMap((path) =>
    kinds.slice(0, 3).map((kind) => {
      const [one, other] = [took.get(`${path} ${kind}`) ?? [], took.get(`${path} unknown`) ?? []]
      const area = areaUnderCurve(one, other)
      findings.expect(
        Math.abs(area - 0.5) <= (setup.quick ? allowed : 0.05),
        'time tells who is known',
        `${path}, ${kind}: ${area.toFixed(3)}`,
      )
      const medians = [one, other].map((ms) => quantile(ms, 0.5).toFixed(1))
      return `${path}, ${kind} against unknown: AUC ${area.toFixed(3)}, medians ${medians.join(' and ')} ms, ${count} each`
    }),
  )
}

/** Each kind in each place equally often, in an order by chance. */
function turnsOf(setup: FaultSetup, count: number): Turn[] {
  const chance = chanceOf(setup.seed, 'F33')
  const all = paths.flatMap((path) =>
    kinds.flatMap((kind) =>
      Array.from({ length: count }, (_, number) => turnOf(path, kind, number)),
    ),
  )
  return all
    .map((turn) => ({ turn, place: chance.next() }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ turn }) => turn)
}

/** All addresses are as long as each other. */
function turnOf(path: Turn['path'], kind: Kind, number: number): Turn {
  const name = `${'abc'[paths.indexOf(path)]}${kinds.indexOf(kind)}x${1000 + number}`
  return { path, kind, email: `${name}@d${1000 + (number % 500)}.example` }
}

const wish = { search: { q: 'vasculitis' }, events: 1, frequency: 'daily' } as const
const longAgo = new Date(Date.now() - 30 * 3_600_000)

/** Makes an address what its kind says, as of more than a day ago. */
async function prepare(records: Records, { path, kind, email }: Turn): Promise<void> {
  const address = readMailAddress(email)
  if (!address) throw new Error(`${email} is no address`)
  if (path === toSite && (kind === 'known' || kind === 'pending')) {
    await asked(records, email, { study: nctOf(0), formKey: newKey(), now: longAgo })
    return kind === 'known' ? confirm(records, email) : undefined
  }
  if (kind === 'known') await subscribe(records, email, wish, longAgo)
  if (kind === 'pending')
    await requestAlert(houseOf(records), { address, language: 'en', terms: wish }, longAgo)
  if (kind === 'suppressed')
    await records.write((tx) =>
      suppressAddress(tx, {
        lookup: records.keys.lookupOf(address.key),
        stream: 'all',
        reason: 'complaint',
        now: longAgo,
      }),
    )
}

/** Whose enquiry this is says yes to it. */
async function confirm(records: Records, email: string): Promise<void> {
  const [link = ''] = await enquiryLinksTo(records, email)
  const found = await readEnquiryByLink(records, link, longAgo)
  if (found.kind !== 'open') throw new Error(`${email} has no enquiry that waits`)
  await records.write((tx) => noteConfirmed(tx, found.enquiry, longAgo))
}

function newKey(): string {
  return randomBytes(32).toString('base64url')
}

function ask(server: Server, { path, email }: Turn, way: string) {
  if (path === toSite) return server.post(way, { ...typedEnquiry, key: newKey(), email })
  const form = { q: 'kawasaki', event: 'posted', often: 'daily', language: 'en', email }
  return server.post(path, path === '/alerts' ? form : { email })
}

/** The share of pairs in which the first took longer; a tie counts for half. */
function areaUnderCurve(ones: readonly number[], others: readonly number[]): number {
  const sorted = others.toSorted((one, other) => one - other)
  let below = 0
  for (const ms of ones)
    below +=
      sorted.filter((other) => other < ms).length +
      sorted.filter((other) => other === ms).length / 2
  return below / (ones.length * others.length)
}
