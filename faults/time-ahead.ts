import { existsSync } from 'node:fs'

const library = '/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1'

export const hasFakeTime = existsSync(library)

/** A wall clock some time ahead for a whole program; its timers run as ever. */
export function aheadBy(ms: number): Record<string, string> {
  const seconds = Math.round(ms / 1000)
  return {
    LD_PRELOAD: library,
    FAKETIME: `${seconds < 0 ? '' : '+'}${seconds}s`,
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
    FAKETIME_DONT_RESET: '1',
    DONT_FAKE_MONOTONIC: '1',
  }
}
