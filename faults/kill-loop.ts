import { join } from 'node:path'
import { openRecords } from '../src/people/records/open-records.ts'
import { type Chance, chanceOf, quantile } from './chance.ts'
import { checkCatalogue, stateOf } from './check-catalogue.ts'
import { damageIn } from './check-records.ts'
import { type Child, finished, killedAfter, startChild, startCommand } from './child.ts'
import type { AlertsOrders } from './children/alerts.ts'
import type { ImportOrders } from './children/import.ts'
import type { Delivery } from './children/sink.ts'
import type { SendOrders } from './children/send.ts'
import { databaseOf, type Fault, Findings, type FaultSetup, type Outcome } from './fault.ts'
import { mailStates } from './people.ts'
import { type Sink, startSink } from './sink.ts'
import { makeSmallWorld, type SmallWorld } from './small-world.ts'
import { placesFile } from './studies.ts'
import { aheadBy } from './time-ahead.ts'

/** The figure that matters most: killed anywhere, nobody misses a change and nobody hears of it twice. */
export const killLoop: Fault = {
  id: 'F1 + F3',
  title: 'kill -9 while importing, matching and sending',
  how: 'Rounds, each of which imports changes that are news to a known set of people. In each, some of import, "alerts run --no-send", the whole of "alerts run" and "mail send" get a SIGKILL at a random moment, and are then run again to their end. A mail server in a process of its own writes down what it takes before it says so; in the end its journal is compared with the exact set of who had to hear of what. At least a fifth of the kills goes to the real commands.',
  expected:
    'Every change told once to everybody who waits for it: lost 0. A repeat only for mails between the server’s final 250 and our note of it at the kill, with the same Message-ID. After each kill the catalogue is the old or the new one, whole.',
  onPostgres: true,
  run: async (setup) => {
    const at = await databaseOf(setup)
    const world = await makeSmallWorld({
      folder: setup.folder,
      ...at,
      studies: setup.times(60, 150),
      sets: setup.times(5, 8),
    })
    const sink = await startSink({ journal: join(setup.folder, 'sink.ndjson'), slowMs: 20 })
    try {
      return await new Loop(setup, world, sink, at.databaseUrl).run()
    } finally {
      await sink.stop()
    }
  },
}

type Step = 'import' | 'alerts' | 'send' | 'alerts and send'

interface Killed {
  readonly step: Step
  readonly real: boolean
}

class Loop {
  readonly #setup: FaultSetup
  readonly #world: SmallWorld
  readonly #sink: Sink
  readonly #databaseUrl: string | undefined
  readonly #chance: Chance
  readonly #findings = new Findings()
  readonly #killed: Killed[] = []
  /** In each round. */
  readonly #repeats: number[] = []
  readonly #recoveryMs: number[] = []
  /** How long each step takes when nothing disturbs it, in ms. */
  readonly #usual = new Map<string, number[]>()
  readonly #expected: string[] = []
  #aheadMs = 0
  #corrupt = 0

  constructor(setup: FaultSetup, world: SmallWorld, sink: Sink, databaseUrl: string | undefined) {
    this.#setup = setup
    this.#world = world
    this.#sink = sink
    this.#databaseUrl = databaseUrl
    this.#chance = chanceOf(setup.seed, 'kill loop')
  }

  async run(): Promise<Outcome> {
    const wanted = this.#setup.times(16, this.#databaseUrl === undefined ? 200 : 60)
    let round = 0
    // The first rounds only show how long things take.
    for (; round < 4; round++) await this.#round(round + 1, [], round > 1)
    await this.#finish('alerts and send', true, '')
    for (; this.#killed.length < wanted && round < wanted * 2; round++) {
      const victims = steps.filter(() => this.#chance.next() < strikeShare)
      await this.#round(round + 1, victims, this.#chance.next() < realShare)
      if (round % 10 === 0) this.#setup.say(`${this.#killed.length} of ${wanted} kills`)
    }
    this.#findings.expect(this.#killed.length >= wanted, 'too few kills struck')
    return this.#outcome(round)
  }

  /** One change from the registry to the reader, with kills on the way. */
  async #round(round: number, victims: readonly Step[], real: boolean): Promise<void> {
    const numbers = [
      ...new Set(Array.from({ length: 3 }, () => this.#chance.whole(0, this.#studies - 1))),
    ]
    const file = this.#world.change(round, numbers)
    this.#expected.push(...this.#world.expected(round, numbers))
    const folder = join(this.#world.dataDir, 'catalogue')
    const state = stateOf(folder)
    const told = this.#sink.deliveries().length
    const struck: Step[] = []
    let killedAt: number | undefined
    const strike = async (step: Step): Promise<void> => {
      if (!victims.includes(step) || !(await this.#kill(step, real, file))) return
      killedAt = performance.now()
      struck.push(step)
      if (this.#databaseUrl === undefined)
        this.#corrupt += damageIn(this.#world.dataDir, this.#findings)
      if (step === 'import') await this.#lookAtCatalogue(folder, state)
    }
    await strike('import')
    await this.#finish('import', real, file)
    this.#findings.expect(stateOf(folder) === state + 1, 'an import did not take effect')
    await strike('alerts')
    await strike('alerts and send')
    await this.#finish('alerts', real, file)
    await strike('send')
    await this.#sendAll(real)
    this.#repeats.push(repeatsIn(this.#sink.deliveries().slice(told)))
    this.#findings.expect(
      (this.#repeats.at(-1) ?? 0) <= connections * struck.filter(mayRepeat).length,
      'kills repeated more mails than were in flight',
    )
    if (killedAt !== undefined) this.#recoveryMs.push(performance.now() - killedAt)
    this.#killed.push(...struck.map((step) => ({ step, real: real || step === 'alerts and send' })))
  }

  get #studies(): number {
    return this.#setup.times(60, 150)
  }

  /** Answers whether it struck: whether the process was still at work. */
  async #kill(step: Step, real: boolean, file: string): Promise<boolean> {
    const child = this.#start(step, real, file)
    const isCommand = real || step === 'alerts and send'
    const usual = quantile(this.#usual.get(`${step} ${isCommand}`) ?? [], 0.5)
    if (!isCommand) await child.hears('ready')
    // A command spends its first quarter with starting; a child has that behind it.
    const share = isCommand ? 0.25 + 0.8 * this.#chance.next() : 1.05 * this.#chance.next()
    const usualMs = usual > 0 ? usual : firstGuessMs
    const { signal } = await killedAfter(child, share * usualMs)
    return signal === 'SIGKILL'
  }

  async #finish(step: Step, real: boolean, file: string): Promise<void> {
    const child = this.#start(step, real, file)
    const began = real
      ? performance.now()
      : await child.hears('ready').then(() => performance.now())
    await finished(child)
    const key = `${step} ${real}`
    this.#usual.set(key, [...(this.#usual.get(key) ?? []), performance.now() - began].slice(-9))
  }

  /** Mails that a killed sender held are free again some minutes later. */
  async #sendAll(real: boolean): Promise<void> {
    for (let tries = 0; tries < 6; tries++) {
      await this.#finish('send', real, '')
      const records = await openRecords(this.#place())
      const { queued = 0, sending = 0 } = await mailStates(records)
      await records.close()
      if (queued + sending === 0) return
    }
    this.#findings.add('mails were still waiting after six runs of the sender')
  }

  async #lookAtCatalogue(folder: string, state: number): Promise<void> {
    const now = stateOf(folder)
    this.#findings.expect(now === state || now === state + 1, 'the catalogue is in no known state')
    if (!(await checkCatalogue(folder, this.#findings))) this.#corrupt++
  }

  #start(step: Step, real: boolean, file: string): Child {
    // What a killed process held has lapsed by then.
    this.#aheadMs += leaseOverMs
    const place = this.#place()
    const aheadMs = this.#aheadMs
    const { dataDir } = place
    if (real) return startCommand(wordsOf(step, file), { env: this.#environment() })
    switch (step) {
      case 'import':
        return startChild('import.ts', {
          dataDir,
          placesFile: placesFile(),
          files: [file],
          aheadMs,
        } satisfies ImportOrders)
      case 'alerts':
        return startChild('alerts.ts', { ...place, aheadMs } satisfies AlertsOrders)
      case 'alerts and send':
        return startCommand(wordsOf(step, file), { env: this.#environment() })
      case 'send':
        return startChild('send.ts', {
          ...place,
          aheadMs,
          port: this.#sink.port,
          holder: 'faults',
        } satisfies SendOrders)
    }
  }

  #place() {
    const { dataDir } = this.#world
    return {
      dataDir,
      ...(this.#databaseUrl !== undefined && { databaseUrl: this.#databaseUrl }),
    }
  }

  #environment(): Record<string, string> {
    return {
      ...aheadBy(this.#aheadMs),
      DATA_DIR: this.#world.dataDir,
      BASE_URL: 'https://trialway.example',
      SMTP_URL: `smtp://127.0.0.1:${this.#sink.port}`,
      MAIL_FROM: 'Trialway <alerts@trialway.example>',
      MAIL_PER_SECOND: '0',
      MAIL_PER_SECOND_PER_DOMAIN: '0',
      SEARCH_PROCESSES: '1',
      ...(this.#databaseUrl !== undefined && { DATABASE_URL: this.#databaseUrl }),
    }
  }

  #outcome(rounds: number): Outcome {
    const deliveries = this.#sink.deliveries().filter(({ tells }) => tells.length > 0)
    const told = new Map<string, Set<string>>()
    for (const { to, tells, messageId } of deliveries)
      for (const one of tells) {
        const key = `${to} ${one}`
        told.set(key, (told.get(key) ?? new Set()).add(messageId))
      }
    const expected = new Set(this.#expected)
    const lost = [...expected].filter((one) => !told.has(one))
    for (const one of lost) this.#findings.add('somebody never heard of a change', one)
    for (const [one, ids] of told) {
      if (!expected.has(one)) this.#findings.add('somebody heard of what they did not ask for', one)
      if (ids.size > 1) this.#findings.add('a change was told in two different mails', one)
    }
    const repeated = repeatsIn(deliveries)
    const of = (step: Step): Killed[] => this.#killed.filter((kill) => kill.step === step)
    return {
      tries: rounds,
      fired: this.#killed.length,
      lost: lost.length,
      repeated,
      corrupt: this.#corrupt,
      recovery: `p95 ${(quantile(this.#recoveryMs, 0.95) / 1000).toFixed(1)} s until all was told, ${leaseOverMs / 60_000} minutes of the clock for the hold of the killed process to lapse not counted`,
      notes: [
        `${expected.size} changes to tell in ${deliveries.length} mails to ${this.#world.people.length} people; mails repeated ${repeated}, all with the same Message-ID, by ${this.#killed.filter(({ step }) => mayRepeat(step)).length} kills of a sender with four connections; most in one round ${Math.max(0, ...this.#repeats)}`,
        `kills that struck: ${steps
          .map((step) => `${step} ${of(step).length}`)
          .join(', ')}; of the real commands ${this.#killed.filter(({ real }) => real).length}`,
      ],
      failures: this.#findings.failures,
    }
  }
}

const steps = ['import', 'alerts', 'alerts and send', 'send'] as const
/** Of the steps of a round, so many get a kill. */
const strikeShare = 0.65
const realShare = 0.2
const connections = 4
const firstGuessMs = 2500
/** Longer than the lease of the alerts, and than the hold of a mail with its grace. */
const leaseOverMs = 150_000

function wordsOf(step: Step, file: string): string[] {
  switch (step) {
    case 'import':
      return ['import', '--quiet', file]
    case 'alerts':
      return ['alerts', 'run', '--no-send', '--quiet']
    case 'send':
      return ['mail', 'send', '--quiet']
    case 'alerts and send':
      return ['alerts', 'run', '--quiet']
  }
}

function mayRepeat(step: Step): boolean {
  return step === 'send' || step === 'alerts and send'
}

/** The same mail taken again. */
function repeatsIn(deliveries: readonly Delivery[]): number {
  return (
    deliveries.length - new Set(deliveries.map(({ to, messageId }) => `${to} ${messageId}`)).size
  )
}
