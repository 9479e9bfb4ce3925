import { setTimeout as wait } from 'node:timers/promises'

/**
 * The body of JSON of which a part may take minutes: blanks are sent meanwhile, so that nobody in between takes the reply for lost.
 * Throws what making the first part throws within a few seconds; a fault after that breaks the reply off.
 */
export async function patientBody(
  parts: AsyncIterator<string, void>,
): Promise<ReadableStream<Uint8Array>> {
  const encoder = new TextEncoder()
  let pending = parts.next()
  await within(pending, firstWaitMs)
  return new ReadableStream(
    {
      async pull(controller) {
        const next = await within(pending, blankEveryMs)
        if (next === undefined) return controller.enqueue(encoder.encode('\n'))
        if (next.done) return controller.close()
        controller.enqueue(encoder.encode(next.value))
        pending = parts.next()
      },
      async cancel() {
        await parts.return?.()
      },
    },
    { highWaterMark: 0 },
  )
}

/** A list of values as JSON, each when it is made. */
export async function* jsonList(values: AsyncIterable<object>): AsyncGenerator<string, void> {
  let isFirst = true
  for await (const value of values) {
    yield `${isFirst ? '[' : ','}\n${JSON.stringify(value)}`
    isFirst = false
  }
  yield isFirst ? '[]' : '\n]'
}

/** Undefined where it is not there in time; it is waited for again later. */
async function within<T>(promise: Promise<T>, ms: number): Promise<T | undefined> {
  const late = new AbortController()
  const tooLate = wait(ms, undefined, { signal: late.signal }).catch(() => undefined)
  return Promise.race([promise, tooLate]).finally(() => late.abort())
}

const firstWaitMs = 3000
const blankEveryMs = 5000
