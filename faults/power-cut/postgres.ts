import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  appendFileSync,
  chmodSync,
  chownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs'
import { join, relative } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { findPostgres } from '../../bench/postgres-cluster.ts'
import { endWithUs } from '../../bench/processes.ts'
import { unusedPort } from '../../src/testing/ports.ts'
import type { Step } from './read-log.ts'

const role = 'faults'

/** Makes a small cluster below a folder, and answers where its data are. Throws where PostgreSQL is not installed. */
export function initCluster(folder: string): string {
  mkdirSync(folder, { recursive: true })
  const user = ownUser()
  if (user) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  const options = ['--auth=trust', '-E', 'UTF8', '--locale=C.UTF-8', '--wal-segsize=1']
  execFileSync(program('initdb'), ['-D', data, '-U', role, ...options], {
    ...user,
    cwd: folder,
    stdio: 'ignore',
  })
  appendFileSync(join(data, 'postgresql.conf'), settings)
  return data
}

/** Small, so that checkpoints come while a program runs; all that keeps commits is as it comes. */
const settings = `
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
shared_buffers = 16MB
max_connections = 80
min_wal_size = 2MB
max_wal_size = 8MB
checkpoint_timeout = 30s
log_min_messages = panic
`

/** A folder as the steps that make it, all of it surely on the disk. */
export function folderAsSteps(folder: string): readonly Step[] {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true })
  const pathOf = (one: (typeof all)[number]): string =>
    relative(folder, join(one.parentPath, one.name))
  const folders = all.filter((one) => one.isDirectory()).map(pathOf)
  const files = all.filter((one) => one.isFile()).map(pathOf)
  return [
    ...folders.map((path): Step => ({ kind: 'mkdir', path })),
    ...files.flatMap((path): readonly Step[] => [
      { kind: 'create', path },
      { kind: 'write', path, offset: 0, bytes: readFileSync(join(folder, path)) },
      { kind: 'sync', path },
    ]),
    ...['.', ...folders].map((path): Step => ({ kind: 'sync', path })),
  ]
}

/** PostgreSQL on a folder of data. */
export class Server {
  readonly url: string
  readonly #process: ChildProcess

  private constructor(server: ChildProcess, url: string) {
    this.#process = server
    this.url = url
  }

  /** Starts it, and waits until it has recovered what its log holds. Throws where it ends instead. */
  static async start(
    data: string,
    given: {
      readonly env?: Readonly<Record<string, string>>
      readonly settings?: readonly string[]
    } = {},
  ): Promise<Server> {
    const user = ownUser()
    rmSync(join(data, 'postmaster.pid'), { force: true })
    if (user) give(data, user)
    chmodSync(data, 0o700)
    const port = await unusedPort()
    const more = [`port=${port}`, ...(given.settings ?? [])].flatMap((one) => ['-c', one])
    const server = spawn(program('postgres'), ['-D', data, ...more], {
      ...user,
      cwd: data,
      stdio: 'ignore',
      env: { ...process.env, ...given.env },
    })
    endWithUs(server, 'SIGQUIT')
    const url = `postgres://${role}@127.0.0.1:${port}/postgres`
    for (let tries = 0; tries < 1200; tries++) {
      if (server.exitCode !== null) throw new Error(`postgres ended with ${server.exitCode}`)
      if (await answers(url)) return new Server(server, url)
      await wait(50)
    }
    server.kill('SIGQUIT')
    throw new Error('postgres was not ready after a minute')
  }

  /** SIGINT ends it in good order, SIGQUIT at once. */
  async stop(how: 'SIGINT' | 'SIGQUIT'): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return
    const over = once(this.#process, 'exit')
    this.#process.kill(how)
    await over
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}

function give(folder: string, { uid, gid }: { readonly uid: number; readonly gid: number }): void {
  chownSync(folder, uid, gid)
  for (const one of readdirSync(folder, { recursive: true, withFileTypes: true }))
    chownSync(join(one.parentPath, one.name), uid, gid)
}

function program(name: string): string {
  const bin = findPostgres()
  if (bin === undefined) throw new Error('PostgreSQL is not installed')
  return join(bin, name)
}

/** PostgreSQL refuses to run as root, so it runs as the user of its package then. */
function ownUser(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'postgres']).toString())
  return { uid: id('-u'), gid: id('-g') }
}
