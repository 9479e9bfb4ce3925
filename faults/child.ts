import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** A process that was started to be disturbed. What it says on its standard output is kept here, outside of it. */
export interface Child {
  readonly pid: number
  /** Everything it said so far, a JSON object a line. */
  readonly said: readonly Said[]
  /** Everything it complained of. */
  readonly complaints: () => string
  /** Resolves with the first thing of a kind that it says; rejects when it ends before. */
  hears(kind: string): Promise<Said>
  readonly ended: Promise<Ending>
  kill(signal?: NodeJS.Signals): void
}

export interface Said {
  readonly kind: string
  readonly [name: string]: unknown
}

export interface Ending {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly ms: number
}

export interface ChildOptions {
  readonly env?: Readonly<Record<string, string>>
  /** Another program in front, such as strace. */
  readonly under?: readonly string[]
  readonly cwd?: string
  /** After so long it is ended, whatever it does. */
  readonly longestMs?: number
}

const root = join(import.meta.dirname, '..')

/** Starts one of the children of this folder with its orders. */
export function startChild(file: string, orders: object, options: ChildOptions = {}): Child {
  return start(
    [process.execPath, join(import.meta.dirname, 'children', file), JSON.stringify(orders)],
    options,
  )
}

/** Starts a command of Trialway as an operator would; its output is not JSON, so nothing is heard. */
export function startCommand(words: readonly string[], options: ChildOptions = {}): Child {
  return start([process.execPath, join(root, 'src/main.ts'), ...words], options)
}

const running = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of running) endGroup(child, 'SIGKILL')
})

function start(command: readonly string[], options: ChildOptions): Child {
  const { env = {}, under = [], cwd = root, longestMs = 300_000 } = options
  const [program = '', ...args] = [...under, ...command]
  const began = performance.now()
  // A group of its own, so that what it starts itself can be ended with it.
  const child = spawn(program, args, {
    cwd,
    env: { ...cleanEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  running.add(child)
  const said: Said[] = []
  const listeners = new Map<string, (said: Said) => void>()
  let complaints = ''
  let half = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (half + text).split('\n')
    half = lines.pop() ?? ''
    for (const line of lines) {
      const one = read(line)
      said.push(one)
      listeners.get(one.kind)?.(one)
    }
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    if (complaints.length < 20_000) complaints += text
  })
  const timer = setTimeout(() => endGroup(child, 'SIGKILL'), longestMs)
  const ended = new Promise<Ending>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => {
      clearTimeout(timer)
      running.delete(child)
      resolve({ code, signal, ms: performance.now() - began })
    })
  })
  return {
    pid: child.pid ?? 0,
    said,
    complaints: () => complaints,
    ended,
    kill: (signal = 'SIGKILL') => endGroup(child, signal),
    hears: (kind) => {
      const known = said.find((one) => one.kind === kind)
      if (known) return Promise.resolve(known)
      return new Promise((resolve, reject) => {
        listeners.set(kind, resolve)
        void ended.then(() => reject(new Error(`it ended before it said ${kind}: ${complaints}`)))
      })
    },
  }
}

/** Only the group that was made for this child. */
function endGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  try {
    process.kill(-child.pid, signal)
  } catch {
    // It has just ended.
  }
}

function read(line: string): Said {
  try {
    return JSON.parse(line) as Said
  } catch {
    return { kind: 'text', text: line }
  }
}

/** What the person who runs this has set for their own Trialway has no place here. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const { PATH, HOME, LANG, TMPDIR } = process.env
  return {
    PATH,
    HOME,
    ...(LANG && { LANG }),
    ...(TMPDIR && { TMPDIR }),
    TZ: 'UTC',
    NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/trialway'),
    NODE_OPTIONS: '--disable-warning=ExperimentalWarning',
  }
}

/** Kills a child after so many milliseconds, unless it ends before. Answers how it ended: by the signal only where that struck. */
export async function killedAfter(child: Child, ms: number): Promise<Ending> {
  await Promise.race([wait(ms), child.ended])
  child.kill()
  return child.ended
}

/** Waits for a child that must end well. */
export async function finished(child: Child): Promise<Ending> {
  const ending = await child.ended
  if (ending.code !== 0)
    throw new Error(`a child ended with ${ending.code ?? ending.signal}: ${child.complaints()}`)
  return ending
}
