import type { Catalogue } from '../../../finder/catalogue/model/catalogue.ts'
import type { Notice, Watch, WatchEvent, WatchTerms } from '../../../people/watches/model/watch.ts'
import { soundStudy, studyResource } from '../answer/study-resource.ts'
import { topicUrl } from '../conformance/subscription-topic.ts'
import type { ServedResource } from '../protocol/release.ts'
import { backport } from './read-r4.ts'
import { whyNot } from './why-not.ts'

/** What a status or a notice says, and with what it is made. */
export interface NoticeParts {
  readonly catalogue: Pick<Catalogue, 'study'>
  readonly baseUrl: string
  readonly now: Date
}

/** The kinds of status, of both releases. */
export type StatusKind = Notice['kind'] | 'query-status' | 'query-event'

/** Events as they are sent, or as they are asked for again. */
export interface NoticeAsked {
  readonly kind: StatusKind
  readonly events: readonly WatchEvent[]
  /** What is said of each study. */
  readonly content: WatchTerms['content']
}

/**
 * A notification: how the subscription stands, then the studies. R5 has a kind of Bundle for it; R4, by the Backport guide, a history
 * with the status as Parameters.
 */
export function noticeBundle(watch: Watch, asked: NoticeAsked, parts: NoticeParts): ServedResource {
  const base = `${parts.baseUrl}/fhir/${watch.release}`
  const shown = asked.content === 'empty' ? [] : asked.events
  return {
    resourceType: 'Bundle',
    type: watch.release === 'R4' ? 'history' : 'subscription-notification',
    timestamp: parts.now.toISOString(),
    entry: [
      {
        fullUrl: `urn:uuid:${watch.id}`,
        resource: subscriptionStatus(watch, asked, parts.baseUrl),
        request: { method: 'GET', url: `${base}/Subscription/${watch.id}/$status` },
        response: { status: '200' },
      },
      ...lastOfEach(shown).map((event) => studyEntry(event, watch, asked, parts)),
    ],
  }
}

/** A study that changed twice is there once. */
function lastOfEach(events: readonly WatchEvent[]): readonly WatchEvent[] {
  return [...new Map(events.map((event) => [event.nctId, event])).values()]
}

function studyEntry(
  { nctId, kind }: WatchEvent,
  { release }: Watch,
  { content }: NoticeAsked,
  { catalogue, baseUrl }: NoticeParts,
): object {
  const base = `${baseUrl}/fhir/${release}`
  const stored = content === 'full-resource' ? soundStudy(catalogue, nctId) : undefined
  return {
    fullUrl: `${base}/ResearchStudy/${nctId}`,
    ...(stored && { resource: studyResource(release, stored, base) }),
    request: { method: kind === 'new' ? 'POST' : 'PUT', url: `ResearchStudy/${nctId}` },
    response: { status: kind === 'new' ? '201' : '200' },
  }
}

/** How a subscription stands: a SubscriptionStatus in R5, Parameters in R4. */
export function subscriptionStatus(
  watch: Watch,
  { kind, events, content }: NoticeAsked,
  baseUrl: string,
): ServedResource {
  const base = `${baseUrl}/fhir/${watch.release}`
  const topic = topicUrl(baseUrl)
  const error = watch.state === 'error' || watch.state === 'off' ? whyNot(watch.outcome) : undefined
  const since = String(events.at(-1)?.number ?? watch.told)
  const count = kind.startsWith('query') ? String(watch.events) : since
  const focusOf = (event: WatchEvent) =>
    content === 'empty' ? undefined : { reference: `${base}/ResearchStudy/${event.nctId}` }
  const said: Said = {
    reference: `${base}/Subscription/${watch.id}`,
    topic,
    kind,
    count,
    error,
    events: events.map((event) => ({ ...event, focus: focusOf(event) })),
  }
  return watch.release === 'R4' ? statusR4(watch, said) : statusR5(watch, said)
}

interface Said {
  readonly reference: string
  readonly topic: string
  readonly kind: StatusKind
  /** How many events there were, as the definitions want a long number: as text. */
  readonly count: string
  readonly error: string | undefined
  readonly events: readonly (WatchEvent & {
    readonly focus: { readonly reference: string } | undefined
  })[]
}

function statusR5(watch: Watch, { reference, topic, kind, count, error, events }: Said) {
  return {
    resourceType: 'SubscriptionStatus',
    status: watch.state,
    type: kind,
    eventsSinceSubscriptionStart: count,
    ...(events.length > 0 && {
      notificationEvent: events.map(({ number, foundAt, focus }) => ({
        eventNumber: String(number),
        timestamp: foundAt,
        ...(focus && { focus }),
      })),
    }),
    subscription: { reference },
    topic,
    ...(error !== undefined && { error: [{ text: error }] }),
  }
}

function statusR4(watch: Watch, { reference, topic, kind, count, error, events }: Said) {
  return {
    resourceType: 'Parameters',
    meta: { profile: [`${backport}/backport-subscription-status-r4`] },
    parameter: [
      { name: 'subscription', valueReference: { reference } },
      { name: 'topic', valueCanonical: topic },
      { name: 'status', valueCode: watch.state },
      { name: 'type', valueCode: kind },
      { name: 'events-since-subscription-start', valueString: count },
      ...events.map(({ number, foundAt, focus }) => ({
        name: 'notification-event',
        part: [
          { name: 'event-number', valueString: String(number) },
          { name: 'timestamp', valueInstant: foundAt },
          ...(focus ? [{ name: 'focus', valueReference: focus }] : []),
        ],
      })),
      ...(error === undefined ? [] : [{ name: 'error', valueCodeableConcept: { text: error } }]),
    ],
  }
}
