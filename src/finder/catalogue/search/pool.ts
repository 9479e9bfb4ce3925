import { type ChildProcess, fork } from 'node:child_process'
import { CatalogueBusy, SearchTooSlow } from '../catalogue.ts'
import type { Answer, Question } from './child.ts'

/** A few processes that search. One that takes too long is killed, which is the only way to stop it. */
export interface Pool<Q extends object = Asked> {
  /** Who has nobody waiting may leave a question in the queue for longer than usual. */
  ask(question: Q, longestWaitMs?: number): Promise<unknown>
  /** Ends the processes once what they are doing is done. */
  close(): Promise<void>
}

export type Asked = Question extends infer Q ? (Q extends Question ? Omit<Q, 'id'> : never) : never

export interface PoolOptions {
  readonly processes: number
  readonly timeoutMs: number
  /** What each process runs; it is given the folder and answers as `child.ts` does. */
  readonly program?: URL
}

/** Starts the processes and waits until the first is ready; they open the catalogue as it is now. */
export async function startPool<Q extends object = Asked>(
  folder: string,
  options: PoolOptions,
): Promise<Pool<Q>> {
  const pool = new SearchPool<Q>(folder, options)
  await pool.start()
  return pool
}

interface Waiting {
  readonly question: object
  readonly resolve: (result: unknown) => void
  readonly reject: (error: Error) => void
  /** Stops the clock that limits the waiting. */
  readonly begin: () => void
}

/** Longer than this in the queue, and the asker is better told to come back. */
const longestWaitMs = 1500
const longestQueue = 256
const pauseMs = 1000

const search = new URL('./child.ts', import.meta.url)

class SearchPool<Q extends object> implements Pool<Q> {
  readonly #folder: string
  readonly #options: PoolOptions
  readonly #members = new Set<Member>()
  readonly #queue: Waiting[] = []
  #closing = false

  constructor(folder: string, options: PoolOptions) {
    this.#folder = folder
    this.#options = options
  }

  async start(): Promise<void> {
    const members = Array.from({ length: this.#options.processes }, () => this.#hire())
    try {
      await Promise.any(members.map((member) => member.ready))
    } catch (error) {
      await this.close()
      throw error instanceof AggregateError ? error.errors[0] : error
    }
  }

  ask(question: Q, waitMs = longestWaitMs): Promise<unknown> {
    if (this.#queue.length >= longestQueue) return Promise.reject(new CatalogueBusy())
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#giveUp(waiting), waitMs)
      const waiting: Waiting = { question, resolve, reject, begin: () => clearTimeout(timer) }
      this.#queue.push(waiting)
      this.#deal()
    })
  }

  /** What waits is still answered, as long as it may wait; nothing new should be asked. */
  async close(): Promise<void> {
    this.#closing = true
    while (this.#queue.length > 0 && this.#members.size > 0)
      await new Promise((next) => setTimeout(next, 5))
    for (const waiting of this.#queue.slice()) this.#giveUp(waiting)
    await Promise.all([...this.#members].map((member) => member.end(this.#options.timeoutMs)))
  }

  /** One that ends is replaced; one that ended before it was ready, after a pause. */
  #hire(): Member {
    const member = new Member(this.#folder, this.#options.program ?? search, () => {
      this.#members.delete(member)
      if (this.#closing) return
      if (member.wasReady) this.#hire()
      else setTimeout(() => this.#closing || this.#hire(), pauseMs).unref()
    })
    this.#members.add(member)
    member.ready.then(
      () => this.#deal(),
      () => undefined,
    )
    return member
  }

  #deal(): void {
    for (const member of this.#members) {
      if (!member.isFree) continue
      const waiting = this.#queue.shift()
      if (!waiting) return
      waiting.begin()
      void member.ask(waiting, this.#options.timeoutMs).then(() => this.#deal())
    }
  }

  #giveUp(waiting: Waiting): void {
    const at = this.#queue.indexOf(waiting)
    if (at < 0) return
    this.#queue.splice(at, 1)
    waiting.begin()
    waiting.reject(new CatalogueBusy())
  }
}

/** One search process. */
class Member {
  readonly ready: Promise<void>
  wasReady = false
  readonly #child: ChildProcess
  #current: { readonly id: number; done(answer: Answer | undefined): void } | undefined
  #lastId = 0

  constructor(folder: string, program: URL, ended: () => void) {
    this.#child = fork(program, [folder], {
      execArgv: ['--disable-warning=ExperimentalWarning'],
      env: {},
    })
    this.ready = new Promise((resolve, reject) => {
      this.#child.on('message', (answer: Answer) => {
        if (answer.kind === 'ready') {
          this.wasReady = true
          resolve()
        } else if (answer.id === this.#current?.id) this.#current.done(answer)
      })
      this.#child.once('exit', () => {
        reject(new Error('a search process ended before it was ready'))
        this.#current?.done(undefined)
        ended()
      })
      this.#child.on('error', reject)
    })
  }

  get isFree(): boolean {
    return this.wasReady && this.#current === undefined && this.#child.connected
  }

  async ask({ question, resolve, reject }: Waiting, timeoutMs: number): Promise<void> {
    const id = ++this.#lastId
    const answer = await new Promise<Answer | undefined>((done) => {
      const timer = setTimeout(() => this.#child.kill('SIGKILL'), timeoutMs)
      this.#current = { id, done: (answer) => (clearTimeout(timer), done(answer)) }
      this.#child.send({ ...question, id })
    })
    this.#current = undefined
    if (answer?.kind === 'answer') resolve(answer.result)
    else if (answer?.kind === 'failed') reject(new Error(`a search failed: ${answer.reason}`))
    else reject(new SearchTooSlow())
  }

  /** Waits for what is under way, then lets the process go; one that does not go is ended. */
  async end(withinMs: number): Promise<void> {
    const gone = new Promise<void>((resolve) => {
      if (this.#child.exitCode !== null || this.#child.signalCode !== null) resolve()
      else this.#child.once('exit', () => resolve())
    })
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), withinMs)
    while (this.#current && this.#child.connected) await new Promise((next) => setTimeout(next, 5))
    if (this.#child.connected) this.#child.disconnect()
    await gone
    clearTimeout(timer)
  }
}
