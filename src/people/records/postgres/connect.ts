import pg from 'pg'
import { toParameter } from '../model/parameters.ts'
import { RecordsRefused } from '../model/faults.ts'

/** Connections that speak as SQLite does here: numbers as numbers, bytes as plain bytes. */
export function poolOf(url: string, most: number, setUp: string): pg.Pool {
  const pool = new pg.Pool({ ...settingsFor(url), max: most, Client: PlainClient })
  // A connection that dies while idle is simply opened anew.
  pool.on('error', () => {})
  pool.on('connect', (client) => void client.query(setUp).catch(() => {}))
  return pool
}

/** One connection for as long as `work` takes. Throws `RecordsRefused` when the server does not answer. */
export async function withClient<T>(
  url: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new PlainClient(settingsFor(url))
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (error) {
    throw new RecordsRefused(
      `PostgreSQL does not answer at ${nameOfServer(url)}: ${reasonOf(error)}. Is it running, and is DATABASE_URL right?`,
    )
  }
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** The address without user and password. */
export function nameOfServer(url: string): string {
  const { hostname, port, pathname } = new URL(url)
  return `PostgreSQL ${decodeURIComponent(hostname)}:${port || '5432'}${pathname}`
}

function settingsFor(url: string): pg.ClientConfig {
  return {
    connectionString: url,
    application_name: 'trialway',
    connectionTimeoutMillis: 5000,
    keepAlive: true,
    types: { getTypeParser: parserOf as typeof pg.types.getTypeParser },
  }
}

const bigint = 20
const numeric = 1700
const bytea = 17

function parserOf(type: number, format?: 'text' | 'binary'): (text: string) => unknown {
  if (type === bigint || type === numeric) return Number
  if (type === bytea) return (text) => new Uint8Array(Buffer.from(text.slice(2), 'hex'))
  return pg.types.getTypeParser(type, format as 'text')
}

class PlainClient extends pg.Client {
  // oxlint-disable-next-line typescript/no-explicit-any -- pg has nine overloads; only the values are touched
  override query(...words: any[]): any {
    if (Array.isArray(words[1])) words[1] = words[1].map(toParameter)
    return (super.query as (...words: unknown[]) => unknown)(...words)
  }
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  return code ?? message
}
