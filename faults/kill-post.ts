import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { openRecords } from '../src/people/records/open-records.ts'
import { chanceOf, quantile, spreadMs } from './chance.ts'
import { checkRecords, damageIn } from './check-records.ts'
import { finished, type Said, startChild } from './child.ts'
import type { SendOrders } from './children/send.ts'
import type { SubscribeOrders } from './children/subscribe.ts'
import { databaseOf, type Fault, Findings, type FaultSetup } from './fault.ts'
import { answerAll, mailStates } from './people.ts'
import { startServer } from './server.ts'
import { mailTo, type Sink, startSink } from './sink.ts'
import { makeSmallWorld } from './small-world.ts'
import { unusedPort } from '../src/testing/ports.ts'

/** What was answered for is kept, whole. */
export const killPost: Fault = {
  id: 'F2',
  title: 'kill -9 while somebody subscribes',
  how: 'The real server, which sends its own mail, gets POST /alerts from four visitors at once and a SIGKILL at a random moment, again and again; so does a program that asks, confirms and erases through the same functions without the pages. The journal of what was answered is with the visitors, that of mails with a mail server in a process of its own. In the end everything that waits is sent, and both are compared with the records.',
  expected:
    'What was answered for is there with its person, subscription, audit line and mail; nothing is there in part. Everybody who was answered for is asked by one mail; it may come again, the same, only for mails that were just being sent at a kill.',
  onPostgres: true,
  run: async (setup) => {
    const at = await databaseOf(setup)
    const { dataDir } = await makeSmallWorld({ ...at, folder: setup.folder, studies: 3, sets: 0 })
    const sink = await startSink({ journal: join(setup.folder, 'sink.ndjson') })
    try {
      return await new PostLoop(setup, { dataDir, ...at }, sink).run()
    } finally {
      await sink.stop()
    }
  },
}

interface Place {
  readonly dataDir: string
  readonly databaseUrl?: string
}

class PostLoop {
  readonly #setup: FaultSetup
  readonly #place: Place
  readonly #sink: Sink
  readonly #findings = new Findings()
  readonly #journal: Said[] = []
  readonly #recovery: number[] = []
  #number = 0
  #fired = 0
  #corrupt = 0
  /** Mails that still wait in the end. */
  #left = 0

  constructor(setup: FaultSetup, place: Place, sink: Sink) {
    this.#setup = setup
    this.#place = place
    this.#sink = sink
  }

  async run() {
    const isFile = this.#place.databaseUrl === undefined
    const servers = this.#setup.times(4, isFile ? 200 : 40)
    const programs = this.#setup.times(10, isFile ? 140 : 40)
    const chance = chanceOf(this.#setup.seed, 'kill post')
    for (let kill = 0; kill < servers; kill++) {
      // Its sender begins after two seconds: every second kill is to strike while it sends.
      await this.#killServer(kill, (kill % 2 === 0 ? 50 : 2000) + chance.next() * 1500)
      if (kill % 20 === 19) this.#setup.say(`${kill + 1} of ${servers} servers killed`)
    }
    const byPages = this.#journal.length
    const mailedByServers = this.#sink.deliveries().length
    for (let kill = 0; kill < programs; kill++) await this.#killProgram(kill, chance.next() * 400)
    await this.#sendAll()
    const checked = await checkRecords(this.#place, this.#journal, this.#findings)
    const mail = this.#judgeMail(servers)
    const requested = this.#journal.filter(({ kind }) => kind === 'requested').length
    return {
      tries: servers + programs,
      fired: this.#fired,
      lost: checked.lost + mail.lost,
      repeated: mail.repeated,
      corrupt: this.#corrupt,
      recovery: `the server answers again after p95 ${(quantile(this.#recovery, 0.95) / 1000).toFixed(1)} s (${spreadMs(this.#recovery)})`,
      notes: [
        `${requested} requests acknowledged, ${byPages} of them by pages; ${checked.people} people found`,
        `kills of the server ${servers}, of the program ${programs}`,
        `mails in the journal of the mail server ${this.#sink.deliveries().length}, ${mailedByServers} of them sent by the servers that were killed; still waiting in the end ${mail.waiting}; the same once more ${mail.repeated}`,
      ],
      failures: this.#findings.failures,
    }
  }

  async #killServer(kill: number, afterMs: number): Promise<void> {
    const began = performance.now()
    const server = await startServer({
      ...this.#place,
      port: await unusedPort(),
      env: mailTo(this.#sink),
    })
    if (kill > 0) this.#recovery.push(performance.now() - began)
    let isOver = false
    const visitor = async (): Promise<void> => {
      while (!isOver) {
        const own = this.#number++
        const { isTaken, status } = await server.ask(own)
        if (isTaken) this.#journal.push({ kind: 'requested', number: own })
        else this.#findings.expect(status === 0, 'a request was refused', String(status))
        await wait(20)
      }
    }
    const visitors = Array.from({ length: 4 }, visitor)
    await wait(afterMs)
    server.child.kill()
    if ((await server.child.ended).signal === 'SIGKILL') this.#fired++
    isOver = true
    await Promise.all(visitors)
    this.#look()
  }

  async #killProgram(kill: number, afterMs: number): Promise<void> {
    const orders: SubscribeOrders = {
      ...this.#place,
      from: this.#number,
      count: 1000,
      seed: this.#setup.seed + kill,
      mix: this.#place.databaseUrl === undefined ? 'everything' : 'requests',
    }
    this.#number += 1000
    const child = startChild('subscribe.ts', orders)
    await child.hears('opened')
    await wait(afterMs)
    child.kill()
    if ((await child.ended).signal === 'SIGKILL') this.#fired++
    this.#journal.push(...child.said)
    this.#look()
  }

  #look(): void {
    if (this.#place.databaseUrl === undefined)
      this.#corrupt += damageIn(this.#place.dataDir, this.#findings)
  }

  /** What killed senders held is free again some minutes later. */
  async #sendAll(): Promise<void> {
    const records = await openRecords(this.#place)
    await answerAll(records)
    await records.close()
    for (let tries = 1; tries <= 6; tries++) {
      const orders: SendOrders = {
        ...this.#place,
        port: this.#sink.port,
        holder: 'faults',
        aheadMs: tries * leaseOverMs,
      }
      await finished(startChild('send.ts', orders, { longestMs: 1_200_000 }))
      this.#left = await this.#waiting()
      if (this.#left === 0) return
    }
    this.#findings.add('mails were still waiting after six runs of the sender', String(this.#left))
  }

  async #waiting(): Promise<number> {
    const records = await openRecords(this.#place)
    const { queued = 0, sending = 0 } = await mailStates(records)
    await records.close()
    return queued + sending
  }

  #judgeMail(servers: number): { lost: number; repeated: number; waiting: number } {
    const mails = Map.groupBy(this.#sink.deliveries(), ({ to }) => to)
    const gone = new Set(
      this.#journal.flatMap(({ kind, number }) => (kind === 'erasing' ? [number] : [])),
    )
    let lost = 0
    for (const { kind, number } of this.#journal) {
      if (kind !== 'requested' || gone.has(number)) continue
      if (mails.has(`p${String(number)}@example.org`)) continue
      lost++
      this.#findings.add('a mail never went out', String(number))
    }
    let repeated = 0
    for (const [to, own] of mails) {
      const different = new Set(own.map(({ messageId }) => messageId)).size
      this.#findings.expect(different === 1, 'somebody was asked in two mails', to)
      repeated += own.length - different
    }
    this.#findings.expect(
      repeated <= servers * connections,
      'kills repeated more mails than were in flight',
      String(repeated),
    )
    return { lost, repeated, waiting: this.#left }
  }
}

const connections = 4
/** Longer than the hold of a mail with its grace. */
const leaseOverMs = 150_000
