/**
 * Loaded into the server by the bench alone (`--import`): tells how long its event loop was held since it was last
 * asked, and how much of that its own thread worked. What else the machine does makes the first longer, not the second.
 */

/** The longest stretch between two turns of the loop, in milliseconds: by the clock, and of work. */
export interface Hold {
  readonly heldMs: number
  readonly workedMs: number
}

const everyMs = 2
let [heldMs, workedMs] = [0, 0]
let before = performance.now()
let used = process.threadCpuUsage()

setInterval(() => {
  const now = performance.now()
  const { user, system } = process.threadCpuUsage(used)
  heldMs = Math.max(heldMs, now - before - everyMs)
  workedMs = Math.max(workedMs, (user + system) / 1000)
  before = performance.now()
  used = process.threadCpuUsage()
}, everyMs).unref()

process.on('message', (asked) => {
  if (asked !== 'hold') return
  // What was held until now is counted by the next turn.
  setTimeout(() => {
    process.send?.({ hold: { heldMs, workedMs } satisfies Hold })
    heldMs = 0
    workedMs = 0
  }, everyMs * 3)
})
process.channel?.unref()
