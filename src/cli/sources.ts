import { basename } from 'node:path'
import { openSpool } from '../finder/registry/spooled-records.ts'
import { readRecords } from '../finder/registry/read-records.ts'
import type { Source } from '../finder/catalogue/import/import-options.ts'

/** The address of a registry's API, rather than a file. */
export function isAddress(source: string): boolean {
  return /^https?:\/\//i.test(source)
}

/** Records of a file, a folder, or `-` for standard input. */
export function fileSource(path: string, signal: AbortSignal): Source {
  return {
    name: path === '-' ? 'standard input' : basename(path),
    records: (onProgress) => readRecords(path, { onProgress, signal }),
  }
}

/** Where and since when to read a registry's API. */
export interface ApiReading {
  readonly address: string
  /** `yyyy-MM-dd`: only what changed on this day or later. */
  readonly since: string | undefined
  /** Whether the catalogue then has all that the registry said, so that the next reading can begin there. */
  readonly isComplete: boolean
  /** Where records are kept until they are imported, so that a reading broken off can go on. */
  readonly folder: string
  readonly now: Date
  readonly signal: AbortSignal
}

/** Records of a registry's API, and how to let go of them once they are imported. */
export function apiSource(reading: ApiReading): Source {
  const { address, since, isComplete, folder, now, signal } = reading
  const spool = openSpool(folder, address, since, now)
  return {
    name: new URL(address).host,
    ...(isComplete && { reading: { address: apiName(address), day: dayBefore(spool.began) } }),
    records: (onProgress) =>
      spool.records({
        signal,
        random: Math.random,
        onPage: ({ records, total }) => onProgress(records, total),
      }),
    imported: () => spool.clear(),
  }
}

/** One name for an API, however its address is written. */
export function apiName(address: string): string {
  const url = new URL(address)
  url.hash = ''
  url.pathname = url.pathname.replace(/\/+$/, '')
  return url.href
}

/** A registry's day need not be ours: one day more costs little, one day less loses changes. */
function dayBefore(day: string): string {
  return Temporal.PlainDate.from(day).subtract({ days: 1 }).toString()
}
