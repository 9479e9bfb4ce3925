import { parentPort, workerData } from 'node:worker_threads'
import type { MatcherQuestion, MatcherReply } from './matcher.ts'
import { type Matching, PageMatcher } from './page-matcher.ts'

/** The thread that opens alerts and looks at them: it holds no database, and of the keys only those of a page's people. */
const matcher = new PageMatcher(workerData as Matching)

parentPort?.on('message', (question: MatcherQuestion) => {
  const reply = replyTo(question)
  parentPort?.postMessage(reply)
})

function replyTo(question: MatcherQuestion): MatcherReply {
  try {
    return {
      result:
        question.kind === 'open' ? matcher.open(question.page) : matcher.look(question.answers),
    }
  } catch (fault) {
    return { fault }
  }
}
