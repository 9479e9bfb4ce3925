/** How fast mail may go; 0 is no limit. */
export interface Pace {
  /** Through our own mail server. */
  readonly perSecond: number
  /** To any one domain. */
  readonly perSecondPerDomain: number
}

/** A mail whose time has come. */
export interface DueMail {
  readonly id: string
  readonly domainKey: string
  readonly stream: 'confirmation' | 'alert'
  readonly dueAt: number
  /** It was told before to come back at `dueAt`. */
  readonly hasSlot: boolean
}

/** What is known of a domain, or of our own mail server. */
export interface PaceState {
  /** The first moment that nobody has taken. */
  readonly nextAt: number
  /** Times in a row that it timed out or hung up. */
  readonly failures: number
  readonly downUntil: number
}

export interface AssignedSlots {
  /** To be sent now, each not before its moment. */
  readonly taken: readonly { readonly id: string; readonly at: number }[]
  /** To come back later, so that nobody waits behind them. */
  readonly pushed: readonly {
    readonly id: string
    readonly at: number
    readonly hasSlot: boolean
  }[]
  /** First free moments that changed, by domain. */
  readonly nextAt: ReadonlyMap<string, number>
  readonly relayNextAt: number
}

/**
 * Deals out turns to due mails, in their order. A mail whose domain is busy gets the domain's next free
 * moment, which is then its own: so it is pushed back once, and rarely again.
 */
export function assignSlots(
  mails: readonly DueMail[],
  ways: { readonly relay: PaceState; readonly domains: ReadonlyMap<string, PaceState> },
  { pace, now, room }: { readonly pace: Pace; readonly now: number; readonly room: number },
): AssignedSlots {
  const relayStep = stepOf(pace.perSecond)
  const domainStep = stepOf(pace.perSecondPerDomain)
  const taken: { id: string; at: number }[] = []
  const pushed: { id: string; at: number; hasSlot: boolean }[] = []
  const nextAt = new Map<string, number>()
  const probed = new Set<string>()
  // Further ahead it can only be after the clock was set back.
  let relayNextAt = Math.max(now, Math.min(ways.relay.nextAt, now + horizonMs + relayStep))
  for (const { id, domainKey, stream, dueAt, hasSlot } of mails) {
    if (taken.length >= room || relayNextAt > now + horizonMs) break
    const domain = ways.domains.get(domainKey) ?? freshPace
    const rest = restOf(domain, probed.has(domainKey), now)
    if (rest !== undefined) {
      pushed.push({ id, at: rest, hasSlot: false })
      continue
    }
    if (domain.failures >= failuresToRest) probed.add(domainKey)
    const isKept = hasSlot && dueAt > now - turnKeptMs
    const free = isKept ? now : Math.max(now, nextAt.get(domainKey) ?? domain.nextAt)
    if (domainStep > 0 && !isKept) nextAt.set(domainKey, free + domainStep)
    // Who waits for a confirmation sits in front of the screen: it counts, but is not held up.
    if (free > now + horizonMs && stream === 'alert') {
      pushed.push({ id, at: free, hasSlot: true })
      continue
    }
    const at = Math.max(relayNextAt, stream === 'alert' ? free : now)
    taken.push({ id, at })
    relayNextAt += relayStep
  }
  return { taken, pushed, nextAt, relayNextAt }
}

/** A way nothing is known of. */
export const freshPace: PaceState = { nextAt: 0, failures: 0, downUntil: 0 }

/** Failures in a row after which a domain rests, and then gets one mail at a time until it answers. */
export const failuresToRest = 2

/** When a domain that does not answer is to be tried again; `undefined` when it is now. */
function restOf(domain: PaceState, isProbed: boolean, now: number): number | undefined {
  if (domain.downUntil > now) return domain.downUntil
  return domain.failures >= failuresToRest && isProbed ? now + probeMs : undefined
}

function stepOf(perSecond: number): number {
  return perSecond > 0 ? 1000 / perSecond : 0
}

/** Turns are dealt out this far ahead: enough to be busy, short enough to let something urgent in. */
const horizonMs = 1000
/** A turn missed by more is gone: after a pause, not everything comes at once. */
const turnKeptMs = 60_000
const probeMs = 30_000
