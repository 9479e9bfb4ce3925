import type { SendOutcome } from './outcome.ts'

/** When a mail that was not accepted is tried again; `undefined` when its 48 hours are over. `random` is from 0 to 1. */
export function nextTry(
  { kind }: SendOutcome,
  mail: { readonly attempts: number; readonly createdAt: Date },
  { now, random }: { readonly now: Date; readonly random: () => number },
): Date | undefined {
  const step = waitMinutes[Math.min(mail.attempts, waitMinutes.length) - 1] ?? 1
  const minutes = kind === 'greylisted' ? Math.max(step, greyMinutes) : step
  const due = new Date(now.getTime() + minutes * minute * (1 + random() * spread))
  return due.getTime() > mail.createdAt.getTime() + patienceHours * 60 * minute ? undefined : due
}

/** For how many milliseconds nothing is sent after our own mail server failed this many times in a row. */
export function relayPauseMs(failures: number): number {
  return (relaySeconds[Math.min(failures, relaySeconds.length) - 1] ?? 5) * 1000
}

/**
 * For how many milliseconds a domain is left alone that timed out or hung up this many times in a row; the first
 * time counts for nothing.
 */
export function domainPauseMs(failures: number): number {
  return failures < 2 ? 0 : Math.min(60, 2 ** (failures - 2)) * minute
}

const minute = 60_000
const patienceHours = 48
const greyMinutes = 5
const waitMinutes = [1, 5, 15, 60, 120, 240]
const relaySeconds = [5, 30, 120, 300, 900]
/** A quarter later at most, never earlier: not all of a burst comes back at once. */
const spread = 0.25
