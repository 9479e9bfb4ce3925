import type { Context, Hono } from 'hono'
import type { Limiter } from '../../door/limiter.ts'
import { isFaultOfRecords } from '../../people/records/model/faults.ts'
import type { RequestParts } from './answer/request-parts.ts'
import { type FhirFault, faultOfOne } from './protocol/outcome.ts'
import { sendFault } from './protocol/reply.ts'
import {
  answerCreate,
  answerEnd,
  answerEvents,
  answerStatus,
  answerSubscription,
  forOwner,
} from './subscription/answer-subscription.ts'
import type { WatchBase } from '../../people/watches/model/watch-base.ts'

/** Makes a handler of an answer. */
type Answering = (
  answer: (c: Context, request: RequestParts) => Response | Promise<Response>,
) => (c: Context) => Response | Promise<Response>

/** Subscriptions of a release; where none are offered, that is what each address says. */
export function addSubscriptions(
  api: Hono,
  door: WatchBase | undefined,
  limiter: Limiter,
  answering: Answering,
): void {
  if (!door) {
    for (const path of ['/Subscription', '/Subscription/*', '/SubscriptionTopic'])
      api.all(path, (c) => sendFault(c, notOffered))
    return
  }
  const handle = (
    answer: (c: Context, request: RequestParts, door: WatchBase) => Promise<Response>,
  ) => answering(whileThere((c, request) => answer(c, request, door)))
  const at = (path: string): string[] => [path, `${path}/`]
  api.on(
    'POST',
    at('/Subscription'),
    handle((c, request) => answerCreate(c, request, door, limiter)),
  )
  api.on('GET', at('/Subscription/:id'), handle(forOwner(answerSubscription)))
  api.on('DELETE', at('/Subscription/:id'), handle(forOwner(answerEnd)))
  for (const [name, answer] of [
    ['status', answerStatus],
    ['events', answerEvents],
  ] as const)
    for (const sign of ['$', '%24'])
      api.on(['GET', 'POST'], at(`/Subscription/:id/${sign}${name}`), handle(forOwner(answer)))
}

/** Without the records nothing is known of subscriptions; all else is still served. */
function whileThere(
  answer: (c: Context, request: RequestParts) => Promise<Response>,
): (c: Context, request: RequestParts) => Promise<Response> {
  return async (c, request) => {
    try {
      return await answer(c, request)
    } catch (error) {
      if (isFaultOfRecords(error)) return sendFault(c, recordsAway)
      throw error
    }
  }
}

const recordsAway: FhirFault = {
  ...faultOfOne(503, 'transient', 'Subscriptions cannot be read or kept just now.'),
  headers: { 'Retry-After': '30' },
}

const notOffered = faultOfOne(
  404,
  'not-supported',
  'Subscriptions are not offered here.',
  'Ask again for what changed since a day: ResearchStudy?_lastUpdated=ge2026-01-01, or read the Atom feed of a search.',
)
