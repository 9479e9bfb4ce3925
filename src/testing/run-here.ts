import { Readable, Writable } from 'node:stream'
import { readConfig } from '../app/config/config.ts'
import { runProgram } from '../cli/program.ts'

/** What a command said, and its exit code. */
export interface Ended {
  readonly status: number
  readonly stdout: string
  readonly stderr: string
}

/**
 * Runs a command of Trialway in this process, with these settings and no others: for tests of what a command does. How
 * its process starts, reads `.env`, is stopped and ends is tested on a process.
 */
export async function runHere(
  words: readonly string[],
  settings: Readonly<Record<string, string>>,
  input = '',
): Promise<Ended> {
  const [stdout, stderr] = [new Collected(), new Collected()]
  const status = await runProgram(words, {
    stdin: Readable.from(input === '' ? [] : [Buffer.from(input)]),
    stdout,
    stderr,
    config: () => readConfig(settings),
    signal: new AbortController().signal,
    now: () => new Date(),
    keepOutput: () => undefined,
  })
  return { status, stdout: stdout.said, stderr: stderr.said }
}

/** Keeps what is written to it. */
class Collected extends Writable {
  said = ''

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.said += chunk.toString('utf8')
    done()
  }
}
