import type { Protocol, ProtocolItem } from '../../protocol/document/protocol.ts'
import { type ProtocolBook, bookOf } from '../../protocol/expression/scene.ts'
import { type Chart, readCharts } from '../../protocol/facts/chart.ts'
import type { Fact } from '../../protocol/facts/fact.ts'
import { type FactReading, didHappen, isToldNone } from '../../protocol/facts/reading.ts'
import type { EndpointState } from '../../protocol/state/answers.ts'
import { isWithdrawnFrom } from '../../protocol/state/participant-case.ts'
import type { ParticipantState } from '../../protocol/state/participant-state.ts'
import { isEqual } from '../../protocol/quantity/compare-amounts.ts'
import { type Moment, orderMoments, readMoment } from '../../protocol/time/moment.ts'
import { isTimeProblem } from '../../protocol/time/problems.ts'
import { effectiveAt } from '../../protocol/versions.ts'
import type { AnalysisPlan } from '../plan/plan.ts'
import { adverseEventOf } from './adverse-event.ts'
import { baselineOf } from './baseline-values.ts'
import type { AnalysedDose, AnalysedParticipant } from './participant.ts'
import { planScene } from './plan-scene.ts'
import { setsOf } from './sets-of.ts'
import { timesOf } from './times-of.ts'

/** What a participant's row of the report is made from. */
export interface GatheredFrom {
  readonly id: string
  readonly facts: readonly Fact[]
  readonly state: ParticipantState
  /** What the version beside says of the endpoints. */
  readonly beside?: readonly EndpointState[]
  /** Whether they are in a set, as people decided it. */
  readonly decided?: Readonly<Record<string, boolean>>
}

/** The version and the plan that all participants are read by. */
export interface GatherFrame {
  readonly book: ProtocolBook
  readonly plan: Pick<AnalysisPlan, 'baseline' | 'times' | 'sets'>
  readonly now: Moment
}

/** A frame for one version and plan. */
export function gatherFrame(
  protocol: Protocol,
  plan: GatherFrame['plan'],
  now: Moment,
): GatherFrame {
  return { book: bookOf(protocol), plan, now }
}

/** Who takes no more of the treatment and still comes has not left the study. */
function hasLeft(withdrawal: FactReading): boolean {
  return didHappen(withdrawal) && isWithdrawnFrom(withdrawal.fact, 'visits')
}

/** Not where somebody was asked and there was none. */
function isEvent({ value }: FactReading): boolean {
  return !isToldNone(value)
}

/** One participant as the tables count them. What no table needs is left behind here. */
export function gather(from: GatheredFrom, frame: GatherFrame): AnalysedParticipant {
  const { id, facts, state, beside } = from
  const { book, now } = frame
  const site = facts.find(({ studySite }) => studySite !== undefined)?.studySite
  const { zone } = effectiveAt({ protocol: book.protocol }, site)
  const { chart } = readCharts(facts, {
    items: book.items,
    now,
    ...(zone !== undefined && { zone }),
  })
  const role = (name: ProtocolItem['role']) => readingsOf(book.protocol, chart, name)
  const consent = role('consent').find(didHappen)?.fact
  const withdrawal = role('withdrawal').find(hasLeft)?.fact
  const allocated = role('allocation').at(-1)
  const firstDose = state.dosesGiven[0]?.at
  const events = role('adverse event').filter(isEvent).map(adverseEventOf)
  const baseline = baselineOf(frame, chart, firstDose, zone)
  const scene = planScene({ book, chart, now, zone })
  const times = timesOf(frame.plan, scene, firstDose)
  const gathered = {
    eligibility: { answer: state.eligibility.answer, by: state.eligibility.by },
    doses: state.dosesGiven.map(doseOf),
    visits: state.visits,
    endpoints: state.endpoints,
    sets: setsOf(frame.plan, state.sets, scene, from.decided),
    deviations: state.deviations,
    questions: state.questions,
    setAside: state.setAside,
    events,
    baseline,
    times,
  }
  const named = new Set([
    ...[consent, withdrawal, allocated?.fact].flatMap((fact) => fact?.id ?? []),
    ...factsNamedIn(gathered),
    ...(beside ?? []).flatMap(({ grounds }) => grounds.flatMap((ground) => ground.facts)),
  ])
  return {
    id,
    ...(site !== undefined && { site }),
    ...(allocated && { arm: { text: String(allocated.fact.value), fact: allocated.fact.id } }),
    ...(consent && { consent }),
    ...(withdrawal && { withdrawal }),
    ...(beside && { beside }),
    ...gathered,
    facts: new Map(
      inOrder(facts.filter((fact) => named.has(fact.id))).map((fact) => [fact.id, fact]),
    ),
  }
}

/** By when they happened, and then by their ids: the order in which they came makes no difference. */
function inOrder(facts: readonly Fact[]): readonly Fact[] {
  return facts
    .map((fact) => ({ fact, moment: readMoment(fact.at) }))
    .toSorted((one, other) => {
      const [first, second] = [one.moment, other.moment]
      const order = isTimeProblem(first) || isTimeProblem(second) ? 0 : orderMoments(first, second)
      return order || (one.fact.id < other.fact.id ? -1 : 1)
    })
    .map(({ fact }) => fact)
}

function readingsOf(
  { items }: Protocol,
  chart: Chart,
  role: ProtocolItem['role'],
): readonly FactReading[] {
  const item = items.find((one) => one.role === role)
  return item ? chart.of(item.id).filter(({ value }) => value.type !== 'not known') : []
}

/** A dose has its level where what was given is what the version gave. */
function doseOf(given: ParticipantState['dosesGiven'][number]): AnalysedDose {
  const { fact, regimen, number, at, day, amount, shown } = given
  const due = shown.kind === 'give' ? shown.dose?.amount : undefined
  const isSame = amount !== undefined && due !== undefined && isEqual(amount, due)
  return {
    fact,
    regimen,
    number,
    at,
    ...(day !== undefined && { day }),
    ...(amount && { amount }),
    ...(due && { shown: due }),
    differs: !isSame,
    ...(isSame && shown.level !== undefined && { level: shown.level }),
  }
}

type Gathered = Pick<
  AnalysedParticipant,
  | 'doses'
  | 'visits'
  | 'endpoints'
  | 'sets'
  | 'deviations'
  | 'questions'
  | 'events'
  | 'baseline'
  | 'times'
  | 'setAside'
>

function factsNamedIn(gathered: Gathered): readonly string[] {
  const { doses, visits, endpoints, sets, deviations, questions } = gathered
  return [
    ...doses.map(({ fact }) => fact),
    ...gathered.events.map(({ fact }) => fact),
    ...gathered.setAside.map(({ fact }) => fact),
    ...[...gathered.baseline.values()].map(({ fact }) => fact),
    ...[...gathered.times.values()].flatMap(({ facts }) => facts),
    ...[...visits, ...deviations, ...questions].flatMap(({ facts }) => facts),
    ...[...endpoints, ...sets].flatMap(({ grounds }) => grounds.flatMap(({ facts }) => facts)),
  ]
}
