import { timingSafeEqual } from 'node:crypto'
import type { Keys } from '../../records/model/keys.ts'

/**
 * Links that let in who holds them, signed so that none can be made up. Each is good for one purpose: the
 * manage link shows and changes a person's alerts and runs out; the stop link only ends them, for ever.
 */
export const manageDays = 90

/** For `/alerts/:link`. `day` is the day it is made, `yyyy-MM-dd`. */
export function manageLink(keys: Keys, personId: string, day: string): string {
  const number = Buffer.alloc(2)
  number.writeUInt16BE(dayNumber(day))
  return signed(keys, 'alerts.manage', Buffer.concat([idBytes(personId), number]))
}

/** Whose link it is, and how old it is. */
export interface ManageLink {
  readonly personId: string
  readonly madeDaysAgo: number
  readonly expired: boolean
}

/** Whose link it is; undefined for one that was made up, changed or is for something else. */
export function readManageLink(keys: Keys, link: string, today: string): ManageLink | undefined {
  const body = verified(keys, 'alerts.manage', link, 18)
  if (!body) return undefined
  const madeDaysAgo = dayNumber(today) - body.readUInt16BE(16)
  return { personId: idOf(body), madeDaysAgo, expired: madeDaysAgo > manageDays }
}

/** For `/alerts/stop/:link`. */
export function stopLink(keys: Keys, personId: string): string {
  return signed(keys, 'alerts.stop', idBytes(personId))
}

/** Whose link it is; undefined for one that was made up, changed or is for something else. */
export function readStopLink(keys: Keys, link: string): { readonly personId: string } | undefined {
  const body = verified(keys, 'alerts.stop', link, 16)
  return body && { personId: idOf(body) }
}

/** Where a digest leads a person, as paths of pages. */
export function pathsOf(
  keys: Keys,
  personId: string,
  day: string,
): { manage: string; stop: string } {
  return {
    manage: `/alerts/${manageLink(keys, personId, day)}`,
    stop: `/alerts/stop/${stopLink(keys, personId)}`,
  }
}

const macBytes = 16

function signed(keys: Keys, purpose: string, body: Buffer): string {
  return Buffer.concat([body, keys.sign(purpose, body.toString('base64url'))]).toString('base64url')
}

function verified(keys: Keys, purpose: string, link: string, length: number): Buffer | undefined {
  if (!/^[\w-]{40,60}$/.test(link)) return undefined
  const bytes = Buffer.from(link, 'base64url')
  // What decodes to the same bytes but is written otherwise was not made here.
  if (bytes.length !== length + macBytes || bytes.toString('base64url') !== link) return undefined
  const body = bytes.subarray(0, length)
  const mac = keys.sign(purpose, body.toString('base64url'))
  return timingSafeEqual(mac, bytes.subarray(length)) ? body : undefined
}

function idBytes(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex')
}

function idOf(bytes: Buffer): string {
  const hex = bytes.toString('hex', 0, 16)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-')
}

/** Days since 2020-01-01, which fit two bytes until 2199. */
function dayNumber(day: string): number {
  return Math.max(
    0,
    Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(2020, 0, 1)) / 86_400_000),
  )
}
