/**
 * How many connections each domain keeps busy. One that has not answered yet never has more than half of them, and one
 * that just did not answer has one: so its silence holds up no other.
 */
export interface DomainLimits {
  /** Whether one more connection may go to this domain, if it may have half of them, or all. */
  hasRoom(domainKey: string, most: 'half' | 'all'): boolean
  begin(domainKey: string): void
  end(domainKey: string): void
  /** It did not answer. */
  suspect(domainKey: string): void
  isSuspect(domainKey: string): boolean
  /** It has answered. */
  trust(domainKey: string): void
}

/** Limits for a sender with so many connections. */
export function openDomainLimits(connections: number): DomainLimits {
  const busy = new Map<string, number>()
  const suspects = new Set<string>()
  const trusted = new Set<string>()
  const half = Math.max(1, Math.floor(connections / 2))
  const mostOf = (domainKey: string, most: 'half' | 'all'): number => {
    if (suspects.has(domainKey)) return 1
    return most === 'all' && trusted.has(domainKey) ? connections : half
  }
  const add = (domainKey: string, change: number): void => {
    const count = (busy.get(domainKey) ?? 0) + change
    if (count > 0) busy.set(domainKey, count)
    else busy.delete(domainKey)
  }
  return {
    hasRoom: (domainKey, most) => (busy.get(domainKey) ?? 0) < mostOf(domainKey, most),
    begin: (domainKey) => add(domainKey, 1),
    end: (domainKey) => add(domainKey, -1),
    suspect: (domainKey) => {
      suspects.add(domainKey)
      trusted.delete(domainKey)
    },
    isSuspect: (domainKey) => suspects.has(domainKey),
    trust: (domainKey) => {
      suspects.delete(domainKey)
      trusted.add(domainKey)
    },
  }
}
