import { Socket } from 'node:net'
import pg from 'pg'
import { RecordsAway } from '../model/faults.ts'
import { toParameter } from '../model/parameters.ts'
import { faultOfOpening } from './faults.ts'

/** How long, in milliseconds, a server may take until a new line to it can be used. */
export const connectMs = 3000

/** What is needed to reach a server, as `pg` takes it. */
export function settingsFor(url: string): pg.ClientConfig {
  return {
    connectionString: url,
    application_name: 'trialway',
    connectionTimeoutMillis: connectMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    types: { getTypeParser: parserOf as typeof pg.types.getTypeParser },
  }
}

/**
 * A line to the server that speaks as SQLite does here: numbers as numbers, bytes as plain bytes. It always has a
 * listener for what goes wrong on it, also while somebody uses it: without one, Node ends the process.
 */
export class WatchedClient extends pg.Client {
  readonly #socket: Socket
  #isOver = false
  /** Resolves when nothing of it is left. */
  readonly ended: Promise<void>

  constructor(settings: pg.ClientConfig = {}) {
    const socket = new Socket()
    super({ ...settings, stream: () => socket })
    this.#socket = socket
    this.on('error', () => (this.#isOver = true))
    this.ended = new Promise((resolve) =>
      this.once('end', () => {
        this.#isOver = true
        resolve()
      }),
    )
  }

  /** Whether the line is gone. */
  get isOver(): boolean {
    return this.#isOver || this.#socket.destroyed
  }

  /** Cuts the line: what waits for an answer on it fails at once. */
  cut(): void {
    this.#isOver = true
    this.#socket.destroy()
  }

  /** Answers as `answer` does; the line is cut when that takes longer than so many milliseconds. */
  async within<T>(ms: number, answer: Promise<T>): Promise<T> {
    const timer = setTimeout(() => this.cut(), Math.max(0, ms))
    try {
      return await answer
    } finally {
      clearTimeout(timer)
    }
  }

  /** Throws `RecordsAway` where another instance answers than was looked for, or none. */
  async assertInstance(id: string): Promise<void> {
    const query: Promise<pg.QueryResult<{ id: string }>> = this.query('select id from instance')
    const { rows } = await this.within(connectMs, query)
    if (rows[0]?.id !== id)
      throw new RecordsAway('The database that answers now holds the records of another.')
  }

  // oxlint-disable-next-line typescript/no-explicit-any -- pg has nine overloads; only the values are touched
  override query(...words: any[]): any {
    if (Array.isArray(words[1])) words[1] = words[1].map(toParameter)
    return (super.query as (...words: unknown[]) => unknown)(...words)
  }
}

/**
 * One line for as long as `work` takes, at most ten minutes and until `signal` stops. Throws `RecordsAway` when the
 * server does not answer, and `RecordsRefused` when it does not let us in.
 */
export async function withClient<T>(
  url: string,
  signal: AbortSignal | undefined,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new WatchedClient(settingsFor(url))
  const cut = (): void => client.cut()
  signal?.addEventListener('abort', cut, { once: true })
  try {
    await client.connect()
  } catch (error) {
    signal?.removeEventListener('abort', cut)
    client.cut()
    throw faultOfOpening(error, nameOfServer(url))
  }
  try {
    return await client.within(openingMs, work(client))
  } catch (error) {
    throw client.isOver ? faultOfOpening(error, nameOfServer(url)) : error
  } finally {
    signal?.removeEventListener('abort', cut)
    await client.within(farewellMs, client.end())
  }
}

/** The address without user and password. */
export function nameOfServer(url: string): string {
  const { hostname, port, pathname } = new URL(url)
  return `PostgreSQL ${decodeURIComponent(hostname)}:${port || '5432'}${pathname}`
}

/** Looking into a large database takes seconds; a migration of one, minutes. */
const openingMs = 600_000
const farewellMs = 1000

const bigint = 20
const numeric = 1700
const bytea = 17

function parserOf(type: number, format?: 'text' | 'binary'): (text: string) => unknown {
  if (type === bigint || type === numeric) return Number
  if (type === bytea) return (text) => new Uint8Array(Buffer.from(text.slice(2), 'hex'))
  return pg.types.getTypeParser(type, format as 'text')
}
