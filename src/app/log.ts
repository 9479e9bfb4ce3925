import { type DestinationStream, type Logger, pino } from 'pino'
import type { LogLevel } from './config/config.ts'

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
