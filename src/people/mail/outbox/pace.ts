/** How fast mail may go, in mails a second; 0 is no limit. */
export interface Pace {
  /** Through our own mail server. */
  readonly perSecond: number
  /** To any one domain. */
  readonly perSecondPerDomain: number
  /** Mails that any visitor can cause, in all and to any one domain; without it, there is no limit of their own. */
  readonly asked?: { readonly perSecond: number; readonly perSecondPerDomain: number }
}

/** A mail whose time has come. Moments are milliseconds since 1970, here and below. */
export interface DueMail {
  readonly id: string
  readonly domainKey: string
  /** Its reader waits in front of the screen, or it has a pace of its own: it counts, but its domain's pace does not hold it up. */
  readonly isUrgent: boolean
  readonly dueAt: number
  /** It was given `dueAt` as its slot before. */
  readonly hasSlot: boolean
}

/** How fast one domain, or our own mail server, is being used, and whether it fails. */
export interface PaceState {
  /** The first slot that no mail has. */
  readonly nextAt: number
  /** Times in a row that it timed out or hung up. */
  readonly failures: number
  /** Nothing is sent to it before. */
  readonly downUntil: number
}

/** The pace of what nothing is known of. */
export const freshPace: PaceState = { nextAt: 0, failures: 0, downUntil: 0 }

/** Which due mails go now, and which later. */
export interface AssignedSlots {
  /** To be sent now, each not before its moment. */
  readonly taken: readonly { readonly id: string; readonly at: number }[]
  /** To come back later, so that no other mail waits behind them. */
  readonly postponed: readonly {
    readonly id: string
    readonly at: number
    readonly hasSlot: boolean
  }[]
  /** First free slots that changed, by domain. */
  readonly nextAt: ReadonlyMap<string, number>
  readonly relayNextAt: number
}

/**
 * Gives slots to due mails, in their order, `room` of them at most. A mail whose domain is busy gets the domain's next
 * free slot, which is then its own: so it is postponed once, and rarely again.
 */
export function assignSlots(
  mails: readonly DueMail[],
  states: { readonly relay: PaceState; readonly domains: ReadonlyMap<string, PaceState> },
  { pace, now, room }: { readonly pace: Pace; readonly now: number; readonly room: number },
): AssignedSlots {
  const relayStep = stepMs(pace.perSecond)
  const domainStep = stepMs(pace.perSecondPerDomain)
  const taken: { id: string; at: number }[] = []
  const postponed: { id: string; at: number; hasSlot: boolean }[] = []
  const nextAt = new Map<string, number>()
  const probed = new Set<string>()
  // Further ahead it can only be after the clock was set back.
  let relayNextAt = Math.max(now, Math.min(states.relay.nextAt, now + horizonMs + relayStep))
  for (const { id, domainKey, isUrgent, dueAt, hasSlot } of mails) {
    if (taken.length >= room || relayNextAt > now + horizonMs) break
    const domain = states.domains.get(domainKey) ?? freshPace
    const pausedUntil = pauseOf(domain, probed.has(domainKey), now)
    if (pausedUntil !== undefined) {
      postponed.push({ id, at: pausedUntil, hasSlot: false })
      continue
    }
    if (domain.failures >= failuresToPause) probed.add(domainKey)
    const isKept = hasSlot && dueAt > now - slotKeptMs
    const free = isKept ? now : Math.max(now, nextAt.get(domainKey) ?? domain.nextAt)
    if (domainStep > 0 && !isKept) nextAt.set(domainKey, free + domainStep)
    if (free > now + horizonMs && !isUrgent) {
      postponed.push({ id, at: free, hasSlot: true })
      continue
    }
    taken.push({ id, at: Math.max(relayNextAt, isUrgent ? now : free) })
    relayNextAt += relayStep
  }
  return { taken, postponed, nextAt, relayNextAt }
}

/** Failures in a row after which a domain is paused, and then gets one mail at a time until it answers. */
const failuresToPause = 2

/** When a domain that does not answer is to be tried again; `undefined` when it is now. */
function pauseOf(domain: PaceState, isProbed: boolean, now: number): number | undefined {
  if (domain.downUntil > now) return domain.downUntil
  return domain.failures >= failuresToPause && isProbed ? now + probeMs : undefined
}

/** The milliseconds from one slot to the next; 0 where there is no limit. */
export function stepMs(perSecond: number): number {
  return perSecond > 0 ? 1000 / perSecond : 0
}

/** Slots are given this far ahead, in milliseconds: enough to be busy, short enough to let something urgent in. */
export const horizonMs = 1000
/** A slot missed by more milliseconds is gone: after a pause, not everything comes at once. */
export const slotKeptMs = 60_000
const probeMs = 30_000
