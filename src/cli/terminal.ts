import type { Readable, Writable } from 'node:stream'
import type { Config } from '../app/config/config.ts'

/** What a command may use of the outside: its streams, its settings, its stop signal and the clock. */
export interface Terminal {
  /** What was piped to the command. */
  readonly stdin: Readable
  /** For data only. */
  readonly stdout: Output
  /** For progress and for what went wrong. */
  readonly stderr: Output
  /** Reads the settings, or ends the command with all that is wrong with them. */
  readonly config: () => Config
  /** Aborted by Ctrl-C and by a request to end. */
  readonly signal: AbortSignal
  readonly now: () => Date
  /**
   * Leaves it to the command what to do when standard output cannot be written to, which else ends it. At its end such
   * a command waits no longer than a second for somebody to read what is left.
   */
  readonly keepOutput: () => void
}

/** Where a command writes: what a person sees at once, or a file or pipe. */
type Output = Writable & Partial<Pick<NodeJS.WriteStream, 'isTTY' | 'columns' | 'hasColors'>>

/** What every command may be told. */
export interface CommonOptions {
  readonly quiet?: boolean
  readonly verbose?: boolean
}
