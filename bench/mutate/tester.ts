import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { setPriority } from 'node:os'
import { join } from 'node:path'
import { endWithUs, processorSeconds } from '../processes.ts'
import type { Answer, Progress, Question } from './child.ts'

/** A process that tests mutants. It is ended when it takes too long or has grown, and another takes its place. */
export interface Tester {
  /** The answer; undefined when one of the tests took more than its limit of processor time, or the process ended. */
  ask(question: Omit<Question, 'id'>, limitsMs: readonly number[]): Promise<Answer | undefined>
  close(): void
}

/** So many mutants stay in the memory of a process: what is imported is never forgotten. */
const mostAsked = 60

/** A tester, which starts its process when it is asked. */
export function openTester(): Tester {
  let child: ChildProcess | undefined
  let asked = 0
  const close = (): void => {
    child?.kill('SIGKILL')
    child = undefined
  }
  return {
    close,
    async ask(question, limitsMs) {
      if (asked++ % mostAsked === 0) close()
      child ??= await start()
      const answer = await answerOf(child, { ...question, id: asked }, limitsMs)
      if (!answer) close()
      return answer
    },
  }
}

/** A process that is ready: it says so by its first message. */
async function start(): Promise<ChildProcess> {
  const child = fork(join(import.meta.dirname, 'child.ts'), {
    execArgv: ['--max-old-space-size=1024', '--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  endWithUs(child, 'SIGKILL')
  if (child.pid !== undefined) setPriority(child.pid, 5)
  await once(child, 'message')
  return child
}

async function answerOf(
  child: ChildProcess,
  question: Question,
  limitsMs: readonly number[],
): Promise<Answer | undefined> {
  const { promise, resolve } = Promise.withResolvers<Answer | undefined>()
  let since = startOf(child)
  let limitMs = limitsMs[0] ?? 0
  const watch = setInterval(() => {
    if (isOver(child, since, limitMs)) resolve(undefined)
  }, 100)
  const onMessage = (message: Answer | Progress): void => {
    if (message.id !== question.id) return
    if ('ms' in message) return resolve(message)
    since = startOf(child)
    limitMs = limitsMs[message.done] ?? limitMs
  }
  const onExit = (): void => resolve(undefined)
  child.on('message', onMessage)
  child.once('exit', onExit)
  child.send(question)
  const answer = await promise
  clearInterval(watch)
  child.off('message', onMessage)
  child.off('exit', onExit)
  return answer
}

interface Since {
  readonly clock: number
  /** Undefined where processor time is not known. */
  readonly processor: number | undefined
}

function startOf({ pid = 0 }: ChildProcess): Since {
  return { clock: performance.now(), processor: processorSeconds(pid) }
}

function isOver(child: ChildProcess, since: Since, limitMs: number): boolean {
  const now = startOf(child)
  const clock = now.clock - since.clock
  if (since.processor === undefined || now.processor === undefined) return clock > limitMs
  return 1000 * (now.processor - since.processor) > limitMs || clock > 60 * limitMs
}
