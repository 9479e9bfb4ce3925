import { cpus, freemem, loadavg, release, totalmem } from 'node:os'
import { readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { canPin } from './processes.ts'

/** What everything was measured on. */
export interface Machine {
  readonly cpu: string
  readonly cores: number
  readonly memoryGb: number
  readonly system: string
  readonly node: string
  readonly sqlite: string
  readonly pinned: boolean
}

export function machine(): Machine {
  const cores = cpus()
  return {
    cpu: cores[0]?.model.trim() ?? 'unknown',
    cores: cores.length,
    memoryGb: Math.round(totalmem() / 1024 ** 3),
    system: systemName(),
    node: process.version,
    sqlite: sqliteVersion(),
    pinned: canPin,
  }
}

/** How busy the machine is: with the work of the bench itself a little above nothing to begin with. */
export function loadNow(): { readonly load: number; readonly freeGb: number } {
  return {
    load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
    freeGb: Math.round(freemem() / 1024 ** 3),
  }
}

function systemName(): string {
  try {
    const name = /^PRETTY_NAME="(.*)"$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1]
    return `${name ?? process.platform}, kernel ${release()}`
  } catch {
    return `${process.platform} ${release()}`
  }
}

function sqliteVersion(): string {
  const db = new DatabaseSync(':memory:')
  const version = String(db.prepare('select sqlite_version() as version').get()?.['version'])
  db.close()
  return version
}
