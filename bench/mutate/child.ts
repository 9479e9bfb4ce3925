/** Tests mutants in this process, one after the other: each is a new import of what the changed file reaches. */
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { fc } from '../../src/testing/properties.ts'
import { runCollected } from './collected-tests.ts'

/** What the parent asks: a file with another text, what that reaches, and the tests to run. */
export interface Question {
  readonly id: number
  readonly path: string
  readonly text: string
  readonly affected: readonly string[]
  readonly tests: readonly string[]
}

/** How far it is: so many of the tests are done. */
export interface Progress {
  readonly id: number
  readonly done: number
}

/** What came of it: the test that failed, or none, and the processor time of each test. */
export interface Answer {
  readonly id: number
  readonly failed: string | undefined
  readonly fault: string | undefined
  readonly ms: readonly number[]
}

const source = join(import.meta.dirname, '../../src')
const testing = new URL('collected-tests.ts', import.meta.url).href
let asked: Question | undefined
let affected: ReadonlySet<string> = new Set()

registerHooks({
  resolve(specifier, context, next) {
    const isOurs = context.parentURL?.startsWith(pathToFileURL(`${source}/`).href) === true
    if (specifier === 'node:test' && isOurs) return { url: testing, shortCircuit: true }
    const found = next(specifier, context)
    if (!asked || !affected.has(found.url)) return found
    return { ...found, url: `${found.url}?mutant=${asked.id}` }
  },
  load(url, context, next) {
    const [file = '', mutant] = url.split('?mutant=')
    if (!asked || mutant === undefined || file !== urlOf(asked.path)) return next(url, context)
    return { format: 'module-typescript', source: asked.text, shortCircuit: true }
  },
})

// A mutant may never end, and the process that limits its time may be killed: a thread of its own looks after that.
new Worker(
  `const { ppid } = process
   setInterval(() => process.ppid === ppid || process.kill(process.pid, 'SIGKILL'), 1000)`,
  { eval: true },
).unref()

process.on('message', (question: Question) => void answer(question))
process.on('uncaughtException', (fault) => {
  if (asked) tell({ id: asked.id, failed: 'outside of a test', fault: String(fault), ms: [] })
})

// Ready: what it took to start counts for no mutant.
tell({ id: 0, done: 0 })

async function answer(question: Question): Promise<void> {
  asked = question
  affected = new Set(question.affected.map(urlOf))
  const ms: number[] = []
  for (const test of question.tests) {
    const start = process.cpuUsage()
    try {
      await import(`${urlOf(test)}?mutant=${question.id}`)
      fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true })
      await runCollected()
    } catch (fault) {
      return tell({ id: question.id, failed: test, fault: String(fault), ms })
    }
    const { user, system } = process.cpuUsage(start)
    ms.push((user + system) / 1000)
    tell({ id: question.id, done: ms.length })
  }
  tell({ id: question.id, failed: undefined, fault: undefined, ms })
}

function tell(message: Answer | Progress): void {
  process.send?.(message)
}

function urlOf(path: string): string {
  return pathToFileURL(join(source, path)).href
}
