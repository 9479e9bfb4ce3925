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
