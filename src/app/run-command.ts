import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { Logger } from './log.ts'

/**
 * Runs a command of our own in a process of its own, so that the server goes on answering; whether it went
 * well. Of what it says only its data is logged: an error may quote what people typed. Once `stop` says so, it is asked
 * to end, and is killed when it does not: a killed command loses nothing.
 */
export async function runCommand(
  words: readonly string[],
  log: Logger,
  stop: AbortSignal,
): Promise<boolean> {
  const main = join(import.meta.dirname, '../main.ts')
  const child = spawn(process.execPath, [main, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    signal: stop,
  })
  child.on('error', () => {})
  child.stderr.resume()
  const patience = killWhenSlow(child, stop)
  const [said, [code]] = await Promise.all([textOf(child.stdout), once(child, 'close')])
  patience.end()
  log[code === 0 ? 'info' : 'warn']({ command: words[0], code, said: said.slice(-1000) }, 'command')
  return code === 0
}

function killWhenSlow(child: ChildProcess, stop: AbortSignal): { end: () => void } {
  let timer: NodeJS.Timeout | undefined
  const begin = (): void => {
    timer = setTimeout(() => child.kill('SIGKILL'), endingMs)
  }
  stop.addEventListener('abort', begin, { once: true })
  return {
    end: () => {
      clearTimeout(timer)
      stop.removeEventListener('abort', begin)
    },
  }
}

const endingMs = 5000

async function textOf(stream: Readable): Promise<string> {
  let text = ''
  stream.setEncoding('utf8')
  for await (const chunk of stream) text += String(chunk)
  return text.trim()
}
