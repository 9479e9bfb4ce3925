import { setTimeout as wait } from 'node:timers/promises'
import { RecordsAway, RecordsRefused } from './model/faults.ts'
import type { Records, RecordsOptions } from './model/records.ts'
import { openRecords } from './open-records.ts'

/** Who is told when records go and come. The messages of these errors are our own words for the operator. */
export interface KeepOptions extends Omit<RecordsOptions, 'onDoubt' | 'signal'> {
  /** The database is away; said once, until it is back. */
  readonly onAway: (error: Error) => void
  readonly onBack: (secondsAway: number) => void
  /** A database is there, but not with the records that were here, or they are damaged; said once for each reason. */
  readonly onRefused: (error: Error) => void
}

/**
 * Records for a process that goes on without them: while their database is away (`isThere` is false) everything
 * throws `RecordsAway` at once, and it is tried again until it is back. Answers within five seconds, with or without it.
 * Throws `RecordsRefused` like `openRecords`.
 */
export async function keepRecords(options: KeepOptions): Promise<Records> {
  const keeper = new Keeper(options)
  await keeper.start()
  return keptBy(keeper, () => keeper.records)
}

/** Asks the keeper anew at each use, because records that come back were opened anew. */
function keptBy(keeper: Keeper, of: () => Records): Records {
  return {
    kind: keeper.kind,
    dataDir: keeper.dataDir,
    get isThere() {
      return keeper.isThere
    },
    get db() {
      return of().db
    },
    get keys() {
      return of().keys
    },
    get instanceId() {
      return of().instanceId
    },
    get migrated() {
      return of().migrated
    },
    get unhurried() {
      return keptBy(keeper, () => of().unhurried)
    },
    write: async (work) => of().write(work),
    writeLightly: async (work) => of().writeLightly(work),
    scrub: async () => of().scrub(),
    look: async () => of().look(),
    close: () => keeper.close(),
  }
}

const startMs = 5000
const firstPauseMs = 250
const longestPauseMs = 5000

class Keeper {
  readonly #options: KeepOptions
  readonly #closing = new AbortController()
  #open: Records | undefined
  #looking: Promise<void> | undefined
  /** By the clock of `performance`. */
  #awaySince: number | undefined
  readonly #refusals = new Set<string>()
  /** The work that goes on until the records are there, and what is left of those that were. */
  #coming: Promise<unknown> = Promise.resolve()
  #leaving: Promise<unknown> = Promise.resolve()

  constructor(options: KeepOptions) {
    this.#options = options
  }

  get kind(): Records['kind'] {
    return this.#options.databaseUrl === undefined ? 'sqlite' : 'postgres'
  }

  get dataDir(): string {
    return this.#options.dataDir
  }

  get isThere(): boolean {
    return this.#open !== undefined
  }

  /** Throws `RecordsAway` while there are none. */
  get records(): Records {
    if (this.#open) return this.#open
    throw new RecordsAway('The database of the records is away. Nothing was written.')
  }

  async start(): Promise<void> {
    const opening = this.#reopen()
    const late = wait(startMs, 'late' as const, { signal: this.#closing.signal, ref: false })
    try {
      if ((await Promise.race([opening, late])) !== 'late') return
      this.#away(new RecordsAway('The database of the records has not answered yet.'))
    } catch (error) {
      if (!(error instanceof RecordsAway)) throw error
      this.#away(error)
    }
    this.#coming = this.#comeBack(opening)
  }

  async close(): Promise<void> {
    this.#closing.abort()
    await Promise.all([this.#coming, this.#leaving, this.#open?.close()])
  }

  /** One look at a time: it tells a line that broke from a database that is away. */
  doubt(): void {
    const { signal } = this.#closing
    if (!this.#open || this.#looking || signal.aborted) return
    this.#looking = this.#open
      .look()
      .catch((error: Error) => {
        if (signal.aborted) return
        this.#away(error)
        this.#coming = this.#comeBack()
      })
      .finally(() => (this.#looking = undefined))
  }

  #away(error: Error): void {
    this.#awaySince = performance.now()
    this.#leaving = this.#open?.close().catch(() => {}) ?? this.#leaving
    this.#open = undefined
    this.#options.onAway(error)
  }

  /** Opened anew, not gone on with: what comes back may be other records, or older tables. */
  async #reopen(): Promise<void> {
    const { signal } = this.#closing
    const records = await openRecords({ ...this.#options, signal, onDoubt: () => this.doubt() })
    if (signal.aborted) return records.close()
    this.#open = records
    if (this.#awaySince !== undefined)
      this.#options.onBack(Math.round((performance.now() - this.#awaySince) / 1000))
    this.#awaySince = undefined
    this.#refusals.clear()
  }

  async #comeBack(begun?: Promise<void>): Promise<void> {
    const { signal } = this.#closing
    await begun?.catch(() => {})
    for (let pauseMs = firstPauseMs; !this.#open; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
      await wait(pauseMs, undefined, { signal }).catch(() => {})
      if (signal.aborted) return
      await this.#reopen().catch((error: unknown) => this.#note(error))
    }
  }

  #note(error: unknown): void {
    if (error instanceof RecordsAway || this.#closing.signal.aborted) return
    // Of what is not our own refusal only the name is told: its message may quote anything.
    const refusal = error instanceof RecordsRefused ? error : new Error((error as Error).name)
    if (this.#refusals.has(refusal.message)) return
    this.#refusals.add(refusal.message)
    this.#options.onRefused(refusal)
  }
}
