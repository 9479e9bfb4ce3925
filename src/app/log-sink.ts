import type { Writable } from 'node:stream'

/** Where the server writes its log: it may be full, closed or not read, and holds nobody up for that. */
export interface LogSink {
  readonly isTTY: boolean
  /** Writes a line, or drops and counts it. Never throws, never waits. */
  write(line: string): void
  /** How many lines could not be written since the start. */
  dropped(): number
  /** Settled when nobody can read any more what is written: it is then over with for good. */
  readonly lost: Promise<void>
}

/** A stream that tells how much of what was written it still holds. */
type Output = Pick<Writable, 'writableLength'> & {
  readonly isTTY?: boolean
  write(text: string, written: (error?: Error | null) => void): unknown
}

/** What waits for a reader that has stopped reading; of more than this the newest lines are dropped. */
const mostWaitingBytes = 1024 * 1024

/**
 * A log on a stream. After lines were dropped `resumed` is told once how many, when the next one was written; what it
 * writes itself is a line like any other, so that a disk that stays full is not written to without end. What the stream
 * emits as `error` must be taken by who owns it.
 */
export function openLogSink(stream: Output, resumed: (missing: number) => void): LogSink {
  const lost = Promise.withResolvers<void>()
  let dropped = 0
  let missing = 0
  let isLost = false
  let isTorn = false
  const drop = (): void => {
    dropped += 1
    missing += 1
  }
  const written = (error?: Error | null): void => {
    if (error) {
      drop()
      isTorn = true
      if (!isGone(error)) return
      isLost = true
      lost.resolve()
    } else if (missing > 0) {
      const before = missing
      missing = 0
      resumed(before)
    }
  }
  return {
    isTTY: stream.isTTY === true,
    write: (line) => {
      if (isLost || stream.writableLength > mostWaitingBytes) return drop()
      // A full disk may have taken half of a line: the next one begins on a line of its own.
      const whole = isTorn ? `\n${line}` : line
      isTorn = false
      stream.write(whole, written)
    },
    dropped: () => dropped,
    lost: lost.promise,
  }
}

/** The reader at the other end of a pipe or socket has gone, and will not come back. */
function isGone(error: Error): boolean {
  const { code } = error as NodeJS.ErrnoException
  return code === 'EPIPE' || code === 'ECONNRESET' || code === 'ENOTCONN'
}
