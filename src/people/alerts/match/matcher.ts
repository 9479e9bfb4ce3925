import { Worker } from 'node:worker_threads'
import type { SealedPage } from './alert-pages.ts'
import { type SearchAnswer, type Matching, PageMatcher, type PageNews } from './page-matcher.ts'

/** A page matcher, wherever it works. Pages are looked at in the order in which they were opened. */
export interface AlertMatcher {
  open(page: SealedPage): Promise<readonly string[]>
  look(answers: readonly SearchAnswer[]): Promise<PageNews>
  close(): Promise<void>
}

/** What the thread is asked. */
export type MatcherQuestion =
  | { readonly kind: 'open'; readonly page: SealedPage }
  | { readonly kind: 'look'; readonly answers: readonly SearchAnswer[] }

/** What it answers, question by question. */
export type MatcherReply = { readonly result: unknown } | { readonly fault: unknown }

/** A matcher in this thread. */
export function matcherHere(matching: Matching): AlertMatcher {
  const matcher = new PageMatcher(matching)
  return {
    open: async (page) => matcher.open(page),
    look: async (answers) => matcher.look(answers),
    close: async () => {},
  }
}

/**
 * A matcher in a thread of its own, so that this one reads and writes meanwhile; what it opens stays in this process. Its promises are
 * rejected with what was thrown there.
 */
export function matcherInThread(matching: Matching): AlertMatcher {
  const worker = new Worker(new URL('./matcher-thread.ts', import.meta.url), {
    workerData: matching,
  })
  const waiting: PromiseWithResolvers<unknown>[] = []
  let ended: { readonly why: unknown } | undefined
  const giveUp = (why: unknown): void => {
    ended ??= { why }
    for (const { reject } of waiting.splice(0)) reject(why)
  }
  worker.on('message', (reply: MatcherReply) => {
    const first = waiting.shift()
    if ('fault' in reply) first?.reject(reply.fault)
    else first?.resolve(reply.result)
  })
  worker.on('error', giveUp)
  worker.on('exit', () => giveUp(new Error('the thread that matches ended')))
  const ask = (question: MatcherQuestion, moved: readonly ArrayBuffer[] = []): Promise<unknown> => {
    // A thread that has ended answers nothing: whoever asks it must not wait for ever.
    if (ended) return Promise.reject(ended.why)
    const answered = Promise.withResolvers<unknown>()
    waiting.push(answered)
    worker.postMessage(question, moved)
    return answered.promise
  }
  return {
    open: async (page) =>
      (await ask({ kind: 'open', page }, [page.keys.buffer, page.terms.buffer])) as string[],
    look: async (answers) => (await ask({ kind: 'look', answers })) as PageNews,
    close: async () => void (await worker.terminate()),
  }
}
