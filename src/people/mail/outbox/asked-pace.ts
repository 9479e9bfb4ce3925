import type { DueMail, Pace, PaceState } from './pace.ts'
import { freshPace, horizonMs, slotKeptMs, stepMs } from './pace.ts'
import type { Stream } from './streams.ts'

/** Which due mails of one stream its own pace lets through now, and which come back later. */
export interface LetThrough {
  readonly mails: readonly DueMail[]
  readonly postponed: readonly {
    readonly id: string
    readonly at: number
    readonly hasSlot: boolean
  }[]
  /** First free slots that changed, by key. */
  readonly nextAt: ReadonlyMap<string, number>
  /** When the next of those that are left may go, where some are. Milliseconds since 1970, as all moments here. */
  readonly blockedUntil?: number
}

/** The key of a stream's own pace, for all its mail or for that to one domain. */
export function askedPaceKey({ name }: Stream, domainKey?: string): string {
  return domainKey === undefined ? `stream/${name}` : `stream/${name}/${domainKey}`
}

/**
 * Holds back the mail that any visitor can cause, so that a crowd of them fills no domain's mailboxes and is no burden to
 * news: a mail whose domain is busy gets the domain's next free slot, and of all domains together so many go as may.
 */
export function letThrough(
  due: readonly DueMail[],
  states: ReadonlyMap<string, PaceState>,
  { stream, pace, now }: { readonly stream: Stream; readonly pace: Pace; readonly now: number },
): LetThrough {
  const share = stream.askedShare ?? 0
  const step = stepMs((pace.asked?.perSecond ?? 0) * share)
  const domainStep = stepMs((pace.asked?.perSecondPerDomain ?? 0) * share)
  const nextAt = new Map<string, number>()
  const freeAt = (key: string): number =>
    Math.max(now, nextAt.get(key) ?? (states.get(key) ?? freshPace).nextAt)
  const mails: DueMail[] = []
  const postponed: { id: string; at: number; hasSlot: boolean }[] = []
  const all = askedPaceKey(stream)
  for (const mail of due) {
    const key = askedPaceKey(stream, mail.domainKey)
    const isKept = mail.hasSlot && mail.dueAt > now - slotKeptMs
    const free = isKept ? now : freeAt(key)
    if (free > now + horizonMs) {
      nextAt.set(key, free + domainStep)
      postponed.push({ id: mail.id, at: free, hasSlot: true })
      continue
    }
    // Further ahead it can only be after the clock was set back.
    const turn = Math.min(freeAt(all), now + horizonMs + step)
    if (turn > now + horizonMs) return { mails, postponed, nextAt, blockedUntil: turn }
    if (domainStep > 0 && !isKept) nextAt.set(key, free + domainStep)
    if (step > 0) nextAt.set(all, turn + step)
    mails.push({ ...mail, hasSlot: false })
  }
  return { mails, postponed, nextAt }
}
