import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ended, endWithUs, family, memoryOf } from './processes.ts'

const main = join(import.meta.dirname, '../src/main.ts')

/** What the command line of Trialway took to do something. */
export interface Ran {
  readonly seconds: number
  /** The most memory its processes had, in MB. */
  readonly peakMemory: number
  readonly output: string
}

/** Runs a command of Trialway as an operator would, and watches its memory. */
export async function runCommand(dataDir: string, args: readonly string[]): Promise<Ran> {
  const began = performance.now()
  const child = spawn(process.execPath, [main, ...args], {
    env: environment({ DATA_DIR: dataDir }),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  endWithUs(child, 'SIGTERM')
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  let peakMemory = 0
  const look = (): void => {
    if (child.pid !== undefined) peakMemory = Math.max(peakMemory, memoryOf(family(child.pid)).peak)
  }
  const timer = setInterval(look, 250)
  const code = await ended(child)
  clearInterval(timer)
  if (code !== 0) throw new Error(`trialway ${args.join(' ')} ended with ${code}`)
  return { seconds: (performance.now() - began) / 1000, peakMemory, output }
}

/** Settings for a program of the bench: none of the operator's own. Its files are kept compiled, as the program's are. */
export function environment(settings: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'],
    LANG: 'C.UTF-8',
    NODE_COMPILE_CACHE: join(import.meta.dirname, '../node_modules/.cache/trialway'),
    ...settings,
  }
}

export { main }
