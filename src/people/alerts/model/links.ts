import { uuidBytes, uuidOf } from '../../../base/uuid.ts'
import { bodyOfLink, signLink } from '../../asks/signed-link.ts'
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
  return signLink(keys, 'alerts.manage', Buffer.concat([uuidBytes(personId), number]))
}

/** Whose link it is, and how old it is. */
export interface ManageLink {
  readonly personId: string
  readonly madeDaysAgo: number
  readonly expired: boolean
}

/** Whose link it is; undefined for one that was made up, changed or is for something else. */
export function readManageLink(keys: Keys, link: string, today: string): ManageLink | undefined {
  const body = bodyOfLink(keys, 'alerts.manage', { link, bytes: 18 })
  if (!body) return undefined
  const madeDaysAgo = dayNumber(today) - body.readUInt16BE(16)
  return { personId: uuidOf(body), madeDaysAgo, expired: madeDaysAgo > manageDays }
}

/** For `/alerts/stop/:link`. */
export function stopLink(keys: Keys, personId: string): string {
  return signLink(keys, 'alerts.stop', uuidBytes(personId))
}

/** Whose link it is; undefined for one that was made up, changed or is for something else. */
export function readStopLink(keys: Keys, link: string): { readonly personId: string } | undefined {
  const body = bodyOfLink(keys, 'alerts.stop', { link, bytes: 16 })
  return body && { personId: uuidOf(body) }
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

/** Days since 2020-01-01, which fit two bytes until 2199. */
function dayNumber(day: string): number {
  return Math.max(
    0,
    Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(2020, 0, 1)) / 86_400_000),
  )
}
