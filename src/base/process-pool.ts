import { type ChildProcess, fork } from 'node:child_process'
import { processorMsOf } from './processor-time.ts'

/** A few processes that answer questions. One that takes too long is killed, which is the only way to stop it. */
export interface Pool<Question extends object> {
  /** Work that no person waits for may leave a question in the queue for longer than usual. */
  ask(question: Question, longestWaitMs?: number): Promise<unknown>
  /** Ends the processes once what they are doing is done. */
  close(): Promise<void>
}

/** How many processes, what they run, and how long each may take. */
export interface PoolOptions {
  readonly processes: number
  /**
   * A process that has not answered after so many milliseconds is killed: of its own processor time, as far as the system tells it, so
   * that a busy machine alone cuts nothing off.
   */
  readonly timeoutMs: number
  /** And at the latest after so many by the clock; a few times `timeoutMs` where it is not given. */
  readonly longestMs?: number
  /** What each process runs. It says `ready` once, then answers each question by its number. */
  readonly program: URL
  /** Given to the program. */
  readonly given: readonly string[]
  /** Flags of the runtime for each process, besides those that all have. */
  readonly flags?: readonly string[]
  /** `advanced` where questions hold bytes; the usual is JSON. */
  readonly serialization?: 'json' | 'advanced'
  /** How many questions may wait, and each for how many milliseconds, where the usual is not right. */
  readonly longestQueue?: number
  readonly longestWaitMs?: number
  /** The fault of who asks while too many are waiting, or whose question did not get its turn. */
  readonly busy: () => Error
  /** The fault of who asked what took too long. */
  readonly tooSlow: () => Error
  /** The fault of who asks while no process can get ready, where the code that one ended with tells it. */
  readonly notReady?: (code: number | null) => Error | undefined
}

/** What a process of a pool says. */
export type PoolSaying =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly id: number; readonly result: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly reason: string }

/** The same as it is sent: with how much processor time the process has used until then. */
type PoolMessage = PoolSaying & { readonly usedMs: number }

/** Starts the processes and waits until the first is ready. Throws what kept all of them from starting. */
export async function startPool<Question extends object>(
  options: PoolOptions,
): Promise<Pool<Question>> {
  const pool = new ProcessPool<Question>(options)
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
const usualWaitMs = 1500
const usualQueue = 256
const pauseMs = 1000

class ProcessPool<Question extends object> implements Pool<Question> {
  readonly #options: PoolOptions
  readonly #members = new Set<Member>()
  readonly #queue: Waiting[] = []
  #closing = false
  /** Why no process can get ready, where that is known. */
  #unready: Error | undefined

  constructor(options: PoolOptions) {
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

  ask(question: Question, longestWaitMs?: number): Promise<unknown> {
    const { longestQueue = usualQueue, longestWaitMs: own = usualWaitMs, busy } = this.#options
    const waitMs = longestWaitMs ?? own
    if (this.#queue.length >= longestQueue) return Promise.reject(busy())
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
    await Promise.all([...this.#members].map((member) => member.end()))
  }

  /** One that ends is replaced; one that ended before it was ready, after a pause. */
  #hire(): Member {
    const member = new Member(this.#options, (code) => {
      this.#members.delete(member)
      if (this.#closing) return
      if (!member.wasReady) this.#unready = this.#options.notReady?.(code)
      if (member.wasReady) this.#hire()
      else setTimeout(() => this.#closing || this.#hire(), pauseMs).unref()
    })
    this.#members.add(member)
    member.ready.then(
      () => {
        this.#unready = undefined
        this.#deal()
      },
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
      void member.ask(waiting).then(() => this.#deal())
    }
  }

  #giveUp(waiting: Waiting): void {
    const at = this.#queue.indexOf(waiting)
    if (at < 0) return
    this.#queue.splice(at, 1)
    waiting.begin()
    const isServed = [...this.#members].some(({ wasReady }) => wasReady)
    waiting.reject((!isServed && this.#unready) || this.#options.busy())
  }
}

const longestByClock = 4
/** The system tells the time used no more exactly. */
const shortestLookMs = 20

/** One process of the pool. */
class Member {
  readonly ready: Promise<void>
  wasReady = false
  readonly #options: PoolOptions
  readonly #child: ChildProcess
  #current: { readonly id: number; done(answer: PoolMessage | undefined): void } | undefined
  #lastId = 0
  #usedMs = 0

  constructor(options: PoolOptions, ended: (code: number | null) => void) {
    this.#options = options
    this.#child = fork(options.program, options.given, {
      execArgv: ['--disable-warning=ExperimentalWarning', ...(options.flags ?? [])],
      serialization: options.serialization ?? 'json',
      env: settings(),
      // A process that shares our output makes writing to it wait for who reads it, for us as well.
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    this.#child.stderr?.on('data', (text: Uint8Array) => process.stderr.write(text))
    this.ready = new Promise((resolve, reject) => {
      this.#child.on('message', (answer: PoolMessage) => {
        this.#usedMs = answer.usedMs
        if (answer.kind === 'ready') {
          this.wasReady = true
          resolve()
        } else if (answer.id === this.#current?.id) this.#current.done(answer)
      })
      this.#child.once('exit', (code) => {
        const known = this.wasReady ? undefined : options.notReady?.(code)
        reject(known ?? new Error('a process ended before it was ready'))
        this.#current?.done(undefined)
        ended(code)
      })
      this.#child.on('error', reject)
    })
  }

  get isFree(): boolean {
    return this.wasReady && this.#current === undefined && this.#child.connected
  }

  async ask({ question, resolve, reject }: Waiting): Promise<void> {
    const id = ++this.#lastId
    const limit = this.#limited()
    const answer = await new Promise<PoolMessage | undefined>((done) => {
      this.#current = { id, done: (answer) => (limit.stop(), done(answer)) }
      this.#child.send({ ...question, id })
    })
    this.#current = undefined
    if (answer?.kind === 'answer') resolve(answer.result)
    else if (answer?.kind === 'failed') reject(new Error(`a process failed: ${answer.reason}`))
    else reject(limit.isOutOfTurn() ? this.#options.busy() : this.#options.tooSlow())
  }

  /** Kills the process once it has used its time for a question, or, on a machine that gives it no turn, by the clock. */
  #limited(): { readonly stop: () => void; readonly isOutOfTurn: () => boolean } {
    const { timeoutMs, longestMs = timeoutMs * longestByClock } = this.#options
    const [began, usedBefore] = [performance.now(), this.#usedMs]
    let [isStopped, isOutOfTurn] = [false, false]
    const look = async (): Promise<void> => {
      const used = await processorMsOf(this.#child.pid)
      if (isStopped) return
      const left = used === undefined ? 0 : timeoutMs - (used - usedBefore)
      const leftByClock = longestMs - (performance.now() - began)
      const next = Math.min(left, leftByClock)
      if (next >= shortestLookMs) {
        timer = setTimeout(() => void look(), next)
        return
      }
      isOutOfTurn = left >= shortestLookMs
      this.#child.kill('SIGKILL')
    }
    let timer = setTimeout(() => void look(), timeoutMs)
    return {
      stop: () => {
        isStopped = true
        clearTimeout(timer)
      },
      isOutOfTurn: () => isOutOfTurn,
    }
  }

  /** Waits for what is under way, then lets the process go; one that does not go is ended. */
  async end(): Promise<void> {
    const gone = new Promise<void>((resolve) => {
      if (this.#child.exitCode !== null || this.#child.signalCode !== null) resolve()
      else this.#child.once('exit', () => resolve())
    })
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), this.#options.timeoutMs)
    while (this.#current && this.#child.connected) await new Promise((next) => setTimeout(next, 5))
    if (this.#child.connected) this.#child.disconnect()
    await gone
    clearTimeout(timer)
  }
}

/**
 * Of our settings a process gets only where Node keeps what it made of our files: so it is ready twice as soon. The C library
 * (glibc's) is told to keep one store of freed memory instead of one for each thread: of the threads one does nearly all.
 */
function settings(): NodeJS.ProcessEnv {
  const { NODE_COMPILE_CACHE } = process.env
  return {
    MALLOC_ARENA_MAX: '1',
    ...(NODE_COMPILE_CACHE !== undefined && { NODE_COMPILE_CACHE }),
  }
}
