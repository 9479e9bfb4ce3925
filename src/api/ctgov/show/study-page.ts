import { setImmediate as nextTurn } from 'node:timers/promises'
import { Turns } from '../../../base/turns.ts'

/** A record that is being made, with places between where others can be answered. */
export type Making = Generator<undefined, object>

/** The record, made in turns with other work. */
export async function inTurns(making: Making): Promise<object> {
  const turns = new Turns()
  for (;;) {
    const { done, value } = making.next()
    if (done) return value
    await turns.next()
  }
}

/** The text of a reply, piece by piece: each is made when it is asked for. */
export type ReplyText = Iterator<string, void>

/**
 * The body of a long reply: a short one as text, a longer one as a stream that is made as fast as it is taken and no faster, in turns
 * with other work. A client that goes away ends the work. Throws what making the first piece throws.
 */
export function replyBody(text: ReplyText): string | ReadableStream<Uint8Array> {
  const first = takePiece(text)
  if (first.isLast) return first.text
  let ready: Piece | undefined = first
  const encoder = new TextEncoder()
  return new ReadableStream(
    {
      async pull(controller) {
        let { text: piece, isLast } = ready ?? takePiece(text)
        ready = undefined
        // Nobody asks again where nothing was given.
        while (piece === '' && !isLast) {
          await nextTurn()
          ;({ text: piece, isLast } = takePiece(text))
        }
        if (piece !== '') controller.enqueue(encoder.encode(piece))
        if (isLast) controller.close()
        else await nextTurn()
      },
      cancel() {
        text.return?.()
      },
    },
    // Nothing is made before it is asked for.
    { highWaterMark: 0 },
  )
}

/** The page of the registry's API: each study on a line of its own, the token last and without a blank. */
export function* jsonPage(
  studies: Iterable<Making>,
  { total, nextPageToken }: PageEnds,
): Generator<string, void> {
  yield total === undefined ? '{"studies":[' : `{"totalCount":${total},"studies":[`
  let isFirst = true
  for (const making of studies) {
    let made = making.next()
    for (; !made.done; made = making.next()) yield ''
    yield `${isFirst ? '\n' : ',\n'}${JSON.stringify(made.value)}`
    isFirst = false
  }
  yield isFirst ? ']' : '\n]'
  yield nextPageToken === undefined ? '}' : `,"nextPageToken":"${nextPageToken}"}`
}

/** What stands before and after the studies of a page. */
export interface PageEnds {
  readonly total?: number
  readonly nextPageToken?: string
}

interface Piece {
  readonly text: string
  readonly isLast: boolean
}

/** So much as is worth sending, within the time that others can wait. */
function takePiece(text: ReplyText): Piece {
  const until = performance.now() + mostMs
  let piece = ''
  for (;;) {
    const { value, done } = text.next()
    if (done) return { text: piece, isLast: true }
    piece += value
    if (piece.length >= pieceLength || performance.now() >= until)
      return { text: piece, isLast: false }
  }
}

const pieceLength = 128 * 1024
const mostMs = 12
