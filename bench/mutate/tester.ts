import { type ChildProcess, fork } from 'node:child_process'
import { setPriority } from 'node:os'
import { join } from 'node:path'
import { endWithUs } from '../processes.ts'
import type { Answer, Question } from './child.ts'

/** A process that tests mutants. It is ended when it takes too long or has grown, and another takes its place. */
export interface Tester {
  /** The answer; undefined when it took longer than `limitMs` or the process ended. */
  ask(question: Omit<Question, 'id'>, limitMs: number): Promise<Answer | undefined>
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
    async ask(question, limitMs) {
      if (asked++ % mostAsked === 0) close()
      child ??= start()
      const answer = await answerOf(child, { ...question, id: asked }, limitMs)
      if (!answer) close()
      return answer
    },
  }
}

function start(): ChildProcess {
  const child = fork(join(import.meta.dirname, 'child.ts'), {
    execArgv: ['--max-old-space-size=1024', '--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  endWithUs(child, 'SIGKILL')
  if (child.pid !== undefined) setPriority(child.pid, 10)
  return child
}

async function answerOf(
  child: ChildProcess,
  question: Question,
  limitMs: number,
): Promise<Answer | undefined> {
  const { promise, resolve } = Promise.withResolvers<Answer | undefined>()
  const timer = setTimeout(() => resolve(undefined), limitMs)
  const onMessage = (answer: Answer): void => {
    if (answer.id === question.id) resolve(answer)
  }
  const onExit = (): void => resolve(undefined)
  child.on('message', onMessage)
  child.once('exit', onExit)
  child.send(question)
  const answer = await promise
  clearTimeout(timer)
  child.off('message', onMessage)
  child.off('exit', onExit)
  return answer
}
