import type { Protocol } from '../study/protocol/document/protocol.ts'
import type { EndpointState } from '../study/protocol/state/answers.ts'
import type {
  AdverseEvent,
  AnalysedParticipant,
} from '../study/analysis/participants/participant.ts'

/** A small invented version: two arms, one regimen of two levels, a visit, two sets and two endpoints. */
export const smallVersion: Protocol = {
  format: 1,
  study: 'INVENTED-1',
  version: 'one',
  title: { en: 'A small invented study', fr: 'Une petite étude inventée' },
  effective: [{ site: '*', from: '2020-01-01' }],
  sources: [],
  items: [
    {
      id: 'arm',
      title: { en: 'Arm' },
      type: 'code',
      codes: ['A', 'B'],
      repeats: 'once',
      role: 'allocation',
    },
    {
      id: 'sex',
      title: { en: 'Sex', fr: 'Sexe' },
      type: 'code',
      codes: ['male', 'female'],
      repeats: 'once',
      role: 'sex',
    },
    {
      id: 'weight',
      title: { en: 'Weight', fr: 'Poids' },
      type: 'quantity',
      unit: 'kg',
      repeats: 'series',
    },
    {
      id: 'event',
      title: { en: 'Event' },
      type: 'event',
      repeats: 'series',
      role: 'adverse event',
    },
  ],
  definitions: [],
  anchors: [],
  eligibility: [],
  visits: [{ id: 'v1', title: { en: 'Visit 1' }, status: 'stated', items: [] }],
  regimens: [],
  endpoints: [
    {
      id: 'primary',
      title: { en: 'Better', fr: 'Mieux' },
      status: 'stated',
      level: 'primary',
      sets: ['itt', 'pp'],
      words: [{ source: 'paper', place: 'abstract', text: '75 % got better' }],
      published: [{ set: 'itt', percent: '75', from: '19.4', to: '99.4', successes: 3, total: 4 }],
    },
  ],
  sets: [
    { id: 'itt', title: { en: 'Intention to treat' }, status: 'stated' },
    { id: 'pp', title: { en: 'Per protocol' }, status: 'silent' },
  ],
}

/** An invented participant; what is not given is not there. */
export function analysed(
  id: string,
  given: Partial<AnalysedParticipant> = {},
): AnalysedParticipant {
  return {
    id,
    eligibility: { answer: 'yes', by: [] },
    doses: [],
    visits: [],
    endpoints: [],
    sets: [
      { ...judged, id: 'itt', member: 'yes' },
      { ...judged, id: 'pp', member: 'notDefined' },
    ],
    deviations: [],
    questions: [],
    events: [],
    baseline: new Map(),
    times: new Map(),
    setAside: [],
    facts: new Map(),
    ...given,
  }
}

const judged = { verdict: 'met', grounds: [], missing: [], asks: [] } as const

/** What the endpoint of the small version came to. */
export function answered(
  answer: EndpointState['answer'],
  more: Partial<EndpointState> = {},
): EndpointState {
  return {
    ...judged,
    id: 'primary',
    level: 'primary',
    answer,
    pending: false,
    values: [],
    sets: [],
    ...more,
  }
}

/** An invented adverse event. */
export function happened(
  fact: string,
  term: string,
  more: Partial<AdverseEvent> = {},
): AdverseEvent {
  return { fact, term, at: '2020-02-01', serious: 'no', related: 'unknown', fatal: false, ...more }
}
