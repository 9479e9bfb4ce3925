import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { openRecords } from '../src/people/records/open-records.ts'
import type { Records } from '../src/people/records/model/records.ts'
import { chanceOf, type Chance } from './chance.ts'
import type { Delivery } from './children/sink.ts'
import { databaseOf, type Fault, Findings, type FaultSetup } from './fault.ts'
import { mailStates, subscribe } from './people.ts'
import { type Server, startServer } from './server.ts'
import { type Sink, startSink } from './sink.ts'
import { makeSmallWorld } from './small-world.ts'
import { unusedPort } from '../src/testing/ports.ts'

/** Somebody makes us write to a mailbox that is not theirs, from many networks. */
export const mailBomb: Fault = {
  id: 'F32',
  title: 'A mail bomb: one mailbox, 300 networks',
  how: 'The real server behind a trusted proxy takes requests for one mailbox, each from a network of its own: other searches, tags, dots, capital letters, both names of Gmail, and the way to alerts. So for a mailbox that nobody knew, for one that has alerts, and for one that is only struck with tags. The real mail server counts. Then the owner asks, from a network of their own, and follows what came.',
  expected:
    'At most 3 mails to a mailbox in the hour; every request is answered alike; the owner’s own request is confirmed by a link that is in the mailbox.',
  onPostgres: true,
  run: async (setup) => {
    const findings = new Findings()
    const { world, notes } = await bomb(setup, findings)
    return {
      tries: world.asked,
      fired: world.asked,
      lost: findings.count('the owner could not confirm'),
      notes,
      failures: findings.failures,
    }
  },
}

interface Struck {
  readonly server: Server
  readonly sink: Sink
  readonly records: Records
  readonly chance: Chance
  asked: number
}

async function bomb(setup: FaultSetup, findings: Findings) {
  const at = await databaseOf(setup)
  const { dataDir } = await makeSmallWorld({ ...at, folder: setup.folder, studies: 3, sets: 0 })
  const sink = await startSink({ journal: join(setup.folder, 'bomb.ndjson') })
  const env = {
    TRUST_PROXY: 'true',
    SMTP_URL: `smtp://127.0.0.1:${sink.port}`,
    MAIL_FROM: 'alerts@trialway.example',
    MAIL_PER_SECOND: '0',
    MAIL_PER_SECOND_PER_DOMAIN: '0',
  }
  const server = await startServer({ ...at, dataDir, port: await unusedPort(), env })
  const records = await openRecords({ ...at, dataDir })
  const world: Struck = { server, sink, records, chance: chanceOf(setup.seed, 'F32'), asked: 0 }
  const count = setup.times(60, 300)
  const wish = { search: { q: 'asthma' }, events: 1, frequency: 'daily' } as const
  await subscribe(records, 'first.known@gmail.com', wish)
  await settled(world)
  const notes = [
    await strike(world, findings, { name: 'a stranger', mailbox: 'victim@gmail.com', count }),
    await strike(world, findings, {
      name: 'one who has alerts',
      mailbox: 'firstknown@gmail.com',
      owner: 'first.known@gmail.com',
      count,
    }),
    await strike(world, findings, {
      name: 'one struck with tags alone',
      mailbox: 'tagged@mail.example',
      count,
    }),
  ]
  await records.close()
  server.child.kill('SIGTERM')
  await server.child.ended
  await sink.stop()
  return { world, notes }
}

interface Victim {
  readonly name: string
  /** The plain spelling. */
  readonly mailbox: string
  /** As its owner writes it, where that is another. */
  readonly owner?: string
  readonly count: number
}

async function strike(world: Struck, findings: Findings, victim: Victim): Promise<string> {
  const { server, sink, chance } = world
  const { mailbox, count, owner = mailbox } = victim
  const began = performance.now()
  const answers = new Set<string>()
  const told = sink.deliveries().length
  const one = async (number: number): Promise<void> => {
    const email = number % 5 === 4 ? owner : spelling(mailbox, number, chance)
    const isLost = number % 10 === 9
    const path = isLost ? '/alerts/lost' : '/alerts'
    const form = isLost ? { email } : formOf(email, `zz${number}zz`)
    const answer = await server.post(path, form, networkOf(world))
    answers.add(`${path} ${answer.status} ${answer.to}`)
  }
  for (let from = 0; from < count; from += 10)
    await Promise.all(Array.from({ length: 10 }, (_, index) => one(from + index)))
  const seconds = ((performance.now() - began) / 1000).toFixed(0)
  await settled(world)
  const mails = sink.deliveries().slice(told)
  findings.expect(
    mails.length <= 3,
    `${victim.name}: too many mails`,
    `${mails.length} of ${count}`,
  )
  findings.expect(
    [...answers].every((answer) => answer.includes(' 303 ')) && answers.size <= 2,
    'a request was answered otherwise than others',
    [...answers].join(', '),
  )
  const how = await ownerConfirms(world, owner, told)
  findings.expect(how !== undefined, 'the owner could not confirm', victim.name)
  return `${victim.name}: ${count} requests in ${seconds} s, ${mails.length} mails; the owner’s own request was ${how ?? 'not confirmed'}`
}

/** The owner asks from home, and opens every mail that came to the address as they write it. */
async function ownerConfirms(
  world: Struck,
  owner: string,
  told: number,
): Promise<string | undefined> {
  const { server, sink } = world
  const before = sink.deliveries().length
  await server.post('/alerts', formOf(owner, 'zzownerzz'), networkOf(world))
  await settled(world)
  const mails = sink.deliveries().slice(told)
  for (const mail of mails.filter(({ to }) => to.toLowerCase() === owner))
    for (const path of mail.links.filter((link) => link.includes('/alerts/confirm/'))) {
      const { text } = await server.get(path)
      const form = confirmFormOf(text, 'zzownerzz')
      if (!form) continue
      const done = await server.post(path, form)
      if (done.status !== 303) continue
      return isAmong(mail, sink.deliveries().slice(before))
        ? 'confirmed by a mail of its own'
        : 'confirmed by the link in a mail that the bomb caused'
    }
  return undefined
}

function isAmong({ messageId }: Delivery, mails: readonly Delivery[]): boolean {
  return mails.some((mail) => mail.messageId === messageId)
}

/** The form of the confirming page, with what was looked for ticked; undefined where that is not on it. */
function confirmFormOf(text: string, words: string): Record<string, string> | undefined {
  const items = text.split('<li class="alert-item">').slice(1)
  const item = items.find((part) => part.includes(words))
  const alert = item && /value="([\da-f-]{36})"/.exec(item)?.[1]
  const shown = /name="shown"\s+value="([^"]*)"/.exec(text)?.[1]
  return alert !== undefined && shown !== undefined ? { shown, alert } : undefined
}

/** Another way to write the address of the same mailbox. */
function spelling(mailbox: string, number: number, chance: Chance): string {
  const [name = '', domain = ''] = mailbox.split('@')
  const tagged = `${name}+t${number}@${domain}`
  if (domain !== 'gmail.com') return tagged
  const dotted = name
    .split('')
    .map((letter) => letter + (chance.next() < 0.4 ? '.' : ''))
    .join('')
  switch (number % 4) {
    case 0:
      return tagged
    case 1:
      return `${dotted.replace(/\.$/, '')}@gmail.com`
    case 2:
      return `${dotted.replace(/\.$/, '')}+${number}@googlemail.com`
    default:
      return `${name.toUpperCase()}@Gmail.com`
  }
}

/** A request as the form of the page sends it. */
function formOf(email: string, q: string): Record<string, string> {
  return { q, event: 'posted', often: 'daily', language: 'en', email }
}

function networkOf(world: Struck): number {
  return world.asked++
}

/** Until what was asked is dealt with, and no mail is on its way. */
async function settled({ records }: Struck): Promise<void> {
  for (let quiet = 0; quiet < 8; await wait(500)) {
    const { queued = 0, sending = 0 } = await mailStates(records)
    const { count } = await records.db
      .selectFrom('ask')
      .select((query) => query.fn.countAll<number | string>().as('count'))
      .executeTakeFirstOrThrow()
    quiet = queued + sending + Number(count) === 0 ? quiet + 1 : 0
  }
}
