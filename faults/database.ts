import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { appendFileSync, chownSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { findPostgres } from '../bench/postgres-cluster.ts'
import { endWithUs, family } from '../bench/processes.ts'
import { unusedPort } from '../src/testing/ports.ts'

/** A PostgreSQL that is there to be restarted, frozen and filled. It waits for the disk, as one that is used does. */
export interface Database {
  readonly version: string
  /** On this machine's own address, so that a proxy may be in between. */
  readonly port: number
  /** The address of the database that records go into, over its own port or another. */
  url(through?: { readonly port?: number; readonly host?: string }): string
  start(): Promise<void>
  stop(how: 'fast' | 'immediate'): Promise<void>
  /** Ends lines that the server under test holds, one or all, as an operator would; answers how many. */
  terminate(which: 'one' | 'all'): Promise<number>
  /** SIGKILL for one of the processes behind such a line: PostgreSQL then starts itself anew. */
  killBackend(): Promise<boolean>
  /** Stops processes without ending them: those behind lines of the server under test, or all. Answers the way back. */
  freeze(which: 'backends' | 'everything'): Promise<() => void>
  /** Runs a statement as the one who looks after it. */
  ask<Row extends object>(text: string): Promise<readonly Row[]>
  /** For good. */
  end(): Promise<void>
}

const name = 'trialway'

/** Makes a cluster in a folder and starts it. Throws where PostgreSQL is not installed. */
export async function startDatabase(folder: string, settings = ''): Promise<Database> {
  const bin = findPostgres()
  if (bin === undefined) throw new Error('PostgreSQL is not installed')
  const user = ownUser()
  mkdirSync(folder, { recursive: true })
  if (user) chownSync(folder, user.uid, user.gid)
  const [data, port] = [join(folder, 'data'), await unusedPort()]
  const run = { ...user, cwd: folder }
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'faults', '--auth=trust', '-E', 'UTF8', '--locale=C.UTF-8'],
    { ...run, stdio: 'ignore' },
  )
  appendFileSync(join(data, 'postgresql.conf'), `${usual(folder, port)}${settings}\n`)
  const cluster = new Cluster(join(bin, 'postgres'), { folder, port, run })
  await cluster.start()
  const admin = await cluster.connect('postgres')
  await admin.query(`create database ${name}`)
  await admin.end()
  return cluster
}

function usual(folder: string, port: number): string {
  return `
listen_addresses = '127.0.0.1'
unix_socket_directories = '${folder}'
port = ${port}
shared_buffers = 32MB
max_connections = 40
max_wal_size = 64MB
min_wal_size = 32MB
log_min_messages = panic
`
}

interface Where {
  readonly folder: string
  readonly port: number
  readonly run: { readonly uid?: number; readonly gid?: number; readonly cwd: string }
}

class Cluster implements Database {
  readonly port: number
  readonly version: string
  readonly #program: string
  readonly #where: Where
  #server: ChildProcess | undefined

  constructor(program: string, where: Where) {
    this.#program = program
    this.#where = where
    this.port = where.port
    this.version = execFileSync(program, ['--version']).toString().trim()
  }

  url({ port = this.port, host = '127.0.0.1' } = {}): string {
    return `postgres://faults@${host}:${port}/${name}`
  }

  async start(): Promise<void> {
    const { folder, run } = this.#where
    const server = spawn(this.#program, ['-D', join(folder, 'data')], { ...run, stdio: 'ignore' })
    endWithUs(server, 'SIGQUIT')
    this.#server = server
    for (let tries = 0; tries < 600; tries++) {
      if (server.exitCode !== null) throw new Error(`postgres ended with ${server.exitCode}`)
      const client = await this.connect('postgres').catch(() => undefined)
      if (client) return client.end()
      await wait(50)
    }
    throw new Error('postgres was not ready after half a minute')
  }

  async stop(how: 'fast' | 'immediate'): Promise<void> {
    const server = this.#server
    if (!server || server.exitCode !== null || server.signalCode !== null) return
    const over = once(server, 'exit')
    server.kill(how === 'fast' ? 'SIGINT' : 'SIGQUIT')
    // One that is frozen hears nothing.
    for (const pid of family(server.pid ?? 0)) wake(pid)
    // One that was asked to end a moment after its start may wait for ever: it is made to, as an operator would.
    const hurry = setTimeout(() => server.kill('SIGQUIT'), 20_000)
    await over
    clearTimeout(hurry)
  }

  async terminate(which: 'one' | 'all'): Promise<number> {
    const rows = await this.ask<{ ended: boolean }>(
      `select pg_terminate_backend(pid) as ended from (${theirs} ${which === 'one' ? 'limit 1' : ''}) as own`,
    )
    return rows.length
  }

  async killBackend(): Promise<boolean> {
    const [row] = await this.ask<{ pid: number }>(`${theirs} limit 1`)
    if (!row) return false
    process.kill(row.pid, 'SIGKILL')
    return true
  }

  async freeze(which: 'backends' | 'everything'): Promise<() => void> {
    const pids =
      which === 'everything'
        ? family(this.#server?.pid ?? 0)
        : (await this.ask<{ pid: number }>(theirs)).map(({ pid }) => pid)
    for (const pid of pids) process.kill(pid, 'SIGSTOP')
    return () => pids.forEach(wake)
  }

  async ask<Row extends object>(text: string): Promise<readonly Row[]> {
    const client = await this.#connectPatiently()
    try {
      return (await client.query<Row>(text)).rows
    } finally {
      await client.end()
    }
  }

  /** One of its processes that was killed makes it start anew a moment later. */
  async #connectPatiently(): Promise<pg.Client> {
    for (let tries = 1; ; tries++)
      try {
        return await this.connect(name)
      } catch (error) {
        if ((error as { code?: unknown }).code !== recovering || tries > 100) throw error
        await wait(100)
      }
  }

  async connect(database: string): Promise<pg.Client> {
    const { folder, port } = this.#where
    const client = new pg.Client({ host: folder, port, user: 'faults', database })
    client.on('error', () => {})
    await client.connect()
    return client
  }

  async end(): Promise<void> {
    await this.stop('immediate')
    if (existsSync(this.#where.folder))
      rmSync(join(this.#where.folder, 'data'), { recursive: true })
  }
}

function wake(pid: number): void {
  try {
    process.kill(pid, 'SIGCONT')
  } catch {
    // It was ended meanwhile.
  }
}

const recovering = '57P03'

/** The lines of the server under test. */
const theirs = "select pid from pg_stat_activity where application_name = 'trialway'"

/** PostgreSQL refuses to run as root, so it runs as the user of its package then. */
function ownUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'postgres']).toString())
  return { uid: id('-u'), gid: id('-g') }
}
