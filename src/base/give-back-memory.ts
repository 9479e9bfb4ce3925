import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/**
 * Gives the system back what is not needed any more: after a start that is half of what a process holds, and it would lie there
 * for hours. The process does nothing else for about a tenth of a second, the server two.
 */
export function giveBackMemory(): void {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('globalThis.gc')
  // What is compiled later is kept for the next start only under the flags of the start.
  setFlagsFromString('--no-expose-gc')
  if (typeof collect === 'function')
    collect({ type: 'major', execution: 'sync', flavor: 'last-resort' })
}

/** Does so a moment later, when what a start left has come to rest. A process is not kept from ending by it. */
export function giveBackMemorySoon(): void {
  setTimeout(giveBackMemory, restMs).unref()
}

const restMs = 1000

/**
 * Has what is no longer needed collected before the process has grown by more than four fifths, bit by bit beside its work. Left to
 * itself it lets what a program reads in bulk pile up to three times what it needs. Costs who reads in bulk a tenth more of the
 * processor's time.
 */
export function keepMemorySmall(): void {
  setFlagsFromString('--heap-growing-percent=80')
  // As above: what was compiled is kept at the end, and under the flags of the start alone is it read again.
  process.once('exit', () => setFlagsFromString('--heap-growing-percent=0'))
}
