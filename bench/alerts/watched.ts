import { type ChildProcess, spawn } from 'node:child_process'
import { main, environment } from '../program.ts'
import { ended, endWithUs, family, memoryOf } from '../processes.ts'

/** What a program took. */
export interface Watched {
  readonly seconds: number
  /** The sum over its processes of the most resident memory (RSS) each ever had, in MB: shared pages in each. */
  readonly peakRss: number
  /** The most that all its processes had at one moment, shared pages counted once (PSS), in MB. */
  readonly peakPss: number
  readonly output: string
}

export type Settings = Readonly<Record<string, string>>

/** Runs a command of Trialway as an operator would, and watches the memory of all its processes. */
export function runWatched(args: readonly string[], settings: Settings): Promise<Watched> {
  return watch(start([main, ...args], settings))
}

/** The same for a program of this bench. */
export function runChild(file: string, settings: Settings): Promise<Watched> {
  return watch(startChild(file, settings))
}

/** Starts a program of this bench; it ends with us, or when its input does. */
export function startChild(file: string, settings: Settings): ChildProcess {
  const path = new URL(file, import.meta.url).pathname
  return start(['--disable-warning=ExperimentalWarning', path], settings)
}

function start(args: readonly string[], settings: Settings): ChildProcess {
  const child = spawn(process.execPath, args, {
    env: environment(settings),
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  endWithUs(child, 'SIGTERM')
  return child
}

/** All that a program says until it ends. */
export async function outputOf(child: ChildProcess): Promise<string> {
  let output = ''
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const code = await ended(child)
  if (code !== 0) throw new Error(`${child.spawnargs.slice(1).join(' ')} ended with ${code}`)
  return output
}

async function watch(child: ChildProcess): Promise<Watched> {
  const began = performance.now()
  let [peakRss, peakPss] = [0, 0]
  const timer = setInterval(() => {
    if (child.pid === undefined) return
    const { peak, pss } = memoryOf(family(child.pid))
    peakRss = Math.max(peakRss, peak)
    peakPss = Math.max(peakPss, pss)
  }, 500)
  try {
    const output = await outputOf(child)
    return { seconds: (performance.now() - began) / 1000, peakRss, peakPss, output }
  } finally {
    clearInterval(timer)
  }
}

/** The last line of what a program of this bench says. */
export function answerIn<Answer>(output: string): Answer {
  return JSON.parse(output.trim().split('\n').at(-1) ?? '') as Answer
}
