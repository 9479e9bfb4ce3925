import { uuidBytes, uuidOf } from '../../../base/uuid.ts'
import { confirmHours } from '../../asks/hours.ts'
import { bodyOfLink, signLink } from '../../asks/signed-link.ts'
import type { Keys } from '../../records/model/keys.ts'

/** For `/subscriptions/confirm/:link`: shows what programs asked for an address, to who got the mail; it runs out. */
export function watchConfirmLink(keys: Keys, personId: string, now: Date): string {
  const made = Buffer.alloc(4)
  made.writeUInt32BE(minuteOf(now))
  return signLink(keys, 'watch.confirm', Buffer.concat([uuidBytes(personId), made]))
}

/** Whose link it is, and whether it ran out; undefined for one that was made up, changed or is for something else. */
export function readWatchConfirmLink(
  keys: Keys,
  link: string,
  now: Date,
): { readonly personId: string; readonly isExpired: boolean } | undefined {
  const body = bodyOfLink(keys, 'watch.confirm', { link, bytes: 20 })
  if (!body) return undefined
  const age = minuteOf(now) - body.readUInt32BE(16)
  return { personId: uuidOf(body), isExpired: age >= confirmHours * 60 }
}

/** For `/subscriptions/stop/:link`, which ends one subscription and does nothing else; it works for ever. */
export function watchStopLink(keys: Keys, watchId: string): string {
  return signLink(keys, 'watch.stop', uuidBytes(watchId))
}

/** Which subscription a link ends; undefined for one that was made up, changed or is for something else. */
export function readWatchStopLink(
  keys: Keys,
  link: string,
): { readonly watchId: string } | undefined {
  const body = bodyOfLink(keys, 'watch.stop', { link, bytes: 16 })
  return body && { watchId: uuidOf(body) }
}

/** Since 1970: four bytes last for some thousand years. */
function minuteOf(now: Date): number {
  return Math.floor(now.getTime() / 60_000)
}
