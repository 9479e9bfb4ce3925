import type { PostgresPool, PostgresPoolClient } from 'kysely'
import pg from 'pg'
import { RecordsBusy } from '../model/faults.ts'
import { connectMs, settingsFor, WatchedClient } from './connect.ts'
import { faultOfConnecting, faultOfStatement } from './faults.ts'

/** Lines to one database, shared by all who ask. */
export interface Lines {
  /** The lines as Kysely takes them, for work that is given up after a while. */
  for(patience: Patience): PostgresPool
  /** Lets what is under way finish for two seconds, then cuts it off. */
  close(): Promise<void>
}

/** How long somebody waits, in milliseconds. */
export interface Patience {
  /** For a line. */
  readonly forLine: number
  /** For the answer to one statement, when the line has been held for so long already. */
  readonly forAnswer: (heldMs: number) => number
}

/** What lines are opened with. */
export interface LinesOptions {
  readonly most: number
  /** Said first on every new line. */
  readonly setUp: string
  /** The instance whose records these must be: a name may come to mean another server. */
  readonly instanceId: string
  /** Told when the database did not answer. */
  readonly onDoubt: () => void
}

/** Opens lines as they are needed. One that broke is thrown away, and whoever used it gets a fault of the records. */
export function openLines(url: string, options: LinesOptions): Lines {
  const clients = new Set<WatchedClient>()
  // Of the pool's own types none says that it waits for what is done first.
  const onConnect = (client: pg.ClientBase): Promise<void> =>
    begin(client as WatchedClient, options)
  const Client = watchedIn(clients)
  const pool = new pg.Pool({
    ...settingsFor(url),
    max: options.most,
    connectionTimeoutMillis: queueMs,
    Client,
    onConnect,
  })
  // A line that dies while nobody uses it is opened anew when it is needed; others may have died with it.
  pool.on('error', options.onDoubt)
  return {
    for: (patience) => ({
      options: {},
      connect: () => borrow(pool, patience, options.onDoubt),
      // Whoever opened the lines closes them.
      end: async () => {},
    }),
    close: async () => {
      const timer = setTimeout(() => {
        for (const client of clients) client.cut()
      }, closingMs)
      await pool.end()
      await Promise.all([...clients].map(({ ended }) => ended))
      clearTimeout(timer)
    },
  }
}

/** One line, as Kysely takes it, to whatever database is there, for as long as the work takes. */
export async function withPool<T>(
  url: string,
  work: (pool: PostgresPool) => Promise<T>,
): Promise<T> {
  const pool = new pg.Pool({ ...settingsFor(url), max: 1, Client: WatchedClient })
  pool.on('error', () => {})
  try {
    return await work(pool as unknown as PostgresPool)
  } finally {
    await pool.end()
  }
}

/** How long, in milliseconds, work that is in no hurry waits in the row for a line. */
const queueMs = 5000
const closingMs = 2000
/** More who wait for a line are turned away at once: there is no use in a long row. */
const mostWaiting = 100

/** The client of a pool, which is known by `clients` for as long as it lives. */
function watchedIn(clients: Set<WatchedClient>): typeof WatchedClient {
  return class extends WatchedClient {
    constructor(settings?: pg.ClientConfig) {
      super(settings)
      clients.add(this)
      void this.ended.then(() => clients.delete(this))
    }
  }
}

/** Throws `RecordsAway` where the records of another installation are at the other end. */
async function begin(client: WatchedClient, { setUp, instanceId }: LinesOptions): Promise<void> {
  await client.within(connectMs, client.query(setUp) as Promise<unknown>)
  await client.assertInstance(instanceId)
}

async function borrow(
  pool: pg.Pool,
  patience: Patience,
  onDoubt: () => void,
): Promise<PostgresPoolClient> {
  if (pool.waitingCount >= mostWaiting)
    throw new RecordsBusy('Too many are waiting for the database.')
  const began = performance.now()
  try {
    const client = await withinPatience(pool.connect(), patience.forLine)
    return lent(client as unknown as Lent, { patience, began, onDoubt })
  } catch (error) {
    onDoubt()
    throw faultOfConnecting(error)
  }
}

/** What comes too late is given back. */
async function withinPatience(coming: Promise<pg.PoolClient>, ms: number): Promise<pg.PoolClient> {
  let isLate = false
  const { promise, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => {
    isLate = true
    reject(new Error('no line was to be had'))
  }, ms)
  coming.then(
    (client) => isLate && client.release(),
    () => undefined,
  )
  try {
    return await Promise.race([coming, promise])
  } finally {
    clearTimeout(timer)
  }
}

type Lent = WatchedClient & Pick<pg.PoolClient, 'release'>

interface Lending {
  readonly patience: Patience
  readonly began: number
  readonly onDoubt: () => void
}

/** After a line broke, all that is asked on it fails as the first did, and it does not go back to the pool. */
function lent(client: Lent, { patience, began, onDoubt }: Lending): PostgresPoolClient {
  let broken: unknown
  const query = async (sql: string, parameters: readonly unknown[]): Promise<unknown> => {
    if (broken !== undefined) throw broken
    try {
      const left = patience.forAnswer(performance.now() - began)
      return await client.within(left, client.query(sql, [...parameters]))
    } catch (error) {
      const isLineOver = client.isOver
      const fault = faultOfStatement(error, { isCommit: sql === 'commit', isLineOver })
      if (isLineOver || isGoing(error)) {
        broken = fault
        onDoubt()
      }
      throw fault
    }
  }
  return {
    query: query as PostgresPoolClient['query'],
    release: (destroy) => client.release(destroy === true || broken !== undefined || client.isOver),
  }
}

/** A line that ends, or leads to a server that may only be read: the next is looked for anew. */
function isGoing(error: unknown): boolean {
  return /^(?:08...|57P0[1-5]|25P03|25006)$/.test(String((error as { code?: unknown }).code))
}
