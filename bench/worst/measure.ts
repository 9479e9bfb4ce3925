import { wait } from '../processes.ts'
import { type Came, send } from './send.ts'
import { type Step, walk, type WalkPlan } from './walk.ts'
import type { WatchedServer } from './watched-server.ts'

/** What the worst requests to one route did. */
export interface RouteFigures {
  readonly route: string
  readonly requests: number
  /** Each status that was answered, and how often; 0 is none, as where we hung up. */
  readonly statuses: Readonly<Record<string, number>>
  /** The longest that the event loop was held, in milliseconds by the clock, and by which request. */
  readonly heldMs: number
  readonly heldBy: string
  /** The longest stretch of work of the server's own thread without a turn of the loop, and by which request. */
  readonly workedMs: number
  readonly workedBy: string
  readonly slowestMs: number
  readonly largestBytes: number
  readonly largestBy: string
}

/** What all of them did. */
export interface WorstFigures {
  readonly routes: readonly RouteFigures[]
  /** Answers that were our fault, by the server's own log; 503 is none. */
  readonly ourFaults: number
}

/** A hold is measured again, because what else the machine does can hold the loop too. */
const again = 2

/** Walks every route, one request after another. `limitMs`: what is held for longer is measured again. */
export async function measure(
  server: WatchedServer,
  plan: WalkPlan,
  limitMs: number,
  say: (text: string) => void,
): Promise<WorstFigures> {
  const routes = new Map<string, RouteFigures>()
  await server.hold()
  for (const step of walk(plan)) {
    const taken = await take(server, step, limitMs)
    routes.set(step.route, joined(routes.get(step.route), step, taken))
    if (taken.workedMs > limitMs || taken.status >= 500)
      say(
        `${step.method} ${step.route} ${step.name}: ${Math.round(taken.workedMs)} ms of work, ${taken.status}`,
      )
  }
  return { routes: [...routes.values()], ourFaults: ourFaults(server) }
}

interface Taken extends Came {
  readonly heldMs: number
  readonly workedMs: number
}

async function take(server: WatchedServer, step: Step, limitMs: number): Promise<Taken> {
  let best = await once(server, step)
  for (let more = 0; more < again && best.heldMs > limitMs; more++) {
    const next = await once(server, step)
    best = {
      ...next,
      ms: Math.min(best.ms, next.ms),
      heldMs: Math.min(best.heldMs, next.heldMs),
      workedMs: Math.min(best.workedMs, next.workedMs),
    }
  }
  return best
}

async function once(server: WatchedServer, step: Step): Promise<Taken> {
  const came = await send(server.port, step)
  // What was hung up on goes on for a moment.
  if (came.status === 0) await wait(50)
  return { ...came, ...(await server.hold()) }
}

function joined(before: RouteFigures | undefined, step: Step, taken: Taken): RouteFigures {
  const { route, name } = step
  const had = before ?? { ...nothing, route }
  const status = String(taken.status)
  return {
    route,
    requests: had.requests + 1,
    statuses: { ...had.statuses, [status]: (had.statuses[status] ?? 0) + 1 },
    ...(taken.heldMs > had.heldMs
      ? { heldMs: taken.heldMs, heldBy: name }
      : { heldMs: had.heldMs, heldBy: had.heldBy }),
    ...(taken.workedMs > had.workedMs
      ? { workedMs: taken.workedMs, workedBy: name }
      : { workedMs: had.workedMs, workedBy: had.workedBy }),
    ...(taken.bytes > had.largestBytes
      ? { largestBytes: taken.bytes, largestBy: name }
      : { largestBytes: had.largestBytes, largestBy: had.largestBy }),
    slowestMs: Math.max(had.slowestMs, taken.ms),
  }
}

const nothing: Omit<RouteFigures, 'route'> = {
  requests: 0,
  statuses: {},
  heldMs: 0,
  heldBy: '',
  workedMs: 0,
  workedBy: '',
  slowestMs: 0,
  largestBytes: 0,
  largestBy: '',
}

/** A request that hung up has no status here: the log says what was made of it. */
function ourFaults({ logged }: WatchedServer): number {
  return [...logged].reduce(
    (sum, [status, count]) => (status >= 500 && status !== 503 ? sum + count : sum),
    0,
  )
}
