import { isNativeError } from 'node:util/types'

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
