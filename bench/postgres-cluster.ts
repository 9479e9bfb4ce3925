import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  rmSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { ended, endWithUs, onCore, wait } from './processes.ts'
import { unusedPort } from '../src/testing/ports.ts'

/** A PostgreSQL of this bench's own, in a folder, on a socket in that folder. */
export interface Cluster {
  readonly socketFolder: string
  readonly port: number
  readonly version: string
  readonly psql: string
  readonly bytes: () => number
  stop(): Promise<void>
}

const debian = '/usr/lib/postgresql'

/** The folder of PostgreSQL's programs: where the one on the path really is, or where Debian puts them. */
export function findPostgres(): string | undefined {
  const onPath = (process.env['PATH'] ?? '')
    .split(':')
    .find((folder) => existsSync(join(folder, 'initdb')))
  if (onPath) return dirname(realpathSync(join(onPath, 'initdb')))
  const versions = existsSync(debian) ? readdirSync(debian).toSorted() : []
  const newest = versions.at(-1)
  return newest === undefined ? undefined : join(debian, newest, 'bin')
}

/** Makes a cluster and starts it, held on one core; tuned for a machine that it has to itself. */
export async function startCluster(bin: string, folder: string): Promise<Cluster> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const user = ownUser()
  if (user) chownSync(folder, user.uid, user.gid)
  letThrough(folder)
  const data = join(folder, 'data')
  const run = { ...user, cwd: folder }
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'bench', '--auth=trust', '-E', 'UTF8', '--locale=C.UTF-8'],
    {
      ...run,
      stdio: 'ignore',
    },
  )
  const port = await unusedPort()
  appendFileSync(join(data, 'postgresql.conf'), settings(folder, port))
  const [program, args] = onCore(0, [join(bin, 'postgres'), '-D', data])
  const server = spawn(program, args, { ...run, stdio: ['ignore', 'ignore', 'inherit'] })
  endWithUs(server, 'SIGINT')
  await untilReady(bin, folder, port, server)
  const version = execFileSync(join(bin, 'postgres'), ['--version']).toString().trim()
  return {
    socketFolder: folder,
    port,
    version,
    psql: join(bin, 'psql'),
    bytes: () =>
      Number(
        execFileSync('du', ['-sb', join(data, 'base')])
          .toString()
          .split('\t')[0],
      ),
    stop: async () => {
      server.kill('SIGINT')
      await ended(server)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function settings(folder: string, port: number): string {
  return `
listen_addresses = ''
unix_socket_directories = '${folder}'
port = ${port}
shared_buffers = 2GB
work_mem = 64MB
maintenance_work_mem = 1GB
effective_cache_size = 8GB
max_parallel_workers_per_gather = 0
max_parallel_maintenance_workers = 0
jit = off
random_page_cost = 1.1
gin_fuzzy_search_limit = 0
fsync = off
synchronous_commit = off
full_page_writes = off
max_wal_size = 8GB
autovacuum = off
log_min_messages = fatal
`
}

/** PostgreSQL refuses to run as root, so it runs as the user of its package then. */
function ownUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'postgres']).toString())
  return { uid: id('-u'), gid: id('-g') }
}

/** The way to the folder must be open to that user. */
function letThrough(folder: string): void {
  if (process.getuid?.() !== 0) return
  for (let at = dirname(folder); at.includes('trialway'); at = dirname(at)) chmodSync(at, 0o755)
}

async function untilReady(
  bin: string,
  folder: string,
  port: number,
  server: ChildProcess,
): Promise<void> {
  const socket = join(folder, `.s.PGSQL.${port}`)
  for (let tries = 0; tries < 600; tries++) {
    if (server.exitCode !== null) throw new Error(`postgres ended with ${server.exitCode}`)
    if (existsSync(socket) && isUp(bin, folder, port)) return
    await wait(100)
  }
  server.kill('SIGQUIT')
  throw new Error('postgres was not ready after a minute')
}

function isUp(bin: string, folder: string, port: number): boolean {
  try {
    execFileSync(
      join(bin, 'pg_isready'),
      ['-h', folder, '-p', String(port), '-U', 'bench', '-d', 'postgres'],
      { stdio: 'ignore' },
    )
    return true
  } catch {
    return false
  }
}
