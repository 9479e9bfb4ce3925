import { isNativeError } from 'node:util/types'
import { pino, type DestinationStream, type Logger } from 'pino'
import type { LogLevel } from './config.ts'

export type { Logger } from 'pino'

/** Where log lines go: JSON for a machine, plain lines for a person at a terminal. */
export interface LogOptions {
  readonly level: LogLevel
  readonly stream: { write(text: string): unknown; readonly isTTY?: boolean }
}

/** A log of named fields only. What people typed, their addresses and their pages never enter it. */
export function openLog({ level, stream }: LogOptions): Logger {
  const options = {
    level,
    base: null,
    formatters: { level: (label: string) => ({ level: label }) },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
  }
  return pino(options, stream.isTTY === true ? plainly(stream) : stream)
}

/**
 * An error as the log keeps it: what kind and where in the code. Its message is left out, because a
 * message often quotes what a person typed.
 */
export function faultOf(error: unknown): { type: string; code?: string; at: readonly string[] } {
  if (!isNativeError(error)) return { type: typeof error, at: [] }
  const { code } = error as { code?: unknown }
  return {
    type: error.name,
    ...(typeof code === 'string' && { code }),
    at: framesOf(error),
  }
}

/** Only lines that name a place in code: the lines above them are the message, which may run over several. */
function framesOf(error: Error): string[] {
  const stack = error.stack ?? ''
  const start = Math.max(0, stack.indexOf(error.message)) + error.message.length
  const lines = stack.slice(start).split('\n')
  return lines
    .filter((line) => /^ {4}at .*(?:file:\/\/|node:)[^ ]+:\d+\)?$/.test(line))
    .map((line) => line.slice(7))
    .slice(0, 12)
}

function plainly(stream: LogOptions['stream']): DestinationStream {
  return { write: (line) => void stream.write(`${inOneLine(JSON.parse(line))}\n`) }
}

function inOneLine(entry: Readonly<Record<string, unknown>>): string {
  const { level, time, msg, ...rest } = entry
  const fields = Object.entries(rest).map(
    ([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
  )
  return [String(time).slice(11, 19), level, msg, ...fields].filter(Boolean).join(' ')
}
