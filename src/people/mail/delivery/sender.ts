import type { Records } from '../../records/records.ts'
import type { Post } from './post.ts'
import type { SendCounts, SendOptions } from './send-options.ts'
import { runTakeLoop } from './take-loop.ts'
import { openRun, type Run } from './send-run.ts'
import { sendOne } from './send-one.ts'

export type { SendCounts, SendOptions } from './send-options.ts'

/**
 * Sends what is due until nothing is, or until told to stop. Many may run at once, in one process or in many,
 * and no mail is sent by two. A killed process loses nothing; what it was just sending may be sent again,
 * with the same Message-ID.
 */
export async function sendDue(
  records: Records,
  post: Post,
  options: SendOptions,
): Promise<SendCounts> {
  const run = openRun(records, post.connections, options)
  const lanes = Array.from({ length: post.connections }, () => runLane(run, post))
  await Promise.all(
    [runTakeLoop(run), ...lanes].map((part) => part.catch((error) => run.stop({ error }))),
  )
  return run.end()
}

async function runLane(run: Run, post: Post): Promise<void> {
  const lane = post.openConnection()
  try {
    for (let work = await run.next(); work; work = await run.next())
      if ((await sendOne(run, work, lane)) === 'lane-over') return
  } finally {
    await lane.close()
  }
}
