import type { Watch, WatchFilter } from '../../../people/watches/model/watch.ts'
import type { ExtensionDefinition } from '../parts/extensions.ts'
import type { ServedResource } from '../protocol/release.ts'
import { backport } from './read-r4.ts'
import { whyNot } from './why-not.ts'

/** The secret of a subscription's owner, as an extension. */
export const ownerToken: ExtensionDefinition = {
  name: 'owner-token',
  title: 'Secret of the owner',
  description:
    'What reads and ends this subscription, as Authorization: Bearer. It is in the answer to the creation and nowhere else: keep it.',
  contexts: ['Subscription'],
  value: 'string',
}

/** What a subscription is shown with: its topic, and once, when it was made, the secret of its owner. */
export interface ShownWith {
  readonly topic: string
  /** The address under which extensions of ours are named. */
  readonly base: string
  readonly token?: string
}

/** A watch as a Subscription of its release. The headers that it sends are never shown, nor is the address that is mailed. */
export function shownSubscription(watch: Watch, shown: ShownWith): ServedResource {
  return watch.release === 'R4' ? shownR4(watch, shown) : shownR5(watch, shown)
}

function header({ id }: Watch, { base, token }: ShownWith) {
  return {
    resourceType: 'Subscription',
    id,
    ...(token !== undefined && {
      extension: [{ url: `${base}/StructureDefinition/${ownerToken.name}`, valueString: token }],
    }),
  }
}

function shownR5(watch: Watch, shown: ShownWith): ServedResource {
  const { state, terms, endsAt } = watch
  return {
    ...header(watch, shown),
    ...(terms.name !== undefined && { name: terms.name }),
    status: state,
    topic: shown.topic,
    ...(endsAt !== undefined && { end: endsAt }),
    ...(terms.reason !== undefined && { reason: terms.reason }),
    ...(terms.filters.length > 0 && {
      filterBy: terms.filters.map(({ name, comparator, modifier, value }) => ({
        resourceType: 'http://hl7.org/fhir/StructureDefinition/ResearchStudy',
        filterParameter: name,
        ...(comparator !== undefined && { comparator }),
        ...(modifier !== undefined && { modifier }),
        value,
      })),
    }),
    channelType: {
      system: 'http://terminology.hl7.org/CodeSystem/subscription-channel-type',
      code: watch.channel,
    },
    ...(terms.endpoint !== undefined && { endpoint: terms.endpoint }),
    ...(terms.heartbeatSeconds !== undefined && { heartbeatPeriod: terms.heartbeatSeconds }),
    ...(terms.mailAs === undefined && { timeout: terms.timeoutSeconds }),
    contentType: terms.mailAs ?? 'application/fhir+json',
    content: terms.content,
    maxCount: terms.mostEvents,
  }
}

function shownR4(watch: Watch, shown: ShownWith): ServedResource {
  const { state, terms, endsAt, outcome } = watch
  const error = state === 'error' || state === 'off' ? whyNot(outcome) : undefined
  const start = header(watch, shown)
  const { resourceType, id, ...extended } = start
  return {
    resourceType,
    id,
    meta: { profile: [`${backport}/backport-subscription`] },
    ...extended,
    status: state,
    ...(endsAt !== undefined && { end: endsAt }),
    reason: terms.reason ?? 'Not said.',
    criteria: shown.topic,
    ...(terms.filters.length > 0 && {
      _criteria: {
        extension: [
          { url: `${backport}/backport-filter-criteria`, valueString: searchOf(terms.filters) },
        ],
      },
    }),
    ...(error !== undefined && { error }),
    channel: {
      extension: [
        ...(terms.heartbeatSeconds === undefined
          ? []
          : [
              {
                url: `${backport}/backport-heartbeat-period`,
                valueUnsignedInt: terms.heartbeatSeconds,
              },
            ]),
        ...(terms.mailAs === undefined
          ? [{ url: `${backport}/backport-timeout`, valueUnsignedInt: terms.timeoutSeconds }]
          : []),
        { url: `${backport}/backport-max-count`, valuePositiveInt: terms.mostEvents },
      ],
      type: watch.channel,
      ...(terms.endpoint !== undefined && { endpoint: terms.endpoint }),
      payload: terms.mailAs ?? 'application/fhir+json',
      _payload: {
        extension: [{ url: `${backport}/backport-payload-content`, valueCode: terms.content }],
      },
    },
  }
}

function searchOf(filters: readonly WatchFilter[]): string {
  const query = new URLSearchParams(
    filters.map(({ name, modifier, value }) => [
      modifier === undefined ? name : `${name}:${modifier}`,
      value,
    ]),
  )
  return `ResearchStudy?${query.toString()}`
}
