import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'

/** The program of Linux that holds another on a core. */
const holder = 'taskset'
const hasTaskset = spawnSync(holder, ['-V']).status === 0 && availableParallelism() > 1

/** What Linux counts processor time in, on every processor that Node runs on. */
const ticksPerSecond = 100

/** True where programs can be held on one core each. */
export const canPin = hasTaskset

/** A command held on one core, where the machine can do that. */
export function onCore(core: number, command: readonly string[]): [string, string[]] {
  const [program = '', ...args] = command
  return hasTaskset ? [holder, ['-c', String(core), ...command]] : [program, args]
}

/** Runs a program of this bench in a process of its own, on a core; its last line of output is JSON. */
export async function runOnCore(
  core: number,
  file: string,
  args: readonly string[],
): Promise<unknown> {
  const path = new URL(file, import.meta.url).pathname
  const quiet = '--disable-warning=ExperimentalWarning'
  const [program, rest] = onCore(core, [process.execPath, quiet, path, ...args])
  const child = spawn(program, rest, { stdio: ['ignore', 'pipe', 'inherit'] })
  endWithUs(child, 'SIGTERM')
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const code = await ended(child)
  if (code !== 0) throw new Error(`${file} ended with ${code}`)
  return JSON.parse(output.trim().split('\n').at(-1) ?? '')
}

/** Ends a process with this one, however this one ends. */
export function endWithUs(child: ChildProcess, signal: NodeJS.Signals): void {
  const end = (): boolean => child.kill(signal)
  process.once('exit', end)
  child.once('close', () => process.off('exit', end))
}

/** The exit code of a process, once it is there. */
export function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    if (child.exitCode !== null) resolve(child.exitCode)
    else child.once('close', (code) => resolve(code))
  })
}

/** A process and all that it started, by id. */
export function family(pid: number): number[] {
  if (!existsSync('/proc/self/stat')) return [pid]
  const children = new Map<number, number[]>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const parent = parentOf(Number(name))
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), Number(name)])
  }
  const all = [pid]
  for (const one of all) all.push(...(children.get(one) ?? []))
  return all
}

function parentOf(pid: number): number | undefined {
  const text = proc(pid, 'stat')
  const after = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return after[1] === undefined ? undefined : Number(after[1])
}

/** Processor seconds of a process, of its threads, and of the children that it waited for; undefined where this is no Linux. */
export function processorSeconds(pid: number | 'self'): number | undefined {
  const text = proc(pid, 'stat')
  if (text === '') return undefined
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0)
  return ticks / ticksPerSecond
}

/** Memory of processes in MB: shared pages counted once (`pss`), or in each (`rss`), and the most ever (`peak`). */
export interface Memory {
  readonly rss: number
  readonly pss: number
  readonly peak: number
}

export function memoryOf(pids: readonly number[]): Memory {
  const sum = (file: string, name: string): number =>
    pids.reduce((total, pid) => {
      const kb = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(proc(pid, file))?.[1]
      return total + Number(kb ?? 0) / 1024
    }, 0)
  return {
    rss: sum('status', 'VmRSS'),
    pss: sum('smaps_rollup', 'Pss'),
    peak: sum('status', 'VmHWM'),
  }
}

function proc(pid: number | 'self', file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    // The process has ended, or this is no Linux.
    return ''
  }
}

export function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
