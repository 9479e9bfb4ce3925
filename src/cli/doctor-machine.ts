import {
  accessSync,
  constants,
  existsSync,
  globSync,
  mkdtempSync,
  rmSync,
  type Stats,
  statfsSync,
  statSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { delimiter, dirname, join } from 'node:path'
import { once } from 'node:events'
import type { Config } from '../app/config/config.ts'
import { catalogueFolder, dayOf, snapshotSources } from '../app/folders.ts'

/** One thing looked at, what was found, and what to do if it is wrong. */
export interface Check {
  readonly name: string
  readonly state: 'good' | 'note' | 'wrong'
  readonly text: string
  readonly todo?: string
}

/** Whether this version of Node (`26.1.0`) runs Trialway. */
export function nodeVersion(version: string): Check {
  const isNew = Number(version.split('.')[0]) >= 26
  return isNew
    ? { name: 'Node', state: 'good', text: version }
    : {
        name: 'Node',
        state: 'wrong',
        text: `${version} is too old.`,
        todo: 'Run "npm ci": the right one comes with it.',
      }
}

/** The places file is read with the SQLite that comes with Node. */
export function sqlite(version: string | undefined): Check {
  const [major = 0, minor = 0] = (version ?? '').split('.').map(Number)
  return major > 3 || (major === 3 && minor >= 50)
    ? { name: 'SQLite', state: 'good', text: String(version) }
    : {
        name: 'SQLite',
        state: 'wrong',
        text: `${version ?? 'none'} is too old.`,
        todo: 'Use the Node that comes with "npm ci".',
      }
}

/** Whether this Node keeps what records are packed with; where not, the documented calls do the same, only slower. */
export function packing(isKept: boolean): Check {
  return isKept
    ? { name: 'Packing', state: 'good', text: 'Dictionaries are kept between records.' }
    : {
        name: 'Packing',
        state: 'note',
        text: 'This Node does not keep dictionaries between records: searches and imports are slower.',
        todo: 'Use the Node that comes with "npm ci".',
      }
}

/** Whether the data folder is there, or can be made, and can be written to. */
export function dataFolder(folder: string): Check {
  const name = 'Data folder'
  try {
    if (!existsSync(folder)) return beforeFirstStart(folder)
    rmSync(mkdtempSync(join(folder, '.doctor-')), { recursive: true })
    return { name, state: 'good', text: `${folder} can be written to.` }
  } catch (error) {
    return {
      name,
      state: 'wrong',
      text: `${folder} cannot be written to (${codeOf(error)}).`,
      todo: 'Give this user the right to write there, or set DATA_DIR to another folder.',
    }
  }
}

function beforeFirstStart(folder: string): Check {
  accessSync(existingParent(folder), constants.W_OK)
  return {
    name: 'Data folder',
    state: 'note',
    text: `${folder} is not there yet. The first start makes it.`,
  }
}

/** An import writes a new catalogue beside the old one, and the old one stays until nobody reads it. */
export function freeSpace(config: Config): Check {
  const name = 'Free space'
  const { bavail, bsize } = statfsSync(existingParent(config.dataDir))
  const free = bavail * bsize
  const needed = Math.max(leastSpace, 3 * sizeOf(catalogueFolder(config)))
  const text = `${megabytes(free)} free, ${megabytes(needed)} needed for an import.`
  return free >= needed
    ? { name, state: 'good', text }
    : {
        name,
        state: 'wrong',
        text,
        todo: 'Make room on this disk, or set DATA_DIR to a folder on another.',
      }
}

/** Whether the records that come with Trialway are there, for a first start to import. */
export function snapshot(sources = snapshotSources()): Check {
  return sources.length > 0
    ? {
        name: 'Records that come with Trialway',
        state: 'good',
        text: `${sources.flat().length} sources in data/snapshot.`,
      }
    : {
        name: 'Records that come with Trialway',
        state: 'note',
        text: 'data/snapshot is not there.',
        todo: 'Import your own: npx trialway import FILE',
      }
}

/** A clock that is behind what was already written, or before this version was made, is wrong. */
export function clock(config: Config, now: Date): Check {
  const made = Date.UTC(2026, 10, 1)
  const newest = newestChange(catalogueFolder(config))
  const isBehind = now.getTime() < made || now.getTime() + 86_400_000 < newest
  const text = `It is ${dayOf(now)} ${now.toTimeString().slice(0, 5)}, ${Intl.DateTimeFormat().resolvedOptions().timeZone}.`
  return isBehind
    ? {
        name: 'Clock',
        state: 'wrong',
        text: `${text} That is before this catalogue was made.`,
        todo: 'Set the clock of this machine.',
      }
    : { name: 'Clock', state: 'good', text }
}

/** Whether the server can listen where the settings say, or does so already. */
export async function port(config: Pick<Config, 'port' | 'host'>): Promise<Check> {
  const name = 'Port'
  const where = `${config.host}:${config.port}`
  const server = createServer()
  try {
    server.listen(config.port, config.host)
    await once(server, 'listening')
    return { name, state: 'good', text: `${where} is free.` }
  } catch (error) {
    if (codeOf(error) === 'EADDRINUSE' && (await isTrialway(config)))
      return { name, state: 'note', text: `${where} is in use by Trialway itself.` }
    const text = `${where} cannot be used (${codeOf(error)}).`
    return { name, state: 'wrong', text, todo: 'Stop what is using it, or set PORT or HOST.' }
  } finally {
    server.close()
  }
}

/** Only the tests of pages need a browser. */
export function chromium(): Check {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const found = ['chromium', 'chromium-browser', 'google-chrome']
    .flatMap((file) => folders.map((folder) => join(folder, file)))
    .find((file) => existsSync(file))
  return found
    ? { name: 'Chromium', state: 'good', text: found }
    : {
        name: 'Chromium',
        state: 'note',
        text: 'Not found. Only tests in a browser need it.',
        todo: 'On Debian: apt-get install chromium',
      }
}

const leastSpace = 200_000_000

async function isTrialway({ host, port }: Pick<Config, 'port' | 'host'>): Promise<boolean> {
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  try {
    const answer = await fetch(
      `http://${name.includes(':') ? `[${name}]` : name}:${port}/version`,
      {
        signal: AbortSignal.timeout(2000),
      },
    )
    return JSON.stringify(await answer.json()).includes('"trialway"')
  } catch {
    return false
  }
}

function existingParent(folder: string): string {
  return existsSync(folder) ? folder : existingParent(dirname(folder))
}

function filesIn(folder: string): string[] {
  return globSync('**/*', { cwd: folder }).map((file) => join(folder, file))
}

/** An import that runs meanwhile takes files away: what is gone counts nothing. */
function statsIn(folder: string): Stats[] {
  return filesIn(folder).flatMap((file) => statSync(file, { throwIfNoEntry: false }) ?? [])
}

function sizeOf(folder: string): number {
  return statsIn(folder).reduce((sum, { size }) => sum + size, 0)
}

function newestChange(folder: string): number {
  return Math.max(0, ...statsIn(folder).map(({ mtimeMs }) => mtimeMs))
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1_000_000).toLocaleString('en')} MB`
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'unknown reason'
}
